#include "feeds/news.h"

#include <catch2/catch.hpp>

#include "feeds/newsroom.h"

using namespace armillary;

namespace {

std::string names(const Site& site, const std::vector<RecordIndex>& records) {
  std::string out;
  for (const RecordIndex record : records) out += (out.empty() ? "" : " ") + site.record(record).id;
  return out;
}

}  // namespace

TEST_CASE("news stand by their last change, then by the date of the fact") {
  const auto room = newsroom_of(news_files());
  const auto news = collect_news(room->site());
  REQUIRE(news.size() == 2);
  CHECK(names(room->site(), news[0].all) == "zh-only new old gone");
  CHECK(names(room->site(), news[0].of_kind[0]) == "zh-only new old gone");
}

TEST_CASE("of records published on one day the one with the later fact comes first") {
  ContentFiles files = news_files();
  files["teas/a.yaml"] = "title: {zh: 甲, en: A}\nfound: 1999-01\npublished: 2030-01-01\n";
  files["teas/b.yaml"] = "title: {zh: 乙, en: B}\nfound: 2010\npublished: 2030-01-01\n";
  files["teas/c.yaml"] = "title: {zh: 丙, en: C}\npublished: 2030-01-01\n";
  const auto room = newsroom_of(files);
  CHECK(names(room->site(), collect_news(room->site())[1].all) == "b a c new old gone");
}

TEST_CASE("what a language has no text of is no news in it") {
  const auto room = newsroom_of(news_files());
  const auto news = collect_news(room->site());
  CHECK(names(room->site(), news[1].all) == "new old gone");
  CHECK(names(room->site(), news[1].about[room->index("new")]) == "new old");
}

TEST_CASE("a record that others refer to has news of itself and of them, each once") {
  const auto room = newsroom_of(news_files());
  const auto news = collect_news(room->site());
  CHECK(names(room->site(), news[0].about[room->index("new")]) == "zh-only new old");
  // Only a record without a date refers to it.
  CHECK(names(room->site(), news[0].about[room->index("old")]) == "old");
  CHECK(news[0].about[room->index("silent")].empty());
  // What refers to itself is not referred to by others.
  CHECK(news[0].about[room->index("gone")].empty());
}

TEST_CASE("a feed has no more than its bound") {
  ContentFiles files = news_files();
  for (std::size_t i = 0; i < kNewsEntries + 5; ++i) {
    files["teas/t" + std::to_string(i) + ".yaml"] = "title: {zh: 某, en: Some}\npublished: 2023-01-01\nlike: [old]\n";
  }
  const auto room = newsroom_of(files);
  const auto news = collect_news(room->site());
  CHECK(news[0].all.size() == kNewsEntries);
  CHECK(news[0].about[room->index("old")].size() == kNewsEntries);
}
