#include "yaml/flow_lint.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/find_byte.h"
#include "base/utf8.h"
#include "yaml/quote_lint.h"
#include "yaml/read_yaml.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kFlowIndicators = ",[]{}";

bool is_flow_indicator(char c) { return kFlowIndicators.find(c) != std::string_view::npos; }

// No longer than names of people and countries mostly are.
bool is_short(std::string_view text) {
  constexpr std::size_t kLongestName = 4;
  return count_code_points(text) <= kLongestName;
}

std::vector<std::string_view> split_at_wide_commas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t comma = find_wide_comma(text); comma != kNowhere; comma = find_wide_comma(text)) {
    parts.push_back(trimmed(text.substr(0, comma)));
    text.remove_prefix(comma + kWideCommas.front().size());
  }
  parts.push_back(trimmed(text));
  return parts;
}

char closing(char open) { return open == '[' ? ']' : '}'; }

class FlowLint {
 public:
  FlowLint(LintText& text, std::size_t open, int parent_column)
      : text_(text), open_(open), parent_column_(parent_column) {}

  FlowEnd run() {
    std::size_t at = push(open_);
    while (!open_brackets_.empty() && at < text_.size() && !is_broken_) at = step(at);
    if (open_brackets_.empty()) return {true, at};
    if (!is_broken_) report_unclosed(text_.size());
    const std::size_t resume = is_broken_ ? at : text_.size();
    text_.blank(open_, resume);
    return {false, resume};
  }

 private:
  struct Bracket {
    char kind = '[';
    std::size_t at = 0;
    bool has_colon = false;  // in the entry being read
    std::size_t commas = 0;  // so far
    // An only item that may be several, from its begin to its end.
    std::optional<std::pair<std::size_t, std::size_t>> doubtful_item = std::nullopt;
  };
  enum class Last { separator, plain, closed_quote, closed_bracket };

  Bracket& top() { return open_brackets_.back(); }

  // Reads one token; returns where the next begins.
  std::size_t step(std::size_t at) {
    const char c = text_.at(at);
    if (c == '\n') return begin_line(at + 1);
    if (text_.is_space_at(at)) return at + 1;
    if (c == '#') return text_.line_of(at).end;
    if (text_.is_at(at, kWideSpace)) return replace_wide_space(at);
    if (c == ',') return end_entry(at);
    if (is_colon(at)) return read_colon(at);
    if (c == ']' || c == '}') return pop(at);
    if (last_ == Last::closed_quote || last_ == Last::closed_bracket) return report_text_behind(at);
    if (c == '"' || c == '\'') return read_quoted(at);
    if (c == '[' || c == '{') return push(at);
    return read_plain(at);
  }

  std::size_t begin_line(std::size_t begin) {
    const TextLine line = text_.line_of(begin);
    const std::size_t first = text_.skip_blanks(begin);
    if (first >= line.end || text_.at(first) == '#') return line.end;
    const bool is_marker = (text_.is_at(begin, "---") || text_.is_at(begin, "...")) && text_.is_space_at(begin + 3);
    const bool closes = text_.at(first) == ']' || text_.at(first) == '}';
    const bool is_foreign = static_cast<int>(first - begin) <= parent_column_ && !closes;
    if (!is_marker && !is_foreign) return first;
    report_unclosed(begin);
    is_broken_ = true;
    return begin;
  }

  std::size_t replace_wide_space(std::size_t at) {
    text_.mend(kFullwidthSpace, at, kWideSpace, "");
    return at;
  }

  std::size_t push(std::size_t at) {
    if (open_brackets_.size() >= kMaxYamlDepth) {
      text_.report(kYamlTooDeep, at, at + 1, kMaxYamlDepth);
      is_broken_ = true;
      return text_.size();
    }
    open_brackets_.push_back({text_.at(at), at});
    last_ = Last::separator;
    return at + 1;
  }

  std::size_t pop(std::size_t at) {
    const Bracket bracket = top();
    const char right = closing(bracket.kind);
    if (text_.at(at) != right) {
      text_.report(kYamlWrongBracket, at, at + 1, text_.at(at), bracket.kind, text_.line_number(bracket.at), right);
      text_.repair(at, 1, {&right, 1});
    }
    if (bracket.commas == 0 && bracket.doubtful_item) {
      const auto [begin, end] = *bracket.doubtful_item;
      text_.report(kFullwidthCommaInItem, begin, end, text_.slice(begin, end));
    }
    open_brackets_.pop_back();
    last_ = Last::closed_bracket;
    return at + 1;
  }

  std::size_t end_entry(std::size_t at) {
    if (last_ == Last::separator && !top().has_colon) text_.report(kYamlEmptyItem, at, at + 1);
    ++top().commas;
    top().has_colon = false;
    last_ = Last::separator;
    return at + 1;
  }

  bool is_colon(std::size_t at) const {
    if (text_.at(at) != ':') return false;
    const bool behind_key = last_ == Last::closed_quote || last_ == Last::closed_bracket;
    return behind_key || text_.is_space_at(at + 1) || is_flow_indicator(text_.at(at + 1));
  }

  std::size_t read_colon(std::size_t at) {
    if (top().has_colon) {
      text_.report(kYamlMissingComma, at, at + 1);
      text_.repair(at, 1, " ");
    } else if (last_ == Last::separator) {
      text_.report(kYamlEmptyKey, at, at + 1);
      text_.repair(at, 1, " ");
    }
    top().has_colon = true;
    last_ = Last::separator;
    return at + 1;
  }

  std::size_t report_text_behind(std::size_t at) {
    const std::size_t end = std::min(text_.text().find_first_of(",[]{}\r\n", at + 1), text_.size());
    const char closed = text_.at(closed_at_);
    if (last_ == Last::closed_quote) {
      text_.report(kYamlTextAfterQuote, at, end, closed == '"' ? "\\\"" : "''");
    } else {
      text_.report(kYamlTextAfterBracket, at, end, "]");
    }
    text_.blank(at, end);
    return end;
  }

  std::size_t read_quoted(std::size_t at) {
    const std::size_t end = lint_quoted(text_, at, parent_column_);
    if (end == kNowhere) {
      is_broken_ = true;
      return text_.line_of(at).next;
    }
    closed_at_ = at;
    last_ = Last::closed_quote;
    return end;
  }

  // Where the plain text that goes on at `at` ends on its line, blanks before the end left out.
  std::size_t end_of_plain(std::size_t at) const {
    std::size_t end = at;
    for (std::size_t i = at; i < text_.size() && text_.at(i) != '\n'; ++i) {
      const char c = text_.at(i);
      if (is_flow_indicator(c)) break;
      if (c == ':' && i > at && (text_.is_space_at(i + 1) || is_flow_indicator(text_.at(i + 1)))) break;
      if (c == '#' && i > at && text_.is_space_at(i - 1)) break;
      if (!text_.is_space_at(i)) end = i + 1;
    }
    return std::max(end, at + 1);
  }

  std::size_t read_plain(std::size_t begin) {
    const std::size_t end = end_of_plain(begin);
    if (last_ == Last::separator && (lint_first_colon(begin, end) || lint_first_character(text_, begin, end))) {
      last_ = Last::plain;
      return end;
    }
    if (const auto again = repair_slip(begin, end)) return *again;
    if (text_.at(begin) == '?') text_.repair(begin, 1, {&kStandsForQuestionMark, 1});
    last_ = Last::plain;
    return end;
  }

  // [:a], {b: ::c}: in brackets a text cannot begin so, as it can elsewhere.
  bool lint_first_colon(std::size_t begin, std::size_t end) {
    if (text_.at(begin) != ':') return false;
    text_.report(kYamlReservedStart, begin, begin + 1, ':');
    text_.blank(begin, end);
    return true;
  }

  // Reports slips in the plain text; after a repair, where to read on.
  std::optional<std::size_t> repair_slip(std::size_t begin, std::size_t end) {
    const std::string_view piece = text_.slice(begin, end);
    const char next = text_.at(text_.skip_blanks(end));
    const bool is_value = top().has_colon;
    if (top().kind == '[') {
      lint_curly_quotes(text_, begin, piece, true);
      return repair_comma_in_list(begin, piece);
    }
    if (!is_value && next == ':') {
      lint_curly_quotes(text_, begin, piece, true);
      return repair_comma_in_key(begin, piece);
    }
    if (!is_value && (next == ',' || next == '}')) return repair_missing_colon(begin, piece);
    if (next == ':') return repair_second_colon(begin, piece);
    lint_curly_quotes(text_, begin, piece, false);
    lint_cut_quotation(begin, piece);
    return std::nullopt;
  }

  // “one, two”: a comma inside cuts the text, so that the marks were meant as quotes.
  void lint_cut_quotation(std::size_t begin, std::string_view piece) {
    if (!piece.starts_with("“") || piece.find("”") != kNowhere) return;
    const std::string_view rest = text_.slice(begin, text_.line_of(begin).end);
    const std::size_t closing_mark = rest.find("”");
    if (closing_mark == kNowhere) return;
    text_.report(kFullwidthQuote, begin, begin + closing_mark + std::string_view("”").size(), "“");
  }

  // [oecd，g7] and [oecd、g7] are slips for sure; a Chinese item may hold the mark, and short ones are doubtful.
  std::optional<std::size_t> repair_comma_in_list(std::size_t begin, std::string_view piece) {
    const std::size_t comma = find_wide_comma(piece);
    if (comma == kNowhere) return std::nullopt;
    const std::vector<std::string_view> parts = split_at_wide_commas(piece);
    if (std::all_of(parts.begin(), parts.end(), is_ascii)) return replace_wide_comma(begin, begin + comma);
    const bool are_short = std::all_of(parts.begin(), parts.end(), is_short);
    if (are_short && top().commas == 0) top().doubtful_item = {begin, begin + piece.size()};
    return std::nullopt;
  }

  std::size_t replace_wide_comma(std::size_t begin, std::size_t comma) {
    const std::string mark(text_.slice(comma, comma + kWideCommas.front().size()));
    text_.mend(kFullwidthComma, comma, mark, ",", mark, mark);
    return begin;
  }

  // An entry of a mapping without a colon, such as {zh：宣言} or {zh:宣言}.
  std::optional<std::size_t> repair_missing_colon(std::size_t begin, std::string_view piece) {
    const std::size_t wide = piece.find(kWideColon);
    const std::size_t narrow = piece.find(':');
    if (wide != kNowhere && wide > 0 && wide < narrow) {
      const std::string key(trimmed(piece.substr(0, wide)));
      text_.mend(kFullwidthColon, begin + wide, kWideColon, ":", key, key);
      return begin;
    }
    if (narrow != kNowhere && !piece.substr(narrow).starts_with("://")) {
      const std::string_view key = piece.substr(0, narrow);
      text_.report(kYamlMissingSpace, begin + narrow, begin + narrow + 1, key, key,
                   shortened(piece.substr(narrow + 1)));
    }
    return std::nullopt;
  }

  // {zh：宣言， en: Declaration}: a key and its value stand before the comma.
  std::optional<std::size_t> repair_comma_in_key(std::size_t begin, std::string_view piece) {
    const std::size_t comma = rfind_wide_comma(piece);
    const bool has_entry = comma != kNowhere && piece.substr(0, comma).find(kWideColon) != kNowhere;
    return has_entry ? std::optional(replace_wide_comma(begin, begin + comma)) : std::nullopt;
  }

  // {zh: 宣言， en: Declaration}: the comma is the slip; without one the colon is.
  std::optional<std::size_t> repair_second_colon(std::size_t begin, std::string_view piece) {
    const std::size_t comma = rfind_wide_comma(piece);
    if (comma != kNowhere) return replace_wide_comma(begin, begin + comma);
    const std::string_view rest = text_.slice(begin, text_.line_of(begin).end);
    const std::string_view whole = trimmed(rest.substr(0, rest.find_first_of(kFlowIndicators)));
    text_.report(kYamlColonInValue, begin, begin + whole.size(), in_quotes(whole));
    text_.repair(text_.skip_blanks(begin + piece.size()), 1, ".");
    return begin;
  }

  // Reports the innermost bracket, or the full-width one that was to close it, on the lines before `end`.
  void report_unclosed(std::size_t end) {
    const std::string_view region = text_.slice(top().at, end);
    for (const std::string_view wide : {"］", "】", "｝"}) {
      const std::size_t found = region.find(wide);
      if (found == kNowhere) continue;
      const std::size_t at = top().at + found;
      text_.report(kFullwidthBracket, at, at + wide.size(), wide, closing(top().kind));
      return;
    }
    text_.report(kYamlUnclosedBracket, top().at, top().at + 1, top().kind, closing(top().kind));
  }

  LintText& text_;
  std::size_t open_;
  int parent_column_;
  std::vector<Bracket> open_brackets_;
  Last last_ = Last::separator;
  std::size_t closed_at_ = 0;  // the opening of the last quoted text
  bool is_broken_ = false;
};

// The first word, for messages that name an anchor or a tag.
std::string_view first_word(std::string_view text) { return text.substr(0, text.find_first_of(" \t\r\n,[]{}")); }

}  // namespace

FlowEnd lint_flow(LintText& text, std::size_t open, int parent_column) {
  return FlowLint(text, open, parent_column).run();
}

bool lint_first_character(LintText& text, std::size_t at, std::size_t end) {
  const char c = text.at(at);
  const std::string_view word = first_word(text.slice(at, end));
  const std::size_t word_end = at + word.size();
  if (c == '&') {
    text.report(kYamlAnchor, at, word_end, word);
  } else if (c == '*') {
    text.report(kYamlAlias, at, word_end, word);
  } else if (c == '!') {
    text.report(kYamlTag, at, word_end, word);
  } else if (c == '-' && text.is_space_at(at + 1)) {
    text.report(kYamlDashInBrackets, at, at + 1);
  } else if (c == '?' && text.is_space_at(at + 1)) {
    text.report(kYamlExplicitKey, at, at + 1);
  } else if (std::string_view("@`%|>").find(c) != kNowhere) {
    text.report(kYamlReservedStart, at, at + 1, c);
  } else {
    return false;
  }
  text.blank(at, end);
  return true;
}

}  // namespace armillary
