// A work as an entry of a list of references in the style of the American Psychological Association, 7th edition
// (2020), chapters 9 to 11. Titles are not changed: whoever records them writes them as they are to stand.
//
// Where the style is silent or asks for what a record cannot know: a date of the day is printed as the language of the
// list writes it where that begins with the year, as Chinese journals of psychology do; a title in another language
// than the reader's is followed by its translation in brackets (9.38); an author who is also the publisher is not
// repeated (9.29); of works that are laws the title, number, year and address are given, since the style's own rules
// for them are those of American law.
#pragma once

#include <functional>
#include <string>

#include "citation/rich_text.h"
#include "citation/work.h"

namespace armillary::citation {

// The style's words and dates in the language of the list.
struct ApaWords {
  std::string no_date;                                                  // n.d.
  std::string about;                                                    // ca.
  std::string editor;                                                   // Ed.
  std::string editors;                                                  // Eds.
  std::string translator;                                               // Trans.
  std::string edition;                                                  // {n} ed.
  std::string volume;                                                   // Vol. {n}
  std::string page;                                                     // p. {n}
  std::string pages;                                                    // pp. {n}
  std::string number;                                                   // No. {n}
  std::string article;                                                  // Article {n}
  std::string version;                                                  // Version {n}
  std::string in;                                                       // In
  std::string retrieved;                                                // Retrieved {date}, from
  std::string dataset;                                                  // Data set
  std::string software;                                                 // Computer software
  std::string map;                                                      // Map
  std::function<std::string(int)> ordinal;                              // 3rd
  std::function<std::string(int)> year;                                 // in the language's digits
  std::function<std::string(const DatePoint&, const DatePoint&)> days;  // November 1, November 1–2, November
  std::function<std::string(const PartialDate&)> date;                  // November 1, 2023
};

RichText apa(const Work& work, const ApaWords& words);

}  // namespace armillary::citation
