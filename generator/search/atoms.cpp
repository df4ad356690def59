#include "search/atoms.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/ascii_case.h"
#include "base/utf8.h"
#include "search/simplified_forms.h"

namespace armillary {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

bool is_in(const Range* begin, const Range* end, char32_t c) {
  return std::any_of(begin, end, [c](const Range& range) { return c >= range.first && c <= range.last; });
}

// Thai, Lao, Myanmar, Khmer, kana, Hangul, Han.
constexpr std::array kUnspaced = {
    Range{0x0E01, 0x0E4E}, Range{0x0E81, 0x0ECD}, Range{0x1000, 0x103F},  Range{0x1780, 0x17D3}, Range{0x3005, 0x3007},
    Range{0x3041, 0x3096}, Range{0x30A1, 0x30FE}, Range{0x31F0, 0x31FF},  Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF},
    Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF}, Range{0x20000, 0x323AF}};

// Accents; points of Hebrew; vowel marks and the tatweel of Arabic.
constexpr std::array kDropped = {Range{0x0300, 0x036F}, Range{0x0591, 0x05C7}, Range{0x0610, 0x061A},
                                 Range{0x0640, 0x0640}, Range{0x064B, 0x065F}, Range{0x0670, 0x0670}};

struct Respelling {
  char32_t letter;
  std::string_view written;
};

// Letters that Unicode does not take apart, and that readers type as others.
constexpr std::array kRespelt = {Respelling{0x00DF, "ss"}, Respelling{0x00E6, "ae"}, Respelling{0x00F0, "d"},
                                 Respelling{0x00F8, "o"},  Respelling{0x00FE, "th"}, Respelling{0x0111, "d"},
                                 Respelling{0x0127, "h"},  Respelling{0x0131, "i"},  Respelling{0x0142, "l"},
                                 Respelling{0x0153, "oe"}, Respelling{0x0167, "t"},  Respelling{0x03C2, "σ"}};

bool is_common_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// Punctuation of Chinese and Western texts: it parts words, whatever folding makes of it.
bool is_common_separator(char32_t c) {
  return (c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x301F) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || c == 0x00B7;
}

bool is_word_character(char32_t c) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, const HanForms& forms, AtomList& out) : text_(text), forms_(forms), out_(out) {}

  void split();

 private:
  std::size_t take_ascii(std::size_t begin);
  void take_folded(char32_t c);
  void take_unspaced(char32_t c);
  void end_unspaced(std::size_t length);
  void begin_word();
  void take_word_character(char32_t c);
  void fold_segment(std::size_t begin, std::size_t end);
  void part() {
    word_length_ = 0;
    can_join_ = false;
  }

  std::string_view text_;
  const HanForms& forms_;
  AtomList& out_;
  std::size_t word_length_ = 0;  // characters of the word being read; 0: none
  bool can_join_ = false;
};

void Splitter::split() {
  for (std::size_t at = 0; at < text_.size();) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      at = take_ascii(at);
      continue;
    }
    const std::size_t begin = at;
    char32_t c = next_code_point(text_, at);
    if (is_common_han(c)) {
      const char32_t simplified = forms_.simplified(c);
      if (simplified == c) {
        out_.text += text_.substr(begin, at - begin);
        end_unspaced(at - begin);
      } else {
        take_unspaced(simplified);
      }
    } else if (is_common_separator(c)) {
      part();
    } else {
      for (std::size_t next = at; next < text_.size() && static_cast<unsigned char>(text_[next]) >= 0x80; at = next) {
        c = next_code_point(text_, next);
        if (is_common_han(c) || is_common_separator(c)) break;
      }
      fold_segment(begin, at);
    }
  }
}

// All letters and digits up to the next other character, or that one; returns where the rest begins.
std::size_t Splitter::take_ascii(std::size_t begin) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  std::size_t end = begin;
  while (end < text_.size() && is_word(text_[end])) ++end;
  if (end == begin) {
    part();
    return begin + 1;
  }
  begin_word();
  const std::size_t kept = std::min(end - begin, kLongestWord - std::min(word_length_, kLongestWord));
  for (const char c : text_.substr(begin, kept)) out_.text += ascii_lower_case(c);
  out_.atoms.back().length += static_cast<std::uint32_t>(kept);
  word_length_ += end - begin;
  return end;
}

void Splitter::begin_word() {
  if (word_length_ != 0) return;
  out_.atoms.push_back({static_cast<std::uint32_t>(out_.text.size()), 0, false, false});
  can_join_ = false;
}

void Splitter::take_word_character(char32_t c) {
  begin_word();
  if (++word_length_ > kLongestWord) return;
  append_code_point(out_.text, c);
  Atom& atom = out_.atoms.back();
  atom.length = static_cast<std::uint32_t>(out_.text.size()) - atom.offset;
}

void Splitter::take_unspaced(char32_t c) {
  const std::size_t offset = out_.text.size();
  append_code_point(out_.text, c);
  end_unspaced(out_.text.size() - offset);
}

// The last `length` bytes are a character that is an atom of its own.
void Splitter::end_unspaced(std::size_t length) {
  out_.atoms.push_back(
      {static_cast<std::uint32_t>(out_.text.size() - length), static_cast<std::uint32_t>(length), true, can_join_});
  word_length_ = 0;
  can_join_ = true;
}

void Splitter::take_folded(char32_t c) {
  if (is_unspaced(c)) {
    take_unspaced(forms_.simplified(c));
    return;
  }
  if (!is_word_character(c)) {
    part();
    return;
  }
  const auto letter = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  const auto* const respelt =
      std::find_if(kRespelt.begin(), kRespelt.end(), [&](const Respelling& one) { return one.letter == letter; });
  if (respelt == kRespelt.end()) {
    take_word_character(letter);
  } else {
    for (std::size_t at = 0; at < respelt->written.size();) {
      take_word_character(next_code_point(respelt->written, at));
    }
  }
}

void Splitter::fold_segment(std::size_t begin, std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) return part();
  const auto segment = icu::UnicodeString::fromUTF8({text_.data() + begin, static_cast<std::int32_t>(end - begin)});
  const icu::UnicodeString parts = decompose->normalize(segment, status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(parts.char32At(i));
    if (!is_in(kDropped.data(), kDropped.data() + kDropped.size(), c)) kept.append(parts.char32At(i));
  }
  const icu::UnicodeString folded = compose->normalize(kept, status);
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    take_folded(static_cast<char32_t>(folded.char32At(i)));
  }
}

}  // namespace

HanForms::HanForms() : forms_() {
  for (std::size_t i = 0; i < forms_.size(); ++i) forms_[i] = static_cast<char16_t>(kFirst + i);
  for (std::size_t at = 0; at < kSimplifiedForms.size();) {
    const char32_t traditional = next_code_point(kSimplifiedForms, at);
    forms_[traditional - kFirst] = static_cast<char16_t>(next_code_point(kSimplifiedForms, at));
  }
}

char32_t HanForms::simplified(char32_t character) const {
  return character >= kFirst && character <= kLast ? forms_[character - kFirst] : character;
}

bool is_unspaced(char32_t character) { return is_in(kUnspaced.data(), kUnspaced.data() + kUnspaced.size(), character); }

void split_atoms(std::string_view text, const HanForms& forms, AtomList& out) {
  out.text.clear();
  out.atoms.clear();
  Splitter(text, forms, out).split();
}

}  // namespace armillary
