#include "output/page_plan.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/parallel.h"
#include "output/output_messages.h"
#include "output/search_page.h"
#include "view/addresses.h"
#include "view/record_view.h"

namespace armillary {

std::vector<PageType> page_types() {
  std::vector<PageType> out;
  for (int type = 0; type <= static_cast<int>(PageType::sitemap); ++type) out.push_back(static_cast<PageType>(type));
  return out;
}

std::string_view template_of(PageType type) {
  switch (type) {
    case PageType::language_choice:
      return "language-choice.html";
    case PageType::not_found:
      return "not-found.html";
    case PageType::home:
      return "home.html";
    case PageType::kind:
      return "kind.html";
    case PageType::record:
      return "record.html";
    case PageType::links:
      return "links.html";
    case PageType::alias:
      return "alias.html";
    case PageType::years:
      return "years.html";
    case PageType::year:
      return "year.html";
    case PageType::field:
      return "field.html";
    case PageType::option:
      return "option.html";
    case PageType::changes:
      return "changes.html";
    case PageType::status:
      return "status.html";
    case PageType::form:
      return "form.html";
    case PageType::view:
      return "view.html";
    case PageType::data:
      return "data.html";
    case PageType::search:
      return "search.html";
    case PageType::plain:
      return "page.html";
    case PageType::sitemap:
      return "sitemap.html";
  }
  return {};
}

namespace {

// A kind or a view may have been called so before there was a page of that name; its address stays its own.
bool is_taken(const Site& site, std::string_view path) {
  const std::vector<ViewFile>& views = site.file().views;
  return site.corpus->schema.find_folder(path) != nullptr ||
         std::any_of(views.begin(), views.end(), [&](const ViewFile& view) { return view.path.value == path; });
}

std::vector<std::vector<RecordIndex>> by_kind(const Site& site) {
  const auto& kinds = site.corpus->schema.kinds;
  std::vector<std::vector<RecordIndex>> out(kinds.size());
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    out[static_cast<std::size_t>(site.record(i).kind - kinds.data())].push_back(i);
  }
  return out;
}

std::vector<std::pair<int, std::vector<Step>>> by_year(const Site& site) {
  std::map<int, std::vector<Step>> years;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    for (const DatedStep& step : site.links[i].steps) years[step.date.year()].push_back({i, &step});
  }
  return {years.begin(), years.end()};
}

std::vector<SeriesPlace> series_in(const Site& site, LanguageIndex language,
                                   const std::vector<std::vector<RecordIndex>>& by_kind) {
  std::vector<SeriesPlace> out(site.links.size());
  for (std::vector<RecordIndex> members : by_kind) {
    std::sort(members.begin(), members.end(), [&](RecordIndex a, RecordIndex b) {
      return comes_before(site, language, site.links[a].date, a, site.links[b].date, b);
    });
    for (std::size_t i = 1; i < members.size(); ++i) {
      out[members[i]].previous = members[i - 1];
      out[members[i - 1]].next = members[i];
    }
  }
  return out;
}

}  // namespace

bool has_status(const Site& site) { return site.file().has(Output::status) && !is_taken(site, "status"); }

bool has_form(const Site& site) { return site.file().has(Output::form) && !is_taken(site, "contribute"); }

SiteIndex index_site(const Site& site, std::size_t jobs) {
  SiteIndex out;
  const std::size_t languages = site.file().languages.size();
  out.by_kind = by_kind(site);
  out.changes.resize(languages);
  out.series.resize(languages);
  std::vector<std::function<void()>> tasks;
  for (LanguageIndex i = 0; i < languages; ++i) {
    tasks.emplace_back([&, i] { out.series[i] = series_in(site, i, out.by_kind); });
  }
  tasks.emplace_back([&] { out.facets = collect_facets(site); });
  tasks.emplace_back([&] { out.by_year = by_year(site); });
  tasks.emplace_back([&] {
    if (!is_taken(site, "changes")) out.changes = collect_changes(site);
    out.feeds = plan_feeds(site, out.changes);
  });
  parallel_for(tasks.size(), jobs, [&](std::size_t i) { tasks[i](); });
  return out;
}

namespace {

std::size_t parts_of(std::size_t entries, std::size_t per_part) {
  return std::max<std::size_t>(1, (entries + per_part - 1) / per_part);
}

class Planner {
 public:
  Planner(const Site& site, const SiteIndex& index) : site_(site), corpus_(*site.corpus), index_(index) {}

  std::vector<PlannedPage> plan();

 private:
  void plan_language(LanguageIndex index);
  void plan_records(const Language& language, LanguageIndex index);
  void plan_lists(const Language& language, LanguageIndex index);
  bool has_table_in_place(const Kind& kind) const;
  void plan_facets(const Language& language, LanguageIndex index);
  void add(PageType type, LanguageIndex language, std::string address, std::size_t subject, std::size_t option = 0) {
    pages_.push_back({type, std::move(address), language, subject, option, 1, 1});
  }
  void add_parts(PageType type, LanguageIndex language, const std::string& address, std::size_t subject,
                 std::size_t option, std::size_t entries, std::size_t per_part = kEntriesPerPart) {
    const std::size_t parts = parts_of(entries, per_part);
    for (std::size_t part = 1; part <= parts; ++part) {
      pages_.push_back({type, part_address(address, part), language, subject, option, part, parts});
    }
  }

  const Site& site_;
  const Corpus& corpus_;
  const SiteIndex& index_;
  std::vector<PlannedPage> pages_;
};

std::vector<PlannedPage> Planner::plan() {
  add(PageType::language_choice, 0, "", 0);
  add(PageType::not_found, 0, "404.html", 0);
  for (LanguageIndex i = 0; i < site_.file().languages.size(); ++i) plan_language(i);
  return std::move(pages_);
}

void Planner::plan_language(LanguageIndex index) {
  const Language& language = site_.file().languages[index];
  add(PageType::home, index, home_address(language), 0);
  if (site_.file().has(Output::search)) {
    add_parts(PageType::search, index, search_address(language), 0, 0, corpus_.records.size(), kRecordsPerSearchPart);
  }
  plan_lists(language, index);
  plan_facets(language, index);
  for (std::size_t i = 0; i < site_.file().views.size(); ++i) {
    add(PageType::view, index, view_address(language, site_.file().views[i]), i);
  }
  if (site_.file().has(Output::data)) add(PageType::data, index, data_address(language), 0);
  if (has_status(site_)) add(PageType::status, index, status_address(language), 0);
  if (has_form(site_)) add(PageType::form, index, form_address(language), 0);
  for (std::size_t i = 0; i < corpus_.pages.size(); ++i) {
    add(PageType::plain, index, page_address(language, corpus_.pages[i]), i);
  }
  add(PageType::sitemap, index, sitemap_address(language), 0);
  plan_records(language, index);
}

// A table of one kind under that kind's own address takes the place of its list: it shows the same records.
bool Planner::has_table_in_place(const Kind& kind) const {
  const std::vector<ViewFile>& views = site_.file().views;
  return std::any_of(views.begin(), views.end(), [&](const ViewFile& view) {
    return view.type == ViewType::table && view.path.value == kind.folder && view.kinds.size() == 1 &&
           view.kinds.front().value == kind.name && view.where.empty();
  });
}

void Planner::plan_lists(const Language& language, LanguageIndex index) {
  for (std::size_t i = 0; i < corpus_.schema.kinds.size(); ++i) {
    if (has_table_in_place(corpus_.schema.kinds[i])) continue;
    add_parts(PageType::kind, index, kind_address(language, corpus_.schema.kinds[i]), i, 0, index_.by_kind[i].size());
  }
  if (!index_.by_year.empty()) add(PageType::years, index, years_address(language), 0);
  for (std::size_t i = 0; i < index_.by_year.size(); ++i) {
    const auto& [year, steps] = index_.by_year[i];
    add_parts(PageType::year, index, year_address(language, year), i, 0, steps.size());
  }
  const std::size_t changes = index_.changes[index].size();
  if (changes > 0) add_parts(PageType::changes, index, changes_address(language), 0, 0, changes);
}

void Planner::plan_facets(const Language& language, LanguageIndex index) {
  for (std::size_t i = 0; i < index_.facets.facets.size(); ++i) {
    const Facet& facet = index_.facets.facets[i];
    if (facet.options.empty()) continue;
    add(PageType::field, index, field_address(language, facet.path), i);
    for (std::size_t j = 0; j < facet.options.size(); ++j) {
      const FacetOption& option = facet.options[j];
      add_parts(PageType::option, index, option_address(language, facet.path, option.id), i, j, option.members.size());
    }
  }
}

void Planner::plan_records(const Language& language, LanguageIndex index) {
  for (RecordIndex i = 0; i < corpus_.records.size(); ++i) {
    add(PageType::record, index, record_address(language, corpus_.records[i]), i);
    if (has_links_page(site_, i)) add(PageType::links, index, links_address(language, corpus_.records[i]), i);
  }
  for (std::size_t i = 0; i < site_.aliases.size(); ++i) {
    const Alias& alias = site_.aliases[i];
    const std::string former = alias_address(language, *site_.record(alias.record).kind, alias.id);
    add(PageType::alias, index, former, i);
    if (has_links_page(site_, alias.record)) add(PageType::alias, index, links_address_below(former), i, 1);
  }
}

// What a page is made from, for a message.
std::string origin_of(const Site& site, const PlannedPage& page) {
  switch (page.type) {
    case PageType::kind:
      return "the list of kind '" + site.corpus->schema.kinds[page.subject].name + "'";
    case PageType::record:
      return site.corpus->file_of(site.record(page.subject)).path;
    case PageType::links:
      return "the list of what links to '" + site.record(page.subject).id + "'";
    case PageType::alias:
      return "an alias of '" + site.record(site.aliases[page.subject].record).id + "'";
    case PageType::view:
      return "the view '" + site.file().views[page.subject].path.value + "'";
    case PageType::plain:
      return site.corpus->files[site.corpus->pages[page.subject].file].path;
    case PageType::data:
      return "the page about open data";
    case PageType::field:
    case PageType::option:
      return "the list of a field's values";
    case PageType::year:
    case PageType::years:
      return "the list of years";
    case PageType::changes:
      return "the log of changes";
    case PageType::status:
      return "the page about what is lacking";
    case PageType::form:
      return "the form for records";
    case PageType::search:
      return "the search page";
    case PageType::language_choice:
    case PageType::not_found:
    case PageType::home:
    case PageType::sitemap:
      return "the site itself";
  }
  return {};
}

}  // namespace

std::vector<PlannedPage> plan_pages(const Site& site, const SiteIndex& index, Diagnostics& diagnostics) {
  std::vector<PlannedPage> pages = Planner(site, index).plan();
  std::map<std::string_view, const PlannedPage*> owners;
  for (const PlannedPage& page : pages) {
    const auto [owner, is_new] = owners.try_emplace(page.address, &page);
    if (is_new || page.language != 0) continue;  // in the other languages it is the same mistake
    const std::string first = origin_of(site, *owner->second);
    const std::string second = origin_of(site, page);
    const SourceFile& file = site.file().file;
    if (page.type == PageType::view) {
      diagnostics.report(kAddressTwice, file, site.file().views[page.subject].path.span, page.address, first, second);
    } else {
      diagnostics.report_file(kAddressTwice, file.path, page.address, first, second);
    }
  }
  return pages;
}

}  // namespace armillary
