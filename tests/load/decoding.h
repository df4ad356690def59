// What the tests of this room ask of decode_fields, and a record's values as text.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "load/decode_value.h"
#include "schema/read_schema.h"
#include "support/show_diagnostics.h"
#include "yaml/read_yaml.h"

namespace armillary {

// Chinese is the default language, English the second.
inline Languages two_languages() { return {{"zh", "zh-Hans", "中文", false}, {"en", "en", "English", false}}; }

// "LINE:COLUMN code\n" for each: the exact texts are the matter of tests/cases/diagnostics.
inline std::string show_codes(Diagnostics diagnostics) {
  diagnostics.sort();
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += fmt::format("{}:{} {}\n", d.line, d.column, d.code);
  return out;
}

inline std::string show_text(const LocalizedText& text) {
  std::string out;
  for (const LanguageIndex i : {LanguageIndex{0}, LanguageIndex{1}})
    out += (i == 0 ? "" : "|") + std::string(text.in(i));
  return out;
}

std::string show_group(const Group& group);

struct ShowDatum {
  std::string operator()(const PlainText& text) const { return text.text; }
  std::string operator()(const LocalizedText& text) const { return show_text(text); }
  std::string operator()(const TaggedText& text) const { return text.tag + ":" + text.text; }
  std::string operator()(const LocalizedMarkdown& texts) const {
    std::string out;
    for (const markdown::Document& document : texts.by_language) out += "<" + document.plain_text + ">";
    return out;
  }
  std::string operator()(const PartialDate& date) const { return date.to_string(); }
  std::string operator()(const Decimal& number) const { return number.written; }
  std::string operator()(const ChosenTerm& term) const { return "#" + term.id; }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(const Reference& reference) const { return "@" + reference.id; }
  std::string operator()(const AttachedFile& file) const { return file.name + "(" + show_text(file.alternative) + ")"; }
  std::string operator()(const Group& group) const { return "{" + show_group(group) + "}"; }
};

inline std::string show_evidence(const std::shared_ptr<const Evidence>& evidence) {
  if (evidence == nullptr) return "";
  std::string out = "[";
  if (evidence->source) out += "source " + evidence->source->value;
  if (!evidence->url.empty()) out += " url " + evidence->url;
  if (!evidence->place.is_absent()) out += " place " + show_text(evidence->place);
  if (!evidence->stated.is_absent()) out += " stated " + show_text(evidence->stated);
  if (!evidence->note.is_absent()) out += " note " + show_text(evidence->note);
  return out + "]";
}

// "name=value, value[source s]; other=…": an absence stands as !not_stated and so on.
inline std::string show_group(const Group& group) {
  std::string out;
  for (const FieldValue& value : group) {
    out += (out.empty() ? "" : "; ") + value.field->name.value + "=";
    if (value.absence) {
      out += *value.absence == Absence::not_stated    ? "!not-stated"
             : *value.absence == Absence::not_checked ? "!not-checked"
                                                      : "!none-found";
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      out +=
          (i == 0 ? "" : ", ") + std::visit(ShowDatum{}, value.items[i].datum) + show_evidence(value.items[i].evidence);
    }
    out += show_evidence(value.evidence);
  }
  return out;
}

struct Decoding {
  std::unique_ptr<Schema> schema;
  SourceFile file;
  Group fields;
  std::string shown;
  std::string reports;
  std::vector<std::string> attachments;
};

// Decodes `record` by a kind with a title and these lines under `fields`, each with its two spaces.
inline Decoding decode(const std::string& fields, const std::string& record, const std::string& folder_on_disk = "/",
                       const Languages& languages = two_languages()) {
  Decoding out;
  Diagnostics diagnostics;
  const SourceFile schema{
      "schema/tea.yaml",
      "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n" + fields};
  out.schema = std::make_unique<Schema>(read_schema({schema}, {}, languages, diagnostics));
  out.reports = show(std::move(diagnostics));
  if (!out.reports.empty()) return out;
  out.file = {"teas/a.yaml", record};
  Diagnostics of_record;
  const auto root = read_yaml(out.file, {0, static_cast<std::uint32_t>(record.size())}, of_record);
  if (root) {
    const RecordContext context{
        {out.file, languages, of_record}, out.schema->kinds.front(), folder_on_disk, "teas", out.attachments};
    out.fields = decode_fields(context, *root, out.schema->kinds.front().fields, {});
    out.shown = show_group(out.fields);
  }
  out.reports = show_codes(std::move(of_record));
  return out;
}

}  // namespace armillary
