#include "view/view_context.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

const Viewing& viewing() {
  static const auto kViewing = view_of(
      {{"site.yaml",
        "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: {}\n"
        "  ar: {direction: rtl}\n"},
       {"schema/tea.yaml",
        "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n"
        "  summary: {type: text, localized: true}\n  hue: {type: text, label: {zh: 色, en: Hue}}\n"
        "  found: {type: date, timeline: true}\n"},
       {"teas/a.yaml", "title: {zh: 甲, en: A & B, ar: أ}\nsummary: {zh: 短}\nfound: 2020\n"},
       {"teas/b.yaml", "title: {en: Only}\nwithdrawn: {reason: {zh: 否, en: No, ar: لا}}\n"}});
  return *kViewing;
}

const ViewContext& chinese() { return viewing().contexts[0]; }
const ViewContext& english() { return viewing().contexts[1]; }

LocalizedText text(const char* zh, const char* en) {
  LocalizedText out;
  if (*zh != 0) out.set(0, zh);
  if (*en != 0) out.set(1, en);
  return out;
}

}  // namespace

TEST_CASE("a phrase in the page's language is escaped and not marked") {
  CHECK(phrase_html(english(), text("甲", "A & <B>")) == "A &amp; &lt;B&gt;");
  CHECK(phrase(english(), text("甲", "A")).is_html());
  CHECK(phrase_html(chinese(), text("甲", "A")) == "甲");
}

TEST_CASE("a phrase in another language is marked with it and its direction") {
  CHECK(phrase_html(english(), text("甲 & 乙", "")) == "<span lang=\"zh-Hans\" dir=\"ltr\">甲 &amp; 乙</span>");
  LocalizedText arabic;
  arabic.set(2, "أ");
  CHECK(phrase_html(english(), arabic) == "<span lang=\"ar\" dir=\"rtl\">أ</span>");
  CHECK(phrase_html(chinese(), text("", "A")) == "<span lang=\"en\" dir=\"ltr\">A</span>");
}

TEST_CASE("the default language stands in before others") {
  CHECK(phrase_html(viewing().contexts[2], text("甲", "A")).find("zh-Hans") != std::string::npos);
  CHECK(phrase_text(viewing().contexts[2], text("甲", "A")) == "甲");
  CHECK(phrase_text(viewing().contexts[2], text("", "A")) == "A");
}

TEST_CASE("an absent phrase is nothing") {
  CHECK(phrase_html(english(), {}) == "");
  CHECK(phrase_text(english(), {}) == "");
}

TEST_CASE("a text for attributes is neither marked nor escaped") {
  CHECK(phrase_text(english(), text("甲", "A & B")) == "A & B");
}

TEST_CASE("texts that outlive the page are shown as others are, copied where something is added to them only") {
  for (const LocalizedText& each : {text("甲", "A & <B>"), text("甲", "A"), text("甲 & 乙", ""), text("", "see 第三章"),
                                    text("", "A"), LocalizedText()}) {
    for (const ViewContext& context : viewing().contexts) {
      CHECK(lasting_phrase(context, each).text() == phrase_html(context, each));
      CHECK(lasting_phrase(context, each).is_html());
      CHECK(lasting_phrase_text(context, each).text() == phrase_text(context, each));
    }
  }
  const LocalizedText plain = text("甲", "A");
  CHECK(lasting_phrase(english(), plain).text().data() == plain.in(1).data());
}

TEST_CASE("a text without a language is marked where its script tells the language") {
  CHECK(plain_html(english(), "第三章 <b>") == "<span lang=\"zh-Hans\" dir=\"ltr\">第三章</span> &lt;b&gt;");
  CHECK(plain_html(english(), "p. 3 & 4") == "p. 3 &amp; 4");
  CHECK(plain_html(chinese(), "第三章") == "第三章");
  CHECK(phrase_html(english(), LocalizedText::same_everywhere("第三章", 3)) ==
        "<span lang=\"zh-Hans\" dir=\"ltr\">第三章</span>");
}

TEST_CASE("a field without a label is shown by its name") {
  const Kind& tea = viewing().site().corpus->schema.kinds.front();
  CHECK(field_label(english(), *tea.find_field("hue")).text() == "Hue");
  CHECK(field_label(english(), *tea.find_field("found")).text() == "found");
}

TEST_CASE("a date has words and, unless it is a span, a form for machines") {
  const auto value_of = [](const char* written) {
    return date_value(english(), std::get<PartialDate>(parse_partial_date(written)));
  };
  CHECK(text_at(value_of("2023-11"), "text") == "November 2023");
  CHECK(text_at(value_of("2023-11"), "machine") == "2023-11");
  CHECK(text_at(value_of("2023-11"), "approximate") == "(false)");
  CHECK(text_at(value_of("0794~"), "machine") == "0794");
  CHECK(text_at(value_of("0794~"), "approximate") == "(true)");
  CHECK(text_at(value_of("2023/2024"), "machine") == "");
}

TEST_CASE("a card holds what lists show of a record") {
  const Value& card = english().cards[viewing().index("a")];
  CHECK(text_at(card, "id") == "a");
  CHECK(text_at(card, "kind") == "tea");
  CHECK(text_at(card, "kind_label") == "Tea");
  CHECK(text_at(card, "title") == "A &amp; B");
  CHECK(text_at(card, "title_text") == "A & B");
  CHECK(text_at(card, "address") == "en/teas/a/");
  CHECK(text_at(card, "summary") == "<span lang=\"zh-Hans\" dir=\"ltr\">短</span>");
  CHECK(text_at(card, "date.text") == "2020");
  CHECK(text_at(card, "state") == "(none)");
  CHECK(text_at(card, "withdrawn") == "(false)");
  const Value& other = chinese().cards[viewing().index("b")];
  CHECK(text_at(other, "title") == "<span lang=\"en\" dir=\"ltr\">Only</span>");
  CHECK(text_at(other, "summary") == "(none)");
  CHECK(text_at(other, "date") == "(none)");
  CHECK(text_at(other, "withdrawn") == "(true)");
}
