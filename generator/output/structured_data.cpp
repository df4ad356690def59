#include "output/structured_data.h"

#include <vector>

#include "data/catalog.h"
#include "data/versions.h"
#include "view/addresses.h"
#include "view/linked_record.h"
#include "view/script_json.h"

namespace armillary {
namespace {

struct TrailStep {
  std::string name;
  std::string address;
};

class GraphMaker {
 public:
  GraphMaker(const PageSources& sources, const PlannedPage& page, const std::string& title)
      : sources_(sources), page_(page), title_(title), context_(sources.contexts[page.language]) {}

  std::string make() const;

 private:
  std::vector<TrailStep> trail() const;
  std::string trail_json() const;
  std::string search_json() const;
  std::string site_json() const;
  std::string data_json() const;
  std::string download(const std::string& name) const {
    ScriptJson out;
    out.text("@type", "DataDownload").text("name", name).text("encodingFormat", media_type_of(name));
    return out.text("contentUrl", sources_.base_url + "data/" + name).take();
  }
  std::string site_title() const { return phrase_text(context_, sources_.site.file().title); }
  std::string home() const { return sources_.base_url + home_address(context_.lang()); }

  const PageSources& sources_;
  const PlannedPage& page_;
  const std::string& title_;
  const ViewContext& context_;
};

std::vector<TrailStep> GraphMaker::trail() const {
  std::vector<TrailStep> out{{std::string(context_.words.plain("home")), home_address(context_.lang())}};
  if (page_.type == PageType::record || page_.type == PageType::links) {
    const Record& record = sources_.site.record(page_.subject);
    out.push_back({phrase_text(context_, record.kind->label_many), kind_address(context_.lang(), *record.kind)});
    if (page_.type == PageType::links) {
      out.push_back({phrase_text(context_, record.title()), record_address(context_.lang(), record)});
    }
  } else if (page_.type == PageType::year) {
    out.push_back({std::string(context_.words.plain("years")), years_address(context_.lang())});
  } else if (page_.type == PageType::option) {
    const Facet& facet = sources_.index.facets.facets[page_.subject];
    const LocalizedText& label = facet.field->label;
    out.push_back({label.is_absent() ? facet.field->name.value : phrase_text(context_, label),
                   field_address(context_.lang(), facet.path)});
  }
  out.push_back({title_, page_.address});
  return out;
}

std::string GraphMaker::trail_json() const {
  std::string items;
  int position = 0;
  for (const TrailStep& step : trail()) {
    ScriptJson item;
    item.text("@type", "ListItem").json("position", std::to_string(++position));
    item.text("name", step.name);
    item.json("item", ScriptJson().text("@id", sources_.base_url + step.address).take());
    items += (items.empty() ? "" : ",") + item.take();
  }
  return ScriptJson().text("@type", "BreadcrumbList").json("itemListElement", "[" + items + "]").take();
}

// What lets a search engine send a query to the site's own search.
std::string GraphMaker::search_json() const {
  ScriptJson target;
  target.text("@type", "EntryPoint");
  target.text("urlTemplate", sources_.base_url + search_address(context_.lang()) + "?q={search_term_string}");
  ScriptJson out;
  out.text("@type", "SearchAction").json("target", target.take());
  return out.text("query-input", "required name=search_term_string").take();
}

std::string GraphMaker::site_json() const {
  ScriptJson out;
  out.text("@type", "WebSite").text("@id", home() + "#site").text("name", site_title()).text("url", home());
  out.text("description", phrase_text(context_, sources_.site.file().tagline));
  out.text("inLanguage", context_.lang().tag);
  if (sources_.site.file().has(Output::search)) out.json("potentialAction", search_json());
  return out.take();
}

std::string GraphMaker::data_json() const {
  const SiteFile& file = sources_.site.file();
  std::string languages;
  for (const Language& language : file.languages) {
    if (!languages.empty()) languages += ',';
    append_script_json(languages, language.tag);
  }
  const std::string creator =
      ScriptJson().text("@type", "Organization").text("name", site_title()).text("url", home()).take();
  ScriptJson out;
  out.text("@type", "Dataset").text("@id", sources_.base_url + "data/catalog.jsonld#dataset");
  out.text("name", site_title()).text("url", sources_.base_url + data_address(context_.lang()));
  out.text("description", phrase_text(context_, file.tagline)).json("creator", creator);
  out.text("license", file.licence ? file.licence->url : std::string()).json("inLanguage", "[" + languages + "]");
  const std::string version = current_version(sources_.site);
  out.text("version", version).text("dateModified", version);
  std::string files;
  for (const char* name : {"records.json", "records.jsonl", "records.csv", "observatory.sqlite"}) {
    files += (files.empty() ? "" : ",") + download(name);
  }
  out.json("distribution", "[" + files + "]");
  return out.json("isAccessibleForFree", "true").take();
}

std::string GraphMaker::make() const {
  std::string graph;
  const auto add = [&](const std::string& json) {
    if (!json.empty()) graph += (graph.empty() ? "" : ",") + json;
  };
  if (page_.type == PageType::home) {
    add(site_json());
    if (sources_.site.file().has(Output::data)) add(data_json());
  } else {
    if (page_.type == PageType::data) add(data_json());
    if (page_.type == PageType::record) add(linked_record(context_, page_.subject, sources_.base_url));
    add(trail_json());
  }
  return ScriptJson().text("@context", "https://schema.org").json("@graph", "[" + graph + "]").take();
}

bool is_found_by_itself(const PageSources& sources, const PlannedPage& page) {
  const bool is_aside =
      page.type == PageType::alias || page.type == PageType::not_found || page.type == PageType::language_choice;
  return !is_aside && !is_fallback(sources.site, page, page.language);
}

}  // namespace

std::string structured_data(const PageSources& sources, const PlannedPage& page, const std::string& title) {
  return is_found_by_itself(sources, page) ? GraphMaker(sources, page, title).make() : std::string();
}

}  // namespace armillary
