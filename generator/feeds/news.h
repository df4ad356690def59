// What feeds tell of records, each language for itself: which of them are news, the newest first.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "link/site.h"

namespace armillary {

// Entries in one feed. A reader that asks once a week misses nothing of a day's work on a large kind.
inline constexpr std::size_t kNewsEntries = 50;

// Records whose text a language lacks are no news in it. Nor is a record that says neither when it was published nor
// when it changed nor when it was verified: a feed must say when.
struct LanguageNews {
  std::vector<RecordIndex> all;                   // at most kNewsEntries, as in each of the others
  std::vector<std::vector<RecordIndex>> of_kind;  // [kind of the schema]
  std::vector<std::vector<RecordIndex>> about;    // [record]: itself and those that refer to it; empty if none does
};

// The date that a feed gives a record: its last change, else when it was verified.
std::optional<PartialDate> news_date(const Record& record);

// One a language. By news_date, then by the date of the fact itself, then by id.
std::vector<LanguageNews> collect_news(const Site& site);

}  // namespace armillary
