// What can be said on the command line, described once: parsing, --help and the words for mistakes come from here.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands/options.h"
#include "commands/serve_site.h"

namespace armillary {

// Everything that a command line says. Each command reads the parts that it declared.
struct Arguments {
  CommonOptions common;
  ServerAddress address;         // serve
  std::string kind;              // new, schema
  std::string id;                // new
  bool no_text = false;          // new
  std::string language;          // new, schema: of labels and helps
  std::string old_id;            // rename
  std::string new_id;            // rename
  bool dry_run = false;          // rename
  std::vector<std::string> ids;  // status
  bool list = false;             // status
  std::string only;              // status
  bool stamp = false;            // status
  bool json = false;             // status
  std::string shell;             // completions
  std::string folder;            // init; schema: where the files go, empty for standard output
};

// Declares the commands and their options in `app`. Parsing then fills `arguments`, which must stay in place; a value
// that an option does not take throws UsageError.
void describe_commands(CLI::App& app, Arguments& arguments);

// Puts what --help prints into other words.
void reword_help(CLI::App& app, const Translation& words);

// A sentence for a command line that CLI11 could not take.
std::string usage_problem(const CLI::App& app, const CLI::ParseError& error);

}  // namespace armillary
