// An observatory of two teas, one of them with a text and its translation, for tests of what is lacking and of its
// mending.
#pragma once

#include "support/small_observatory.h"

namespace armillary {

inline const ContentFiles kTranslatedTeas = {
    {"site.yaml",
     "title: {en: Teas, zh: 茶}\nbase_url: https://tea.example/\n"
     "languages: {en: {tag: en, label: English}, zh: {tag: zh-Hans, label: 中文}}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n"
     "  title: {type: text, localized: true, required: true}\n"
     "  price: {type: number, sourced: true}\n"
     "  like: {type: ref, to: [tea]}\n"},
    {"teas/longjing.md",
     "---\ntitle: {en: Longjing, zh: 龙井}\nlike: tieguanyin\nverified: 2024-06-01\n---\n\nGreen.\n"},
    {"teas/longjing.zh.md", "---\ntranslation: {state: reviewed}\n---\n\n绿。\n"},
    {"teas/tieguanyin.yaml", "title: {en: Tieguanyin, zh: 铁观音}\nverified: 2024-06-01\n"},
};

}  // namespace armillary
