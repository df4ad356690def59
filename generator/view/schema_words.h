// What the schema says of kinds, fields and terms, as readers of one language are shown it: made once, shared by all
// pages.
#pragma once

#include <unordered_map>

#include "schema/schema.h"
#include "templating/value.h"

namespace armillary {

struct ViewContext;

// A field but for what a record holds in it: the values of field_value of the same names.
struct FieldWords {
  templating::Value name;
  templating::Value label;
  templating::Value help;
  templating::Value type;
  templating::Value unit;

  FieldWords borrowed() const {
    return {name.borrowed(), label.borrowed(), help.borrowed(), type.borrowed(), unit.borrowed()};
  }
};

class SchemaWords {
 public:
  SchemaWords() = default;  // knows nothing
  // `context` need not have its own yet.
  SchemaWords(const ViewContext& context, const Schema& schema);

  // Of a text or field of the schema itself, not of a copy; null where it is none.
  const templating::Value* find(const LocalizedText& text) const;
  const FieldWords* find(const Field& field) const;
  // make_field_frame of those, which it refers to.
  const templating::Map* find_frame(const Field& field) const;

 private:
  struct KnownField {
    FieldWords words;
    templating::Map frame;
  };
  void add(const ViewContext& context, const LocalizedText& text);
  void add(const ViewContext& context, const Field& field);

  std::unordered_map<const LocalizedText*, templating::Value> texts_;
  std::unordered_map<const Field*, KnownField> fields_;
};

}  // namespace armillary
