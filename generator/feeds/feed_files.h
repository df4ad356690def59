// The feeds and the calendar that a site has, and their files.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/take_file.h"
#include "feeds/calendar.h"
#include "feeds/change_log.h"
#include "feeds/news.h"
#include "view/view_context.h"

namespace armillary {

// Which feeds there are: those with something in them. Nothing at all where site.yaml does without feeds.
struct FeedPlan {
  std::vector<LanguageNews> news;  // one a language; empty: no feeds
  std::vector<bool> changes;       // one a language: whether there is a feed of the log of changes
  CalendarPlan calendar;

  bool has_site(LanguageIndex language) const { return !news.empty() && !news[language].all.empty(); }
  bool has_changes(LanguageIndex language) const { return !changes.empty() && changes[language]; }
  bool has_kind(LanguageIndex language, std::size_t kind) const {
    return !news.empty() && !news[language].of_kind[kind].empty();
  }
  bool has_record(LanguageIndex language, RecordIndex record) const {
    return !news.empty() && !news[language].about[record].empty();
  }
};

// `changes`: one list a language, as collect_changes gives them.
FeedPlan plan_feeds(const Site& site, const std::vector<std::vector<LoggedChange>>& changes);

struct FeedSources {
  const std::vector<ViewContext>& contexts;  // one a language
  const FeedPlan& plan;
  const std::vector<std::vector<LoggedChange>>& changes;  // one list a language
  std::string base_url;                                   // with a slash at the end
};

// Hands all of them to `take`, from several threads, and says how many they were.
std::size_t write_feeds(const FeedSources& sources, std::size_t jobs, const TakeFile& take);

}  // namespace armillary
