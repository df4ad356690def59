#include "citation/csl_json.h"

#include <nlohmann/json.hpp>

#include "citation/rich_text.h"

namespace armillary::citation {
namespace {

using Json = nlohmann::ordered_json;

Json name_json(const Name& name) {
  if (!name.is_person()) return {{"literal", name.literal}};
  Json out = {{"family", name.family}, {"given", name.given}};
  if (!name.suffix.empty()) out["suffix"] = name.suffix;
  return out;
}

Json parts_of(const DatePoint& point) {
  Json out = Json::array({point.year});
  if (point.month != 0) out.push_back(point.month);
  if (point.day != 0) out.push_back(point.day);
  return out;
}

Json date_json(const PartialDate& date) {
  Json parts = Json::array({parts_of(date.start())});
  if (date.is_span()) parts.push_back(parts_of(date.end()));
  Json out = {{"date-parts", std::move(parts)}};
  if (date.is_approximate()) out["circa"] = true;
  return out;
}

// CSL's own word: legal_case where we write legal-case, and the rest as they are.
std::string csl_type(WorkType type) { return type == WorkType::legal_case ? "legal_case" : std::string(name_of(type)); }

Json item_json(const Work& work) {
  Json item;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) item[name] = value;
  };
  const auto add_people = [&](const char* name, const std::vector<Name>& names) {
    for (const Name& one : names) item[name].push_back(name_json(one));
  };
  item["id"] = work.id;
  item["type"] = csl_type(work.type);
  add("language", work.language);
  add_people("author", work.authors);
  add_people("editor", work.editors);
  add_people("translator", work.translators);
  add("title", work.title);
  add("container-title", work.container);
  add("collection-title", work.series);
  add("collection-number", work.series_number);
  add("event-title", work.event);
  add("publisher", join_texts(work.publishers, "; "));
  add("publisher-place", work.place);
  if (work.issued) item["issued"] = date_json(*work.issued);
  if (work.accessed) item["accessed"] = date_json(*work.accessed);
  add("volume", work.volume);
  add("issue", work.issue);
  add("page", work.pages);
  add("edition", work.edition);
  add("version", work.version);
  add("number", work.number);
  add("genre", work.genre);
  add("ISBN", work.isbn);
  add("ISSN", work.issn);
  add("DOI", work.doi);
  add("URL", work.url);
  return item;
}

}  // namespace

std::string csl_json(std::span<const Work> works) {
  std::string out = "[";
  for (const Work& work : works) {
    if (out.size() > 1) out += ",\n";
    out += item_json(work).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return out + "]\n";
}

}  // namespace armillary::citation
