#include "load/text_recall.h"

#include <catch2/catch.hpp>

#include "load/load.h"
#include "support/small_observatory.h"

using namespace armillary;

namespace {

const std::string kSite = "title: Teas\nbase_url: https://tea.example/\nlanguages:\n  en: {}\n";
const ContentFiles kTeas = {
    {"site.yaml", kSite + "without: [search, data, status]\n"},
    {"schema/tea.yaml", "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n"},
    {"teas/assam.yaml", "title: {en: Assam}\n"},
    {"teas/puer.md", "---\ntitle: {en: Pu'er}\n---\nA text of [[sencha]].\n"},
    {"teas/sencha.md", "---\ntitle: {en: Sencha}\n---\nA text.\n\n## Steeping\n"},
};
using Places = std::vector<std::size_t>;  // of texts: assam 0, puer 1, sencha 2

// An observatory that is read by one build after the other.
class Builds {
 public:
  explicit Builds(const ContentFiles& files) { write_content(folder_, files); }

  // The next build; how the texts differ from the last one.
  std::optional<TextChanges> read() {
    TextRecall recall(last_ ? &*last_ : nullptr);
    Diagnostics diagnostics;
    LoadOptions options{folder_.path(), "content", false, 2};
    options.recall = &recall;
    corpus = load_corpus(options, diagnostics);
    reports = show_all(std::move(diagnostics));
    auto out = recall.changes();
    last_ = recall.take();
    return out;
  }
  void write(const std::string& name, const std::string& text) {
    make_folders(folder_.at(name.substr(0, name.find('/') + 1)));
    write_file(folder_.at(name), text);
  }

  const Body& body(const std::string& id) const { return *corpus->records[*corpus->find(id)].bodies[0]; }
  bool is_parsed(const std::string& id) const { return body(id).later == nullptr; }

  std::unique_ptr<const Corpus> corpus;
  std::string reports;

 private:
  TemporaryFolder folder_;
  std::optional<KnownTexts> last_;
};

}  // namespace

TEST_CASE("without a last time everything may have changed, and everything is parsed") {
  Builds teas(kTeas);
  CHECK_FALSE(teas.read());
  CHECK(teas.is_parsed("puer"));
}

TEST_CASE("where nothing has changed, outlines stand for all bodies until they are wanted") {
  Builds teas(kTeas);
  teas.read();
  const std::string whole = teas.body("sencha").whole().html;
  const auto changes = teas.read();
  REQUIRE(changes);
  CHECK(changes->hidden.empty());
  CHECK(changes->seen.empty());
  CHECK_FALSE(teas.is_parsed("puer"));
  CHECK_FALSE(teas.is_parsed("sencha"));
  CHECK(teas.body("sencha").document->html.empty());
  CHECK(teas.body("sencha").document->headings[0].id == "steeping");
  CHECK(teas.body("sencha").whole().html == whole);
  CHECK(whole.find("Steeping</h2>") != std::string::npos);
}

TEST_CASE("a body that is wanted after its file has changed is told to be another") {
  Builds teas(kTeas);
  teas.read();
  teas.read();
  teas.write("teas/sencha.md", "---\ntitle: {en: Sencha}\n---\nAnother text.\n");
  CHECK_THROWS_AS(teas.body("sencha").whole(), TextHasChanged);
  CHECK(teas.body("puer").whole().html.find("A text of") != std::string::npos);
}

TEST_CASE("a body of which others see no change is parsed alone") {
  Builds teas(kTeas);
  teas.read();
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er}\n---\nMore words of [[sencha|green tea]].\n");
  const auto changes = teas.read();
  REQUIRE(changes);
  CHECK(changes->hidden == Places{1});
  CHECK(changes->seen.empty());
  CHECK(teas.is_parsed("puer"));
  CHECK_FALSE(teas.is_parsed("sencha"));
}

TEST_CASE("what others see of a text is told from what they do not") {
  Builds teas(kTeas);
  teas.read();
  const auto seen_after = [&](const std::string& name, const std::string& text) {
    teas.write(name, text);
    const auto changes = teas.read();
    CHECK(teas.read()->seen.empty());
    return changes && changes->hidden.empty() ? changes->seen : Places();
  };
  CHECK(seen_after("teas/puer.md", "---\ntitle: {en: Pu'er}\n---\nNo link.\n") == Places{1});
  CHECK(seen_after("teas/puer.md", "---\ntitle: {en: Puerh}\n---\nNo link.\n") == Places{1});
  CHECK(seen_after("teas/puer.md", "---\ntitle: {en: Puerh}\n---\n") == Places{1});
  CHECK(seen_after("teas/puer.md", "---\ntitle: {en: Puerh}\n---\nA body.\n") == Places{1});
  CHECK(seen_after("teas/assam.yaml", "title: {en: From Assam}\n") == Places{0});
  teas.write("teas/puer.md", "---\ntitle: {en: Puerh}\n---\nA body of [[sencha]].\n");
  CHECK(seen_after("teas/assam.yaml", "title: {en: Assam}\n") == Places{0, 1});
}

TEST_CASE("where something besides texts is another, everything may have changed and is parsed") {
  Builds teas(kTeas);
  teas.read();
  const auto changes = [&](const std::string& name, const std::string& text) {
    teas.write(name, text);
    CHECK_FALSE(teas.read());
    CHECK(teas.is_parsed("sencha"));
    CHECK(teas.read());
  };
  changes("teas/oolong.yaml", "title: {en: Oolong}\n");
  changes("site.yaml", kSite + "tagline: {en: Leaves}\nwithout: [search, data, status]\n");
  changes("schema/tea.yaml", "kind: tea\nfolder: teas\nlabel: Teas\nfields:\n  title: {type: text, localized: true}\n");
  changes("vocabularies/hues.yaml", "dark: {en: Dark}\n");
}

TEST_CASE("where an output reads whole texts, all are parsed, and it is still known which have changed") {
  for (const char* without : {"[search, data]", "[search, status]", "[data, status]"}) {
    ContentFiles files = kTeas;
    files["site.yaml"] = kSite + "without: " + without + "\n";
    Builds teas(files);
    teas.read();
    teas.write("teas/sencha.md", "---\ntitle: {en: Sencha}\n---\nOther words.\n\n## Steeping\n");
    CHECK(teas.read()->hidden == Places{2});
    CHECK(teas.is_parsed("puer"));
  }
}

TEST_CASE("what was said about a text is said each time") {
  Builds teas(kTeas);
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er}\n---\n# A second title\n");
  teas.read();
  const std::string first = teas.reports;
  CHECK(first.find("title-heading") != std::string::npos);
  CHECK(teas.read()->seen.empty());
  CHECK(teas.reports == first);
  CHECK(teas.is_parsed("puer"));
  CHECK_FALSE(teas.is_parsed("sencha"));
}
