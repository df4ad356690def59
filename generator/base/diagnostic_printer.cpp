#include "base/diagnostic_printer.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/text_check.h"
#include "base/utf8.h"

namespace armillary {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

// One character of a source line as it is printed.
struct Cell {
  std::string text;
  std::size_t width = 0;
  bool is_tab = false;
};

std::vector<Cell> cells_of(std::string_view line) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(line, at);
    const std::string_view bytes = line.substr(begin, at - begin);
    Cell cell;
    if (c == U'\t') {
      cell = {"\t", 1, true};
    } else if (find_malformed_utf8(bytes)) {
      for (const char byte : bytes) cell.text += fmt::format("<{:02X}>", static_cast<unsigned char>(byte));
      cell.width = cell.text.size();
    } else {
      // What would not be seen, or would move other characters, is shown by its number.
      const bool hidden = c == U'\n' || is_forbidden_at(line, begin);
      cell.text = hidden ? fmt::format("<U+{:04X}>", static_cast<unsigned>(c)) : std::string(bytes);
      cell.width = display_width(cell.text);
    }
    cells.push_back(std::move(cell));
  }
  return cells;
}

// A message on one line.
std::string one_line(std::string_view text) {
  std::string out;
  for (const Cell& cell : cells_of(text)) out += cell.is_tab ? " " : cell.text;
  return out;
}

std::size_t width_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  std::size_t width = 0;
  for (std::size_t i = begin; i < end; ++i) width += cells[i].width;
  return width;
}

// The cells that are shown of a line too wide: as much as fits, a third of it before the mark.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Window window_around(const std::vector<Cell>& cells, std::size_t mark) {
  if (width_of(cells, 0, cells.size()) <= kMaxPrintedWidth) return {0, cells.size()};
  Window window{mark, mark};
  std::size_t width = 0;
  while (window.begin > 0 && width + cells[window.begin - 1].width <= kMaxPrintedWidth / 3)
    width += cells[--window.begin].width;
  while (window.end < cells.size() && width + cells[window.end].width <= kMaxPrintedWidth)
    width += cells[window.end++].width;
  while (window.begin > 0 && width + cells[window.begin - 1].width <= kMaxPrintedWidth)
    width += cells[--window.begin].width;
  return window;
}

class TextPrinter {
 public:
  TextPrinter(bool colour, const Translation& translation) : colour_(colour), translation_(translation) {}

  std::string print(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      print_message(diagnostic);
      print_source(diagnostic);
    }
    const std::string summary = summary_of(diagnostics, translation_);
    if (!summary.empty()) out_ += summary + "\n";
    return std::move(out_);
  }

 private:
  static constexpr std::string_view kBold = "\x1B[1m";
  static constexpr std::string_view kRed = "\x1B[1;31m";
  static constexpr std::string_view kMagenta = "\x1B[1;35m";
  static constexpr std::string_view kGreen = "\x1B[1;32m";

  void append(std::string_view text, std::string_view colour) {
    if (text.empty()) return;
    if (colour_) out_ += colour;
    out_ += text;
    if (colour_) out_ += "\x1B[0m";
  }

  void print_message(const Diagnostic& d) {
    std::string place;
    if (!d.path.empty()) place = one_line(d.path) + ":";
    if (d.line > 0) place += fmt::format("{}:{}:", d.line, d.column);
    append(place, kBold);
    if (!place.empty()) out_ += ' ';
    append(fmt::format("{}:", name_of(d.severity)), d.severity == Severity::error ? kRed : kMagenta);
    out_ += ' ';
    append(one_line(d.text), kBold);
    out_ += fmt::format(" [{}]\n", d.code);
  }

  // The line and the mark below it; nothing where the line was cut off before the place.
  void print_source(const Diagnostic& d) {
    const std::vector<Cell> cells = cells_of(d.source_line);
    if (d.line == 0 || d.column == 0 || d.column > cells.size() + 1) return;
    const std::size_t begin = d.column - 1;
    const std::size_t end = std::clamp(d.end_column - 1, begin, cells.size());
    const Window window = window_around(cells, begin);
    const std::string_view cut_before = window.begin > 0 ? "..." : "";
    const std::string_view cut_behind = window.end < cells.size() ? "..." : "";
    std::string line(cut_before);
    std::string indent(cut_before.size(), ' ');
    for (std::size_t i = window.begin; i < window.end; ++i) {
      line += cells[i].text;
      if (i < begin) indent += cells[i].is_tab ? "\t" : std::string(cells[i].width, ' ');
    }
    const std::size_t width = width_of(cells, begin, std::min(end, window.end));
    out_ += line;
    out_ += cut_behind;
    out_ += '\n' + indent;
    append("^" + std::string(std::max<std::size_t>(width, 1) - 1, '~'), kGreen);
    out_ += '\n';
  }

  bool colour_;
  const Translation& translation_;
  std::string out_;
};

// Malformed bytes of a file must not make the output malformed.
std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Json number_or_null(std::size_t number, bool is_known) { return is_known ? Json(number) : Json(nullptr); }

std::string print_json(const Diagnostics& diagnostics) {
  Json all = Json::array();
  for (const Diagnostic& d : diagnostics.all()) {
    all.push_back({{"path", d.path},
                   {"line", number_or_null(d.line, d.line > 0)},
                   {"column", number_or_null(d.column, d.line > 0)},
                   {"endColumn", number_or_null(d.end_column, d.line > 0)},
                   {"severity", name_of(d.severity)},
                   {"code", d.code},
                   {"message", d.text}});
  }
  return dump(all);
}

// GitHub's escaping of a message; in a property `:` and `,` too (actions/toolkit, command.ts).
std::string escape_for_github(std::string_view text, bool is_property) {
  const std::size_t line_end = text.find('\n');
  std::string out;
  for (const char c : one_line(text.substr(0, line_end))) {
    const bool escaped = c == '%' || (is_property && (c == ':' || c == ','));
    out += escaped ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  if (line_end == std::string_view::npos) return out;
  return out + "%0A" + escape_for_github(text.substr(line_end + 1), is_property);
}

std::string print_github(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += fmt::format("::{} ", name_of(d.severity));
    if (!d.path.empty()) out += fmt::format("file={},", escape_for_github(d.path, true));
    if (d.line > 0) out += fmt::format("line={},col={},endColumn={},", d.line, d.column, d.end_column);
    out += fmt::format("title={}::{}\n", d.code, escape_for_github(d.text, false));
  }
  return out;
}

// A relative path as a URI reference (RFC 3986): everything but unreserved characters and slashes percent-encoded.
std::string path_as_uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool plain = letter || std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json sarif_location(const Diagnostic& d) {
  Json physical{{"artifactLocation", {{"uri", path_as_uri(d.path)}}}};
  if (d.line > 0) physical["region"] = {{"startLine", d.line}, {"startColumn", d.column}, {"endColumn", d.end_column}};
  return {{"physicalLocation", std::move(physical)}};
}

std::string print_sarif(const Diagnostics& diagnostics, const std::string& version) {
  std::map<std::string_view, std::size_t> rules;
  for (const Diagnostic& d : diagnostics.all()) rules.emplace(d.code, 0);
  Json rule_list = Json::array();
  for (auto& [code, index] : rules) {
    index = rule_list.size();
    rule_list.push_back({{"id", code}});
  }
  Json results = Json::array();
  for (const Diagnostic& d : diagnostics.all()) {
    Json result{{"ruleId", d.code},
                {"ruleIndex", rules.at(d.code)},
                {"level", name_of(d.severity)},
                {"message", {{"text", d.text}}}};
    if (!d.path.empty()) result["locations"] = Json::array({sarif_location(d)});
    results.push_back(std::move(result));
  }
  Json driver{{"name", "armillary"}};
  if (!version.empty()) driver["version"] = version;
  driver["rules"] = std::move(rule_list);
  Json run{
      {"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return dump({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
               {"version", "2.1.0"},
               {"runs", Json::array({std::move(run)})}});
}

}  // namespace

std::string summary_of(const Diagnostics& diagnostics, const Translation& translation) {
  std::string out;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    const std::size_t count = diagnostics.count(severity);
    if (count == 0) continue;
    if (!out.empty()) out += translation.say(", ");
    out += translation.say(fmt::format("{} {}{}", count, name_of(severity), count == 1 ? "" : "s"));
  }
  return out;
}

std::string print_diagnostics(const Diagnostics& diagnostics, const PrintOptions& options) {
  const Translation english;
  switch (options.format) {
    case DiagnosticFormat::text:
      return TextPrinter(options.colour, options.translation == nullptr ? english : *options.translation)
          .print(diagnostics);
    case DiagnosticFormat::json:
      return print_json(diagnostics);
    case DiagnosticFormat::github:
      return print_github(diagnostics);
    case DiagnosticFormat::sarif:
      return print_sarif(diagnostics, options.tool_version);
  }
  return {};
}

}  // namespace armillary
