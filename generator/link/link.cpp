#include "link/link.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/address_part.h"
#include "base/collate.h"
#include "base/parallel.h"
#include "base/pinyin.h"
#include "link/check_references.h"
#include "link/derive.h"
#include "link/embedded_view.h"
#include "link/link_messages.h"

namespace armillary {
namespace {

void sort_unique(std::vector<std::size_t>& indexes) {
  std::sort(indexes.begin(), indexes.end());
  indexes.erase(std::unique(indexes.begin(), indexes.end()), indexes.end());
}

// What a record names, in its fields, sources and texts.
struct Outgoing {
  std::vector<std::pair<RecordIndex, Relation>> relations;  // what they lead to, and how they are seen from there
  std::vector<RecordIndex> sources;
  std::vector<RecordIndex> mentioned;

  bool is_empty() const { return relations.empty() && sources.empty() && mentioned.empty(); }
};

// Finds what records and pages name.
class Linker {
 public:
  using Hints = ReferenceChecker::Hints;

  Linker(const Site& site, Diagnostics& diagnostics, Hints hints = Hints::given)
      : site_(site), corpus_(*site.corpus), diagnostics_(diagnostics), references_(corpus_, diagnostics, hints) {}

  Outgoing links_of(RecordIndex index);
  std::vector<RecordIndex> mentioned_in(const markdown::Document& document, const SourceFile& file);
  void check_site_file();

 private:
  // The record that is looked at.
  struct From {
    RecordIndex index;
    const SourceFile& file;
    Outgoing& out;
  };

  void link_fields(const From& from, const Group& group, const Group* entry);
  void link_item(const From& from, const FieldValue& value, const Item& item, const Group* entry);
  void link_source(const From& from, const std::optional<Located<std::string>>& source);
  void link_evidence(const From& from, const std::shared_ptr<const Evidence>& evidence);
  void link_filling(const markdown::Filling& filling, const SourceFile& file, std::vector<RecordIndex>& targets);
  void mention(const From& from, const markdown::Document& document, const SourceFile& file);

  const Site& site_;
  const Corpus& corpus_;
  Diagnostics& diagnostics_;
  ReferenceChecker references_;
};

Outgoing Linker::links_of(RecordIndex index) {
  Outgoing out;
  const Record& record = corpus_.records[index];
  const From from{index, corpus_.file_of(record), out};
  link_fields(from, record.fields, nullptr);
  for (const SourceEntry& entry : record.sources) link_source(from, entry.source);
  if (record.withdrawn && record.withdrawn->replaced_by) {
    const Located<std::string>& id = *record.withdrawn->replaced_by;
    references_.find(id.value, from.file, id.span);
  }
  for (const std::optional<Body>& body : record.bodies) {
    if (body) mention(from, *body->document, corpus_.files[body->file]);
  }
  return out;
}

void Linker::link_fields(const From& from, const Group& group, const Group* entry) {
  for (const FieldValue& value : group) {
    link_evidence(from, value.evidence);
    for (const Item& item : value.items) link_item(from, value, item, entry);
  }
}

void Linker::link_item(const From& from, const FieldValue& value, const Item& item, const Group* entry) {
  link_evidence(from, item.evidence);
  if (const auto* reference = std::get_if<Reference>(&item.datum)) {
    const auto target = references_.find_for(*value.field, reference->id, from.file, item.span);
    if (!target) return;
    if (*target == from.index) diagnostics_.report(kSelfReference, from.file, item.span, reference->id);
    const auto entry_date = entry != nullptr ? date_of_entry(*entry) : std::nullopt;
    const auto& date = entry_date ? entry_date : site_.links[from.index].date;
    from.out.relations.push_back({*target, {from.index, value.field, entry, date}});
  } else if (const auto* inner = std::get_if<Group>(&item.datum)) {
    link_fields(from, *inner, inner);
  } else if (const auto* texts = std::get_if<LocalizedMarkdown>(&item.datum)) {
    for (const markdown::Document& document : texts->by_language) mention(from, document, from.file);
  }
}

void Linker::link_source(const From& from, const std::optional<Located<std::string>>& source) {
  if (!source) return;
  if (const auto target = references_.find(source->value, from.file, source->span)) {
    from.out.sources.push_back(*target);
  }
}

void Linker::link_evidence(const From& from, const std::shared_ptr<const Evidence>& evidence) {
  if (evidence != nullptr) link_source(from, evidence->source);
}

void Linker::link_filling(const markdown::Filling& filling, const SourceFile& file, std::vector<RecordIndex>& targets) {
  if (const auto* link = std::get_if<markdown::RecordLink>(&filling)) {
    const bool is_page = !corpus_.find(link->id.value) && corpus_.find_page(link->id.value) != nullptr;
    if (is_page) return;
    if (const auto target = references_.find(link->id.value, file, link->id.span)) targets.push_back(*target);
  } else if (const auto* citation = std::get_if<markdown::Citation>(&filling)) {
    for (const markdown::CitedWork& work : citation->works) {
      if (const auto target = references_.find_cited(work.id.value, file, work.id.span)) targets.push_back(*target);
    }
  } else if (const auto* view = std::get_if<markdown::EmbeddedView>(&filling)) {
    const auto drawn = resolve_view(*view, corpus_, file, diagnostics_);
    if (drawn && !drawn->root.value.empty()) references_.find(drawn->root.value, file, drawn->root.span);
  }
}

std::vector<RecordIndex> Linker::mentioned_in(const markdown::Document& document, const SourceFile& file) {
  std::vector<RecordIndex> targets;
  for (const markdown::Gap& gap : document.gaps) link_filling(gap.filling, file, targets);
  sort_unique(targets);
  return targets;
}

void Linker::mention(const From& from, const markdown::Document& document, const SourceFile& file) {
  for (const RecordIndex target : mentioned_in(document, file)) {
    if (target != from.index) from.out.mentioned.push_back(target);
  }
}

// The records that site.yaml names.
void Linker::check_site_file() {
  const SiteFile& site = corpus_.site;
  const auto check = [&](const Located<std::string>& id) { references_.find(id.value, site.file, id.span); };
  for (const ViewFile& view : site.views) {
    if (!view.root.value.empty()) check(view.root);
  }
  for (const auto* entries : {&site.navigation, &site.questions}) {
    for (const NavigationEntry& entry : *entries) {
      if (entry.target == NavigationEntry::Target::record) check(entry.name);
      for (const Located<std::string>& record : entry.records) check(record);
    }
  }
}

// All threads look for mistakes; those that are found are then told in their order, with suggestions.
std::vector<Outgoing> find_links(const Site& site, Linker& teller, std::size_t jobs) {
  const std::size_t count = site.corpus->records.size();
  std::vector<Outgoing> out(count);
  std::vector<char> is_wrong(count, 0);
  parallel_for(count, jobs, [&](RecordIndex i) {
    Diagnostics mistakes;
    out[i] = Linker(site, mistakes, Linker::Hints::left_out).links_of(i);
    is_wrong[i] = mistakes.all().empty() ? 0 : 1;
  });
  for (RecordIndex i = 0; i < count; ++i) {
    if (is_wrong[i] != 0) out[i] = teller.links_of(i);
  }
  return out;
}

// Every link is known where it leads to as well.
void turn_round(const std::vector<Outgoing>& outgoing, Site& site) {
  for (RecordIndex from = 0; from < outgoing.size(); ++from) {
    for (const auto& [target, relation] : outgoing[from].relations) site.links[target].incoming.push_back(relation);
    for (const RecordIndex target : outgoing[from].sources) site.links[target].source_for.push_back(from);
    for (const RecordIndex target : outgoing[from].mentioned) site.links[target].mentioned_by.push_back(from);
  }
}

void link_pages(Linker& linker, Site& site) {
  const Corpus& corpus = *site.corpus;
  for (std::size_t i = 0; i < corpus.pages.size(); ++i) {
    for (const std::optional<Body>& body : corpus.pages[i].bodies) {
      if (!body) continue;
      for (const RecordIndex target : linker.mentioned_in(*body->document, corpus.files[body->file])) {
        site.links[target].mentioned_by_pages.push_back(i);
      }
    }
  }
}

void report_lonely(const std::vector<Outgoing>& outgoing, Site& site, Diagnostics& diagnostics) {
  for (RecordIndex i = 0; i < outgoing.size(); ++i) {
    LinkedRecord& links = site.links[i];
    const bool linked_to = !links.incoming.empty() || !links.mentioned_by.empty() ||
                           !links.mentioned_by_pages.empty() || !links.source_for.empty();
    if (linked_to || !outgoing[i].is_empty()) continue;
    links.is_lonely = true;
    const Record& record = site.record(i);
    diagnostics.report_file(kLonelyRecord, site.corpus->file_of(record).path, record.id);
  }
}

void link_aliases(Site& site, Diagnostics& diagnostics) {
  const Corpus& corpus = *site.corpus;
  std::map<std::string_view, const Record*> owners;
  for (RecordIndex i = 0; i < corpus.records.size(); ++i) {
    const Record& record = corpus.records[i];
    for (const Located<std::string>& alias : record.aliases) {
      const SourceFile& file = corpus.file_of(record);
      const auto hidden = corpus.find(alias.value);
      const auto [owner, is_new] = owners.try_emplace(alias.value, &record);
      if (!is_address_part(alias.value) || alias.value == "pages" || alias.value == "feed") {
        diagnostics.report(kBadAlias, file, alias.span, alias.value);
      } else if (hidden) {
        diagnostics.report(kAliasHidesRecord, file, alias.span, alias.value,
                           corpus.file_of(corpus.records[*hidden]).path);
      } else if (!is_new) {
        diagnostics.report(kAliasTwice, file, alias.span, alias.value, corpus.file_of(*owner->second).path);
      } else {
        site.aliases.push_back({alias.value, i});
      }
    }
  }
}

std::optional<PartialDate> newest_verification(const Corpus& corpus) {
  std::optional<PartialDate> newest;
  for (const Record& record : corpus.records) {
    if (record.verified && (!newest || record.verified->latest_day() > newest->latest_day())) newest = record.verified;
  }
  if (!newest) return std::nullopt;
  return PartialDate(point_of_day(newest->latest_day()));
}

// What a title is sorted by in a language: its key where the record gives one, else the text that is shown.
std::string sorting_text(const Record& record, LanguageIndex language, bool is_chinese) {
  const std::string_view key = record.sort_key.in(language);
  if (key.empty()) return std::string(record.title().best(language));
  return is_chinese ? han_for_pinyin(key) : std::string(key);
}

std::vector<std::uint32_t> rank_titles(const Site& site, LanguageIndex language) {
  const std::string& tag = site.file().languages[language].tag;
  const bool is_chinese = tag == "zh" || tag.starts_with("zh-");
  std::vector<std::string> texts;
  texts.reserve(site.corpus->records.size());
  for (const Record& record : site.corpus->records) texts.push_back(sorting_text(record, language, is_chinese));
  return collation_ranks(tag, {texts.begin(), texts.end()});
}

// Where links lead from what they lead to.
void link_back(const std::vector<Outgoing>& outgoing, Linker& linker, Site& site, Diagnostics& diagnostics) {
  turn_round(outgoing, site);
  link_pages(linker, site);
  linker.check_site_file();
  for (LinkedRecord& links : site.links) {
    sort_unique(links.mentioned_by);
    sort_unique(links.mentioned_by_pages);
    sort_unique(links.source_for);
  }
  // Where something is wrong, links may be missing that the editor has written.
  if (!diagnostics.has_errors()) report_lonely(outgoing, site, diagnostics);
  link_aliases(site, diagnostics);
}

}  // namespace

Site link_site(std::unique_ptr<const Corpus> corpus, std::optional<PartialDate> today, std::size_t jobs,
               Diagnostics& diagnostics) {
  Site site;
  site.corpus = std::move(corpus);
  const Corpus& all = *site.corpus;
  site.today = today ? today : newest_verification(all);
  site.links.resize(all.records.size());
  parallel_for(all.records.size(), jobs, [&](RecordIndex i) {
    LinkedRecord& links = site.links[i];
    links.steps = find_steps(all.records[i]);
    links.states = derive_states(all.records[i], site.today);
    if (!links.steps.empty()) links.date = links.steps.front().date;
  });
  Linker linker(site, diagnostics);
  const std::vector<Outgoing> outgoing = find_links(site, linker, jobs);
  const std::size_t languages = site.file().languages.size();
  site.title_rank.resize(languages);
  // Neither reads what the other writes.
  parallel_for(languages + 1, jobs, [&](std::size_t i) {
    if (i == 0) {
      link_back(outgoing, linker, site, diagnostics);
    } else {
      site.title_rank[i - 1] = rank_titles(site, i - 1);
    }
  });
  return site;
}

}  // namespace armillary
