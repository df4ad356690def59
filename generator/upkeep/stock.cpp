#include "upkeep/stock.h"

#include <algorithm>
#include <array>

#include "upkeep/file_text.h"
#include "upkeep/glossary_slips.h"
#include "upkeep/text_digest.h"

namespace armillary {
namespace {

constexpr std::array<std::string_view, kLacks> kNames = {
    "missing-text", "stale-translation", "undigested",      "missing-translation", "no-source",     "no-evidence",
    "not-checked",  "never-verified",    "long-unverified", "dead-link",           "lonely-record", "glossary-slip"};

constexpr std::int32_t kYear = 365;

class StockTaker {
 public:
  explicit StockTaker(const Site& site) : site_(site), corpus_(*site.corpus), glossary_(corpus_) {}

  std::vector<Finding> take();

 private:
  void take_record(RecordIndex index);
  void take_bodies(const std::vector<std::optional<Body>>& bodies);
  void take_group(const Group& group, bool has_sources);
  void take_languages(const FieldValue& value, const Item& item);
  void take_sources(const FieldValue& value, bool has_sources);
  void take_upkeep(const Record& record);
  void take_dead_links(const Record& record);
  void take_slips(LanguageIndex language, std::string_view text, const std::string& path);
  void add(Lack lack, const std::string& path, const std::string& language, const std::string& detail) {
    found_.push_back({lack, record_, kind_, id_, path, language, detail});
  }
  const std::string& key(LanguageIndex language) const { return corpus_.site.languages[language].key; }

  const Site& site_;
  const Corpus& corpus_;
  std::string kind_;
  std::string id_;
  std::string path_;
  std::optional<RecordIndex> record_;
  Glossary glossary_;
  std::vector<Finding> found_;
};

void StockTaker::take_bodies(const std::vector<std::optional<Body>>& bodies) {
  const auto has_text = [](const std::optional<Body>& body) { return body.has_value(); };
  if (std::none_of(bodies.begin(), bodies.end(), has_text)) return;
  const std::string_view original = bodies[0] ? text_of(corpus_.files[bodies[0]->file]) : std::string_view();
  for (LanguageIndex i = 0; i < bodies.size(); ++i) {
    if (bodies[i]) take_slips(i, text_of(corpus_.files[bodies[i]->file]), bodies[i]->path);
    if (!bodies[i]) {
      add(Lack::missing_text, path_, key(i), "");
    } else if (i > 0 && bodies[0] && is_translation(*bodies[i])) {
      const std::string& digest = bodies[i]->translation_of;
      if (digest.empty()) add(Lack::undigested, bodies[i]->path, key(i), "");
      if (!digest.empty() && !names_digest(digest, original)) {
        add(Lack::stale_translation, bodies[i]->path, key(i), text_digest(original));
      }
    }
  }
}

void StockTaker::take_slips(LanguageIndex language, std::string_view text, const std::string& path) {
  for (const Slip& slip : glossary_.find_slips(language, text)) {
    add(Lack::glossary_slip, path, key(language), slip.avoided + " → " + slip.preferred);
  }
}

// A list of names holds what others call the thing, in each language as it is: nothing is lacking and nothing is ours.
bool is_list_of_names(const Field& field) { return field.many && field.type == FieldType::text; }

void StockTaker::take_languages(const FieldValue& value, const Item& item) {
  if (is_list_of_names(*value.field)) return;
  if (const auto* text = std::get_if<LocalizedText>(&item.datum)) {
    for (LanguageIndex i = 0; i < corpus_.site.languages.size(); ++i) take_slips(i, text->in(i), path_);
  }
  if (!value.field->localized) return;
  for (LanguageIndex i = 0; i < corpus_.site.languages.size(); ++i) {
    const auto* text = std::get_if<LocalizedText>(&item.datum);
    const auto* markdown = std::get_if<LocalizedMarkdown>(&item.datum);
    const bool lacks = (text != nullptr && !text->has(i)) || (markdown != nullptr && markdown->in(i) == nullptr);
    if (lacks) add(Lack::missing_translation, path_, key(i), value.field->name.value);
  }
}

bool has_source(const std::shared_ptr<const Evidence>& evidence) {
  return evidence != nullptr && (evidence->source || !evidence->url.empty());
}

void StockTaker::take_sources(const FieldValue& value, bool has_sources) {
  const std::string& name = value.field->name.value;
  if (value.absence == Absence::not_checked) add(Lack::not_checked, path_, "", name);
  if (!value.field->sourced || !value.has_value() || has_source(value.evidence)) return;
  const bool each_has =
      std::all_of(value.items.begin(), value.items.end(), [](const Item& item) { return has_source(item.evidence); });
  if (!each_has) add(has_sources ? Lack::no_evidence : Lack::no_source, path_, "", name);
}

void StockTaker::take_group(const Group& group, bool has_sources) {
  for (const FieldValue& value : group) {
    take_sources(value, has_sources);
    for (const Item& item : value.items) {
      take_languages(value, item);
      const auto* inner = std::get_if<Group>(&item.datum);
      if (inner == nullptr) continue;
      // A group's entry may name its source in a field of its own.
      const bool names_source = find_value(*inner, "source") != nullptr || find_value(*inner, "url") != nullptr;
      take_group(*inner, has_sources || names_source);
    }
  }
}

void StockTaker::take_upkeep(const Record& record) {
  if (!record.verified) {
    add(Lack::never_verified, path_, "", "");
  } else if (site_.today && record.verified->latest_day() + kYear < site_.today->earliest_day()) {
    add(Lack::long_unverified, path_, "", record.verified->to_string());
  }
}

void StockTaker::take_dead_links(const Record& record) {
  for (const SourceEntry& entry : record.sources) {
    if (!entry.dead) continue;
    const std::string& what = entry.url.empty() && entry.source ? entry.source->value : entry.url;
    add(Lack::dead_link, path_, "", what + " " + entry.dead->to_string());
  }
}

void StockTaker::take_record(RecordIndex index) {
  const Record& record = corpus_.records[index];
  record_ = index;
  kind_ = record.kind->name;
  id_ = record.id;
  path_ = corpus_.file_of(record).path;
  take_bodies(record.bodies);
  take_group(record.fields, !record.sources.empty());
  take_upkeep(record);
  take_dead_links(record);
  if (site_.links[index].is_lonely) add(Lack::lonely_record, path_, "", "");
}

std::vector<Finding> StockTaker::take() {
  for (RecordIndex i = 0; i < corpus_.records.size(); ++i) take_record(i);
  record_.reset();
  kind_.clear();
  for (const Page& page : corpus_.pages) {
    id_ = page.id;
    path_ = corpus_.files[page.file].path;
    take_bodies(page.bodies);
  }
  return std::move(found_);
}

}  // namespace

std::string_view name_of(Lack lack) { return kNames[static_cast<std::size_t>(lack)]; }

std::vector<Finding> take_stock(const Site& site) { return StockTaker(site).take(); }

}  // namespace armillary
