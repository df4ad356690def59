#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file_system.h"
#include "commands/options.h"
#include "support/temporary_folder.h"

using namespace armillary;

namespace {

namespace disk = std::filesystem;

// The working folder for as long as this lives.
class WorkingFolder {
 public:
  explicit WorkingFolder(const std::string& path) : before_(disk::current_path()) { disk::current_path(path); }
  ~WorkingFolder() { disk::current_path(before_); }
  WorkingFolder(const WorkingFolder&) = delete;
  WorkingFolder& operator=(const WorkingFolder&) = delete;

 private:
  disk::path before_;
};

void make_observatory(const std::string& root) {
  make_folders(root + "/content/teas");
  write_file(root + "/content/site.yaml", "title: Teas\n");
}

std::string usage_error(const CommonOptions& options) {
  try {
    find_workspace(options);
  } catch (const UsageError& error) {
    return error.text;
  }
  return "";
}

}  // namespace

TEST_CASE("the root is the nearest folder upwards with content/site.yaml") {
  const TemporaryFolder folder;
  make_observatory(folder.at("outer"));
  make_observatory(folder.at("outer/inner"));
  {
    const WorkingFolder here(folder.at("outer/inner/content/teas"));
    CHECK(find_workspace({}).root == folder.at("outer/inner"));
  }
  const WorkingFolder here(folder.at("outer/content"));
  const Workspace workspace = find_workspace({});
  CHECK(workspace.root == folder.at("outer"));
  CHECK(workspace.content == folder.at("outer/content"));
  CHECK(workspace.content_name == "content");
  CHECK(workspace.templates == folder.at("outer/templates"));
  CHECK(workspace.static_files == folder.at("outer/static"));
  CHECK(workspace.output == folder.at("outer/site"));
  CHECK(workspace.jobs >= 1);
}

TEST_CASE("without an observatory the command line is wrong") {
  const TemporaryFolder folder;
  const WorkingFolder here(folder.path());
  CHECK(usage_error({}) ==
        "there is no content/site.yaml here or in any folder above; name the observatory with --root");
  CommonOptions options;
  options.root = folder.at("nowhere");
  CHECK(usage_error(options) == "there is no folder '" + folder.at("nowhere") + "'");
  options.root = folder.path();
  CHECK(usage_error(options) == "there is no content folder '" + folder.at("content") + "'");
}

TEST_CASE("paths are relative to the root unless they are absolute") {
  const TemporaryFolder folder;
  make_folders(folder.at("root/texts"));
  make_folders(folder.at("other"));
  CommonOptions options;
  options.root = folder.at("root");
  options.content = "texts/";
  options.templates = folder.at("other");
  options.output = "../public";
  options.jobs = 3;
  const Workspace workspace = find_workspace(options);
  CHECK(disk::equivalent(workspace.content, folder.at("root/texts")));
  CHECK(workspace.content_name == "texts");
  CHECK(workspace.templates == folder.at("other"));
  CHECK(workspace.output == folder.at("public"));
  CHECK(workspace.jobs == 3);
}

TEST_CASE("templates that the root lacks come from a folder that has some") {
  const TemporaryFolder folder;
  make_observatory(folder.path());
  CommonOptions options;
  options.root = folder.path();
  CHECK(folder_exists(find_workspace(options).installed + "/templates"));
}

TEST_CASE("a site may not take the place of what it is made from") {
  const TemporaryFolder folder;
  make_observatory(folder.at("root"));
  make_folders(folder.at("elsewhere/static"));
  disk::create_directory_symlink(folder.at("root"), folder.at("link"));
  CommonOptions options;
  options.root = folder.at("root");
  for (const char* output :
       {".", "./", "content", "content/", "content/site", "templates", "static/built", "..", "/"}) {
    INFO(output);
    options.output = output;
    CHECK(usage_error(options).find("the site cannot go to") == 0);
  }
  options.output = folder.at("link");
  CHECK(usage_error(options).find("it would take the place of") != std::string::npos);
  options.static_files = folder.at("elsewhere/static");
  options.output = folder.at("elsewhere");
  CHECK(usage_error(options).find("it would take the place of") != std::string::npos);
  for (const char* output : {"site", "contents", "content-site", "../rooted", "build/site"}) {
    INFO(output);
    options.output = output;
    CHECK(usage_error(options) == "");
  }
}

TEST_CASE("a site takes the place of an earlier site or of an empty folder, never of anything else") {
  const TemporaryFolder folder;
  make_observatory(folder.at("root"));
  CommonOptions options;
  options.root = folder.at("root");
  options.output = folder.at("documents");
  make_folders(folder.at("documents"));
  CHECK(usage_error(options) == "");
  write_file(folder.at("documents/letter.txt"), "dear");
  CHECK(usage_error(options) == "the site cannot go to '" + folder.at("documents") +
                                    "', which holds files but no site; name a new or empty folder");
  write_file(folder.at("documents/sitemap.xml"), "<urlset/>");
  CHECK(usage_error(options) == "");
}
