// Filters that write for HTML, for addresses and for scripts.
#include <fmt/format.h>

#include <array>

#include "base/html_escape.h"
#include "templating/html_text.h"
#include "templating/iterate.h"
#include "templating/json_text.h"
#include "templating/object.h"
#include "templating/python_text.h"
#include "templating/routine_tables.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

Value escape(const Invocation& call) { return escaped(call.input, call.place); }

Value forceescape(const Invocation& call) { return Value::html(escape_html(text_of(call.input, call.place))); }

Value safe(const Invocation& call) { return Value::markup(input_text(call)); }

Value striptags(const Invocation& call) { return {without_tags(text_of(call.input, call.place))}; }

// --- tojson

// Safe inside of a script element and of an attribute in single quotes.
Value tojson(const Invocation& call) {
  const Value* given = call.argument(0);
  const bool has_indent = given != nullptr && !given->is_none();
  const std::string json = json_of(call.input, has_indent ? std::optional(integer(call, 0)) : std::nullopt, call.place);
  std::string out;
  for (const char c : json) {
    const bool must_escape = c == '<' || c == '>' || c == '&' || c == '\'';
    out += must_escape ? fmt::format("\\u{:04x}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return Value::html(std::move(out));
}

// --- urlencode

std::string percent_encoded(std::string_view text, bool is_query) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~";
  std::string out;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos || (c == '/' && !is_query)) {
      out += c;
    } else if (c == ' ' && is_query) {
      out += '+';
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

bool is_iterable(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::array:
    case Value::Kind::map:
    case Value::Kind::map_keys:
    case Value::Kind::map_values:
    case Value::Kind::map_items:
      return true;
    default:
      return object_as<Range>(value) != nullptr || object_as<Generator>(value) != nullptr;
  }
}

// A text for a path, or pairs for a query.
Value urlencode(const Invocation& call) {
  if (!is_iterable(call.input)) return {percent_encoded(text_of(call.input, call.place), false)};
  const Value pairs = call.input.is_map() ? Value::part_of(call.input, MapPart::items) : call.input;
  std::string out;
  Cursor cursor(pairs, call.place);
  while (const Value* pair = cursor.next()) {
    const Array parts = items_of(*pair, call.place);
    if (parts.size() != 2) fail(call.place, kWrongUnpacking, 2, parts.size());
    if (!out.empty()) out += '&';
    out += percent_encoded(text_of(parts[0], call.place), true);
    out += '=';
    out += percent_encoded(text_of(parts[1], call.place), true);
  }
  return {std::move(out)};
}

// --- xmlattr

// The attributes of an element; those that are none or undefined are left out.
Value xmlattr(const Invocation& call) {
  if (!call.input.is_map()) fail_input(call, "a mapping");
  std::string out;
  for (const auto& [name, value] : call.input.map().entries()) {
    const std::string_view key = name.text();
    if (value.is_none() || value.is_undefined()) continue;
    if (key.find_first_of(" \t\n\r\f\v/>=") != std::string::npos) {
      fail_argument(call, "'" + std::string(key) + "' cannot be the name of an attribute");
    }
    if (!out.empty()) out += ' ';
    append_escaped(out, key);
    out += "=\"";
    append_output(out, value, call.place);
    out += '"';
  }
  if (!out.empty() && flag(call, 0, true)) out.insert(0, " ");
  return Value::html(std::move(out));
}

constexpr std::array kRows{
    Routine{.name = "e", .run = escape},
    Routine{.name = "escape", .run = escape},
    Routine{.name = "forceescape", .run = forceescape},
    Routine{.name = "safe", .run = safe},
    Routine{.name = "striptags", .run = striptags},
    Routine{.name = "tojson", .run = tojson, .parameters = {"indent"}},
    Routine{.name = "urlencode", .run = urlencode},
    Routine{.name = "xmlattr", .run = xmlattr, .parameters = {"autospace"}},
};

}  // namespace

std::span<const Routine> html_filters() { return kRows; }

}  // namespace armillary::templating
