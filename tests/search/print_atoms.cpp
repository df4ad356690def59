// Prints each line of the standard input cut into atoms, for differential.mjs: a line for each, its atoms parted by
// tabs, each as `text`, then `+` where it is a character of an unspaced script, then `<` where it is joined to the one
// before.
#include <iostream>
#include <string>

#include "search/atoms.h"

int main() {
  const armillary::HanForms forms;
  armillary::AtomList atoms;
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    armillary::split_atoms(line, forms, atoms);
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      if (i > 0) std::cout << '\t';
      std::cout << atoms.at(i) << (atoms.atoms[i].is_unspaced ? "+" : "") << (atoms.atoms[i].is_joined ? "<" : "");
    }
    std::cout << '\n';
  }
}
