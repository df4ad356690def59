#include "yaml/value_lint.h"

#include <algorithm>
#include <array>

#include "base/find_byte.h"
#include "yaml/flow_lint.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kMaxKeyLength = 100;  // in bytes, of what may be taken for a key with the wrong colon

struct WideBracket {
  std::string_view wide;
  std::string_view narrow;
};

}  // namespace

bool repair_key(LintText& text, const TextLine& line, std::size_t at) {
  if (std::string_view("\"'[{|>").find(text.at(at)) != kNowhere) return false;
  const std::string_view piece = text.slice(at, text.end_of_plain(at, line));
  const std::size_t wide = std::min(piece.find(kWideColon), piece.size());
  const std::size_t narrow = std::min(piece.find(':'), piece.size());
  const std::size_t end = std::min(wide, narrow);
  const std::string key(trimmed(piece.substr(0, end)));
  const bool is_key = end > 0 && end < std::min(piece.size(), kMaxKeyLength) && key.find(' ') == kNowhere;
  if (!is_key || piece.substr(end).starts_with("://")) return false;
  const std::size_t colon = at + end;
  if (wide < narrow) {
    text.mend(kFullwidthColon, colon, kWideColon, ":", key, key);
  } else if (text.is_at(colon + 1, kWideSpace)) {
    text.mend(kFullwidthSpace, colon + 1, kWideSpace, "");
  } else {
    text.report(kYamlMissingSpace, colon, colon + 1, key, key, shortened(trimmed(piece.substr(end + 1))));
    text.blank(colon + 1, line.end);  // there is no room for a space, so the value gives way
  }
  return true;
}

bool lint_wide_brackets(LintText& text, std::size_t at, std::string_view value) {
  constexpr std::array<WideBracket, 3> kOpen{{{"［", "["}, {"【", "["}, {"｛", "{"}}};
  constexpr std::array<std::string_view, 5> kClose{"］", "】", "｝", "]", "}"};
  for (const auto& [wide, narrow] : kOpen) {
    if (!value.starts_with(wide)) continue;
    for (const std::string_view close : kClose) {
      if (!value.ends_with(close) || value.size() <= wide.size() + close.size()) continue;
      const std::string_view inside = value.substr(wide.size(), value.size() - wide.size() - close.size());
      const bool has_comma = inside.find(',') != kNowhere || find_wide_comma(inside) != kNowhere;
      const bool may_be_text = narrow == "[" && close.size() > 1;  // 【专题】
      if (may_be_text && !has_comma && !is_ascii(inside)) return false;
      text.report(kFullwidthBracket, at, at + wide.size(), wide, narrow);
      return true;
    }
  }
  return false;
}

void lint_wide_closing(LintText& text, const TextLine& line, std::size_t at) {
  const char narrow = text.at(at) == '[' ? ']' : '}';
  if (text.slice(at, line.end).find(narrow) != kNowhere) return;
  const std::string_view rest = trimmed(text.slice(at, line.end));
  for (const std::string_view wide : {"］", "】", "｝"}) {
    if (!rest.ends_with(wide)) continue;
    const std::size_t place = at + rest.size() - wide.size();
    text.report(kFullwidthBracket, place, place + wide.size(), wide, narrow);
    text.repair(place, wide.size(), {&narrow, 1});
    return;
  }
}

void lint_wide_comment(LintText& text, std::size_t at, std::string_view value) {
  const std::size_t hash = value.find(" ＃ ");
  if (hash != kNowhere) text.report(kFullwidthHash, at + hash + 1, at + hash + 1 + kWideHash.size());
}

void lint_comment(LintText& text, std::size_t at, const TextLine& line) {
  const char next = text.at(at + 1);
  if (next < '0' || next > '9') return;
  text.report(kYamlCommentInValue, at, line.end, shortened(text.slice(at, line.end)));
}

bool lint_first_of_value(LintText& text, std::size_t at, std::size_t end) {
  const char c = text.at(at);
  if (c == ']' || c == '}') {
    text.report(kYamlStrayBracket, at, at + 1, c);
    return true;
  }
  if (c == ',') {
    text.report(kYamlReservedStart, at, at + 1, c);
    return true;
  }
  return c != '-' && c != '?' && lint_first_character(text, at, end);
}

std::optional<bool> read_block_header(LintText& text, const TextLine& line, std::size_t at) {
  constexpr std::string_view kDigits = "123456789";
  std::size_t end = at + 1;
  while (end < line.end && (text.at(end) == '+' || text.at(end) == '-' || kDigits.find(text.at(end)) != kNowhere))
    ++end;
  const std::string_view indicators = text.slice(at + 1, end);
  const bool has_digit = indicators.find_first_of(kDigits) != kNowhere;
  const bool has_sign = indicators.find_first_of("+-") != kNowhere;
  const bool is_known = indicators.size() == (has_digit ? 1U : 0U) + (has_sign ? 1U : 0U);
  const std::size_t behind = text.skip_blanks(end);
  const bool has_comment = text.at(behind) == '#' && behind > end;
  if (is_known && (behind >= line.end || has_comment)) return has_digit;
  text.report(kYamlBlockHeader, at, line.end, text.at(at), text.at(at));
  text.blank(at, line.end);
  return std::nullopt;
}

}  // namespace armillary
