// What an editor is told. A message is declared once, beside the stage that reports it, as a
// `constexpr Message`; its code is stable, documented and occurs in a test.
//
// Wording: lower case, no full stop, what was seen first, then the rule, then a suggestion; what the
// editor wrote stands in single quotes.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"

namespace armillary {

enum class Severity { warning, error };

// `text` has a place `{}` for each argument that is given to Diagnostics::report, in order; `{{` and `}}` are braces.
struct Message {
  Severity severity;
  std::string_view code;
  std::string_view text;
};

// What is put into a message's places.
using MessageParts = std::vector<std::string>;

template <typename... Args>
MessageParts parts_of(const Args&... args) {
  return {fmt::format("{}", args)...};
}

// The text with its places filled.
std::string fill_in_order(std::string_view text, const MessageParts& parts);

// Self-contained: stays true after the source text is gone. `line` 0 means "the file as a whole".
struct Diagnostic {
  Severity severity = Severity::error;
  std::string_view code;       // of the Message, whose texts live for ever
  std::string_view wording;    // its text with places, likewise
  std::string text;            // in English, `additions` included
  MessageParts parts;          // of the message
  MessageParts additions;      // what stands behind the message, each in English
  std::string path;            // empty for something that is in no file
  std::size_t line = 0;        // from 1
  std::size_t column = 0;      // from 1, in characters
  std::size_t end_column = 0;  // one past the last character on this line; = column for a point
  std::string source_line;     // without its line end, cut to at most kMaxSourceLine bytes
};

// Collects the diagnostics of one stage or of one worker; not for use by two threads at once. Of those with one code in
// one file the first kMostOfOneCode are told, and how many there are besides: each takes its time to be placed.
class Diagnostics {
 public:
  static constexpr std::size_t kMostOfOneCode = 1000;

  template <typename... Args>
  void report(const Message& message, const SourceFile& file, Span span, const Args&... args) {
    report_parts(message, file, span, parts_of(args...));
  }

  // For a file as a whole, or for something that has no file (an empty path).
  template <typename... Args>
  void report_file(const Message& message, std::string_view path, const Args&... args) {
    Diagnostic told = tell(message, parts_of(args...));
    told.path = path;
    take(std::move(told));
  }

  // As report, where the arguments are texts already; `additions` stand behind the message.
  void report_parts(const Message& message, const SourceFile& file, Span span, MessageParts parts,
                    MessageParts additions = {});

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

  // Says each in other words: `say` gives the text.
  template <typename Say>
  void reword(const Say& say) {
    for (Diagnostic& diagnostic : all_) diagnostic.text = say(diagnostic);
  }

  const std::vector<Diagnostic>& all() const { return all_; }
  bool has_errors() const { return count(Severity::error) > 0; }
  std::size_t count(Severity severity) const;

  // All errors that were ever reported here, those too that are not told.
  std::size_t errors_reported() const { return errors_reported_; }

 private:
  // How often a code was reported for a file, and where the last of those that are told stands.
  struct Told {
    std::size_t count = 0;
    std::size_t last = 0;
  };

  static Diagnostic tell(const Message& message, MessageParts parts);
  void take(Diagnostic told);
  bool is_one_of_many(const Message& message, const SourceFile& file);

  std::vector<Diagnostic> all_;
  std::map<std::pair<std::string, std::string_view>, Told> told_;  // by path and code
  std::size_t errors_reported_ = 0;
};

}  // namespace armillary
