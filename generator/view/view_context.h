// One language's view of the site: what every page in that language is made with. Immutable once made.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "link/site.h"
#include "templating/value.h"
#include "view/chosen_terms.h"
#include "view/foreign_phrases.h"
#include "view/locale_format.h"
#include "view/schema_words.h"
#include "view/words.h"

namespace armillary {

using templating::Array;
using templating::Map;
using templating::MapKey;
using templating::Value;

// The records as they stand in lists (cards.h), by their indices.
class Cards {
 public:
  Cards() = default;
  explicit Cards(std::vector<Value> made);

  // Borrowed: all threads put the same cards on their pages.
  Value operator[](RecordIndex record) const { return made_[record].borrowed(); }

  // What a link needs, found without a walk through the record or its card.
  struct Link {
    std::string_view address;
    std::string_view title;  // as HTML
  };
  const Link& link(RecordIndex record) const { return links_[record]; }

 private:
  std::vector<Value> made_;
  std::vector<Link> links_;
};

struct ViewContext {
  const Site& site;
  LanguageIndex language = 0;
  const Words& words;
  LocaleFormat format;
  Cards cards;
  SchemaWords schema_words = {};
  ChosenTerms chosen_terms = {};
  ForeignScripts foreign_scripts = {};
  std::optional<LocaleFormat> own_format = {};  // of the language itself, where `format` is that of a region

  // Styles of references know languages, not the regions whose dates a site writes.
  const LocaleFormat& format_of_references() const { return own_format ? *own_format : format; }
  const Language& lang() const { return site.file().languages[language]; }
  const Record& record(RecordIndex index) const { return site.record(index); }
};

// A text as a reader of the page's language is shown it: escaped, and inside <span lang dir> where the text is in
// another language.
Value phrase(const ViewContext& context, const LocalizedText& text);
std::string phrase_html(const ViewContext& context, const LocalizedText& text);

// A text inside <span lang dir>.
std::string in_language(const ViewContext& context, LanguageIndex index, std::string_view text);

// A text that has no language of its own: inside <span lang dir> where its script tells that it is in another of the
// site's languages than the page, such as a chapter's name on a page in English.
std::string plain_html(const ViewContext& context, std::string_view text);

// A localized text without markup, for attributes and feeds; not escaped.
std::string phrase_text(const ViewContext& context, const LocalizedText& text);

// The same of texts that outlive the page, as those of records do: without a copy where one can do without.
Value lasting_plain_html(const ViewContext& context, std::string_view text);
Value lasting_phrase(const ViewContext& context, const LocalizedText& text);
Value lasting_phrase_text(const ViewContext& context, const LocalizedText& text);
Value lasting_plain_html(const ViewContext& context, std::string&& text) = delete;
Value lasting_phrase(const ViewContext& context, LocalizedText&& text) = delete;
Value lasting_phrase_text(const ViewContext& context, LocalizedText&& text) = delete;

// A field's label, or its name where it has none.
Value field_label(const ViewContext& context, const Field& field);

// What the schema says of a field.
FieldWords make_field_words(const ViewContext& context, const Field& field);
FieldWords field_words(const ViewContext& context, const Field& field);

// A value of the field as field_value has it, before there is anything in it.
Map make_field_frame(const FieldWords& words, const Field& field);
Map field_frame(const ViewContext& context, const Field& field);

// {text, machine, iso, approximate}: a date in words, its ISO 8601 form for <time datetime> (empty for a span), and as
// the content writes it, spans and `~` too.
Value date_value(const ViewContext& context, const PartialDate& date);

}  // namespace armillary
