// From texts to terms.
#pragma once

#include <string>
#include <string_view>

#include "search/atoms.h"
#include "search/concepts.h"
#include "search/han_sounds.h"
#include "search/postings.h"

namespace armillary {

// What all entries are read with.
struct TermRules {
  const HanForms& forms;
  const HanSounds& sounds;
  const ConceptFinder& concepts;
  const std::vector<Term>& glossary;
};

// Adds the terms of texts to a collector. One for each thread.
//   word, 两字      a word; two characters of an unspaced script that stand together; but in bodies, single ones too
//   @term          a term of the glossary
//   'quanqiu       in titles and names: the sounds of two characters that stand together
//   !qqzl          the first letters of up to eight sounds
class TextIndexer {
 public:
  TextIndexer(const TermRules& rules, PostingCollector& out) : rules_(rules), out_(out) {}

  void add(TextPart part, std::string_view text);

 private:
  void add_atoms(TextPart part);
  void add_concepts(TextPart part);
  void add_sounds(TextPart part);

  const TermRules& rules_;
  PostingCollector& out_;
  AtomList atoms_;
  std::size_t length_ = 0;  // words and pairs of the text
  std::string term_;
};

}  // namespace armillary
