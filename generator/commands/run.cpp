#include "commands/run.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>
#include <new>

#include "base/file_system.h"
#include "commands/build.h"

namespace armillary {
namespace {

constexpr int kUsage = 2;
constexpr int kMachine = 3;

void add_common_options(CLI::App& command, CommonOptions& options) {
  static const std::map<std::string, DiagnosticFormat> kFormats = {{"text", DiagnosticFormat::text},
                                                                   {"json", DiagnosticFormat::json},
                                                                   {"github", DiagnosticFormat::github},
                                                                   {"sarif", DiagnosticFormat::sarif}};
  command.add_option("--root", options.root,
                     "The observatory's folder (default: the nearest upwards with content/site.yaml)");
  command.add_option("--content", options.content, "Records, schemas and site.yaml")->capture_default_str();
  command
      .add_option("--templates", options.templates, "Templates; those that are missing come from the installed ones")
      ->capture_default_str();
  command.add_option("--static", options.static_files, "Static files; likewise")->capture_default_str();
  command.add_option("--output", options.output, "Where the site goes")->capture_default_str();
  command.add_option("--base-url", options.base_url, "The site's address, in place of site.yaml's");
  command.add_option("--jobs", options.jobs, "Threads (default: one a processor)")->check(CLI::Range(1, 256));
  command.add_flag("--drafts", options.drafts, "Records that say 'draft: true' are shown");
  command.add_flag("--strict", options.strict, "Warnings are errors");
  command.add_flag("--timings", options.timings, "How long each stage took");
  command.add_option("--format", options.format, "How diagnostics are printed: text, json, github or sarif")
      ->transform(CLI::CheckedTransformer(kFormats, CLI::ignore_case).description(""));
}

int report(const char* text, int status) {
  std::fprintf(stderr, "armillary: %s\n", text);
  return status;
}

int run_command(const CLI::App& build, const CLI::App& check, const CommonOptions& options) {
  try {
    if (build.parsed()) return build_site(options, Writing::to_disk);
    if (check.parsed()) return build_site(options, Writing::nowhere);
  } catch (const UsageError& error) {
    return report(error.text.c_str(), kUsage);
  } catch (const FileError& error) {
    return report(error.what(), kMachine);
  } catch (const std::bad_alloc&) {
    return report("the machine has no memory left", kMachine);
  } catch (const std::system_error& error) {
    return report(error.what(), kMachine);
  }
  return kUsage;
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app("Turns Markdown and YAML records into a site in several languages.", "armillary");
  app.set_version_flag("--version", std::string("armillary ") + ARMILLARY_VERSION);
  app.require_subcommand(1);
  CommonOptions options;
  CLI::App* build = app.add_subcommand("build", "Make the site from content, templates and static files");
  CLI::App* check = app.add_subcommand("check", "The same without writing: diagnostics only");
  for (CLI::App* command : {build, check}) {
    add_common_options(*command, options);
    command->set_version_flag("--version", std::string("armillary ") + ARMILLARY_VERSION);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsage;
  }
  return run_command(*build, *check, options);
}

}  // namespace armillary
