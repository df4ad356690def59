#include "output/sitemap.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "charts/svg_reading.h"
#include "output/planning.h"

using namespace armillary;

namespace {

struct Listed {
  std::string address;
  std::string changed;
  std::vector<std::pair<std::string, std::string>> alternates;  // language, address
};

std::vector<Listed> sitemap_of(const Planning& planning) {
  const std::string xml = make_sitemap(planning.sources(), planning.pages);
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  REQUIRE(xml.find(declaration) == 0);
  std::string body = xml.substr(declaration.size());
  body.erase(body.find_last_not_of('\n') + 1);
  // The reader knows no prefixes.
  for (std::size_t at = 0; (at = body.find("xhtml:", at)) != std::string::npos;) body.erase(at, 6);
  for (std::size_t at = 0; (at = body.find("xmlns:", at)) != std::string::npos;) body.replace(at, 6, "xmlns-");
  const XmlElement root = XmlReader(body).read();
  CHECK(root.name == "urlset");
  CHECK(root.attributes.at("xmlns") == "http://www.sitemaps.org/schemas/sitemap/0.9");
  std::vector<Listed> out;
  for (const XmlElement& url : root.children) {
    CHECK(url.name == "url");
    Listed listed;
    for (const XmlElement& child : url.children) {
      if (child.name == "loc") listed.address = child.text;
      if (child.name == "lastmod") listed.changed = child.text;
      if (child.name == "link") {
        CHECK(child.attributes.at("rel") == "alternate");
        listed.alternates.emplace_back(child.attributes.at("hreflang"), child.attributes.at("href"));
      }
    }
    out.push_back(listed);
  }
  return out;
}

const Listed* find(const std::vector<Listed>& listed, const std::string& address) {
  const auto found = std::find_if(listed.begin(), listed.end(),
                                  [&](const Listed& each) { return each.address == "https://tea.example/" + address; });
  return found == listed.end() ? nullptr : &*found;
}

using Alternates = std::vector<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("the sitemap names every page once, with its languages") {
  const auto planning = plan(tea_site());
  const auto listed = sitemap_of(*planning);
  const Listed* record = find(listed, "en/teas/b/");
  REQUIRE(record != nullptr);
  CHECK(record->alternates ==
        Alternates{{"zh-Hans", "https://tea.example/zh/teas/b/"}, {"en", "https://tea.example/en/teas/b/"}});
  REQUIRE(find(listed, "") != nullptr);
  CHECK(find(listed, "")->alternates.empty());
  CHECK(find(listed, "en/pages/about/") != nullptr);
  std::set<std::string> addresses;
  for (const Listed& each : listed) addresses.insert(each.address);
  CHECK(addresses.size() == listed.size());
}

TEST_CASE("redirects, the page of errors and pages that fall back to another language are left out") {
  const auto planning = plan(tea_site());
  const auto listed = sitemap_of(*planning);
  CHECK(find(listed, "404.html") == nullptr);
  CHECK(find(listed, "en/teas/old/") == nullptr);
  // The text of `a` is in Chinese only.
  CHECK(find(listed, "en/teas/a/") == nullptr);
  REQUIRE(find(listed, "zh/teas/a/") != nullptr);
  CHECK(find(listed, "zh/teas/a/")->alternates == Alternates{{"zh-Hans", "https://tea.example/zh/teas/a/"}});
}

TEST_CASE("a record says when it last changed") {
  const auto planning = plan(tea_site());
  const auto listed = sitemap_of(*planning);
  REQUIRE(find(listed, "zh/teas/a/") != nullptr);
  CHECK(find(listed, "zh/teas/a/")->changed == "2024-02-03");
  CHECK(find(listed, "zh/teas/b/")->changed == "");
}

TEST_CASE("robots are welcome and shown the sitemap") {
  CHECK(make_robots("https://tea.example/x/") ==
        "User-agent: *\nAllow: /\nSitemap: https://tea.example/x/sitemap.xml\n");
}
