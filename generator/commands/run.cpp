#include "commands/run.h"

#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "commands/build.h"
#include "commands/command_line.h"
#include "commands/command_words.h"
#include "commands/edit.h"
#include "commands/editor.h"
#include "commands/init.h"
#include "commands/messages.h"
#include "commands/print_schema.h"
#include "commands/print_status.h"
#include "commands/serve_site.h"
#include "commands/version.h"

namespace armillary {
namespace {

constexpr int kUsage = 2;

// The language that --messages names: looked for by itself, for the rest of the command line may be what is wrong.
std::string language_named(int argc, char** argv) {
  constexpr std::string_view kOption = "--messages";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == kOption && i + 1 < argc) return argv[i + 1];
    if (word.starts_with(kOption) && word.substr(kOption.size()).starts_with('='))
      return std::string(word.substr(kOption.size() + 1));
  }
  return {};
}

// The messages that come with the program: where the observatory lies may be what is wrong.
Translation installed_words(const std::string& language) {
  try {
    return read_translation(language, {installed_folder() + "/templates"});
  } catch (const UsageError&) {
    return {};
  } catch (const FileError&) {
    return {};
  }
}

std::string in_editors_words(const std::string& text, const std::string& language) {
  return installed_words(language).say(text);
}

int report(const std::string& text, int status) {
  std::fprintf(stderr, "armillary: %s\n", text.c_str());
  return status;
}

int print(const std::string& text) {
  say(text);
  return 0;
}

// The command that was named. Its own mistakes are exceptions, except those of the content, which are its status.
int run_named(const CLI::App& app, const Arguments& arguments) {
  const std::string command = app.get_subcommands().front()->get_name();
  if (command == "check") build_site(arguments.common, Writing::nowhere);
  if (command == "init") return make_observatory(arguments);
  if (command == "new") return make_record(arguments);
  if (command == "rename") return rename_record(arguments);
  if (command == "serve") return serve_site(arguments.common, arguments.address);
  if (command == "schema") return print_schema(arguments);
  if (command == "status") return print_status(arguments);
  if (command == "completions") return print(completions(app, arguments.shell));
  if (command == "manual") return print(manual_page(app, ARMILLARY_VERSION));
  build_site(arguments.common, Writing::to_disk);
}

int parse_and_run(int argc, char** argv) {
  CLI::App app("Turns Markdown and YAML records into a site in several languages.", "armillary");
  Arguments arguments;
  describe_commands(app, arguments);
  const std::string version = version_text();
  app.set_version_flag("--version", version);
  for (CLI::App* command : app.get_subcommands({})) command->set_version_flag("--version", version);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) throw UsageError{usage_problem(app, error)};
    reword_help(app, installed_words(language_named(argc, argv)));
    return app.exit(error);  // --help, --version
  }
  return run_named(app, arguments);
}

}  // namespace

int run(int argc, char** argv) {
  try {
    return parse_and_run(argc, argv);
  } catch (const UsageError& error) {
    return report(in_editors_words(error.text, language_named(argc, argv)), kUsage);
  } catch (const FileError& error) {
    return report(in_editors_words(error.what(), language_named(argc, argv)), kMachineFailed);
  } catch (const std::bad_alloc&) {
    return report("the machine has no memory left", kMachineFailed);
  } catch (const std::system_error& error) {
    return report(error.what(), kMachineFailed);
  }
}

}  // namespace armillary
