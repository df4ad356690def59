#include "feeds/news.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "view/record_view.h"

namespace armillary {
namespace {

constexpr std::uint32_t kNoNews = std::numeric_limits<std::uint32_t>::max();

// Each record's place among all news; kNoNews where it is none.
std::vector<std::uint32_t> rank_news(const Site& site) {
  struct Dated {
    RecordIndex record;
    PartialDate date;
    std::int32_t day;  // of the fact
  };
  std::vector<Dated> order;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    const auto date = news_date(site.record(i));
    const auto& fact = site.links[i].date;
    const std::int32_t day = fact ? fact->earliest_day() : std::numeric_limits<std::int32_t>::min();
    if (date) order.push_back({i, *date, day});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const Dated& a, const Dated& b) { return a.date != b.date ? b.date < a.date : a.day > b.day; });
  std::vector<std::uint32_t> out(site.links.size(), kNoNews);
  for (std::uint32_t i = 0; i < order.size(); ++i) out[order[i].record] = i;
  return out;
}

std::vector<RecordIndex> referrers(const LinkedRecord& links) {
  std::vector<RecordIndex> out = links.mentioned_by;
  out.insert(out.end(), links.source_for.begin(), links.source_for.end());
  for (const Relation& relation : links.incoming) out.push_back(relation.from);
  return out;
}

class Collector {
 public:
  Collector(const Site& site, const std::vector<std::uint32_t>& rank, LanguageIndex language)
      : site_(site), rank_(rank), language_(language) {}

  LanguageNews collect() const;

 private:
  bool is_news(RecordIndex record) const {
    return rank_[record] != kNoNews && !is_fallback(site_.record(record), language_);
  }
  std::vector<RecordIndex> newest(std::vector<RecordIndex> records) const;

  const Site& site_;
  const std::vector<std::uint32_t>& rank_;
  LanguageIndex language_;
};

// The newest of them that are news, each once.
std::vector<RecordIndex> Collector::newest(std::vector<RecordIndex> records) const {
  records.erase(std::remove_if(records.begin(), records.end(), [&](RecordIndex record) { return !is_news(record); }),
                records.end());
  std::sort(records.begin(), records.end(), [&](RecordIndex a, RecordIndex b) { return rank_[a] < rank_[b]; });
  records.erase(std::unique(records.begin(), records.end()), records.end());
  if (records.size() > kNewsEntries) records.resize(kNewsEntries);
  records.shrink_to_fit();
  return records;
}

LanguageNews Collector::collect() const {
  const auto& kinds = site_.corpus->schema.kinds;
  LanguageNews out;
  std::vector<RecordIndex> all;
  std::vector<std::vector<RecordIndex>> of_kind(kinds.size());
  for (RecordIndex i = 0; i < site_.links.size(); ++i) {
    all.push_back(i);
    of_kind[static_cast<std::size_t>(site_.record(i).kind - kinds.data())].push_back(i);
    std::vector<RecordIndex> about = referrers(site_.links[i]);
    const bool is_known = std::any_of(about.begin(), about.end(), [&](RecordIndex from) { return from != i; });
    if (is_known) about.push_back(i);
    out.about.push_back(is_known ? newest(std::move(about)) : std::vector<RecordIndex>());
  }
  out.all = newest(std::move(all));
  for (std::vector<RecordIndex>& records : of_kind) out.of_kind.push_back(newest(std::move(records)));
  return out;
}

}  // namespace

std::optional<PartialDate> news_date(const Record& record) {
  const auto changed = record.last_change();
  return changed ? changed : record.verified;
}

std::vector<LanguageNews> collect_news(const Site& site) {
  const std::vector<std::uint32_t> rank = rank_news(site);
  std::vector<LanguageNews> out;
  for (LanguageIndex i = 0; i < site.file().languages.size(); ++i) out.push_back(Collector(site, rank, i).collect());
  return out;
}

}  // namespace armillary
