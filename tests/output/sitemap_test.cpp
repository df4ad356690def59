#include "output/sitemap.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
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

using Files = std::map<std::string, std::string>;

Files files_of(const Planning& planning, const SitemapBounds& bounds) {
  Files out;
  const TakeFile take = [&](const std::string& name, const FileContent& content) {
    CHECK(out.emplace(name, content.joined()).second);
  };
  write_sitemap(planning.sources(), planning.pages, take, bounds);
  return out;
}

XmlElement root_of(const std::string& xml) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  REQUIRE(xml.find(declaration) == 0);
  std::string body = xml.substr(declaration.size());
  body.erase(body.find_last_not_of('\n') + 1);
  // The reader knows no prefixes.
  for (std::size_t at = 0; (at = body.find("xhtml:", at)) != std::string::npos;) body.erase(at, 6);
  for (std::size_t at = 0; (at = body.find("xmlns:", at)) != std::string::npos;) body.replace(at, 6, "xmlns-");
  const XmlElement root = XmlReader(body).read();
  CHECK(root.attributes.at("xmlns") == "http://www.sitemaps.org/schemas/sitemap/0.9");
  return root;
}

std::vector<Listed> pages_of(const std::string& xml) {
  const XmlElement root = root_of(xml);
  CHECK(root.name == "urlset");
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

std::vector<Listed> sitemap_of(const Planning& planning) {
  const Files files = files_of(planning, {});
  REQUIRE(files.size() == 1);
  return pages_of(files.at("sitemap.xml"));
}

// Of the files that the index names, which are all but the index.
std::vector<std::string> addresses_by_index(const Files& files) {
  const XmlElement index = root_of(files.at("sitemap.xml"));
  CHECK(index.name == "sitemapindex");
  CHECK(index.children.size() == files.size() - 1);
  std::vector<std::string> out;
  for (const XmlElement& part : index.children) {
    CHECK(part.name == "sitemap");
    const std::string address = part.children.at(0).text;
    const std::string base = "https://tea.example/";
    REQUIRE(address.find(base) == 0);
    for (const Listed& page : pages_of(files.at(address.substr(base.size())))) out.push_back(page.address);
  }
  return out;
}

std::vector<std::string> addresses_of(const std::vector<Listed>& listed) {
  std::vector<std::string> out;
  for (const Listed& each : listed) out.push_back(each.address);
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

TEST_CASE("a sitemap of more pages than one file may name is parted, and an index names the parts") {
  const auto planning = plan(tea_site());
  const std::vector<std::string> all = addresses_of(sitemap_of(*planning));
  REQUIRE(all.size() > 6);
  const Files files = files_of(*planning, {.addresses = 3, .bytes = 100'000});
  CHECK(files.size() == (all.size() + 2) / 3 + 1);
  CHECK(pages_of(files.at("sitemap-1.xml")).size() == 3);
  CHECK(addresses_by_index(files) == all);
}

TEST_CASE("a file of a sitemap holds as much as sitemaps.org allows") {
  CHECK(SitemapBounds{}.addresses == 50'000);
  CHECK(SitemapBounds{}.bytes == 52'428'800);
}

TEST_CASE("no part of a sitemap is larger than a file may be, unless one page is") {
  const auto planning = plan(tea_site());
  const std::vector<std::string> all = addresses_of(sitemap_of(*planning));
  const Files files = files_of(*planning, {.addresses = 100'000, .bytes = 1'000});
  CHECK(files.size() > 4);
  CHECK(addresses_by_index(files) == all);
  for (const auto& [name, xml] : files) {
    CHECK((name == "sitemap.xml" || xml.size() <= 1'000));
  }
  CHECK(files_of(*planning, {.addresses = 100'000, .bytes = 1}).size() == all.size() + 1);
}

TEST_CASE("a sitemap that holds just as much as it may is whole") {
  const auto planning = plan(tea_site());
  const Files whole = files_of(*planning, {});
  const std::size_t addresses = sitemap_of(*planning).size();
  const std::size_t bytes = whole.at("sitemap.xml").size();
  CHECK(files_of(*planning, {.addresses = addresses, .bytes = bytes}) == whole);
  CHECK(files_of(*planning, {.addresses = addresses - 1, .bytes = bytes}).size() == 3);
  CHECK(files_of(*planning, {.addresses = addresses, .bytes = bytes - 1}).size() == 3);
}

TEST_CASE("robots are welcome and shown the sitemap") {
  CHECK(make_robots("https://tea.example/x/") ==
        "User-agent: *\nAllow: /\nSitemap: https://tea.example/x/sitemap.xml\n");
}
