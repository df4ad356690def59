#include "base/partial_date.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/date_messages.h"
#include "support/show_diagnostics.h"

using namespace armillary;

namespace {

PartialDate date(std::string_view text) {
  const auto parsed = parse_partial_date(text);
  INFO(text);
  REQUIRE(std::holds_alternative<PartialDate>(parsed));
  return std::get<PartialDate>(parsed);
}

// What an editor reads about a text that is no date, without the position.
std::string complaint(std::string_view text) {
  const SourceFile file{"a.md", "日期: " + std::string(text)};
  Diagnostics diagnostics;
  const auto size = static_cast<std::uint32_t>(file.text.size());
  CHECK_FALSE(read_partial_date(text, file, {8, size}, diagnostics).has_value());
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& d = diagnostics.all().front();
  CHECK(d.line == 1);
  CHECK(d.column == 5);
  return d.text + " [" + std::string(d.code) + "]";
}

// Counts days one by one, by the calendar's rule alone.
struct CountedDay {
  int year = 1600, month = 1, day = 1;

  int days_in_month() const {
    if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  void step() {
    if (++day <= days_in_month()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

}  // namespace

TEST_CASE("a date keeps the precision it is written with") {
  const auto [text, precision] = GENERATE(table<std::string, DatePrecision>({{"2023", DatePrecision::year},
                                                                             {"2023-11", DatePrecision::month},
                                                                             {"2023-11-01", DatePrecision::day},
                                                                             {"0001", DatePrecision::year},
                                                                             {"9999-12-31", DatePrecision::day}}));
  const PartialDate parsed = date(text);
  CHECK(parsed.precision() == precision);
  CHECK_FALSE(parsed.is_span());
  CHECK_FALSE(parsed.is_approximate());
  CHECK(parsed.to_string() == text);
}

TEST_CASE("a span keeps both ends and their precisions") {
  const PartialDate span = date("2023-11-30/2024~");
  CHECK(span.is_span());
  CHECK(span.is_approximate());
  CHECK(span.start() == DatePoint{2023, 11, 30});
  CHECK(span.end() == DatePoint{2024, 0, 0});
  CHECK(span.end().precision() == DatePrecision::year);
  CHECK(span.year() == 2023);
  CHECK(span.to_string() == "2023-11-30/2024~");
}

TEST_CASE("earliest and latest day count from 1970") {
  CHECK(date("1970-01-01").earliest_day() == 0);
  CHECK(date("1970-01-01").latest_day() == 0);
  CHECK(date("1970").latest_day() == 364);
  CHECK(date("1970-02").earliest_day() == 31);
  CHECK(date("1970-02").latest_day() == 58);
  CHECK(date("1972-02").latest_day() - date("1972-02").earliest_day() == 28);
  CHECK(date("1969-12-31").earliest_day() == -1);
  CHECK(date("1970-01/1970-03~").earliest_day() == 0);
  CHECK(date("1970-01/1970-03~").latest_day() == 89);
  CHECK(date("0001-01-01").earliest_day() == -719162);
  CHECK(date("9999-12-31").latest_day() == 2932896);
}

TEST_CASE("leap days exist every fourth year but in three of four centuries") {
  for (const char* text : {"2024-02-29", "2000-02-29", "1600-02-29", "0004-02-29"}) CHECK(date(text).start().day == 29);
  for (const char* text : {"2023-02-29", "1900-02-29", "2100-02-29"})
    CHECK(std::holds_alternative<DateError>(parse_partial_date(text)));
}

TEST_CASE("dates sort by earliest day, then latest day, then precision") {
  const std::vector<std::string> sorted{
      "2022-12-31", "2023-01-01", "2023-01", "2023", "2023~", "2023-01/2023-12", "2023-01-01/2023-12-31",
      "2023/2024",  "2023-01-02"};
  std::vector<PartialDate> dates;
  for (const std::string& text : sorted) dates.push_back(date(text));
  std::reverse(dates.begin(), dates.end());
  std::sort(dates.begin(), dates.end());
  std::vector<std::string> out;
  for (const PartialDate& d : dates) out.push_back(d.to_string());
  CHECK(out == sorted);
}

TEST_CASE("equal dates compare as equal and others never do") {
  CHECK(date("2023-11") == date("2023-11"));
  CHECK((date("2023-11") <=> date("2023-11")) == std::strong_ordering::equal);
  CHECK(date("2023-11") != date("2023-11~"));
  CHECK((date("2023") <=> date("2023/2023")) == std::strong_ordering::less);
}

TEST_CASE("what is no date is answered with the right form for that very text") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"", "'' is not a date; write 2023, 2023-11 or 2023-11-01 [date-empty]"},
      {"  ", "'  ' is not a date; write 2023, 2023-11 or 2023-11-01 [date-empty]"},
      {"2023/11/1", "'2023/11/1' is not a date; write 2023-11-01 [date-separator]"},
      {"2023/11/01", "'2023/11/01' is not a date; write 2023-11-01 [date-separator]"},
      {"2023/11", "'2023/11' is not a date; write 2023-11 [date-separator]"},
      {"2023.11.01", "'2023.11.01' is not a date; write 2023-11-01 [date-separator]"},
      {"2023年11月", "'2023年11月' is not a date; write 2023-11 [date-separator]"},
      {"2023年11月1日至2日",
       "'2023年11月1日至2日' is not a date because the end of a span is written in full; write "
       "2023-11-01/2023-11-02 [date-end-not-in-full]"},
      {"约2023年", "'约2023年' is not a date; write 2023~ [date-separator]"},
      {"c. 2023", "'c. 2023' is not a date; write 2023~ [date-separator]"},
      {"2023?", "'2023?' is not a date; write 2023~ [date-separator]"},
      {"20231101", "'20231101' is not a date; write 2023-11-01 [date-separator]"},
      {"2023–11", "'2023–11' is not a date; write 2023-11 [date-separator]"},
      {"2023-2024", "'2023-2024' is not a date; write 2023/2024 [date-separator]"},
      {" 2023", "' 2023' is not a date; write 2023 [date-separator]"},
      {"2023-11-01 - 2023-11-02",
       "'2023-11-01 - 2023-11-02' is not a date; write 2023-11-01/2023-11-02 "
       "[date-separator]"},
      {"2023-1", "'2023-1' is not a date because month and day have two digits; write 2023-01 [date-two-digits]"},
      {"2023-11-1~",
       "'2023-11-1~' is not a date because month and day have two digits; write 2023-11-01~ "
       "[date-two-digits]"},
      {"２０２３", "'２０２３' is not a date because of its full-width characters; write 2023 [date-full-width]"},
      {"2023－11", "'2023－11' is not a date because of its full-width characters; write 2023-11 [date-full-width]"},
      {"2023～", "'2023～' is not a date because of its full-width characters; write 2023~ [date-full-width]"},
      {"2023-11-01T10:00",
       "'2023-11-01T10:00' is not a date because of its time of day; write 2023-11-01 "
       "[date-time-of-day]"},
      {"2023-11-01 9:30:00+08:00",
       "'2023-11-01 9:30:00+08:00' is not a date because of its time of day; write "
       "2023-11-01 [date-time-of-day]"},
      {"~2023", "'~2023' is not a date because '~' belongs at its end; write 2023~ [date-misplaced-about]"},
      {"2023~/2024",
       "'2023~/2024' is not a date because '~' belongs at its end; write 2023/2024~ "
       "[date-misplaced-about]"},
      {"23-11-01",
       "'23-11-01' is not a date because a year has four digits; write 2023, 2023-11 or 2023-11-01 "
       "[date-year]"},
      {"01/11/23",
       "'01/11/23' is not a date because a year has four digits; write 2023, 2023-11 or 2023-11-01 "
       "[date-year]"},
      {"2023-11-01/02",
       "'2023-11-01/02' is not a date because the end of a span is written in full; write "
       "2023-11-01/2023-11-02 [date-end-not-in-full]"},
      {"2023-11/12",
       "'2023-11/12' is not a date because the end of a span is written in full; write "
       "2023-11/2023-12 [date-end-not-in-full]"},
      {"0000", "'0000' is not a date; years run from 0001 to 9999 [date-year-range]"},
      {"2023-13", "'2023-13' is not a date; month 13 does not exist [date-no-such-month]"},
      {"2023-00", "'2023-00' is not a date; month 00 does not exist [date-no-such-month]"},
      {"2023-02-30", "'2023-02-30' is not a date; day 30 does not exist, 2023-02 has 28 days [date-no-such-day]"},
      {"2024-02-30", "'2024-02-30' is not a date; day 30 does not exist, 2024-02 has 29 days [date-no-such-day]"},
      {"2023-11-00", "'2023-11-00' is not a date; day 00 does not exist, 2023-11 has 30 days [date-no-such-day]"},
      {"2023/2024-06-31",
       "'2023/2024-06-31' is not a date; day 31 does not exist, 2024-06 has 30 days "
       "[date-no-such-day]"},
      {"2024/2023", "'2024/2023' ends before it starts; write 2023/2024 [date-end-before-start]"},
      {"2023-11-02/2023-11-01~",
       "'2023-11-02/2023-11-01~' ends before it starts; write 2023-11-01/2023-11-02~ "
       "[date-end-before-start]"},
      {"soon", "'soon' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"November 2023", "'November 2023' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023年春", "'2023年春' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023~~", "'2023~~' is not a date; write 2023~ [date-separator]"},
      {"2023/", "'2023/' is not a date; write 2023 [date-separator]"},
      {"~", "'~' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023−11", "'2023−11' is not a date; write 2023-11 [date-separator]"},
      {"2023年11月15号", "'2023年11月15号' is not a date; write 2023-11-15 [date-separator]"},
      {"2023到2024", "'2023到2024' is not a date; write 2023/2024 [date-separator]"},
      {"2023.11/2024", "'2023.11/2024' is not a date; write 2023-11/2024 [date-separator]"},
      {"2023　11", "'2023　11' is not a date because of its full-width characters; write 2023-11 [date-full-width]"},
      {"2023-11-01t10:00",
       "'2023-11-01t10:00' is not a date because of its time of day; write 2023-11-01 [date-time-of-day]"},
      {"2023￥", "'2023￥' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023é", "'2023é' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023-11-01-05", "'2023-11-01-05' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023-111", "'2023-111' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023-11 2024-111", "'2023-11 2024-111' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"23-11-01/02",
       "'23-11-01/02' is not a date because a year has four digits; write 2023, 2023-11 or 2023-11-01 [date-year]"},
      {"2023-11-01/11-015", "'2023-11-01/11-015' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
      {"2023/11/31", "'2023/11/31' is not a date; write 2023, 2023-11 or 2023-11-01 [date-unrecognised]"},
  }));
  CHECK(complaint(text) == expected);
}

TEST_CASE("the end of a span may be less precise than its start") {
  CHECK(date("2023-11-05/2023-11").latest_day() == date("2023-11-30").latest_day());
  CHECK(date("2023-06/2023").to_string() == "2023-06/2023");
  CHECK(date("2023/2023-03").latest_day() == date("2023-03-31").latest_day());
}

TEST_CASE("every date problem has a message and a code of its own") {
  std::vector<std::string_view> codes;
  for (const Message* message : kDateMessages) codes.push_back(message->code);
  std::sort(codes.begin(), codes.end());
  CHECK(std::unique(codes.begin(), codes.end()) == codes.end());
  CHECK(codes.size() == static_cast<std::size_t>(DateProblem::unrecognised) + 1);
}

TEST_CASE("days and dates agree with counting for eight hundred years") {
  CountedDay counted;
  std::int32_t day = DatePoint{1600, 1, 1}.earliest_day();
  CHECK(day == -135140);
  bool agree = true;
  for (; counted.year <= 2400; counted.step(), ++day) {
    const DatePoint point{counted.year, counted.month, counted.day};
    agree = agree && point_of_day(day) == point && point.earliest_day() == day && point.latest_day() == day;
  }
  CHECK(agree);
  CHECK(day == DatePoint{2401, 1, 1}.earliest_day());
}

TEST_CASE("every valid date is read back from its text") {
  std::mt19937 random(1970);
  const auto between = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  const auto any_point = [&] {
    DatePoint point{between(1, 9999), between(0, 12), 0};
    if (point.month != 0) point.day = between(0, 31);
    return point;
  };
  int tried = 0;
  while (tried < 5'000) {
    const DatePoint start = any_point();
    const DatePoint end = any_point();
    const bool about = between(0, 1) == 1;
    if (!is_valid(start) || !is_valid(end)) continue;
    ++tried;
    const bool is_span = between(0, 1) == 1 && end.latest_day() >= start.earliest_day();
    const PartialDate made = is_span ? PartialDate(start, end, about) : PartialDate(start, about);
    REQUIRE(date(made.to_string()) == made);
    REQUIRE(made.earliest_day() <= made.latest_day());
  }
}

TEST_CASE("a point of time is valid where the calendar has it") {
  for (const DatePoint& point : {DatePoint{1, 0, 0}, DatePoint{9999, 12, 31}, DatePoint{2024, 2, 29}}) {
    CHECK(is_valid(point));
  }
  for (const DatePoint& point :
       {DatePoint{0, 1, 1}, DatePoint{10000, 0, 0}, DatePoint{2023, -1, 0}, DatePoint{2023, 13, 0},
        DatePoint{2023, 1, -1}, DatePoint{2023, 0, 1}, DatePoint{2023, 2, 29}}) {
    INFO(point.year << ' ' << point.month << ' ' << point.day);
    CHECK_FALSE(is_valid(point));
  }
}

TEST_CASE("any text gives a date or a reason") {
  std::mt19937 random(2024);
  const std::string alphabet = "0123456789-/~.: T年月日\xE5\xFF";
  std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
  std::uniform_int_distribution<std::size_t> length(0, 24);
  for (int round = 0; round < 20'000; ++round) {
    std::string text(length(random), ' ');
    for (char& c : text) c = alphabet[pick(random)];
    const auto parsed = parse_partial_date(text);
    if (const auto* parsed_date = std::get_if<PartialDate>(&parsed)) {
      REQUIRE(parsed_date->to_string() == text);
    } else {
      REQUIRE_FALSE(std::get<DateError>(parsed).advice.empty());
    }
  }
}
