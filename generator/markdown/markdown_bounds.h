// What a text may cost, checked before cmark-gfm sees it. Debian's 0.29.0.gfm.6 takes quadratic time on some
// inputs (GHSA-24f7-9frr-5h2r, GHSA-29g3-96g3-jg6c, GHSA-66g8-4hjf-77xh, GHSA-r8vr-c48j-fcc5, GHSA-w4qg-3vf7-m9x5),
// mostly over tables and over one paragraph, so both are kept short; and an editor's slip may be someone's attack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/source.h"
#include "markdown/reporter.h"

namespace armillary::markdown {

inline constexpr std::size_t kMaxTextBytes = std::size_t{256} * 1024;
inline constexpr std::size_t kMaxLineBytes = std::size_t{8} * 1024;
inline constexpr std::size_t kMaxRunBytes = std::size_t{16} * 1024;  // lines without an empty one between them
inline constexpr std::size_t kMaxColumns = 32;
inline constexpr std::size_t kMaxTableRules = 16;       // |---|---| in one run: each makes cmark read the run again
inline constexpr std::size_t kMaxTableCells = 100'000;  // a short row is filled up to the table's columns
inline constexpr std::size_t kMaxNesting = 32;
inline constexpr std::size_t kMaxOpenBrackets = 64;
inline constexpr std::size_t kMaxDefinitions = 1000;
// A definition's bytes times the brackets that may use it.
inline constexpr std::size_t kMaxExpansion = std::size_t{16} * 1024 * 1024;

// The offsets in the file at which the lines of `span` begin, at line ends as cmark knows them (LF, CRLF, CR).
using LineStarts = std::vector<std::uint32_t>;
LineStarts find_line_starts(const SourceFile& file, Span span);

// Reports each bound that the text is over, at its first place. Returns whether it may be parsed.
bool check_bounds(Span span, const LineStarts& lines, Reporter& reporter);

}  // namespace armillary::markdown
