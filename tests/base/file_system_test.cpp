#include "base/file_system.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

using namespace armillary;

namespace {

// What the failure of `act` says.
std::string failure_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const FileError& error) {
    return error.what();
  }
  return "no failure";
}

}  // namespace

TEST_CASE("a file is read back as it was written") {
  const TemporaryFolder folder;
  std::string text = "标题\r\n";
  text += '\0';
  for (int i = 0; i < 100'000; ++i) text += static_cast<char>(i % 251);
  write_file(folder.at("名.bin"), text);
  CHECK(read_file(folder.at("名.bin")) == text);
}

TEST_CASE("a file in pieces is one file, and compared without being joined") {
  const TemporaryFolder folder;
  const std::string long_piece(200'000, 'x');
  const FileContent pieces(std::vector<std::string_view>{"a", "", long_piece, "b"});
  write_file(folder.at("f"), pieces);
  CHECK(read_file(folder.at("f")) == "a" + long_piece + "b");
  CHECK(file_holds(folder.at("f"), pieces));
  CHECK(file_holds(folder.at("f"), "a" + long_piece + "b"));
  CHECK_FALSE(file_holds(folder.at("f"), FileContent(std::vector<std::string_view>{"a", long_piece, "c"})));
  CHECK_FALSE(file_holds(folder.at("f"), FileContent(std::vector<std::string_view>{"a", long_piece})));
  CHECK_FALSE(file_holds(folder.path(), pieces));
  CHECK_FALSE(file_holds(folder.at("none"), pieces));
}

TEST_CASE("a file larger than any text is compared, too") {
  const TemporaryFolder folder;
  const std::string piece(kMaxFileSize / 2 + 1, 'x');
  const FileContent large(std::vector<std::string_view>{piece, piece});
  write_file(folder.at("f"), large);
  CHECK(file_holds(folder.at("f"), large));
}

TEST_CASE("writing replaces the whole file") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "a long text");
  write_file(folder.at("a"), "short");
  CHECK(read_file(folder.at("a")) == "short");
  write_file(folder.at("a"), "");
  CHECK(read_file(folder.at("a")).empty());
}

TEST_CASE("what cannot be read is told with path and reason") {
  const TemporaryFolder folder;
  const std::string missing = folder.at("missing.md");
  CHECK(failure_of([&] { read_file(missing); }) == "cannot read '" + missing + "': No such file or directory");
  CHECK(failure_of([&] { read_file(folder.path()); }) == "cannot read '" + folder.path() + "': Is a directory");
  CHECK(failure_of([&] { read_file("/dev/null"); }) == "cannot read '/dev/null': it is not a file");
}

TEST_CASE("a failure knows its path") {
  try {
    read_file("/nowhere/a.md");
    FAIL("nothing was thrown");
  } catch (const FileError& error) {
    CHECK(error.path() == "/nowhere/a.md");
  }
}

TEST_CASE("a pipe is refused without waiting for its other end") {
  const TemporaryFolder folder;
  const std::string pipe = folder.at("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(failure_of([&] { read_file(pipe); }) == "cannot read '" + pipe + "': it is not a file");
}

TEST_CASE("a file over the bound is refused") {
  const TemporaryFolder folder;
  const std::string large = folder.at("large");
  write_file(large, "");
  std::filesystem::resize_file(large, kMaxFileSize);
  CHECK(read_file(large).size() == kMaxFileSize);
  std::filesystem::resize_file(large, kMaxFileSize + 1);
  CHECK(failure_of([&] { read_file(large); }) == "cannot read '" + large + "': it is larger than 64 MiB");
}

TEST_CASE("a full disk is told") {
  CHECK(failure_of([] { write_file("/dev/full", "text"); }) == "cannot write '/dev/full': No space left on device");
}

TEST_CASE("a file in a missing folder cannot be written") {
  const TemporaryFolder folder;
  const std::string path = folder.at("no/a");
  CHECK(failure_of([&] { write_file(path, "x"); }) == "cannot write '" + path + "': No such file or directory");
}

TEST_CASE("folders are made with those above them, and may stand already") {
  const TemporaryFolder folder;
  make_folders(folder.at("a/b/c"));
  make_folders(folder.at("a/b/c"));
  CHECK(folder_exists(folder.at("a/b/c")));
  CHECK_FALSE(folder_exists(folder.at("a/b/d")));
}

TEST_CASE("a folder cannot be made where a file stands") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "");
  CHECK(failure_of([&] { make_folders(folder.at("a/b")); }) ==
        "cannot make the folder '" + folder.at("a/b") + "': Not a directory");
  CHECK(failure_of([&] { make_folders(folder.at("a")); }) ==
        "cannot make the folder '" + folder.at("a") + "': Not a directory");
}

TEST_CASE("files and folders are told apart") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "");
  CHECK(file_exists(folder.at("a")));
  CHECK_FALSE(folder_exists(folder.at("a")));
  CHECK_FALSE(file_exists(folder.path()));
  CHECK_FALSE(file_exists(folder.at("b")));
}

TEST_CASE("everything below a folder is listed in the order of its bytes") {
  const TemporaryFolder folder;
  make_folders(folder.at("laws/old"));
  make_folders(folder.at("empty"));
  for (const char* name : {"b.md", "B.md", "a.zh.md", "a.md", "laws/x.md", "laws/old/y.md", "laws-x", "中.md"})
    write_file(folder.at(name), "");
  const std::vector<Entry> expected{
      {"B.md", EntryKind::file},      {"a.md", EntryKind::file},       {"a.zh.md", EntryKind::file},
      {"b.md", EntryKind::file},      {"empty", EntryKind::folder},    {"laws", EntryKind::folder},
      {"laws-x", EntryKind::file},    {"laws/old", EntryKind::folder}, {"laws/old/y.md", EntryKind::file},
      {"laws/x.md", EntryKind::file}, {"中.md", EntryKind::file}};
  CHECK(list_files(folder.path()) == expected);
  CHECK(list_files(folder.path() + "/") == expected);
}

TEST_CASE("links are listed by where they lead, and are not walked") {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  write_file(elsewhere.at("secret"), "");
  make_folders(folder.at("in"));
  write_file(folder.at("in/a"), "");
  fs::create_symlink("in/a", folder.at("to-file"));
  fs::create_directory_symlink("in", folder.at("to-folder"));
  fs::create_directory_symlink("..", folder.at("in/up"));
  fs::create_directory_symlink(elsewhere.path(), folder.at("out"));
  fs::create_symlink(elsewhere.at("secret"), folder.at("out-file"));
  fs::create_symlink("nothing", folder.at("broken"));
  fs::create_symlink("loop", folder.at("loop"));
  REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
  const std::vector<Entry> expected{{"broken", EntryKind::broken},    {"in", EntryKind::folder},
                                    {"in/a", EntryKind::file},        {"in/up", EntryKind::folder},
                                    {"loop", EntryKind::broken},      {"out", EntryKind::outside},
                                    {"out-file", EntryKind::outside}, {"pipe", EntryKind::special},
                                    {"to-file", EntryKind::file},     {"to-folder", EntryKind::folder}};
  CHECK(list_files(folder.path()) == expected);
}

TEST_CASE("a folder whose name begins like the root's is outside of it") {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  make_folders(folder.at("root"));
  make_folders(folder.at("root-other"));
  fs::create_directory_symlink(folder.at("root-other"), folder.at("root/link"));
  CHECK(list_files(folder.at("root")) == std::vector<Entry>{{"link", EntryKind::outside}});
}

TEST_CASE("a missing folder cannot be listed") {
  const TemporaryFolder folder;
  const std::string path = folder.at("no");
  CHECK(failure_of([&] { list_files(path); }) == "cannot list '" + path + "': No such file or directory");
}

TEST_CASE("a file cannot be listed") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "");
  CHECK(failure_of([&] { list_files(folder.at("a")); }) == "cannot list '" + folder.at("a") + "': Not a directory");
}

TEST_CASE("a folder is removed with all that it holds, and links are not followed") {
  namespace fs = std::filesystem;
  const TemporaryFolder folder;
  make_folders(folder.at("a/b/c"));
  make_folders(folder.at("kept"));
  write_file(folder.at("a/b/c/x"), "x");
  write_file(folder.at("kept/y"), "y");
  fs::create_directory_symlink(folder.at("kept"), folder.at("a/b/link"));
  remove_folder(folder.at("a"));
  CHECK_FALSE(folder_exists(folder.at("a")));
  CHECK(read_file(folder.at("kept/y")) == "y");
  remove_folder(folder.at("a"));
  CHECK_FALSE(folder_exists(folder.at("a")));
}

TEST_CASE("files are listed in the order of their paths, whatever stands before or behind a slash") {
  const TemporaryFolder folder;
  const std::vector<std::string> files = {"a",     "b!/x",    "b-c/x",    "b-c/y/z", "b.md",      "b/!x",   "b/a-b/x",
                                          "b/a/x", "b/a/y/z", "b/a/y.md", "b0/x",    "b\u4e00/x", "c/d/e/f"};
  std::vector<std::string> expected = files;
  for (const std::string& file : files) {
    for (std::size_t slash = file.find('/'); slash != std::string::npos; slash = file.find('/', slash + 1)) {
      expected.push_back(file.substr(0, slash));
      make_folders(folder.at(file.substr(0, slash)));
    }
    write_file(folder.at(file), "x");
  }
  std::sort(expected.begin(), expected.end());
  expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  std::vector<std::string> listed;
  for (const Entry& entry : list_files(folder.path(), 2)) listed.push_back(entry.path);
  CHECK(listed == expected);
}

TEST_CASE("many threads list and remove what one does") {
  const TemporaryFolder folder;
  std::vector<Entry> expected;
  for (const std::string top : {"a", "b", "c"}) {
    expected.push_back({top, EntryKind::folder});
    for (int i = 10; i < 50; ++i) {
      const std::string inner = top + "/" + std::to_string(i);
      make_folders(folder.at(inner + "/deep"));
      write_file(folder.at(inner + "/deep/x"), "x");
      write_file(folder.at(inner + "/y"), "y");
      expected.push_back({inner, EntryKind::folder});
      expected.push_back({inner + "/deep", EntryKind::folder});
      expected.push_back({inner + "/deep/x", EntryKind::file});
      expected.push_back({inner + "/y", EntryKind::file});
    }
  }
  CHECK(list_files(folder.path(), 1) == expected);
  CHECK(list_files(folder.path(), 4) == expected);
  remove_folder(folder.at("a"), 4);
  CHECK_FALSE(folder_exists(folder.at("a")));
  CHECK(read_file(folder.at("b/10/deep/x")) == "x");
}

TEST_CASE("an empty folder is told from one that holds something") {
  const TemporaryFolder folder;
  CHECK(folder_is_empty(folder.path()));
  write_file(folder.at(".hidden"), "");
  CHECK_FALSE(folder_is_empty(folder.path()));
  const std::string path = folder.at("no");
  CHECK(failure_of([&] { folder_is_empty(path); }) == "cannot list '" + path + "': No such file or directory");
}

TEST_CASE("where no path leads, nothing stands") {
  const TemporaryFolder folder;
  write_file(folder.at("a"), "");
  std::filesystem::create_symlink("loop", folder.at("loop"));
  CHECK_FALSE(file_exists(folder.at("a/b")));
  CHECK_FALSE(file_exists(folder.at("loop")));
  CHECK_FALSE(folder_exists(folder.at(std::string(1000, 'n'))));
}

TEST_CASE("the disk is asked to keep only what stands") {
  const TemporaryFolder folder;
  sync_file_system(folder.path());
  sync_folder(folder.path());
  const std::string path = folder.at("no");
  CHECK(failure_of([&] { sync_file_system(path); }) == "cannot write '" + path + "': No such file or directory");
  CHECK(failure_of([&] { sync_folder(path); }) == "cannot write '" + path + "': No such file or directory");
}
