// A work that is cited, in the manner of a CSL item: what a list of references must know of it. Nothing here knows a
// record or a page; texts are UTF-8 and plain, without markup.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/partial_date.h"

namespace armillary::citation {

// What a work is; the names are those of CSL 1.0.2, with a hyphen where CSL has an underscore.
enum class WorkType : std::uint8_t {
  article,  // a preprint
  article_journal,
  article_magazine,
  article_newspaper,
  bill,
  book,
  chapter,
  dataset,
  document,  // anything else
  entry_encyclopedia,
  legal_case,
  legislation,
  manuscript,
  map,
  paper_conference,
  patent,
  post_weblog,
  regulation,
  report,
  software,
  speech,
  standard,
  thesis,
  treaty,
  webpage,
};

// The word that stands in a schema file: article-journal.
std::string_view name_of(WorkType type);
std::optional<WorkType> work_type_named(std::string_view name);
std::vector<std::string_view> work_type_names();

// A person has a family name; a body, or a name that is printed as it stands, only a literal one.
struct Name {
  std::string family;
  std::string given;
  std::string suffix;  // Jr., III
  std::string literal;

  bool is_person() const { return literal.empty(); }
  bool operator==(const Name&) const = default;
};

// `Family, Given` and `Family, Given, Suffix` are persons; everything else is literal, and so is a name with `and` or
// `&` behind its comma, which only bodies have: Department for Science, Innovation and Technology.
Name read_name(std::string_view text);

struct Work {
  std::string id;  // its key in lists for programs; ASCII
  WorkType type = WorkType::document;
  std::string language;          // a BCP 47 tag; empty: not known
  std::string title;             // in the work's own language
  std::string title_translated;  // in the reader's language; empty where that is the title's own
  std::vector<Name> authors;
  std::vector<Name> editors;
  std::vector<Name> translators;
  std::string container;  // the journal, the book of a chapter
  std::string series;
  std::string series_number;
  std::string event;
  std::vector<std::string> publishers;
  std::string place;
  std::string volume;
  std::string issue;
  std::string pages;  // with hyphens
  std::string edition;
  std::string version;
  std::string number;  // of a report, standard, patent, law
  std::string genre;
  std::string isbn;
  std::string issn;
  std::string doi;  // without https://doi.org/
  std::string url;
  std::optional<PartialDate> issued;
  std::optional<PartialDate> accessed;
  std::string access_gap;  // where the day is the one on which the reader looks: the words that stand in its place

  bool is_online() const { return !url.empty() || !doi.empty(); }
  // In a journal, magazine or newspaper.
  bool is_in_periodical() const;
  // Whether the work's language, or else the script of its title, is Chinese.
  bool is_chinese() const;
};

// Whether a text has a Han character.
bool has_han(std::string_view text);

// The number of `3`, `3rd` or `21st`; nothing for other texts, such as `Rev. ed.`
std::optional<int> ordinal_number(std::string_view text);

}  // namespace armillary::citation
