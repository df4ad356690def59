#include "fuzz/readers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/partial_date.h"
#include "base/text_check.h"
#include "base/utf8.h"
#include "load/decode_record.h"
#include "load/decode_site.h"
#include "load/front_matter.h"
#include "markdown/parse_markdown.h"
#include "schema/read_schema.h"
#include "serve/http_request.h"
#include "serve/own_names.h"
#include "templating/template_set.h"
#include "yaml/read_yaml.h"

namespace armillary::fuzzing {
namespace {

void expect(bool holds) {
  if (!holds) std::abort();
}

// Chinese is the default language, English the second.
const Languages& languages() {
  static const Languages kLanguages = {{"zh", "zh-Hans", "中文", false}, {"en", "en", "English", false}};
  return kLanguages;
}

SourceFile file_of(std::string_view input) { return {"content/a/b.md", std::string(input)}; }

Span whole(const SourceFile& file) { return {0, static_cast<std::uint32_t>(file.text.size())}; }

// Places are in the file, and what is printed is text.
void check(const Diagnostics& diagnostics, const SourceFile& file) {
  const auto lines = static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n')) + 1;
  for (const Diagnostic& d : diagnostics.all()) {
    expect(!d.text.empty() && !d.code.empty());
    expect(d.line <= lines && (d.line == 0 || d.column > 0) && d.end_column >= d.column);
  }
}

// Every text file is checked first; what does not pass is read by nobody.
bool may_be_read(const SourceFile& file, Diagnostics& diagnostics) {
  const bool is_good = check_text(file, diagnostics);
  if (is_good) expect(!find_malformed_utf8(file.text));
  check(diagnostics, file);
  return is_good;
}

void check_html(std::string_view html) {
  expect(!find_malformed_utf8(html));
  for (const std::string_view bad :
       {"<script", "<iframe", "<style", "<svg", "=\"javascript:", "=\"data:", "=\"vbscript:"}) {
    expect(html.find(bad) == std::string_view::npos);
  }
}

void check_document(const markdown::Document& document) {
  check_html(document.html);
  for (const markdown::Gap& gap : document.gaps) {
    expect(gap.at <= document.html.size());
    if (const auto* link = std::get_if<markdown::RecordLink>(&gap.filling)) check_html(link->label_html);
  }
  for (const markdown::Heading& heading : document.headings) check_html(heading.html);
  for (const markdown::PlainId& id : document.plain_ids) expect(id.begin + id.size <= document.plain_text.size());
}

void read_text(std::string_view input) {
  const SourceFile file = file_of(input);
  Diagnostics diagnostics;
  may_be_read(file, diagnostics);
}

void read_any_yaml(std::string_view input) {
  const SourceFile file = file_of(input);
  Diagnostics diagnostics;
  if (!may_be_read(file, diagnostics)) return;
  const std::size_t before = diagnostics.count(Severity::error);
  const auto node = read_yaml(file, whole(file), diagnostics);
  expect(node.has_value() || diagnostics.count(Severity::error) > before);
  check(diagnostics, file);
}

void read_body(const SourceFile& file, Span body, Diagnostics& diagnostics) {
  const markdown::Options options{.id_prefix = "p-", .additions = true, .heading_shift = 1};
  check_document(markdown::parse_markdown(file, body, options, diagnostics));
  check(diagnostics, file);
}

void read_markdown(std::string_view input) {
  const SourceFile file = file_of(input);
  Diagnostics diagnostics;
  if (may_be_read(file, diagnostics)) read_body(file, whole(file), diagnostics);
}

// What only our dialect has, as dense as it can be: each byte stands for a piece of it, or for a letter.
void read_brackets(std::string_view input) {
  constexpr std::array<std::string_view, 41> kPieces = {
      "[[",          "]]", "[@", "]",  "[",     "|",        "#",   "; @",  ", p. 12", "[^1]", "\n\n[^1]: ",
      "{#",          "}",  "(",  ")",  "](",    "![",       "\n",  "\n\n", "a-b",     "c",    "、",
      "：",          "**", "*",  "_",  "`",     "```view ", "```", "a=b",  "\"",      "\\",   "&amp;",
      "http://a.b/", "@",  "~~", "| ", "|-|\n", "# ",       "- ",  "&Hat;"};
  std::string text;
  for (const char byte : input) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < kPieces.size()) {
      text += kPieces.at(value);
    } else if (value < 128) {
      text += byte;
    } else {
      append_code_point(text, U'一' + value);
    }
  }
  read_markdown(text);
}

void read_any_schema(std::string_view input) {
  const SourceFile file{"content/schema/tea.yaml", std::string(input)};
  const SourceFile words{"content/vocabularies/words.yaml", file.text};
  Diagnostics diagnostics;
  if (!may_be_read(file, diagnostics)) return;
  const Vocabularies vocabularies = read_vocabularies({words}, languages(), diagnostics);
  const Schema schema = read_schema({file}, vocabularies, languages(), diagnostics);
  check(diagnostics, file);
}

void read_site_file(std::string_view input) {
  SourceFile file{"content/site.yaml", std::string(input)};
  Diagnostics diagnostics;
  if (!may_be_read(file, diagnostics)) return;
  const auto site = decode_site(file, diagnostics);
  expect(site || diagnostics.has_errors());
  if (site) check_site(*site, Schema{}, diagnostics);
  check(diagnostics, file);
}

// A kind with a field of every type.
const Schema& schema_of_records() {
  static const SourceFile kFile = {"content/schema/tea.yaml", R"(kind: tea
folder: teas
label: {zh: {one: 茶, many: 茶}, en: {one: tea, many: teas}}
cite: true
fields:
  title: {type: text, localized: true, required: true}
  names: {type: text, many: true, pattern: '[a-z]+'}
  note: {type: markdown, localized: true}
  date: {type: date, timeline: true}
  height: {type: number, unit: m, min: 0, max: 9000, sourced: true}
  url: {type: url}
  leaf: {type: file}
  colour: {type: choice, options: {green: {zh: 绿, en: Green}, black: {zh: 红, en: Black}}, many: true, sourced: true}
  tended: {type: boolean}
  from: {type: ref, to: [tea], many: true}
  events: {type: group, many: true, fields: {date: {type: date, required: true}, at: {type: ref, to: [tea]}}}
)"};
  static const Schema kSchema = [] {
    Diagnostics diagnostics;
    Schema schema = read_schema({kFile}, {}, languages(), diagnostics);
    expect(!diagnostics.has_errors());
    return schema;
  }();
  return kSchema;
}

// A record's file as it is read by a build: front matter by its kind's schema, then the text.
void read_record(std::string_view input) {
  const SourceFile file = file_of(input);
  Diagnostics diagnostics;
  if (!may_be_read(file, diagnostics)) return;
  const FileParts parts = split_front_matter(file);
  expect(parts.body.begin <= parts.body.end && parts.body.end <= file.text.size());
  if (parts.front_matter && !parts.is_open) {
    expect(parts.front_matter->end <= parts.body.begin);
    if (const auto node = read_yaml(file, *parts.front_matter, diagnostics)) {
      const ReadContext yaml{file, languages(), diagnostics};
      std::vector<std::string> attachments;
      Record record;
      record.id = "b";
      decode_record({yaml, schema_of_records().kinds.front(), "/nowhere", "teas", attachments}, *node, record);
      Body body;
      decode_translation(yaml, *node, "b.md", body);
      Page page;
      decode_page(yaml, *node, page);
    }
  }
  read_body(file, parts.body, diagnostics);
}

void read_template(std::string_view input) {
  using templating::Map;
  const SourceFile file{"templates/a.html", std::string(input)};
  Diagnostics diagnostics;
  if (!may_be_read(file, diagnostics)) return;
  const std::vector<templating::NamedTemplate> templates = {
      {"a.html", file},
      {"b.html", {"templates/b.html", "{% block b %}{% endblock %}{% macro m(x) %}{{ x }}{% endmacro %}"}}};
  const auto set = templating::TemplateSet::compile(templates, diagnostics);
  check(diagnostics, file);
  if (diagnostics.has_errors()) return;
  Map entry;
  entry.set("title", "<b>");
  entry.set("number", 3);
  templating::Array list{templating::Value("a"), templating::Value(1), templating::Value(entry)};
  Map page;
  page.set("record", entry);
  page.set("items", templating::Value(std::move(list)));
  page.set("text", "a & b");
  std::string out;
  const bool is_whole = set.render("a.html", Map(), page, "a page", out, diagnostics);
  expect(is_whole != diagnostics.has_errors());
  check(diagnostics, file);
}

void read_date(std::string_view input) {
  const auto parsed = parse_partial_date(input);
  if (const auto* error = std::get_if<DateError>(&parsed)) {
    expect(!message_of(error->problem).text.empty());
    return;
  }
  const PartialDate& date = std::get<PartialDate>(parsed);
  const auto again = parse_partial_date(date.to_string());
  expect(std::holds_alternative<PartialDate>(again) && std::get<PartialDate>(again) == date);
  expect(date.earliest_day() <= date.latest_day());
}

void read_request(std::string_view input) {
  const auto parsed = parse_request(std::string(input) + "\r\n\r\n");
  if (const auto* bad = std::get_if<BadRequest>(&parsed)) {
    expect(bad->status >= 400 && !bad->reason.empty());
    return;
  }
  const Request& request = std::get<Request>(parsed);
  expect(!find_malformed_utf8(request.path));
  const std::string path = "/" + request.path + "/";
  expect(path.find("/../") == std::string::npos && path.find('\0') == std::string::npos);
  for (const std::string_view name : {"127.0.0.1", "0.0.0.0", "::1"}) {
    const bool is_own = OwnNames(name).has(request.host);
    expect(!is_own || request.host.find("evil") == std::string::npos);
  }
  const bool is_own = is_own_origin(request.origin, request.fetch_site, request.host);
  expect(!is_own || request.origin.empty() || request.origin == "http://" + request.host);
}

constexpr std::array<Reader, 10> kReaders = {{
    {"text", read_text},
    {"yaml", read_any_yaml},
    {"schema", read_any_schema},
    {"site", read_site_file},
    {"record", read_record, true},
    {"markdown", read_markdown},
    {"brackets", read_brackets},
    {"template", read_template},
    {"date", read_date},
    {"request", read_request},
}};

}  // namespace

std::span<const Reader> readers() { return kReaders; }

}  // namespace armillary::fuzzing
