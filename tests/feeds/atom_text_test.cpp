#include "feeds/atom_text.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

AtomEntry tea() {
  return {"https://tea.example/en/teas/new/",
          "https://tea.example/en/teas/new/?a&b",
          {"New <1>", ""},
          PartialDate(DatePoint{2024, 2, 0}),
          PartialDate(DatePoint{2023, 1, 5}),
          "tea",
          {"Tea & cake", ""},
          {"茶", "zh-Hans"}};
}

}  // namespace

TEST_CASE("an entry is escaped and says which of its texts are in another language") {
  CHECK(atom_entry(tea()) ==
        "<entry>\n"
        "<title>New &lt;1&gt;</title>\n"
        "<id>https://tea.example/en/teas/new/</id>\n"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://tea.example/en/teas/new/?a&amp;b\"/>\n"
        "<updated>2024-02-01T00:00:00Z</updated>\n"
        "<published>2023-01-05T00:00:00Z</published>\n"
        "<category term=\"tea\" label=\"Tea &amp; cake\"/>\n"
        "<summary xml:lang=\"zh-Hans\">茶</summary>\n"
        "</entry>\n");
}

TEST_CASE("what an entry does not know it does not say") {
  AtomEntry entry = tea();
  entry.published.reset();
  entry.summary = {};
  const std::string text = atom_entry(entry);
  CHECK(text.find("<published>") == std::string::npos);
  CHECK(text.find("<summary>") == std::string::npos);
}

TEST_CASE("a feed names itself, its page and its author before its entries") {
  const std::string entry = "<entry/>\n";
  const AtomFeed feed{"https://mirror.example/en/feed.xml",
                      "https://tea.example/en/feed.xml",
                      "https://mirror.example/en/",
                      "en",
                      "Teas",
                      "",
                      "Teas",
                      "CC BY",
                      PartialDate(DatePoint{2024, 2, 3})};
  CHECK(atom_feed(feed, {&entry, &entry}) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
        "<title>Teas</title>\n"
        "<id>https://tea.example/en/feed.xml</id>\n"
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://mirror.example/en/feed.xml\"/>\n"
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://mirror.example/en/\"/>\n"
        "<updated>2024-02-03T00:00:00Z</updated>\n"
        "<author>\n<name>Teas</name>\n</author>\n"
        "<rights>CC BY</rights>\n"
        "<entry/>\n<entry/>\n"
        "</feed>\n");
}
