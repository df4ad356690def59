#include "schema/read_schema.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/address_part.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "schema/read_citation.h"
#include "schema/read_field.h"
#include "schema/read_linked_data.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

constexpr std::array<std::string_view, 9> kReservedKeys = {
    "sources", "published", "verified", "changes", "withdrawn", "aliases", "draft", "sort_key", "translation"};

// Addresses of contract section 4 that a folder would hide.
constexpr std::array<std::string_view, 8> kReservedFolders = {"pages", "years", "by",     "search",
                                                              "data",  "files", "schema", "vocabularies"};

std::string stem_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return std::string(path.substr(0, path.rfind('.')));
}

// A schema file as it was written, before anything is inherited.
// SQLite's tables have at most 2,000 columns; the reserved keys need some.
constexpr std::size_t kMaxColumns = 1800;

struct WrittenSchema {
  std::string name;
  const SourceFile* file = nullptr;
  bool is_abstract = false;
  std::optional<Located<std::string>> parent;
  Located<std::string> kind_place;
  Located<std::string> folder_place;
  std::vector<Located<std::string>> order;  // fields that come first
  Kind kind;
  bool says_cite = false;
};

void read_kind_label(const ReadContext& context, const YamlNode& node, Kind& kind) {
  if (!node.is_mapping()) {
    kind.label_one = kind.label_many = read_label(context, node);
    return;
  }
  for_each_language(context, node, [&](LanguageIndex language, const YamlNode& value) {
    if (!value.is_mapping()) {
      if (const auto text = read_text(value, context.file, context.diagnostics)) {
        kind.label_one.set(language, to_nfc(text->value));
        kind.label_many.set(language, to_nfc(text->value));
      }
      return;
    }
    MappingReader forms(value, context.file, context.diagnostics);
    const auto read_form = [&](std::string_view key, LocalizedText& out) {
      const YamlNode* form = forms.require(key);
      if (form == nullptr) return;
      if (const auto text = read_text(*form, context.file, context.diagnostics)) out.set(language, to_nfc(text->value));
    };
    read_form("one", kind.label_one);
    read_form("many", kind.label_many);
    forms.finish();
  });
  if (!kind.label_one.is_absent()) report_untranslated(context, kind.label_one, node.span, "label");
}

void read_identity(const ReadContext& context, MappingReader& keys, WrittenSchema& written) {
  const auto read_word = [&](std::string_view key) {
    const YamlNode* node = written.is_abstract ? keys.take(key) : keys.require(key);
    return node == nullptr ? std::nullopt : read_text(*node, context.file, context.diagnostics);
  };
  if (const auto kind = read_word("kind")) {
    written.kind_place = *kind;
    written.kind.name = kind->value;
    if (!is_address_part(kind->value)) {
      context.diagnostics.report(kBadKindName, context.file, kind->span, kind->value);
    }
  }
  if (const auto folder = read_word("folder")) {
    written.folder_place = *folder;
    written.kind.folder = folder->value;
    if (std::find(kReservedFolders.begin(), kReservedFolders.end(), folder->value) != kReservedFolders.end()) {
      context.diagnostics.report(kReservedFolder, context.file, folder->span, folder->value);
    } else if (!is_address_part(folder->value)) {
      context.diagnostics.report(kBadFolderName, context.file, folder->span, folder->value);
    }
  }
  const YamlNode* label = written.is_abstract ? keys.take("label") : keys.require("label");
  if (label != nullptr) read_kind_label(context, *label, written.kind);
}

std::optional<WrittenSchema> read_written_schema(const SourceFile& file, const Vocabularies& vocabularies,
                                                 const Languages& languages, Diagnostics& diagnostics) {
  const auto root = read_yaml(file, {0, static_cast<std::uint32_t>(file.text.size())}, diagnostics);
  if (!root) return std::nullopt;
  const ReadContext context{file, languages, diagnostics};
  WrittenSchema written;
  written.name = stem_of(file.path);
  written.file = &file;
  MappingReader keys(*root, file, diagnostics);
  if (const YamlNode* node = keys.take("abstract")) {
    written.is_abstract = read_boolean(*node, file, diagnostics).value_or(Located<bool>{}).value;
  }
  if (const YamlNode* node = keys.take("extends")) written.parent = read_text(*node, file, diagnostics);
  read_identity(context, keys, written);
  if (const YamlNode* node = keys.take("help")) written.kind.help = read_full_label(context, *node, "help");
  if (const auto order = keys.take_text_list("order")) written.order = *order;
  if (const YamlNode* node = keys.take("cite")) {
    written.says_cite = true;
    written.kind.citation = read_citation(context, *node);
  }
  if (const YamlNode* node = keys.take("fields"); node != nullptr && !node->is_empty()) {
    const MappingReader must_be_mapping(*node, file, diagnostics);
    for (const YamlEntry& entry : node->entries) {
      written.kind.fields.push_back(read_field(context, entry.key, entry.value, vocabularies, false));
    }
  }
  if (const YamlNode* node = keys.take("jsonld")) written.kind.linked_data = read_linked_data(context, *node);
  keys.finish();
  return written;
}

using Written = std::map<std::string, WrittenSchema, std::less<>>;

// The chain from a schema file up to its last ancestor, the file itself first; reports unknown parents and cycles.
std::vector<const WrittenSchema*> lineage(const WrittenSchema& start, const Written& all, Diagnostics& diagnostics) {
  std::vector<const WrittenSchema*> chain{&start};
  while (chain.back()->parent) {
    const WrittenSchema& child = *chain.back();
    const auto found = all.find(child.parent->value);
    if (found == all.end()) {
      std::vector<std::string_view> names;
      for (const auto& [name, schema] : all) names.push_back(name);
      diagnostics.report(kUnknownParent, *child.file, child.parent->span, child.parent->value,
                         did_you_mean(child.parent->value, names));
      break;
    }
    const bool seen = std::find(chain.begin(), chain.end(), &found->second) != chain.end();
    if (seen) {
      std::string path;
      for (const WrittenSchema* schema : chain) path += schema->name + " → ";
      diagnostics.report(kParentCycle, *child.file, child.parent->span, path + found->first);
      break;
    }
    chain.push_back(&found->second);
  }
  return chain;
}

// The nearest schema that says whether its records are works to be cited.
const WrittenSchema* who_says_cite(const std::vector<const WrittenSchema*>& chain) {
  const auto found = std::find_if(chain.begin(), chain.end(), [](const auto* schema) { return schema->says_cite; });
  return found == chain.end() ? nullptr : *found;
}

// A child's field takes the place of its ancestor's field of the same name.
void inherit(Kind& kind, const std::vector<const WrittenSchema*>& chain) {
  std::vector<Field> fields;
  for (auto schema = chain.rbegin(); schema != chain.rend(); ++schema) {
    for (const Field& field : (*schema)->kind.fields) {
      const auto same =
          std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name.value == field.name.value; });
      if (same == fields.end()) {
        fields.push_back(field);
      } else {
        *same = field;
      }
    }
    if (*schema != chain.front()) kind.ancestors.push_back((*schema)->name);
  }
  kind.fields = std::move(fields);
  if (const WrittenSchema* schema = who_says_cite(chain)) kind.citation = schema->kind.citation;
  for (const WrittenSchema* schema : chain) {
    if (kind.help.is_absent()) kind.help = schema->kind.help;
    if (schema == chain.front() || !schema->kind.linked_data) continue;
    if (!kind.linked_data) kind.linked_data.emplace();
    inherit(*kind.linked_data, *schema->kind.linked_data);
  }
}

// Puts the fields first that the nearest schema with an `order` names.
void put_in_order(Kind& kind, const std::vector<const WrittenSchema*>& chain, Diagnostics& diagnostics) {
  const auto ordering = std::find_if(chain.begin(), chain.end(), [](const auto* s) { return !s->order.empty(); });
  if (ordering == chain.end()) return;
  auto next = kind.fields.begin();
  for (const Located<std::string>& name : (*ordering)->order) {
    const auto found =
        std::find_if(next, kind.fields.end(), [&](const Field& f) { return f.name.value == name.value; });
    if (found == kind.fields.end()) {
      std::vector<std::string_view> known;
      for (const Field& field : kind.fields) known.emplace_back(field.name.value);
      diagnostics.report(kUnknownOrderedField, *(*ordering)->file, name.span, name.value, kind.name,
                         did_you_mean(name.value, known));
      continue;
    }
    std::rotate(next, found, found + 1);
    ++next;
  }
}

// Where a field of a kind was written: the file of the nearest schema in the chain that declares it.
const SourceFile& file_of(const Field& field, const std::vector<const WrittenSchema*>& chain) {
  for (const WrittenSchema* schema : chain) {
    if (schema->kind.find_field(field.name.value) != nullptr) return *schema->file;
  }
  return *chain.front()->file;
}

// Checks what needs all kinds to be known: the targets of references, derived choices.
class KindChecker {
 public:
  KindChecker(const std::vector<Kind>& kinds, std::size_t languages, Diagnostics& diagnostics)
      : kinds_(kinds), languages_(languages), diagnostics_(diagnostics) {}

  void check(Kind& kind, const std::vector<const WrittenSchema*>& chain) {
    const Field* title = kind.find_field("title");
    if (title == nullptr || title->type != FieldType::text || title->many) {
      const WrittenSchema& own = *chain.front();
      diagnostics_.report(kKindWithoutTitle, *own.file, own.kind_place.span, kind.name);
    }
    for (Field& field : kind.fields) check_field(kind, field, file_of(field, chain));
    if (kind.citation) check_citation(kind, *who_says_cite(chain)->file, diagnostics_);
    check_columns(kind, *chain.front());
    for (const WrittenSchema* schema : chain) {
      if (!schema->kind.linked_data) continue;
      check_linked_data(*schema->kind.linked_data, kind, kinds_, *schema->file, diagnostics_);
    }
  }

 private:
  // Each kind is a table of the open data, with a column for each field, one a language where it is written in each.
  void check_columns(const Kind& kind, const WrittenSchema& own) {
    std::size_t count = 0;
    for (const Field& field : kind.fields) count += field.localized ? languages_ : 1;
    if (count > kMaxColumns) {
      diagnostics_.report(kTooManyFields, *own.file, own.kind_place.span, kind.name, count, kMaxColumns);
    }
  }

  void check_field(const Kind& kind, Field& field, const SourceFile& file) {
    expand_targets(field, file);
    if (field.derived) check_derivation(kind, *field.derived, file);
    for (Field& inner : field.fields) check_field(kind, inner, file);
  }

  // The name of an abstract schema, or of any that others extend, stands for all kinds that extend it.
  void expand_targets(Field& field, const SourceFile& file) {
    std::vector<Located<std::string>> expanded;
    for (const Located<std::string>& name : field.to) {
      bool is_known = false;
      for (const Kind& kind : kinds_) {
        if (!kind.is_a(name.value)) continue;
        is_known = true;
        const bool is_named = std::any_of(expanded.begin(), expanded.end(),
                                          [&](const Located<std::string>& other) { return other.value == kind.name; });
        if (!is_named) expanded.push_back({kind.name, name.span});
      }
      if (is_known) continue;
      std::vector<std::string_view> names;
      for (const Kind& kind : kinds_) names.push_back(kind.name);
      diagnostics_.report(kUnknownKind, file, name.span, name.value, did_you_mean(name.value, names));
    }
    field.to = std::move(expanded);
  }

  void check_derivation(const Kind& kind, const Derivation& derivation, const SourceFile& file) {
    const Field* group = kind.find_field(derivation.from.value);
    if (group == nullptr || group->type != FieldType::group) {
      report_derivation(derivation.from, FieldType::group, kind.fields, file);
      return;
    }
    check_part(*group, derivation.choice, FieldType::choice, file);
    check_part(*group, derivation.date, FieldType::date, file);
    const Field* choice = group->find_field(derivation.choice.value);
    if (choice == nullptr || choice->type != FieldType::choice) return;
    Suggester options(choice->term_ids());
    for (const auto& [step, value] : derivation.map) {
      if (choice->find_term(step.value) != nullptr) continue;
      diagnostics_.report(kUnknownDerivedTerm, file, step.span, step.value, choice->name.value,
                          options.did_you_mean(step.value));
    }
  }

  void check_part(const Field& group, const Located<std::string>& name, FieldType type, const SourceFile& file) {
    const Field* field = group.find_field(name.value);
    if (field == nullptr || field->type != type) report_derivation(name, type, group.fields, file);
  }

  void report_derivation(const Located<std::string>& name, FieldType wanted, const std::vector<Field>& among,
                         const SourceFile& file) {
    if (name.span.end == 0) return;  // it is missing or no text, which was told where it was read
    std::vector<std::string_view> names;
    for (const Field& field : among) {
      if (field.type == wanted) names.emplace_back(field.name.value);
    }
    diagnostics_.report(kBadDerivation, file, name.span, name.value, name_of(wanted), did_you_mean(name.value, names));
  }

  const std::vector<Kind>& kinds_;
  std::size_t languages_;
  Diagnostics& diagnostics_;
};

void check_duplicates(const std::vector<const WrittenSchema*>& kinds, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (kinds[i]->kind.name == kinds[j]->kind.name) {
        diagnostics.report(kDuplicateKind, *kinds[i]->file, kinds[i]->kind_place.span, kinds[i]->kind.name,
                           kinds[j]->file->path);
      } else if (kinds[i]->kind.folder == kinds[j]->kind.folder) {
        diagnostics.report(kDuplicateFolder, *kinds[i]->file, kinds[i]->folder_place.span, kinds[i]->kind.folder,
                           kinds[j]->kind.name);
      }
    }
  }
}

}  // namespace

bool is_reserved_key(std::string_view name) {
  return std::find(kReservedKeys.begin(), kReservedKeys.end(), name) != kReservedKeys.end();
}

Vocabularies read_vocabularies(const std::vector<SourceFile>& files, const Languages& languages,
                               Diagnostics& diagnostics) {
  Vocabularies out;
  for (const SourceFile& file : files) {
    const auto root = read_yaml(file, {0, static_cast<std::uint32_t>(file.text.size())}, diagnostics);
    if (!root) continue;
    const YamlNode* terms = root->find("terms");
    out[stem_of(file.path)] = read_terms({file, languages, diagnostics}, terms != nullptr ? *terms : *root);
  }
  return out;
}

Schema read_schema(const std::vector<SourceFile>& files, const Vocabularies& vocabularies, const Languages& languages,
                   Diagnostics& diagnostics) {
  Written written;
  for (const SourceFile& file : files) {
    if (auto schema = read_written_schema(file, vocabularies, languages, diagnostics)) {
      written.emplace(schema->name, std::move(*schema));
    }
  }
  std::vector<const WrittenSchema*> concrete;
  for (const auto& [name, schema] : written) {
    if (!schema.is_abstract && !schema.kind.name.empty()) concrete.push_back(&schema);
  }
  check_duplicates(concrete, diagnostics);
  std::sort(concrete.begin(), concrete.end(), [](const auto* a, const auto* b) { return a->kind.name < b->kind.name; });
  std::vector<Kind> kinds;
  std::vector<std::vector<const WrittenSchema*>> chains;
  for (const WrittenSchema* own : concrete) {
    chains.push_back(lineage(*own, written, diagnostics));
    kinds.push_back(own->kind);
    inherit(kinds.back(), chains.back());
    put_in_order(kinds.back(), chains.back(), diagnostics);
  }
  KindChecker checker(kinds, languages.size(), diagnostics);
  for (std::size_t i = 0; i < kinds.size(); ++i) checker.check(kinds[i], chains[i]);
  return {KindList(std::move(kinds))};
}

}  // namespace armillary
