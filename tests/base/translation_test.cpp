#include "base/translation.h"

#include <catch2/catch.hpp>
#include <string>

using namespace armillary;

namespace {

constexpr Message kNoRecord{Severity::error, "unknown-record", "no record '{}'{}"};
constexpr Message kFound{Severity::error, "expected", "'{}' needs {}, write {{{}: …}}"};

Translation backwards() {
  return {"xx",
          {{"unknown-record", "{2} <{1}> missing"}, {"expected", "{3} {2} {1} {x}"}},
          {{"; did you mean {}?", "?{1}"},
           {"a list", "LIST"},
           {"{} and '{}'", "{1} & <{2}>"},
           {"{}, '{}'", "{1} + <{2}>"},
           {"'{}'", "<{1}>"},
           {" and {} more", " +{1}"}}};
}

std::string said(const Message& message, const MessageParts& parts, const MessageParts& additions = {}) {
  Diagnostics diagnostics;
  diagnostics.report_parts(message, SourceFile{"a", "x"}, {0, 1}, parts, additions);
  return backwards().say(diagnostics.all().front());
}

}  // namespace

TEST_CASE("a translation puts the parts of a message where its own text has them") {
  CHECK(said(kNoRecord, {"uk", ""}) == " <uk> missing");
}

TEST_CASE("what an editor wrote in quotes is never translated") {
  CHECK(said(kNoRecord, {"a list", ""}) == " <a list> missing");
}

TEST_CASE("a part outside of quotes is a phrase") {
  CHECK(said(kFound, {"a list", "a list", "zh"}) == "zh LIST a list {x}");
}

TEST_CASE("suggestions are translated with the list inside them") {
  CHECK(said(kNoRecord, {"uk", "; did you mean 'a'?"}) == "?<a> <uk> missing");
  CHECK(said(kNoRecord, {"uk", "; did you mean 'a', 'b' and 'c'?"}) == "?<a> + <b> & <c> <uk> missing");
}

TEST_CASE("what stands in quotes ends at the first quotation mark") {
  const Translation words("xx", {},
                          {{"no tea '{}'{}", "{2} <{1}> no tea"},
                           {"taken: '{}'", "{1} taken"},
                           {"; did you mean {}?", "?{1}"},
                           {"'{}'", "<{1}>"}});
  CHECK(words.say("no tea 'a'; did you mean 'b'?") == "?<b> <a> no tea");
  CHECK(words.say("taken: 'it's'") == "it's taken");
}

TEST_CASE("a phrase into which the quotation marks fit comes before one into which they do not") {
  const Translation words("xx", {},
                          {{"no '{}'", "none: {1}"}, {"no {} and '{}'", "neither {1} nor {2}"}, {"'{}'", "<{1}>"}});
  CHECK(words.say("no 'a' and 'b'") == "neither <a> nor b");
}

TEST_CASE("what stands behind a message is translated by itself") {
  CHECK(said(kNoRecord, {"uk", ""}, {" and 3 more"}) == " <uk> missing +3");
}

TEST_CASE("a message or phrase without a translation is English") {
  constexpr Message kOther{Severity::error, "other", "no {}"};
  CHECK(said(kOther, {"a list"}, {", while b"}) == "no a list, while b");
  CHECK(backwards().say("a mapping") == "a mapping");
}

TEST_CASE("the empty translation speaks English") {
  Diagnostics diagnostics;
  diagnostics.report_file(kNoRecord, "a", "uk", "; did you mean 'us'?");
  CHECK(Translation().say(diagnostics.all().front()) == "no record 'uk'; did you mean 'us'?");
  CHECK(Translation().language() == "en");
}
