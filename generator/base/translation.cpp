#include "base/translation.h"

#include <utility>

namespace armillary {
namespace {

constexpr std::string_view kPlace = "{}";

// The text with `{1}` and so on filled.
std::string fill_by_number(std::string_view text, const MessageParts& parts) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_place =
        text[i] == '{' && i + 2 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9' && text[i + 2] == '}';
    if (!is_place) {
      out += text[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(text[i + 1] - '0');
    if (number <= parts.size()) out += parts[number - 1];
    i += 2;
  }
  return out;
}

// Whether what stands in quotes may hold a quotation mark itself.
enum class InQuotes { no_quotation_mark, anything };

// Appends what stands in the places of `pattern` where `text` is of its form. The last place is tried first, shortest
// first, so that "'a', 'b' and 'c'" is of the form "{} and '{}'" and of "{}, '{}'" is not.
bool match(std::string_view pattern, std::string_view text, InQuotes in_quotes, MessageParts& parts) {
  const std::size_t place = pattern.rfind(kPlace);
  if (place == std::string_view::npos) return text == pattern;
  const std::string_view behind = pattern.substr(place + kPlace.size());
  if (!text.ends_with(behind)) return false;
  text.remove_suffix(behind.size());
  pattern = pattern.substr(0, place);
  const std::size_t earlier = pattern.rfind(kPlace);
  const std::string_view before = earlier == std::string_view::npos ? pattern : pattern.substr(earlier + kPlace.size());
  const bool is_quoted = pattern.ends_with('\'') && behind.starts_with('\'');
  for (std::size_t found = text.rfind(before); found != std::string_view::npos; found = text.rfind(before, found - 1)) {
    const std::string_view part = text.substr(found + before.size());
    if (is_quoted && in_quotes == InQuotes::no_quotation_mark && part.find('\'') != std::string_view::npos)
      return false;
    if (match(pattern, text.substr(0, found + before.size()), in_quotes, parts)) {
      parts.emplace_back(part);
      return true;
    }
    if (found == 0) return false;
  }
  return false;
}

// For each place of an English text: whether it stands in quotes.
std::vector<bool> quoted_places(std::string_view text) {
  std::vector<bool> out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "{{" || text.substr(i, 2) == "}}") {
      ++i;
    } else if (text.substr(i, 2) == kPlace) {
      out.push_back(i > 0 && text[i - 1] == '\'' && text.substr(i + 2, 1) == "'");
    }
  }
  return out;
}

}  // namespace

Translation::Translation(std::string language, std::map<std::string, std::string, std::less<>> messages,
                         std::vector<Phrase> phrases)
    : language_(std::move(language)), messages_(std::move(messages)), phrases_(std::move(phrases)) {}

std::string Translation::say(const Diagnostic& diagnostic) const {
  const auto found = messages_.find(diagnostic.code);
  if (found == messages_.end()) return diagnostic.text;
  MessageParts parts = diagnostic.parts;
  const std::vector<bool> quoted = quoted_places(diagnostic.wording);
  for (std::size_t i = 0; i < parts.size() && i < quoted.size(); ++i) {
    if (!quoted[i]) parts[i] = say(parts[i]);
  }
  std::string out = fill_by_number(found->second, parts);
  for (const std::string& addition : diagnostic.additions) out += say(addition);
  return out;
}

std::string Translation::say(std::string_view english) const {
  // In "no record 'a'; did you mean 'b'?" the first place of "no record '{}'{}" is a; a name that holds a quotation
  // mark itself is put up with where nothing else fits.
  for (const InQuotes in_quotes : {InQuotes::no_quotation_mark, InQuotes::anything}) {
    for (const Phrase& phrase : phrases_) {
      MessageParts parts;
      if (match(phrase.english, english, in_quotes, parts)) return fill(phrase, std::move(parts));
    }
  }
  return std::string(english);
}

std::string Translation::fill(const Phrase& phrase, MessageParts parts) const {
  const std::vector<bool> quoted = quoted_places(phrase.english);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!quoted[i]) parts[i] = say(parts[i]);
  }
  return fill_by_number(phrase.text, parts);
}

}  // namespace armillary
