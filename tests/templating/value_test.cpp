// Mappings of every size: a few entries, more than are searched in order, and enough for the index to grow.
#include "templating/value.h"

#include <catch2/catch.hpp>
#include <string>

using armillary::templating::Map;
using armillary::templating::MapKey;
using armillary::templating::Value;

TEST_CASE("a mapping of any size finds each key, keeps the order and misses what is not there") {
  for (const int size : {1, 8, 23, 24, 25, 32, 33, 200, 3000}) {
    Map map;
    for (int i = 0; i < size; ++i) map.set("key-" + std::to_string(i), i);
    REQUIRE(map.size() == static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
      const Value* found = map.find(MapKey("key-" + std::to_string(i)));
      REQUIRE(found != nullptr);
      REQUIRE(found->integer() == i);
      REQUIRE(map.entries()[static_cast<std::size_t>(i)].key.text() == "key-" + std::to_string(i));
    }
    REQUIRE(map.find("key") == nullptr);
    REQUIRE(map.find("") == nullptr);
    REQUIRE(map.find(MapKey("key-" + std::to_string(size))) == nullptr);
  }
}

TEST_CASE("setting a key again replaces its value and leaves its place") {
  for (const int size : {3, 60}) {
    Map map;
    for (int i = 0; i < size; ++i) map.set(std::to_string(i), i);
    map.set("1", "new");
    CHECK(map.size() == static_cast<std::size_t>(size));
    CHECK(map.find("1")->text() == "new");
    CHECK(map.entries()[1].key.text() == "1");
  }
}

TEST_CASE("a deferred value is made once, when it is asked for") {
  int made = 0;
  Map map;
  map.set("first", 1);
  map.set_deferred("costly", [&made] {
    ++made;
    return Value("tea");
  });
  CHECK(map.find("first")->integer() == 1);
  CHECK(made == 0);
  CHECK(map.find("costly")->text() == "tea");
  CHECK(map.find("costly")->text() == "tea");
  CHECK(made == 1);
}

TEST_CASE("whoever goes through a mapping sees deferred values made") {
  Map map;
  map.set_deferred("a", [] { return Value(1); });
  map.set("b", 2);
  map.set_deferred("c", [] { return Value(3); });
  std::int64_t sum = 0;
  for (const Map::Entry& entry : map.entries()) sum = 10 * sum + entry.value.integer();
  CHECK(sum == 123);
}

TEST_CASE("a mapping keeps keys that are made while it is filled, its copies too") {
  Map copy;
  {
    Map map;
    for (int i = 0; i < 40; ++i) map.set("a long key of many letters, number " + std::to_string(i), i);
    copy = map;
  }
  CHECK(copy.find("a long key of many letters, number 39")->integer() == 39);
  CHECK(copy.entries()[7].key.text() == "a long key of many letters, number 7");
}

TEST_CASE("a copy makes its deferred values itself") {
  int made = 0;
  Map map;
  map.set_deferred("costly", [&made] { return Value(++made); });
  const Map copy = map;
  CHECK(map.find("costly")->integer() == 1);
  CHECK(copy.find("costly")->integer() == 2);
  CHECK(copy.find("costly")->integer() == 2);
}

TEST_CASE("a lasting text is looked at where it stands, any other is kept") {
  std::string text = "a text that stands elsewhere, too long for a string itself";
  const Value lasting = Value::lasting(text);
  const Value html = Value::markup(lasting);
  const Value kept(text);
  CHECK(lasting.is_text());
  CHECK_FALSE(lasting.is_html());
  CHECK(lasting.text().data() == text.data());
  CHECK(lasting.borrowed().text() == text);
  CHECK(html.is_html());
  CHECK(html.text().data() == text.data());
  CHECK(Value::lasting_html(text).is_html());
  CHECK(kept.text().data() != text.data());
  text[0] = 'A';
  CHECK(Value(lasting).text() == text);
  CHECK(kept.text().front() == 'a');
  CHECK(Value::lasting(std::string_view()).text().empty());
  CHECK(Value("short").text() == "short");
}
