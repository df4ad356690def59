// What a field of a record may hold, as a schema file declares it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/pattern.h"
#include "base/source.h"

namespace armillary {

enum class FieldType { text, markdown, date, number, url, file, choice, boolean, ref, group };

// The word that stands in a schema file.
std::string_view name_of(FieldType type);
std::optional<FieldType> field_type_named(std::string_view name);

// One allowed value of a choice.
struct Term {
  std::string id;
  LocalizedText label;
  LocalizedText definition;                          // absent where the vocabulary gives none
  std::vector<std::vector<std::string>> also = {};   // [language]: other words for it, for search; empty: none
  std::vector<std::vector<std::string>> avoid = {};  // [language]: words that it is to be written in place of
};

// A choice that is computed from a group of dated steps and never written by hand: the value that
// `map` gives to the latest step on or before the day in question.
struct Derivation {
  Located<std::string> from;                                               // the group
  Located<std::string> choice;                                             // its choice field
  Located<std::string> date;                                               // its date field
  std::vector<std::pair<Located<std::string>, Located<std::string>>> map;  // step -> value; other steps change nothing
};

struct Field {
  Located<std::string> name;
  FieldType type = FieldType::text;
  LocalizedText label;  // absent: the name itself is shown
  LocalizedText help;
  LocalizedText inverse;  // of a ref: the heading on the target's page
  LocalizedText unit;     // of a number
  bool localized = false;
  bool any_language = false;  // of a text: keyed by any BCP 47 tag, not by the site's languages
  bool required = false;
  bool many = false;
  bool facet = false;
  bool timeline = false;
  bool sourced = false;
  bool anchor = false;                   // of a text in a group: the group's id on the page
  std::vector<Located<std::string>> to;  // of a ref: the allowed kinds, abstract ones spelt out; empty: any
  std::vector<Term> terms;               // of a choice
  std::vector<Field> fields;             // of a group
  std::optional<double> min;
  std::optional<double> max;
  std::string pattern;  // an ICU regular expression for the whole text
  std::optional<Pattern> compiled_pattern;
  std::string link;  // an address with `{value}` where the text goes
  std::optional<Derivation> derived;

  const Term* find_term(std::string_view id) const;
  std::vector<std::string_view> term_ids() const;
  const Field* find_field(std::string_view field_name) const;
};

// The field that a dotted path such as `parties.party` leads to, or null.
const Field* find_path(const std::vector<Field>& fields, std::string_view path);

}  // namespace armillary
