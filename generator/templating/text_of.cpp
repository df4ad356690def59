#include "templating/text_of.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <array>
#include <charconv>
#include <cmath>

#include "base/html_escape.h"
#include "base/utf8.h"
#include "templating/object.h"
#include "templating/templating_messages.h"

namespace armillary::templating {

using Kind = Value::Kind;

namespace {

void append_integer(std::string& out, std::int64_t value) {
  const fmt::format_int digits(value);
  out.append(digits.data(), digits.size());
}

// Python writes powers of ten from 1e16 and below 1e-4.
void append_digits(std::string& out, std::string_view digits, int exponent) {
  const auto count = static_cast<int>(digits.size());
  if (exponent < -4 || exponent >= 16) {
    out += digits[0];
    if (count > 1) out.append(".").append(digits.substr(1));
    out += fmt::format("e{}{:02}", exponent < 0 ? '-' : '+', std::abs(exponent));
  } else if (exponent < 0) {
    out.append("0.").append(static_cast<std::size_t>(-exponent - 1), '0').append(digits);
  } else if (count <= exponent + 1) {
    out.append(digits).append(static_cast<std::size_t>(exponent + 1 - count), '0').append(".0");
  } else {
    const auto point = static_cast<std::size_t>(exponent) + 1;
    out.append(digits.substr(0, point)).append(".").append(digits.substr(point));
  }
}

bool is_printable(char32_t c) {
  if (c == U' ') return true;
  constexpr uint32_t kUnprintable = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CS_MASK | U_GC_CO_MASK | U_GC_CN_MASK |
                                    U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_ZS_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kUnprintable) == 0;
}

void append_repr_of_character(std::string& out, char32_t c) {
  const auto code = static_cast<std::uint32_t>(c);
  switch (c) {
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (is_printable(c)) {
    append_code_point(out, c);
  } else {
    out += code <= 0xFF     ? fmt::format("\\x{:02x}", code)
           : code <= 0xFFFF ? fmt::format("\\u{:04x}", code)
                            : fmt::format("\\U{:08x}", code);
  }
}

void append_list(std::string& out, const Array& items, bool is_tuple, const Place& place) {
  out += is_tuple ? '(' : '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ", ";
    append_repr(out, items[i], place);
  }
  if (is_tuple && items.size() == 1) out += ',';
  out += is_tuple ? ')' : ']';
}

void append_map(std::string& out, const Map& map, const Place& place) {
  out += '{';
  bool is_first = true;
  for (const auto& [key, value] : map.entries()) {
    if (!is_first) out += ", ";
    is_first = false;
    append_repr(out, key.text());
    out += ": ";
    append_repr(out, value, place);
  }
  out += '}';
}

void append_part_of_map(std::string& out, const Value& value, const Place& place) {
  const bool has_keys = value.kind() != Kind::map_values;
  const bool has_values = value.kind() != Kind::map_keys;
  out += has_keys && has_values ? "dict_items([" : has_keys ? "dict_keys([" : "dict_values([";
  bool is_first = true;
  for (const auto& [key, item] : value.map().entries()) {
    if (!is_first) out += ", ";
    is_first = false;
    if (has_keys && has_values) out += '(';
    if (has_keys) append_repr(out, key.text());
    if (has_keys && has_values) out += ", ";
    if (has_values) append_repr(out, item, place);
    if (has_keys && has_values) out += ')';
  }
  out += "])";
}

void append_object(std::string& out, const Value& value, const Place& place) {
  if (const auto* range = object_as<Range>(value)) {
    out += fmt::format("range({}, {}", range->start, range->written_stop);
    out += range->step == 1 ? ")" : fmt::format(", {})", range->step);
  } else if (const auto* module = object_as<Module>(value)) {
    out += module->body;
  } else if (auto* loop = object_as<Loop>(value)) {
    out += fmt::format("<LoopContext {}/{}>", loop->index0() + 1, loop->length());
  } else if (object_as<Generator>(value) != nullptr) {
    fail(place, kNotPrintable, describe(value), "make a list of it with '|list'");
  } else {
    fail(place, kNotPrintable, describe(value), "call it, or write one of its attributes");
  }
}

}  // namespace

void append_floating(std::string& out, double value) {
  if (std::isnan(value)) {
    out += "nan";
    return;
  }
  if (std::signbit(value)) out += '-';
  if (std::isinf(value)) {
    out += "inf";
    return;
  }
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.begin(), buffer.end(), std::abs(value), std::chars_format::scientific).ptr;
  const std::string_view written(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = written.find('e');
  int exponent = 0;
  const char* exponent_begin = written.data() + e + (written[e + 1] == '+' ? 2 : 1);
  std::from_chars(exponent_begin, end, exponent);
  std::string digits(1, written[0]);
  if (e > 2) digits += written.substr(2, e - 2);
  append_digits(out, digits, exponent);
}

void append_repr(std::string& out, std::string_view text) {
  const bool use_double = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
  const char quote = use_double ? '"' : '\'';
  out += quote;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == static_cast<char32_t>(quote) || c == U'\\') out += '\\';
    append_repr_of_character(out, c);
  }
  out += quote;
}

void append_repr(std::string& out, const Value& value, const Place& place) {
  switch (value.kind()) {
    case Kind::undefined:
      out += "Undefined";
      return;
    case Kind::text:
      append_repr(out, value.text());
      return;
    case Kind::html:
      out += "Markup(";
      append_repr(out, value.text());
      out += ')';
      return;
    default:
      append_text(out, value, place);
  }
}

void append_text(std::string& out, const Value& value, const Place& place) {
  switch (value.kind()) {
    case Kind::undefined:
      require_defined(value, place);
      return;
    case Kind::none:
      out += "None";
      return;
    case Kind::boolean:
      out += value.boolean() ? "True" : "False";
      return;
    case Kind::integer:
      return append_integer(out, value.integer());
    case Kind::floating:
      return append_floating(out, value.floating());
    case Kind::text:
    case Kind::html:
      out += value.text();
      return;
    case Kind::array:
      return append_list(out, value.array(), value.list_kind() != ListKind::list, place);
    case Kind::map:
      return append_map(out, value.map(), place);
    case Kind::map_keys:
    case Kind::map_values:
    case Kind::map_items:
      return append_part_of_map(out, value, place);
    case Kind::function:
      fail(place, kNotPrintable, describe(value), "call it");
    case Kind::object:
      return append_object(out, value, place);
  }
}

std::string text_of(const Value& value, const Place& place) {
  std::string out;
  append_text(out, value, place);
  return out;
}

void append_output(std::string& out, const Value& value, const Place& place) {
  switch (value.kind()) {
    case Kind::text:
      return append_escaped(out, value.text());
    case Kind::html:
      out += value.text();
      return;
    case Kind::integer:
      return append_integer(out, value.integer());
    default:
      break;
  }
  if (object_as<Module>(value) != nullptr) return append_text(out, value, place);
  append_escaped(out, text_of(value, place));
}

Value escaped(const Value& value, const Place& place) {
  if (value.is_html()) return value;
  std::string out;
  append_output(out, value, place);
  return Value::html(std::move(out));
}

Value as_text(const Value& value, const Place& place) { return value.is_text() ? value : Value(text_of(value, place)); }

}  // namespace armillary::templating
