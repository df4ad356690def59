#include "search/text_pieces.h"

#include <catch2/catch.hpp>
#include <map>

using namespace armillary;

namespace {

struct Written {
  std::map<std::string, std::string> files;
  TakeFile take = [this](const std::string& name, const FileContent& content) { files[name] = content.joined(); };
  const PieceWriter writer{take, "search/en/"};

  // The bytes of the one file of this number.
  std::string piece(std::size_t number) const {
    const std::string start = "search/en/x" + std::to_string(number) + "-";
    const auto found = files.lower_bound(start);
    return found != files.end() && found->first.starts_with(start) ? found->second : "no such file";
  }
};

// "17 1" of `[17,"0a1b2c3d",1]`.
std::string number_and_place(const std::string& text) {
  const std::size_t digest = text.find(",\"");
  const std::size_t place = text.find("\",");
  if (text.front() != '[' || place != digest + 2 + kPieceDigest) return text;
  return text.substr(1, digest - 1) + " " + text.substr(place + 2, text.size() - place - 3);
}

}  // namespace

TEST_CASE("short bodies share a piece, and each is told where it stands") {
  Written written;
  const std::vector<std::string> places = write_texts(written.writer, 0, {"one \"1\"", "", "three"});
  REQUIRE(places.size() == 3);
  CHECK(number_and_place(places[0]) == "0 0");
  CHECK(places[1].empty());
  CHECK(number_and_place(places[2]) == "0 2");
  CHECK(written.files.size() == 1);
  CHECK(written.piece(0) == R"(["one \"1\"","","three"])");
}

TEST_CASE("a piece begins with a body, and there is none where there are no bodies") {
  Written written;
  const std::vector<std::string> places = write_texts(written.writer, 32, {"", "", "one", ""});
  CHECK(number_and_place(places[2]) == "34 0");
  CHECK(written.files.size() == 1);
  CHECK(written.piece(34) == R"(["one",""])");
  CHECK(write_texts(written.writer, 48, {"", ""}) == std::vector<std::string>{"", ""});
  CHECK(written.files.size() == 1);
}

TEST_CASE("a piece takes as many bodies as fit, a longer one stands alone") {
  Written written;
  const std::string half(1500, 'a');
  const std::string whole(9000, 'b');
  const std::vector<std::string> places = write_texts(written.writer, 16, {half, half, half, whole, "c"});
  REQUIRE(places.size() == 5);
  CHECK(number_and_place(places[0]) == "16 0");
  CHECK(number_and_place(places[1]) == "16 1");
  CHECK(number_and_place(places[2]) == "18 0");
  CHECK(number_and_place(places[3]) == "19 0");
  CHECK(number_and_place(places[4]) == "20 0");
  CHECK(written.files.size() == 4);
  CHECK(written.piece(16) == "[\"" + half + "\",\"" + half + "\"]");
  CHECK(written.piece(19) == "[\"" + whole + "\"]");
}
