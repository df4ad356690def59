// Scripts that import one another by paths: `from "./words.js"`, `import "../base.js"`, `import("./words.js")`.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

struct ScriptImport {
  std::string file;        // what is imported, named as the script is: js/words.js
  std::size_t offset = 0;  // of the path between its quotation marks
  std::size_t length = 0;
};

// The imports of the script `name` that begin with `./` or `../`, in their order.
std::vector<ScriptImport> find_imports(std::string_view name, std::string_view script);

// The script with each import replaced by the path to where `address_of` puts that file. Both are relative to one
// folder, and a script's own address lies in the folder of its name.
std::string with_imports_from(std::string_view name, std::string_view script,
                              const std::function<std::string(const std::string&)>& address_of);

}  // namespace armillary
