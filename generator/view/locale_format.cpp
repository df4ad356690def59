#include "view/locale_format.h"

#include <unicode/datefmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtitvfmt.h>
#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/numsys.h>
#include <unicode/plurrule.h>
#include <unicode/rbnf.h>

#include <array>
#include <mutex>
#include <vector>

namespace armillary {
namespace {

constexpr int kMonths = 12;
constexpr std::int64_t kLeastGrouped = 1000;  // no language parts the digits of smaller numbers
constexpr std::int64_t kMillisecondsOfDay = 86'400'000;
constexpr int kFirstGregorianYear = 1583;  // ICU's interval format is Julian before the reform

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Dates are written in the calendar that they are kept in, also where a language has another of its own.
icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<int32_t>(tag.size())}, status);
  if (U_FAILURE(status)) locale = icu::Locale::getRoot();
  status = U_ZERO_ERROR;
  locale.setKeywordValue("calendar", "gregorian", status);
  return locale;
}

// The digits 0 to 9 of the language, where its numbers are written with ten digits by place; empty otherwise.
std::vector<std::string> digits_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstance(locale, status));
  if (U_FAILURE(status) || system->isAlgorithmic() != 0 || system->getRadix() != 10) return {};
  const icu::UnicodeString description = system->getDescription();
  std::vector<std::string> digits;
  for (int32_t at = 0; at < description.length(); at = description.moveIndex32(at, 1)) {
    digits.push_back(to_utf8(icu::UnicodeString(description.char32At(at))));
  }
  return digits;
}

// A date's pattern, taken apart: `d MMMM y` is a day, text, a month's name, text, a year.
struct PatternPart {
  enum class Kind : std::uint8_t { text, year, day, month, month_name, month_name_alone };
  Kind kind = Kind::text;
  std::string text;
};
using Pattern = std::vector<PatternPart>;

PatternPart::Kind kind_of(char16_t letter, std::size_t width) {
  using Kind = PatternPart::Kind;
  if (letter == u'y' || letter == u'u') return Kind::year;
  if (letter == u'd') return Kind::day;
  if (letter != u'M' && letter != u'L') return Kind::text;
  if (width < 3) return Kind::month;
  return letter == u'M' ? Kind::month_name : Kind::month_name_alone;
}

Pattern take_apart(const icu::UnicodeString& written) {
  const std::u16string_view pattern(written.getBuffer(), static_cast<std::size_t>(written.length()));
  Pattern parts;
  bool quoted = false;
  for (std::size_t i = 0; i < pattern.size();) {
    const char16_t c = pattern[i];
    if (c == u'\'') {
      quoted = !quoted;
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (!quoted && end < pattern.size() && pattern[end] == c) ++end;
    const auto width = static_cast<int32_t>(end - i);
    const PatternPart::Kind kind = quoted ? PatternPart::Kind::text : kind_of(c, end - i);
    parts.push_back({kind, to_utf8(icu::UnicodeString(pattern.data() + i, width))});
    i = end;
  }
  return parts;
}

}  // namespace

// What ICU knows of a language, taken out once: patterns such as `d MMMM y`, the names of the months.
struct LocaleFormat::Parts {
  icu::Locale locale;
  Pattern day_pattern;
  Pattern month_pattern;
  Pattern year_pattern;
  Pattern day_of_year_pattern;                   // d MMMM
  std::vector<std::string> ten_digits;           // empty: only ICU can write its numbers
  std::array<std::string, kMonths> month_names;  // as they stand within a date
  std::array<std::string, kMonths> month_names_alone;
  icu::number::LocalizedNumberFormatter plain_number;  // without grouping: years, days
  icu::number::LocalizedNumberFormatter grouped_number;
  std::unique_ptr<icu::PluralRules> plurals;
  mutable std::mutex spans_mutex;  // ICU's interval format may not be used by two threads at once
  std::unique_ptr<icu::DateIntervalFormat> spans;

  std::string digits(int number) const;
  void append_digits(std::string& out, int number) const;
  std::string fill_pattern(const Pattern& pattern, const DatePoint& point) const;
  std::string span_of_days(const PartialDate& date) const;
};

void LocaleFormat::Parts::append_digits(std::string& out, int number) const {
  if (number < 0 || ten_digits.empty()) {
    UErrorCode status = U_ZERO_ERROR;
    out += to_utf8(plain_number.formatInt(number, status).toString(status));
    return;
  }
  for (const char digit : std::to_string(number)) out += ten_digits[static_cast<std::size_t>(digit - '0')];
}

std::string LocaleFormat::Parts::digits(int number) const {
  std::string out;
  append_digits(out, number);
  return out;
}

std::string LocaleFormat::Parts::fill_pattern(const Pattern& pattern, const DatePoint& point) const {
  std::string out;
  const auto month = static_cast<std::size_t>(point.month > 0 ? point.month - 1 : 0);
  for (const PatternPart& part : pattern) {
    switch (part.kind) {
      case PatternPart::Kind::text:
        out += part.text;
        break;
      case PatternPart::Kind::year:
        append_digits(out, point.year);
        break;
      case PatternPart::Kind::day:
        append_digits(out, point.day);
        break;
      case PatternPart::Kind::month:
        append_digits(out, point.month);
        break;
      case PatternPart::Kind::month_name:
        out += month_names[month];
        break;
      case PatternPart::Kind::month_name_alone:
        out += month_names_alone[month];
        break;
    }
  }
  return out;
}

std::string LocaleFormat::Parts::span_of_days(const PartialDate& date) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto at = [](std::int32_t day) {
    return static_cast<UDate>(static_cast<std::int64_t>(day) * kMillisecondsOfDay);
  };
  const icu::DateInterval interval(at(date.start().earliest_day()), at(date.end().earliest_day()));
  icu::UnicodeString text;
  icu::FieldPosition position;
  const std::lock_guard lock(spans_mutex);
  spans->format(&interval, text, position, status);
  return U_FAILURE(status) ? std::string() : to_utf8(text);
}

LocaleFormat::LocaleFormat(std::string_view tag, const Words& words) : words_(&words) {
  auto parts = std::make_shared<Parts>();
  UErrorCode status = U_ZERO_ERROR;
  parts->locale = locale_of(tag);
  const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
      icu::DateTimePatternGenerator::createInstance(parts->locale, status));
  const auto pattern_for = [&](const char16_t* skeleton) {
    return take_apart(patterns->getBestPattern(icu::UnicodeString(skeleton), status));
  };
  parts->day_pattern = pattern_for(u"yMMMMd");
  parts->month_pattern = pattern_for(u"yMMMM");
  parts->year_pattern = pattern_for(u"y");
  parts->day_of_year_pattern = pattern_for(u"MMMMd");
  parts->ten_digits = digits_of(parts->locale);
  const icu::DateFormatSymbols symbols(parts->locale, status);
  int32_t count = 0;
  const auto* within = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  for (int i = 0; i < kMonths && i < count; ++i) parts->month_names[static_cast<std::size_t>(i)] = to_utf8(within[i]);
  const auto* alone = symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  for (int i = 0; i < kMonths && i < count; ++i)
    parts->month_names_alone[static_cast<std::size_t>(i)] = to_utf8(alone[i]);
  parts->grouped_number = icu::number::NumberFormatter::withLocale(parts->locale);
  parts->plain_number = icu::number::NumberFormatter::withLocale(parts->locale).grouping(UNUM_GROUPING_OFF);
  parts->plurals.reset(icu::PluralRules::forLocale(parts->locale, status));
  parts->spans.reset(icu::DateIntervalFormat::createInstance(u"yMMMMd", parts->locale, status));
  if (parts->spans) parts->spans->setTimeZone(*icu::TimeZone::getGMT());
  parts_ = std::move(parts);
}

std::string LocaleFormat::point(const DatePoint& point) const {
  switch (point.precision()) {
    case DatePrecision::year:
      return parts_->fill_pattern(parts_->year_pattern, point);
    case DatePrecision::month:
      return parts_->fill_pattern(parts_->month_pattern, point);
    case DatePrecision::day:
      return parts_->fill_pattern(parts_->day_pattern, point);
  }
  return {};
}

std::string LocaleFormat::date(const PartialDate& date) const {
  std::string text;
  const bool whole_days =
      date.start().precision() == DatePrecision::day && date.end().precision() == DatePrecision::day;
  if (!date.is_span()) {
    text = point(date.start());
  } else if (whole_days && date.start().year >= kFirstGregorianYear) {
    text = parts_->span_of_days(date);
  } else {
    const std::string start = point(date.start());
    const std::string end = point(date.end());
    text = fill(words_->plain("date_span"), {{"start", start}, {"end", end}});
  }
  return date.is_approximate() ? fill(words_->plain("date_about"), {{"date", text}}) : text;
}

std::string LocaleFormat::number(const Decimal& number) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto precise =
      parts_->grouped_number.precision(icu::number::Precision::fixedFraction(number.fraction_digits()));
  return to_utf8(precise.formatDecimal(number.written, status).toString(status));
}

std::string LocaleFormat::number(std::int64_t number) const {
  if (number >= 0 && number < kLeastGrouped) return parts_->digits(static_cast<int>(number));
  UErrorCode status = U_ZERO_ERROR;
  return to_utf8(parts_->grouped_number.formatInt(number, status).toString(status));
}

std::string LocaleFormat::year(int year) const { return parts_->digits(year); }

std::string LocaleFormat::ordinal(int number) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_ORDINAL, parts_->locale, status);
  icu::UnicodeString text;
  if (U_SUCCESS(status)) format.format(number, text);
  return text.isEmpty() ? parts_->digits(number) : to_utf8(text);
}

std::string LocaleFormat::days_of_year(const DatePoint& from, const DatePoint& to) const {
  const auto point = [&](const DatePoint& day) {
    if (day.day == 0) return parts_->month_names_alone[static_cast<std::size_t>(day.month - 1)];
    return parts_->fill_pattern(parts_->day_of_year_pattern, day);
  };
  if (from == to) return point(from);
  if (from.month != to.month || from.day == 0 || to.day == 0) return point(from) + "–" + point(to);
  Pattern pattern = parts_->day_of_year_pattern;
  for (PatternPart& part : pattern) {
    if (part.kind != PatternPart::Kind::day) continue;
    part = {PatternPart::Kind::text, parts_->digits(from.day) + "–" + parts_->digits(to.day)};
  }
  return parts_->fill_pattern(pattern, from);
}

std::string LocaleFormat::counted(const WordForms& forms, std::int64_t number) const {
  const std::string category = to_utf8(parts_->plurals->select(static_cast<double>(number)));
  auto form = forms.find(category);
  if (form == forms.end()) form = forms.find("other");
  if (form == forms.end()) return {};
  const std::string digits = this->number(number);
  return fill(form->second, {{"n", digits}});
}

std::string locale_name(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  locale.addLikelySubtags(status);
  const std::string language = locale.getLanguage();
  const std::string territory = locale.getCountry();
  return territory.empty() ? language : language + "_" + territory;
}

}  // namespace armillary
