#include <array>
#include <vector>

#include "commands/command_words.h"

namespace armillary {
namespace {

// Text for roff: a backslash begins an escape, a hyphen is to be copied as one, a point or a quote at the beginning of
// a line would be a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

// "--root DIR", "KIND".
std::string name_of(const CLI::Option& option) {
  std::string out;
  if (option.get_positional()) {
    out = option.get_name(true);
  } else {
    out = "--" + option.get_lnames().front();
    if (option.get_items_expected_max() > 0) out += " " + option.get_type_name();
  }
  return out;
}

std::string paragraph(const std::string& term, const std::string& text) {
  return ".TP\n.B " + roff(term) + "\n" + roff(text) + "\n";
}

std::string synopsis(const CLI::App& command) {
  std::string out = "armillary " + command.get_name();
  const std::vector<const CLI::Option*> options = command.get_options();
  for (const CLI::Option* option : options) {
    if (!option->get_positional()) continue;
    const std::string name = option->get_name(true);
    out += option->get_required() ? " " + name : " [" + name + "]";
  }
  return out + " [OPTION]...";
}

std::string command_section(const CLI::App& command) {
  std::string out = ".SS " + roff(synopsis(command)) + "\n" + roff(command.get_description()) + ".\n";
  const std::vector<const CLI::Option*> options = command.get_options();
  for (const CLI::Option* option : options) {
    if (option->get_lnames().empty() && !option->get_positional()) continue;
    std::string text = option->get_description();
    if (!option->get_default_str().empty()) text += " (default: " + option->get_default_str() + ")";
    out += paragraph(name_of(*option), text);
  }
  return out;
}

constexpr std::array<std::pair<const char*, const char*>, 4> kStatuses = {
    {{"0", "Done."},
     {"1", "The content or the templates have errors."},
     {"2", "Wrong usage."},
     {"3", "The machine failed: the disk, a permission."}}};

constexpr std::array<std::pair<const char*, const char*>, 4> kEnvironment = {
    {{"SOURCE_DATE_EPOCH",
      "Seconds since 1970: what \"today\" is. Without it today is the newest date under verified."},
     {"LC_ALL", "The language of what new writes, schema and status print; before LC_MESSAGES and LANG."},
     {"LC_MESSAGES", "Likewise."},
     {"LANG", "Likewise."}}};

}  // namespace

std::string manual_page(const CLI::App& app, std::string_view version) {
  std::string out = R"(.TH ARMILLARY 1 "" "armillary )" + roff(version) + "\" \"User Commands\"\n";
  out += ".SH NAME\narmillary \\- turn Markdown and YAML records into a site in several languages\n";
  out += ".SH SYNOPSIS\n.B armillary\n.I COMMAND\n[\\fIOPTION\\fR]...\n";
  out += ".SH DESCRIPTION\n" + roff(app.get_description()) +
         "\nRecords, schemas and site.yaml lie in the folder content of an observatory. A failed build leaves the last "
         "good "
         "site as it was; a build with nothing changed rewrites no file; the same input gives the same bytes.\n";
  out += ".SH COMMANDS\n";
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    out += command_section(*command);
  }
  out += ".SH EXIT STATUS\n";
  for (const auto& [status, text] : kStatuses) out += paragraph(status, text);
  out += ".SH ENVIRONMENT\n";
  for (const auto& [name, text] : kEnvironment) out += paragraph(name, text);
  return out;
}

}  // namespace armillary
