#include "citation/apa.h"

#include <algorithm>
#include <initializer_list>

#include "citation/names.h"

namespace armillary::citation {
namespace {

bool is_one_of(WorkType type, std::initializer_list<WorkType> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::string with_number(std::string_view pattern, std::string_view number) {
  std::string out(pattern);
  if (const std::size_t at = out.find("{n}"); at != std::string::npos) out.replace(at, 3, number);
  return out;
}

std::string replaced(std::string_view text, char from, std::string_view to) {
  std::string out;
  for (const char c : text) {
    if (c == from) {
      out += to;
    } else {
      out += c;
    }
  }
  return out;
}

// `12-21` as `12–21`.
std::string page_range(std::string_view pages) { return replaced(pages, '-', "–"); }

class Writer {
 public:
  Writer(const Work& work, const ApaWords& words) : work_(work), words_(words) {}

  RichText write() const;

 private:
  bool is_law() const {
    return is_one_of(work_.type, {WorkType::bill, WorkType::legal_case, WorkType::legislation, WorkType::regulation,
                                  WorkType::treaty});
  }
  // In a journal, a magazine, a newspaper or a weblog.
  bool is_article() const { return work_.is_in_periodical() || work_.type == WorkType::post_weblog; }
  // Proceedings with editors are a book, others a journal.
  bool is_in_proceedings() const { return work_.type == WorkType::paper_conference && !work_.editors.empty(); }

  RichText law() const;
  RichText author() const;
  RichText date() const;
  RichText title() const;
  RichText remarks() const;
  RichText description() const;
  RichText title_with_remarks() const { return join({title(), remarks(), description()}, " "); }
  RichText container() const;
  RichText periodical() const;
  RichText book() const;
  RichText event() const;
  RichText publisher() const;
  RichText access() const;
  static std::string contributors(const std::vector<Name>& names, const std::string& one, const std::string& many);
  std::string book_number() const;
  std::string places_in_book() const;

  const Work& work_;
  const ApaWords& words_;
};

RichText Writer::author() const {
  if (!work_.authors.empty()) return RichText(apa_authors(work_.authors));
  if (work_.editors.empty() || !work_.container.empty()) return {};
  const std::string& label = work_.editors.size() > 1 ? words_.editors : words_.editor;
  return RichText(apa_authors(work_.editors) + " (" + label + ")");
}

// Only what is dated by the day in its own nature gets more than the year: news, talks, pages (9.14).
RichText Writer::date() const {
  if (!work_.issued) return RichText("(" + words_.no_date + ")");
  const PartialDate& issued = *work_.issued;
  const DatePoint& start = issued.start();
  const DatePoint& end = issued.end();
  std::string out = words_.year(start.year);
  const bool is_dated_by_day = is_one_of(work_.type, {WorkType::article_magazine, WorkType::article_newspaper,
                                                      WorkType::post_weblog, WorkType::speech, WorkType::webpage}) ||
                               (work_.type == WorkType::paper_conference && work_.editors.empty() &&
                                work_.issue.empty() && work_.pages.empty() && work_.volume.empty());
  if (end.year != start.year) {
    out += "–" + words_.year(end.year);
  } else if (is_dated_by_day && start.month != 0 && end.month != 0) {
    // A language whose dates begin with the year has one form for both: 2026年11月20日, not 2026, 11月20日.
    const std::string whole = words_.date(start == end ? PartialDate(start) : PartialDate(start, end));
    out = whole.starts_with(out) ? whole : out + ", " + words_.days(start, end);
  }
  return RichText("(" + (issued.is_approximate() ? words_.about + " " : std::string()) + out + ")");
}

RichText Writer::title() const {
  const bool is_page = work_.type == WorkType::webpage;
  RichText out;
  out.add(work_.title, RunKind::title, is_page || work_.container.empty());
  const bool has_own_volume = work_.container.empty() && !is_article() && !work_.volume.empty();
  if (has_own_volume && !ordinal_number(work_.volume)) out.add(": " + work_.volume, RunKind::plain, true);
  if (!work_.title_translated.empty()) out.add(" [" + work_.title_translated + "]");
  return out;
}

// `E. Editor & T. Translator, Eds.`
std::string Writer::contributors(const std::vector<Name>& names, const std::string& one, const std::string& many) {
  return names.empty() ? std::string() : apa_contributors(names) + ", " + (names.size() > 1 ? many : one);
}

std::string Writer::book_number() const {
  std::string series = join_texts(
      {work_.series, work_.series_number.empty() ? std::string() : with_number(words_.number, work_.series_number)},
      " ");
  if (work_.number.empty()) return series;
  const bool is_plain_number = ordinal_number(work_.number).has_value();
  const std::string number = is_plain_number ? with_number(words_.number, work_.number) : work_.number;
  return join_texts({join_texts({work_.genre, number}, " "), series}, ", ");
}

// `2nd ed., Vol. 3, pp. 4–5`
std::string Writer::places_in_book() const {
  if (is_article() || is_one_of(work_.type, {WorkType::patent, WorkType::speech, WorkType::webpage})) return {};
  if (work_.type == WorkType::paper_conference && !is_in_proceedings()) return {};
  std::vector<std::string> parts;
  if (!work_.version.empty()) parts.push_back(with_number(words_.version, work_.version));
  if (const auto number = ordinal_number(work_.edition)) {
    parts.push_back(with_number(words_.edition, words_.ordinal(*number)));
  } else {
    parts.push_back(work_.edition);
  }
  if (ordinal_number(work_.volume)) parts.push_back(with_number(words_.volume, work_.volume));
  if (!work_.pages.empty() && !work_.container.empty()) {
    const bool is_range = work_.pages.find_first_of("-,") != std::string::npos;
    parts.push_back(with_number(is_range ? words_.pages : words_.page, page_range(work_.pages)));
  }
  return join_texts(parts, ", ");
}

// What stands in parentheses behind the title: who else had a part in it, its number, edition and volume.
RichText Writer::remarks() const {
  std::vector<std::string> parts;
  const bool names_editors = !work_.authors.empty() && work_.container.empty() && !is_article();
  if (names_editors) parts.push_back(contributors(work_.editors, words_.editor, words_.editors));
  if (is_article() || work_.container.empty()) {
    parts.push_back(contributors(work_.translators, words_.translator, words_.translator));
  }
  if (work_.container.empty() && !is_article()) {
    parts.push_back(book_number());
    parts.push_back(places_in_book());
  }
  return RichText(join_texts(parts, "; ")).inside("(", ")");
}

RichText Writer::description() const {
  if (work_.type == WorkType::thesis) {
    return RichText(join_texts({work_.genre, work_.is_online() && !work_.publishers.empty() ? work_.publishers.front()
                                                                                            : std::string()},
                               ", "))
        .inside("[", "]");
  }
  if (!work_.number.empty() || !work_.genre.empty()) {
    return RichText(work_.number.empty() ? work_.genre : std::string()).inside("[", "]");
  }
  if (work_.type == WorkType::dataset) return RichText("[" + words_.dataset + "]");
  if (work_.type == WorkType::software) return RichText("[" + words_.software + "]");
  return work_.type == WorkType::map ? RichText("[" + words_.map + "]") : RichText();
}

// `Journal, 33(5), 8–9`
RichText Writer::periodical() const {
  RichText container;
  container.add(work_.container, RunKind::plain, true);
  RichText volume;
  if (!work_.volume.empty()) {
    volume.add(work_.volume, RunKind::plain, true);
    if (!work_.issue.empty()) volume.add("(" + work_.issue + ")");
  } else {
    volume.add(work_.issue, RunKind::plain, true);
  }
  const std::string where = work_.number.empty() ? page_range(work_.pages) : with_number(words_.article, work_.number);
  return join({container, volume, RichText(where)}, ", ");
}

// `In E. Editor (Ed.), Book (2nd ed., pp. 4–5)`
RichText Writer::book() const {
  const auto people = [](const std::vector<Name>& names, const std::string& label) {
    return names.empty() ? std::string() : apa_contributors(names) + " (" + label + ")";
  };
  RichText title;
  title.add(work_.container, RunKind::plain, true);
  if (!work_.volume.empty() && !ordinal_number(work_.volume)) title.add(": " + work_.volume, RunKind::plain, true);
  const std::string places = join_texts({book_number(), places_in_book()}, "; ");
  const RichText named =
      join({RichText(people(work_.editors, work_.editors.size() > 1 ? words_.editors : words_.editor)),
            RichText(people(work_.translators, words_.translator)), title},
           ", ");
  return join({RichText(words_.in), named, RichText(places).inside("(", ")")}, " ");
}

RichText Writer::container() const {
  if (work_.container.empty() || work_.type == WorkType::webpage) return {};
  const bool as_journal = is_article() || (work_.type == WorkType::paper_conference && work_.editors.empty());
  return as_journal ? periodical() : book();
}

RichText Writer::event() const {
  const bool is_published =
      !work_.editors.empty() || !work_.issue.empty() || !work_.pages.empty() || !work_.volume.empty();
  return is_published ? RichText() : RichText(work_.event);
}

RichText Writer::publisher() const {
  if (is_article() || (work_.type == WorkType::thesis && work_.is_online())) return {};
  if (work_.type == WorkType::paper_conference && work_.editors.empty()) return {};
  std::vector<std::string> named;
  if (work_.type == WorkType::webpage) named.push_back(work_.container);
  for (const std::string& publisher : work_.publishers) {
    const bool is_author = std::any_of(work_.authors.begin(), work_.authors.end(),
                                       [&](const Name& name) { return name.literal == publisher; });
    if (!is_author && std::find(named.begin(), named.end(), publisher) == named.end()) named.push_back(publisher);
  }
  return RichText(join_texts(named, "; "));
}

RichText Writer::access() const {
  RichText out;
  if (!work_.doi.empty()) return out.add_address("https://doi.org/" + work_.doi, "https://doi.org/" + work_.doi);
  if (work_.url.empty()) return out;
  const std::string& pattern = words_.retrieved;
  const std::size_t gap = pattern.find("{date}");
  const bool is_retrieved = !work_.access_gap.empty() || (!work_.issued && work_.accessed);
  if (is_retrieved && gap != std::string::npos) {
    out.add(pattern.substr(0, gap));
    if (!work_.access_gap.empty()) {
      out.add(work_.access_gap, RunKind::access_day);
    } else {
      out.add(words_.date(*work_.accessed));
    }
    out.add(pattern.substr(gap + 6) + " ");
  }
  return out.add_address(work_.url, work_.url);
}

RichText Writer::law() const {
  RichText title;
  title.add(work_.title, RunKind::title);
  if (!work_.title_translated.empty()) title.add(" [" + work_.title_translated + "]");
  const std::string year = work_.issued ? "(" + words_.year(work_.issued->year()) + ")" : std::string();
  const std::string place = join_texts({work_.volume, work_.container, page_range(work_.pages)}, " ");
  RichText head = join({join({title, RichText(work_.number), RichText(place)}, ", "), RichText(year)}, " ");
  return join({head.close(), access()}, " ");
}

RichText Writer::write() const {
  if (is_law()) return law();
  const RichText by = author();
  RichText head = by.is_empty() ? join({title_with_remarks(), date(), container(), event(), publisher()}, ". ")
                                : join({by, date(), title_with_remarks(), container(), event(), publisher()}, ". ");
  return join({head.close(), access()}, " ");
}

}  // namespace

RichText apa(const Work& work, const ApaWords& words) { return Writer(work, words).write(); }

}  // namespace armillary::citation
