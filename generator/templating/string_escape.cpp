#include "templating/string_escape.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/utf8.h"

namespace armillary::templating {
namespace {

std::optional<char> simple_escape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
      return c;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return std::nullopt;
  }
}

std::size_t digits_of_hex_escape(char c) {
  if (c == 'x') return 2;
  if (c == 'u') return 4;
  return c == 'U' ? 8 : 0;
}

class Unescaper {
 public:
  explicit Unescaper(std::string_view written) : written_(written) {}

  Unescaped run() {
    while (at_ < written_.size()) {
      const std::size_t backslash = std::min(written_.find('\\', at_), written_.size());
      out_.text.append(written_, at_, backslash - at_);
      at_ = backslash;
      if (at_ < written_.size()) escape();
    }
    return std::move(out_);
  }

 private:
  void escape() {
    const std::size_t begin = at_++;
    if (at_ >= written_.size()) return fail(begin, written_.size());
    const char c = written_[at_];
    if (const std::optional<char> simple = simple_escape(c)) {
      out_.text += *simple;
      ++at_;
    } else if (c == '\n') {
      ++at_;  // a backslash at a line's end joins the lines
    } else if (c >= '0' && c <= '7') {
      octal();
    } else if (digits_of_hex_escape(c) > 0) {
      hex(begin, digits_of_hex_escape(c));
    } else if (c == 'N') {
      named(begin);
    } else {
      unknown();
    }
  }

  void fail(std::size_t begin, std::size_t end) {
    if (out_.bad_length == 0) {
      out_.bad_begin = begin;
      out_.bad_length = end - begin;
    }
    at_ = end;
  }

  void append(std::size_t begin, std::uint32_t code_point) {
    const bool is_character = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
    if (!is_character) return fail(begin, at_);
    append_code_point(out_.text, static_cast<char32_t>(code_point));
  }

  void octal() {
    std::uint32_t value = 0;
    for (int digits = 0; digits < 3 && at_ < written_.size() && written_[at_] >= '0' && written_[at_] <= '7';
         ++digits) {
      value = value * 8 + static_cast<std::uint32_t>(written_[at_++] - '0');
    }
    append(at_, value);
  }

  void hex(std::size_t begin, std::size_t length) {
    const std::string_view digits = written_.substr(at_ + 1, length);
    std::uint32_t value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const auto read = static_cast<std::size_t>(result.ptr - digits.data());
    at_ += 1 + read;
    if (read < length) return fail(begin, at_);
    append(begin, value);
  }

  void named(std::size_t begin) {
    const std::size_t end = written_.find('}', at_);
    if (end == std::string_view::npos || at_ + 1 >= written_.size() || written_[at_ + 1] != '{') {
      return fail(begin, at_ + 1);
    }
    const std::string name(written_.substr(at_ + 2, end - at_ - 2));
    at_ = end + 1;
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 code_point = u_charFromName(U_EXTENDED_CHAR_NAME, name.c_str(), &status);
    if (U_FAILURE(status)) return fail(begin, at_);
    append(begin, static_cast<std::uint32_t>(code_point));
  }

  // An unknown escape stays as it is. Jinja turns other than ASCII characters into escapes before it resolves
  // them, and a backslash before one spoils that; the same comes out here.
  void unknown() {
    const char32_t c = next_code_point(written_, at_);
    out_.text += '\\';
    if (c < 0x80) {
      out_.text += static_cast<char>(c);
    } else {
      const auto code = static_cast<std::uint32_t>(c);
      out_.text += c <= 0xFF     ? fmt::format("x{:02x}", code)
                   : c <= 0xFFFF ? fmt::format("u{:04x}", code)
                                 : fmt::format("U{:08x}", code);
    }
  }

  std::string_view written_;
  std::size_t at_ = 0;
  Unescaped out_;
};

}  // namespace

Unescaped unescape(std::string_view written) { return Unescaper(written).run(); }

}  // namespace armillary::templating
