// Texts cut into what can be searched for: words, and single characters of scripts that are written without spaces.
// static/js/search/atoms.js is the same rule for queries; tests/search holds one to the other.
//
// The rule: compatibility forms (NFKD), without accents and vowel marks, small letters, traditional Han characters as
// simplified ones. Runs of letters, digits and marks are words, cut after kLongestWord characters; everything else
// parts them. A character of an unspaced script is an atom by itself.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

inline constexpr std::size_t kLongestWord = 32;  // characters

// Simplified forms of Han characters, by character.
class HanForms {
 public:
  HanForms();

  // The simplified form of a character, or itself.
  char32_t simplified(char32_t character) const;

 private:
  static constexpr char32_t kFirst = 0x4E00;
  static constexpr char32_t kLast = 0x9FFF;
  std::array<char16_t, kLast - kFirst + 1> forms_;
};

struct Atom {
  std::uint32_t offset = 0;  // into AtomList::text
  std::uint32_t length = 0;
  bool is_unspaced = false;  // one character
  bool is_joined = false;    // stands right behind another character of an unspaced script
};

struct AtomList {
  std::string text;  // folded, in UTF-8
  std::vector<Atom> atoms;

  std::size_t size() const { return atoms.size(); }
  std::string_view at(std::size_t index) const {
    return std::string_view(text).substr(atoms[index].offset, atoms[index].length);
  }
  // Two joined atoms as one text.
  std::string_view pair_at(std::size_t first) const {
    return std::string_view(text).substr(atoms[first].offset, atoms[first].length + atoms[first + 1].length);
  }
};

// Whether words of this character's script are written without spaces between them, or, as in Korean, with endings
// that a search must look past.
bool is_unspaced(char32_t character);

// Replaces what `out` holds.
void split_atoms(std::string_view text, const HanForms& forms, AtomList& out);

}  // namespace armillary
