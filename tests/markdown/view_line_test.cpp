#include "markdown/view_line.h"

#include <catch2/catch.hpp>

#include "markdown/marked_places.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

TEST_CASE("a fence with the word view embeds one") {
  CHECK(html_of("```view timeline\n```\n") == "{view timeline}\n");
  CHECK(html_of("a\n\n~~~ view timeline kind=law from=2020-01 title=\"a b\" x=\"\"\n~~~\n\nb\n") ==
        "<p>a</p>\n{view timeline kind=law from=2020-01 title=a b x=}\n<p>b</p>\n");
  CHECK(html_of("- ```view a\n  ```\n") == "<ul>\n<li>\n{view a}\n</li>\n</ul>\n");
  CHECK(html_of("```view matrix field=parties.party sort_by=名称\n\n```\n") ==
        "{view matrix field=parties.party sort_by=名称}\n");
  CHECK(html_of("```view top-10\tlimit.2=3 4=5\n```\n") == "{view top-10 limit.2=3 4=5}\n");
  CHECK(html_of("```viewer\n```\n") == "<pre><code class=\"language-viewer\"></code></pre>\n");
  CHECK(html_of("```text view a\n```\n") == "<pre><code class=\"language-text\"></code></pre>\n");
}

TEST_CASE("a view's name and arguments say where they stand") {
  for (const std::string before : {"", "> ", "- ", "文**（注）**文\n\n", "1. > "}) {
    const Parsed parsed = parse(before + "```  view  time-line kind=law title=\"甲 乙\"\n");
    std::vector<std::string> slices;
    for (const Gap& gap : parsed.document.gaps) {
      const auto* view = std::get_if<EmbeddedView>(&gap.filling);
      if (view == nullptr) continue;
      slices.emplace_back(parsed.file.slice(view->name.span));
      for (const auto& [key, value] : view->arguments) {
        slices.emplace_back(parsed.file.slice(key.span));
        slices.emplace_back(parsed.file.slice(value.span));
      }
    }
    CHECK(slices == std::vector<std::string>{"time-line", "kind", "law", "title", "甲 乙"});
  }
}

TEST_CASE("a malformed view line is an error and leaves nothing") {
  CHECK(html_of("```view A\n```\n").empty());
  check_places("```view‹›\n```\n",
               {"error: no view is named; write the name of a view after 'view' [view-without-name]"});
  check_places("> ```view ‹Time_Line› a\n",
               {"error: 'Time_Line' is not a view's name: lower-case letters, digits and hyphens [bad-view-name]"});
  check_places("```view ‹time~line›\n",
               {"error: 'time~line' is not a view's name: lower-case letters, digits and hyphens [bad-view-name]"});
  const std::string kForm = " is not of the form key=value or key=\"a value with spaces\" [bad-view-argument]";
  check_places("```view a ‹law› ‹Kind=law› ‹kind=› ‹=law› ‹kind=\"law›\n```\n",
               {"error: 'law'" + kForm, "error: 'Kind=law'" + kForm, "error: 'kind='" + kForm, "error: '=law'" + kForm,
                "error: 'kind=\"law'" + kForm});
  check_places("```view a ‹kind＝law› ‹k=a\"b›  ‹k=\"a\"b›\n```\n",
               {"error: 'kind＝law'" + kForm, "error: 'k=a\"b'" + kForm, "error: 'k=\"a\"b'" + kForm});
  check_places("```view a ‹kind~x=1› ‹limit=›\n", {"error: 'kind~x=1'" + kForm, "error: 'limit='" + kForm});
  check_places("```view a kind=law ‹kind›=event\n```\n", {"error: 'kind' is given twice [view-argument-twice]"});
  check_places("```view ‹a› kind=law\n\nx\n```\n",
               {"error: the embedded view 'a' holds text; close its fence on the next line [view-with-content]"});
}
