#include "load/decode_record.h"

#include <algorithm>

#include "load/load_messages.h"
#include "schema/read_schema.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

const std::vector<std::string_view> kRecordKeys = {"sources",   "published", "verified", "changes",
                                                   "withdrawn", "aliases",   "draft",    "sort_key"};

// Calls `read` with every entry of a list of mappings; reports anything else.
template <typename Read>
void for_each_entry(const ReadContext& context, const YamlNode& list, std::string_view name, const Read& read) {
  if (!list.is_sequence()) {
    context.diagnostics.report(kManyGroups, context.file, list.span, name);
    return;
  }
  for (const YamlNode& entry : list.items) {
    MappingReader keys(entry, context.file, context.diagnostics);
    if (!keys.is_mapping()) continue;
    read(entry, keys);
    keys.finish();
  }
}

SourceEntry decode_source(const ReadContext& context, const YamlNode& entry, MappingReader& keys) {
  SourceEntry out;
  if (const YamlNode* node = keys.take("source")) out.source = decode_id(context, *node);
  if (const YamlNode* node = keys.take("place")) out.place = decode_place(context, *node);
  if (const YamlNode* node = keys.take("url")) out.url = decode_address(context, *node).value_or("");
  if (const YamlNode* node = keys.take("title")) out.title = read_label(context, *node);
  if (const YamlNode* node = keys.take("seen")) out.seen = decode_date(context, *node);
  if (const YamlNode* node = keys.take("dead")) out.dead = decode_date(context, *node);
  if (const YamlNode* node = keys.take("note")) out.note = read_label(context, *node);
  if (entry.find("source") == nullptr && entry.find("url") == nullptr) {
    context.diagnostics.report(kEntryWithoutSource, context.file, {entry.span.begin, entry.span.begin});
  }
  return out;
}

std::optional<Change> decode_change(const ReadContext& context, MappingReader& keys) {
  const YamlNode* date_node = keys.require("date");
  const YamlNode* note = keys.require("note");
  if (date_node == nullptr || note == nullptr) return std::nullopt;
  const auto date = decode_date(context, *date_node);
  LocalizedText text = read_localized_text(context, *note, "note");
  if (!date) return std::nullopt;
  return Change{*date, std::move(text)};
}

std::optional<Withdrawal> decode_withdrawal(const ReadContext& context, const YamlNode& node) {
  if (!node.is_mapping()) {
    context.diagnostics.report(kExpectedMapping, context.file, node.span, describe(node), "; write {reason: …}");
    return std::nullopt;
  }
  MappingReader keys(node, context.file, context.diagnostics);
  Withdrawal out;
  if (const YamlNode* reason = keys.require("reason")) out.reason = read_localized_text(context, *reason, "reason");
  if (const YamlNode* target = keys.take("replaced_by")) out.replaced_by = decode_id(context, *target);
  keys.finish();
  return out;
}

void decode_upkeep(const ReadContext& context, const YamlNode& node, Record& record) {
  if (const YamlNode* date = node.find("published")) record.published = decode_date(context, *date);
  if (const YamlNode* date = node.find("verified")) record.verified = decode_date(context, *date);
  if (const YamlNode* flag = node.find("draft")) {
    record.is_draft = read_boolean(*flag, context.file, context.diagnostics).value_or(Located<bool>{}).value;
  }
  if (const YamlNode* list = node.find("aliases")) {
    record.aliases = read_text_list(*list, context.file, context.diagnostics).value_or(record.aliases);
  }
  if (const YamlNode* key = node.find("sort_key")) record.sort_key = read_localized_text(context, *key, "sort_key");
  if (const YamlNode* withdrawn = node.find("withdrawn")) record.withdrawn = decode_withdrawal(context, *withdrawn);
}

std::optional<TranslationState> state_named(std::string_view name) {
  if (name == "official") return TranslationState::official;
  if (name == "reviewed") return TranslationState::reviewed;
  if (name == "draft") return TranslationState::draft;
  if (name == "machine") return TranslationState::machine;
  return std::nullopt;
}

// The record whose text in another language this one was probably meant to be: bletchley-declaration of
// bletchley-declaration-en; else the id itself.
std::string_view likely_original(std::string_view id, const Languages& languages) {
  for (const Language& language : languages) {
    const std::string ending = "-" + language.key;
    if (id.ends_with(ending) && id.size() > ending.size()) return id.substr(0, id.size() - ending.size());
  }
  return id;
}

}  // namespace

void decode_record(const RecordContext& context, const YamlNode& node, Record& record) {
  const ReadContext& yaml = context.yaml;
  std::vector<std::string_view> other_keys = kRecordKeys;
  for (const YamlEntry& entry : node.entries) {
    if (entry.key.value != "translation") continue;
    yaml.diagnostics.report(kTranslationOfOriginal, yaml.file, entry.key.span,
                            likely_original(record.id, yaml.languages), yaml.languages.back().key);
    other_keys.emplace_back("translation");
  }
  record.fields = decode_fields(context, node, context.kind.fields, other_keys);
  if (!node.is_mapping()) return;
  decode_upkeep(yaml, node, record);
  if (const YamlNode* list = node.find("sources")) {
    for_each_entry(yaml, *list, "sources", [&](const YamlNode& entry, MappingReader& keys) {
      record.sources.push_back(decode_source(yaml, entry, keys));
    });
  }
  if (const YamlNode* list = node.find("changes")) {
    for_each_entry(yaml, *list, "changes", [&](const YamlNode&, MappingReader& keys) {
      if (auto change = decode_change(yaml, keys)) record.changes.push_back(std::move(*change));
    });
  }
}

void decode_translation(const ReadContext& context, const YamlNode& node, std::string_view main_file, Body& body) {
  if (node.is_empty()) return;
  if (!node.is_mapping()) {
    MappingReader(node, context.file, context.diagnostics).finish();
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    if (entry.key.value == "translation") continue;
    context.diagnostics.report(kFactsInTranslation, context.file, entry.key.span, entry.key.value, main_file);
  }
  const YamlNode* translation = node.find("translation");
  if (translation == nullptr) return;
  MappingReader keys(*translation, context.file, context.diagnostics);
  if (const auto word = keys.take_text("state")) {
    const auto state = state_named(word->value);
    if (!state) context.diagnostics.report(kBadTranslationState, context.file, word->span, word->value);
    body.state = state.value_or(body.state);
  }
  if (const auto digest = keys.take_text("of")) body.translation_of = digest->value;
  keys.finish();
}

void decode_page(const ReadContext& context, const YamlNode& node, Page& page) {
  MappingReader keys(node, context.file, context.diagnostics);
  if (const YamlNode* title = keys.require("title")) {
    page.title = read_localized_text(context, *title, "title");
    if (title->is_mapping()) report_missing_languages(context, page.title, title->span, "title");
  }
  if (const YamlNode* summary = keys.take("summary")) page.summary = read_localized_text(context, *summary, "summary");
  keys.finish();
}

}  // namespace armillary
