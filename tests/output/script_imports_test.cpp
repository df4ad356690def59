#include "output/script_imports.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

std::vector<std::string> files_in(std::string_view script) {
  std::vector<std::string> out;
  for (const ScriptImport& import : find_imports("js/search/main.js", script)) out.push_back(import.file);
  return out;
}

std::string digest_address(const std::string& file) { return file.substr(0, file.size() - 3) + ".0f.js"; }

}  // namespace

TEST_CASE("imports by a path are found in each of their forms") {
  CHECK(files_in("import {a} from './words.js';\nimport \"../base.js\";") ==
        std::vector<std::string>{"js/search/words.js", "js/base.js"});
  CHECK(files_in("const late = await import('./late.js');") == std::vector<std::string>{"js/search/late.js"});
  CHECK(files_in("export {\n  one,\n} from\n  '../../shared.js';") == std::vector<std::string>{"shared.js"});
}

TEST_CASE("what is no import is left alone") {
  CHECK(files_in("fetch('./index.json'); const from = './words.js'; it('isn\\'t', './x.js')").empty());
  CHECK(files_in("import fs from 'node:fs';").empty());
}

TEST_CASE("an import is replaced by the way to the address of its file") {
  CHECK(with_imports_from("js/search/main.js", "import {a} from './words.js'; import '../base.js'; a();",
                          digest_address) == "import {a} from './words.0f.js'; import '../../js/base.0f.js'; a();");
  CHECK(with_imports_from("main.js", "import './a.js'", digest_address) == "import './a.0f.js'");
}
