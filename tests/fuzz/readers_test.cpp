#include "fuzz/readers.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/file_system.h"

using namespace armillary;

namespace {

// The files of tests/fuzz/FOLDER/READER, each with its name.
std::vector<std::string> inputs(const std::string& folder, std::string_view reader) {
  const std::string path = std::string(ARMILLARY_TESTS_FOLDER) + "/fuzz/" + folder + "/" + std::string(reader);
  std::vector<std::string> out;
  if (!folder_exists(path)) return out;
  for (const Entry& entry : list_files(path)) out.push_back(path + "/" + entry.path);
  return out;
}

}  // namespace

TEST_CASE("what the fuzzers found once, and what they begin with, is read without harm") {
  std::size_t count = 0;
  for (const fuzzing::Reader& reader : fuzzing::readers()) {
    for (const std::string folder : {"found", "seeds"}) {
      for (const std::string& path : inputs(folder, reader.name)) {
        INFO(path);
        CHECK_NOTHROW(reader.read(read_file(path)));
        ++count;
      }
    }
    CHECK_NOTHROW(reader.read(""));
  }
  CHECK(count > 20);
}
