// A small observatory of teas with what its open data is made from.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/data_source.h"
#include "data/table.h"
#include "view/viewing.h"

namespace armillary {

inline const ContentFiles& data_teas() {
  static const ContentFiles kFiles = {
      {"site.yaml",
       "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\n"
       "languages:\n  zh: {tag: zh-Hans}\n  en: {}\nlicence: {name: CC BY 4.0, url: https://cc.example/by/}\n"},
      {"schema/tea.yaml",
       "kind: tea\nfolder: teas\nlabel: {zh: 茶, en: Tea}\nfields:\n  title: {type: text, localized: true}\n"
       "  hue: {type: choice, sourced: true, label: {zh: 色, en: Hue}, options: {green: {zh: 绿, en: Green}}}\n"
       "  found: {type: date, timeline: true}\n  price: {type: number, unit: yuan}\n"
       "  kin: {type: ref, many: true}\n  names: {type: text, any_language: true}\n"
       "  tasted:\n    type: group\n    many: true\n    fields:\n"
       "      by: {type: ref}\n      on: {type: date}\n      source: {type: ref}\n      words: {type: markdown}\n"},
      {"teas/puer.md",
       "---\ntitle: {zh: 普洱, en: Pu'er}\nhue: {value: green, source: book, place: 页三, stated: 黑, note: {zh: 误, "
       "en: "
       "Wrong}}\nfound: 2020-05~\nprice: 1.10\nkin: [book, long]\nnames: {ja: プーアル茶}\n"
       "tasted:\n  - {by: long, on: 2021, source: book, words: '*Good*'}\n  - {by: book}\npublished: 2024-01-02\n"
       "aliases: [old]\n---\n\n正文 [[long]]\n"},
      {"teas/puer.en.md", "---\ntranslation: {state: machine}\n---\nText\n"},
      {"teas/long.yaml", "title: {zh: 龙井, en: '=Longjing'}\nhue: not-stated\nkin: [puer]\n"},
      {"teas/book.yaml", "title: {zh: 书, en: Book}\nkin: [puer]\n"},
  };
  return kFiles;
}

struct Tabling {
  std::unique_ptr<Viewing> viewing;
  std::vector<Words> words;
  std::unique_ptr<DataSource> source;
};

inline std::unique_ptr<Tabling> tabling_of(const ContentFiles& files) {
  auto out = std::make_unique<Tabling>();
  out->viewing = view_of(files);
  out->words.assign(out->viewing->site().file().languages.size(), few_words());
  out->source = std::make_unique<DataSource>(out->viewing->site(), "https://tea.example/", out->words);
  return out;
}

// A table as lines: names of columns, then rows, cells parted by `;`.
inline std::string show(const Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) out += (i == 0 ? "" : ";") + table.columns[i].name;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    out.append(i % table.columns.size() == 0 ? "\n" : ";").append(table.cells[i]);
  }
  return out;
}

}  // namespace armillary
