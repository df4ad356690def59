#include "output/script_imports.h"

#include <algorithm>

namespace armillary {
namespace {

std::string_view folder_of(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash + 1);
}

// `js/` and `../css/a.js` are `css/a.js`.
std::string join_path(std::string_view folder, std::string_view path) {
  std::string out(folder);
  while (true) {
    if (path.starts_with("./")) {
      path.remove_prefix(2);
    } else if (path.starts_with("../")) {
      path.remove_prefix(3);
      if (!out.empty()) out.pop_back();
      out = std::string(folder_of(out));
    } else {
      return out += path;
    }
  }
}

// Whether what stands before a quotation mark makes it an import: `from`, `import` or `import(`.
bool ends_in_import(std::string_view before) {
  const auto trim = [&] {
    while (!before.empty() && (before.back() == ' ' || before.back() == '\n')) before.remove_suffix(1);
  };
  trim();
  if (before.ends_with('(')) {
    before.remove_suffix(1);
    trim();
    return before.ends_with("import");
  }
  return before.ends_with("from") || before.ends_with("import");
}

}  // namespace

std::vector<ScriptImport> find_imports(std::string_view name, std::string_view script) {
  std::vector<ScriptImport> out;
  for (std::size_t at = script.find_first_of("'\""); at != std::string_view::npos;) {
    const std::string_view rest = script.substr(at + 1);
    const std::size_t length = rest.find(script[at]);
    const bool is_path = rest.starts_with("./") || rest.starts_with("../");
    if (is_path && length != std::string_view::npos && ends_in_import(script.substr(0, at))) {
      out.push_back({join_path(folder_of(name), rest.substr(0, length)), at + 1, length});
    }
    at = script.find_first_of("'\"", at + 1);
  }
  return out;
}

std::string with_imports_from(std::string_view name, std::string_view script,
                              const std::function<std::string(const std::string&)>& address_of) {
  std::string up;
  const std::string_view folder = folder_of(name);
  for (auto depth = std::count(folder.begin(), folder.end(), '/'); depth > 0; --depth) up += "../";
  std::string out;
  std::size_t copied = 0;
  for (const ScriptImport& import : find_imports(name, script)) {
    const std::string address = address_of(import.file);
    const bool is_near = address.starts_with(folder);
    out += script.substr(copied, import.offset - copied);
    out += is_near ? "./" + address.substr(folder.size()) : up + address;
    copied = import.offset + import.length;
  }
  return out += script.substr(copied);
}

}  // namespace armillary
