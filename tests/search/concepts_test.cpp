#include "search/concepts.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

Term term(const std::string& id, const std::string& zh, const std::string& en,
          std::vector<std::vector<std::string>> also = {}) {
  Term out;
  out.id = id;
  out.label.set(0, zh);
  out.label.set(1, en);
  out.also = std::move(also);
  return out;
}

// "id@begin-end", by their beginnings.
std::string found_in(std::string_view text) {
  const std::vector<Term> terms = {term("ai", "人工智能", "artificial intelligence", {{}, {"AI"}}),
                                   term("governance", "人工智能治理", "AI governance"),
                                   term("model", "大模型", "large model"), term("risk", "风险", "risk")};
  const HanForms forms;
  const ConceptFinder finder(terms, 2, forms);
  AtomList atoms;
  split_atoms(text, forms, atoms);
  std::string out;
  finder.find(atoms, [&](std::size_t number, std::size_t begin, std::size_t end) {
    out += (out.empty() ? "" : " ") + terms[number].id + "@" + std::to_string(begin) + "-" + std::to_string(end);
  });
  return out;
}

}  // namespace

TEST_CASE("a term is found in every language's words and in its other ones") {
  CHECK(found_in("人工智能") == "ai@0-4");
  CHECK(found_in("Artificial Intelligence") == "ai@0-2");
  CHECK(found_in("the AI of") == "ai@1-2");
}

TEST_CASE("terms inside longer ones are found too") { CHECK(found_in("人工智能治理") == "ai@0-4 governance@0-6"); }

TEST_CASE("the last word of a term may have an ending") {
  CHECK(found_in("large models") == "model@0-2");
  CHECK(found_in("risks") == "risk@0-1");
  CHECK(found_in("larger model").empty());
  CHECK(found_in("risky business, riskiest").starts_with("risk@0-1"));
  CHECK(found_in("riskiest").empty());
}

TEST_CASE("a short word takes no ending") { CHECK(found_in("aid").empty()); }

TEST_CASE("characters of a term must stand together") {
  CHECK(found_in("人工，智能").empty());
  CHECK(found_in("artificial, intelligence") == "ai@0-2");
}
