// What an editor is told. A message is declared once, beside the stage that reports it, as a
// `constexpr Message`; its code is stable, documented and occurs in a test.
//
// Wording: lower case, no full stop, what was seen first, then the rule, then a suggestion; what the
// editor wrote stands in single quotes.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace armillary {

enum class Severity { warning, error };

// `text` is a fmt template; its arguments are given to Diagnostics::report in order.
struct Message {
  Severity severity;
  std::string_view code;
  std::string_view text;
};

// Self-contained: stays true after the source text is gone. `line` 0 means "the file as a whole".
struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view code;  // of the Message, which lives for ever
  std::string text;
  std::string path;            // empty for something that is in no file
  std::size_t line = 0;        // from 1
  std::size_t column = 0;      // from 1, in characters
  std::size_t end_column = 0;  // one past the last character on this line; = column for a point
  std::string source_line;     // without its line end, cut to at most kMaxSourceLine bytes
};

// Collects the diagnostics of one stage or of one worker; not for use by two threads at once.
class Diagnostics {
 public:
  template <typename... Args>
  void report(const Message& message, const SourceFile& file, Span span, const Args&... args) {
    add(message, fmt::vformat(message.text, fmt::make_format_args(args...)), file, span);
  }

  // For a file as a whole, or for something that has no file (an empty path).
  template <typename... Args>
  void report_file(const Message& message, std::string_view path, const Args&... args) {
    add(message, fmt::vformat(message.text, fmt::make_format_args(args...)), path);
  }

  // Takes over everything another collector holds.
  void merge(Diagnostics&& other);

  // As merge, for diagnostics of a text that stands in `file` only in another form (escaped, folded): all get
  // the place `span` there.
  void merge_at(Diagnostics&& other, const SourceFile& file, Span span);

  // Sorts by path, line, column and code, and drops exact repetitions.
  void sort();

  // Of those with one place and one code keeps the first that was reported, and says how many there were besides: what
  // is wrong in a template is wrong on every page made with it. What stands in no line is left alone.
  void keep_first_at_each_place();

  // Warnings become errors.
  void make_strict();

  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const { return count(Severity::error) > 0; }
  std::size_t count(Severity severity) const;

 private:
  void add(const Message& message, std::string text, const SourceFile& file, Span span);
  void add(const Message& message, std::string text, std::string_view path);

  std::vector<Diagnostic> all_;
};

}  // namespace armillary
