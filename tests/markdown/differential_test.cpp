// One half of differential.mjs: renders the documents of a file. Hidden, for it is no test by itself.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

TEST_CASE("documents of a differential run are rendered", "[.differential]") {
  const char* in_path = std::getenv("ARMILLARY_DOCUMENTS");
  const char* out_path = std::getenv("ARMILLARY_RENDERINGS");
  REQUIRE(in_path != nullptr);
  REQUIRE(out_path != nullptr);
  Options options;
  options.additions = std::getenv("ARMILLARY_PLAIN") == nullptr;
  std::ifstream in(in_path, std::ios::binary);
  const std::string documents{std::istreambuf_iterator<char>(in), {}};
  std::ofstream out(out_path, std::ios::binary);
  for (std::size_t at = 0; at < documents.size();) {
    const std::size_t end = documents.find('\0', at);
    out << html_of(documents.substr(at, end - at), options) << '\0';
    at = end + 1;
  }
  CHECK(out.good());
}
