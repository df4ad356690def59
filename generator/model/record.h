// A record: what an editor wrote in one front matter and its bodies, checked against its kind.
// References are still ids here; the link stage knows that each of them leads somewhere.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/language.h"
#include "base/partial_date.h"
#include "base/source.h"
#include "markdown/document.h"
#include "model/later_document.h"
#include "schema/schema.h"

namespace armillary {

// Three different things, none of them "no".
enum class Absence { not_stated, not_checked, none_found };

// As it stands in content, data and templates: `not-stated`.
std::string_view word_of(Absence absence);

// Where a fact comes from, and what that source says if it differs from the value we stand by.
struct Evidence {
  std::optional<Located<std::string>> source;  // a record's id
  std::string url;                             // a page that is no record of its own
  LocalizedText place;                         // where in the source
  LocalizedText stated;                        // the source's own figure
  LocalizedText note;                          // why they differ

  bool is_empty() const {
    return !source && url.empty() && place.is_absent() && stated.is_absent() && note.is_absent();
  }
};

struct FieldValue;

// The values of a group's fields, in the schema's order; only fields that hold something.
using Group = std::vector<FieldValue>;

struct PlainText {
  std::string text;
};
struct TaggedText {
  std::string tag;  // BCP 47
  std::string text;
};
struct LocalizedMarkdown {
  std::vector<markdown::Document> by_language;  // as many as the site has languages; empty: missing
  std::vector<std::string> written;             // the Markdown of each as it was written

  const markdown::Document* in(LanguageIndex language) const;
};
struct ChosenTerm {
  std::string id;
};
struct Reference {
  std::string id;
};
struct AttachedFile {
  std::string name;  // beside the record
  LocalizedText alternative;
};

using Datum = std::variant<PlainText, LocalizedText, TaggedText, LocalizedMarkdown, PartialDate, Decimal, ChosenTerm,
                           bool, Reference, AttachedFile, Group>;

// One value of a field, with its place.
struct Item {
  Datum datum;
  Span span;
  std::shared_ptr<const Evidence> evidence;  // null: none of its own
};

struct FieldValue {
  const Field* field = nullptr;  // of the schema, which outlives all records
  std::vector<Item> items;       // one unless the field is `many`; empty if `absence` says why
  std::optional<Absence> absence;
  std::shared_ptr<const Evidence> evidence;  // for the field as a whole

  bool has_value() const { return !items.empty(); }
};

// The value of a field of this name, or null.
const FieldValue* find_value(const Group& group, std::string_view name);

// Calls `visit(const FieldValue&, const Item&)` for every item of a group and of the groups inside it.
template <typename Visit>
void for_each_item(const Group& group, const Visit& visit) {
  for (const FieldValue& value : group) {
    for (const Item& item : value.items) {
      visit(value, item);
      if (const auto* inner = std::get_if<Group>(&item.datum)) for_each_item(*inner, visit);
    }
  }
}

enum class TranslationState { original, official, reviewed, draft, machine };

std::string_view word_of(TranslationState state);

struct Body {
  std::string path;  // of the file, relative to the root
  // Never null in a record or page. Shared: a server keeps what it has read.
  std::shared_ptr<const markdown::Document> document;
  // Where that can only be linked and checked (load/text_outline.h): what can be shown. Else null.
  std::shared_ptr<const LaterDocument> later;
  TranslationState state = TranslationState::original;
  std::string translation_of;  // the digest of the original that was translated; empty: not said
  std::size_t file = 0;        // index into Corpus::files

  // May read a file: throws FileError and TextHasChanged.
  const markdown::Document& whole() const { return later != nullptr ? later->get() : *document; }
};

struct SourceEntry {
  std::optional<Located<std::string>> source;
  LocalizedText place;
  std::string url;
  LocalizedText title;
  std::optional<PartialDate> seen;
  std::optional<PartialDate> dead;  // since when a person found no answer at the address
  LocalizedText note;
};

struct Change {
  PartialDate date;
  LocalizedText note;
};

struct Withdrawal {
  LocalizedText reason;
  std::optional<Located<std::string>> replaced_by;
};

struct Record {
  const Kind* kind = nullptr;
  std::string id;
  std::size_t file = 0;  // index into Corpus::files: the front matter
  Group fields;
  std::vector<std::optional<Body>> bodies;  // one a language
  std::vector<SourceEntry> sources;
  std::optional<PartialDate> published;
  std::optional<PartialDate> verified;
  std::vector<Change> changes;
  std::optional<Withdrawal> withdrawn;
  std::vector<Located<std::string>> aliases;
  bool is_draft = false;
  LocalizedText sort_key;

  const FieldValue* find(std::string_view field) const { return find_value(fields, field); }
  // The newest of `published` and the dates under `changes`.
  std::optional<PartialDate> last_change() const;
  // Every kind has a title; absent only in records with errors.
  const LocalizedText& title() const;
};

// A plain page: about, method, guides.
struct Page {
  std::string id;
  std::size_t file = 0;
  LocalizedText title;
  LocalizedText summary;
  std::vector<std::optional<Body>> bodies;
};

}  // namespace armillary
