#include "search/term_pieces.h"

#include <catch2/catch.hpp>
#include <map>

using namespace armillary;

namespace {

struct Written {
  std::map<std::string, std::string> files;
  TakeFile take = [this](const std::string& name, const FileContent& content) { files[name] = content.joined(); };

  // The bytes of the file whose name begins so.
  std::string at(const std::string& start) const {
    const auto found = files.lower_bound(start);
    return found != files.end() && found->first.starts_with(start) ? found->second : "no such file";
  }
};

TermPieces write_terms(const TakeFile& take, std::vector<IndexTerm>& terms) {
  const PieceWriter writer(take, "search/en/");
  TermWriter out(writer);
  for (IndexTerm& term : terms) out.add(term);
  return out.finish();
}

}  // namespace

TEST_CASE("terms share their beginnings, postings are distances with parts and strength") {
  Written written;
  std::vector<IndexTerm> terms = {{"law", {{3, 1, 7}, {200, 16, 0}}}, {"laws", {{3, 4, 2}}}};
  const TermPieces pieces = write_terms(written.take, terms);
  const std::string expected = std::string("\x00\x03law\x02\x05\x03\xe1\xc5\x01\x10", 12) + "\x03\x01s\x01\x02\x03\x44";
  CHECK(written.at("search/en/t0-") == expected);
  REQUIRE(pieces.terms.firsts.size() == 1);
  CHECK(pieces.terms.firsts[0] == "law");
  CHECK(written.files.contains("search/en/t0-" + pieces.terms.digests + ".bin"));
}

TEST_CASE("words that may be misspelt are listed by their first character, pairs and marks are not") {
  Written written;
  std::vector<IndexTerm> terms = {{"'quanqiu", {{0, 1, 0}}}, {"2024", {{0, 1, 0}}},       {"act", {{0, 1, 0}}},
                                  {"action", {{0, 1, 0}}},   {"governance", {{0, 1, 0}}}, {"治理", {{0, 1, 0}}}};
  const TermPieces pieces = write_terms(written.take, terms);
  REQUIRE(pieces.words.size() == 2);
  CHECK(pieces.words[0].first == "a");
  CHECK(written.at("search/en/v0-") == "action\n");
  CHECK(pieces.words[1].first == "g");
}

TEST_CASE("of the traditional characters those are told whose simplified forms the index has") {
  Written written;
  std::vector<IndexTerm> terms = {{"law", {{0, 1, 0}}}, {"条约", {{0, 1, 0}}}};
  write_terms(written.take, terms);
  CHECK(written.at("search/en/h0-") == "條条約约");
}

TEST_CASE("of a very common term the weightiest postings are kept, and the number of all") {
  Written written;
  IndexTerm common{"common", {}};
  for (std::uint32_t i = 0; i < kMostPostings + 10; ++i) {
    common.postings.push_back({i, static_cast<std::uint8_t>(i < 10 ? 16 : 1), 0});
  }
  std::vector<IndexTerm> terms = {common};
  write_terms(written.take, terms);
  REQUIRE(terms[0].postings.size() == kMostPostings);
  CHECK(terms[0].postings.front().entry == 10);
  const std::string piece = written.at("search/en/t0-");
  CHECK(piece.substr(2, 8) == "common\x8a\x20");  // 4106
}

TEST_CASE("a long list of pieces is in pieces itself") {
  Written written;
  PieceList list;
  for (int i = 0; i < 1100; ++i) {
    list.firsts.push_back("t" + std::to_string(i));
    list.digests += "0123456" + std::to_string(i % 10);
  }
  const std::string json = piece_list_json(PieceWriter(written.take, "search/en/"), "t", list);
  CHECK(
      json.starts_with("{\"fan\":128,\"firsts\":[\"t0\",\"t128\",\"t256\",\"t384\",\"t512\",\"t640\",\"t768\",\"t896\","
                       "\"t1024\"],\"digests\":\""));
  CHECK(written.files.size() == 9);
  CHECK(written.at("search/en/tl4-").starts_with("{\"firsts\":[\"t512\",\"t513\""));
}
