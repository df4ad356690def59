#include "data/releases.h"

#include <catch2/catch.hpp>
#include <map>

#include "base/digest.h"
#include "base/file_system.h"
#include "data/tabling.h"
#include "data/versions.h"
#include "support/show_diagnostics.h"
#include "support/temporary_folder.h"

using namespace armillary;

namespace {

void release(const TemporaryFolder& folder, const std::string& version, const std::string& sums) {
  make_folders(folder.at(version));
  write_file(folder.at(version + "/records.jsonl"), "{}\n");
  write_file(folder.at(version + "/SHA256SUMS"), sums);
}

std::string sums_of(const std::string& bytes) { return sha256_hex(bytes) + "  records.jsonl\n"; }

}  // namespace

TEST_CASE("releases are read with the newest first and handed on as they are") {
  const TemporaryFolder folder;
  release(folder, "2025-12", sums_of("{}\n"));
  release(folder, "2026-11", sha256_hex("{}\n") + " *records.jsonl\n" + sha256_hex("") + "  not-kept.csv\n");
  write_file(folder.at("README.md"), "How releases are made.\n");
  write_file(folder.at("2026-11/.DS_Store"), "?");
  Diagnostics diagnostics;
  const auto releases = read_releases(folder.path(), "releases", diagnostics);
  CHECK(show_all(std::move(diagnostics)) == "");
  REQUIRE(releases.size() == 2);
  CHECK(releases[0].version == "2026-11");
  std::map<std::string, std::string> out;
  CHECK(write_releases(releases, 1, [&](const std::string& name, const FileContent& content) {
          out[name] = content.joined();
        }) == 4);
  CHECK(out.size() == 4);
  CHECK(out.at("data/releases/2025-12/records.jsonl") == "{}\n");
  CHECK(out.at("data/releases/2026-11/SHA256SUMS").ends_with("  not-kept.csv\n"));
}

TEST_CASE("without a folder of releases there are none") {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  CHECK(read_releases(folder.at("releases"), "releases", diagnostics).empty());
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("a release that is not what it was is an error") {
  const TemporaryFolder folder;
  release(folder, "2026-10", sums_of("other"));
  release(folder, "2026-11", "");
  make_folders(folder.at("2026-12"));
  make_folders(folder.at("Last one"));
  Diagnostics diagnostics;
  read_releases(folder.path(), "releases", diagnostics);
  CHECK(show_all(std::move(diagnostics)) ==
        "releases/2026-10/records.jsonl:0:0: changed-release: 'records.jsonl' is not what its SHA256SUMS says; a "
        "release never changes: restore the file, or make another release\n"
        "releases/2026-11/records.jsonl:0:0: unlisted-release-file: 'records.jsonl' is not among the release's "
        "SHA256SUMS; list it there or take it away\n"
        "releases/2026-12:0:0: release-without-sums: the release '2026-12' has no SHA256SUMS; copy the file from the "
        "data that was released\n"
        "releases/Last one:0:0: bad-release-name: 'Last one' is no version; the folder of a release has small letters, "
        "digits, dots and hyphens, as 2026-11\n");
}

TEST_CASE("the list of versions names the data as it is and the files of each release") {
  const auto tabling = tabling_of(data_teas());
  CHECK(versions_json(*tabling->source) ==
        "{\"current\":{\"url\":\"https://tea.example/data/\",\"sums\":\"https://tea.example/data/SHA256SUMS\"},"
        "\"releases\":[]}\n");
  tabling->source->releases = {{"2026-11", "/kept/2026-11", {{"records.csv", 12, "ab"}}}};
  CHECK(versions_json(*tabling->source)
            .ends_with("\"releases\":[{\"version\":\"2026-11\",\"files\":[{\"name\":\"records.csv\","
                       "\"url\":\"https://tea.example/data/releases/2026-11/"
                       "records.csv\",\"bytes\":12,\"sha256\":\"ab\"}]}]}\n"));
}
