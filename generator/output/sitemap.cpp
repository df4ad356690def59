#include "output/sitemap.h"

#include "base/html_escape.h"

namespace armillary {
namespace {

bool is_listed(const Site& site, const PlannedPage& page) {
  if (page.type == PageType::alias || page.type == PageType::not_found) return false;
  return page.type == PageType::language_choice || !is_fallback(site, page, page.language);
}

void append_alternates(const PageSources& sources, const PlannedPage& page, std::string& out) {
  if (page.type == PageType::language_choice) return;
  const Languages& languages = sources.site.file().languages;
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (is_fallback(sources.site, page, i)) continue;
    out.append(R"(<xhtml:link rel="alternate" hreflang=")").append(languages[i].tag).append("\" href=\"");
    append_escaped(out, sources.base_url + address_in(sources.site, page, i));
    out += "\"/>";
  }
}

// The day on which a record's text or facts last changed, where it says so.
std::string last_change(const Site& site, const PlannedPage& page) {
  if (page.type != PageType::record) return {};
  const std::optional<PartialDate> newest = site.record(page.subject).last_change();
  return newest && !newest->is_span() ? newest->start().to_string() : std::string();
}

}  // namespace

std::string make_sitemap(const PageSources& sources, const std::vector<PlannedPage>& pages) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
  for (const PlannedPage& page : pages) {
    if (!is_listed(sources.site, page)) continue;
    out += "<url><loc>";
    append_escaped(out, sources.base_url + page.address);
    out += "</loc>";
    const std::string changed = last_change(sources.site, page);
    if (!changed.empty()) out += "<lastmod>" + changed + "</lastmod>";
    append_alternates(sources, page, out);
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

std::string make_robots(const std::string& base_url) {
  return "User-agent: *\nAllow: /\nSitemap: " + base_url + "sitemap.xml\n";
}

}  // namespace armillary
