// The dictionary of the index, in pieces: terms in the order of their bytes, each with its postings. README.md of this
// room has the format.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/pieces.h"
#include "search/postings.h"
#include "search/traditional_forms.h"

namespace armillary {

// Postings that are kept of one term. A term that more entries have tells little: of these, those where it stands in
// the weightiest part remain, and the piece says how many there were.
inline constexpr std::size_t kMostPostings = 4096;

struct TermPieces {
  PieceList terms;
  // Words to compare misspelt ones with: by their first character, the digest of a list `vN-….txt`.
  std::vector<std::pair<std::string, std::string>> words;
  std::string traditional;  // the digest of `h0-….txt`
};

class TermWriter {
 public:
  explicit TermWriter(const PieceWriter& writer) : writer_(writer) {}

  // Terms come by their bytes; their texts outlive this, their postings are cut to those that are kept.
  void add(IndexTerm& term);

  // After the last term.
  TermPieces finish();

 private:
  struct Word {
    std::string_view text;
    std::size_t entries;
  };

  void add_word(std::string_view text, std::size_t entries);
  void flush_piece();
  void flush_words();

  const PieceWriter& writer_;
  TermPieces out_;
  TraditionalForms forms_;
  std::string piece_;
  std::string postings_;
  std::string_view previous_;
  std::string_view first_;
  std::vector<Word> words_;  // with the same first character
  std::string first_character_;
};

}  // namespace armillary
