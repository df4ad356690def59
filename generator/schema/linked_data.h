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
