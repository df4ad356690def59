// Templates, interface words and static files: the observatory's own, and the installed ones for what it lacks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.h"
#include "templating/template_set.h"

namespace armillary {

// A file found in the first of several folders that has it.
struct FoundFile {
  std::string name;   // relative to its folder: parts/facts.html
  std::string path;   // on disk
  std::string shown;  // in diagnostics
};

// One folder to look in, and how diagnostics name it.
struct SearchFolder {
  std::string path;
  std::string shown;
};

// All files of the folders, by name; of two with one name that of the earlier folder. Folders that do not stand are
// passed over, files whose name begins with a dot too.
std::vector<FoundFile> find_files(const std::vector<SearchFolder>& folders);

// Those that are templates or words, with their bytes.
struct TemplateFile {
  FoundFile found;
  std::string bytes;
  bool is_words = false;
};
std::vector<TemplateFile> read_template_files(const std::vector<SearchFolder>& folders);

struct StaticFile {
  std::string name;     // css/site.css
  std::string address;  // css/site.3f2a9c41.css: with a digest of its content, so that it may be kept for ever
  std::string bytes;
};

// Reads static files. Style sheets and scripts get addresses with a digest; all others keep their names. What a script
// imports by a path ("./words.js") is replaced by its address.
std::vector<StaticFile> read_static_files(const std::vector<SearchFolder>& folders);

// One digest of all of them.
std::string digest_of(const std::vector<TemplateFile>& templates);
std::string digest_of(const std::vector<StaticFile>& static_files);

}  // namespace armillary
