#include "output/static_files.h"

#include <set>

#include "base/digest.h"
#include "base/file_system.h"
#include "output/script_imports.h"

namespace armillary {
namespace {

constexpr std::size_t kDigestLength = 10;

bool is_hidden(std::string_view path) { return path.starts_with(".") || path.find("/.") != std::string_view::npos; }

bool is_style(std::string_view name) { return name.ends_with(".css"); }

std::string hashed_name(const std::string& name, const std::string& bytes) {
  const std::size_t dot = name.rfind('.');
  return name.substr(0, dot) + "." + sha256_hex(bytes).substr(0, kDigestLength) + name.substr(dot);
}

// The scripts that `name` imports, and those that these import; itself among them.
void collect_imported(const std::map<std::string, StaticFile*>& scripts, const std::string& name,
                      std::set<std::string>& out) {
  const auto found = scripts.find(name);
  if (found == scripts.end() || !out.insert(name).second) return;
  for (const ScriptImport& import : find_imports(name, found->second->bytes)) {
    collect_imported(scripts, import.file, out);
  }
}

// Gives scripts their addresses, and each import the address of what it imports. A script's digest covers all that it
// imports: when one of these changes, so does its own address.
void address_scripts(std::vector<StaticFile>& files) {
  std::map<std::string, StaticFile*> scripts;
  for (StaticFile& file : files) {
    if (file.name.ends_with(".js")) scripts.emplace(file.name, &file);
  }
  for (auto& [name, file] : scripts) {
    std::set<std::string> imported;
    collect_imported(scripts, name, imported);
    std::string all;
    for (const std::string& one : imported) all += scripts.at(one)->bytes;
    file->address = hashed_name(name, all);
  }
  for (auto& [name, file] : scripts) {
    file->bytes = with_imports_from(name, file->bytes, [&scripts = scripts](const std::string& wanted) {
      const auto found = scripts.find(wanted);
      return found == scripts.end() ? wanted : found->second->address;
    });
  }
}

}  // namespace

std::vector<FoundFile> find_files(const std::vector<SearchFolder>& folders) {
  std::map<std::string, FoundFile> found;
  for (const SearchFolder& folder : folders) {
    if (!folder_exists(folder.path)) continue;
    for (const Entry& entry : list_files(folder.path)) {
      if (entry.kind != EntryKind::file || is_hidden(entry.path)) continue;
      found.try_emplace(entry.path,
                        FoundFile{entry.path, folder.path + "/" + entry.path, folder.shown + "/" + entry.path});
    }
  }
  std::vector<FoundFile> out;
  out.reserve(found.size());
  for (auto& [name, file] : found) out.push_back(std::move(file));
  return out;
}

std::vector<StaticFile> read_static_files(const std::vector<SearchFolder>& folders) {
  std::vector<StaticFile> out;
  for (const FoundFile& file : find_files(folders)) {
    StaticFile read{file.name, file.name, read_file(file.path)};
    if (is_style(file.name)) read.address = hashed_name(file.name, read.bytes);
    out.push_back(std::move(read));
  }
  address_scripts(out);
  return out;
}

std::vector<TemplateFile> read_template_files(const std::vector<SearchFolder>& folders) {
  std::vector<TemplateFile> out;
  for (const FoundFile& found : find_files(folders)) {
    const bool is_words = found.name.starts_with("strings/") && found.name.ends_with(".yaml");
    const bool is_template =
        found.name.ends_with(".html") || found.name.ends_with(".xml") || found.name.ends_with(".txt");
    if (is_words || is_template) out.push_back({found, read_file(found.path), is_words});
  }
  return out;
}

std::string digest_of(const std::vector<TemplateFile>& templates) {
  std::string all;
  for (const TemplateFile& file : templates) all += sha256_hex(file.found.name) + sha256_hex(file.bytes);
  return sha256_hex(all);
}

std::string digest_of(const std::vector<StaticFile>& static_files) {
  std::string all;
  for (const StaticFile& file : static_files) {
    all += sha256_hex(file.name) + sha256_hex(file.address) + sha256_hex(file.bytes);
  }
  return sha256_hex(all);
}

}  // namespace armillary
