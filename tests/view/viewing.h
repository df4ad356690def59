// A small observatory with everything that pages are made from, and values as text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/small_observatory.h"
#include "view/cards.h"
#include "view/document_html.h"
#include "view/facet_values.h"
#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

// The words that dates and texts need, the same in every language.
inline Words few_words() {
  Words words;
  words.forms["date_span"]["other"] = "{start} – {end}";
  words.forms["date_about"]["other"] = "about {date}";
  words.forms["yes"]["other"] = "Yes";
  words.forms["no"]["other"] = "No";
  words.forms["footnotes"]["other"] = "Notes & more";
  words.forms["back_to_reference"]["other"] = "Back \"up\"";
  return words;
}

struct Viewing {
  std::unique_ptr<Observatory> observatory;
  Words words = few_words();
  FacetIndex facets;
  std::vector<ViewContext> contexts;  // one a language

  const Site& site() const { return *observatory->site; }
  RecordIndex index(const std::string& id) const { return observatory->index(id); }
  const Record& record(const std::string& id) const { return observatory->record(id); }
};

// REQUIRES that linking the files leaves a site.
inline std::unique_ptr<Viewing> view_of(const ContentFiles& files,
                                        const std::optional<PartialDate>& today = std::nullopt) {
  auto out = std::make_unique<Viewing>();
  out->observatory = observe(files, today);
  const Site& site = out->site();
  out->facets = collect_facets(site);
  for (LanguageIndex i = 0; i < site.file().languages.size(); ++i) {
    out->contexts.push_back({site, i, out->words, LocaleFormat(site.file().languages[i].tag, out->words), {}});
    out->contexts.back().foreign_scripts = ForeignScripts(site.file().languages, i);
    out->contexts.back().schema_words = SchemaWords(out->contexts.back(), site.corpus->schema);
    std::vector<Value> cards;
    for (RecordIndex record = 0; record < site.links.size(); ++record) {
      cards.push_back(make_card(out->contexts.back(), record, terms_text(out->site(), record)));
    }
    out->contexts.back().cards = Cards(std::move(cards));
  }
  return out;
}

// A mapping's value; undefined where a part of the dotted path is missing. A number picks an item of a list.
inline Value at(const Value& value, std::string_view path) {
  if (path.empty()) return value;
  const std::size_t dot = std::min(path.find('.'), path.size());
  const std::string_view head = path.substr(0, dot);
  const std::string_view rest = dot == path.size() ? std::string_view() : path.substr(dot + 1);
  if (value.is_array()) {
    const auto place = static_cast<std::size_t>(std::stoul(std::string(head)));
    return place < value.array().size() ? at(value.array()[place], rest) : Value();
  }
  const Value* found = value.is_map() ? value.map().find(templating::MapKey(head)) : nullptr;
  return found == nullptr ? Value() : at(*found, rest);
}

inline std::string text_at(const Value& value, std::string_view path) {
  const Value found = at(value, path);
  if (found.is_text()) return std::string(found.text());
  if (found.is_none()) return "(none)";
  if (found.kind() == Value::Kind::integer) return std::to_string(found.integer());
  if (found.kind() == Value::Kind::boolean) return found.boolean() ? "(true)" : "(false)";
  if (found.is_array()) return "(" + std::to_string(found.array().size()) + " items)";
  return found.is_undefined() ? "(undefined)" : "(other)";
}

}  // namespace armillary
