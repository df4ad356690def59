#include "load/content_tree.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

using Paths = std::vector<std::string>;

// "folder/id.language" with "(yaml)" for a file without a text.
Paths texts_of(const ContentTree& tree) {
  Paths out;
  for (const ContentFile& file : tree.texts) {
    out.push_back(file.folder + "/" + file.id + "." + file.language + (file.is_yaml ? "(yaml)" : ""));
  }
  return out;
}

}  // namespace

TEST_CASE("every file is what its path says") {
  const ContentTree tree =
      sort_content({"pages/about.md", "pages/about.en.md", "schema/tea.yaml", "site.yaml", "teas/puer.en.md",
                    "teas/puer.md", "teas/sencha.yaml", "vocabularies/hues.yaml"});
  CHECK(tree.has_site_file);
  CHECK(tree.schemas == Paths{"schema/tea.yaml"});
  CHECK(tree.vocabularies == Paths{"vocabularies/hues.yaml"});
  CHECK(texts_of(tree) == Paths{"pages/about.", "pages/about.en", "teas/puer.en", "teas/puer.", "teas/sencha.(yaml)"});
  CHECK(tree.others.empty());
  CHECK(tree.unknown.empty());
}

TEST_CASE("what belongs nowhere is told apart from files beside records") {
  const ContentTree tree = sort_content({"notes.md", "schema/deep/tea.yaml", "schema/tea.yml", "teas/deep/puer.md",
                                         "teas/leaf.png", "vocabularies/hues.txt", "vocabularies/deep/hues.yaml"});
  CHECK_FALSE(tree.has_site_file);
  CHECK(tree.schemas.empty());
  CHECK(tree.others == Paths{"teas/deep/puer.md", "teas/leaf.png"});
  CHECK(tree.unknown == Paths{"notes.md", "schema/deep/tea.yaml", "schema/tea.yml", "vocabularies/hues.txt",
                              "vocabularies/deep/hues.yaml"});
}

TEST_CASE("hidden files and folders are passed over, wherever they stand") {
  const ContentTree tree = sort_content({".DS_Store", ".git/config", "teas/.puer.md.swp", "teas/.cache/a.md"});
  CHECK(tree.texts.empty());
  CHECK(tree.others.empty());
  CHECK(tree.unknown.empty());
}

TEST_CASE("the language of a text is what stands behind the first point") {
  const ContentTree tree =
      sort_content({"teas/a.pt-br.md", "teas/a.b.c.md", "teas/a.en.yaml", "teas/.md", "teas/a..md"});
  CHECK(texts_of(tree) == Paths{"teas/a.pt-br", "teas/a.b.c", "teas/a.en.(yaml)", "teas/a."});
}

TEST_CASE("a site.yaml in a folder of records is a record") {
  const ContentTree tree = sort_content({"teas/site.yaml"});
  CHECK_FALSE(tree.has_site_file);
  CHECK(texts_of(tree) == Paths{"teas/site.(yaml)"});
}

TEST_CASE("files that editors make for a moment are known by their names") {
  for (const char* path : {"teas/puer.md~", "teas/.puer.md.swp", "teas/#puer.md#", "4913", "teas/4913",
                           "teas/.#puer.md", "teas/puer.md.tmp", "teas/puer.md___jb_tmp___"}) {
    CAPTURE(path);
    CHECK(is_editor_file(path));
  }
  for (const char* path : {"teas/puer.md", "puer.yaml", "teas/a#b.md", "teas/#a.md", "teas/49131", "a~b/puer.md"}) {
    CAPTURE(path);
    CHECK_FALSE(is_editor_file(path));
  }
}
