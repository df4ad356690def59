// A small observatory with the plan of its pages.
#pragma once

#include <string>
#include <vector>

#include "output/page_plan.h"
#include "output/page_view.h"
#include "view/viewing.h"

namespace armillary {

inline const ContentFiles& tea_site() {
  static const ContentFiles kFiles = {
      {"site.yaml",
       "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: {}\n"
       "without: [search]\nviews: [{view: timeline, path: time, title: {zh: 时, en: Time}}]\n"},
      {"schema/tea.yaml",
       "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n"
       "  hue: {type: choice, facet: true, options: [green, black]}\n  found: {type: date, timeline: true}\n"},
      {"pages/about.md", "---\ntitle: {zh: 关于, en: About}\n---\n文\n"},
      {"pages/about.en.md", "Text\n"},
      {"teas/a.md",
       "---\ntitle: {zh: 甲, en: A}\nhue: green\nfound: 2020-05\naliases: [old]\npublished: 2023-01\nchanges: [{date: "
       "2024-02-03, note: {zh: 改, en: Changed}}]\n---\n文 [[b]]\n"},
      {"teas/b.yaml", "title: {zh: 乙, en: B}\nfound: 2021\n"},
  };
  return kFiles;
}

struct Planning {
  std::unique_ptr<Viewing> viewing;
  SiteIndex index;
  SharedLists lists;
  std::vector<DrawnCard> cards;
  std::vector<PlannedPage> pages;
  std::string reports;  // of the plan, as show_all gives them

  PageSources sources() const {
    return {viewing->site(), index, lists, viewing->contexts, "https://tea.example/", cards};
  }
};

inline std::unique_ptr<Planning> plan(const ContentFiles& files) {
  auto out = std::make_unique<Planning>();
  out->viewing = view_of(files);
  out->index = index_site(out->viewing->site(), 1);
  Diagnostics diagnostics;
  out->pages = plan_pages(out->viewing->site(), out->index, diagnostics);
  out->reports = show_all(std::move(diagnostics));
  return out;
}

}  // namespace armillary
