#include "view/record_view.h"

#include <algorithm>

#include "view/addresses.h"
#include "view/record_charts.h"
#include "view/reference_text.h"
#include "view/series_view.h"
#include "view/step_view.h"

namespace armillary {
namespace {

constexpr std::size_t kTocLevels = 3;

Value upkeep_date(const ViewContext& context, const std::optional<PartialDate>& date) {
  return date ? date_value(context, *date) : Value::none();
}

// Most relations have the date of the record they come from, which its card has ready.
Value relation_date(const ViewContext& context, const Relation& relation) {
  if (!relation.date) return Value::none();
  const bool is_records = relation.date == context.site.links[relation.from].date;
  return is_records ? context.cards[relation.from].map().find("date")->borrowed() : date_value(context, *relation.date);
}

// Incoming relations under their headings, the largest group first.
Value relations_view(const ViewContext& context, const std::vector<IncomingGroup>& groups) {
  Array out;
  out.reserve(groups.size());
  for (const IncomingGroup& group : groups) {
    Array items;
    items.reserve(group.relations.size());
    for (const Relation& relation : group.relations) {
      constexpr std::size_t kEntries = 3;
      Map item(kEntries);
      item.set("card", context.cards[relation.from]);
      item.set("date", relation_date(context, relation));
      item.set("detail", relation.entry != nullptr ? entry_caption(context, *relation.entry) : Value::none());
      items.emplace_back(std::move(item));
    }
    Map made;
    made.set("label", group.label);
    made.set("count", items.size());
    made.set("items", std::move(items));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value sources_view(const ViewContext& context, const Record& record) {
  Array out;
  for (const SourceEntry& entry : record.sources) {
    const auto source = entry.source ? context.site.corpus->find(entry.source->value) : std::nullopt;
    Map made;
    made.set("card", source ? context.cards[*source] : Value::none());
    made.set("place", lasting_phrase(context, entry.place));
    made.set("url", Value::lasting(entry.url));
    made.set("title", lasting_phrase(context, entry.title));
    made.set("seen", entry.seen ? date_value(context, *entry.seen) : Value::none());
    made.set("dead", entry.dead ? date_value(context, *entry.dead) : Value::none());
    made.set("note", lasting_phrase(context, entry.note));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value changes_view(const ViewContext& context, const Record& record) {
  Array out;
  for (const Change& change : record.changes) {
    Map made;
    made.set("date", date_value(context, change.date));
    made.set("note", lasting_phrase(context, change.note));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value withdrawal_view(const ViewContext& context, const Record& record) {
  if (!record.withdrawn) return Value::none();
  const auto& target = record.withdrawn->replaced_by;
  const auto replaced_by = target ? context.site.corpus->find(target->value) : std::nullopt;
  Map out;
  out.set("reason", lasting_phrase(context, record.withdrawn->reason));
  out.set("replaced_by", replaced_by ? context.cards[*replaced_by] : Value::none());
  return out;
}

Value mentions_view(const ViewContext& context, RecordIndex index) {
  const LinkedRecord& links = context.site.links[index];
  Array out = sorted_cards(context, links.mentioned_by).array();
  for (const std::size_t page_index : links.mentioned_by_pages) {
    const Page& page = context.site.corpus->pages[page_index];
    Map card;
    card.set("title", lasting_phrase(context, page.title));
    card.set("title_text", lasting_phrase_text(context, page.title));
    card.set("address", page_address(context.lang(), page));
    card.set("kind_label", Value::lasting(context.words.plain("page")));
    card.set("date", Value::none());
    card.set("state", Value::none());
    out.emplace_back(std::move(card));
  }
  return out;
}

Value toc_of(const markdown::Document& document) {
  Array out;
  out.reserve(document.headings.size());
  for (const markdown::Heading& heading : document.headings) {
    if (heading.level > static_cast<int>(kTocLevels)) continue;
    constexpr std::size_t kEntries = 3;
    Map made(kEntries);
    made.set("level", heading.level);
    made.set("id", Value::lasting(heading.id));
    made.set("html", Value::lasting_html(heading.html));
    out.emplace_back(std::move(made));
  }
  return out;
}

}  // namespace

std::optional<LanguageIndex> shown_body(const std::vector<std::optional<Body>>& bodies, LanguageIndex wanted) {
  if (wanted < bodies.size() && bodies[wanted]) return wanted;
  for (LanguageIndex i = 0; i < bodies.size(); ++i) {
    if (bodies[i]) return i;
  }
  return std::nullopt;
}

bool is_fallback(const Record& record, LanguageIndex language) {
  const auto shown = shown_body(record.bodies, language);
  return shown.has_value() && *shown != language;
}

Value body_view(const ViewContext& context, const std::vector<std::optional<Body>>& bodies,
                const DocumentPlace& place) {
  const auto shown = shown_body(bodies, context.language);
  if (!shown) return Value::none();
  const Language& language = context.site.file().languages[*shown];
  const markdown::Document& document = bodies[*shown]->whole();
  Map out;
  out.set("html", Value::html(document_html(context, document, *shown, place)));
  out.set("tag", Value::lasting(language.tag));
  out.set("direction", Value::lasting(language.direction()));
  out.set("language", Value::lasting(language.label));
  out.set("is_foreign", *shown != context.language);
  out.set("state", Value::lasting(word_of(bodies[*shown]->state)));
  out.set("toc", toc_of(document));
  return out;
}

Value references_view(const ViewContext& context, const ReferenceList& references) {
  Array out;
  std::size_t number = 0;
  for (const ReferenceList::Entry& entry : references.entries()) {
    ++number;
    Array citations;
    for (std::size_t i = 1; i <= entry.citations; ++i) {
      citations.emplace_back("cite." + std::to_string(number) + "." + std::to_string(i));
    }
    Map made;
    made.set("number", number);
    made.set("id", "ref." + std::to_string(number));
    made.set("html", Value::html(reference_text(context, entry.record)));
    made.set("card", context.cards[entry.record]);
    made.set("citations", std::move(citations));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value sorted_cards(const ViewContext& context, std::vector<RecordIndex> records) {
  std::sort(records.begin(), records.end(), [&](RecordIndex a, RecordIndex b) {
    return comes_before(context.site, context.language, context.site.links[a].date, a, context.site.links[b].date, b);
  });
  Array out;
  out.reserve(records.size());
  for (const RecordIndex record : records) out.push_back(context.cards[record]);
  return out;
}

bool has_links_page(const Site& site, RecordIndex index) {
  const LinkedRecord& links = site.links[index];
  const std::size_t mentions = links.mentioned_by.size() + links.mentioned_by_pages.size();
  return links.incoming.size() + mentions + links.source_for.size() > kMostLinksOnRecord;
}

Map links_view(const ViewContext& context, RecordIndex index) {
  Map out;
  out.set("card", context.cards[index]);
  out.set("relations", relations_view(context, incoming_groups(context, index)));
  out.set("mentions", mentions_view(context, index));
  out.set("source_for", sorted_cards(context, context.site.links[index].source_for));
  return out;
}

Value record_view(const ViewContext& context, RecordIndex index, const std::string& root, const FacetIndex& facets,
                  const DrawView& draw_view) {
  const Record& record = context.record(index);
  ReferenceList references;
  const DocumentPlace place{root, record.kind->folder, references, draw_view};
  constexpr std::size_t kEntries = 25;
  Map out(kEntries);
  out.set("id", Value::lasting(record.id));
  out.set("card", context.cards[index]);
  out.set("title", lasting_phrase(context, record.title()));
  out.set("title_text", lasting_phrase_text(context, record.title()));
  out.set("kind", Value::lasting(record.kind->name));
  Value body = body_view(context, record.bodies, place);
  Array fields;
  fields.reserve(record.fields.size());
  Map by_name(record.fields.size());
  for (const FieldValue& value : record.fields) {
    Value made = field_value(context, value, place, facets);
    by_name.set(MapKey(std::string_view(value.field->name.value)), made);
    fields.push_back(std::move(made));
  }
  Array states;
  for (const DerivedState& state : context.site.links[index].states) {
    states.push_back(derived_value(context, state, facets));
  }
  out.set("body", std::move(body));
  out.set("fields", std::move(fields));
  out.set("field", std::move(by_name));
  out.set("states", std::move(states));
  out.set_deferred("steps", [&context, index] { return steps_view(context, index); });
  const auto incoming = std::make_shared<const std::vector<IncomingGroup>>(incoming_groups(context, index));
  out.set("relations", relations_view(context, *incoming));
  out.set_deferred("history", [&context, index] { return history_value(context, index); });
  out.set_deferred("neighbourhood",
                   [&context, index, incoming, root] { return neighbourhood_value(context, index, *incoming, root); });
  out.set_deferred("series", [&context, index] { return series_value(context, index); });
  out.set_deferred("profile",
                   [&context, index, incoming, root] { return profile_value(context, index, *incoming, root); });
  out.set("mentions", mentions_view(context, index));
  out.set("source_for", sorted_cards(context, context.site.links[index].source_for));
  const bool has_links = has_links_page(context.site, index);
  out.set("links_page", has_links ? Value(links_address(context.lang(), record)) : Value::none());
  out.set("sources", sources_view(context, record));
  out.set("references", references_view(context, references));
  out.set("published", upkeep_date(context, record.published));
  out.set("verified", upkeep_date(context, record.verified));
  out.set("changes", changes_view(context, record));
  out.set("withdrawn", withdrawal_view(context, record));
  out.set("draft", record.is_draft);
  return out;
}

}  // namespace armillary
