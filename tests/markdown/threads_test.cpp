// cmark-gfm keeps some tables for the whole process; parsing must not depend on who else parses.
#include <catch2/catch.hpp>
#include <thread>

#include "markdown/random_text.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

TEST_CASE("texts parsed in eight threads at once are as parsed in one") {
  std::vector<std::string_view> alphabet = kCommonMarkAlphabet;
  for (const char* own :
       {"~~", "~~", "[[a]]", "[@b]", "https://a.org", "www.a.org", "**强调：**文", "[^1]", "\n\n[^1]: x\n"}) {
    alphabet.emplace_back(own);
  }
  RandomText random(alphabet, 5);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(random.next(60));

  std::vector<std::vector<std::string>> results(8);
  std::vector<std::thread> threads;
  for (std::vector<std::string>& result : results) {
    threads.emplace_back([&result, &texts] {
      for (const std::string& text : texts) {
        const Parsed parsed = parse(text);
        result.push_back(html_of(parsed.document) + parsed.document.plain_text + show(parsed.diagnostics));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Parsed parsed = parse(texts[i]);
    const std::string expected = html_of(parsed.document) + parsed.document.plain_text + show(parsed.diagnostics);
    for (const std::vector<std::string>& result : results) {
      INFO(texts[i]);
      REQUIRE(result[i] == expected);
    }
  }
}
