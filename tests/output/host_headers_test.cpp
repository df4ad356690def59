#include "output/host_headers.h"

#include <catch2/catch.hpp>

#include "base/file_system.h"

using namespace armillary;

TEST_CASE("files whose address has a digest may be kept for a year, no others") {
  const std::string headers =
      make_host_headers({{"css/site.css", "css/site.0123456789.css", ""}, {"images/mark.svg", "images/mark.svg", ""}},
                        "https://example.org/observatory/");
  CHECK(headers.starts_with("/observatory/*\n  Content-Security-Policy: "));
  CHECK(headers.ends_with(
      "/observatory/css/site.0123456789.css\n  Cache-Control: public, max-age=31536000, immutable\n"));
  CHECK(headers.find("mark.svg") == std::string::npos);
}

TEST_CASE("hosts send the policy that the pages carry themselves") {
  const std::string base = read_file(ARMILLARY_TESTS_FOLDER "/../templates/base.html");
  const std::string before = "http-equiv=\"Content-Security-Policy\" content=\"";
  const std::size_t begin = base.find(before);
  REQUIRE(begin != std::string::npos);
  const std::size_t policy = begin + before.size();
  const std::string of_pages = base.substr(policy, base.find('"', policy) - policy);
  CHECK(make_host_headers({}, "https://example.org/").find("Content-Security-Policy: " + of_pages + ";") !=
        std::string::npos);
}
