#include "feeds/feed_files.h"

#include <catch2/catch.hpp>
#include <map>
#include <mutex>

#include "charts/svg_reading.h"
#include "feeds/newsroom.h"

using namespace armillary;

namespace {

using Files = std::map<std::string, std::string>;

Files feeds_of(const Viewing& room, std::size_t jobs = 1) {
  Files out;
  const auto changes = collect_changes(room.site());
  const FeedPlan plan = plan_feeds(room.site(), changes);
  std::mutex mutex;
  const auto take = [&](const std::string& name, const FileContent& content) {
    const std::lock_guard lock(mutex);
    CHECK(out.emplace(name, content.joined()).second);
  };
  const std::size_t written = write_feeds({room.contexts, plan, changes, "https://mirror.example/"}, jobs, take);
  CHECK(written == out.size());
  return out;
}

XmlElement read(const Files& files, const std::string& name) {
  std::string text = files.at(name);
  // The reader knows no prefixes.
  for (std::size_t at = 0; (at = text.find("xml:", at)) != std::string::npos;) text.erase(at, 4);
  const std::size_t begin = text.find('\n') + 1;
  return XmlReader(text.substr(begin, text.find_last_not_of('\n') + 1 - begin)).read();
}

std::vector<std::string> texts(const XmlElement& element, const std::string& name) {
  std::vector<std::string> out;
  for (const XmlElement& child : element.children) {
    if (child.name == name) out.push_back(child.text);
    if (child.name != "entry") continue;
    for (const std::string& text : texts(child, name)) out.push_back("entry " + text);
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("there are feeds for the site, each kind, each record that others refer to, and the log of changes") {
  const auto room = newsroom_of(news_files());
  std::string names;
  for (const auto& [name, bytes] : feeds_of(*room)) names += name + "\n";
  CHECK(names ==
        "en/calendar.ics\nen/changes/feed.xml\nen/feed.xml\nen/teas/feed.xml\nen/teas/new/feed.xml\nen/teas/old/"
        "feed.xml\n"
        "zh/calendar.ics\nzh/changes/feed.xml\nzh/feed.xml\nzh/teas/feed.xml\nzh/teas/new/feed.xml\nzh/teas/old/"
        "feed.xml\n");
}

TEST_CASE("a feed has the date of its newest entry") {
  const auto files = feeds_of(*newsroom_of(news_files()));
  const XmlElement feed = read(files, "en/teas/new/feed.xml");
  CHECK(texts(feed, "updated") ==
        Texts{"2024-02-03T00:00:00Z", "entry 2024-02-03T00:00:00Z", "entry 2023-01-05T00:00:00Z"});
  CHECK(texts(feed, "title") == Texts{"New <1> · Teas & more", "entry New <1>", "entry Old"});
}

TEST_CASE("ids keep to the site's own address and to a record's first id, links lead where the site stands") {
  const auto files = feeds_of(*newsroom_of(news_files()));
  const XmlElement feed = read(files, "en/teas/new/feed.xml");
  CHECK(texts(feed, "id") == Texts{"https://tea.example/x/en/teas/new/feed.xml",
                                   "entry https://tea.example/x/en/teas/newest/",
                                   "entry https://tea.example/x/en/teas/old/"});
  CHECK(files.at("en/feed.xml").find("href=\"https://mirror.example/en/teas/new/\"") != std::string::npos);
}

TEST_CASE("a withdrawn record says so in its entry") {
  const auto files = feeds_of(*newsroom_of(news_files()));
  CHECK(files.at("en/feed.xml").find("<summary>Withdrawn. A mistake.</summary>") != std::string::npos);
}

TEST_CASE("the log's entries are told apart, even two of one record on one day") {
  const auto files = feeds_of(*newsroom_of(news_files()));
  const XmlElement feed = read(files, "zh/changes/feed.xml");
  CHECK(texts(feed, "id") == Texts{"https://tea.example/x/zh/changes/feed.xml",
                                   "entry https://tea.example/x/zh/teas/newest/#change.2024-02-03",
                                   "entry https://tea.example/x/zh/teas/newest/#change.2024-02-03.2",
                                   "entry https://tea.example/x/zh/teas/old/#published",
                                   "entry https://tea.example/x/zh/teas/newest/#published",
                                   "entry https://tea.example/x/zh/teas/gone/#published"});
  CHECK(texts(feed, "summary") ==
        Texts{"entry 改", "entry 又改", "entry First published", "entry First published", "entry First published"});
}

TEST_CASE("the number of jobs does not show") {
  const auto room = newsroom_of(news_files());
  CHECK(feeds_of(*room, 1) == feeds_of(*room, 4));
}

TEST_CASE("a site that does without feeds has none, nor one whose records have no dates") {
  ContentFiles files = news_files();
  files["site.yaml"] += "without: [feeds]\n";
  CHECK(feeds_of(*newsroom_of(files)).empty());
  const ContentFiles undated = {{"site.yaml", files["site.yaml"].substr(0, files["site.yaml"].find("without"))},
                                {"schema/tea.yaml", files["schema/tea.yaml"]},
                                {"teas/a.yaml", "title: {zh: 甲, en: A}\nlike: [b]\n"},
                                {"teas/b.yaml", "title: {zh: 乙, en: B}\n"}};
  CHECK(feeds_of(*newsroom_of(undated)).empty());
}
