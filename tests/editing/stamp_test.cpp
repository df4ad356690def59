#include "editing/stamp.h"

#include <catch2/catch.hpp>

#include "support/translated_teas.h"
#include "upkeep/text_digest.h"

using namespace armillary;

namespace {

ContentFiles with_translation(const std::string& front_matter) {
  return with(kTranslatedTeas, {{"teas/longjing.zh.md", "---\n" + front_matter + "---\n\n绿。\n"}});
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
