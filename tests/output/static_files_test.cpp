#include "output/static_files.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/file_system.h"
#include "support/temporary_folder.h"

using namespace armillary;

namespace {

void write(const TemporaryFolder& folder, const std::string& name, const std::string& text) {
  const std::string path = folder.at(name);
  make_folders(path.substr(0, path.rfind('/')));
  write_file(path, text);
}

}  // namespace

TEST_CASE("of two files with one name the first folder's is taken, and all are found by name") {
  const TemporaryFolder folder;
  write(folder, "own/base.html", "own");
  write(folder, "own/parts/z.html", "z");
  write(folder, "installed/base.html", "installed");
  write(folder, "installed/a.html", "a");
  const auto found = find_files({{folder.at("own"), "templates"}, {folder.at("installed"), "installed"}});
  REQUIRE(found.size() == 3);
  CHECK(found[0].name == "a.html");
  CHECK(found[0].shown == "installed/a.html");
  CHECK(found[1].name == "base.html");
  CHECK(found[1].shown == "templates/base.html");
  CHECK(read_file(found[1].path) == "own");
  CHECK(found[2].name == "parts/z.html");
}

TEST_CASE("a folder that is not there has no files, and hidden files are none") {
  const TemporaryFolder folder;
  write(folder, "own/.DS_Store", "x");
  write(folder, "own/.git/config", "x");
  write(folder, "own/css/.swp", "x");
  CHECK(find_files({{folder.at("own"), "static"}, {folder.at("nowhere"), "static"}}).empty());
}

TEST_CASE("style sheets and scripts carry a digest of their bytes, others keep their names") {
  const TemporaryFolder folder;
  write(folder, "css/site.css", "body{}");
  write(folder, "js/search.min.js", "1");
  write(folder, "images/mark.svg", "<svg/>");
  write(folder, "CNAME", "tea.example");
  const auto files = read_static_files({{folder.path(), "static"}});
  REQUIRE(files.size() == 4);
  CHECK(files[0].address == "CNAME");
  CHECK(files[1].name == "css/site.css");
  CHECK(files[1].address == "css/site." + sha256_hex("body{}").substr(0, 10) + ".css");
  CHECK(files[1].bytes == "body{}");
  CHECK(files[2].address == "images/mark.svg");
  CHECK(files[3].address == "js/search.min." + sha256_hex("1").substr(0, 10) + ".js");
}

TEST_CASE("other bytes give another address, the same bytes the same") {
  const TemporaryFolder folder;
  const auto address = [&](const std::string& bytes) {
    write(folder, "site.css", bytes);
    return read_static_files({{folder.path(), "static"}}).at(0).address;
  };
  const std::string first = address("a");
  CHECK(address("b") != first);
  CHECK(address("a") == first);
}
