#include "model/record.h"

#include <catch2/catch.hpp>

#include "model/corpus.h"

using namespace armillary;

namespace {

Field field_named(const char* name, FieldType type = FieldType::text) {
  Field field;
  field.name.value = name;
  field.type = type;
  return field;
}

FieldValue value_of(const Field& field, std::vector<Datum> data) {
  FieldValue value;
  value.field = &field;
  for (Datum& datum : data) value.items.push_back({std::move(datum), {}, nullptr});
  return value;
}

const Field kTitle = field_named("title");
const Field kNote = field_named("note");
const Field kSteps = field_named("steps", FieldType::group);

}  // namespace

TEST_CASE("every item is visited, also inside groups, each before what stands in it") {
  const Group inner = {value_of(kNote, {PlainText{"b"}, PlainText{"c"}})};
  const Group deep = {value_of(kSteps, {inner}), value_of(kNote, {PlainText{"d"}})};
  const Group group = {value_of(kTitle, {PlainText{"a"}}), value_of(kSteps, {deep, inner})};
  std::string seen;
  for_each_item(group, [&](const FieldValue& value, const Item& item) {
    const auto* text = std::get_if<PlainText>(&item.datum);
    seen += value.field->name.value + (text == nullptr ? "" : ":" + text->text) + " ";
  });
  CHECK(seen == "title:a steps steps note:b note:c note:d steps note:b note:c ");
}

TEST_CASE("an empty group has no items") {
  int visits = 0;
  for_each_item({}, [&](const FieldValue&, const Item&) { ++visits; });
  FieldValue absent = value_of(kNote, {});
  absent.absence = Absence::not_stated;
  for_each_item({absent}, [&](const FieldValue&, const Item&) { ++visits; });
  CHECK(visits == 0);
  CHECK_FALSE(absent.has_value());
}

TEST_CASE("a value is found by its field's name, in this group only") {
  const Group inner = {value_of(kNote, {PlainText{"b"}})};
  const Group group = {value_of(kSteps, {inner})};
  CHECK(find_value(group, "steps") == &group[0]);
  CHECK(find_value(group, "note") == nullptr);
  CHECK(find_value(group, "") == nullptr);
}

TEST_CASE("a record without a title has an absent one") {
  Record record;
  CHECK(record.title().is_absent());
  record.fields = {value_of(kTitle, {LocalizedText::same_everywhere("Tea", 2)})};
  CHECK(record.title().in(1) == "Tea");
}

TEST_CASE("Markdown that is empty in a language is missing there") {
  LocalizedMarkdown texts;
  CHECK(texts.in(0) == nullptr);
  texts.by_language.resize(2);
  texts.by_language[1].html = "<p>x</p>";
  CHECK(texts.in(0) == nullptr);
  CHECK(texts.in(1) == &texts.by_language[1]);
  CHECK(texts.in(2) == nullptr);
}

TEST_CASE("records are found by their ids") {
  Corpus corpus;
  for (const char* id : {"assam", "gyokuro", "puer"}) {
    corpus.records.emplace_back();
    corpus.records.back().id = id;
  }
  corpus.index_records();
  CHECK(corpus.find("assam") == RecordIndex{0});
  CHECK(corpus.find("puer") == RecordIndex{2});
  CHECK_FALSE(corpus.find("gyo").has_value());
  CHECK_FALSE(corpus.find("zzz").has_value());
  CHECK_FALSE(corpus.find("").has_value());
  CHECK(corpus.ids() == std::vector<std::string_view>{"assam", "gyokuro", "puer"});
}
