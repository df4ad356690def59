#include "citation/gb_7714.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace armillary::citation {
namespace {

constexpr std::string_view kWideSpace = "\u2003";  // between a standard's number and its name

bool is_one_of(WorkType type, std::initializer_list<WorkType> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_law(WorkType type) {
  return is_one_of(
      type, {WorkType::bill, WorkType::legal_case, WorkType::legislation, WorkType::regulation, WorkType::treaty});
}

bool is_web(WorkType type) { return is_one_of(type, {WorkType::post_weblog, WorkType::webpage}); }

// Appendix A of 2025, appendix B of 2015: the letters for the type of a work.
std::string_view type_letters(const Work& work, GbEdition edition) {
  const bool is_2015 = edition == GbEdition::of_2015;
  switch (work.type) {
    case WorkType::article:
      return is_2015 ? "M" : "PP";
    case WorkType::article_journal:
    case WorkType::article_magazine:
      return "J";
    case WorkType::article_newspaper:
      return "N";
    case WorkType::book:
    case WorkType::chapter:
    case WorkType::entry_encyclopedia:
      return is_2015 && work.type == WorkType::entry_encyclopedia ? "Z" : "M";
    case WorkType::dataset:
      return "DS";
    case WorkType::manuscript:
      return is_2015 ? "Z" : "A";
    case WorkType::map:
      return "CM";
    case WorkType::paper_conference:
      return "C";
    case WorkType::patent:
      return "P";
    case WorkType::post_weblog:
    case WorkType::webpage:
      return "EB";
    case WorkType::report:
      return "R";
    case WorkType::software:
      return "CP";
    case WorkType::standard:
      return "S";
    case WorkType::thesis:
      return "D";
    case WorkType::bill:
    case WorkType::legal_case:
    case WorkType::legislation:
    case WorkType::regulation:
    case WorkType::treaty:
    case WorkType::document:
    case WorkType::speech:
      break;
  }
  if (is_2015) return is_law(work.type) && work.type != WorkType::treaty ? "A" : "Z";
  return work.is_online() ? "EB" : "Z";
}

std::string year_text(const DatePoint& point) { return fmt::format("{}", point.year); }

class Writer {
 public:
  Writer(const Work& work, GbEdition edition)
      : work_(work), edition_(edition), is_2015_(edition == GbEdition::of_2015), in_chinese_(work.is_chinese()) {}

  RichText write() const {
    RichText out = is_2015_ ? entry_of_2015() : entry_of_2025();
    return out.close();
  }

 private:
  std::string_view colon() const { return is_2015_ ? ": " : "："; }
  std::string_view comma() const { return is_2015_ ? ", " : "，"; }
  std::string in_parentheses(const std::string& text) const {
    if (text.empty()) return {};
    return is_2015_ ? "(" + text + ")" : "（" + text + "）";
  }

  RichText entry_of_2025() const;
  RichText entry_of_2015() const;

  RichText names(const std::vector<Name>& list) const { return RichText(gb_names(list, edition_, in_chinese_)); }
  RichText author() const;
  RichText title() const;
  RichText translators() const;
  RichText edition() const;
  RichText version() const;
  std::string book_volume() const;
  bool has_volume_in_title() const;
  std::string number_after_title() const;

  std::string year() const;
  std::string full_date() const;
  std::string date_of_2025() const;
  RichText accessed() const;
  RichText created_and_accessed() const;

  RichText periodical_of_2025() const;
  RichText periodical_of_2015() const;
  RichText host() const;
  RichText part_of_host() const;
  RichText conference() const;
  RichText publication(const std::string& date) const;
  RichText publication_of_2025() const;
  RichText publication_of_2015() const;
  RichText access() const;

  const Work& work_;
  GbEdition edition_;
  bool is_2015_;
  bool in_chinese_;
};

RichText Writer::author() const {
  if (!work_.authors.empty()) return names(work_.authors);
  return work_.container.empty() ? names(work_.editors) : RichText();
}

bool Writer::has_volume_in_title() const {
  if (is_2015_) return work_.container.empty() || work_.type == WorkType::paper_conference;
  return work_.container.empty() &&
         !is_one_of(work_.type, {WorkType::chapter, WorkType::entry_encyclopedia, WorkType::paper_conference});
}

std::string Writer::book_volume() const {
  if (work_.volume.empty() || work_.is_in_periodical() || work_.type == WorkType::article) return {};
  if (!ordinal_number(work_.volume)) return work_.volume;
  if (in_chinese_) return "第" + work_.volume + "卷";
  return (is_2015_ ? "Vol. " : "v. ") + work_.volume;
}

std::string Writer::number_after_title() const {
  if (is_2015_) {
    const bool numbered =
        is_one_of(work_.type, {WorkType::bill, WorkType::legal_case, WorkType::legislation, WorkType::regulation,
                               WorkType::patent, WorkType::report, WorkType::standard});
    return numbered ? work_.number : std::string();
  }
  const bool elsewhere = is_one_of(work_.type, {WorkType::article, WorkType::article_journal, WorkType::standard});
  return elsewhere ? std::string() : work_.number;
}

RichText Writer::title() const {
  RichText text;
  text.add(work_.title, RunKind::title);
  RichText out;
  if (is_2015_) {
    const std::string behind =
        join_texts({has_volume_in_title() ? book_volume() : std::string(), number_after_title()}, kWideSpace);
    out = join({text, RichText(behind)}, colon());
  } else {
    out = join({text, RichText(has_volume_in_title() ? book_volume() : std::string()), RichText(number_after_title())},
               colon());
  }
  out.add(fmt::format("[{}{}]", type_letters(work_, edition_), work_.is_online() ? "/OL" : ""));
  return out;
}

RichText Writer::translators() const {
  RichText out = names(work_.translators);
  return out.is_empty() ? out : out.add(std::string(comma()) + (in_chinese_ ? "译" : "trans"));
}

RichText Writer::edition() const {
  const auto number = ordinal_number(work_.edition);
  if (!number) return RichText(work_.edition);
  if (in_chinese_) return RichText(fmt::format("{} 版", *number));
  const int tens = *number % 100 / 10;
  const int ones = *number % 10;
  const std::string_view ending = tens == 1 || ones == 0 || ones > 3 ? "th"
                                  : ones == 1                        ? "st"
                                  : ones == 2                        ? "nd"
                                                                     : "rd";
  return RichText(fmt::format("{}{} ed.", *number, ending));
}

RichText Writer::version() const {
  if (work_.version.empty()) return {};
  return RichText((ordinal_number(work_.version.substr(0, 1)) ? "V" : "") + work_.version);
}

// Only the year, of a span both. An estimated one stands in brackets.
std::string Writer::year() const {
  if (!work_.issued) return {};
  const PartialDate& date = *work_.issued;
  std::string out = year_text(date.start());
  if (date.end().year != date.start().year) out += (is_2015_ ? "-" : "—") + year_text(date.end());
  return date.is_approximate() ? "[" + out + "]" : out;
}

std::string Writer::full_date() const {
  if (!work_.issued) return {};
  const PartialDate& date = *work_.issued;
  std::string out = date.start().to_string();
  if (date.is_span()) out += "/" + date.end().to_string();
  return date.is_approximate() ? "[" + out + "]" : out;
}

std::string Writer::date_of_2025() const {
  if (!work_.issued) return work_.accessed ? "[" + year_text(work_.accessed->start()) + "]" : std::string();
  const bool to_the_day =
      is_one_of(work_.type, {WorkType::article_newspaper, WorkType::patent, WorkType::manuscript}) ||
      (work_.type == WorkType::report && work_.publishers.empty());
  return to_the_day ? full_date() : year();
}

RichText Writer::accessed() const {
  if (!work_.access_gap.empty()) {
    RichText gap;
    return gap.add(work_.access_gap, RunKind::access_date).inside("[", "]");
  }
  return work_.accessed ? RichText("[" + work_.accessed->start().to_string() + "]") : RichText();
}

RichText Writer::created_and_accessed() const {
  RichText out(in_parentheses(full_date()));
  return out.add(accessed());
}

// `Journal，2008，33（5）：8-9`; of a newspaper `Paper，2008-05-09（3）`.
RichText Writer::periodical_of_2025() const {
  if (work_.type == WorkType::article_newspaper) {
    std::string out = join_texts({work_.container, date_of_2025()}, comma());
    return RichText(out + in_parentheses(work_.pages));
  }
  const bool is_ahead_of_print = work_.volume.empty() && work_.issue.empty();
  const std::string where =
      join_texts({work_.container, is_ahead_of_print ? full_date() : year(), work_.volume}, comma()) +
      in_parentheses(work_.issue);
  return RichText(join_texts({where, work_.pages.empty() ? work_.number : work_.pages}, colon()));
}

RichText Writer::periodical_of_2015() const {
  const std::string date = work_.type == WorkType::article_newspaper ? full_date() : year();
  const std::string where = join_texts({work_.container, date, work_.volume}, comma()) + in_parentheses(work_.issue);
  RichText out(join_texts({where, work_.pages}, colon()));
  return out.add(accessed());
}

// The book or the proceedings that a work is part of.
RichText Writer::host() const {
  const std::string title = join_texts({work_.container, book_volume()}, colon());
  return join({names(work_.editors), RichText(title)}, ". ");
}

RichText Writer::part_of_host() const { return join({join({title(), translators()}, ". "), host()}, "//"); }

RichText Writer::conference() const {
  const std::string where = join_texts({join_texts({work_.event, date_of_2025()}, comma()), work_.pages}, colon());
  return join({title(), RichText(where)}, "//");
}

// `Place：Publisher，date：pages`; of several publishers the first, as the standard has it.
RichText Writer::publication(const std::string& date) const {
  const std::string publisher = work_.publishers.empty() ? std::string() : work_.publishers.front();
  const std::string issue = join_texts({join_texts({work_.place, publisher}, colon()), date}, comma());
  return RichText(join_texts({issue, work_.pages}, colon()));
}

RichText Writer::publication_of_2025() const {
  const bool is_book_like = is_one_of(work_.type, {WorkType::book, WorkType::chapter, WorkType::entry_encyclopedia,
                                                   WorkType::map, WorkType::paper_conference, WorkType::thesis});
  if (is_book_like || !work_.publishers.empty()) return publication(date_of_2025());
  if (is_one_of(work_.type, {WorkType::patent, WorkType::report})) {
    return RichText(join_texts({date_of_2025(), work_.pages}, colon()));
  }
  return work_.is_online() ? RichText() : publication(date_of_2025());
}

RichText Writer::publication_of_2015() const {
  const bool is_paged =
      !work_.publishers.empty() || !work_.pages.empty() ||
      is_one_of(work_.type, {WorkType::book, WorkType::chapter, WorkType::paper_conference, WorkType::thesis});
  RichText out = publication(is_paged || !work_.is_online() ? year() : std::string());
  if (!is_paged && work_.is_online()) out.add(in_parentheses(full_date()));
  return out.add(accessed());
}

RichText Writer::access() const {
  RichText url;
  if (!work_.url.empty()) url.add_address(work_.url, work_.url);
  RichText doi;
  if (!work_.doi.empty() && work_.url.find(work_.doi) == std::string::npos) {
    doi.add("DOI:").add_address(work_.doi, "https://doi.org/" + work_.doi);
  }
  return join({url, doi}, ". ");
}

// Sections 8.2 to 8.15 of the standard, one branch each.
RichText Writer::entry_of_2025() const {
  std::vector<RichText> parts;
  if (work_.type != WorkType::standard) parts.push_back(author());
  const auto add = [&](std::initializer_list<RichText> more) { parts.insert(parts.end(), more); };
  if (work_.is_in_periodical()) {
    add({title(), translators(), periodical_of_2025()});
  } else if (is_web(work_.type)) {
    add({title(), created_and_accessed()});
  } else if (work_.type == WorkType::standard) {
    add({join({RichText(work_.number), title()}, in_chinese_ ? kWideSpace : " ")});
  } else if (is_one_of(work_.type, {WorkType::article, WorkType::dataset})) {
    const std::string publisher = work_.publishers.empty() ? std::string() : work_.publishers.front();
    add({title(), version(), RichText(publisher).add(created_and_accessed())});
  } else if (!work_.container.empty()) {
    add({part_of_host(), edition(), publication_of_2025()});
  } else if (work_.type == WorkType::paper_conference) {
    add({conference()});
  } else if (is_one_of(work_.type, {WorkType::book, WorkType::map, WorkType::patent, WorkType::report}) ||
             !work_.publishers.empty() || !work_.is_online()) {
    add({title(), translators(), edition(), publication_of_2025()});
  } else {
    add({title(), version(), created_and_accessed()});
  }
  parts.push_back(access());
  return join(parts, ". ");
}

// Sections 4.1 to 4.6 of the standard.
RichText Writer::entry_of_2015() const {
  std::vector<RichText> parts{author()};
  const auto add = [&](std::initializer_list<RichText> more) { parts.insert(parts.end(), more); };
  if (work_.is_in_periodical()) {
    add({title(), periodical_of_2015()});
  } else if (work_.type == WorkType::patent) {
    add({title(), RichText(full_date()).add(accessed())});
  } else if (!work_.container.empty()) {
    add({part_of_host(), edition(), publication_of_2015()});
  } else {
    add({title(), translators(), edition(), publication_of_2015()});
  }
  parts.push_back(access());
  return join(parts, ". ");
}

}  // namespace

RichText gb_7714(const Work& work, GbEdition edition) { return Writer(work, edition).write(); }

}  // namespace armillary::citation
