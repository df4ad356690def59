#include "search/postings.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace armillary;

namespace {

std::vector<IndexTerm> merged(std::vector<PostingCollector>& collectors) {
  std::vector<IndexTerm> out;
  merge_terms(collectors, 1, [&](const IndexTerm& term) { out.push_back(term); });
  return out;
}

// "term entry:parts:strength …; "
std::string show(const std::vector<IndexTerm>& terms) {
  std::string out;
  for (const IndexTerm& term : terms) {
    out += term.text;
    for (const Posting& posting : term.postings) {
      out += " " + std::to_string(posting.entry) + ":" + std::to_string(posting.parts) + ":" +
             std::to_string(posting.strength);
    }
    out += "; ";
  }
  return out;
}

}  // namespace

TEST_CASE("terms come by their bytes, with the entries that have them") {
  std::vector<PostingCollector> collectors(2);
  collectors[0].begin_entry(0);
  collectors[0].add("b", TextPart::body, 1, 9);
  collectors[0].begin_entry(1);
  collectors[0].add("a", TextPart::body, 1, 9);
  collectors[0].add("b", TextPart::summary, 1, 9);
  collectors[1].begin_entry(2);
  collectors[1].add("é", TextPart::body, 1, 9);
  collectors[1].add("b", TextPart::body, 1, 9);
  CHECK(show(merged(collectors)) == "a 1:16:0; b 0:16:0 1:4:0 2:16:0; é 2:16:0; ");
}

TEST_CASE("strength is the largest share of a name, else how often the term occurs") {
  std::vector<PostingCollector> collectors(1);
  collectors[0].begin_entry(0);
  collectors[0].add("whole", TextPart::name, 1, 8);
  collectors[0].add("whole", TextPart::title, 1, 1);
  collectors[0].add("half", TextPart::title, 1, 2);
  for (int i = 0; i < 5; ++i) collectors[0].add("often", TextPart::body, 1, 100);
  CHECK(show(merged(collectors)) == "half 0:1:6; often 0:16:3; whole 0:3:7; ");
}

TEST_CASE("many terms are kept apart") {
  std::vector<PostingCollector> collectors(1);
  collectors[0].begin_entry(7);
  for (int i = 0; i < 20000; ++i) collectors[0].add("t" + std::to_string(i), TextPart::body, 1, 1);
  const std::vector<IndexTerm> terms = merged(collectors);
  REQUIRE(terms.size() == 20000);
  CHECK(terms.front().text == "t0");
  CHECK(terms.back().text == "t9999");
  CHECK(terms.back().postings.size() == 1);
}

TEST_CASE("postings of more entries than a block holds stay with their terms") {
  std::vector<PostingCollector> collectors(1);
  for (std::uint32_t entry = 0; entry < 3; ++entry) {
    collectors[0].begin_entry(entry);
    for (int i = 0; i < 9000; ++i) collectors[0].add("t" + std::to_string(i), TextPart::body, 1, 1);
  }
  const std::vector<IndexTerm> terms = merged(collectors);
  REQUIRE(terms.size() == 9000);
  for (const IndexTerm& term : terms) {
    REQUIRE(term.postings.size() == 3);
    for (std::uint32_t entry = 0; entry < 3; ++entry) REQUIRE(term.postings[entry].entry == entry);
  }
}

TEST_CASE("terms that begin alike, of any length, are kept apart and in order") {
  std::vector<PostingCollector> collectors(1);
  collectors[0].begin_entry(0);
  std::vector<std::string> texts;
  for (std::size_t length = 1; length <= 40; ++length) {
    texts.push_back(std::string(length, 'a'));
    texts.push_back(std::string(length - 1, 'a') + "b");
    texts.push_back(std::string(length - 1, 'a') + "\xC3\xA9");
    texts.push_back(std::string(length, 'a') + std::string(1, '\0'));
  }
  for (int times = 0; times < 2; ++times) {
    for (const std::string& text : texts) collectors[0].add(text, TextPart::body, 1, 1);
  }
  const std::vector<IndexTerm> terms = merged(collectors);
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  REQUIRE(terms.size() == texts.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    CHECK(terms[i].text == texts[i]);
    REQUIRE(terms[i].postings.size() == 1);
    CHECK(terms[i].postings.front().strength == 1);
  }
}
