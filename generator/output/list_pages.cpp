#include "output/list_pages.h"

#include <algorithm>

#include "model/check_view.h"
#include "output/site_entries.h"
#include "view/addresses.h"
#include "view/facet_values.h"
#include "view/record_view.h"
#include "view/site_views.h"
#include "view/timeline_view.h"

namespace armillary {
namespace {

constexpr std::size_t kHomeSteps = 8;
constexpr std::size_t kEntriesWorthNarrowing = 12;
constexpr std::size_t kPartsShown = 9;
constexpr std::size_t kPartsBeside = 2;

class ListPageMaker {
 public:
  ListPageMaker(const PageSources& sources, const PlannedPage& page, const std::string& root)
      : sources_(sources),
        page_(page),
        root_(root),
        context_(sources.contexts[page.language]),
        list_(sources.lists.of(page)) {}

  ListPage make();

 private:
  void make_home(ListPage& out);
  void make_kind(ListPage& out);
  void make_years(ListPage& out);
  void make_year(ListPage& out);
  void make_field(ListPage& out);
  void make_option(ListPage& out);
  void make_changes(ListPage& out);
  void make_sitemap(ListPage& out);

  const Facet& facet() const { return sources_.index.facets.facets[page_.subject]; }
  void set_facets(ListPage& out, ListOf kind) const;
  Value years_value() const;
  void add_ways_in(ListPage& out);
  template <typename Entry>
  std::vector<Entry> part_of(const std::vector<Entry>& entries) const;
  Value cards_of(const std::vector<RecordIndex>& records) const;

  const PageSources& sources_;
  const PlannedPage& page_;
  const std::string& root_;
  const ViewContext& context_;
  std::shared_ptr<SharedList> list_;
};

ListPage ListPageMaker::make() {
  ListPage out;
  switch (page_.type) {
    case PageType::home:
      make_home(out);
      break;
    case PageType::kind:
      make_kind(out);
      break;
    case PageType::years:
      make_years(out);
      break;
    case PageType::year:
      make_year(out);
      break;
    case PageType::field:
      make_field(out);
      break;
    case PageType::option:
      make_option(out);
      break;
    case PageType::changes:
      make_changes(out);
      break;
    case PageType::sitemap:
      make_sitemap(out);
      break;
    default:
      break;
  }
  return out;
}

template <typename Entry>
std::vector<Entry> ListPageMaker::part_of(const std::vector<Entry>& entries) const {
  const std::size_t begin = std::min((page_.part - 1) * kEntriesPerPart, entries.size());
  const std::size_t end = std::min(begin + kEntriesPerPart, entries.size());
  return {entries.begin() + static_cast<std::ptrdiff_t>(begin), entries.begin() + static_cast<std::ptrdiff_t>(end)};
}

Value ListPageMaker::cards_of(const std::vector<RecordIndex>& records) const {
  Array out;
  for (const RecordIndex record : records) out.push_back(context_.cards[record]);
  return out;
}

// Of records of many kinds there are none for a list that is seen at a glance. REQUIRES the sorted list.
void ListPageMaker::set_facets(ListPage& out, ListOf kind) const {
  out.values.set_deferred("facets", [&sources = sources_, &context = context_, list = list_, kind]() -> Value {
    if (kind == ListOf::many && list->records.size() < kEntriesWorthNarrowing) return Array();
    std::call_once(list->is_counted,
                   [&] { list->facets = facets_among(context, sources.index.facets, list->records, kind); });
    return list->facets;
  });
}

Value ListPageMaker::years_value() const {
  Array out;
  const auto& years = sources_.index.by_year;
  for (auto year = years.rbegin(); year != years.rend(); ++year) {
    Map made;
    made.set("year", year->first);
    made.set("text", context_.format.year(year->first));
    made.set("address", year_address(context_.lang(), year->first));
    made.set("count", year->second.size());
    out.emplace_back(std::move(made));
  }
  return out;
}

void ListPageMaker::make_home(ListPage& out) {
  const SiteFile& file = sources_.site.file();
  out.title = phrase_text(context_, file.title);
  out.description = phrase_text(context_, file.tagline);
  const NearSteps steps = steps_near_today(context_, kHomeSteps);
  Array recent;
  Array upcoming;
  for (const Step& step : steps.recent) recent.push_back(step_with_note(context_, step));
  for (const Step& step : steps.upcoming) upcoming.push_back(step_with_note(context_, step));
  // The home page draws what the site's own timeline takes; everything where it declares none.
  ViewFile timeline;
  for (const ViewFile& view : file.views) {
    if (view.type != ViewType::timeline) continue;
    timeline = view;
    break;
  }
  out.values.set("recent", std::move(recent));
  out.values.set("upcoming", std::move(upcoming));
  out.values.set("questions", questions_value(context_));
  add_ways_in(out);
  out.values.set("timeline",
                 timeline_value(context_, records_of_view(context_, timeline), root_, timeline.lanes.value));
}

void ListPageMaker::make_sitemap(ListPage& out) {
  out.title = std::string(context_.words.plain("sitemap"));
  Array pages;
  for (const Page& page : sources_.site.corpus->pages) {
    Map made;
    made.set("title", phrase(context_, page.title));
    made.set("summary", phrase(context_, page.summary));
    made.set("address", page_address(context_.lang(), page));
    pages.emplace_back(std::move(made));
  }
  out.values.set("pages", std::move(pages));
  add_ways_in(out);
}

// Views, facets and years: what leads on from the pages that show the site as a whole.
void ListPageMaker::add_ways_in(ListPage& out) {
  Array views;
  for (const ViewFile& view : sources_.site.file().views) {
    Map made;
    made.set("type", view_type_names()[static_cast<std::size_t>(view.type)]);
    made.set("title", phrase(context_, view.title));
    made.set("intro", phrase(context_, view.intro));
    made.set("address", view_address(context_.lang(), view));
    views.emplace_back(std::move(made));
  }
  Array facets;
  for (const Facet& facet : sources_.index.facets.facets) {
    if (!facet.options.empty()) facets.push_back(facet_value(context_, facet));
  }
  out.values.set("views", std::move(views));
  out.values.set("facets", std::move(facets));
  out.values.set("years", years_value());
}

void ListPageMaker::make_kind(ListPage& out) {
  const Kind& kind = sources_.site.corpus->schema.kinds[page_.subject];
  std::call_once(list_->is_sorted, [&] {
    list_->records = sources_.index.by_kind[page_.subject];
    std::sort(list_->records.begin(), list_->records.end(),
              [&](RecordIndex a, RecordIndex b) { return title_comes_before(sources_.site, page_.language, a, b); });
  });
  out.title = phrase_text(context_, kind.label_many);
  out.description = phrase_text(context_, kind.help);
  out.values.set("kind", kind_value(sources_, page_.language, page_.subject));
  set_facets(out, ListOf::one_kind);
  Array entries;
  for (const RecordIndex record : part_of(list_->records)) {
    Map terms;
    for (const Facet& facet : sources_.index.facets.facets) {
      if (kind.find_path(facet.path) == nullptr) continue;
      Array ids;
      for (const std::string_view id : ids_at(sources_.site, record, facet.path)) ids.emplace_back(id);
      terms.set(facet.path, std::move(ids));
    }
    Map entry;
    entry.set("card", context_.cards[record]);
    entry.set("terms", std::move(terms));
    entries.emplace_back(std::move(entry));
  }
  out.values.set("entries", std::move(entries));
  out.values.set("pagination", pagination_value(page_, kind_address(context_.lang(), kind)));
}

void ListPageMaker::make_years(ListPage& out) {
  out.title = std::string(context_.words.plain("years"));
  out.values.set("years", years_value());
}

void ListPageMaker::make_year(ListPage& out) {
  const auto& years = sources_.index.by_year;
  const auto& [year, steps] = years[page_.subject];
  std::call_once(list_->is_sorted, [&, &dated = steps] {
    list_->steps = dated;
    sort_steps(context_, list_->steps);
    for (const Step& step : list_->steps) list_->records.push_back(step.record);
  });
  out.title = context_.format.date(PartialDate(DatePoint{year}));
  Array made;
  for (const Step& step : part_of(list_->steps)) made.push_back(step_value(context_, step));
  const auto beside = [&](bool exists, std::size_t index) {
    if (!exists) return Value::none();
    Map out_year;
    out_year.set("year", years[index].first);
    out_year.set("text", context_.format.year(years[index].first));
    out_year.set("address", year_address(context_.lang(), years[index].first));
    return Value(std::move(out_year));
  };
  out.values.set("year", year);
  out.values.set("count_of_steps", steps.size());
  set_facets(out, ListOf::many);
  out.values.set("steps", std::move(made));
  out.values.set("previous", beside(page_.subject > 0, page_.subject - 1));
  out.values.set("next", beside(page_.subject + 1 < years.size(), page_.subject + 1));
  out.values.set("pagination", pagination_value(page_, year_address(context_.lang(), year)));
}

void ListPageMaker::make_field(ListPage& out) {
  const LocalizedText& label = facet().field->label;
  out.title = label.is_absent() ? facet().field->name.value : phrase_text(context_, label);
  out.values.set("field", facet_value(context_, facet()));
}

void ListPageMaker::make_option(ListPage& out) {
  const FacetOption& option = facet().options[page_.option];
  const LocalizedText label = option.term != nullptr ? option.term->label : sources_.site.record(option.target).title();
  out.title = phrase_text(context_, label);
  if (option.term != nullptr) out.description = phrase_text(context_, option.term->definition);
  std::call_once(list_->is_sorted, [&] {
    const auto& links = sources_.site.links;
    list_->records = option.members;
    std::sort(list_->records.begin(), list_->records.end(), [&](RecordIndex a, RecordIndex b) {
      return comes_before(sources_.site, page_.language, links[a].date, a, links[b].date, b);
    });
  });
  Map field;
  field.set("name", facet().path);
  field.set("label", field_label(context_, *facet().field));
  field.set("address", field_address(context_.lang(), facet().path));
  out.values.set("field", std::move(field));
  out.values.set("option", option_value(context_, facet(), {&option, option.members.size()}));
  set_facets(out, ListOf::many);
  out.values.set("entries", cards_of(part_of(list_->records)));
  out.values.set("pagination", pagination_value(page_, option_address(context_.lang(), facet().path, option.id)));
}

void ListPageMaker::make_changes(ListPage& out) {
  const std::vector<LoggedChange>& changes = sources_.index.changes[page_.language];
  out.title = std::string(context_.words.plain("change_log"));
  out.description = std::string(context_.words.plain("change_log_intro"));
  Array days;
  Array entries;
  const std::vector<LoggedChange> shown = part_of(changes);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    Map entry;
    entry.set("card", context_.cards[shown[i].record]);
    entry.set("note", shown[i].change != nullptr ? phrase(context_, shown[i].change->note) : Value::none());
    entries.emplace_back(std::move(entry));
    if (i + 1 < shown.size() && shown[i + 1].date == shown[i].date) continue;
    Map day;
    day.set("date", date_value(context_, shown[i].date));
    day.set("entries", std::move(entries));
    days.emplace_back(std::move(day));
    entries = Array();
  }
  out.values.set("version", date_value(context_, changes.front().date));
  out.values.set("count_of_changes", changes.size());
  out.values.set("days", std::move(days));
  out.values.set("pagination", pagination_value(page_, changes_address(context_.lang())));
}

// Of many parts a page names the first, the last and those beside its own.
bool is_shown(const PlannedPage& page, std::size_t part) {
  const std::size_t distance = part > page.part ? part - page.part : page.part - part;
  return page.parts <= kPartsShown || part == 1 || part == page.parts || distance <= kPartsBeside;
}

}  // namespace

ListPage list_page(const PageSources& sources, const PlannedPage& page, const std::string& root) {
  return ListPageMaker(sources, page, root).make();
}

Value pagination_value(const PlannedPage& page, const std::string& list_address) {
  Array parts;
  std::size_t last_shown = 0;
  for (std::size_t part = 1; part <= page.parts; ++part) {
    if (!is_shown(page, part)) continue;
    Map made;
    made.set("number", part);
    made.set("address", part_address(list_address, part));
    made.set("is_current", part == page.part);
    made.set("follows_gap", part != last_shown + 1);
    parts.emplace_back(std::move(made));
    last_shown = part;
  }
  const auto beside = [&](bool exists, std::size_t part) {
    return exists ? Value(part_address(list_address, part)) : Value::none();
  };
  Map out;
  out.set("parts", std::move(parts));
  out.set("count", page.parts);
  out.set("previous", beside(page.part > 1, page.part - 1));
  out.set("next", beside(page.part < page.parts, page.part + 1));
  return out;
}

Value kind_value(const PageSources& sources, LanguageIndex language, std::size_t index) {
  const ViewContext& context = sources.contexts[language];
  const Kind& kind = sources.site.corpus->schema.kinds[index];
  Map out;
  out.set("name", kind.name);
  out.set("label_one", phrase(context, kind.label_one));
  out.set("label_many", phrase(context, kind.label_many));
  out.set("help", phrase(context, kind.help));
  out.set("address", kind_address(context.lang(), kind));
  out.set("count", sources.index.by_kind[index].size());
  return out;
}

Value kinds_value(const PageSources& sources, LanguageIndex language) {
  const Schema& schema = sources.site.corpus->schema;
  std::vector<std::size_t> order;
  for (const Located<std::string>& name : sources.site.file().kinds) {
    const Kind* kind = schema.find_kind(name.value);
    if (kind != nullptr) order.push_back(static_cast<std::size_t>(kind - schema.kinds.data()));
  }
  for (std::size_t i = 0; i < schema.kinds.size(); ++i) {
    if (std::find(order.begin(), order.end(), i) == order.end()) order.push_back(i);
  }
  Array out;
  for (const std::size_t kind : order) {
    if (!sources.index.by_kind[kind].empty()) out.push_back(kind_value(sources, language, kind));
  }
  return out;
}

}  // namespace armillary
