#include "view/addresses.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

const Language kPortuguese{"pt-br", "pt-BR", "Português", false};

}  // namespace

TEST_CASE("every page has its address, the language first") {
  Kind kind;
  kind.name = "tea";
  kind.folder = "teas";
  Record record;
  record.kind = &kind;
  record.id = "puer";
  Page page;
  page.id = "about";
  ViewFile view;
  view.path.value = "all-teas";
  CHECK(home_address(kPortuguese) == "pt-br/");
  CHECK(kind_address(kPortuguese, kind) == "pt-br/teas/");
  CHECK(record_address(kPortuguese, record) == "pt-br/teas/puer/");
  CHECK(alias_address(kPortuguese, kind, "pu-erh") == "pt-br/teas/pu-erh/");
  CHECK(years_address(kPortuguese) == "pt-br/years/");
  CHECK(year_address(kPortuguese, 2023) == "pt-br/years/2023/");
  CHECK(field_address(kPortuguese, "parties.party") == "pt-br/by/parties.party/");
  CHECK(option_address(kPortuguese, "binding", "non-binding") == "pt-br/by/binding/non-binding/");
  CHECK(view_address(kPortuguese, view) == "pt-br/all-teas/");
  CHECK(page_address(kPortuguese, page) == "pt-br/pages/about/");
  CHECK(attachment_address("teas", "leaf.png") == "files/teas/leaf.png");
}

TEST_CASE("a year has at least four digits") {
  CHECK(year_in_address(794) == "0794");
  CHECK(year_in_address(1) == "0001");
  CHECK(year_in_address(9999) == "9999");
}

TEST_CASE("the first part of a long list is the list itself") {
  CHECK(part_address("en/teas/", 1) == "en/teas/");
  CHECK(part_address("en/teas/", 2) == "en/teas/pages/2/");
  CHECK(part_address("en/teas/", 12) == "en/teas/pages/12/");
}

TEST_CASE("the way to the root has a step for every folder") {
  CHECK(root_from("") == "./");
  CHECK(root_from("404.html") == "./");
  CHECK(root_from("en/") == "../");
  CHECK(root_from("en/teas/") == "../../");
  CHECK(root_from("en/teas/puer/") == "../../../");
  CHECK(root_from("en/teas/pages/2/") == "../../../../");
  CHECK(root_from("en/by/binding/non-binding/pages/2/") == "../../../../../../");
  CHECK(root_from("en/teas/feed.xml") == "../../");
}

TEST_CASE("a folder's address is answered by its index") {
  CHECK(file_of_address("") == "index.html");
  CHECK(file_of_address("en/") == "en/index.html");
  CHECK(file_of_address("en/teas/puer/") == "en/teas/puer/index.html");
  CHECK(file_of_address("404.html") == "404.html");
}
