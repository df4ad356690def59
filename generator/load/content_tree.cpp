#include "load/content_tree.h"

#include <algorithm>
#include <array>

namespace armillary {
namespace {

bool is_hidden(std::string_view path) { return path.starts_with(".") || path.find("/.") != std::string_view::npos; }

// `folder/id.md`, `folder/id.en.md`, `folder/id.yaml`.
std::optional<ContentFile> as_text(const std::string& path) {
  const std::size_t slash = path.find('/');
  if (slash == std::string::npos || path.find('/', slash + 1) != std::string::npos) return std::nullopt;
  std::string_view name = std::string_view(path).substr(slash + 1);
  ContentFile out;
  out.path = path;
  out.folder = path.substr(0, slash);
  out.is_yaml = name.ends_with(".yaml");
  if (!out.is_yaml && !name.ends_with(".md")) return std::nullopt;
  name.remove_suffix(out.is_yaml ? 5 : 3);
  const std::size_t dot = out.is_yaml ? std::string_view::npos : name.find('.');
  out.id = name.substr(0, dot);
  if (dot != std::string_view::npos) out.language = name.substr(dot + 1);
  return out;
}

void sort_one(const std::string& path, ContentTree& out) {
  const bool is_yaml = path.ends_with(".yaml");
  const bool is_deep = std::count(path.begin(), path.end(), '/') > 1;
  const bool is_schema = path.starts_with("schema/");
  const bool is_vocabulary = path.starts_with("vocabularies/");
  const bool is_of_record = path.find('/') != std::string::npos && !is_schema && !is_vocabulary;
  if (path == "site.yaml") {
    out.has_site_file = true;
  } else if (is_schema && is_yaml && !is_deep) {
    out.schemas.push_back(path);
  } else if (is_vocabulary && is_yaml && !is_deep) {
    out.vocabularies.push_back(path);
  } else if (!is_of_record) {
    out.unknown.push_back(path);
  } else if (auto text = as_text(path)) {
    out.texts.push_back(std::move(*text));
  } else {
    out.others.push_back(path);
  }
}

}  // namespace

ContentTree sort_content(const std::vector<std::string>& paths) {
  ContentTree out;
  for (const std::string& path : paths) {
    if (!is_hidden(path)) sort_one(path, out);
  }
  return out;
}

bool is_editor_file(std::string_view path) {
  constexpr std::array<std::string_view, 12> kEndings = {"~",     ".swp",   ".swx",  ".swo",         ".tmp",
                                                         ".temp", ".part",  ".orig", "___jb_tmp___", "___jb_old___",
                                                         ".bak",  ".crswap"};
  const std::string_view name = path.substr(path.rfind('/') + 1);  // of the whole path where there is no slash
  if (name.starts_with(".") || name == "4913") return true;        // Vim asks whether it may write by making `4913`
  if (name.starts_with("#") && name.ends_with("#")) return true;   // Emacs saves by itself
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace armillary
