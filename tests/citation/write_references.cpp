// Reads an array of CSL-JSON from standard input and writes an array of what the program makes of each item:
// {id, gb-2025, gb-2015, apa, bibtex, ris, csl}. compare_with_pandoc.py reads it.
#include <iostream>

#include "citation/apa.h"
#include "citation/bibtex.h"
#include "citation/csl_json.h"
#include "citation/gb_7714.h"
#include "citation/ris.h"
#include "support/read_work.h"

int main() {
  using namespace armillary::citation;
  const ApaWords words = english_words();
  auto out = nlohmann::json::array();
  for (const auto& item : nlohmann::json::parse(std::cin)) {
    const Work work = read_work(item);
    out.push_back({{"id", work.id},
                   {"gb-2025", gb_7714(work, GbEdition::of_2025).plain()},
                   {"gb-2015", gb_7714(work, GbEdition::of_2015).plain()},
                   {"apa", apa(work, words).plain()},
                   {"bibtex", bibtex(work)},
                   {"ris", ris(work)},
                   {"csl", csl_json({&work, 1})}});
  }
  std::cout << out.dump() << "\n";
}
