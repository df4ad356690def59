// Renders cases for templating/differential.py. Reads a JSON array of cases on standard input, each with `templates`
// (name to text), `context` and `globals`; renders each case's `main.html` and writes a JSON array with one object a
// case: `output`, or `error` with the diagnostics' text.
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "templating/template_set.h"

using namespace armillary;
using namespace armillary::templating;
using Json = nlohmann::ordered_json;

namespace {

// {"$html": text} is HTML, {"$tuple": [...]} a tuple; all else is what it is.
Value value_of(const Json& json) {
  switch (json.type()) {
    case Json::value_t::null:
      return Value::none();
    case Json::value_t::boolean:
      return {json.get<bool>()};
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
      return {json.get<std::int64_t>()};
    case Json::value_t::number_float:
      return {json.get<double>()};
    case Json::value_t::string:
      return {json.get<std::string>()};
    default:
      break;
  }
  if (json.contains("$html")) return Value::html(json["$html"].get<std::string>());
  Array items;
  const bool is_tuple = json.contains("$tuple");
  if (json.is_array() || is_tuple) {
    for (const Json& item : is_tuple ? json["$tuple"] : json) items.push_back(value_of(item));
    return Value::list(std::move(items), is_tuple ? ListKind::tuple : ListKind::list);
  }
  Map map;
  for (const auto& [key, item] : json.items()) map.set(key, value_of(item));
  return {std::move(map)};
}

Map map_of(const Json& json) { return json.is_object() ? value_of(json).map() : Map(); }

// The same functions as in differential.py.
void add_functions(Map& globals) {
  globals.set("shout", Value(Function([](std::span<const Value> arguments) {
                if (arguments.size() != 1 || !arguments[0].is_text()) throw CallError{"shout() takes one text"};
                return Value(std::string(arguments[0].text()) + "!");
              })));
  globals.set("link", Value(Function([](std::span<const Value> arguments) {
                if (arguments.size() != 1 || !arguments[0].is_text()) throw CallError{"link() takes one text"};
                return Value::html("<a>" + std::string(arguments[0].text()) + "</a>");
              })));
  globals.set("count_of", Value(Function([](std::span<const Value> arguments) { return Value(arguments.size()); })));
  globals.set("fail", Value(Function([](std::span<const Value>) -> Value { throw CallError{"it fails"}; })));
}

Json render(const Json& test_case) {
  std::vector<NamedTemplate> templates;
  for (const auto& [name, text] : test_case["templates"].items()) {
    templates.push_back({name, {name, text.get<std::string>()}});
  }
  Diagnostics diagnostics;
  const TemplateSet set = TemplateSet::compile(std::move(templates), diagnostics);
  Map globals = map_of(test_case.value("globals", Json::object()));
  add_functions(globals);
  std::string out;
  if (!diagnostics.has_errors()) {
    const Map page = map_of(test_case.value("context", Json::object()));
    set.render("main.html", globals, page, "a case", out, diagnostics);
  }
  if (!diagnostics.has_errors()) return {{"output", out}};
  std::string text;
  for (const Diagnostic& d : diagnostics.all()) {
    text += fmt::format("{}:{}:{}: {} [{}]\n", d.path, d.line, d.column, d.text, d.code);
  }
  return {{"error", text}};
}

}  // namespace

int main() {
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  Json results = Json::array();
  for (const Json& test_case : Json::parse(input)) results.push_back(render(test_case));
  std::cout << results.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}
