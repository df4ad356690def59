#include "output/sitemap.h"

#include <fmt/format.h>

#include "base/html_escape.h"

namespace armillary {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kBegin =
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
constexpr std::string_view kEnd = "</urlset>\n";

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

void append_page(const PageSources& sources, const PlannedPage& page, std::string& out) {
  out += "<url><loc>";
  append_escaped(out, sources.base_url + page.address);
  out += "</loc>";
  const std::string changed = last_change(sources.site, page);
  if (!changed.empty()) out += "<lastmod>" + changed + "</lastmod>";
  append_alternates(sources, page, out);
  out += "</url>\n";
}

class SitemapWriter {
 public:
  SitemapWriter(const std::string& base_url, const SitemapBounds& bounds, const TakeFile& take)
      : base_url_(base_url), bounds_(bounds), take_(take) {
    begin();
  }

  void add(std::string_view page) {
    const bool fits = addresses_ < bounds_.addresses && size_ + page.size() + kEnd.size() <= bounds_.bytes;
    if (!fits && addresses_ > 0) write_part();
    append(page);
    ++addresses_;
  }

  void finish() {
    if (parts_ == 0) return write_as("sitemap.xml");
    write_part();
    std::string index(kDeclaration);
    index += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t number = 1; number <= parts_; ++number) {
      index += "<sitemap><loc>";
      append_escaped(index, base_url_ + name_of(number));
      index += "</loc></sitemap>\n";
    }
    take_("sitemap.xml", index + "</sitemapindex>\n");
  }

 private:
  static std::string name_of(std::size_t number) { return fmt::format("sitemap-{}.xml", number); }

  void begin() {
    pieces_.clear();
    size_ = 0;
    addresses_ = 0;
    append(kDeclaration);
    append(kBegin);
  }

  void append(std::string_view text) {
    constexpr std::size_t kPiece = std::size_t{1} << 20U;
    if (pieces_.empty() || pieces_.back().size() + text.size() > kPiece) pieces_.emplace_back().reserve(kPiece);
    pieces_.back() += text;
    size_ += text.size();
  }

  void write_part() {
    write_as(name_of(++parts_));
    begin();
  }

  void write_as(const std::string& name) {
    append(kEnd);
    take_(name, FileContent(std::vector<std::string_view>(pieces_.begin(), pieces_.end())));
  }

  const std::string& base_url_;
  const SitemapBounds& bounds_;
  const TakeFile& take_;
  std::vector<std::string> pieces_;  // of the part that is written: one text as long would be copied as it grows
  std::size_t size_ = 0;             // bytes in them
  std::size_t addresses_ = 0;        // likewise
  std::size_t parts_ = 0;            // written
};

}  // namespace

void write_sitemap(const PageSources& sources, const std::vector<PlannedPage>& pages, const TakeFile& take,
                   const SitemapBounds& bounds) {
  SitemapWriter out(sources.base_url, bounds, take);
  std::string text;
  for (const PlannedPage& page : pages) {
    if (!is_listed(sources.site, page)) continue;
    text.clear();
    append_page(sources, page, text);
    out.add(text);
  }
  out.finish();
}

std::string make_robots(const std::string& base_url) {
  return "User-agent: *\nAllow: /\nSitemap: " + base_url + "sitemap.xml\n";
}

}  // namespace armillary
