#include "output/list_data.h"

#include <algorithm>

#include "base/parallel.h"
#include "data/list_files.h"

namespace armillary {
namespace {

bool has_list(PageType type) {
  return type == PageType::kind || type == PageType::option || type == PageType::view || type == PageType::year;
}

// The address of a list's first part.
std::string list_address(const PlannedPage& page) {
  return page.address.substr(0, page.part > 1 ? page.address.rfind("pages/") : page.address.size());
}

class ListWriter {
 public:
  ListWriter(const PageSources& sources, const std::vector<ListRows>& rows) : sources_(sources), rows_(rows) {}

  ListFiles make(const PlannedPage& page) const;

 private:
  std::string title_of(const PlannedPage& page) const;

  const PageSources& sources_;
  const std::vector<ListRows>& rows_;
};

std::string ListWriter::title_of(const PlannedPage& page) const {
  const ViewContext& context = sources_.contexts[page.language];
  switch (page.type) {
    case PageType::kind:
      return phrase_text(context, sources_.site.corpus->schema.kinds[page.subject].label_many);
    case PageType::view:
      return phrase_text(context, sources_.site.file().views[page.subject].title);
    case PageType::year:
      return context.format.date(PartialDate(DatePoint{sources_.index.by_year[page.subject].first}));
    default:
      break;
  }
  const FacetOption& option = sources_.index.facets.facets[page.subject].options[page.option];
  return phrase_text(context,
                     option.term != nullptr ? option.term->label : sources_.site.record(option.target).title());
}

// The entries stand in the order of the page.
ListFiles ListWriter::make(const PlannedPage& page) const {
  const ViewContext& context = sources_.contexts[page.language];
  const ListRows& rows = rows_[page.language];
  const ListHead head{title_of(page), page.address};
  const Site& site = sources_.site;
  if (page.type == PageType::view) return rows.of_view(head, site.file().views[page.subject]);
  if (page.type == PageType::year) {
    std::vector<Step> steps = sources_.index.by_year[page.subject].second;
    sort_steps(context, steps);
    return rows.of_steps(head, steps);
  }
  const bool is_kind = page.type == PageType::kind;
  std::vector<RecordIndex> records = is_kind ? sources_.index.by_kind[page.subject]
                                             : sources_.index.facets.facets[page.subject].options[page.option].members;
  std::sort(records.begin(), records.end(), [&](RecordIndex a, RecordIndex b) {
    if (is_kind) return title_comes_before(site, page.language, a, b);
    return comes_before(site, page.language, site.links[a].date, a, site.links[b].date, b);
  });
  return rows.of_records(head, records);
}

}  // namespace

Value downloads_value(const PageSources& sources, const PlannedPage& page) {
  Array out;
  const auto add = [&](const char* name, const std::string& address) {
    Map made;
    made.set("name", name);
    made.set("address", address);
    out.emplace_back(std::move(made));
  };
  if (sources.data == nullptr) return out;
  if (page.type == PageType::record) {
    add("JSON", "data/records/" + sources.site.record(page.subject).id + ".json");
  } else if (has_list(page.type)) {
    const std::string list = list_address(page);
    add("CSV", list + "index.csv");
    add("JSON", list + "index.json");
  }
  return out;
}

std::size_t write_lists(const PageSources& sources, const std::vector<PlannedPage>& pages, std::size_t jobs,
                        const TakeFile& take) {
  std::vector<ListRows> rows;
  for (const ViewContext& context : sources.contexts) rows.emplace_back(*sources.data, context, jobs);
  std::vector<const PlannedPage*> lists;
  for (const PlannedPage& page : pages) {
    if (has_list(page.type) && page.part == 1) lists.push_back(&page);
  }
  const ListWriter writer(sources, rows);
  parallel_for(lists.size(), jobs, [&](std::size_t i) {
    const ListFiles files = writer.make(*lists[i]);
    take(lists[i]->address + "index.json", files.json);
    take(lists[i]->address + "index.csv", files.csv);
  });
  return 2 * lists.size();
}

}  // namespace armillary
