#include <algorithm>
#include <vector>

#include "commands/command_words.h"
#include "commands/options.h"

namespace armillary {
namespace {

// What follows an option: the names of its type in the description of the commands say it.
struct Value {
  enum class Type { none, folder, file, word, other };
  Type type = Type::none;
  std::vector<std::string> words;  // of type word
};

struct NamedOption {
  std::string name;  // --root
  std::string help;
  Value value;
};

struct NamedCommand {
  std::string name;
  std::string help;
  std::vector<NamedOption> options;
  Value argument;  // what the words behind the command are
};

Value value_named(const std::string& type, bool takes_one) {
  Value out;
  if (!takes_one) return out;
  out.type = type == "DIR" ? Value::Type::folder : type == "FILE" ? Value::Type::file : Value::Type::other;
  if (type.find('|') == std::string::npos) return out;
  out.type = Value::Type::word;
  for (std::size_t at = 0; at <= type.size();) {
    const std::size_t bar = std::min(type.find('|', at), type.size());
    out.words.push_back(type.substr(at, bar - at));
    at = bar + 1;
  }
  return out;
}

// A word that has no type of its own is called by it: DIR.
Value value_of_word(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return value_named(type.empty() ? option.get_name(true) : type, true);
}

std::vector<NamedCommand> commands_of(const CLI::App& app) {
  std::vector<NamedCommand> out;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    NamedCommand named{command->get_name(), command->get_description(), {}, {}};
    const std::vector<const CLI::Option*> options = command->get_options();
    for (const CLI::Option* option : options) {
      const Value value = value_named(option->get_type_name(), option->get_items_expected_max() > 0);
      if (option->get_positional()) named.argument = value_of_word(*option);
      for (const std::string& name : option->get_lnames()) {
        named.options.push_back({"--" + name, option->get_description(), value});
      }
    }
    out.push_back(std::move(named));
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> names_of(const std::vector<NamedOption>& options) {
  std::vector<std::string> out;
  out.reserve(options.size());
  for (const NamedOption& option : options) out.push_back(option.name);
  return out;
}

// In single quotes of a shell, with `also` escaped by a backslash besides.
std::string in_quotes(std::string_view text, std::string_view also = "") {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (also.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + "'";
}

// --- bash

std::string bash_reply(const Value& value) {
  switch (value.type) {
    case Value::Type::folder:
      return "compgen -d -- \"$current\"";
    case Value::Type::file:
      return "compgen -f -- \"$current\"";
    case Value::Type::word:
      return "compgen -W " + in_quotes(joined(value.words)) + " -- \"$current\"";
    case Value::Type::none:
    case Value::Type::other:
      return ":";
  }
  return ":";
}

std::string bash(const std::vector<NamedCommand>& commands) {
  std::vector<std::string> names;
  std::string values;
  std::string options;
  for (const NamedCommand& command : commands) {
    names.push_back(command.name);
    for (const NamedOption& option : command.options) {
      if (option.value.type == Value::Type::none) continue;
      values += "    '" + command.name + " " + option.name + "') _armillary_reply < <(" + bash_reply(option.value) +
                "); return ;;\n";
    }
    options += "    " + command.name + ") _armillary_reply < <(compgen -W " +
               in_quotes(joined(names_of(command.options))) + " -- \"$current\"; [[ $current == -* ]] || " +
               bash_reply(command.argument) + ") ;;\n";
  }
  return "# bash completion for armillary; made by `armillary completions bash`.\n"
         "_armillary_reply() { mapfile -t COMPREPLY; }\n"
         "_armillary() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' word\n"
         "  COMPREPLY=()\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    if [[ $word != -* ]]; then command=$word; break; fi\n"
         "  done\n"
         "  case \"$command $previous\" in\n" +
         values +
         "  esac\n"
         "  case $command in\n"
         "    '') _armillary_reply < <(compgen -W " +
         in_quotes(joined(names) + " --help --version") + " -- \"$current\") ;;\n" + options +
         "  esac\n"
         "}\n"
         "complete -o filenames -F _armillary armillary\n";
}

// --- zsh

std::string zsh_action(const Value& value) {
  switch (value.type) {
    case Value::Type::none:
      return "";
    case Value::Type::folder:
      return ":folder:_files -/";
    case Value::Type::file:
      return ":file:_files";
    case Value::Type::word:
      return ":value:(" + joined(value.words) + ")";
    case Value::Type::other:
      return ":value:";
  }
  return "";
}

std::string zsh(const std::vector<NamedCommand>& commands) {
  std::string list;
  std::string cases;
  for (const NamedCommand& command : commands) {
    list += "    " + in_quotes(command.name + ":" + command.help) + "\n";
    cases += "      " + command.name + ")\n        _arguments";
    for (const NamedOption& option : command.options) {
      cases += " \\\n          '" + option.name + "['" + in_quotes(option.help, "[]:\\") + "']" +
               zsh_action(option.value) + "'";
    }
    if (command.argument.type != Value::Type::none) cases += " \\\n          '*" + zsh_action(command.argument) + "'";
    cases += " ;;\n";
  }
  return "#compdef armillary\n"
         "# zsh completion for armillary; made by `armillary completions zsh`.\n"
         "_armillary() {\n"
         "  local -a commands\n"
         "  local state\n"
         "  commands=(\n" +
         list +
         "  )\n"
         "  _arguments -C '--help[Print help]' '--version[Print the version]' '1:command:->command' "
         "'*::argument:->argument'\n"
         "  case $state in\n"
         "    command) _describe command commands ;;\n"
         "    argument)\n"
         "      case $words[1] in\n" +
         cases +
         "      esac ;;\n"
         "  esac\n"
         "}\n"
         "_armillary \"$@\"\n";
}

// --- fish

std::string fish_value(const Value& value) {
  switch (value.type) {
    case Value::Type::none:
      return "";
    case Value::Type::folder:
      return " -r -f -a '(__fish_complete_directories)'";
    case Value::Type::file:
      return " -r -F";
    case Value::Type::word:
      return " -x -a " + in_quotes(joined(value.words));
    case Value::Type::other:
      return " -x";
  }
  return "";
}

std::string fish(const std::vector<NamedCommand>& commands) {
  std::string out =
      "# fish completion for armillary; made by `armillary completions fish`.\n"
      "complete -c armillary -f\n"
      "complete -c armillary -n __fish_use_subcommand -l help -d 'Print help'\n"
      "complete -c armillary -n __fish_use_subcommand -l version -d 'Print the version'\n";
  for (const NamedCommand& command : commands) {
    out += "complete -c armillary -n __fish_use_subcommand -a " + command.name + " -d " +
           in_quotes(command.help, "\\") + "\n";
    const std::string within = "complete -c armillary -n '__fish_seen_subcommand_from " + command.name + "'";
    if (command.argument.type != Value::Type::none && command.argument.type != Value::Type::other) {
      out += within + fish_value(command.argument) + "\n";
    }
    for (const NamedOption& option : command.options) {
      out += within + " -l " + option.name.substr(2) + " -d " + in_quotes(option.help, "\\") +
             fish_value(option.value) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completions(const CLI::App& app, std::string_view shell) {
  const std::vector<NamedCommand> commands = commands_of(app);
  if (shell == "bash") return bash(commands);
  if (shell == "zsh") return zsh(commands);
  if (shell == "fish") return fish(commands);
  throw UsageError{"completions are for bash, zsh or fish, not '" + std::string(shell) + "'"};
}

}  // namespace armillary
