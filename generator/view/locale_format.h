// Dates, numbers and counted words as a language writes them (ICU, CLDR), each at its own precision.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "base/partial_date.h"
#include "view/words.h"

namespace armillary {

// Immutable; used by many threads at once.
class LocaleFormat {
 public:
  // `words` gives the patterns date_span ({start}, {end}) and date_about ({date}); it must outlive this.
  LocaleFormat(std::string_view tag, const Words& words);

  // 2023年11月1日; November 2023; a span as one phrase where the language has one.
  std::string date(const PartialDate& date) const;

  // Grouped digits, with as many places behind the point as were written.
  std::string number(const Decimal& number) const;
  std::string number(std::int64_t number) const;

  // A year alone, in the language's digits and without grouping: 2023, ٢٠٢٣.
  std::string year(int year) const;

  // 3rd, 3.ª: a number that tells a place in a row.
  std::string ordinal(int number) const;

  // The days of one year without the year: November 1; November 1–2; November where no day is known.
  // REQUIRES: from and to are of one year and state a month.
  std::string days_of_year(const DatePoint& from, const DatePoint& to) const;

  // The form of a counted word for this number, `{n}` replaced.
  std::string counted(const WordForms& forms, std::int64_t number) const;

 private:
  struct Parts;
  std::string point(const DatePoint& point) const;
  std::shared_ptr<const Parts> parts_;
  const Words* words_;
};

// A language and where most of those who write it live, as Open Graph wants it: zh-Hans is zh_CN.
std::string locale_name(std::string_view tag);

}  // namespace armillary
