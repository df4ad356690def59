#include "view/cited_work.h"

#include <algorithm>
#include <utility>

#include "view/addresses.h"

namespace armillary {
namespace {

using citation::Name;
using citation::Work;
using citation::WorkType;

std::string_view primary_subtag(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// The language in which a reader of `wanted` is shown a title.
std::string tag_of_title(const ViewContext& context, const LocalizedText& title, LanguageIndex wanted) {
  return context.site.file().languages[title.is_absent() ? context.language : title.shown_in(wanted)].tag;
}

// A body's name without its abbreviation in parentheses, which lists of references do not repeat: World Bank (WB).
std::string without_abbreviation(std::string_view name) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{" (", ")"}, {"（", "）"}}) {
    const std::size_t at = name.rfind(open);
    if (at == std::string_view::npos || at == 0 || !name.ends_with(close)) continue;
    const std::string_view inner = name.substr(at + open.size(), name.size() - close.size() - at - open.size());
    const bool is_abbreviation = std::all_of(inner.begin(), inner.end(), [](char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '&';
    });
    if (is_abbreviation) return std::string(name.substr(0, at));
  }
  return std::string(name);
}

// Reads the parts of a reference from the fields that the kind's rule names.
class WorkReader {
 public:
  WorkReader(const ViewContext& context, RecordIndex index)
      : context_(context), record_(context.record(index)), rule_(*record_.kind->citation) {}

  CitedWork read();

 private:
  const FieldValue* find(std::string_view part) const { return record_.find(rule_.field_for(part)); }
  std::string text_of(const FieldValue& value, const Item& item) const;
  std::vector<std::string> texts(std::string_view part) const;
  std::string text(std::string_view part) const;
  std::vector<Name> names(std::string_view part) const;
  std::optional<PartialDate> date(std::string_view part) const;
  void read_language(Work& work);
  void read_title(CitedWork& cited) const;
  WorkType type_of(const Work& work) const;
  std::optional<WorkType> declared_type() const;

  const ViewContext& context_;
  const Record& record_;
  const CitationRule& rule_;
  LanguageIndex language_ = 0;  // in which texts are read
};

std::string WorkReader::text_of(const FieldValue& value, const Item& item) const {
  if (const auto* plain = std::get_if<PlainText>(&item.datum)) return plain->text;
  if (const auto* localized = std::get_if<LocalizedText>(&item.datum)) return std::string(localized->best(language_));
  if (const auto* tagged = std::get_if<TaggedText>(&item.datum)) return tagged->text;
  if (const auto* date = std::get_if<PartialDate>(&item.datum)) return date->to_string();
  if (const auto* number = std::get_if<Decimal>(&item.datum)) return number->written;
  if (const auto* chosen = std::get_if<ChosenTerm>(&item.datum)) {
    const Term* term = value.field->find_term(chosen->id);
    return term == nullptr || term->label.is_absent() ? chosen->id : std::string(term->label.best(language_));
  }
  const auto* reference = std::get_if<Reference>(&item.datum);
  const auto target = reference != nullptr ? context_.site.corpus->find(reference->id) : std::nullopt;
  return target ? without_abbreviation(context_.record(*target).title().best(language_)) : std::string();
}

std::vector<std::string> WorkReader::texts(std::string_view part) const {
  std::vector<std::string> out;
  const FieldValue* value = find(part);
  if (value == nullptr) return out;
  for (const Item& item : value->items) {
    if (std::string text = text_of(*value, item); !text.empty()) out.push_back(std::move(text));
  }
  return out;
}

std::string WorkReader::text(std::string_view part) const {
  std::vector<std::string> all = texts(part);
  return all.empty() ? std::string() : std::move(all.front());
}

// A name that an editor wrote may be a person's; the title of another record is printed as it stands.
std::vector<Name> WorkReader::names(std::string_view part) const {
  std::vector<Name> out;
  const FieldValue* value = find(part);
  if (value == nullptr) return out;
  for (const Item& item : value->items) {
    const std::string text = text_of(*value, item);
    if (text.empty()) continue;
    out.push_back(std::holds_alternative<PlainText>(item.datum) ? citation::read_name(text) : Name{{}, {}, {}, text});
  }
  return out;
}

std::optional<PartialDate> WorkReader::date(std::string_view part) const {
  const FieldValue* value = find(part);
  if (value == nullptr || value->items.empty()) return std::nullopt;
  const auto* date = std::get_if<PartialDate>(&value->items.front().datum);
  return date == nullptr ? std::nullopt : std::optional(*date);
}

void WorkReader::read_language(Work& work) {
  const Languages& languages = context_.site.file().languages;
  language_ = context_.language;
  if (const FieldValue* value = find("language"); value != nullptr && !value->items.empty()) {
    const Datum& datum = value->items.front().datum;
    if (const auto* chosen = std::get_if<ChosenTerm>(&datum)) work.language = chosen->id;
    if (const auto* plain = std::get_if<PlainText>(&datum)) work.language = plain->text;
  }
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (!work.language.empty() && primary_subtag(languages[i].tag) == primary_subtag(work.language)) language_ = i;
  }
}

void WorkReader::read_title(CitedWork& cited) const {
  Work& work = cited.work;
  const LocalizedText& title = record_.title();
  cited.title_tag = tag_of_title(context_, title, language_);
  work.title = std::string(title.best(language_));
  if (work.language.empty()) work.language = cited.title_tag;
  if (primary_subtag(cited.title_tag) != primary_subtag(work.language)) {
    const FieldValue* originals = find("original_title");
    for (const Item& item : originals != nullptr ? originals->items : std::vector<Item>()) {
      const auto* tagged = std::get_if<TaggedText>(&item.datum);
      if (tagged == nullptr || primary_subtag(tagged->tag) != primary_subtag(work.language)) continue;
      work.title = tagged->text;
      cited.title_tag = tagged->tag;
    }
  }
  const std::string shown(title.best(context_.language));
  if (shown != work.title && title.has(context_.language)) work.title_translated = shown;
}

std::optional<WorkType> WorkReader::declared_type() const {
  const FieldValue* value = rule_.type_field.value.empty() ? nullptr : record_.find(rule_.type_field.value);
  if (value == nullptr || value->items.empty()) return rule_.type;
  const auto* chosen = std::get_if<ChosenTerm>(&value->items.front().datum);
  return chosen == nullptr ? rule_.type : rule_.type_of(chosen->id);
}

// Where the schema does not say: what has volumes is a journal's, what stands in something published is a chapter.
WorkType WorkReader::type_of(const Work& work) const {
  if (const auto declared = declared_type()) return *declared;
  if (!work.container.empty()) {
    const bool is_chapter = work.volume.empty() && work.issue.empty() && !work.publishers.empty();
    return is_chapter ? WorkType::chapter : WorkType::article_journal;
  }
  if (!work.publishers.empty()) return WorkType::book;
  return work.is_online() ? WorkType::webpage : WorkType::document;
}

// What a preprint stands in is its archive, a report or a book a series; a newspaper's publisher is the newspaper.
void settle_container(Work& work) {
  if (work.type == WorkType::article && !work.container.empty()) {
    work.publishers = {std::exchange(work.container, {})};
  } else if ((work.type == WorkType::report || work.type == WorkType::book) && !work.container.empty()) {
    work.series = std::exchange(work.container, {});
    work.series_number = std::exchange(work.issue, {});
  } else if (work.container.empty() && !work.publishers.empty() &&
             (work.type == WorkType::article_newspaper || work.type == WorkType::article_magazine)) {
    work.container = work.publishers.front();
    work.publishers.clear();
  }
}

// Hyphens, however the pages were written.
std::string with_hyphens(std::string pages) {
  for (const std::string_view dash : {"–", "—"}) {
    for (std::size_t at = pages.find(dash); at != std::string::npos; at = pages.find(dash)) {
      pages.replace(at, dash.size(), "-");
    }
  }
  return pages;
}

CitedWork WorkReader::read() {
  CitedWork cited;
  Work& work = cited.work;
  work.id = record_.id;
  read_language(work);
  read_title(cited);
  work.authors = names("authors");
  work.editors = names("editors");
  work.translators = names("translators");
  work.container = text("container");
  work.series = text("series");
  work.event = text("event");
  work.publishers = texts("publisher");
  work.place = text("place");
  work.volume = text("volume");
  work.issue = text("issue");
  work.pages = with_hyphens(text("pages"));
  work.edition = text("edition");
  work.version = text("version");
  work.number = text("number");
  work.genre = text("genre");
  work.isbn = text("isbn");
  work.issn = text("issn");
  work.doi = text("doi");
  work.url = text("url");
  work.issued = date("date");
  work.accessed = date("accessed");
  work.type = type_of(work);
  settle_container(work);
  return cited;
}

}  // namespace

CitedWork cited_work(const ViewContext& context, RecordIndex index) { return WorkReader(context, index).read(); }

CitedWork cited_entry(const ViewContext& context, RecordIndex index, const std::string& base_url) {
  const Record& record = context.record(index);
  CitedWork cited;
  cited.title_tag = tag_of_title(context, record.title(), context.language);
  Work& work = cited.work;
  work.id = record.id;
  work.type = WorkType::webpage;
  work.language = context.lang().tag;
  work.title = phrase_text(context, record.title());
  work.authors = {Name{{}, {}, {}, phrase_text(context, context.site.file().title)}};
  work.issued = record.verified ? record.verified : record.published;
  work.url = base_url + record_address(context.lang(), record);
  work.access_gap = std::string(context.words.plain("cite_access_date"));
  return cited;
}

CitedWork cited_data(const ViewContext& context, const std::string& version, const std::string& base_url) {
  const LocalizedText& title = context.site.file().title;
  CitedWork cited;
  cited.title_tag = tag_of_title(context, title, context.language);
  Work& work = cited.work;
  work.id = "data";
  work.type = WorkType::dataset;
  work.language = context.lang().tag;
  work.title = phrase_text(context, title);
  work.version = version;
  work.issued = context.site.today;
  work.url = base_url + data_address(context.lang());
  work.access_gap = std::string(context.words.plain("cite_access_date"));
  return cited;
}

}  // namespace armillary
