#include "citation/gb_7714.h"

#include <catch2/catch.hpp>

namespace armillary::citation {
namespace {

Work work_of(WorkType type, const char* language, const char* title, std::vector<const char*> authors) {
  Work work;
  work.type = type;
  work.language = language;
  work.title = title;
  for (const char* author : authors) work.authors.push_back(read_name(author));
  return work;
}

std::string of_2025(const Work& work) { return gb_7714(work, GbEdition::of_2025).plain(); }
std::string of_2015(const Work& work) { return gb_7714(work, GbEdition::of_2015).plain(); }

}  // namespace

TEST_CASE("an article: full-width marks in 2025, half-width in 2015") {
  Work work = work_of(WorkType::article_journal, "zh", "治理", {"甲", "乙", "丙", "丁"});
  work.container = "学报";
  work.volume = "27";
  work.issue = "6";
  work.pages = "12-21";
  work.issued = PartialDate(DatePoint{2025, 11, 0});
  CHECK(of_2025(work) == "甲，乙，丙，等. 治理[J]. 学报，2025，27（6）：12-21.");
  CHECK(of_2015(work) == "甲, 乙, 丙, 等. 治理[J]. 学报, 2025, 27(6): 12-21.");
  work.volume.clear();
  work.issue.clear();
  CHECK(of_2025(work) == "甲，乙，丙，等. 治理[J]. 学报，2025-11：12-21.");
}

TEST_CASE("words in a reference are in the work's language, whatever the list's") {
  Work work = work_of(WorkType::book, "en", "Tea", {"Arden, Mary", "Brook, John", "Clay, Ann", "Dale, Peter"});
  work.translators = {read_name("Elm, Zoe")};
  work.edition = "2";
  work.volume = "4";
  work.publishers = {"Leaf Press", "Harbour Books"};
  work.place = "London";
  work.issued = PartialDate(DatePoint{2020, 0, 0});
  CHECK(of_2025(work) ==
        "Arden M，Brook J，Clay A，et al. Tea：v. 4[M]. Elm Z，trans. 2nd ed. London：Leaf Press，2020.");
  work.language = "zh";
  CHECK(of_2025(work) == "Arden M，Brook J，Clay A，等. Tea：第4卷[M]. Elm Z，译. 2 版. London：Leaf Press，2020.");
}

TEST_CASE("a page: day of the text in parentheses, day of access in brackets, also as a gap") {
  Work work = work_of(WorkType::webpage, "zh", "条目", {"观测站"});
  work.url = "https://example.org/a";
  work.issued = PartialDate(DatePoint{2025, 2, 17});
  CHECK(of_2025(work) == "观测站. 条目[EB/OL]. （2025-02-17）. https://example.org/a.");
  work.accessed = PartialDate(DatePoint{2025, 6, 22});
  CHECK(of_2025(work) == "观测站. 条目[EB/OL]. （2025-02-17）[2025-06-22]. https://example.org/a.");
  work.access_gap = "引用日期";
  const RichText text = gb_7714(work, GbEdition::of_2025);
  CHECK(text.plain() == "观测站. 条目[EB/OL]. （2025-02-17）[引用日期]. https://example.org/a.");
  CHECK(text.runs()[3].kind == RunKind::access_date);
  CHECK(text.runs()[5].target == "https://example.org/a");
}

TEST_CASE("a year that is estimated stands in brackets, one that is not known is left out") {
  Work work = work_of(WorkType::book, "zh", "旧书", {"甲"});
  work.publishers = {"书坊"};
  CHECK(of_2025(work) == "甲. 旧书[M]. 书坊.");
  work.issued = PartialDate(DatePoint{1936, 0, 0}, true);
  CHECK(of_2025(work) == "甲. 旧书[M]. 书坊，[1936].");
  work.issued = PartialDate(DatePoint{2014, 0, 0}, DatePoint{2022, 0, 0});
  CHECK(of_2025(work) == "甲. 旧书[M]. 书坊，2014—2022.");
  CHECK(of_2015(work) == "甲. 旧书[M]. 书坊, 2014-2022.");
}

TEST_CASE("a standard begins with its number; an identifier that the address contains is not repeated") {
  Work work = work_of(WorkType::standard, "zh", "著录规则", {"委员会"});
  work.number = "GB/T 7714—2025";
  CHECK(of_2025(work) == "GB/T 7714—2025\u2003著录规则[S].");
  CHECK(of_2015(work) == "委员会. 著录规则: GB/T 7714—2025[S].");
  work.doi = "10.1000/1";
  work.url = "https://doi.org/10.1000/1";
  CHECK(of_2025(work) == "GB/T 7714—2025\u2003著录规则[S/OL]. https://doi.org/10.1000/1.");
  work.url = "https://example.org/";
  CHECK(of_2025(work) == "GB/T 7714—2025\u2003著录规则[S/OL]. https://example.org/. DOI:10.1000/1.");
}

}  // namespace armillary::citation
