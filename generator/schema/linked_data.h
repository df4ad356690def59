// How a kind's records are told to search engines: a type of schema.org and what fills its properties (JSON-LD). It
// stands in the schema files under `jsonld`, since only they know what a kind is.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"

namespace armillary {

// What is taken of a value: all of it; an end of a date that may be a span; of a choice the term's id; or a name as
// that of an author (`Family, Given` is a person).
enum class LinkedForm { whole, start, end, id, author };

// Where values come from.
struct LinkedSource {
  Located<std::string> field;  // a path, as events.date
  LinkedForm form = LinkedForm::whole;
  // Of a choice: how its terms are called; those that are not named are left out. Empty: their labels.
  std::vector<std::pair<Located<std::string>, std::string>> values;
  // Of a path into a group: only entries whose choice `where` is one of these.
  Located<std::string> where;
  std::vector<Located<std::string>> terms;
  // Of a reference: only to records of these kinds, or of kinds that extend them. Empty: to any.
  std::vector<Located<std::string>> kinds;
  // A text or a record is told as a thing of this type that has its name. Empty: a text as a text, a record as its
  // kind.
  Located<std::string> thing;
};

struct LinkedProperty {
  Located<std::string> name;
  std::vector<LinkedSource> sources;
};

struct LinkedData {
  Located<std::string> type;            // empty: that of the schema it extends, else Thing
  std::optional<LinkedSource> subtype;  // a choice that knows better
  std::vector<LinkedProperty> properties;
};

}  // namespace armillary
