#include "load/text_cache.h"

#include <catch2/catch.hpp>

#include "load/load.h"
#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kTeas = {
    {"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages:\n  en: {}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n  hue: {type: choice, "
     "options: {dark: Dark}}\n  leaf: {type: file}\n"},
    {"teas/puer.md", "---\ntitle: {en: Pu'er}\nhue: dark\n---\nA text.\n"},
    {"teas/sencha.md", "---\ntitle: {en: Sencha}\nhue: green\n---\nA text.\n"},
    {"teas/assam.yaml", "title: {en: Assam}\nleaf: leaf.txt\n"},
};

// An observatory that is read again and again.
class Rereading {
 public:
  explicit Rereading(const ContentFiles& files) { write_content(folder_, files); }

  // What is reported, the same with the cache and without it.
  std::string read() {
    Diagnostics with_cache;
    LoadOptions options{folder_.path(), "content", false, 2};
    options.cache = &cache;
    options.keeps_texts = false;  // the cache has its own
    corpus = load_corpus(options, with_cache);
    Diagnostics without;
    load_files(folder_, without);
    const std::string reports = show_all(std::move(with_cache));
    CHECK(reports == show_all(std::move(without)));
    return reports;
  }
  void write(const std::string& name, const std::string& text) { write_file(folder_.at(name), text); }
  void remove(const std::string& name) { std::filesystem::remove(folder_.at(name)); }

  TextCache cache;
  std::unique_ptr<const Corpus> corpus;

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("what has not changed is known from the reading before, its mistakes too") {
  Rereading teas(kTeas);
  const std::string first = teas.read();
  CHECK(first.find("content/teas/sencha.md:3:6: unknown-option") != std::string::npos);
  CHECK(first.find("content/teas/assam.yaml:2:7: file-missing") != std::string::npos);
  const CachedText* kept = &teas.cache.texts.at("teas/puer.md");
  CHECK(teas.read() == first);
  CHECK(&teas.cache.texts.at("teas/puer.md") == kept);
  CHECK(teas.corpus->records.size() == 3);
  const Record& puer = teas.corpus->records[*teas.corpus->find("puer")];
  CHECK(puer.kind == teas.corpus->schema.find_kind("tea"));
  CHECK(puer.bodies.front()->document->plain_text == "A text.");
}

TEST_CASE("what has changed is read anew, and what is gone forgotten") {
  Rereading teas(kTeas);
  teas.read();
  teas.write("teas/sencha.md", "---\ntitle: {en: Sencha}\nhue: dark\n---\nA text.\n");
  teas.remove("teas/puer.md");
  CHECK(teas.read().find("sencha") == std::string::npos);
  CHECK(teas.corpus->records.size() == 2);
  CHECK(teas.cache.texts.size() == 2);
}

TEST_CASE("another schema or a file beside a record makes everything new") {
  Rereading teas(kTeas);
  teas.read();
  teas.write("teas/leaf.txt", "leaf");
  CHECK(teas.read().find("file-missing") == std::string::npos);
  teas.write(
      "schema/tea.yaml",
      "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n  hue: {type: choice, "
      "options: {dark: Dark, green: Green}}\n  leaf: {type: file}\n");
  CHECK(teas.read().find("unknown-option") == std::string::npos);
}
