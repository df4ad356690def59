// A work from an item of CSL-JSON, the other way round from citation/csl_json.h; and the words of APA 7 in English.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "citation/apa.h"
#include "citation/work.h"

namespace armillary::citation {

inline std::vector<Name> read_names(const nlohmann::json& item, const char* part) {
  std::vector<Name> out;
  for (const auto& name : item.value(part, nlohmann::json::array())) {
    out.push_back(
        {name.value("family", ""), name.value("given", ""), name.value("suffix", ""), name.value("literal", "")});
  }
  return out;
}

inline std::optional<PartialDate> read_date(const nlohmann::json& item, const char* part) {
  if (!item.contains(part)) return std::nullopt;
  const auto& parts = item[part]["date-parts"];
  const auto point = [](const nlohmann::json& numbers) {
    const auto at = [&](std::size_t i) { return i < numbers.size() ? numbers[i].get<int>() : 0; };
    return DatePoint{at(0), at(1), at(2)};
  };
  const bool is_about = item[part].contains("circa");
  if (parts.size() == 1) return PartialDate(point(parts[0]), is_about);
  return PartialDate(point(parts[0]), point(parts[1]), is_about);
}

// REQUIRES: the item's type is one that work_type_named knows, and its texts are strings.
inline Work read_work(const nlohmann::json& item) {
  const auto text = [&](const char* part) { return item.value(part, ""); };
  Work work;
  work.id = text("id");
  const std::string type = text("type");
  work.type = work_type_named(type == "legal_case" ? "legal-case" : type).value();
  work.language = text("language");
  work.title = text("title");
  work.authors = read_names(item, "author");
  work.editors = read_names(item, "editor");
  work.translators = read_names(item, "translator");
  work.container = text("container-title");
  work.series = text("collection-title");
  work.series_number = text("collection-number");
  work.event = text("event-title");
  const std::string publishers = text("publisher");
  for (std::size_t at = 0; at < publishers.size();) {
    const std::size_t end = std::min(publishers.find("; ", at), publishers.size());
    work.publishers.push_back(publishers.substr(at, end - at));
    at = end + 2;
  }
  work.place = text("publisher-place");
  work.volume = text("volume");
  work.issue = text("issue");
  work.pages = text("page");
  work.edition = text("edition");
  work.version = text("version");
  work.number = text("number");
  work.genre = text("genre");
  work.isbn = text("ISBN");
  work.issn = text("ISSN");
  work.doi = text("DOI");
  work.url = text("URL");
  work.issued = read_date(item, "issued");
  work.accessed = read_date(item, "accessed");
  return work;
}

inline ApaWords english_words() {
  static constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
  const auto month = [](const DatePoint& point) {
    return std::string(kMonths.at(static_cast<std::size_t>(point.month - 1)));
  };
  const auto day = [month](const DatePoint& point) {
    return point.day == 0 ? month(point) : month(point) + " " + std::to_string(point.day);
  };
  ApaWords words;
  words.no_date = "n.d.";
  words.about = "ca.";
  words.editor = "Ed.";
  words.editors = "Eds.";
  words.translator = "Trans.";
  words.edition = "{n} ed.";
  words.volume = "Vol. {n}";
  words.page = "p. {n}";
  words.pages = "pp. {n}";
  words.number = "No. {n}";
  words.article = "Article {n}";
  words.version = "Version {n}";
  words.in = "In";
  words.retrieved = "Retrieved {date}, from";
  words.dataset = "Data set";
  words.software = "Computer software";
  words.map = "Map";
  words.ordinal = [](int number) {
    return std::to_string(number) + (number == 1 ? "st" : number == 2 ? "nd" : number == 3 ? "rd" : "th");
  };
  words.year = [](int year) { return std::to_string(year); };
  words.days = [day](const DatePoint& from, const DatePoint& to) {
    if (from == to) return day(from);
    return day(from) + "–" + (from.month == to.month ? std::to_string(to.day) : day(to));
  };
  words.date = [day](const PartialDate& date) { return day(date.start()) + ", " + std::to_string(date.year()); };
  return words;
}

}  // namespace armillary::citation
