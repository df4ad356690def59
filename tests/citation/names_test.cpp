#include "citation/names.h"

#include <catch2/catch.hpp>

namespace armillary::citation {
namespace {

std::string of_2025(const char* text) { return gb_name(read_name(text), GbEdition::of_2025); }
std::string of_2015(const char* text) { return gb_name(read_name(text), GbEdition::of_2015); }
std::string in_apa(const char* text) { return apa_author(read_name(text)); }

std::vector<Name> persons(std::size_t count) {
  std::vector<Name> out;
  for (std::size_t i = 1; i <= count; ++i) out.push_back({"Author" + std::to_string(i), "Ann", {}, {}});
  return out;
}

}  // namespace

TEST_CASE("a name with a comma is a person, with two also the suffix; any other stands as it is written") {
  CHECK(read_name("Darwin, Charles") == Name{"Darwin", "Charles", {}, {}});
  CHECK(read_name("King, Martin Luther, Jr.") == Name{"King", "Martin Luther", "Jr.", {}});
  CHECK(read_name("World Bank") == Name{{}, {}, {}, "World Bank"});
  CHECK(read_name("A, B, C and D, Ltd.") == Name{{}, {}, {}, "A, B, C and D, Ltd."});
  const char* ministry = "Department for Science, Innovation and Technology";
  CHECK(read_name(ministry) == Name{{}, {}, {}, ministry});
  CHECK(read_name("Plato,") == Name{{}, {}, {}, "Plato,"});
}

TEST_CASE("GB/T 7714 writes initials without full stops, in 2015 without hyphens and the family name in capitals") {
  CHECK(of_2025("Godard, Jean-Luc") == "Godard J-L");
  CHECK(of_2015("Godard, Jean-Luc") == "GODARD J L");
  CHECK(of_2025("Tolkien, J.R.R.") == "Tolkien J R R");
  CHECK(of_2015("Ó hÉigeartaigh, Seán") == "Ó HÉIGEARTAIGH S");
  CHECK(of_2025("de Morgan, Augustus") == "de Morgan A");
  CHECK(of_2025("Beethoven, Ludwig van") == "Beethoven L van");
  CHECK(of_2025("Кочетков, Андрей") == "Кочетков А");
  CHECK(of_2015("Peebles, Peyton Z., Jr.") == "PEEBLES P Z, Jr");
  CHECK(of_2025("Peebles, Peyton Z., Jr.") == "Peebles P Z，Jr");
}

TEST_CASE("GB/T 7714-2025 gives a name in pinyin in full, 2015 does not") {
  CHECK(of_2025("Zeng, Yi") == "Zeng Yi");
  CHECK(of_2025("Li, Fei-Fei") == "Li Fei-Fei");
  CHECK(of_2015("Zeng, Yi") == "ZENG Y");
  CHECK(of_2025("Deng, Harry") == "Deng H");
  CHECK(of_2025("Anand, Alisha") == "Anand A");
}

TEST_CASE("a name in Han characters is one piece, an institution is not touched") {
  CHECK(of_2025("陈志敏") == "陈志敏");
  CHECK(of_2015("陈, 志敏") == "陈志敏");
  CHECK(in_apa("陈, 志敏") == "陈志敏");
  CHECK(of_2015("World Bank") == "World Bank");
}

TEST_CASE("GB/T 7714 names three and says in the work's language that there are more") {
  CHECK(gb_names(persons(3), GbEdition::of_2025, false) == "Author1 A，Author2 A，Author3 A");
  CHECK(gb_names(persons(4), GbEdition::of_2025, false) == "Author1 A，Author2 A，Author3 A，et al");
  CHECK(gb_names({read_name("甲"), read_name("乙"), read_name("丙"), read_name("丁")}, GbEdition::of_2015, true) ==
        "甲, 乙, 丙, 等");
}

TEST_CASE("APA names twenty authors, of more the first nineteen and the last") {
  CHECK(in_apa("Godard, Jean-Luc") == "Godard, J.-L.");
  CHECK(in_apa("King, Martin Luther, Jr.") == "King, M. L., Jr.");
  CHECK(apa_authors(persons(1)) == "Author1, A.");
  CHECK(apa_authors(persons(2)) == "Author1, A., & Author2, A.");
  const std::string twenty = apa_authors(persons(20));
  CHECK(twenty.ends_with("Author19, A., & Author20, A."));
  CHECK(apa_authors(persons(22)).ends_with("Author19, A., … Author22, A."));
}

TEST_CASE("inside a reference APA puts initials first") {
  CHECK(apa_contributors(persons(1)) == "A. Author1");
  CHECK(apa_contributors(persons(2)) == "A. Author1 & A. Author2");
  CHECK(apa_contributors(persons(3)) == "A. Author1, A. Author2, & A. Author3");
  CHECK(apa_contributors({read_name("王, 伟")}) == "王伟");
}

}  // namespace armillary::citation
