#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "base/find_byte.h"

namespace armillary {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

UChar32 as_icu(char32_t code_point) { return static_cast<UChar32>(code_point); }

bool is_hangul(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xFFA0 && c <= 0xFFDC);
}

bool is_wide(char32_t c) {
  const int width = u_getIntPropertyValue(as_icu(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

}  // namespace

char32_t next_beyond_ascii(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto index = static_cast<int32_t>(offset);
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(bytes, index, static_cast<int32_t>(text.size()), code_point);
  offset = static_cast<std::size_t>(index);
  return static_cast<char32_t>(code_point);
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto index = static_cast<int32_t>(offset);
  UChar32 code_point = 0;
  U8_PREV_OR_FFFD(bytes, 0, index, code_point);
  return static_cast<char32_t>(code_point);
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : 0;
}

void append_code_point(std::string& out, char32_t code_point) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  int32_t length = 0;
  UBool failed = 0;
  U8_APPEND(bytes, length, U8_MAX_LENGTH, as_icu(code_point), failed);
  if (failed != 0) return append_code_point(out, kReplacement);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) next_code_point(text, offset);
  return count;
}

std::optional<std::size_t> find_malformed_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t index = 0; index < size;) {
    if (bytes[index] < 0x80) {
      ++index;
      continue;
    }
    const int32_t start = index;
    UChar32 code_point = 0;
    U8_NEXT(bytes, index, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
  }
  return std::nullopt;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (c < 0x80) {
      ++width;
      continue;
    }
    const auto category = u_charType(as_icu(c));
    const bool takes_none = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
    if (!takes_none) width += is_wide(c) ? 2 : 1;
  }
  return width;
}

bool is_cjk(char32_t c) {
  if (c < 0x1100) return false;
  if (is_hangul(c)) return true;
  const int width = u_getIntPropertyValue(as_icu(c), UCHAR_EAST_ASIAN_WIDTH);
  const bool east_asian = width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH;
  return east_asian && u_hasBinaryProperty(as_icu(c), UCHAR_EMOJI_PRESENTATION) == 0;
}

bool joins_without_space(char32_t c) { return is_cjk(c) && !is_hangul(c); }

bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > 0x20 && c != 0x7F && u_isalnum(as_icu(c)) == 0;
  return u_ispunct(as_icu(c)) != 0;
}

bool is_white_space(char32_t c) { return u_isUWhiteSpace(as_icu(c)) != 0; }

namespace {

// Characters that stand in any text without changing its normal form, nor what stands beside them: those below the
// combining marks, common punctuation, and most of what Chinese and Japanese are written in.
bool is_inert(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3030 && c <= 0x3098) ||
         (c >= 0x309B && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF);
}

// The offset of the first character that is not inert, or the text's size. REQUIRES well-formed UTF-8.
std::size_t find_not_inert(std::string_view text) {
  // First bytes of characters from U+0300 on, but for those of U+4000 to U+9FFF: nearly all of a Chinese text is
  // passed.
  constexpr auto kMayBegin = [](auto byte) { return (byte >= 0xCC) & ((byte < 0xE4) | (byte > 0xE9)); };
  std::size_t at = 0;
  while ((at = find_first_byte(text, at, kMayBegin)) < text.size()) {
    const std::size_t begin = at;
    if (!is_inert(next_beyond_ascii(text, at))) return begin;
  }
  return at;
}

// The normaliser for NFC, or null where ICU lacks its data.
const icu::Normalizer2* nfc() {
  static const icu::Normalizer2* const kForm = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) ? form : nullptr;
  }();
  return kForm;
}

icu::StringPiece piece_of(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

std::string normalized(const icu::Normalizer2* form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, piece_of(text), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : out;
}

}  // namespace

bool is_inert_in_nfc(std::string_view text) { return find_not_inert(text) == text.size(); }

bool is_nfc(std::string_view text) {
  if (is_inert_in_nfc(text)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = nfc();
  return form == nullptr || form->isNormalizedUTF8(piece_of(text), status) != 0 || U_FAILURE(status) != 0;
}

std::string to_nfc(std::string_view text) { return is_nfc(text) ? std::string(text) : normalized(nfc(), text); }

std::string folded_name(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return U_FAILURE(status) ? std::string(name) : normalized(folding, name);
}

}  // namespace armillary
