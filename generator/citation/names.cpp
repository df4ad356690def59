#include "citation/names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/pinyin.h"
#include "base/utf8.h"
#include "citation/rich_text.h"

namespace armillary::citation {
namespace {

constexpr std::size_t kGbMostNames = 3;
constexpr std::size_t kApaMostNames = 20;
constexpr std::size_t kApaFirstNames = 19;
constexpr std::size_t kMostSyllables = 2;  // of a given name in pinyin

std::string upper_case(std::string_view text) {
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  wide.toUpper(icu::Locale::getRoot());
  std::string out;
  wide.toUTF8String(out);
  return out;
}

std::string lower_case(std::string_view text) {
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  wide.toLower(icu::Locale::getRoot());
  std::string out;
  wide.toUTF8String(out);
  return out;
}

// A part of a given name, and what parts it from the one before: nothing, a space or a hyphen.
struct GivenPart {
  std::string text;
  bool after_hyphen = false;
};

// `Jean-Luc`, `J.-L.`, `J.R.R.` and `Juan Carlos` taken apart at spaces, hyphens and full stops.
std::vector<GivenPart> given_parts(std::string_view given) {
  std::vector<GivenPart> parts;
  bool after_hyphen = false;
  bool begins = true;
  for (std::size_t at = 0; at < given.size();) {
    const char32_t c = next_code_point(given, at);
    const bool is_hyphen = c == U'-' || c == U'\u2010' || c == U'\u2011';
    if (is_hyphen || c == U'.' || is_white_space(c)) {
      begins = true;
      after_hyphen = is_hyphen;
      continue;
    }
    if (begins) parts.push_back({{}, after_hyphen && !parts.empty()});
    begins = after_hyphen = false;
    append_code_point(parts.back().text, c);
  }
  return parts;
}

bool is_lower_case(std::string_view text) { return text == lower_case(text) && text != upper_case(text); }

std::string first_letter(std::string_view text) {
  std::size_t at = 0;
  next_code_point(text, at);
  return std::string(text.substr(0, at));
}

// `J. L.`, `J.-L.`: the stop after each letter, the gap between words and before a hyphen as the style wants them. A
// word in small letters, such as `van`, is no name and stays.
std::string initials(std::string_view given, std::string_view stop, bool keep_hyphen) {
  std::string out;
  for (const GivenPart& part : given_parts(given)) {
    if (!out.empty()) out += part.after_hyphen && keep_hyphen ? "-" : " ";
    if (is_lower_case(part.text) && !part.after_hyphen) {
      out += part.text;
    } else {
      out += upper_case(first_letter(part.text));
      out += stop;
    }
  }
  return out;
}

// How many syllables of pinyin a text is made of; 0 if it is anything else.
std::size_t pinyin_syllables(std::string_view text) {
  std::string key;
  for (const char c : lower_case(text)) {
    if (c != '-' && c != '\'' && c != ' ') key += c;
  }
  const std::string han = han_for_pinyin(key);
  for (std::size_t at = 0; at < han.size();) {
    if (!is_cjk(next_code_point(han, at))) return 0;
  }
  return count_code_points(han);
}

bool is_pinyin(const Name& name) {
  const std::size_t family = pinyin_syllables(name.family);
  const std::size_t given = pinyin_syllables(name.given);
  return family >= 1 && family <= kMostSyllables && given >= 1 && given <= kMostSyllables;
}

std::string without_stop(std::string text) {
  while (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

std::string apa_given(const Name& name) { return initials(name.given, ".", true); }

}  // namespace

std::string gb_name(const Name& name, GbEdition edition) {
  if (!name.is_person()) return name.literal;
  if (has_han(name.family)) return name.family + name.given;
  const bool is_2015 = edition == GbEdition::of_2015;
  std::string out = is_2015 ? upper_case(name.family) : name.family;
  out += " " + (!is_2015 && is_pinyin(name) ? name.given : initials(name.given, "", !is_2015));
  if (!name.suffix.empty()) out += (is_2015 ? ", " : "，") + without_stop(name.suffix);
  return out;
}

std::string gb_names(const std::vector<Name>& names, GbEdition edition, bool in_chinese) {
  const bool cut = names.size() > kGbMostNames;
  std::vector<std::string> written;
  for (std::size_t i = 0; i < (cut ? kGbMostNames : names.size()); ++i) written.push_back(gb_name(names[i], edition));
  if (cut) written.emplace_back(in_chinese ? "等" : "et al");
  return join_texts(written, edition == GbEdition::of_2015 ? ", " : "，");
}

std::string apa_author(const Name& name) {
  if (!name.is_person()) return name.literal;
  if (has_han(name.family)) return name.family + name.given;
  std::string out = name.family + ", " + apa_given(name);
  if (!name.suffix.empty()) out += ", " + name.suffix;
  return out;
}

std::string apa_authors(const std::vector<Name>& names) {
  std::vector<std::string> written;
  written.reserve(names.size());
  for (const Name& name : names) written.push_back(apa_author(name));
  if (written.size() > kApaMostNames) {
    const std::string last = written.back();
    written.resize(kApaFirstNames);
    return join_texts(written, ", ") + ", … " + last;
  }
  if (written.size() > 1) written.back().insert(0, "& ");
  return join_texts(written, ", ");
}

std::string apa_contributors(const std::vector<Name>& names) {
  std::vector<std::string> written;
  for (const Name& name : names) {
    const bool in_one_piece = !name.is_person() || has_han(name.family);
    written.push_back(in_one_piece ? apa_author(name) : apa_given(name) + " " + name.family);
    if (!in_one_piece && !name.suffix.empty()) written.back() += ", " + name.suffix;
  }
  if (written.size() == 2) return written[0] + " & " + written[1];
  if (written.size() > 2) written.back().insert(0, "& ");
  return join_texts(written, ", ");
}

}  // namespace armillary::citation
