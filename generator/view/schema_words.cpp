#include "view/schema_words.h"

#include "view/view_context.h"

namespace armillary {
namespace {

template <typename Key, typename Found>
const Found* find_in(const std::unordered_map<const Key*, Found>& map, const Key& key) {
  const auto found = map.find(&key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

SchemaWords::SchemaWords(const ViewContext& context, const Schema& schema) {
  for (const Kind& kind : schema.kinds) {
    for (const LocalizedText* text : {&kind.label_one, &kind.label_many, &kind.help}) add(context, *text);
    for (const Field& field : kind.fields) add(context, field);
  }
}

void SchemaWords::add(const ViewContext& context, const LocalizedText& text) {
  texts_.emplace(&text, phrase(context, text));
}

void SchemaWords::add(const ViewContext& context, const Field& field) {
  for (const LocalizedText* text : {&field.label, &field.help, &field.inverse, &field.unit}) add(context, *text);
  for (const Term& term : field.terms) {
    add(context, term.label);
    add(context, term.definition);
  }
  FieldWords words = make_field_words(context, field);
  templating::Map frame = make_field_frame(words.borrowed(), field);
  fields_.emplace(&field, KnownField{std::move(words), std::move(frame)});
  for (const Field& inner : field.fields) add(context, inner);
}

const Value* SchemaWords::find(const LocalizedText& text) const { return find_in(texts_, text); }

const FieldWords* SchemaWords::find(const Field& field) const {
  const KnownField* known = find_in(fields_, field);
  return known == nullptr ? nullptr : &known->words;
}

const templating::Map* SchemaWords::find_frame(const Field& field) const {
  const KnownField* known = find_in(fields_, field);
  return known == nullptr ? nullptr : &known->frame;
}

}  // namespace armillary
