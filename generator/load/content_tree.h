// Which file under content/ is what, judged by its path alone (contract section 2).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

// The file of one language's text of a record or page: ID.md, ID.yaml or ID.LANG.md.
struct ContentFile {
  std::string path;  // relative to content/
  std::string folder;
  std::string id;
  std::string language;  // as in the name; empty for ID.md and ID.yaml
  bool is_yaml = false;
};

struct ContentTree {
  bool has_site_file = false;
  std::vector<std::string> schemas;  // all paths relative to content/
  std::vector<std::string> vocabularies;
  std::vector<ContentFile> texts;    // of records and pages
  std::vector<std::string> others;   // in a folder of records: attachments, or nothing we know
  std::vector<std::string> unknown;  // anywhere else
};

// Sorts paths (relative to content/, sorted by byte) into what they are. Files and folders whose name begins with a
// dot are not content and are passed over.
ContentTree sort_content(const std::vector<std::string>& paths);

// Whether a file of this path is one that text editors make for a moment, or leave beside the real one: a name that
// begins with a dot or ends as backups and half-written files do.
bool is_editor_file(std::string_view path);

}  // namespace armillary
