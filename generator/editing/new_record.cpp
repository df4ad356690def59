#include "editing/new_record.h"

#include <algorithm>

#include "base/utf8.h"

namespace armillary {
namespace {

constexpr std::size_t kWidestComment = 100;
constexpr std::size_t kMostOptions = 60;

// "{zh: "", en: ""}", or with lists "{zh: [], en: []}".
std::string per_language(const Languages& languages, std::string_view empty) {
  std::string out;
  for (const Language& language : languages) {
    out += (out.empty() ? "{" : ", ") + language.key + ": " + std::string(empty);
  }
  return out + "}";
}

// The words of a comment, broken into lines of at most kWidestComment columns between its words.
std::string comment(const std::string& indent, const std::vector<std::string>& words) {
  std::string out;
  std::string line = "##" + indent;
  for (const std::string& word : words) {
    if (display_width(line) + display_width(word) >= kWidestComment && line.size() > 2 + indent.size()) {
      out += line + "\n";
      line = "##" + indent + "  ";
    }
    line += " " + word;
  }
  return out + line + "\n";
}

void append_words(std::vector<std::string>& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find_first_of(" \n", at), text.size());
    if (space > at) out.emplace_back(text.substr(at, space - at));
    at = space + 1;
  }
}

class RecordWriter {
 public:
  explicit RecordWriter(const NewRecord& record) : record_(record) {}

  std::string front_matter() const;

 private:
  std::string word(std::string_view key) const { return std::string(record_.words.plain(key)); }
  std::vector<std::string> describe(const Field& field, const std::string& name_before) const;
  std::vector<std::string> what_it_takes(const Field& field) const;
  std::vector<std::string> forms_of(const Field& field) const;
  std::vector<std::string> options_of(const Field& field) const;
  std::string comments_of(const Field& field, const std::string& indent) const;
  std::string empty_value(const Field& field, bool is_shown) const;
  std::string lines_of(const Field& field, const std::string& indent, const std::string& mark) const;
  std::string block(const Field& field) const;
  std::string upkeep() const;

  const NewRecord& record_;
};

bool is_written(const Field& field) { return !field.derived; }

// The fields with the required ones first.
std::vector<const Field*> in_order(const std::vector<Field>& fields) {
  std::vector<const Field*> out;
  for (const Field& field : fields) {
    if (is_written(field)) out.push_back(&field);
  }
  std::stable_partition(out.begin(), out.end(), [](const Field* field) { return field->required; });
  return out;
}

std::vector<std::string> RecordWriter::options_of(const Field& field) const {
  std::vector<std::string> out;
  for (const Term& term : field.terms) {
    if (out.size() == kMostOptions) {
      out.push_back("… (" + std::to_string(field.terms.size()) + ")");
      return out;
    }
    const std::string_view label = term.label.is_absent() ? std::string_view() : term.label.best(record_.editor);
    const std::string end = &term == &field.terms.back() ? "" : ",";
    out.push_back(term.id + (label.empty() || label == term.id ? "" : " (" + std::string(label) + ")") + end);
  }
  return out;
}

// How one value of the field is written.
std::vector<std::string> RecordWriter::forms_of(const Field& field) const {
  switch (field.type) {
    case FieldType::choice: {
      std::vector<std::string> options = options_of(field);
      options.insert(options.begin(), word("new_options"));
      return options;
    }
    case FieldType::ref: {
      std::string kinds;
      for (const Located<std::string>& kind : field.to) kinds += (kinds.empty() ? "" : ", ") + kind.value;
      return {word("new_record_id") + (kinds.empty() ? "" : " (" + kinds + ")")};
    }
    case FieldType::date:
      return {"2023, 2023-11, 2023-11-01, 2023-11-01/2023-11-02, 2023~"};
    case FieldType::number: {
      const std::string unit = field.unit.is_absent() ? "" : " (" + std::string(field.unit.best(record_.editor)) + ")";
      return {word("new_number") + unit};
    }
    case FieldType::boolean:
      return {"true, false"};
    case FieldType::url:
      return {"https://…"};
    case FieldType::file:
      return {"{path: …, alt: …}"};
    case FieldType::text:
    case FieldType::markdown:
    case FieldType::group:
      break;
  }
  return field.any_language ? std::vector<std::string>{"{fr: …}"} : std::vector<std::string>();
}

// Words such as: a list; one of a (A), b (B).
std::vector<std::string> RecordWriter::what_it_takes(const Field& field) const {
  std::vector<std::string> out;
  if (field.many && field.type != FieldType::group) {
    out.push_back(word("new_list"));
    const bool says_more = !field.pattern.empty() || field.sourced || field.type != FieldType::text;
    if (says_more) out.emplace_back("–");
  }
  for (std::string& form : forms_of(field)) out.push_back(std::move(form));
  if (!field.pattern.empty()) out.push_back(field.pattern);
  if (field.sourced) out.emplace_back("| {value: …, source: …, place: …} | not-stated | not-checked | none-found");
  return out;
}

std::vector<std::string> RecordWriter::describe(const Field& field, const std::string& name_before) const {
  std::vector<std::string> out;
  const LanguageIndex editor = record_.editor;
  // An inner field's name stands before its label; without a label it is told by its name alone.
  std::string title = name_before;
  if (field.label.is_absent()) {
    title += field.name.value;
  } else {
    title += field.label.best(editor);
  }
  if (field.required) title += " (" + word("new_required") + ")";
  out.push_back(title);
  if (!field.help.is_absent()) {
    out.emplace_back("–");
    append_words(out, field.help.best(editor));
  }
  const std::vector<std::string> takes = what_it_takes(field);
  if (!takes.empty()) out.emplace_back("–");
  out.insert(out.end(), takes.begin(), takes.end());
  return out;
}

std::string RecordWriter::comments_of(const Field& field, const std::string& indent) const {
  const bool is_inner = !indent.empty();
  std::string out =
      comment(indent, describe(field, is_inner && !field.label.is_absent() ? field.name.value + ": " : ""));
  for (const Field* inner : in_order(field.fields)) out += comments_of(*inner, indent + "  ");
  return out;
}

// Required lists are left empty, not `[]`: then their absence is told.
std::string RecordWriter::empty_value(const Field& field, bool is_shown) const {
  if (field.type == FieldType::text && field.localized) {
    return " " + per_language(record_.languages, field.many ? "[]" : "\"\"");
  }
  if (field.type == FieldType::markdown && field.many) return {};
  if (field.type == FieldType::markdown) return field.localized ? " " + per_language(record_.languages, "\"\"") : "";
  if (field.any_language) return " {}";
  return field.many && !is_shown && field.type != FieldType::group ? " []" : "";
}

std::string RecordWriter::lines_of(const Field& field, const std::string& indent, const std::string& mark) const {
  std::string out = mark + indent + field.name.value + ":" + empty_value(field, mark.empty()) + "\n";
  if (field.type == FieldType::markdown && field.many) {
    const std::string value = field.localized ? per_language(record_.languages, "\"\"") : "\"\"";
    out += mark + indent + "  - " + value + "\n";
  }
  if (field.type != FieldType::group) return out;
  const std::vector<const Field*> inner = in_order(field.fields);
  bool is_first = field.many;
  for (const Field* each : inner) {
    // In a group that is shown, what is not required stays a comment of its own.
    const std::string inner_mark = mark.empty() && !each->required && !is_first ? "# " : mark;
    std::string lines = lines_of(*each, indent + (field.many ? "    " : "  "), inner_mark);
    if (is_first) lines.replace(inner_mark.size() + indent.size() + 2, 1, "-");
    out += lines;
    is_first = false;
  }
  return out;
}

std::string RecordWriter::block(const Field& field) const {
  return "\n" + comments_of(field, "") + lines_of(field, "", field.required ? "" : "# ");
}

std::string RecordWriter::upkeep() const {
  const std::string today = record_.today.to_string();
  return "\n## " + word("sources") +
         "\n# sources:\n#   - {source: , place: \"\"}\n#   - {url: , title: \"\", seen: " + today + "}\n\n## " +
         word("published") + "\npublished: " + today + "\n## " + word("verified") + "\nverified: " + today + "\n";
}

std::string RecordWriter::front_matter() const {
  const Kind& kind = record_.kind;
  std::vector<std::string> heading{kind.label_one.is_absent() ? kind.name
                                                              : std::string(kind.label_one.best(record_.editor))};
  if (!kind.help.is_absent()) {
    heading.emplace_back("–");
    append_words(heading, kind.help.best(record_.editor));
  }
  std::string out = comment("", heading) + comment("", {word("new_how")});
  for (const Field* field : in_order(kind.fields)) out += block(*field);
  return out + upkeep();
}

}  // namespace

std::vector<NewFile> new_record_files(const NewRecord& record) {
  const std::string stem = record.kind.folder + "/" + record.id;
  const std::string facts = RecordWriter(record).front_matter();
  if (!record.has_text) return {{stem + ".yaml", facts}};
  std::vector<NewFile> out{{stem + ".md", "---\n" + facts + "---\n\n"}};
  for (LanguageIndex i = 1; i < record.languages.size(); ++i) {
    out.push_back({stem + "." + record.languages[i].key + ".md", "---\ntranslation: {state: draft}\n---\n\n"});
  }
  return out;
}

}  // namespace armillary
