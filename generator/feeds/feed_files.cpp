#include "feeds/feed_files.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "feeds/atom_text.h"
#include "view/addresses.h"
#include "view/cards.h"
#include "view/record_view.h"

namespace armillary {
namespace {

constexpr std::size_t kChangeEntries = 100;

AtomPhrase atom_phrase(const ViewContext& context, const LocalizedText& text) {
  if (text.is_absent()) return {};
  const LanguageIndex shown = text.shown_in(context.language);
  return {std::string(text.in(shown)), shown == context.language ? "" : context.site.file().languages[shown].tag};
}

// A record's address for ever: renaming it leaves the first of its ids among its aliases.
std::string lasting_address(const ViewContext& context, const Record& record) {
  return record.aliases.empty() ? record_address(context.lang(), record)
                                : alias_address(context.lang(), *record.kind, record.aliases.front().value);
}

AtomPhrase kind_phrase(const ViewContext& context, const Kind& kind) {
  return kind.label_one.is_absent() ? AtomPhrase{kind.name, ""} : atom_phrase(context, kind.label_one);
}

// What an entry says of a record, all of it in one language: why it is news, if that was said, and what it is.
AtomPhrase record_summary(const ViewContext& context, const Record& record) {
  const LocalizedText* text = summary_text(record);
  AtomPhrase out = text == nullptr ? AtomPhrase{} : atom_phrase(context, *text);
  if (!out.tag.empty()) return out;
  if (record.withdrawn) {
    const AtomPhrase reason = atom_phrase(context, record.withdrawn->reason);
    std::string notice(context.words.plain("withdrawn_notice"));
    if (reason.tag.empty()) notice.append(" ").append(reason.text);
    out.text = out.text.empty() ? notice : notice + "\n" + out.text;
  }
  return out;
}

class LanguageFeeds {
 public:
  LanguageFeeds(const FeedSources& sources, LanguageIndex language, std::size_t jobs, const TakeFile& take)
      : sources_(sources),
        context_(sources.contexts[language]),
        site_(context_.site),
        news_(sources.plan.news[language]),
        jobs_(jobs),
        take_(take) {}

  std::size_t write();

 private:
  void make_entries();
  std::string record_entry(RecordIndex index) const;
  std::string change_entry(const LoggedChange& logged, const std::string& name) const;
  void write_records_feed(const std::string& folder, std::string title, std::string subtitle,
                          const std::vector<RecordIndex>& records) const;
  void write_kind_feed(std::size_t index) const;
  void write_record_feed(RecordIndex index) const;
  void write_change_feed() const;
  AtomFeed feed_of(const std::string& folder, std::string title, std::string subtitle,
                   const PartialDate& updated) const;
  std::string with_site_title(const std::string& title) const {
    return title + " · " + phrase_text(context_, site_.file().title);
  }
  const std::string& own_url() const { return site_.file().base_url; }

  const FeedSources& sources_;
  const ViewContext& context_;
  const Site& site_;
  const LanguageNews& news_;
  std::size_t jobs_;
  const TakeFile& take_;
  std::vector<std::string> entries_;  // one a record, empty for those in no feed
};

std::string LanguageFeeds::record_entry(RecordIndex index) const {
  const Record& record = site_.record(index);
  return atom_entry({own_url() + lasting_address(context_, record),
                     sources_.base_url + record_address(context_.lang(), record), atom_phrase(context_, record.title()),
                     *news_date(record), record.published, record.kind->name, kind_phrase(context_, *record.kind),
                     record_summary(context_, record)});
}

// Each record's entry stands in many feeds and is made once.
void LanguageFeeds::make_entries() {
  std::vector<bool> is_used(site_.links.size());
  const auto use = [&](const std::vector<RecordIndex>& records) {
    for (const RecordIndex record : records) is_used[record] = true;
  };
  use(news_.all);
  for (const auto& records : news_.of_kind) use(records);
  for (const auto& records : news_.about) use(records);
  entries_.resize(site_.links.size());
  parallel_for(entries_.size(), jobs_, [&](std::size_t i) {
    if (is_used[i]) entries_[i] = record_entry(i);
  });
}

AtomFeed LanguageFeeds::feed_of(const std::string& folder, std::string title, std::string subtitle,
                                const PartialDate& updated) const {
  const SiteFile& file = site_.file();
  return {sources_.base_url + feed_address(folder),
          own_url() + feed_address(folder),
          sources_.base_url + folder,
          context_.lang().tag,
          std::move(title),
          std::move(subtitle),
          phrase_text(context_, file.title),
          file.licence ? phrase_text(context_, file.licence->name) : std::string(),
          updated};
}

void LanguageFeeds::write_records_feed(const std::string& folder, std::string title, std::string subtitle,
                                       const std::vector<RecordIndex>& records) const {
  std::vector<const std::string*> entries;
  entries.reserve(records.size());
  for (const RecordIndex record : records) entries.push_back(&entries_[record]);
  const PartialDate updated = *news_date(site_.record(records.front()));
  take_(feed_address(folder), atom_feed(feed_of(folder, std::move(title), std::move(subtitle), updated), entries));
}

void LanguageFeeds::write_kind_feed(std::size_t index) const {
  const Kind& kind = site_.corpus->schema.kinds[index];
  const std::string label = kind.label_many.is_absent() ? kind.name : phrase_text(context_, kind.label_many);
  write_records_feed(kind_address(context_.lang(), kind), with_site_title(label), phrase_text(context_, kind.help),
                     news_.of_kind[index]);
}

void LanguageFeeds::write_record_feed(RecordIndex index) const {
  const Record& record = site_.record(index);
  write_records_feed(record_address(context_.lang(), record), with_site_title(phrase_text(context_, record.title())),
                     std::string(context_.words.plain("feed_of_record")), news_.about[index]);
}

std::string LanguageFeeds::change_entry(const LoggedChange& logged, const std::string& name) const {
  const Record& record = site_.record(logged.record);
  const AtomPhrase note = logged.change != nullptr ? atom_phrase(context_, logged.change->note)
                                                   : AtomPhrase{std::string(context_.words.plain("published")), ""};
  return atom_entry({own_url() + lasting_address(context_, record) + "#" + name,
                     sources_.base_url + record_address(context_.lang(), record), atom_phrase(context_, record.title()),
                     logged.date, logged.date, record.kind->name, kind_phrase(context_, *record.kind), note});
}

void LanguageFeeds::write_change_feed() const {
  std::vector<std::string> texts;
  std::optional<PartialDate> newest;
  std::map<std::string, int> count;  // changes of one record on one day
  for (const LoggedChange& logged : sources_.changes[context_.language]) {
    if (texts.size() == kChangeEntries) break;
    const Record& record = site_.record(logged.record);
    if (is_fallback(record, context_.language)) continue;
    std::string name = logged.change == nullptr ? "published" : "change." + logged.date.to_string();
    const int nth = ++count[record.id + "#" + name];
    if (nth > 1) name += "." + std::to_string(nth);
    texts.push_back(change_entry(logged, name));
    if (!newest) newest = logged.date;
  }
  std::vector<const std::string*> entries;
  entries.reserve(texts.size());
  for (const std::string& text : texts) entries.push_back(&text);
  const std::string folder = changes_address(context_.lang());
  const std::string title = with_site_title(std::string(context_.words.plain("change_log")));
  take_(feed_address(folder),
        atom_feed(feed_of(folder, title, std::string(context_.words.plain("change_log_intro")), *newest), entries));
}

std::size_t LanguageFeeds::write() {
  make_entries();
  std::size_t files = 0;
  if (!news_.all.empty()) {
    write_records_feed(home_address(context_.lang()), phrase_text(context_, site_.file().title),
                       phrase_text(context_, site_.file().tagline), news_.all);
    ++files;
  }
  for (std::size_t i = 0; i < news_.of_kind.size(); ++i) {
    if (news_.of_kind[i].empty()) continue;
    write_kind_feed(i);
    ++files;
  }
  std::vector<RecordIndex> records;
  for (RecordIndex i = 0; i < news_.about.size(); ++i) {
    if (!news_.about[i].empty()) records.push_back(i);
  }
  parallel_for(records.size(), jobs_, [&](std::size_t i) { write_record_feed(records[i]); });
  files += records.size();
  if (sources_.plan.has_changes(context_.language)) {
    write_change_feed();
    ++files;
  }
  if (!sources_.plan.calendar.events.empty()) {
    take_(calendar_address(context_.lang()), calendar_file(context_, sources_.plan.calendar, sources_.base_url));
    ++files;
  }
  return files;
}

}  // namespace

FeedPlan plan_feeds(const Site& site, const std::vector<std::vector<LoggedChange>>& changes) {
  if (!site.file().has(Output::feeds)) return {};
  FeedPlan out{collect_news(site), {}, plan_calendar(site)};
  for (LanguageIndex i = 0; i < changes.size(); ++i) {
    out.changes.push_back(std::any_of(changes[i].begin(), changes[i].end(), [&](const LoggedChange& logged) {
      return !is_fallback(site.record(logged.record), i);
    }));
  }
  return out;
}

std::size_t write_feeds(const FeedSources& sources, std::size_t jobs, const TakeFile& take) {
  std::size_t files = 0;
  for (LanguageIndex i = 0; i < sources.plan.news.size(); ++i) {
    files += LanguageFeeds(sources, i, jobs, take).write();
  }
  return files;
}

}  // namespace armillary
