// The glossary in texts: every way in which a language writes a term is the same concept.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/field.h"
#include "search/atoms.h"

namespace armillary {

// Finds the terms of a vocabulary, by their labels and other words in all languages. A word at a term's end may have up
// to two letters more than the term (models), if the term's has at least four.
class ConceptFinder {
 public:
  ConceptFinder(const std::vector<Term>& terms, std::size_t languages, const HanForms& forms);

  // Calls visit(term, begin, end) for every term found, overlapping ones too, by their beginning.
  void find(const AtomList& atoms,
            const std::function<void(std::size_t term, std::size_t begin, std::size_t end)>& visit) const;

  // All words of a term, as they are written, without repetition.
  const std::vector<std::string>& words_of(std::size_t term) const { return words_[term]; }

 private:
  struct Form {
    std::size_t term = 0;
    AtomList atoms;
  };

  void add(std::size_t term, std::string_view text, const HanForms& forms);
  static bool stands_at(const Form& form, const AtomList& atoms, std::size_t begin);

  std::unordered_map<std::string_view, std::vector<std::size_t>> by_first_;  // views into forms_
  std::vector<Form> forms_;
  std::vector<std::vector<std::string>> words_;
};

}  // namespace armillary
