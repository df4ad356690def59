#include "view/locale_format.h"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <thread>
#include <vector>

#include "view/viewing.h"

using namespace armillary;

namespace {

const Words& words() {
  static const Words kWords = few_words();
  return kWords;
}

// Typographic spaces, with which CLDR parts spans and numbers, as plain ones; marks of direction taken out.
std::string plain(std::string text) {
  for (const char* space : {"\u2009", "\u202F", "\u00A0"}) {
    for (std::size_t at = 0; (at = text.find(space, at)) != std::string::npos;)
      text.replace(at, std::strlen(space), " ");
  }
  for (const char* mark : {"\u200F", "\u200E", "\u061C"}) {
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;) text.erase(at, std::strlen(mark));
  }
  return text;
}

std::string date(const char* tag, const char* text) {
  const auto parsed = parse_partial_date(text);
  REQUIRE(std::holds_alternative<PartialDate>(parsed));
  return plain(LocaleFormat(tag, words()).date(std::get<PartialDate>(parsed)));
}

std::string number(const char* tag, const char* text) {
  const auto parsed = parse_decimal(text);
  REQUIRE(parsed.has_value());
  return plain(LocaleFormat(tag, words()).number(*parsed));
}

// Digits of any script as 0 to 9.
std::string ascii_digits(const std::string& text) {
  const icu::UnicodeString all = icu::UnicodeString::fromUTF8(text);
  icu::UnicodeString out;
  for (int32_t i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
    const int32_t digit = u_charDigitValue(all.char32At(i));
    out.append(digit >= 0 ? static_cast<UChar32>('0' + digit) : all.char32At(i));
  }
  std::string bytes;
  out.toUTF8String(bytes);
  return bytes;
}

}  // namespace

TEST_CASE("a date says no more than is known, in the form of its language") {
  CHECK(date("zh-Hans", "2023-11-01") == "2023年11月1日");
  CHECK(date("zh-Hans", "2023-11") == "2023年11月");
  CHECK(date("zh-Hans", "2023") == "2023年");
  CHECK(date("en", "2023-11-01") == "November 1, 2023");
  CHECK(date("en-GB", "2023-11-01") == "1 November 2023");
  CHECK(date("en", "2023-11") == "November 2023");
  CHECK(date("en", "2023") == "2023");
  CHECK(date("fr", "2023-08-01") == "1 août 2023");
  CHECK(date("fr", "2023-08") == "août 2023");
  CHECK(date("fr", "2023") == "2023");
  CHECK(date("ja", "2023-11-01") == "2023年11月1日");
  CHECK(date("ja", "2023-11") == "2023年11月");
  CHECK(date("ja", "2023") == "2023年");
  CHECK(date("de", "2023-11-01") == "1. November 2023");
  CHECK(date("ru", "2023-11-01") == "1 ноября 2023 г.");
  CHECK(date("ru", "2023-11") == "ноябрь 2023 г.");
  CHECK(ascii_digits(date("ar", "2023-11-01")) == "1 نوفمبر 2023");
  CHECK(ascii_digits(date("ar", "2023-11")) == "نوفمبر 2023");
  CHECK(ascii_digits(date("ar", "2023")) == "2023");
}

TEST_CASE("a span is one phrase") {
  CHECK(date("zh-Hans", "2023-11-01/2023-11-02") == "2023年11月1日至2日");
  CHECK(date("en", "2023-11-01/2023-11-02") == "November 1 – 2, 2023");
  CHECK(date("en", "2023-11-30/2023-12-02") == "November 30 – December 2, 2023");
  CHECK(date("en", "2023-12-31/2024-01-01") == "December 31, 2023 – January 1, 2024");
  CHECK(date("fr", "2023-11-01/2023-11-02") == "1–2 novembre 2023");
  CHECK(date("en", "2023-11-01/2023-11-01") == "November 1, 2023");
}

TEST_CASE("a span of months or years is written with the words of the interface") {
  CHECK(date("en", "2016/2020") == "2016 – 2020");
  CHECK(date("en", "2023-11/2024-02") == "November 2023 – February 2024");
  CHECK(date("en", "2023/2024-02-01") == "2023 – February 1, 2024");
  CHECK(date("zh-Hans", "2016/2020") == "2016年 – 2020年");
}

TEST_CASE("a date that is about says so") {
  CHECK(date("en", "2023~") == "about 2023");
  CHECK(date("zh-Hans", "2023-11~") == "about 2023年11月");
  CHECK(date("en", "2016/2020~") == "about 2016 – 2020");
}

TEST_CASE("dates before the reform of the calendar are those that were written") {
  CHECK(date("en", "1492-10-12") == "October 12, 1492");
  CHECK(date("en", "0794-01-01") == "January 1, 794");
  CHECK(date("en", "0794-01-01/0794-01-03") == "January 1, 794 – January 3, 794");
  CHECK(date("en", "1583-01-01/1583-01-03") == "January 1 – 3, 1583");
}

TEST_CASE("a language that counts by another calendar still says the date that was written") {
  CHECK(date("th", "2023-11-01") == "1 พฤศจิกายน 2023");
  CHECK(ascii_digits(date("fa", "2023-11-01")) == "1 نوامبر 2023");
  CHECK(ascii_digits(date("ar-SA", "2023-11-01")) == "1 نوفمبر 2023");
  CHECK(ascii_digits(date("fa", "2023-11-01/2023-11-02")).find("2023") != std::string::npos);
  CHECK(date("th", "2023-11-01/2023-11-02").find("2023") != std::string::npos);
  CHECK(date("th", "2023-11-01/2023-11-02").find("2566") == std::string::npos);
  CHECK(date("ja-u-ca-japanese", "2023-11-01") == "2023年11月1日");
}

TEST_CASE("a tag that ICU does not know still gives dates and numbers") {
  CHECK(date("qqq", "2023-11-01").find("2023") != std::string::npos);
  CHECK(number("qqq", "12") == "12");
  CHECK(date("not a tag", "2023").find("2023") != std::string::npos);
}

// Our own filling of CLDR's patterns, and our own digits, against ICU's, in every language that ICU has.
TEST_CASE("dates and numbers are written as ICU writes them in every language") {
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  const PartialDate day(DatePoint{2023, 8, 5});
  const PartialDate month(DatePoint{2023, 8});
  const PartialDate year(DatePoint{2023});
  REQUIRE(count > 200);
  for (int32_t i = 0; i < count; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = locales[i];
    const auto tag = locale.toLanguageTag<std::string>(status);
    locale.setKeywordValue("calendar", "gregorian", status);
    const std::unique_ptr<icu::DateTimePatternGenerator> patterns(
        icu::DateTimePatternGenerator::createInstance(locale, status));
    REQUIRE(U_SUCCESS(status));
    const LocaleFormat format(tag, words());
    const auto expected = [&](const char16_t* skeleton) {
      icu::SimpleDateFormat icu_format(patterns->getBestPattern(skeleton, status), locale, status);
      icu_format.setTimeZone(*icu::TimeZone::getGMT());
      icu::UnicodeString text;
      icu_format.format(static_cast<UDate>(day.earliest_day()) * 86'400'000.0, text);
      std::string bytes;
      text.toUTF8String(bytes);
      return bytes;
    };
    INFO(tag);
    std::string bytes;
    CHECK(format.date(day) == expected(u"yMMMMd"));
    CHECK(format.date(month) == expected(u"yMMMM"));
    CHECK(format.date(year) == expected(u"y"));
    const auto icu_number = icu::number::NumberFormatter::withLocale(locale);
    for (const std::int64_t one : {-999, -1, 0, 7, 10, 407, 999, 1000, 98765}) {
      CHECK(format.number(one) == icu_number.formatInt(one, status).toString(status).toUTF8String(bytes = {}));
    }
  }
}

TEST_CASE("numbers are grouped as the language groups them and keep their places") {
  CHECK(number("en", "1234567") == "1,234,567");
  CHECK(number("en", "1.10") == "1.10");
  CHECK(number("en", "-1234.5") == "-1,234.5");
  CHECK(number("fr", "1234567.5") == "1 234 567,5");
  CHECK(number("de", "1234.50") == "1.234,50");
  CHECK(number("zh-Hans", "1234") == "1,234");
  CHECK(number("hi", "1234567") == "12,34,567");
  CHECK(number("en", "0") == "0");
  // More digits than a double holds.
  CHECK(number("en", "12345678901234567890.12345") == "12,345,678,901,234,567,890.12345");
  CHECK(plain(LocaleFormat("en", words()).number(std::int64_t{-12345})) == "-12,345");
}

TEST_CASE("a counted word has the form that its language's number takes") {
  const WordForms forms = {{"zero", "zero {n}"}, {"one", "one {n}"},   {"two", "two {n}"},
                           {"few", "few {n}"},   {"many", "many {n}"}, {"other", "other {n}"}};
  const auto form = [&](const char* tag, std::int64_t n) {
    const std::string text = LocaleFormat(tag, words()).counted(forms, n);
    return text.substr(0, text.find(' '));
  };
  CHECK(form("en", 0) == "other");
  CHECK(form("en", 1) == "one");
  CHECK(form("en", 2) == "other");
  CHECK(form("zh-Hans", 1) == "other");
  CHECK(form("fr", 0) == "one");
  CHECK(form("fr", 1) == "one");
  CHECK(form("fr", 2) == "other");
  CHECK(form("ru", 1) == "one");
  CHECK(form("ru", 3) == "few");
  CHECK(form("ru", 5) == "many");
  CHECK(form("ru", 11) == "many");
  CHECK(form("ru", 21) == "one");
  CHECK(form("ru", 22) == "few");
  CHECK(form("ar", 0) == "zero");
  CHECK(form("ar", 1) == "one");
  CHECK(form("ar", 2) == "two");
  CHECK(form("ar", 3) == "few");
  CHECK(form("ar", 11) == "many");
  CHECK(form("ar", 100) == "other");
}

TEST_CASE("a form that is missing is the other one, and the number is grouped in it") {
  const LocaleFormat format("ru", words());
  CHECK(plain(format.counted({{"other", "{n} x"}}, 1234567)) == "1 234 567 x");
  CHECK(format.counted({{"one", "x"}}, 5) == "");
  CHECK(LocaleFormat("en", words()).counted({{"one", "a single one"}, {"other", "{n}"}}, 1) == "a single one");
}

TEST_CASE("the days of a year are written without it, the month once") {
  const LocaleFormat english("en", words());
  CHECK(english.days_of_year({2023, 9, 26}, {2023, 9, 26}) == "September 26");
  CHECK(english.days_of_year({2023, 9, 26}, {2023, 9, 28}) == "September 26–28");
  CHECK(english.days_of_year({2023, 9, 30}, {2023, 10, 2}) == "September 30–October 2");
  CHECK(english.days_of_year({2023, 9, 0}, {2023, 9, 0}) == "September");
  CHECK(LocaleFormat("fr", words()).days_of_year({2023, 9, 26}, {2023, 9, 28}) == "26–28 septembre");
  CHECK(english.ordinal(3) == "3rd");
  CHECK(english.ordinal(21) == "21st");
}

TEST_CASE("many threads may write dates with one format") {
  const LocaleFormat format("en", words());
  const auto span = std::get<PartialDate>(parse_partial_date("2023-11-01/2023-11-02"));
  const std::string expected = format.date(span);
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&] {
      for (int i = 0; i < 300; ++i) count += format.date(span) == expected ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4));
}
