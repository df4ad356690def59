#include "editing/stamp.h"

#include <catch2/catch.hpp>

#include "support/small_observatory.h"
#include "upkeep/text_digest.h"

using namespace armillary;

namespace {

const ContentFiles kTeas = {
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

ContentFiles with_translation(const std::string& front_matter) {
  return with(kTeas, {{"teas/longjing.zh.md", "---\n" + front_matter + "---\n\n绿。\n"}});
}

}  // namespace

TEST_CASE("a stamp says which original a translation was made from, and changes nothing else") {
  const std::string digest = text_digest("Green.");
  const auto stamped = [&](const std::string& front_matter, const std::vector<std::string>& ids) {
    const auto teas = observe(with_translation(front_matter));
    const std::vector<FileChange> changes = plan_digests(*teas->site->corpus, ids);
    return changes.empty() ? std::string() : changes.front().text;
  };
  CHECK(stamped("translation: {state: reviewed}   # by hand\n", {}) ==
        "---\ntranslation: {state: reviewed, of: " + digest + "}   # by hand\n---\n\n绿。\n");
  CHECK(stamped("translation:\n  state: machine\n", {}) ==
        "---\ntranslation:\n  of: " + digest + "\n  state: machine\n---\n\n绿。\n");
  // One that says something is changed only where it is named: then an editor has looked.
  const std::string stale = "translation: {of: 'sha256:0000000000000000', state: reviewed}\n";
  CHECK(stamped(stale, {}) == "");
  CHECK(stamped(stale, {"tieguanyin"}) == "");
  CHECK(stamped(stale, {"longjing"}) == "---\ntranslation: {of: " + digest + ", state: reviewed}\n---\n\n绿。\n");
}
