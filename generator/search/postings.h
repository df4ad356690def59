// Terms and the entries that have them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/entry_texts.h"

namespace armillary {

struct Posting {
  std::uint32_t entry = 0;
  std::uint8_t parts = 0;     // a sum of TextPart
  std::uint8_t strength = 0;  // 0 to 7: in a title or name how much of it the term is, else how often it occurs
};

// A posting's parts and strength in one byte, as the index has them: five bits of parts, above them three of strength.
inline constexpr unsigned kPartBits = 5;
inline std::uint8_t mark_of(const Posting& posting) {
  return static_cast<std::uint8_t>(posting.parts | static_cast<unsigned>(posting.strength) << kPartBits);
}

// A term of the finished index.
struct IndexTerm {
  std::string_view text;          // into the collectors, which must outlive it
  std::vector<Posting> postings;  // by entry
};

// May take the term's postings apart.
using TakeTerm = std::function<void(IndexTerm& term)>;

// Collects the terms of some entries. One for each thread; entries must be begun in their order.
class PostingCollector {
 public:
  PostingCollector();

  void begin_entry(std::uint32_t entry);

  // `length` is how many atoms the whole title or name has, `taken` how many of them `text` is.
  void add(std::string_view text, TextPart part, std::size_t taken, std::size_t length);

 private:
  friend void merge_terms(std::vector<PostingCollector>& collectors, std::size_t jobs, const TakeTerm& take);

  struct Term {
    std::uint64_t beginning = 0;  // its first bytes: most terms have no more
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t hash = 0;
    std::uint32_t last_entry = 0;  // the newest entry that has it
    std::uint32_t place = 0;       // in `occurrences_`, where that entry is the one begun last
  };
  struct Occurrence {
    std::uint32_t term = 0;
    std::uint8_t parts = 0;
    std::uint8_t share = 0;   // level of the largest share of a title or name
    std::uint16_t count = 0;  // in other texts
  };
  // Of finished entries, one after the other. There are millions of postings: five bytes for each, not twelve.
  struct Block {
    struct Run {
      std::uint32_t entry = 0;
      std::uint32_t count = 0;
    };
    std::vector<Run> runs;
    std::vector<std::uint32_t> terms;
    std::vector<std::uint8_t> marks;  // likewise: parts and strength
  };

  std::uint32_t term_number(std::string_view text);
  void grow();
  std::string_view text_of(const Term& term) const {
    return std::string_view(letters_).substr(term.offset, term.length);
  }
  void end_entry();
  void sort();
  std::string_view next_text() const { return text_of(terms_[order_[next_]]); }
  bool is_at_end() const { return next_ == order_.size(); }
  void take_next(std::vector<Posting>& postings);

  std::uint32_t entry_ = 0;
  std::string letters_;
  std::vector<Term> terms_;
  std::vector<std::uint32_t> slots_;     // open addressing; number of the term + 1
  std::vector<Occurrence> occurrences_;  // in the entry begun last
  std::vector<Block> finished_;          // those before it: what is in blocks grows without being copied
  std::vector<std::uint32_t> order_;     // of the terms, by text; after sort()
  std::vector<std::uint32_t> starts_;    // [term]: of its postings
  std::vector<std::uint32_t> entries_;   // of the postings
  std::vector<std::uint8_t> marks_;      // likewise
  std::size_t next_ = 0;                 // place in `order_`, while merging
};

// Gives the terms of all by their bytes; the collectors hold entries in rising order, one after the other.
void merge_terms(std::vector<PostingCollector>& collectors, std::size_t jobs, const TakeTerm& take);

}  // namespace armillary
