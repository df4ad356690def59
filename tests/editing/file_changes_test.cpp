#include "editing/file_changes.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file_system.h"
#include "support/temporary_folder.h"

using namespace armillary;

namespace {

namespace disk = std::filesystem;

std::vector<std::string> names_in(const TemporaryFolder& folder) {
  std::vector<std::string> out;
  for (const Entry& entry : list_files(folder.path())) out.push_back(entry.path);
  return out;
}

}  // namespace

TEST_CASE("files are made, changed and renamed, and nothing else is left") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "1");
  write_file(folder.at("b"), "2");
  disk::permissions(folder.at("b"), disk::perms::owner_read | disk::perms::owner_write);
  apply_changes(
      {{folder.at("a"), folder.at("a"), "one"}, {folder.at("b"), folder.at("c"), "two"}, {"", folder.at("d"), "3"}});
  CHECK(names_in(folder) == std::vector<std::string>{"a", "c", "d"});
  CHECK(read_file(folder.at("a")) == "one");
  CHECK(read_file(folder.at("c")) == "two");
  CHECK(read_file(folder.at("d")) == "3");
  CHECK(disk::status(folder.at("c")).permissions() == (disk::perms::owner_read | disk::perms::owner_write));
}

TEST_CASE("where one file cannot be written none is changed") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "1");
  write_file(folder.at("taken"), "2");
  CHECK_THROWS_AS(apply_changes({{folder.at("a"), folder.at("a"), "one"}, {"", folder.at("nowhere/b"), "x"}}),
                  FileError);
  CHECK_THROWS_AS(apply_changes({{folder.at("a"), folder.at("taken"), "one"}}), FileError);
  CHECK(names_in(folder) == std::vector<std::string>{"a", "taken"});
  CHECK(read_file(folder.at("a")) == "1");
  CHECK(read_file(folder.at("taken")) == "2");
}

TEST_CASE("a link stays a link and the file that it leads to changes") {
  const TemporaryFolder folder;
  write_file(folder.at("real"), "1");
  disk::create_symlink("real", folder.at("link"));
  apply_changes({{folder.at("link"), folder.at("link"), "one"}});
  CHECK(disk::is_symlink(folder.at("link")));
  CHECK(read_file(folder.at("real")) == "one");
}
