#include "yaml/yaml_lint.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "yaml/flow_lint.h"
#include "yaml/lint_text.h"
#include "yaml/quote_lint.h"
#include "yaml/read_yaml.h"
#include "yaml/scalar_place.h"
#include "yaml/value_lint.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
// A mapping or a list in block style that may go on, by the column of its keys or dashes.
struct Level {
  int column = 0;
  bool is_list = false;
};

// What a line, or what follows a dash, begins with.
enum class Head { dash, key, text };

// What to do after a check: read on, read the repaired line again, or leave it.
enum class Step { go_on, again, stop };

class BlockLint {
 public:
  explicit BlockLint(LintText& text) : text_(text) {}

  void run() {
    while (at_ < text_.size()) {
      const TextLine line = text_.line_of(at_);
      at_ = line.next;  // moved further by whatever runs over several lines
      check_line(line);
    }
  }

 private:
  // --- Lines

  void check_line(const TextLine& line) {
    std::size_t first = line.begin;
    while (first < line.end && text_.at(first) == ' ') ++first;
    if (first == line.end) return;
    const int column = static_cast<int>(first - line.begin);
    const bool continues = continues_ && column > *continues_;
    if (skips_below_ && column > *skips_below_) return text_.blank(line.begin, line.end);
    skips_below_.reset();
    if (!check_indentation(line, first, continues)) return;
    first = text_.skip_blanks(first);
    const bool is_comment = first < line.end && text_.at(first) == '#';
    // The parser takes a tab on a line without text for indentation.
    if (first == line.end || is_comment) text_.blank(line.begin, first);
    if (is_comment) continues_.reset();
    if (first == line.end || is_comment) return;
    if (continues) return check_continuation(line, first);
    continues_.reset();
    if (column == 0 && check_document_line(line)) return;
    if (is_ended_) return end_with(kYamlSecondDocument, line);
    read_structure(line, first);
  }

  // Whether the white space before a line's text is all spaces. `at` is where the spaces end.
  bool check_indentation(const TextLine& line, std::size_t at, bool continues) {
    const std::size_t first = text_.skip_blanks(at);
    if (text_.is_at(first, kWideSpace)) {
      if (!last_line_was_odd_) text_.report(kFullwidthSpace, first, first + kWideSpace.size());
    } else if (first > at && first < line.end && !continues && text_.at(first) != '#') {
      if (!last_line_was_odd_) text_.report(kYamlTab, at, first);
    } else {
      last_line_was_odd_ = false;
      return true;
    }
    last_line_was_odd_ = true;
    text_.blank(line.begin, line.end);
    return false;
  }

  // Lines that begin, end or direct documents. Returns whether this is one.
  bool check_document_line(const TextLine& line) {
    if (text_.at(line.begin) == '%') {
      text_.report(kYamlDirective, line.begin, line.end);
      text_.blank(line.begin, line.end);
      return true;
    }
    const bool begins = text_.is_at(line.begin, "---");
    const bool ends = text_.is_at(line.begin, "...");
    if ((!begins && !ends) || !text_.is_space_at(line.begin + 3)) return false;
    if (begins && (has_content_ || is_ended_)) {
      end_with(kYamlSecondDocument, line);
    } else if (ends) {
      is_ended_ = true;
    }
    return true;
  }

  // Reports the line and ignores all that follows.
  void end_with(const Message& message, const TextLine& line) {
    text_.report(message, text_.skip_blanks(line.begin), line.end);
    text_.blank(line.begin, text_.size());
    at_ = text_.size();
  }

  // A further line of a plain text.
  void check_continuation(const TextLine& line, std::size_t first) {
    if (text_.has_colon(first, line)) {
      const std::size_t colon = text_.find_colon(first, line);
      text_.report(kYamlKeyBelowValue, first, colon + 1, shortened(trimmed(text_.slice(first, colon))));
      skip_below(*continues_, line);
      return;
    }
    if (text_.at(first) == '-' && text_.is_space_at(first + 1)) text_.report(kYamlDashInText, first, line.end);
    const std::size_t behind = text_.skip_blanks(text_.end_of_plain(first, line));
    if (behind < line.end) continues_.reset();  // a comment ends the text
  }

  // --- Structure: dashes, keys and the column they stand in

  void read_structure(const TextLine& line, std::size_t at) {
    if (is_wide_comment(at)) return;
    repair_dash(line, at);
    bool is_first = true;
    while (at < line.end) {
      const int column = static_cast<int>(at - line.begin);
      std::size_t colon = kNowhere;
      const auto head = read_head(line, at, colon);
      if (!head) return;
      const Step step = is_first ? find_level(line, at, column, *head) : open_level(line, at, column, *head);
      if (step == Step::stop) return;
      if (step == Step::again) continue;
      has_content_ = true;
      is_first = false;
      if (*head == Head::text) return read_value(line, at);
      if (*head == Head::key) return read_key(line, at, colon);
      at = skip_to_value(line, at + 1);
    }
  }

  // What stands at `at`; for a key also where its colon is. Nothing after a report that ends the line.
  std::optional<Head> read_head(const TextLine& line, std::size_t at, std::size_t& colon) {
    const char c = text_.at(at);
    const bool alone = text_.is_space_at(at + 1);
    if (c == '-' && alone) return Head::dash;
    if ((c == '?' || c == ':') && alone) {
      text_.report(c == '?' ? kYamlExplicitKey : kYamlEmptyKey, at, at + 1);
      skip_below(static_cast<int>(at - line.begin), line);
      return std::nullopt;
    }
    if (c == '"' || c == '\'') return read_quoted_head(line, at, colon);
    if (std::string_view("[{|>").find(c) != kNowhere) return Head::text;
    colon = text_.find_colon(at, line);
    return colon == kNowhere ? Head::text : Head::key;
  }

  // A quoted text is a key if it closes on its line with a colon behind it.
  Head read_quoted_head(const TextLine& line, std::size_t at, std::size_t& colon) const {
    const std::size_t end = end_of_quoted(text_.text().substr(0, line.end), at);
    if (end == kNowhere) return Head::text;
    colon = text_.skip_blanks(end);
    return text_.at(colon) == ':' && text_.is_space_at(colon + 1) ? Head::key : Head::text;
  }

  // Finds the collection that a line belongs to, or opens one.
  Step find_level(const TextLine& line, std::size_t at, int column, Head head) {
    before_ = levels_;
    while (!levels_.empty() && levels_.back().column > column) close_level();
    const bool list_is_value = levels_.size() > 1 && levels_[levels_.size() - 2].column == column;
    if (head != Head::dash && is_list_at(column) && list_is_value) close_level();
    if (levels_.empty() && has_content_) {
      text_.report(before_.empty() ? kYamlAfterEnd : kYamlLeftOfFirst, at, line.end);
      if (before_.empty()) return skip_below(-1, line);
    } else if (!levels_.empty() && levels_.back().column == column) {
      return stay_in_level(line, at, column, head);
    } else if (!levels_.empty() && !awaits_value_) {
      report_indentation(line, at, column);
      return skip_below(column - 1, line);
    }
    last_odd_column_.reset();
    return open_level(line, at, column, head);
  }

  // A line at the column of the innermost collection.
  Step stay_in_level(const TextLine& line, std::size_t at, int column, Head head) {
    const bool is_list = levels_.back().is_list;
    last_odd_column_.reset();
    if (head == (is_list ? Head::dash : Head::key)) return Step::go_on;
    if (!is_list && head == Head::dash && awaits_value_) return open_level(line, at, column, head);
    if (!is_list && head == Head::text && repair_key(text_, line, at)) return Step::again;
    const std::size_t end = text_.end_of_plain(at, line);
    if (!is_list && head == Head::dash) {
      text_.report(kYamlListAmongKeys, at, end);
    } else if (!is_list) {
      text_.report(kYamlExpectedKey, at, end, shortened(text_.slice(at, end)));
    } else if (text_.at(at) == '-') {
      text_.report(kYamlMissingDashSpace, at, end, shortened(text_.slice(at + 1, end)));
    } else {
      text_.report(kYamlMissingDash, at, end);
    }
    return skip_below(column, line);
  }

  bool is_list_at(int column) const {
    return !levels_.empty() && levels_.back().is_list && levels_.back().column == column;
  }

  // Where a new collection or a text begins.
  Step open_level(const TextLine& line, std::size_t at, int column, Head head) {
    if (head == Head::text)
      return is_first_of_mapping(line, column) && repair_key(text_, line, at) ? Step::again : Step::go_on;
    if (levels_.size() >= kMaxYamlDepth) {
      text_.report(kYamlTooDeep, at, at + 1, kMaxYamlDepth);
      text_.blank(line.begin, text_.size());
      at_ = text_.size();
      return Step::stop;
    }
    levels_.push_back({column, head == Head::dash});
    return Step::go_on;
  }

  // Whether what begins at `column` must be a mapping, because the next line has a key at that column.
  bool is_first_of_mapping(const TextLine& line, int column) const {
    const TextLine next = text_.next_content_line(line);
    const std::size_t first = text_.skip_blanks(next.begin);
    return static_cast<int>(first - next.begin) == column && text_.has_colon(first, next);
  }

  void close_level() {
    levels_.pop_back();
    awaits_value_ = false;
  }

  void report_indentation(const TextLine& line, std::size_t at, int column) {
    if (last_odd_column_ == column) return;
    last_odd_column_ = column;
    std::string columns;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (i > 0 && before_[i].column == before_[i - 1].column) continue;
      if (!columns.empty()) columns += " or ";
      columns += std::to_string(before_[i].column);
    }
    text_.report(kYamlIndentation, at, line.end, column, columns);
  }

  // Blanks a line that was reported, and the lines below it that are indented by more than `column`.
  Step skip_below(int column, const TextLine& line) {
    text_.blank(line.begin, line.end);
    skips_below_ = column;
    continues_.reset();
    return Step::stop;
  }

  int parent_column() const { return levels_.empty() ? -1 : levels_.back().column; }

  // --- Full-width forms at the start of a line

  // ＃ remark
  bool is_wide_comment(std::size_t at) {
    if (!text_.is_at(at, kWideHash) || awaits_value_) return false;
    text_.mend(kFullwidthHash, at, kWideHash, "#");
    return true;
  }

  // Makes a list mark of another dash, and of one with a full-width space.
  void repair_dash(const TextLine& line, std::size_t at) {
    constexpr std::array<std::string_view, 4> kDashes{"－", "—", "–", "−"};
    if (text_.at(at) == '-' && text_.is_at(at + 1, kWideSpace)) {
      text_.mend(kFullwidthSpace, at + 1, kWideSpace, "");
    }
    for (const std::string_view dash : kDashes) {
      const std::size_t behind = at + dash.size();
      const bool has_wide_space = text_.is_at(behind, kWideSpace);
      if (!text_.is_at(at, dash) || (text_.at(behind) != ' ' && !has_wide_space)) continue;
      if (dash != kDashes[0] && !has_list_sibling(line, at, dash)) continue;
      text_.mend(kFullwidthDash, at, dash, "-", dash);
      if (has_wide_space) text_.repair(behind, kWideSpace.size(), "");
    }
  }

  // A text may begin with a dash; two lines below each other, or a line in a list, do not by chance.
  bool has_list_sibling(const TextLine& line, std::size_t at, std::string_view dash) const {
    const auto column = at - line.begin;
    if (is_list_at(static_cast<int>(column))) return true;
    const TextLine next = text_.next_content_line(line);
    const std::size_t first = next.begin + column;
    return text_.skip_blanks(next.begin) == first && (text_.is_at(first, dash) || text_.is_at(first, "- "));
  }

  // --- Keys and values

  void read_key(const TextLine& line, std::size_t at, std::size_t colon) {
    const std::string_view key = trimmed(text_.slice(at, colon));
    const std::size_t wide = key.find(kWideColon);
    if (wide != kNowhere && wide > 0 && key.front() != '"' && key.front() != '\'' &&
        key.substr(0, wide).find(' ') == kNowhere) {
      const std::string name(key.substr(0, wide));
      text_.mend(kFullwidthColon, at + wide, kWideColon, ":", name, name);
      colon = at + wide;
    } else if (key.front() == '"' || key.front() == '\'') {
      lint_quoted(text_, at, parent_column());
    } else {
      lint_curly_quotes(text_, at, key, true);
      if (std::string_view("&*!@`%,]}").find(key.front()) != kNowhere) {
        lint_first_of_value(text_, at, std::min(colon, line.end));
        skip_below(static_cast<int>(at - line.begin), line);
        return;
      }
    }
    const std::size_t value = skip_to_value(line, colon + 1);
    if (value < line.end) read_value_of_key(line, value);
  }

  // Skips what may stand before a value. `line.end` where nothing but a comment follows: then the value may
  // stand on the lines below.
  std::size_t skip_to_value(const TextLine& line, std::size_t at) {
    awaits_value_ = false;
    const std::size_t blanks = at;
    at = text_.skip_blanks(at);
    while (text_.is_at(at, kWideSpace)) {
      text_.mend(kFullwidthSpace, at, kWideSpace, "");
      at = text_.skip_blanks(at);
    }
    if (at >= line.end || text_.at(at) == '#') {
      if (at < line.end) lint_comment(text_, at, line);
      awaits_value_ = true;
      return line.end;
    }
    const bool has_tab = text_.slice(blanks, at).find('\t') != kNowhere;
    if (has_tab && text_.at(blanks - 1) == '-' && text_.has_colon(at, line)) {
      text_.report(kYamlTab, blanks, at);
      text_.blank(blanks, at);
    }
    return at;
  }

  void read_value_of_key(const TextLine& line, std::size_t at) {
    const bool alone = text_.is_space_at(at + 1);
    if (text_.at(at) == '-' && alone) {
      text_.report(kYamlListOnKeyLine, at, line.end);
      skip_below(parent_column(), line);
    } else if (std::string_view("?:").find(text_.at(at)) != kNowhere && alone) {
      text_.report(kYamlReservedStart, at, at + 1, text_.slice(at, at + 1));
      skip_below(parent_column(), line);
    } else {
      read_value(line, at);
    }
  }

  void read_value(const TextLine& line, std::size_t at) {
    awaits_value_ = false;
    const char c = text_.at(at);
    if (c == '"' || c == '\'') return read_quoted(at);
    if (c == '[' || c == '{') return read_flow(line, at);
    if (c == '|' || c == '>') return read_block_text(line, at);
    if (lint_first_of_value(text_, at, line.end)) return static_cast<void>(skip_below(parent_column(), line));
    read_plain(line, at);
  }

  void read_quoted(std::size_t at) {
    const char quote = text_.at(at);
    const std::size_t end = lint_quoted(text_, at, parent_column());
    const TextLine first_line = text_.line_of(at);
    if (end == kNowhere) {
      skips_below_ = parent_column();
      text_.blank(at, first_line.end);
      return;
    }
    const TextLine line = text_.line_of(end);
    at_ = line.next;
    const std::size_t behind = text_.skip_blanks(end);
    if (behind >= line.end || text_.at(behind) == '#') return;
    if (text_.at(behind) == ':' && !text_.is_space_at(behind + 1)) {
      const std::string_view key = text_.slice(at, end);
      text_.report(kYamlMissingSpace, behind, behind + 1, key, key, shortened(text_.slice(behind + 1, line.end)));
    } else if (text_.at(behind) == ':') {
      text_.report(kYamlColonInValue, at, line.end, in_quotes(text_.slice(at, line.end)));
    } else {
      text_.report(kYamlTextAfterQuote, behind, line.end, quote == '"' ? "\\\"" : "''");
    }
    text_.blank(behind, line.end);
    skips_below_ = parent_column();
  }

  void read_flow(const TextLine& line, std::size_t at) {
    const char open = text_.at(at);
    lint_wide_closing(text_, line, at);
    const FlowEnd flow = lint_flow(text_, at, parent_column());
    at_ = flow.end;
    if (!flow.is_closed) return;
    const TextLine last = text_.line_of(flow.end);
    at_ = last.next;
    const std::size_t behind = text_.skip_blanks(flow.end);
    if (behind >= last.end || text_.at(behind) == '#') return;
    if (text_.at(behind) == ':' && text_.is_space_at(behind + 1)) {
      text_.report(kYamlKeyNotText, at, flow.end, open == '[' ? "a list" : "a mapping");
    } else {
      text_.report(kYamlTextAfterBracket, behind, last.end, text_.at(flow.end - 1));
    }
    text_.blank(behind, last.end);
    skips_below_ = parent_column();
  }

  // `|` or `>` and the lines below it that are indented further than its key.
  void read_block_text(const TextLine& line, std::size_t at) {
    const auto is_indent_given = read_block_header(text_, line, at);
    if (is_indent_given) return read_block_lines(line.next, *is_indent_given);
    skips_below_ = parent_column();
  }

  void read_block_lines(std::size_t begin, bool is_indent_given) {
    int indent = -1;
    for (at_ = begin; at_ < text_.size(); at_ = text_.line_of(at_).next) {
      const TextLine line = text_.line_of(at_);
      std::size_t first = line.begin;
      while (first < line.end && text_.at(first) == ' ') ++first;
      if (first == line.end) continue;
      const int column = static_cast<int>(first - line.begin);
      if (column <= parent_column()) return;
      if (indent < 0) indent = column;
      if (column >= indent || is_indent_given) continue;
      if (text_.at(first) == '#') return;
      text_.report(kYamlBlockIndentation, first, line.end, indent);
      text_.blank(line.begin, line.end);
    }
  }

  void read_plain(const TextLine& line, std::size_t at) {
    const std::size_t end = text_.end_of_plain(at, line);
    const std::size_t colon = text_.find_colon(at, line);
    const std::string_view value = text_.slice(at, end);
    if (lint_wide_brackets(text_, at, value)) return;
    if (colon < end) {
      const bool is_quoted = value.starts_with("“") && value.ends_with("”");
      if (is_quoted) {
        lint_curly_quotes(text_, at, value, true);
      } else {
        text_.report(kYamlColonInValue, at, end, in_quotes(value));
      }
      text_.blank(at, line.end);
      skips_below_ = parent_column();
      return;
    }
    lint_curly_quotes(text_, at, value, false);
    lint_wide_comment(text_, at, value);
    const std::size_t behind = text_.skip_blanks(end);
    if (behind < line.end) return lint_comment(text_, behind, line);
    continues_ = parent_column();
  }

  LintText& text_;
  std::size_t at_ = 0;              // the line to be read next
  std::vector<Level> levels_;       // the collections that enclose it, outermost first
  std::vector<Level> before_;       // those that enclosed what stands above it
  bool has_content_ = false;        // a node of the document has begun
  bool is_ended_ = false;           // `...` was read
  bool awaits_value_ = false;       // the last key or dash had nothing behind it
  std::optional<int> continues_;    // lines indented by more go on with the plain text above
  std::optional<int> skips_below_;  // lines indented by more belong to one that was reported
  std::optional<int> last_odd_column_;
  bool last_line_was_odd_ = false;  // by its white space; one report for several such lines
};

}  // namespace

LintedYaml lint_yaml(const SourceFile& file, Span span, Diagnostics& diagnostics) {
  LintText text(file, span, diagnostics);
  BlockLint(text).run();
  const bool is_sound = text.is_sound();
  return {text.take(), is_sound};
}

}  // namespace armillary
