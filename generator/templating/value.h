// What a template sees: the values of Jinja, as cheap to copy as a pointer.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace armillary::templating {

class Value;
class Map;
using Array = std::vector<Value>;

// Called from a template as name(arguments). May be called by many threads at once. Throws
// templating::CallError (value.h's only exception) to have a message at the call's place.
using Function = std::function<Value(std::span<const Value>)>;

struct CallError {
  std::string text;
};

// Immutable once made; copies share. Strings are UTF-8.
class Value {
 public:
  Value() = default;  // undefined: using it in a template is an error
  Value(bool value);
  Value(int value);
  Value(std::int64_t value);
  Value(std::size_t value);
  Value(double value);
  Value(const char* text);
  Value(std::string_view text);
  Value(std::string text);
  Value(Array items);
  Value(Map entries);
  Value(Function function);

  static Value none();
  // Text that is HTML already and is written as it stands (Jinja's Markup).
  static Value html(std::string text);

  bool is_undefined() const;
  bool is_none() const;
  bool is_text() const;  // also for html
  bool is_html() const;
  bool is_array() const;
  bool is_map() const;

  // REQUIRES the fitting type. Views live as long as any copy of this value.
  std::string_view text() const;
  const Array& array() const;
  const Map& map() const;

 private:
  struct Text;
  friend class Evaluator;
  // The representation is the engine's: see value.cpp.
};

// A mapping that keeps the order of insertion, as Jinja's do. Small: most have under twenty keys.
class Map {
 public:
  // Sets or replaces. Returns *this, for chains.
  Map& set(std::string key, Value value);
  const Value* find(std::string_view key) const;
  std::size_t size() const { return entries_.size(); }
  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, Value>> entries_;
};

}  // namespace armillary::templating
