#include "view/linked_record.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

using Json = nlohmann::json;

const char* const kSchema =
    "kind: tea\nfolder: teas\nlabel: Tea\n"
    "jsonld:\n  type: Product\n  subtype: {field: hue, values: {green: GreenTea}}\n  properties:\n"
    "    color: hue\n    productID: {field: hue, form: id}\n    releaseDate: {field: found, form: start}\n"
    "    endDate: {field: found, form: end}\n    temporal: found\n    weight: weight\n    isRelatedTo: like\n"
    "    author: {field: makers, form: author}\n    soldOn: {field: steps.on, where: {what: [sold]}}\n"
    "    state: {field: state, values: {out: 'https://x.example/Out'}}\n    organic: organic\n"
    "    seller: {field: like, only: [tea], as: Organization}\n    buyer: {field: like, only: [cup]}\n"
    "    brand: {field: code, as: Brand}\n    keywords: grades\n"
    "fields:\n  title: {type: text, localized: true}\n  summary: {type: text, localized: true}\n"
    "  grades: {type: text, localized: true, many: true}\n"
    "  hue: {type: choice, options: {green: {zh: 绿, en: Green}, black: {zh: 黑, en: Black}}}\n"
    "  found: {type: date}\n  weight: {type: number}\n  like: {type: ref, many: true}\n"
    "  makers: {type: text, many: true}\n  organic: {type: boolean}\n"
    "  code: {type: text, link: 'https://codes.example/{value}'}\n"
    "  state: {type: choice, options: [in, out], derived: {from: steps, choice: what, date: on, map: {sold: out}}}\n"
    "  steps: {type: group, many: true, fields: {what: {type: choice, options: [sold, bought]}, on: {type: date}}}\n";

std::unique_ptr<Viewing> teas(const std::string& tea) {
  return view_of(
      {{"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: {}\n"},
       {"schema/tea.yaml", kSchema},
       {"schema/cup.yaml", "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text, localized: true}\n"},
       {"teas/a.yaml", "title: {zh: 甲, en: A}\n" + tea},
       {"teas/b.yaml", "title: {zh: 乙, en: '</script><!-- & B'}\nhue: green\n"}});
}

Json linked(const Viewing& viewing, const std::string& id, LanguageIndex language = 1) {
  return Json::parse(linked_record(viewing.contexts[language], viewing.index(id), "https://tea.example/"));
}

}  // namespace

TEST_CASE("a record has its names, its page and one identity in all languages") {
  const auto viewing = teas("summary: {zh: 好, en: Good}\n");
  CHECK(linked(*viewing, "a") ==
        Json::parse(R"({"@type": "Product", "@id": "https://tea.example/zh/teas/a/#it", "name": "A",
                        "alternateName": "甲", "description": "Good",
                        "mainEntityOfPage": "https://tea.example/en/teas/a/"})"));
  CHECK(linked(*viewing, "a", 0)["@id"] == "https://tea.example/zh/teas/a/#it");
  CHECK(linked(*viewing, "a", 0)["name"] == "甲");
}

TEST_CASE("values have the forms that their fields ask for") {
  const auto viewing = teas(
      "hue: green\nfound: 2020-05/2021\nweight: 1.50\norganic: true\nlike: [b]\nmakers: ['Lu, Yu', Tea House]\n"
      "code: 'a b'\nsteps: [{what: sold, on: 2021-02-03}, {what: bought, on: 2020}]\n");
  const Json json = linked(*viewing, "a");
  CHECK(json["@type"] == "GreenTea");
  CHECK(json["color"] == "Green");
  CHECK(json["productID"] == "green");
  CHECK(json["releaseDate"] == "2020-05");
  CHECK(json["endDate"] == "2021");
  CHECK(json["temporal"] == "2020-05/2021");
  CHECK(json["weight"] == 1.5);
  CHECK(json["organic"] == true);
  CHECK(json["isRelatedTo"] == Json::parse(R"({"@type": "GreenTea", "name": "</script><!-- & B",
                                               "url": "https://tea.example/en/teas/b/"})"));
  CHECK(json["seller"]["@type"] == "Organization");
  CHECK(json["seller"]["name"] == "</script><!-- & B");
  CHECK(!json.contains("buyer"));
  CHECK(json["brand"] == Json::parse(R"({"@type": "Brand", "name": "a b"})"));
  CHECK(json["author"] == Json::parse(R"([{"@type": "Person", "name": "Yu Lu", "familyName": "Lu", "givenName": "Yu"},
                                          {"@type": "Organization", "name": "Tea House"}])"));
  CHECK(json["soldOn"] == "2021-02-03");
  CHECK(json["state"] == "https://x.example/Out");
  CHECK(json["sameAs"] == "https://codes.example/a%20b");
}

TEST_CASE("a word that two languages share is told once") {
  const auto viewing = teas("grades: {zh: [芽, FTGFOP], en: [Bud, FTGFOP]}\n");
  CHECK(linked(*viewing, "a")["keywords"] == Json::parse(R"(["芽", "FTGFOP", "Bud"])"));
}

TEST_CASE("what is not known exactly is not said, nor is a term that the mapping leaves out") {
  const Json json = linked(*teas("hue: black\nfound: 2020~\n"), "a");
  CHECK(json["@type"] == "Product");
  CHECK(json["color"] == "Black");
  CHECK(!json.contains("releaseDate"));
  CHECK(!json.contains("temporal"));
  CHECK(!json.contains("state"));
}

TEST_CASE("nothing in a text can end the script") {
  const auto viewing = teas("");
  const std::string text = linked_record(viewing->contexts[1], viewing->index("b"), "https://tea.example/");
  CHECK(text.find('<') == std::string::npos);
  CHECK(text.find('>') == std::string::npos);
  CHECK(text.find('&') == std::string::npos);
  CHECK(linked(*viewing, "b")["name"] == "</script><!-- & B");
}
