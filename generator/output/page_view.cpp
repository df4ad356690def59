#include "output/page_view.h"

#include <algorithm>

#include "data/data_page.h"
#include "output/form_page.h"
#include "output/list_data.h"
#include "output/list_pages.h"
#include "output/search_page.h"
#include "output/site_entries.h"
#include "output/status_page.h"
#include "output/structured_data.h"
#include "view/addresses.h"
#include "view/cards.h"
#include "view/citation_tags.h"
#include "view/cite_view.h"
#include "view/record_view.h"
#include "view/site_views.h"

namespace armillary {
namespace {

// Pages that are not of one language.
bool is_for_all(PageType type) { return type == PageType::language_choice || type == PageType::not_found; }

// `/` at the end of a server's root, `/repository/` below one: what 404.html must begin its links with.
std::string path_of_url(const std::string& base_url) {
  const std::size_t slash = base_url.find('/', base_url.find("//") + 2);
  return slash == std::string::npos ? "/" : base_url.substr(slash);
}

// Where the page went that stood at an alias.
std::string address_now(const PageSources& sources, const PlannedPage& page) {
  const Language& language = sources.contexts[page.language].lang();
  const Record& record = sources.site.record(sources.site.aliases[page.subject].record);
  return page.option == 0 ? record_address(language, record) : links_address(language, record);
}

class FrameMaker {
 public:
  FrameMaker(const PageSources& sources, const PlannedPage& page)
      : sources_(sources), page_(page), context_(sources.contexts[page.language]) {}

  Value make(const std::string& title, const std::string& description);

  std::string root() const {
    return page_.type == PageType::not_found ? path_of_url(sources_.base_url) : root_from(page_.address);
  }

 private:
  std::string canonical() const;
  Value alternates() const;
  Value languages() const;
  static void add_words(const Words& words, Map& out);
  bool has_feed() const;

  const PageSources& sources_;
  const PlannedPage& page_;
  const ViewContext& context_;
};

std::string FrameMaker::canonical() const {
  if (page_.type == PageType::alias) return sources_.base_url + address_now(sources_, page_);
  const std::vector<std::optional<Body>>* bodies = bodies_of(sources_.site, page_);
  LanguageIndex language = page_.language;
  if (bodies != nullptr && is_fallback(sources_.site, page_, page_.language)) {
    language = shown_body(*bodies, page_.language).value_or(page_.language);
  }
  return sources_.base_url + address_in(sources_.site, page_, language);
}

Value FrameMaker::alternates() const {
  Array out;
  const Languages& languages = sources_.site.file().languages;
  if (is_for_all(page_.type) || page_.type == PageType::alias || is_fallback(sources_.site, page_, page_.language))
    return out;
  out.reserve(languages.size() + 1);
  std::string default_address;
  const auto add = [&](std::string_view tag, const std::string& address) {
    constexpr std::size_t kEntries = 2;
    Map made(kEntries);
    made.set("tag", Value::lasting(tag));
    made.set("address", address);
    out.emplace_back(std::move(made));
  };
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (is_fallback(sources_.site, page_, i)) continue;
    const std::string address = sources_.base_url + address_in(sources_.site, page_, i);
    if (default_address.empty()) default_address = address;
    add(languages[i].tag, address);
  }
  add("x-default", page_.type == PageType::home ? sources_.base_url : default_address);
  return out;
}

// Of a page that speaks every language.
void FrameMaker::add_words(const Words& words, Map& out) {
  for (const char* word : {"not_found", "not_found_text", "go_home", "sitemap", "search"}) {
    out.set(MapKey(std::string_view(word)), Value::lasting(words.plain(word)));
  }
}

Value FrameMaker::languages() const {
  Array out;
  const bool has_search = sources_.site.file().has(Output::search);
  const Languages& languages = sources_.site.file().languages;
  out.reserve(languages.size());
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    const ViewContext& context = sources_.contexts[i];
    constexpr std::size_t kEntries = 11;
    Map made(kEntries);
    made.set("key", Value::lasting(languages[i].key));
    made.set("tag", Value::lasting(languages[i].tag));
    made.set("direction", Value::lasting(languages[i].direction()));
    made.set("label", Value::lasting(languages[i].label));
    made.set("title", lasting_phrase_text(context, sources_.site.file().title));
    made.set("tagline", lasting_phrase_text(context, sources_.site.file().tagline));
    made.set("address", is_for_all(page_.type) ? home_address(languages[i]) : address_in(sources_.site, page_, i));
    made.set("is_current", !is_for_all(page_.type) && i == page_.language);
    made.set("is_fallback", is_fallback(sources_.site, page_, i));
    made.set("sitemap_address", sitemap_address(languages[i]));
    made.set("search_address", has_search ? search_address(languages[i]) : std::string());
    if (page_.type == PageType::not_found) add_words(context.words, made);
    out.emplace_back(std::move(made));
  }
  return out;
}

// Whether there is a feed of what the page shows.
bool FrameMaker::has_feed() const {
  const FeedPlan& feeds = sources_.index.feeds;
  if (page_.type == PageType::home) return feeds.has_site(page_.language);
  if (page_.type == PageType::changes) return feeds.has_changes(page_.language);
  if (page_.type == PageType::kind) return feeds.has_kind(page_.language, page_.subject);
  return page_.type == PageType::record && feeds.has_record(page_.language, page_.subject);
}

Value FrameMaker::make(const std::string& title, const std::string& description) {
  Map out;
  std::string type(template_of(page_.type));
  out.set("type", type.substr(0, type.find('.')));
  out.set("title", title);
  out.set("description", description);
  out.set("address", page_.address);
  out.set("root", root());
  const std::string canonical = this->canonical();
  out.set("canonical", canonical);
  out.set("alternates", alternates());
  out.set("languages", languages());
  out.set("is_fallback", is_fallback(sources_.site, page_, page_.language));
  out.set_deferred("structured_data", [&sources = sources_, &page = page_, title] {
    return Value::html(structured_data(sources, page, title));
  });
  const bool is_record = page_.type == PageType::record;
  const auto changed = is_record ? sources_.site.record(page_.subject).last_change() : std::nullopt;
  out.set("modified", changed && !changed->is_span() ? Value(changed->start().to_string()) : Value::none());
  out.set_deferred("citation_tags", [&context = context_, &page = page_, canonical, is_record] {
    return is_record ? citation_tags(context, page.subject, canonical) : Value(Array());
  });
  const bool has_card = is_record && !sources_.cards.empty();
  out.set("picture", has_card ? Value(sources_.base_url + sources_.cards[page_.subject].address) : Value::none());
  // The parts of a long list share the feed of the list.
  const std::string list =
      page_.address.substr(0, page_.part > 1 ? page_.address.rfind("pages/") : page_.address.size());
  out.set("feed", has_feed() ? Value(feed_address(list)) : Value::none());
  out.set_deferred("downloads", [&sources = sources_, &page = page_] { return downloads_value(sources, page); });
  return out;
}

// The parts of a record's or page's own view.
struct PageContent {
  std::string title;
  std::string description;
  Map values;
};

// The record as the releases of the data have it, the newest first.
Value dated_versions(const PageSources& sources, const Record& record) {
  Array out;
  if (sources.data == nullptr) return out;
  for (const Release& release : sources.data->releases) {
    const ReleasedFile* file = release.find("records/" + record.id + ".json");
    if (file == nullptr) continue;
    Map made;
    made.set("version", release.version);
    made.set("address", "data/" + released_name(release, *file));
    out.emplace_back(std::move(made));
  }
  return out;
}

PageContent record_content(const PageSources& sources, const PlannedPage& page, const std::string& root,
                           const DrawView& draw_view) {
  const ViewContext& context = sources.contexts[page.language];
  const Record& record = sources.site.record(page.subject);
  PageContent out;
  out.title = phrase_text(context, record.title());
  if (const LocalizedText* summary = summary_text(record)) out.description = phrase_text(context, *summary);
  const auto card = [&](const std::optional<RecordIndex>& neighbour) {
    return neighbour ? context.cards[*neighbour] : Value::none();
  };
  const SeriesPlace& series = sources.index.series[page.language][page.subject];
  out.values.set("previous", card(series.previous));
  out.values.set("next", card(series.next));
  const auto kind = static_cast<std::size_t>(record.kind - sources.site.corpus->schema.kinds.data());
  out.values.set("kind", kind_value(sources, page.language, kind));
  out.values.set_deferred("cite",
                          [&sources, &context, &page] { return cite_view(context, page.subject, sources.base_url); });
  out.values.set("versions", dated_versions(sources, record));
  out.values.set("record", record_view(context, page.subject, root, sources.index.facets, draw_view));
  return out;
}

PageContent links_content(const PageSources& sources, const PlannedPage& page) {
  const ViewContext& context = sources.contexts[page.language];
  const std::string record = phrase_text(context, sources.site.record(page.subject).title());
  PageContent out;
  out.title = std::string(context.words.plain("links_here")) + " · " + record;
  const auto kind =
      static_cast<std::size_t>(sources.site.record(page.subject).kind - sources.site.corpus->schema.kinds.data());
  out.values.set("kind", kind_value(sources, page.language, kind));
  out.values.set("record", links_view(context, page.subject));
  return out;
}

PageContent plain_content(const PageSources& sources, const PlannedPage& page, const std::string& root,
                          const DrawView& draw_view) {
  const ViewContext& context = sources.contexts[page.language];
  const Page& plain = sources.site.corpus->pages[page.subject];
  ReferenceList references;
  const DocumentPlace place{root, "", references, draw_view};
  PageContent out;
  out.title = phrase_text(context, plain.title);
  out.description = phrase_text(context, plain.summary);
  out.values.set("title", phrase(context, plain.title));
  out.values.set("body", body_view(context, plain.bodies, place));
  out.values.set("references", references_view(context, references));
  return out;
}

PageContent view_content(const PageSources& sources, const PlannedPage& page, const std::string& root,
                         const DrawView& draw_view) {
  const ViewContext& context = sources.contexts[page.language];
  const ViewFile& view = sources.site.file().views[page.subject];
  ReferenceList references;
  const DocumentPlace place{root, "", references, draw_view};
  PageContent out;
  out.title = phrase_text(context, view.title);
  out.description = phrase_text(context, view.intro);
  out.values.set("view", site_view(context, view, place, sources.index.facets));
  return out;
}

PageContent data_content(const PageSources& sources, const PlannedPage& page) {
  const ViewContext& context = sources.contexts[page.language];
  PageContent out;
  out.title = std::string(context.words.plain("data_title"));
  out.description = std::string(context.words.plain("data_lead"));
  out.values = data_page(context, *sources.data);
  return out;
}

PageContent alias_content(const PageSources& sources, const PlannedPage& page) {
  const ViewContext& context = sources.contexts[page.language];
  const Alias& alias = sources.site.aliases[page.subject];
  PageContent out;
  out.title = phrase_text(context, sources.site.record(alias.record).title());
  Map target;
  target.set("title", phrase(context, sources.site.record(alias.record).title()));
  target.set("address", address_now(sources, page));
  out.values.set("target", std::move(target));
  return out;
}

PageContent content_of_list(ListPage list) {
  return {std::move(list.title), std::move(list.description), std::move(list.values)};
}

PageContent content_of(const PageSources& sources, const PlannedPage& page, const std::string& root,
                       const DrawView& draw_view) {
  const ViewContext& context = sources.contexts[page.language];
  switch (page.type) {
    case PageType::record:
      return record_content(sources, page, root, draw_view);
    case PageType::links:
      return links_content(sources, page);
    case PageType::plain:
      return plain_content(sources, page, root, draw_view);
    case PageType::view:
      return view_content(sources, page, root, draw_view);
    case PageType::alias:
      return alias_content(sources, page);
    case PageType::data:
      return data_content(sources, page);
    case PageType::search:
      return content_of_list(search_page(sources, page));
    case PageType::status:
      return content_of_list(status_page(sources, page));
    case PageType::form:
      return content_of_list(form_page(sources, page));
    case PageType::language_choice:
    case PageType::not_found: {
      PageContent out;
      out.title = phrase_text(context, sources.site.file().title);
      return out;
    }
    case PageType::home:
    case PageType::kind:
    case PageType::years:
    case PageType::year:
    case PageType::field:
    case PageType::option:
    case PageType::changes:
    case PageType::sitemap:
      return content_of_list(list_page(sources, page, root));
  }
  return {};
}

Value words_value(const Words& words) {
  Map out;
  for (const auto& [key, forms] : words.forms) {
    if (forms.size() == 1 && forms.contains("other")) {
      out.set(key, forms.begin()->second);
    } else {
      Map made;
      for (const auto& [category, text] : forms) made.set(category, text);
      out.set(key, std::move(made));
    }
  }
  return out;
}

Value site_value(const PageSources& sources, const ViewContext& context) {
  const SiteFile& file = sources.site.file();
  Map out;
  out.set("title", phrase(context, file.title));
  out.set("title_text", phrase_text(context, file.title));
  out.set("tagline", phrase(context, file.tagline));
  out.set("base_url", sources.base_url);
  out.set("record_count", sources.site.corpus->records.size());
  out.set("today", sources.site.today ? date_value(context, *sources.site.today) : Value::none());
  Map licence;
  if (file.licence) licence.set("name", phrase(context, file.licence->name)).set("url", file.licence->url);
  out.set("data", sources.data != nullptr ? Value(data_address(context.lang())) : Value::none());
  out.set("report", file.report.empty() ? Value::none() : Value(file.report));
  out.set("licence", file.licence ? Value(std::move(licence)) : Value::none());
  const FeedPlan& feeds = sources.index.feeds;
  const bool has_feed = feeds.has_site(context.language);
  out.set("feed", has_feed ? Value(feed_address(home_address(context.lang()))) : Value::none());
  Map calendar;
  calendar.set("address", calendar_address(context.lang()));
  Array notes;
  for (std::string& note : calendar_notes(context, feeds.calendar)) notes.emplace_back(std::move(note));
  calendar.set("notes", std::move(notes));
  out.set("calendar", feeds.calendar.events.empty() ? Value::none() : Value(std::move(calendar)));
  const bool has_changes = !sources.index.changes[context.language].empty();
  out.set("status", has_status(sources.site) ? Value(status_address(context.lang())) : Value::none());
  out.set("form", has_form(sources.site) ? Value(form_address(context.lang())) : Value::none());
  out.set("changes", has_changes ? Value(changes_address(context.lang())) : Value::none());
  return out;
}

// count(words.records, 12): the form of a counted word that fits the number.
Value count_function(const LocaleFormat& format) {
  return templating::Function([format](std::span<const Value> arguments) -> Value {
    const bool fits = arguments.size() == 2 && (arguments[0].is_map() || arguments[0].is_text()) &&
                      arguments[1].kind() == Value::Kind::integer;
    if (!fits) throw templating::CallError{"count takes a word and a whole number, as in count(words.records, 12)"};
    WordForms forms;
    if (arguments[0].is_text()) {
      forms["other"] = arguments[0].text();
    } else {
      for (const auto& [category, text] : arguments[0].map().entries()) {
        forms[std::string(category.text())] = text.text();
      }
    }
    return format.counted(forms, arguments[1].integer());
  });
}

Value number_function(const LocaleFormat& format) {
  return templating::Function([format](std::span<const Value> arguments) -> Value {
    if (arguments.size() != 1 || arguments[0].kind() != Value::Kind::integer) {
      throw templating::CallError{"number takes one whole number, as in number(kind.count)"};
    }
    return format.number(arguments[0].integer());
  });
}

}  // namespace

const std::vector<std::optional<Body>>* bodies_of(const Site& site, const PlannedPage& page) {
  if (page.type == PageType::record) return &site.record(page.subject).bodies;
  if (page.type == PageType::plain) return &site.corpus->pages[page.subject].bodies;
  return nullptr;
}

bool is_fallback(const Site& site, const PlannedPage& page, LanguageIndex language) {
  const std::vector<std::optional<Body>>* bodies = bodies_of(site, page);
  if (bodies == nullptr) return false;
  const auto shown = shown_body(*bodies, language);
  return shown.has_value() && *shown != language;
}

std::string address_in(const Site& site, const PlannedPage& page, LanguageIndex language) {
  if (is_for_all(page.type)) return page.address;
  const Languages& languages = site.file().languages;
  std::string out = languages[language].key;
  return out.append(page.address, languages[page.language].key.size());
}

Map make_globals(const PageSources& sources, LanguageIndex language, const std::vector<StaticFile>& static_files) {
  const ViewContext& context = sources.contexts[language];
  Map out;
  out.set("site", site_value(sources, context));
  Map own;
  own.set("key", context.lang().key).set("tag", context.lang().tag);
  own.set("label", context.lang().label).set("direction", context.lang().direction());
  own.set("formats", context.lang().formats_tag());
  own.set("locale", locale_name(context.lang().tag));
  out.set("language", std::move(own));
  out.set("words", words_value(context.words));
  out.set("kinds", kinds_value(sources, language));
  out.set("navigation", navigation_value(context));
  Map assets;
  for (const StaticFile& file : static_files) assets.set(file.name, file.address);
  out.set("assets", std::move(assets));
  Map search;
  search.set("address", search_address(context.lang()));
  search.set("description", opensearch_address(context.lang()));
  search.set("index", "search/" + context.lang().key + "/");
  out.set("search", sources.site.file().has(Output::search) ? Value(std::move(search)) : Value::none());
  out.set("count", count_function(context.format));
  out.set("number", number_function(context.format));
  return out;
}

Map make_page(const PageSources& sources, const PlannedPage& page, const DrawView& draw_view) {
  FrameMaker frame(sources, page);
  PageContent content = content_of(sources, page, frame.root(), draw_view);
  content.values.set("page", frame.make(content.title, content.description));
  return std::move(content.values);
}

}  // namespace armillary
