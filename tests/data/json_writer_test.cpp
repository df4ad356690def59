#include "data/json_writer.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("commas come by themselves, inside and behind what is nested") {
  JsonWriter json;
  json.begin_object().member("a", "1").key("b").begin_array().integer(1).begin_object().end_object().boolean(true);
  json.end_array().key("c").begin_array().end_array().end_object();
  CHECK(json.bytes() == R"({"a":"1","b":[1,{},true],"c":[]})");
}

TEST_CASE("a text that ends like an opening bracket is still followed by a comma") {
  JsonWriter json;
  json.begin_array().text("[").text("{").text(":").end_array();
  CHECK(json.bytes() == R"(["[","{",":"])");
}

TEST_CASE("a date is never more precise than it was written") {
  const auto written = [](std::string_view text) {
    JsonWriter json;
    json.date(std::get<PartialDate>(parse_partial_date(text)));
    return json.take();
  };
  CHECK(written("2023-11") == R"({"text":"2023-11","start":"2023-11","end":"2023-11","about":false})");
  CHECK(written("2023/2024-02-03~") == R"({"text":"2023/2024-02-03~","start":"2023","end":"2024-02-03","about":true})");
}

TEST_CASE("a text in languages has only those that it has") {
  const Languages languages = {{"zh", "zh-Hans", "", false}, {"en", "en", "", false}};
  LocalizedText text;
  text.set(1, "Tea");
  JsonWriter json;
  json.begin_object().localized_if("title", text, languages).localized_if("none", {}, languages).end_object();
  CHECK(json.bytes() == R"({"title":{"en":"Tea"}})");
}
