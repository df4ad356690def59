#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/file_system.h"
#include "base/parallel.h"
#include "commands/messages.h"
#include "commands/options.h"

namespace armillary {
namespace {

namespace disk = std::filesystem;

std::string find_root() {
  std::error_code error;
  disk::path folder = disk::current_path(error);
  if (error) throw FileError("look at", ".", error.value());
  for (;; folder = folder.parent_path()) {
    if (file_exists((folder / "content/site.yaml").string())) return folder.string();
    if (folder == folder.parent_path()) break;
  }
  throw UsageError{"there is no content/site.yaml here or in any folder above; name the observatory with --root"};
}

std::string under(const std::string& root, const std::string& path) {
  return disk::path(path).is_absolute() ? path : (disk::path(root) / path).lexically_normal().string();
}

// Absolute, links followed as far as the folders stand.
disk::path settled(const std::string& path) {
  std::error_code error;
  disk::path out = disk::absolute(path, error);
  if (!error) out = disk::weakly_canonical(out, error);
  if (error) throw FileError("look at", path, error.value());
  return out;
}

// Whether `path` is `folder` or lies below it.
bool is_within(const std::string& path, const std::string& folder) {
  const disk::path inner = settled(path);
  const disk::path outer = settled(folder);
  const auto [left, right] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return left == outer.end() || (left->empty() && std::next(left) == outer.end());
}

// A site takes the place of all that its folder holds, so that must be an earlier site: every one has its sitemap.
bool holds_something_else(const std::string& folder) {
  return folder_exists(folder) && !folder_is_empty(folder) && !file_exists(folder + "/sitemap.xml");
}

// A site takes the place of everything in its folder, so nothing that it is made from may stand there.
void check_output(const Workspace& workspace) {
  for (const std::string* source :
       {&workspace.root, &workspace.content, &workspace.templates, &workspace.static_files, &workspace.releases}) {
    if (!is_within(*source, workspace.output)) continue;
    throw UsageError{"the site cannot go to '" + workspace.output + "': it would take the place of '" + *source + "'"};
  }
  for (const std::string* source :
       {&workspace.content, &workspace.templates, &workspace.static_files, &workspace.releases}) {
    if (!is_within(workspace.output, *source)) continue;
    throw UsageError{"the site cannot go to '" + workspace.output + "', which lies in '" + *source + "'"};
  }
  if (holds_something_else(workspace.output)) {
    throw UsageError{"the site cannot go to '" + workspace.output +
                     "', which holds files but no site; name a new or empty folder"};
  }
}

}  // namespace

// Beside an installed binary, else in the sources.
std::string installed_folder() {
  std::error_code error;
  const disk::path binary = disk::read_symlink("/proc/self/exe", error);
  const disk::path beside = binary.parent_path().parent_path() / "share/armillary";
  if (!error && folder_exists((beside / "templates").string())) return beside.string();
  if (folder_exists(std::string(ARMILLARY_INSTALLED_DATA) + "/templates")) return ARMILLARY_INSTALLED_DATA;
  return ARMILLARY_SOURCE_DATA;
}

Workspace find_workspace(const CommonOptions& options, Place place) {
  Workspace out;
  out.root = options.root.empty() ? find_root() : options.root;
  if (!folder_exists(out.root)) throw UsageError{"there is no folder '" + out.root + "'"};
  out.content = under(out.root, options.content);
  if (!folder_exists(out.content)) throw UsageError{"there is no content folder '" + out.content + "'"};
  out.content_name = options.content;
  while (out.content_name.size() > 1 && out.content_name.back() == '/') out.content_name.pop_back();
  out.templates = under(out.root, options.templates);
  out.static_files = under(out.root, options.static_files);
  out.releases = under(out.root, options.releases);
  out.output = under(out.root, options.output);
  if (place == Place::of_a_site) check_output(out);
  out.installed = installed_folder();
  out.translation = read_translation(options.messages, {out.templates, out.installed + "/templates"});
  out.jobs = options.jobs == 0 ? usable_threads() : options.jobs;
  return out;
}

}  // namespace armillary
