#include "templating/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/utf8.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

using Kind = Value::Kind;

class JsonWriter {
 public:
  JsonWriter(std::optional<std::int64_t> indent, const Place& place) : indent_(indent), place_(place) {}

  void write(const Value& value) {
    switch (value.kind()) {
      case Kind::none:
        out_ += "null";
        return;
      case Kind::boolean:
        out_ += value.boolean() ? "true" : "false";
        return;
      case Kind::floating:
        return write_floating(value.floating());
      case Kind::integer:
        return append_text(out_, value, place_);
      case Kind::text:
      case Kind::html:
        return write_text(value.text());
      case Kind::array:
        return write_array(value.array());
      case Kind::map:
        return write_map(value.map());
      default:
        require_defined(value, place_);
        fail(place_, kNotPrintable, describe(value), "JSON has lists, mappings, text, numbers, true, false and null");
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void write_floating(double value) {
    if (std::isnan(value)) {
      out_ += "NaN";
    } else if (std::isinf(value)) {
      out_ += value < 0 ? "-Infinity" : "Infinity";
    } else {
      append_floating(out_, value);
    }
  }

  void write_unit(std::uint32_t unit) { out_ += fmt::format("\\u{:04x}", unit); }

  void write_text(std::string_view text) {
    out_ += '"';
    for (std::size_t at = 0; at < text.size();) write_character(next_code_point(text, at));
    out_ += '"';
  }

  void write_character(char32_t c) {
    const auto code = static_cast<std::uint32_t>(c);
    switch (c) {
      case U'"':
        out_ += "\\\"";
        return;
      case U'\\':
        out_ += "\\\\";
        return;
      case U'\n':
        out_ += "\\n";
        return;
      case U'\r':
        out_ += "\\r";
        return;
      case U'\t':
        out_ += "\\t";
        return;
      case U'\f':
        out_ += "\\f";
        return;
      case U'\b':
        out_ += "\\b";
        return;
      default:
        break;
    }
    if (code >= 0x20 && code < 0x7F) {
      out_ += static_cast<char>(code);
    } else if (code < 0x10000) {
      write_unit(code);
    } else {
      write_unit(0xD800U + ((code - 0x10000U) >> 10U));
      write_unit(0xDC00U + ((code - 0x10000U) & 0x3FFU));
    }
  }

  void begin_item(bool is_first) {
    if (!is_first) out_ += indent_ ? "," : ", ";
    new_line();
  }

  void new_line() {
    if (!indent_) return;
    out_ += '\n';
    out_.append(depth_ * static_cast<std::size_t>(std::clamp<std::int64_t>(*indent_, 0, 100)), ' ');
  }

  void write_array(const Array& items) {
    if (items.empty()) {
      out_ += "[]";
      return;
    }
    out_ += '[';
    ++depth_;
    for (const Value& item : items) {
      begin_item(&item == &items.front());
      write(item);
    }
    --depth_;
    new_line();
    out_ += ']';
  }

  void write_map(const Map& map) {
    if (map.size() == 0) {
      out_ += "{}";
      return;
    }
    std::vector<const Map::Entry*> entries;
    for (const auto& entry : map.entries()) entries.push_back(&entry);
    std::sort(entries.begin(), entries.end(),
              [](const auto* a, const auto* b) { return a->key.text() < b->key.text(); });
    out_ += '{';
    ++depth_;
    for (const auto* entry : entries) {
      begin_item(entry == entries.front());
      write_text(entry->key.text());
      out_ += ": ";
      write(entry->value);
    }
    --depth_;
    new_line();
    out_ += '}';
  }

  std::optional<std::int64_t> indent_;
  const Place& place_;
  std::size_t depth_ = 0;
  std::string out_;
};

}  // namespace

std::string json_of(const Value& value, std::optional<std::int64_t> indent, const Place& place) {
  JsonWriter writer(indent, place);
  writer.write(value);
  return writer.take();
}

}  // namespace armillary::templating
