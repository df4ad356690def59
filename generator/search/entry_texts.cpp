#include "search/entry_texts.h"

#include <algorithm>

#include "base/utf8.h"

namespace armillary {
namespace {

std::vector<const Kind*> kinds_in_order(const Site& site) {
  const Schema& schema = site.corpus->schema;
  std::vector<const Kind*> out;
  for (const Located<std::string>& name : site.file().kinds) {
    if (const Kind* kind = schema.find_kind(name.value)) out.push_back(kind);
  }
  for (const Kind& kind : schema.kinds) {
    if (std::find(out.begin(), out.end(), &kind) == out.end()) out.push_back(&kind);
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

// Whether a text without a language names its record, as abbreviations and document numbers do, and a city does not.
bool is_name(const Field& field, std::string_view text) {
  return field.many || !field.pattern.empty() || std::any_of(text.begin(), text.end(), is_digit);
}

// What readers look for, and no name: it leads to the record, and says nothing of how near a query is to it.
bool is_keywords(const Field& field) { return field.name.value == "keywords"; }

class TextCollector {
 public:
  TextCollector(const ViewContext& context, const FacetIndex& facets) : context_(context), facets_(facets) {}

  EntryTexts of_record(RecordIndex index);
  EntryTexts of_page(const Page& page);

 private:
  void add(TextPart part, std::string_view text) {
    if (!text.empty()) out_.texts.push_back({part, text});
  }
  void add_in_all_languages(TextPart part, const LocalizedText& text);
  void add_field(const FieldValue& value, bool is_in_group);
  void add_item(const FieldValue& value, const Datum& datum, bool is_in_group);
  void add_labels(RecordIndex index);
  void add_document(const markdown::Document& document);
  void add_body(const std::vector<std::optional<Body>>& bodies);

  const ViewContext& context_;
  const FacetIndex& facets_;
  EntryTexts out_;
};

void TextCollector::add_in_all_languages(TextPart part, const LocalizedText& text) {
  for (LanguageIndex i = 0; i < context_.site.file().languages.size(); ++i) add(part, text.in(i));
}

void TextCollector::add_item(const FieldValue& value, const Datum& datum, bool is_in_group) {
  const bool is_summary = !is_in_group && value.field->name.value == "summary";
  if (const auto* localized = std::get_if<LocalizedText>(&datum)) {
    if (!is_in_group && is_keywords(*value.field)) return add_in_all_languages(TextPart::label, *localized);
    if (!is_in_group && value.field->many) return;  // a name, see names_of
    add(is_summary ? TextPart::summary : TextPart::body, localized->in(context_.language));
  } else if (const auto* plain = std::get_if<PlainText>(&datum)) {
    const bool is_fact = !is_in_group && value.field->type == FieldType::text && !is_name(*value.field, plain->text);
    if (is_in_group || is_fact) add(is_fact ? TextPart::label : TextPart::body, plain->text);
  } else if (const auto* markdown = std::get_if<LocalizedMarkdown>(&datum)) {
    if (const auto* document = markdown->in(context_.language)) add_document(*document);
  } else if (const auto* group = std::get_if<Group>(&datum)) {
    for (const FieldValue& inner : *group) add_field(inner, true);
  }
}

void TextCollector::add_field(const FieldValue& value, bool is_in_group) {
  if (!is_in_group && value.field->name.value == "title") return;
  for (const Item& item : value.items) add_item(value, item.datum, is_in_group);
}

// Its kind, what it is classed as, what it belongs to, the years of its dates, its ids.
void TextCollector::add_labels(RecordIndex index) {
  const Record& record = context_.record(index);
  add(TextPart::label, record.kind->label_one.in(context_.language));
  add(TextPart::label, record.kind->label_many.in(context_.language));
  add(TextPart::label, record.id);
  for (const Located<std::string>& alias : record.aliases) add(TextPart::label, alias.value);
  for (const Facet& facet : facets_.facets) {
    if (record.kind->find_path(facet.path) == nullptr) continue;
    for (const std::string_view id : ids_at(context_.site, index, facet.path)) {
      const FacetOption* option = facet.find(id);
      if (option == nullptr) continue;
      const LocalizedText& label =
          option->term != nullptr ? option->term->label : context_.record(option->target).title();
      add(TextPart::label, label.in(context_.language));
    }
  }
  int last_year = 0;
  for (const DatedStep& step : context_.site.links[index].steps) {
    if (step.date.year() == last_year) continue;
    last_year = step.date.year();
    add(TextPart::label, out_.made.emplace_back(std::to_string(last_year)));
  }
}

void TextCollector::add_body(const std::vector<std::optional<Body>>& bodies) {
  if (const auto& body = bodies[context_.language]) add_document(*body->document);
}

// The words as readers see them: a link to a record without a text of its own shows the record's title.
void TextCollector::add_document(const markdown::Document& document) {
  if (document.plain_ids.empty()) return add(TextPart::body, document.plain_text);
  const std::string_view plain = document.plain_text;
  std::string text;
  std::size_t copied = 0;
  for (const markdown::PlainId& id : document.plain_ids) {
    const auto record = context_.site.corpus->find(plain.substr(id.begin, id.size));
    if (!record) continue;
    text.append(plain, copied, id.begin - copied).append(context_.record(*record).title().best(context_.language));
    copied = id.begin + id.size;
  }
  text.append(plain, copied);
  add(TextPart::body, out_.made.emplace_back(std::move(text)));
}

EntryTexts TextCollector::of_record(RecordIndex index) {
  const Record& record = context_.record(index);
  add_in_all_languages(TextPart::title, record.title());
  for (const std::string_view name : names_of(context_.site, {false, index, 0})) {
    add(is_number(name) ? TextPart::label : TextPart::name, name);
  }
  add_labels(index);
  for (const FieldValue& value : record.fields) add_field(value, false);
  add_body(record.bodies);
  return std::move(out_);
}

EntryTexts TextCollector::of_page(const Page& page) {
  add_in_all_languages(TextPart::title, page.title);
  add(TextPart::summary, page.summary.in(context_.language));
  add_body(page.bodies);
  return std::move(out_);
}

}  // namespace

std::size_t EntryTexts::size_of_bodies() const {
  std::size_t out = 0;
  for (const EntryText& one : texts) out += one.part == TextPart::body ? one.text.size() + 1 : 0;
  return out;
}

SearchEntries order_entries(const Site& site) {
  SearchEntries out;
  const auto& records = site.corpus->records;
  std::vector<std::vector<SearchEntry>> by_kind(site.corpus->schema.kinds.size());
  for (RecordIndex i = 0; i < records.size(); ++i) {
    const LinkedRecord& links = site.links[i];
    by_kind[static_cast<std::size_t>(records[i].kind - site.corpus->schema.kinds.data())].push_back(
        {false, i, links.incoming.size() + links.mentioned_by.size() + links.mentioned_by_pages.size()});
  }
  out.number_of_record.resize(records.size());
  const auto add_kind = [&](const Kind* kind, std::vector<SearchEntry> entries) {
    if (entries.empty()) return;
    std::stable_sort(entries.begin(), entries.end(),
                     [](const SearchEntry& a, const SearchEntry& b) { return a.importance > b.importance; });
    out.kinds.push_back({kind, out.entries.size(), entries.size()});
    for (const SearchEntry& entry : entries) {
      if (!entry.is_page) out.number_of_record[entry.index] = static_cast<std::uint32_t>(out.entries.size());
      out.entries.push_back(entry);
    }
  };
  for (const Kind* kind : kinds_in_order(site)) {
    add_kind(kind, std::move(by_kind[static_cast<std::size_t>(kind - site.corpus->schema.kinds.data())]));
  }
  std::vector<SearchEntry> pages;
  for (std::size_t i = 0; i < site.corpus->pages.size(); ++i) pages.push_back({true, i, 0});
  add_kind(nullptr, std::move(pages));
  return out;
}

EntryTexts texts_of(const ViewContext& context, const FacetIndex& facets, const SearchEntry& entry) {
  TextCollector collector(context, facets);
  return entry.is_page ? collector.of_page(context.site.corpus->pages[entry.index]) : collector.of_record(entry.index);
}

std::vector<std::string_view> names_of(const Site& site, const SearchEntry& entry) {
  std::vector<std::string_view> out;
  if (entry.is_page) return out;
  const auto add = [&](std::string_view name) {
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
  };
  for (const FieldValue& value : site.record(entry.index).fields) {
    if (value.field->type != FieldType::text || is_keywords(*value.field)) continue;
    for (const Item& item : value.items) {
      const auto* plain = std::get_if<PlainText>(&item.datum);
      if (plain != nullptr && is_name(*value.field, plain->text)) add(plain->text);
      if (const auto* tagged = std::get_if<TaggedText>(&item.datum)) add(tagged->text);
      const auto* localized = std::get_if<LocalizedText>(&item.datum);
      if (localized == nullptr || !value.field->many) continue;
      for (LanguageIndex i = 0; i < site.file().languages.size(); ++i) add(localized->in(i));
    }
  }
  return out;
}

const LocalizedText& title_of(const Site& site, const SearchEntry& entry) {
  return entry.is_page ? site.corpus->pages[entry.index].title : site.record(entry.index).title();
}

}  // namespace armillary
