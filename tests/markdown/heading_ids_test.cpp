#include "markdown/heading_ids.h"

#include <catch2/catch.hpp>

using namespace armillary::markdown;

TEST_CASE("ids are made of letters, digits and Han in lower case") {
  CHECK(heading_id_from("The EU AI Act") == "the-eu-ai-act");
  CHECK(heading_id_from("第一章 总则") == "第一章-总则");
  CHECK(heading_id_from("《公约》第3条：范围") == "公约-第3条-范围");
  CHECK(heading_id_from("  a  --  b!  ") == "a-b");
  CHECK(heading_id_from("ÀÉ Straße ΑΒ") == "àé-straße-αβ");
  CHECK(heading_id_from("e\u0301") == "é");
  CHECK(heading_id_from("हिन्दी शीर्षक") == "हिन्दी-शीर्षक");
  CHECK(heading_id_from("عنوان عربي") == "عنوان-عربي");
}

TEST_CASE("a heading without letters gets an id nevertheless") {
  CHECK(heading_id_from("") == "section");
  CHECK(heading_id_from("？！") == "section");
}

TEST_CASE("made ids stay clear of those of footnotes") {
  CHECK(heading_id_from("Fn 1") == "section-fn-1");
  CHECK(heading_id_from("FnRef 2") == "section-fnref-2");
  CHECK(heading_id_from("fn") == "fn");
}

TEST_CASE("an editor's id holds no capitals, spaces or punctuation") {
  for (const char* id : {"a", "a-b-2", "范围", "第-1-章", "はじめに", "-"}) CHECK(is_heading_id(id));
  for (const char* id : {"", "A", "a b", "a_b", "a.b", "（a）", "a\u3000b"}) CHECK_FALSE(is_heading_id(id));
}

TEST_CASE("an id that is taken gets the next free number") {
  HeadingIds ids;
  CHECK(ids.take("a"));
  CHECK_FALSE(ids.take("a"));
  CHECK(ids.take("a-3"));
  CHECK(ids.take_next("a") == "a-2");
  CHECK(ids.take_next("a") == "a-4");
  CHECK(ids.take_next("b") == "b");
  CHECK(ids.has("a-4"));
  CHECK_FALSE(ids.has("a-5"));
}
