#include "commands/command_line.h"

#include <charconv>
#include <string_view>
#include <vector>

#include "base/suggest.h"

namespace armillary {
namespace {

constexpr std::size_t kMostJobs = 256;

// Names of what an option takes. The shells' completions go by them: DIR and FILE, or words parted by bars.
constexpr const char* kFolder = "DIR";
constexpr const char* kFile = "FILE";

DiagnosticFormat format_named(const std::string& word) {
  if (word == "text") return DiagnosticFormat::text;
  if (word == "json") return DiagnosticFormat::json;
  if (word == "github") return DiagnosticFormat::github;
  if (word == "sarif") return DiagnosticFormat::sarif;
  throw UsageError{"--format takes text, json, github or sarif, not '" + word + "'"};
}

bool is_json(const std::string& word) {
  if (word == "text" || word == "json") return word == "json";
  throw UsageError{"--format takes text or json, not '" + word + "'"};
}

std::size_t number_of_jobs(const std::string& word) {
  std::size_t jobs = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), jobs);
  const bool is_number = error == std::errc() && end == word.data() + word.size();
  if (is_number && jobs >= 1 && jobs <= kMostJobs) return jobs;
  throw UsageError{"--jobs takes a whole number from 1 to 256, not '" + word + "'"};
}

std::uint16_t port_number(const std::string& word) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), port);
  if (error == std::errc() && end == word.data() + word.size()) return port;
  throw UsageError{"--port takes a whole number from 0 to 65535, not '" + word + "'; 0 is any free one"};
}

void add_messages_option(CLI::App& command, CommonOptions& options) {
  command
      .add_option("--messages", options.messages,
                  "The language of messages (default: that of ARMILLARY_MESSAGES or the environment, else English)")
      ->type_name("LANGUAGE");
}

// Where an observatory lies, and how to speak of it: for every command that reads one.
void add_reading_options(CLI::App& command, CommonOptions& options) {
  add_messages_option(command, options);
  command
      .add_option("--root", options.root,
                  "The observatory's folder (default: the nearest upwards with content/site.yaml)")
      ->type_name(kFolder);
  command.add_option("--content", options.content, "Records, schemas and site.yaml")
      ->type_name(kFolder)
      ->capture_default_str();
  command
      .add_option("--templates", options.templates, "Templates; those that are missing come from the installed ones")
      ->type_name(kFolder)
      ->capture_default_str();
  command
      .add_option_function<std::string>(
          "--jobs", [&options](const std::string& word) { options.jobs = number_of_jobs(word); },
          "Threads (default: one a processor)")
      ->type_name("N");
}

void add_diagnostic_options(CLI::App& command, CommonOptions& options) {
  command.add_flag("--strict", options.strict, "Warnings are errors");
  command
      .add_option_function<std::string>(
          "--format", [&options](const std::string& word) { options.format = format_named(word); },
          "How diagnostics are printed: text, json, github or sarif")
      ->type_name("text|json|github|sarif");
}

// For the commands that make a site or act as if.
void add_site_options(CLI::App& command, CommonOptions& options) {
  add_reading_options(command, options);
  command.add_option("--static", options.static_files, "Static files; likewise")
      ->type_name(kFolder)
      ->capture_default_str();
  command.add_option("--releases", options.releases, "Former states of the data, a folder each; likewise")
      ->type_name(kFolder)
      ->capture_default_str();
  command.add_option("--output", options.output, "Where the site goes")->type_name(kFolder)->capture_default_str();
  command.add_option("--base-url", options.base_url, "The site's address, in place of site.yaml's")->type_name("URL");
  command.add_flag("--drafts", options.drafts, "Records that say 'draft: true' are shown");
  command.add_flag("--timings", options.timings, "How long each stage took");
  add_diagnostic_options(command, options);
}

void add_cache_option(CLI::App& command, CommonOptions& options) {
  command.add_flag("--no-cache", options.no_cache,
                   "Make every page anew; otherwise pages stay whose texts have not changed since the last time");
}

// What becomes of the finished site.
void add_publishing_options(CLI::App& command, CommonOptions& options) {
  command
      .add_option("--cards", options.cards,
                  "Draw a picture for each record, shown where its address is shared, and keep it in FOLDER")
      ->type_name(kFolder);
  command.add_flag("--compress", options.compress, "Beside each text file a copy for servers, .gz and .br");
  command
      .add_option("--changed-files", options.changed_files,
                  "Write the names of files that are new or changed into FILE, of those that went into FILE.removed")
      ->type_name(kFile);
}

// A command's required word.
void add_word(CLI::App& command, const std::string& name, std::string& value, const std::string& help) {
  command.add_option(name, value, help)->required()->type_name("");
}

// `what` is written in the language.
void add_language_option(CLI::App& command, std::string& language, const std::string& what) {
  command
      .add_option("--language", language,
                  "The language of " + what + " (default: that of the environment, else the site's first)")
      ->type_name("LANGUAGE");
}

void describe_serve(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("serve", "Show the site in a browser, and show it anew on every change");
  command
      ->add_option("--host", arguments.address.host,
                   "The address to listen on; others than this machine's own let others in")
      ->type_name("ADDRESS")
      ->capture_default_str();
  command
      ->add_option_function<std::string>(
          "--port", [&arguments](const std::string& word) { arguments.address.port = port_number(word); },
          "The port to listen on (default: 8000)")
      ->type_name("PORT");
  add_site_options(*command, arguments.common);
}

void describe_new(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("new", "Make a record: every field of its kind, with its label and help");
  add_word(*command, "KIND", arguments.kind, "The record's kind, or its folder");
  add_word(*command, "ID", arguments.id, "Its id, which is the file's name and part of its address");
  command->add_flag("--no-text", arguments.no_text, "One file ID.yaml: the record has no text beside its fields");
  add_language_option(*command, arguments.language, "the comments");
  add_reading_options(*command, arguments.common);
}

void describe_rename(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("rename", "Give a record another id, everywhere; the old one stays an alias");
  add_word(*command, "OLD", arguments.old_id, "The id that it has");
  add_word(*command, "NEW", arguments.new_id, "The id that it gets");
  command->add_flag("--dry-run", arguments.dry_run, "Say what would change, and change nothing");
  add_reading_options(*command, arguments.common);
}

void describe_schema(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of the kinds, for editors' completion");
  command->add_option("KIND", arguments.kind, "One kind, or its folder (default: all)")->type_name("");
  command->add_option("--output", arguments.folder, "Write a file KIND.json for each into this folder")
      ->type_name(kFolder);
  add_language_option(*command, arguments.language, "labels and helps");
  add_reading_options(*command, arguments.common);
}

void describe_init(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("init", "Begin an observatory: a small one that builds, with comments");
  add_word(*command, "DIR", arguments.folder, "A new or empty folder");
  add_messages_option(*command, arguments.common);
}

void describe_status(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("status", "Say what is missing or stale: translations, sources, verification");
  command->add_option("ID", arguments.ids, "These records and pages only (default: all)")->type_name("");
  command->add_flag("--list", arguments.list, "One line for each thing that is lacking, in place of the summary");
  command->add_option("--only", arguments.only, "One sort of lack, by its name in the summary")->type_name("NAME");
  command->add_flag("--stamp", arguments.stamp,
                    "Write into translations which state of the original they are made from: those that say nothing "
                    "yet, or those of the ids");
  command
      ->add_option_function<std::string>(
          "--format", [&arguments](const std::string& word) { arguments.json = is_json(word); }, "text or json")
      ->type_name("text|json");
  add_reading_options(*command, arguments.common);
}

void describe_words(CLI::App& app, Arguments& arguments) {
  CLI::App* command = app.add_subcommand("completions", "Print the completions for a shell");
  command->add_option("SHELL", arguments.shell, "bash, zsh or fish")->required()->type_name("bash|zsh|fish");
  app.add_subcommand("manual", "Print the manual page, for man -l -");
}

// The options of a command as they are written: `--drafts`.
std::vector<std::string> options_of(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) out.push_back("--" + name);
  }
  return out;
}

// For a command that did not get the words it needs: "write 'armillary new KIND ID'".
std::string missing_words(const CLI::App& command) {
  std::string out = "write 'armillary " + command.get_name();
  const std::vector<const CLI::Option*> options = command.get_options();
  for (const CLI::Option* option : options) {
    if (option->get_required() && option->get_positional()) out += " " + option->get_name(true);
  }
  return out + "'";
}

// What is wrong with the words behind a command; empty if they are not what is wrong.
std::string problem_of(const CLI::App& command, const CLI::ParseError& error) {
  const std::vector<std::string> extras = command.remaining();
  if (!extras.empty()) {
    const std::vector<std::string> known = options_of(command);
    if (!extras.front().starts_with("-")) return "'" + extras.front() + "' is a word too many";
    return "no option '" + extras.front() + "'" + did_you_mean(extras.front(), {known.begin(), known.end()});
  }
  return dynamic_cast<const CLI::RequiredError*>(&error) != nullptr ? missing_words(command) : std::string();
}

}  // namespace

void describe_commands(CLI::App& app, Arguments& arguments) {
  app.require_subcommand(1);
  CLI::App* build = app.add_subcommand("build", "Make the site from content, templates and static files");
  add_site_options(*build, arguments.common);
  add_cache_option(*build, arguments.common);
  add_publishing_options(*build, arguments.common);
  CLI::App* check = app.add_subcommand("check", "The same without writing: diagnostics only");
  add_site_options(*check, arguments.common);
  add_cache_option(*check, arguments.common);
  describe_serve(app, arguments);
  describe_init(app, arguments);
  describe_new(app, arguments);
  describe_rename(app, arguments);
  describe_schema(app, arguments);
  describe_status(app, arguments);
  describe_words(app, arguments);
}

void reword_help(CLI::App& app, const Translation& words) {
  for (const char* label : {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals", "REQUIRED"})
    app.get_formatter()->label(label, words.say(label));
  app.description(words.say(app.get_description()));
  app.group(words.say(app.get_group()));
  for (CLI::Option* option : app.get_options()) {
    option->description(words.say(option->get_description()));
    if (!option->get_group().empty()) option->group(words.say(option->get_group()));
  }
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) reword_help(*command, words);
}

std::string usage_problem(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<const CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  std::vector<std::string_view> names;
  names.reserve(commands.size());
  for (const CLI::App* command : commands) names.emplace_back(command->get_name());
  for (const CLI::App* command : commands) {
    if (!command->parsed()) continue;
    if (std::string problem = problem_of(*command, error); !problem.empty()) return problem;
  }
  const std::vector<std::string> words = app.remaining();
  if (app.get_subcommands().empty() && !words.empty() && !words.front().starts_with("-")) {
    const std::string near = did_you_mean(words.front(), names);
    return "no command '" + words.front() + "'" + (near.empty() ? "; the commands are " + list_of(names) : near);
  }
  if (app.get_subcommands().empty()) return "name a command; the commands are " + list_of(names);
  std::string text = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr || !text.starts_with("--")) return text;
  return text.substr(0, text.find(':')) + (text.ends_with("missing") ? " needs a value" : " is written twice");
}

}  // namespace armillary
