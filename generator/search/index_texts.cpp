#include "search/index_texts.h"

#include "base/utf8.h"

namespace armillary {
namespace {

constexpr std::size_t kMostInitials = 8;

// Words and pairs from `begin` to `end`; a character that stands alone counts as a word.
std::size_t count_units(const AtomList& atoms, std::size_t begin, std::size_t end) {
  std::size_t count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool has_next = i + 1 < end && atoms.atoms[i + 1].is_joined;
    const bool ends_pair = i > begin && atoms.atoms[i].is_joined;
    if (has_next || !ends_pair) ++count;
  }
  return count;
}

}  // namespace

void TextIndexer::add(TextPart part, std::string_view text) {
  split_atoms(text, rules_.forms, atoms_);
  length_ = count_units(atoms_, 0, atoms_.size());
  add_atoms(part);
  add_concepts(part);
  if (part == TextPart::title || part == TextPart::name) add_sounds(part);
}

void TextIndexer::add_atoms(TextPart part) {
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const Atom& atom = atoms_.atoms[i];
    const bool has_next = i + 1 < atoms_.size() && atoms_.atoms[i + 1].is_joined;
    if (has_next) out_.add(atoms_.pair_at(i), part, 1, length_);
    const bool is_alone = !has_next && !atom.is_joined;
    if (is_alone || (atom.is_unspaced && part != TextPart::body)) out_.add(atoms_.at(i), part, 1, length_);
  }
}

void TextIndexer::add_concepts(TextPart part) {
  rules_.concepts.find(atoms_, [&](std::size_t concept_number, std::size_t begin, std::size_t end) {
    term_ = '@';
    term_ += rules_.glossary[concept_number].id;
    out_.add(term_, part, count_units(atoms_, begin, end), length_);
  });
}

void TextIndexer::add_sounds(TextPart part) {
  const auto sound_of = [&](std::size_t index) {
    return atoms_.atoms[index].is_unspaced ? rules_.sounds.of(code_point_at(atoms_.at(index), 0)) : std::string_view();
  };
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    std::string initials = "!";
    std::string_view previous;
    for (std::size_t j = i; j < atoms_.size() && initials.size() <= kMostInitials; ++j) {
      const std::string_view sound = sound_of(j);
      if (sound.empty() || (j > i && !atoms_.atoms[j].is_joined)) break;
      initials += sound.front();
      if (j == i + 1) {
        term_ = '\'';
        term_.append(previous).append(sound);
        out_.add(term_, part, 1, length_);
      }
      previous = sound;
    }
    if (initials.size() > 2) out_.add(initials, part, initials.size() - 2, length_);
  }
}

}  // namespace armillary
