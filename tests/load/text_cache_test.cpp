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
    std::string reports = read_changed(std::nullopt);
    Diagnostics without;
    load_files(folder_, without);
    CHECK(reports == show_all(std::move(without)));
    return reports;
  }
  // The same where no others than these have changed.
  std::string read_changed(std::optional<std::vector<std::string>> changed) {
    Diagnostics with_cache;
    const LoadOptions options{.content_folder = folder_.path(),
                              .content_name = "content",
                              .jobs = 2,
                              .keeps_texts = false,  // the cache has its own
                              .cache = &cache,
                              .changed = std::move(changed)};
    corpus = load_corpus(options, with_cache);
    return show_all(std::move(with_cache));
  }
  std::string title_of(const std::string& id) const {
    return std::string(corpus->records[*corpus->find(id)].title().in(0));
  }
  std::string path_of(const std::string& name) const { return folder_.at(name); }
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

TEST_CASE("a file of which it is said that it has not changed is not looked at") {
  Rereading teas(with(kTeas, {{"teas/assam.yaml", "title: {en: Assam}\n"}}));
  const std::string first = teas.read();
  CHECK(!first.empty());
  teas.write("teas/puer.md", "---\ntitle: {en: Ripe Pu'er}\n---\nA text.\n");
  teas.write("teas/assam.yaml", "title: {en: Nobody looks}\n");
  CHECK(teas.read_changed({{"teas/puer.md"}}) == first);
  CHECK(teas.title_of("puer") == "Ripe Pu'er");
  CHECK(teas.title_of("assam") == "Assam");
  CHECK(teas.read_changed({{"teas/assam.yaml"}}) == first);
  CHECK(teas.title_of("assam") == "Nobody looks");
  CHECK(teas.read() == first);
  CHECK(teas.title_of("puer") == "Ripe Pu'er");
}

TEST_CASE("new files, missing ones and other schemas are found by what is said to have changed") {
  Rereading teas(with(kTeas, {{"teas/assam.yaml", "title: {en: Assam}\n"}}));
  teas.read();
  teas.write("teas/gunpowder.yaml", "title: {en: Gunpowder}\n");
  teas.read_changed({{"teas/gunpowder.yaml"}});
  CHECK(teas.corpus->records.size() == 4);
  teas.remove("teas/gunpowder.yaml");
  teas.read_changed({{"teas/gunpowder.yaml"}});
  CHECK(teas.corpus->records.size() == 3);
  teas.write("schema/tea.yaml",
             "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n  hue: {type: "
             "choice, options: {green: Green, dark: Dark}}\n");
  CHECK(teas.read_changed({{"schema/tea.yaml"}}).find("unknown-option") == std::string::npos);
}

TEST_CASE("what is wrong with a file that cannot be read is said again and again") {
  Rereading teas(with(kTeas, {{"teas/assam.yaml", "title: {en: Assam}\n"}}));
  std::filesystem::create_symlink("nowhere", teas.path_of("teas/lost.md"));
  const std::string first = teas.read();
  CHECK(first.find("broken-symbolic-link") != std::string::npos);
  CHECK(teas.read_changed({{"teas/puer.md"}}) == first);
}

TEST_CASE("of files that are too large each is told again and again, and no other is in its way") {
  Rereading teas(with(kTeas, {{"teas/assam.yaml", "title: {en: Assam}\nleaf: leaf.txt\n"}}));
  for (const char* name : {"teas/leaf.txt", "teas/puer.md"}) {
    teas.write(name, "");
    std::filesystem::resize_file(teas.path_of(name), kMaxFileSize + 1);
  }
  const std::string first = teas.read();
  CHECK(first.find("content/teas/assam.yaml:2:7: file-too-large") != std::string::npos);
  CHECK(first.find("content/teas/puer.md:0:0: file-too-large") != std::string::npos);
  CHECK(teas.read_changed({{"teas/sencha.md"}}) == first);
  CHECK(teas.read_changed({{"teas/puer.md"}}) == first);
}

TEST_CASE("what a file said before it became too large is forgotten") {
  Rereading teas(with(kTeas, {{"teas/assam.yaml", "title: {en: Assam}\n"}}));
  teas.read();
  std::filesystem::resize_file(teas.path_of("teas/puer.md"), kMaxFileSize + 1);
  const std::string told = teas.read_changed({{"teas/puer.md"}});
  CHECK(told.find("content/teas/puer.md:0:0: file-too-large") != std::string::npos);
  CHECK(teas.read_changed({{"teas/sencha.md"}}) == told);
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er}\n---\n");
  CHECK(teas.read_changed({{"teas/puer.md"}}).find("file-too-large") == std::string::npos);
  CHECK(teas.title_of("puer") == "Pu'er");
}

TEST_CASE("a link is always followed: what it leads to may have changed") {
  Rereading teas(
      with(kTeas, {{"teas/assam.yaml", "title: {en: Assam}\n"}, {".hidden/ceylon.yaml", "title: {en: Ceylon}\n"}}));
  std::filesystem::create_symlink("../.hidden/ceylon.yaml", teas.path_of("teas/ceylon.yaml"));
  teas.read();
  CHECK(teas.title_of("ceylon") == "Ceylon");
  teas.write(".hidden/ceylon.yaml", "title: {en: Uva}\n");
  teas.read_changed({{"teas/puer.md"}});
  CHECK(teas.title_of("ceylon") == "Uva");
}
