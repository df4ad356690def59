// A small observatory with news in two languages.
#pragma once

#include "view/viewing.h"

namespace armillary {

inline Words feed_words() {
  Words words = few_words();
  words.forms["step_of"]["other"] = "{title}: {step}";
  words.forms["calendar"]["other"] = "Calendar";
  words.forms["calendar_note"] = {{"one", "{n} date left out"}, {"other", "{n} dates left out"}};
  words.forms["calendar_earlier"]["other"] = "{n} are too old";
  words.forms["published"]["other"] = "First published";
  words.forms["change_log"]["other"] = "Change log";
  words.forms["change_log_intro"]["other"] = "What changed.";
  words.forms["withdrawn_notice"]["other"] = "Withdrawn.";
  words.forms["feed_of_record"]["other"] = "News of it";
  return words;
}

inline std::unique_ptr<Viewing> newsroom_of(const ContentFiles& files) {
  auto out = view_of(files);
  out->words = feed_words();
  return out;
}

inline const ContentFiles& news_files() {
  static const ContentFiles kFiles = {
      {"site.yaml",
       "title: {zh: 茶, en: Teas & more}\nbase_url: https://tea.example/x/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: "
       "{}\n"},
      {"schema/tea.yaml",
       "kind: tea\nfolder: teas\nlabel: {zh: 茶类, en: {one: Tea, many: Teas}}\nfields:\n"
       "  title: {type: text, localized: true}\n  summary: {type: text, localized: true}\n"
       "  found: {type: date, timeline: true, label: {zh: 发现, en: Found}}\n"
       "  like: {type: ref, many: true}\n"
       "  history: {type: group, many: true, fields: {what: {type: choice, options: {sold: {zh: 售, en: Sold}, "
       "bought: {zh: 购, en: Bought}}}, on: {type: date, timeline: true}}}\n"},
      {"teas/old.yaml", "title: {zh: 老, en: Old}\nfound: 2001-02-28\npublished: 2023-01-05\nlike: [new]\n"},
      {"teas/new.yaml",
       "title: {zh: 新, en: New <1>}\nsummary: {zh: 好茶。, en: 'Good; hot, sweet.'}\nfound: 2020-05\npublished: "
       "2023-01-05\n"
       "aliases: [newest, newer]\nchanges:\n  - {date: 2024-02-03, note: {zh: 改, en: Mended}}\n"
       "  - {date: 2024-02-03, note: {zh: 又改, en: Mended again}}\n"
       "history: [{what: sold, on: 2021-12-31}, {what: sold, on: 2022-03-01/2022-03-03}, {what: bought, on: "
       "2022-04-01~}]\n"},
      {"teas/zh-only.md", "---\ntitle: {zh: 独, en: Only}\nverified: 2025-01-01\nlike: [new]\n---\n文\n"},
      {"teas/silent.yaml", "title: {zh: 默, en: Silent}\nlike: [new, old]\n"},
      {"teas/gone.yaml",
       "title: {zh: 去, en: Gone}\nfound: 2019-01-01\npublished: 2022\nwithdrawn: {reason: {zh: 误, en: A mistake.}}\n"
       "like: [gone]\n"},
  };
  return kFiles;
}

}  // namespace armillary
