#include "base/text_check.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "base/base_messages.h"
#include "base/find_byte.h"
#include "base/utf8.h"

namespace armillary {
namespace {

constexpr char32_t kFirstUnifiedIdeograph = 0x4E00;
constexpr char32_t kLastUnifiedIdeograph = 0x9FFF;
constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kByteOrderMarkCharacter = 0xFEFF;
constexpr char32_t kBlackFlag = 0x1F3F4;
constexpr char32_t kEmojiPresentation = 0xFE0F;

UChar32 as_icu(char32_t c) { return static_cast<UChar32>(c); }

// Cursive scripts, where a joiner decides the letters' shapes, and those of India and its neighbours, where it
// decides whether consonants are fused.
bool script_uses_joiners(char32_t c) {
  constexpr std::array kScripts{
      USCRIPT_ARABIC,  USCRIPT_SYRIAC,     USCRIPT_NKO,      USCRIPT_MONGOLIAN, USCRIPT_MANDAIC,  USCRIPT_ADLAM,
      USCRIPT_THAANA,  USCRIPT_DEVANAGARI, USCRIPT_BENGALI,  USCRIPT_GURMUKHI,  USCRIPT_GUJARATI, USCRIPT_ORIYA,
      USCRIPT_TAMIL,   USCRIPT_TELUGU,     USCRIPT_KANNADA,  USCRIPT_MALAYALAM, USCRIPT_SINHALA,  USCRIPT_TIBETAN,
      USCRIPT_MYANMAR, USCRIPT_KHMER,      USCRIPT_JAVANESE, USCRIPT_BALINESE,  USCRIPT_LANNA,    USCRIPT_NEWA};
  return std::any_of(kScripts.begin(), kScripts.end(),
                     [&](UScriptCode script) { return uscript_hasScript(as_icu(c), script) != 0; });
}

bool is_letter_or_mark(char32_t c) {
  return u_isalpha(as_icu(c)) != 0 || (U_GET_GC_MASK(as_icu(c)) & U_GC_M_MASK) != 0;
}

bool is_emoji(char32_t c) { return u_hasBinaryProperty(as_icu(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0; }

bool may_end_emoji(char32_t c) {
  return is_emoji(c) || c == kEmojiPresentation || u_hasBinaryProperty(as_icu(c), UCHAR_EMOJI_MODIFIER) != 0;
}

// U+200C or U+200D between `before` and `after`. A virama may be followed by one at a word's end too
// (RFC 5892, appendix A.1 and A.2).
bool joiner_is_needed(char32_t joiner, char32_t before, char32_t after) {
  constexpr int kVirama = 9;
  if (before == 0) return false;
  if (u_getCombiningClass(as_icu(before)) == kVirama) return true;
  if (joiner == kZeroWidthJoiner && may_end_emoji(before) && is_emoji(after)) return true;
  return is_letter_or_mark(before) && is_letter_or_mark(after) && script_uses_joiners(before) &&
         script_uses_joiners(after);
}

bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

// U+180E chooses the shape of the vowel behind it.
bool is_mongolian_separator_in_word(char32_t c, char32_t before, char32_t after) {
  constexpr char32_t kMongolianVowelSeparator = 0x180E;
  return c == kMongolianVowelSeparator && uscript_hasScript(as_icu(before), USCRIPT_MONGOLIAN) != 0 &&
         uscript_hasScript(as_icu(after), USCRIPT_MONGOLIAN) != 0;
}

// Letters that Unicode gives no ink: fillers for Hangul syllables.
bool is_blank_letter(char32_t c) { return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0; }

// The message about a format character (category Cf), or null where it is in its place. `before` and `after` are its
// neighbours, 0 at the text's ends.
const Message* judge_format_character(char32_t c, char32_t before, char32_t after) {
  if (c == kZeroWidthNonJoiner || c == kZeroWidthJoiner)
    return joiner_is_needed(c, before, after) ? nullptr : &kJoinerOutOfPlace;
  if (u_hasBinaryProperty(as_icu(c), UCHAR_BIDI_CONTROL) != 0) return &kBidirectionalControl;
  if (u_hasBinaryProperty(as_icu(c), UCHAR_PREPENDED_CONCATENATION_MARK) != 0) return nullptr;  // visible
  if (is_mongolian_separator_in_word(c, before, after)) return nullptr;
  const bool in_flag = is_tag(c) && (before == kBlackFlag || is_tag(before));
  return in_flag ? nullptr : &kInvisibleCharacter;
}

// The message about the character `c` that stands from `begin` to `end`, or null.
const Message* judge(char32_t c, std::string_view text, std::size_t begin, std::size_t end) {
  if (c == U'\t' || c == U'\n' || (c >= 0x20 && c < 0x7F)) return nullptr;
  if (c == U'\r') return code_point_at(text, end) == U'\n' ? nullptr : &kCarriageReturn;
  if (c >= kFirstUnifiedIdeograph && c <= kLastUnifiedIdeograph) return nullptr;  // most of what is not ASCII
  if (is_blank_letter(c)) return &kInvisibleCharacter;
  switch (u_charType(as_icu(c))) {
    case U_CONTROL_CHAR:
      return &kControlCharacter;
    case U_FORMAT_CHAR:
      return judge_format_character(c, code_point_before(text, begin), code_point_at(text, end));
    case U_PRIVATE_USE_CHAR:
      return &kPrivateUse;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return &kLineSeparator;
    default:
      break;
  }
  if (U_IS_UNICODE_NONCHAR(as_icu(c))) return &kNoncharacter;
  return nullptr;
}

// Dashes, quotation marks, and the marks and digits of Chinese and Japanese: never anything to report.
bool is_usual_mark(std::uint32_t c) {
  return (c >= 0x3001 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF20) || (c >= 0x2010 && c <= 0x2027);
}

// Whether one of them or of U+4000 to U+9FFF begins at `at`; all have three bytes.
bool is_usual_at(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  std::uint16_t rest = 0;
  std::memcpy(&rest, text.data() + at + 1, sizeof rest);
  if ((rest & 0xC0C0U) != 0x8080U) return false;
  const char lead = text[at];
  if (lead >= '\xE4' && lead <= '\xE9') return true;
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(text[at + i])}; };
  return (byte(0) & 0xF0U) == 0xE0U &&
         is_usual_mark((byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
}

// The end of what needs no look from `at` on: printable ASCII, tabs, line feeds and these characters, nearly all of any
// text.
std::size_t end_of_usual(std::string_view text, std::size_t at) {
  for (;;) {
    const std::size_t run = find_beyond_printable(text, at);
    at = run;
    while (is_usual_at(text, at)) at += 3;
    if (at == run) return at;
  }
}

// "U+200B (zero width space)"; characters without a name, such as controls, give the number alone.
std::string name_of(char32_t c) {
  std::array<char, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      u_charName(as_icu(c), U_UNICODE_CHAR_NAME, name.data(), static_cast<int32_t>(name.size()), &status);
  std::string number = fmt::format("U+{:04X}", static_cast<unsigned>(c));
  if (U_FAILURE(status) != 0 || length == 0) return number;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return number + " (" + std::string(name.data(), static_cast<std::size_t>(length)) + ")";
}

bool is_gb18030(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("gb18030", &status);
  if (U_FAILURE(status) != 0) return false;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::vector<UChar> out(text.size() + 1);
  const auto size = static_cast<int32_t>(text.size());
  ucnv_toUChars(converter, out.data(), static_cast<int32_t>(out.size()), text.data(), size, &status);
  ucnv_close(converter);
  return U_SUCCESS(status) != 0;
}

// Files of other encodings give themselves away; naming the encoding saves the editor a search. `malformed` is
// the offset of the first byte that is not UTF-8.
std::string_view hint_about_encoding(std::string_view text, std::size_t malformed) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return " (it is UTF-16 now)";
  const bool ascii_before = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(malformed),
                                        [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii_before && is_gb18030(text) ? " (it seems to be GB18030 now)" : "";
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu: scripts with letters that look like Latin ones.
bool may_look_latin(char32_t c) {
  const bool in_range = (c >= 0x370 && c <= 0x58F) || (c >= 0x13A0 && c <= 0x13FF) || (c >= 0x2C80 && c <= 0x2CFF) ||
                        (c >= 0xA4D0 && c <= 0xA4FF);
  return in_range && u_isalpha(as_icu(c)) != 0;
}

bool is_greek(char32_t c) { return c <= 0x3FF; }  // of those that may look Latin

// The ASCII letter that a letter looks like by Unicode's table of confusables (UTS #39), or 0.
char latin_look_alike(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> kChecker(uspoof_open(&status), uspoof_close);
  if (kChecker == nullptr) return 0;
  std::string letter;
  append_code_point(letter, c);
  std::array<char, 16> out{};
  status = U_ZERO_ERROR;
  const int32_t length = uspoof_getSkeletonUTF8(kChecker.get(), 0, letter.data(), static_cast<int32_t>(letter.size()),
                                                out.data(), static_cast<int32_t>(out.size()), &status);
  return U_SUCCESS(status) != 0 && length == 1 && is_ascii_letter(out[0]) ? out[0] : '\0';
}

// A word with letters of other scripts, and how it would be written in Latin ones.
struct MixedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string in_latin;
  bool has_latin = false;
  bool all_look_latin = true;
};

// The word around `at`, where the first of its letters stands that are not ASCII.
MixedWord mixed_word_at(std::string_view text, std::size_t at) {
  MixedWord word{at, at, {}, false, true};
  while (word.begin > 0 && is_ascii_letter(text[word.begin - 1])) --word.begin;
  word.in_latin = text.substr(word.begin, at - word.begin);
  word.has_latin = word.begin < at;
  while (word.end < text.size()) {
    if (is_ascii_letter(text[word.end])) {
      word.has_latin = true;
      word.in_latin += text[word.end++];
      continue;
    }
    std::size_t next = word.end;
    const char32_t c = next_code_point(text, next);
    if (!may_look_latin(c)) break;
    const char latin = word.all_look_latin ? latin_look_alike(c) : '\0';
    word.all_look_latin = latin != '\0';
    word.in_latin += latin;
    word.end = next;
  }
  return word;
}

class CharacterCheck {
 public:
  CharacterCheck(const SourceFile& file, Diagnostics& diagnostics)
      : file_(file), text_(file.text), diagnostics_(diagnostics) {}

  bool run() {
    std::size_t at = 0;
    while (errors_ < kMaxCharacterReports) {
      at = end_of_usual(text_, at);
      if (at == text_.size()) break;
      at = check_character(at);
    }
    return errors_ == 0;
  }

 private:
  // Returns the offset of the next character.
  std::size_t check_character(std::size_t begin) {
    constexpr std::size_t kLongestCharacter = 4;
    std::size_t end = begin;
    const char32_t c = next_code_point(text_, end);
    if (c == 0xFFFD && find_malformed_utf8(text_.substr(begin, kLongestCharacter)) == std::size_t{0}) {
      const std::string_view hint = errors_ == 0 ? hint_about_encoding(text_, begin) : "";
      report(kNotUtf8, begin, end, fmt::format("0x{:02X}", static_cast<unsigned char>(text_[begin])), hint);
      return std::min(text_.find('\n', end), text_.size());
    }
    if (c == 0xFFFD) {
      report(kReplacementCharacter, begin, end);
    } else if (c == kByteOrderMarkCharacter && begin == 0) {
      report(kByteOrderMark, begin, end);
    } else if (may_look_latin(c)) {
      return check_word(c, begin, end);
    } else if (const Message* message = judge(c, text_, begin, end)) {
      report(*message, begin, end, name_of(c));
    }
    return end;
  }

  // Letters that look Latin among Latin ones, or a host's name made of nothing else. A Greek letter begins many terms
  // of science. Returns where the word ends.
  std::size_t check_word(char32_t first, std::size_t begin, std::size_t end) {
    const MixedWord word = mixed_word_at(text_, begin);
    const bool is_in_host =
        word.end + 1 < text_.size() && text_[word.end] == '.' && is_ascii_letter(text_[word.end + 1]) && word.end > end;
    const bool is_mixed = word.has_latin && (word.begin < begin || !is_greek(first));
    if (word.all_look_latin && (is_mixed || is_in_host)) {
      report(kLookAlikeLetter, begin, end, text_.substr(word.begin, word.end - word.begin), name_of(first),
             word.in_latin);
    }
    return word.end;
  }

  template <typename... Args>
  void report(const Message& message, std::size_t begin, std::size_t end, const Args&... args) {
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    std::size_t& count = message.severity == Severity::error ? errors_ : warnings_;
    if (count++ < kMaxCharacterReports) diagnostics_.report(message, file_, span, args...);
  }

  const SourceFile& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace

bool check_text(const SourceFile& file, Diagnostics& diagnostics) { return CharacterCheck(file, diagnostics).run(); }

std::string first_forbidden_character(std::string_view text) {
  for (std::size_t at = end_of_usual(text, 0); at < text.size(); at = end_of_usual(text, at)) {
    if (is_forbidden_at(text, at)) return name_of(code_point_at(text, at));
    next_code_point(text, at);
  }
  return {};
}

bool is_forbidden_at(std::string_view text, std::size_t offset) {
  std::size_t end = offset;
  const char32_t c = next_code_point(text, end);
  return judge(c, text, offset, end) != nullptr;
}

}  // namespace armillary
