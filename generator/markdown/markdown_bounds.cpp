#include "markdown/markdown_bounds.h"

#include <algorithm>
#include <string_view>

#include "base/find_byte.h"

namespace armillary::markdown {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

// Length of a list marker at the start of `text` ("- ", "12. "), or 0.
std::size_t list_marker(std::string_view text) {
  std::size_t length = 0;
  if (text.empty()) return 0;
  if (text[0] == '-' || text[0] == '+' || text[0] == '*') {
    length = 1;
  } else {
    while (length < text.size() && length < 9 && is_digit(text[length])) ++length;
    if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
    ++length;
  }
  return length == text.size() || is_blank(text[length]) ? length : 0;
}

// "* * *": its stars are no list markers, however many there are.
bool is_thematic_break(std::string_view text) {
  const char mark = text.empty() ? '\0' : text.front();
  if (mark != '*' && mark != '-' && mark != '_') return false;
  return std::all_of(text.begin(), text.end(), [mark](char c) { return c == mark || is_blank(c); }) &&
         std::count(text.begin(), text.end(), mark) >= 3;
}

// Whether the line ends a paragraph before it: white space alone, or quote marks that are none of its text. An empty
// list item does not.
bool is_empty_line(std::string_view line) {
  for (;;) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent > 3 || line[indent] != '>') break;  // npos is more than 3
    line.remove_prefix(indent + 1);
  }
  return std::all_of(line.begin(), line.end(), is_blank);
}

// Length of a footnote's label at the start of `text` ("[^a]:"), or 0.
std::size_t footnote_marker(std::string_view text) {
  if (text.substr(0, 2) != "[^") return 0;
  const std::size_t end = text.find_first_of("] \t");
  return end != std::string_view::npos && text.substr(end, 2) == "]:" ? end + 2 : 0;
}

// The columns of a line that may rule off a table's head ("|:--|--:|"), or 0.
std::size_t rule_columns(std::string_view text) {
  std::size_t columns = 0;
  bool is_rule = false;
  char previous = ' ';
  for (const char c : text) {
    if (c != '|' && c != '-' && c != ':' && !is_blank(c)) return 0;
    if (c == '|' || c == ':') is_rule = true;
    if (c == '-' && previous != '-') ++columns;
    previous = c;
  }
  return is_rule ? columns : 0;
}

// Reads a text line by line and knows no more of Markdown than is needed to bound it from above.
class BoundsCheck {
 public:
  explicit BoundsCheck(Reporter& reporter) : reporter_(reporter) {}

  void read_line(std::string_view line, std::uint32_t offset) {
    begin_ = offset;
    if (line.size() > kMaxLineBytes) {
      report_once(line_, kLineTooLong, span_of(offset, line.size()), line.size(), kMaxLineBytes);
    }
    const std::size_t content = read_containers(line);
    if (is_empty_line(line)) return end_run();
    if (ends_paragraph(line)) run_bytes_ = 0;
    run_bytes_ += line.size() + 1;
    if (run_bytes_ > kMaxRunBytes) report_once(run_, kRunTooLong, span_of(offset, line.size()), kMaxRunBytes);
    read_content(line, content);
  }

  bool finish() {
    end_run();
    if (longest_definition_ * closing_brackets_ > kMaxExpansion) {
      report_once(expansion_, kDefinitionTooLong, longest_definition_span_, longest_definition_, kMaxExpansion);
    }
    return !failed_;
  }

 private:
  static Span span_of(std::size_t offset, std::size_t length) {
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + length)};
  }

  template <typename... Args>
  void report_once(bool& reported, const Message& message, Span span, const Args&... args) {
    if (!reported) reporter_.report(message, span, args...);
    reported = true;
    failed_ = true;
  }

  // A bullet at the line's start ends any paragraph before it, so that a long list needs no empty lines.
  static bool ends_paragraph(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = line.substr(indent);
    return indent <= 3 && rest.size() > 2 && !is_digit(rest.front()) && list_marker(rest) == 1 &&
           rest.find_first_not_of(" \t", 1) != std::string_view::npos && !is_thematic_break(rest);
  }

  // Passes quote and list marks, counts how deep they nest, and returns where the content begins.
  std::size_t read_containers(std::string_view line) {
    std::size_t quotes = 0;
    std::size_t items = 0;
    std::size_t at = 0;
    std::size_t column = 0;
    while (at < line.size() && quotes + items <= kMaxNesting) {
      const char c = line[at];
      if (is_blank(c)) {
        column += c == '\t' ? 4 - column % 4 : 1;
        ++at;
        continue;
      }
      const std::string_view rest = line.substr(at);
      std::size_t marker = c == '>' ? 1 : list_marker(rest);
      if (marker > 0 && c != '>' && is_thematic_break(rest)) break;
      if (marker == 0) marker = footnote_marker(rest);
      if (marker == 0) break;
      if (c == '>') {
        ++quotes;
      } else {
        if (items++ == 0) close_lists(column);
        open_lists_.push_back(column + marker + 1);
      }
      column += marker;
      at += marker;
    }
    if (quotes + items > 0 && quotes + open_lists_.size() > kMaxNesting) {
      report_once(nesting_, kNestedTooDeep, span_of(begin_, line.size()), kMaxNesting);
    }
    return at;
  }

  // An item stays open for what is indented past its mark.
  void close_lists(std::size_t column) {
    while (!open_lists_.empty() && open_lists_.back() > column) open_lists_.pop_back();
  }

  void read_content(std::string_view line, std::size_t content) {
    const std::string_view text = line.substr(content);
    if (text.substr(0, 1) == "[" && text.substr(0, 2) != "[^" && text.find("]:") != std::string_view::npos) {
      end_definition(begin_);
      definition_ = begin_ + 1;
      if (++definitions_ > kMaxDefinitions) {
        report_once(definitions_reported_, kTooManyDefinitions, span_of(begin_ + content, text.size()),
                    kMaxDefinitions);
      }
    }
    ++run_lines_;
    end_ = begin_ + static_cast<std::uint32_t>(line.size());
    const std::size_t columns = rule_columns(text);
    if (columns > 0) ++run_rules_;
    run_columns_ = std::max(run_columns_, columns);
    if (run_rules_ > kMaxTableRules) report_once(rules_, kTooManyRules, span_of(begin_, line.size()), kMaxTableRules);
    count_brackets_and_pipes(line, content);
  }

  void count_brackets_and_pipes(std::string_view line, std::size_t content) {
    std::size_t pipes = 0;
    for (std::size_t i = content;; ++i) {
      i = find_byte<'\\', '|', '[', ']'>(line, std::min(i, line.size()));
      if (i == line.size()) break;
      switch (line[i]) {
        case '\\':
          ++i;
          break;
        case '|':
          ++pipes;
          break;
        case '[':
          if (++open_brackets_ > kMaxOpenBrackets) {
            report_once(brackets_, kTooManyBrackets, span_of(begin_ + i, 1), kMaxOpenBrackets);
          }
          break;
        case ']':
          ++closing_brackets_;
          if (open_brackets_ > 0) --open_brackets_;
          break;
        default:
          break;
      }
    }
    if (pipes > widest_row_) {
      widest_row_ = pipes;
      widest_row_span_ = span_of(begin_ + content, line.size() - content);
    }
  }

  void end_definition(std::uint32_t end) {
    if (definition_ == 0) return;
    const std::uint32_t begin = definition_ - 1;
    if (end - begin > longest_definition_) {
      longest_definition_ = end - begin;
      longest_definition_span_ = {begin, end};
    }
    definition_ = 0;
  }

  void end_run() {
    end_definition(end_);
    if (run_rules_ > 0) {
      // A row of n columns has up to n + 1 pipes.
      if (std::max(widest_row_, run_columns_ + 1) > kMaxColumns + 1) {
        report_once(columns_, kTooManyColumns, widest_row_span_, std::max(widest_row_, run_columns_ + 1) - 1,
                    kMaxColumns);
      }
      cells_ += run_columns_ * run_lines_;
      if (cells_ > kMaxTableCells) report_once(cells_reported_, kTooManyCells, widest_row_span_, kMaxTableCells);
    }
    run_bytes_ = run_lines_ = run_rules_ = run_columns_ = widest_row_ = open_brackets_ = 0;
  }

  Reporter& reporter_;
  bool failed_ = false;
  bool line_ = false, run_ = false, nesting_ = false, brackets_ = false, definitions_reported_ = false,
       expansion_ = false, rules_ = false, columns_ = false, cells_reported_ = false;

  std::uint32_t begin_ = 0;              // of this line
  std::uint32_t end_ = 0;                // of the last line with content
  std::vector<std::size_t> open_lists_;  // the columns at which their content begins

  // Of the run of lines without an empty one.
  std::size_t run_bytes_ = 0, run_lines_ = 0, run_rules_ = 0, run_columns_ = 0, widest_row_ = 0, open_brackets_ = 0;
  Span widest_row_span_;

  // Of the whole text.
  std::size_t cells_ = 0, definitions_ = 0, closing_brackets_ = 0, longest_definition_ = 0;
  std::uint32_t definition_ = 0;  // one past where the open definition begins; 0: none is open
  Span longest_definition_span_;
};

}  // namespace

LineStarts find_line_starts(const SourceFile& file, Span span) {
  LineStarts starts;
  const std::string_view text = file.slice(span);
  constexpr std::size_t kUsualLine = 64;  // bytes
  starts.reserve(text.size() / kUsualLine + 1);
  const bool has_returns = text.find('\r') != std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    starts.push_back(span.begin + static_cast<std::uint32_t>(at));
    std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t lone_return = has_returns ? text.substr(0, end).find('\r', at) : std::string_view::npos;
    if (lone_return != std::string_view::npos && lone_return + 1 < end) end = lone_return;
    at = end + 1;
  }
  return starts;
}

bool check_bounds(Span span, const LineStarts& lines, Reporter& reporter) {
  const std::string_view text = reporter.file().slice(span);
  if (text.size() > kMaxTextBytes) {
    const std::uint32_t over = span.begin + static_cast<std::uint32_t>(kMaxTextBytes);
    reporter.report(kTextTooLong, Span{over, over}, text.size(), kMaxTextBytes);
    return false;
  }
  BoundsCheck check(reporter);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t begin = lines[i] - span.begin;
    const std::size_t end = i + 1 < lines.size() ? lines[i + 1] - span.begin : text.size();
    check.read_line(without_line_end(text.substr(begin, end - begin)), lines[i]);
  }
  return check.finish();
}

}  // namespace armillary::markdown
