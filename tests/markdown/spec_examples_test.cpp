// Without our additions the renderer is to write what cmark-gfm's own writes. CommonMark's examples (CC-BY-SA) are
// not kept here; npm brings them, at a fixed version, where it can.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "markdown/cmark_rendering.h"
#include "markdown/rendering.h"
#include "support/temporary_folder.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

constexpr const char* kPackage = "commonmark-spec@0.29.0";
constexpr std::size_t kExamples = 649;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string fetch_specification() {
  const TemporaryFolder folder;
  const std::string command = "cd '" + folder.path() +
                              "' && npm pack --silent --prefer-offline --fetch-retries=0 --fetch-timeout=15000 " +
                              kPackage + " >npm.log 2>&1 && tar xzf commonmark-spec-*.tgz package/spec.txt";
  if (std::system(command.c_str()) != 0) return {};
  return read_file(folder.at("package/spec.txt"));
}

// The Markdown of each example: fenced by 32 backticks and " example", parted from its HTML by a line with a dot.
std::vector<std::string> examples_of(const std::string& specification) {
  const std::string fence(32, '`');
  std::vector<std::string> examples;
  for (std::size_t at = specification.find("\n" + fence + " example\n"); at != std::string::npos;
       at = specification.find("\n" + fence + " example\n", at)) {
    at = specification.find('\n', at + 1) + 1;
    const std::size_t end = specification.compare(at, 2, ".\n") == 0 ? at : specification.find("\n.\n", at) + 1;
    std::string example = specification.substr(at, end - at);
    for (std::size_t tab = example.find("→"); tab != std::string::npos; tab = example.find("→")) {
      example.replace(tab, std::string("→").size(), "\t");
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace

TEST_CASE("CommonMark's examples without additions are as cmark writes them") {
  const std::string specification = fetch_specification();
  if (specification.empty()) {
    WARN("skipped: npm cannot fetch " << kPackage << " here");
    return;
  }
  const std::vector<std::string> examples = examples_of(specification);
  CHECK(examples.size() == kExamples);
  Options options;
  options.additions = false;
  for (const std::string& example : examples) {
    INFO(example);
    CHECK(html_of(example, options) == cmark_html(example));
  }
}
