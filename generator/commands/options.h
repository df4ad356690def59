// What the command line says, the same for every command (contract section 1).
#pragma once

#include <string>

#include "base/diagnostic_printer.h"
#include "base/translation.h"

namespace armillary {

enum class Writing { to_disk, nowhere };

struct CommonOptions {
  std::string root;  // empty: the nearest folder upwards that holds content/site.yaml
  std::string content = "content";
  std::string templates = "templates";
  std::string static_files = "static";
  std::string releases = "releases";
  std::string output = "site";
  std::string base_url;  // empty: what site.yaml says
  std::size_t jobs = 0;  // 0: as many as the machine has processors
  bool drafts = false;
  bool strict = false;
  bool timings = false;
  bool compress = false;
  bool no_cache = false;
  std::string cards;          // empty: none are drawn
  std::string changed_files;  // empty: no list is written
  DiagnosticFormat format = DiagnosticFormat::text;
  std::string messages;  // the language of diagnostics; empty: what the environment says
};

// The same with every path settled. Paths are absolute, or relative to the working directory.
struct Workspace {
  std::string root;
  std::string content;
  std::string content_name;  // as diagnostics print it: relative to the root where it lies in it
  std::string templates;
  std::string static_files;
  std::string releases;  // of the data
  std::string output;
  std::string installed;    // where templates and static files that the root lacks come from
  Translation translation;  // of what editors are told
  std::size_t jobs = 1;
};

// A mistake in the command line: exit status 2.
struct UsageError {
  std::string text;
};

// Whether a command looks at the folder that the site goes to.
enum class Place { of_a_site, of_content_only };

// Throws UsageError where there is no observatory to be found, and where a site would take the place of what it is made
// from or of anything else that is no site.
Workspace find_workspace(const CommonOptions& options, Place place = Place::of_a_site);

// The folder of what comes with the program: templates, static files, the observatory that init begins with.
std::string installed_folder();

}  // namespace armillary
