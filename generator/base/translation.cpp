#include "base/translation.h"

#include <optional>
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

// What stands in the places of `pattern` where `text` is of its form. Of several ways the one is taken whose last
// place is shortest, so that "'a', 'b' and 'c'" is of the form "{} and '{}'" and of "{}, '{}'" is not.
std::optional<MessageParts> match(std::string_view pattern, std::string_view text) {
  MessageParts parts;
  for (;;) {
    const std::size_t place = pattern.rfind(kPlace);
    if (place == std::string_view::npos) {
      if (text != pattern) return std::nullopt;
      return MessageParts(parts.rbegin(), parts.rend());
    }
    const std::string_view behind = pattern.substr(place + kPlace.size());
    if (!text.ends_with(behind)) return std::nullopt;
    text.remove_suffix(behind.size());
    pattern = pattern.substr(0, place);
    const std::size_t earlier = pattern.rfind(kPlace);
    const std::string_view before =
        earlier == std::string_view::npos ? pattern : pattern.substr(earlier + kPlace.size());
    const std::size_t found =
        earlier == std::string_view::npos ? (text.starts_with(before) ? 0 : std::string::npos) : text.rfind(before);
    if (found == std::string_view::npos) return std::nullopt;
    parts.emplace_back(text.substr(found + before.size()));
    text = text.substr(0, found + before.size());
  }
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
  for (const Phrase& phrase : phrases_) {
    std::optional<MessageParts> parts = match(phrase.english, english);
    if (!parts) continue;
    const std::vector<bool> quoted = quoted_places(phrase.english);
    for (std::size_t i = 0; i < parts->size(); ++i) {
      if (!quoted[i]) (*parts)[i] = say((*parts)[i]);
    }
    return fill_by_number(phrase.text, *parts);
  }
  return std::string(english);
}

}  // namespace armillary
