// Private-use characters that are put into a text before cmark-gfm reads it and taken out of all that it gives
// back. They carry what the tree cannot tell: how a run of '*' or '~' stands beside Chinese, Japanese or Korean,
// that a '[[' was not escaped, and where in the file it stood. cmark takes them for letters. check_text refuses
// private-use characters, so none is ever the author's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace armillary::markdown {

// Between a run of '*' and the punctuation beside it: the run may then open and close emphasis. Also between "[@…]"
// and a colon, which would make a definition of it, and between '[' and a '^' that begins no footnote's label.
inline constexpr char32_t kEmphasisMark = 0xE000;
// The same where that punctuation is a '_', which must go on seeing punctuation on its side: a comma then stands
// between the mark and the '_', and is part of the mark.
inline constexpr char32_t kEmphasisMarkBeforeUnderscore = 0xE004;
inline constexpr char32_t kEmphasisMarkBehindUnderscore = 0xE005;
inline constexpr char kUnderscoreNeighbour = ',';
// Between the two '~' of a run that may open strikethrough, close it, or both.
inline constexpr char32_t kStrikeOpens = 0xE001;
inline constexpr char32_t kStrikeCloses = 0xE002;
inline constexpr char32_t kStrikeBoth = 0xE003;
inline constexpr char32_t kLastShortMark = 0xE005;

// What a numbered mark stands in: the one with number k is the k-th of MarkedText::tokens.
enum class TokenKind : std::uint8_t {
  record_link,  // between the two brackets of '[['
  citation,     // between '[' and '@'
  heading_id,   // between '{' and '#'
  address,      // before the first character of a link's address
};

// `offset` is where in the source the construct begins: its first bracket, its brace, the address.
struct Token {
  TokenKind kind;
  std::size_t offset;
};

inline constexpr char32_t kFirstNumberedMark = 0xF0000;
inline constexpr std::size_t kMaxTokens = 0xFFFE;  // all of plane 15

struct Mark {
  char32_t code_point;
  std::size_t length;  // in bytes

  bool is_strike() const { return code_point >= kStrikeOpens && code_point <= kStrikeBoth; }

  bool is_numbered() const { return code_point >= kFirstNumberedMark; }
  std::size_t number() const { return code_point - kFirstNumberedMark; }
};

// The mark that begins at `offset`, if one does.
std::optional<Mark> mark_at(std::string_view text, std::size_t offset);

// Finds the marks of a text in order.
class MarkFinder {
 public:
  explicit MarkFinder(std::string_view text);

  // The offset of the first mark at or after `from`, or npos. REQUIRES: calls with growing `from`.
  std::size_t find(std::size_t from);

 private:
  std::string_view text_;
  // The next bytes that may begin a mark, of three bytes and of four.
  std::size_t short_;
  std::size_t long_;
};

inline bool has_mark(std::string_view text) { return MarkFinder(text).find(0) != std::string_view::npos; }

// The text without its marks.
std::string without_marks(std::string_view text);

}  // namespace armillary::markdown
