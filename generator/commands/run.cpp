#include "commands/run.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_system.h"
#include "base/suggest.h"
#include "commands/build.h"
#include "commands/serve_site.h"

namespace armillary {
namespace {

constexpr int kUsage = 2;
constexpr int kMachine = 3;

constexpr std::size_t kMostJobs = 256;

DiagnosticFormat format_named(const std::string& word) {
  if (word == "text") return DiagnosticFormat::text;
  if (word == "json") return DiagnosticFormat::json;
  if (word == "github") return DiagnosticFormat::github;
  if (word == "sarif") return DiagnosticFormat::sarif;
  throw UsageError{"--format takes text, json, github or sarif, not '" + word + "'"};
}

std::size_t number_of_jobs(const std::string& word) {
  std::size_t jobs = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), jobs);
  const bool is_number = error == std::errc() && end == word.data() + word.size();
  if (is_number && jobs >= 1 && jobs <= kMostJobs) return jobs;
  throw UsageError{"--jobs takes a whole number from 1 to 256, not '" + word + "'"};
}

void add_common_options(CLI::App& command, CommonOptions& options) {
  command.add_option("--root", options.root,
                     "The observatory's folder (default: the nearest upwards with content/site.yaml)");
  command.add_option("--content", options.content, "Records, schemas and site.yaml")->capture_default_str();
  command
      .add_option("--templates", options.templates, "Templates; those that are missing come from the installed ones")
      ->capture_default_str();
  command.add_option("--static", options.static_files, "Static files; likewise")->capture_default_str();
  command.add_option("--output", options.output, "Where the site goes")->capture_default_str();
  command.add_option("--base-url", options.base_url, "The site's address, in place of site.yaml's");
  command.add_option_function<std::string>(
      "--jobs", [&options](const std::string& word) { options.jobs = number_of_jobs(word); },
      "Threads (default: one a processor)");
  command.add_flag("--drafts", options.drafts, "Records that say 'draft: true' are shown");
  command.add_flag("--strict", options.strict, "Warnings are errors");
  command.add_flag("--timings", options.timings, "How long each stage took");
  command.add_option_function<std::string>(
      "--format", [&options](const std::string& word) { options.format = format_named(word); },
      "How diagnostics are printed: text, json, github or sarif");
}

int report(const char* text, int status) {
  std::fprintf(stderr, "armillary: %s\n", text);
  return status;
}

// The options of a command as they are written: `--drafts`.
std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  }
  return out;
}

// A sentence for a command line that CLI11 could not take.
std::string usage_problem(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<const CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  std::vector<std::string_view> names;
  names.reserve(commands.size());
  for (const CLI::App* command : commands) names.emplace_back(command->get_name());
  for (const CLI::App* command : commands) {
    const std::vector<std::string> extras = command->parsed() ? command->remaining() : std::vector<std::string>();
    if (extras.empty()) continue;
    const std::vector<std::string> known = options_of(*command);
    if (!extras.front().starts_with("-")) return "'" + extras.front() + "' is a word too many";
    return "no option '" + extras.front() + "'" + did_you_mean(extras.front(), {known.begin(), known.end()});
  }
  const std::vector<std::string> words = app.remaining();
  if (app.get_subcommands().empty() && !words.empty() && !words.front().starts_with("-")) {
    const std::string near = did_you_mean(words.front(), names);
    return "no command '" + words.front() + "'" + (near.empty() ? "; the commands are " + list_of(names) : near);
  }
  if (app.get_subcommands().empty()) return "name a command; the commands are " + list_of(names);
  const std::string text = error.what();
  const bool lacks_value = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && text.starts_with("--");
  return lacks_value ? text.substr(0, text.find(':')) + " needs a value" : text;
}

std::uint16_t port_number(const std::string& word) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), port);
  if (error == std::errc() && end == word.data() + word.size()) return port;
  throw UsageError{"--port takes a whole number from 0 to 65535, not '" + word + "'; 0 is any free one"};
}

void add_server_options(CLI::App& command, ServerAddress& address) {
  command.add_option("--host", address.host, "The address to listen on; others than this machine's own let others in")
      ->capture_default_str();
  command.add_option_function<std::string>(
      "--port", [&address](const std::string& word) { address.port = port_number(word); },
      "The port to listen on (default: 8000)");
}

int run_command(const CLI::App& build, const CLI::App& check, const CLI::App& serve, const CommonOptions& options,
                const ServerAddress& address) {
  try {
    if (build.parsed()) return build_site(options, Writing::to_disk);
    if (check.parsed()) return build_site(options, Writing::nowhere);
    if (serve.parsed()) return serve_site(options, address);
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
  CLI::App* serve = app.add_subcommand("serve", "Show the site in a browser, and show it anew on every change");
  ServerAddress address;
  add_server_options(*serve, address);
  for (CLI::App* command : {build, check, serve}) {
    add_common_options(*command, options);
    command->set_version_flag("--version", std::string("armillary ") + ARMILLARY_VERSION);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    return report(usage_problem(app, error).c_str(), kUsage);
  } catch (const UsageError& error) {
    return report(error.text.c_str(), kUsage);
  }
  return run_command(*build, *check, *serve, options, address);
}

}  // namespace armillary
