#include "output/publish.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <thread>

#include "base/file_system.h"
#include "support/temporary_folder.h"

using namespace armillary;

namespace {

namespace disk = std::filesystem;
using Files = std::map<std::string, std::string>;

Publisher::Counts publish(const std::string& output, const Files& files) {
  Publisher publisher(output);
  for (const auto& [name, bytes] : files) publisher.add(name, bytes);
  publisher.finish();
  return publisher.counts();
}

// Everything below a folder, with its bytes.
Files files_in(const std::string& folder) {
  Files out;
  for (const Entry& entry : list_files(folder)) {
    if (entry.kind == EntryKind::file) out[entry.path] = read_file(folder + "/" + entry.path);
  }
  return out;
}

struct Identity {
  ino_t inode = 0;
  std::int64_t changed = 0;  // nanoseconds

  bool operator==(const Identity&) const = default;
};

Identity identity_of(const std::string& path) {
  struct stat status {};
  REQUIRE(stat(path.c_str(), &status) == 0);
  return {status.st_ino, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

// The names in a folder: nothing but the site may be left beside it.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : disk::directory_iterator(folder)) out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

using Names = std::vector<std::string>;

const Files kSite = {
    {"index.html", "home"}, {"en/index.html", "en"}, {"en/teas/a/index.html", "a"}, {"css/site.css", ""}};

}  // namespace

TEST_CASE("the first build writes everything, with the folders that it needs") {
  const TemporaryFolder folder;
  const std::string output = folder.at("deep/er/site");
  const auto counts = publish(output, kSite);
  CHECK(counts.written == 4);
  CHECK(counts.unchanged == 0);
  CHECK(counts.removed == 0);
  CHECK(files_in(output) == kSite);
  CHECK(names_in(folder.at("deep/er")) == Names{"site"});
}

TEST_CASE("many threads may be the first to write into one folder") {
  const TemporaryFolder folder;
  for (int attempt = 0; attempt < 20; ++attempt) {
    Publisher publisher(folder.at("site" + std::to_string(attempt)));
    std::atomic<int> waiting = 4;
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&, i] {
        for (--waiting; waiting > 0;) std::this_thread::yield();
        try {
          publisher.add("a/b/c/" + std::to_string(i), "x");
        } catch (const FileError&) {
          ++failed;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(failed == 0);
  }
}

TEST_CASE("a build with nothing changed touches no file and no folder") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  std::map<std::string, Identity> before;
  for (const Entry& entry : list_files(output)) before[entry.path] = identity_of(output + "/" + entry.path);
  before[""] = identity_of(output);
  const auto counts = publish(output, kSite);
  CHECK(counts.written == 0);
  CHECK(counts.unchanged == 4);
  CHECK(counts.removed == 0);
  for (const auto& [path, identity] : before) CHECK(identity_of(output + "/" + path) == identity);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("only what changed is written, the rest stays the same file") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  const Identity same = identity_of(output + "/en/index.html");
  const Identity changed = identity_of(output + "/index.html");
  Files next = kSite;
  next["index.html"] = "HOME";
  next["new/page/index.html"] = "new";
  const auto counts = publish(output, next);
  CHECK(counts.written == 2);
  CHECK(counts.unchanged == 3);
  CHECK(counts.removed == 0);
  CHECK(files_in(output) == next);
  CHECK(identity_of(output + "/en/index.html") == same);
  CHECK(identity_of(output + "/index.html").inode != changed.inode);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("a file that is no longer made is removed, and its folder with it") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  Files next = kSite;
  next.erase("en/teas/a/index.html");
  const auto counts = publish(output, next);
  CHECK(counts.written == 0);
  CHECK(counts.unchanged == 3);
  CHECK(counts.removed == 1);
  CHECK(files_in(output) == next);
  CHECK_FALSE(folder_exists(output + "/en/teas"));
}

TEST_CASE("what changes its length, becomes empty or was empty is written anew") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, {{"a", "x"}, {"b", ""}});
  CHECK(publish(output, {{"a", ""}, {"b", "y"}}).written == 2);
  CHECK(files_in(output) == Files{{"a", ""}, {"b", "y"}});
}

TEST_CASE("a page may take the place of a folder, and a folder that of a page") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, {{"a/b", "x"}, {"c", "y"}});
  const Files next = {{"a", "x"}, {"c/d", "y"}};
  publish(output, next);
  CHECK(files_in(output) == next);
}

TEST_CASE("a build that ends before it is finished leaves the old site as it was") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  const Identity before = identity_of(output + "/index.html");
  {
    Publisher publisher(output);
    publisher.add("index.html", "half");
    publisher.add("en/index.html", "en");
  }
  CHECK(files_in(output) == kSite);
  CHECK(identity_of(output + "/index.html") == before);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("a build that fails while it writes leaves the old site as it was") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  const auto failing = [&] {
    Publisher publisher(output);
    publisher.add("a", "x");
    publisher.add("a/b", "a file is in the place of its folder");
    publisher.finish();
  };
  CHECK_THROWS_AS(failing(), FileError);
  CHECK(files_in(output) == kSite);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("a first build that fails leaves nothing") {
  const TemporaryFolder folder;
  { Publisher(folder.at("site")).add("index.html", "half"); }
  CHECK(names_in(folder.path()).empty());
}

TEST_CASE("a file where the site should be is not written over") {
  const TemporaryFolder folder;
  write_file(folder.at("site"), "mine");
  CHECK_THROWS_WITH(Publisher(folder.at("site")), Catch::Contains("it is a file, not a folder"));
  CHECK(read_file(folder.at("site")) == "mine");
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("leftovers of builds that were killed are removed") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  make_folders(output + ".next/en");
  write_file(output + ".next/en/half.html", "half");
  make_folders(output + ".old");
  write_file(output + ".old/x", "x");
  write_file(output + ".lock", "");
  publish(output, kSite);
  CHECK(files_in(output) == kSite);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("a slash at the end of the output's name makes no difference") {
  const TemporaryFolder folder;
  publish(folder.at("site/"), kSite);
  CHECK(publish(folder.at("site//"), kSite).unchanged == 4);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("an output that is a link to a folder is published into that folder, and the link stays") {
  const TemporaryFolder folder;
  make_folders(folder.at("www/tea"));
  disk::create_directory_symlink(folder.at("www/tea"), folder.at("site"));
  publish(folder.at("site"), kSite);
  CHECK(disk::is_symlink(folder.at("site")));
  CHECK(files_in(folder.at("www/tea")) == kSite);
  CHECK(names_in(folder.path()) == Names{"site", "www"});
  CHECK(names_in(folder.at("www")) == Names{"tea"});
  CHECK(publish(folder.at("site"), kSite).unchanged == 4);
}

TEST_CASE("many threads may add files") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  Publisher publisher(output);
  std::vector<std::thread> threads;
  for (int part = 0; part < 4; ++part) {
    threads.emplace_back([&, part] {
      for (int i = part; i < 200; i += 4) {
        publisher.add("f" + std::to_string(i % 10) + "/" + std::to_string(i) + "/index.html", std::to_string(i));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  publisher.finish();
  CHECK(publisher.counts().written == 200);
  CHECK(files_in(output).size() == 200);
  CHECK(read_file(output + "/f7/137/index.html") == "137");
}

TEST_CASE("a second build waits until the first has ended") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  std::atomic<bool> first_ended = false;
  std::atomic<bool> second_waited = false;
  std::optional<Publisher> first(std::in_place, output);
  first->add("index.html", "first");
  std::thread second([&] {
    Publisher publisher(output);
    second_waited = first_ended.load();
    publisher.add("index.html", "second");
    publisher.finish();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  first->finish();
  CHECK(read_file(output + "/index.html") == "first");
  first_ended = true;
  first.reset();
  second.join();
  CHECK(second_waited);
  CHECK(files_in(output) == Files{{"index.html", "second"}});
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("builds that start at once all end, and the site is that of one of them") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  std::vector<std::thread> threads;
  std::atomic<int> ended = 0;
  for (int i = 0; i < 6; ++i) {
    threads.emplace_back([&, i] {
      publish(output, {{"a", std::to_string(i)}, {"b", std::to_string(i)}});
      ++ended;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(ended == 6);
  CHECK(read_file(output + "/a") == read_file(output + "/b"));
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("what an upload must send and remove is told by name") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  Publisher publisher(output);
  for (const auto& [name, bytes] : Files{{"index.html", "home"}, {"en/index.html", "new"}, {"en/b.html", "b"}}) {
    publisher.add(name, bytes);
  }
  publisher.finish();
  CHECK(publisher.compare().written == Names{"en/b.html", "en/index.html"});
  CHECK(publisher.compare().removed == Names{"css/site.css", "en/teas/a/index.html"});
}

TEST_CASE("an old site that a killed build had set aside is put back, also where the next build fails") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  disk::rename(output, output + ".old");
  make_folders(output + ".next/en");
  write_file(output + ".next/en/stray.html", "half a site");
  { const Publisher publisher(output); }
  CHECK(files_in(output) == kSite);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("where both the site and one set aside stand, the site stays and the other goes") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  make_folders(output + ".old");
  write_file(output + ".old/index.html", "older");
  { const Publisher publisher(output); }
  CHECK(files_in(output) == kSite);
  CHECK(names_in(folder.path()) == Names{"site"});
}

TEST_CASE("what differs from the old site is known before the new one takes its place") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  publish(output, kSite);
  Publisher publisher(output);
  publisher.add("index.html", "HOME");
  CHECK(publisher.compare().written.size() == 1);
  CHECK(publisher.compare().removed.size() == 3);
  CHECK(files_in(output) == kSite);
  publisher.finish();
  CHECK(publisher.counts().removed == 3);
  CHECK(files_in(output) == Files{{"index.html", "HOME"}});
}

TEST_CASE("a file is kept as long as it is the one that was published") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  std::vector<PublishedFile> marked;
  {
    Publisher publisher(output);
    for (const char* name : {"a/kept", "a/longer", "a/other", "a/secret", "a/gone"}) publisher.add(name, "the bytes");
    publisher.finish();
    marked = publisher.marked_files();
    REQUIRE(publisher.have_settled(marked));
  }
  REQUIRE(marked.size() == 5);
  CHECK(marked[0].name == "a/gone");
  write_file(output + "/a/longer", "the bytes and more");
  write_file(output + "/a/new", "the bytes");
  REQUIRE(rename((output + "/a/new").c_str(), (output + "/a/other").c_str()) == 0);
  struct stat before {};
  REQUIRE(stat((output + "/a/secret").c_str(), &before) == 0);
  write_file(output + "/a/secret", "eht bytes");
  const timespec times[] = {before.st_atim, before.st_mtim};
  REQUIRE(utimensat(AT_FDCWD, (output + "/a/secret").c_str(), times, 0) == 0);
  disk::remove(output + "/a/gone");
  const Identity kept = identity_of(output + "/a/kept");
  Publisher publisher(output);
  for (const PublishedFile& file : marked) {
    INFO(file.name);
    CHECK(publisher.keep(file.name, file.mark) == (file.name == "a/kept"));
  }
  publisher.finish();
  CHECK(publisher.counts().unchanged == 1);
  CHECK(publisher.counts().removed == 3);
  CHECK(files_in(output) == Files{{"a/kept", "the bytes"}});
  CHECK(identity_of(output + "/a/kept") == kept);
}

TEST_CASE("files that were linked again are known again after every build, and not before the next one ends") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  std::vector<PublishedFile> first;
  for (int i = 0; i < 3; ++i) {
    Publisher publisher(output);
    publisher.add("page", "the bytes");
    publisher.finish();
    CHECK(names_in(folder.path()) == std::vector<std::string>{"site", "site.lock"});
    const auto marked = publisher.marked_files();
    CHECK(publisher.have_settled(marked));
    REQUIRE(marked.size() == 1);
    CHECK(mark_of(output + "/page") == marked[0].mark);
    if (i == 0) first = marked;
    if (i > 0) CHECK(marked[0].mark != first[0].mark);
    if (i > 0) CHECK(marked[0].mark.holds_the_same_as(first[0].mark));
  }
}

TEST_CASE("a file whose time is not past yet has not settled") {
  const std::uint64_t now = present_time();
  const auto file_of = [](std::uint64_t modified, std::uint64_t changed) {
    return std::vector<PublishedFile>{
        {"page", {.inode = 1, .size = 1, .modified = modified, .changed = changed}, false}};
  };
  constexpr std::uint64_t kSecond = 1'000'000'000;
  const std::uint64_t whole = now / kSecond * kSecond;  // a disk that counts seconds
  CHECK(have_settled({}, now));
  CHECK(have_settled(file_of(now - 1, now), now));
  CHECK_FALSE(have_settled(file_of(now + kSecond, now), now));
  CHECK_FALSE(have_settled(file_of(now, now + kSecond), now));
  CHECK_FALSE(have_settled(file_of(whole, whole), now));
  CHECK(have_settled(file_of(whole - 5 * kSecond, whole - 5 * kSecond), now));
}

TEST_CASE("what is no longer what was published is not known again") {
  const TemporaryFolder folder;
  const std::string output = folder.at("site");
  for (const bool is_linked : {false, true}) {
    Publisher publisher(output);
    for (const char* name : {"changed", "gone", "same"}) publisher.add(name, "the bytes");
    publisher.finish();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const auto tamper = [&] {
      write_file(output + "/changed", "eht bytes");
      disk::remove(output + "/gone");
    };
    if (is_linked) tamper();
    const auto marked = publisher.marked_files();
    if (!is_linked) tamper();
    for (const PublishedFile& file : marked) {
      CHECK((mark_of(output + "/" + file.name) == file.mark) == (file.name == "same"));
    }
    CHECK(marked.size() == (is_linked ? 1 : 3));
    write_file(output + "/changed", "the bytes");
    write_file(output + "/gone", "the bytes");
  }
}
