#include "citation/apa.h"

#include <catch2/catch.hpp>

#include "support/read_work.h"

namespace armillary::citation {
namespace {

std::string in_apa(const Work& work) { return apa(work, english_words()).plain(); }

Work page() {
  Work work;
  work.type = WorkType::webpage;
  work.title = "Tea";
  work.authors = {read_name("Tea Board")};
  work.url = "https://example.org/tea";
  return work;
}

}  // namespace

TEST_CASE("news, talks and pages are dated by the day, all others by the year") {
  Work work = page();
  work.issued = PartialDate(DatePoint{2023, 9, 26}, DatePoint{2023, 9, 28});
  CHECK(in_apa(work) == "Tea Board. (2023, September 26–28). Tea. https://example.org/tea");
  work.issued = PartialDate(DatePoint{2023, 9, 30}, DatePoint{2023, 10, 2});
  CHECK(in_apa(work) == "Tea Board. (2023, September 30–October 2). Tea. https://example.org/tea");
  work.issued = PartialDate(DatePoint{2022, 12, 30}, DatePoint{2023, 1, 2});
  CHECK(in_apa(work) == "Tea Board. (2022–2023). Tea. https://example.org/tea");
  work.issued = PartialDate(DatePoint{2023, 5, 0}, DatePoint{2023, 0, 0});
  CHECK(in_apa(work) == "Tea Board. (2023). Tea. https://example.org/tea");
  work.type = WorkType::report;
  work.issued = PartialDate(DatePoint{2023, 9, 26});
  CHECK(in_apa(work) == "Tea Board. (2023). Tea. https://example.org/tea");
}

TEST_CASE("in a language whose dates begin with the year, days stand in its own form") {
  ApaWords words = english_words();
  words.date = [](const PartialDate& date) {
    const DatePoint& start = date.start();
    std::string out = std::to_string(start.year) + "年" + std::to_string(start.month) + "月";
    if (start.day != 0) out += std::to_string(start.day) + "日";
    if (date.is_span()) out += "至" + std::to_string(date.end().day) + "日";
    return out;
  };
  Work work = page();
  work.issued = PartialDate(DatePoint{2026, 11, 20});
  CHECK(apa(work, words).plain() == "Tea Board. (2026年11月20日). Tea. https://example.org/tea");
  work.issued = PartialDate(DatePoint{2026, 11, 20}, DatePoint{2026, 11, 22});
  CHECK(apa(work, words).plain() == "Tea Board. (2026年11月20日至22日). Tea. https://example.org/tea");
  work.issued = PartialDate(DatePoint{2026, 11, 0});
  CHECK(apa(work, words).plain() == "Tea Board. (2026年11月). Tea. https://example.org/tea");
  work.type = WorkType::report;
  CHECK(apa(work, words).plain() == "Tea Board. (2026). Tea. https://example.org/tea");
}

TEST_CASE("without a date the day of access is told; where the reader looks, it is a gap") {
  Work work = page();
  work.accessed = PartialDate(DatePoint{2026, 11, 20});
  CHECK(in_apa(work) == "Tea Board. (n.d.). Tea. Retrieved November 20, 2026, from https://example.org/tea");
  work.issued = PartialDate(DatePoint{2020, 0, 0}, true);
  CHECK(in_apa(work) == "Tea Board. (ca. 2020). Tea. https://example.org/tea");
  work.access_gap = "date of access";
  CHECK(in_apa(work) == "Tea Board. (ca. 2020). Tea. Retrieved date of access, from https://example.org/tea");
}

TEST_CASE("a title in another language is followed by its translation; whole works are in italics, parts are not") {
  Work work;
  work.type = WorkType::book;
  work.title = "茶经";
  work.title_translated = "The Classic of Tea";
  work.authors = {read_name("陆羽")};
  work.publishers = {"陆羽", "书坊"};
  const RichText book = apa(work, english_words());
  CHECK(book.plain() == "陆羽. (n.d.). 茶经 [The Classic of Tea]. 书坊.");
  CHECK(book.runs()[1].italic);
  work.type = WorkType::chapter;
  work.container = "丛书";
  const RichText chapter = apa(work, english_words());
  CHECK(chapter.plain() == "陆羽. (n.d.). 茶经 [The Classic of Tea]. In 丛书. 书坊.");
  CHECK_FALSE(chapter.runs()[1].italic);
  CHECK(chapter.runs()[3].italic);
}

TEST_CASE("a law is named by title, number and year") {
  Work work;
  work.type = WorkType::legislation;
  work.title = "Tea Act";
  work.number = "Regulation 2024/1";
  work.issued = PartialDate(DatePoint{2024, 6, 13});
  CHECK(in_apa(work) == "Tea Act, Regulation 2024/1 (2024).");
  work.number.clear();
  CHECK(in_apa(work) == "Tea Act (2024).");
}

}  // namespace armillary::citation
