#include "editing/status.h"

#include <algorithm>
#include <array>
#include <set>

#include "editing/text_digest.h"
#include "link/link_messages.h"
#include "load/front_matter.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

constexpr std::array<std::string_view, kLacks> kNames = {
    "missing-text", "stale-translation", "undigested",     "missing-translation", "no-source",
    "no-evidence",  "not-checked",       "never-verified", "long-unverified",     "lonely-record"};

constexpr std::int32_t kYear = 365;

// The part of a file that is its text.
std::string_view text_of(const SourceFile& file) {
  if (file.path.ends_with(".yaml")) return {};
  return file.slice(split_front_matter(file).body);
}

// Texts that are their own: written without saying that they translate another.
bool is_translation(const Body& body) { return body.state != TranslationState::original; }

class StockTaker {
 public:
  StockTaker(const Site& site, const Diagnostics& linking) : site_(site), corpus_(*site.corpus) {
    for (const Diagnostic& each : linking.all()) {
      if (each.code == kLonelyRecord.code) lonely_.insert(each.path);
    }
  }

  std::vector<Finding> take();

 private:
  void take_record(RecordIndex index);
  void take_bodies(const std::vector<std::optional<Body>>& bodies);
  void take_group(const Group& group, bool has_sources);
  void take_languages(const FieldValue& value, const Item& item);
  void take_sources(const FieldValue& value, bool has_sources);
  void take_upkeep(const Record& record);
  void add(Lack lack, const std::string& path, const std::string& language, const std::string& detail) {
    found_.push_back({lack, kind_, id_, path, language, detail});
  }
  const std::string& key(LanguageIndex language) const { return corpus_.site.languages[language].key; }

  const Site& site_;
  const Corpus& corpus_;
  std::string kind_;
  std::string id_;
  std::string path_;
  std::set<std::string> lonely_;  // paths of records
  std::vector<Finding> found_;
};

void StockTaker::take_bodies(const std::vector<std::optional<Body>>& bodies) {
  const auto has_text = [](const std::optional<Body>& body) { return body.has_value(); };
  if (std::none_of(bodies.begin(), bodies.end(), has_text)) return;
  const std::string_view original = bodies[0] ? text_of(corpus_.files[bodies[0]->file]) : std::string_view();
  for (LanguageIndex i = 0; i < bodies.size(); ++i) {
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

void StockTaker::take_languages(const FieldValue& value, const Item& item) {
  if (!value.field->localized || (value.field->many && value.field->type == FieldType::text)) return;
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

void StockTaker::take_record(RecordIndex index) {
  const Record& record = corpus_.records[index];
  kind_ = record.kind->name;
  id_ = record.id;
  path_ = corpus_.file_of(record).path;
  take_bodies(record.bodies);
  take_group(record.fields, !record.sources.empty());
  take_upkeep(record);
  if (lonely_.contains(path_)) add(Lack::lonely_record, path_, "", "");
}

std::vector<Finding> StockTaker::take() {
  for (RecordIndex i = 0; i < corpus_.records.size(); ++i) take_record(i);
  kind_.clear();
  for (const Page& page : corpus_.pages) {
    id_ = page.id;
    path_ = corpus_.files[page.file].path;
    take_bodies(page.bodies);
  }
  return std::move(found_);
}

// --- Digests.

// The file with `translation: {… of: DIGEST}`; empty where its front matter gives no place for that.
std::string with_digest(const SourceFile& file, const std::string& digest) {
  const auto front_matter = split_front_matter(file).front_matter;
  Diagnostics known;  // the file has been read without an error before
  const auto root = front_matter ? read_yaml(file, *front_matter, known) : std::nullopt;
  const YamlNode* translation = root ? root->find("translation") : nullptr;
  if (translation == nullptr || translation->entries.empty()) return {};
  std::string text = file.text;
  if (const YamlNode* of = translation->find("of")) {
    return text.replace(of->span.begin, of->span.end - of->span.begin, digest);
  }
  if (text[translation->span.begin] == '{') return text.insert(translation->span.end - 1, ", of: " + digest);
  const std::size_t first = translation->entries.front().key.span.begin;
  const std::string indent = text.substr(text.rfind('\n', first) + 1, first - text.rfind('\n', first) - 1);
  return text.insert(first, "of: " + digest + "\n" + indent);
}

}  // namespace

std::string_view name_of(Lack lack) { return kNames[static_cast<std::size_t>(lack)]; }

std::vector<Finding> take_stock(const Site& site, const Diagnostics& linking) {
  return StockTaker(site, linking).take();
}

std::vector<FileChange> plan_digests(const Corpus& corpus, const std::vector<std::string>& ids) {
  std::vector<FileChange> out;
  const auto visit = [&](const std::string& id, const std::vector<std::optional<Body>>& bodies) {
    const bool is_named = std::find(ids.begin(), ids.end(), id) != ids.end();
    if ((!ids.empty() && !is_named) || bodies.empty() || !bodies[0]) return;
    const std::string digest = text_digest(text_of(corpus.files[bodies[0]->file]));
    for (LanguageIndex i = 1; i < bodies.size(); ++i) {
      if (!bodies[i] || !is_translation(*bodies[i]) || (ids.empty() && !bodies[i]->translation_of.empty())) continue;
      const SourceFile& file = corpus.files[bodies[i]->file];
      std::string text = with_digest(file, digest);
      if (!text.empty() && text != file.text) out.push_back({file.path, file.path, std::move(text)});
    }
  };
  for (const Record& record : corpus.records) visit(record.id, record.bodies);
  for (const Page& page : corpus.pages) visit(page.id, page.bodies);
  return out;
}

}  // namespace armillary
