// What a template sees: the values of Jinja, as cheap to copy as a pointer.
#pragma once

#include <cstddef>
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

// What only the engine makes and knows (object.h): a reason to be undefined, macros, loops, ranges and so on.
struct Missing;
struct Object;

// A list or a tuple; both are arrays to the generator.
struct List;
enum class ListKind : std::uint8_t { list, tuple, group };  // group: (grouper, list), as filter groupby makes it

// The three views that a template can ask a mapping for: its keys, its values, both.
enum class MapPart : std::uint8_t { keys, values, items };

// Immutable once made; copies share. Strings are UTF-8.
class Value {
 public:
  enum class Kind : std::uint8_t {
    undefined,
    none,
    boolean,
    integer,
    floating,
    text,
    html,
    array,
    map,
    map_keys,
    map_values,
    map_items,
    function,
    object
  };

  Value() = default;  // undefined: using it in a template is an error
  Value(bool value) : data_(value) {}
  Value(int value) : data_(static_cast<std::int64_t>(value)) {}
  Value(std::int64_t value) : data_(value) {}
  Value(std::size_t value) : data_(static_cast<std::int64_t>(value)) {}
  Value(double value) : data_(value) {}
  Value(const char* text) : Value(std::string(text)) {}
  Value(std::string_view text) : Value(std::string(text)) {}
  Value(std::string text) : data_(std::make_shared<const std::string>(std::move(text))) {}
  Value(Array items);
  Value(Map entries);
  Value(Function function);
  template <typename T>
  Value(T* pointer) = delete;  // would become a boolean

  static Value none();
  // Text that is HTML already and is written as it stands (Jinja's Markup).
  static Value html(std::string text);

  Kind kind() const { return static_cast<Kind>(data_.index()); }
  bool is_undefined() const { return kind() == Kind::undefined; }
  bool is_none() const { return kind() == Kind::none; }
  bool is_text() const { return kind() == Kind::text || kind() == Kind::html; }  // also for html
  bool is_html() const { return kind() == Kind::html; }
  bool is_array() const { return kind() == Kind::array; }
  bool is_map() const { return kind() == Kind::map; }

  // REQUIRES the fitting type. Views live as long as any copy of this value.
  std::string_view text() const;
  const Array& array() const;
  const Map& map() const;  // also for a view of a mapping
  bool boolean() const { return *std::get_if<bool>(&data_); }
  std::int64_t integer() const { return *std::get_if<std::int64_t>(&data_); }
  double floating() const { return *std::get_if<double>(&data_); }
  const Function& function() const { return **std::get_if<std::shared_ptr<const Function>>(&data_); }

  // The rest is the engine's.
  static Value undefined(std::shared_ptr<const Missing> reason);
  static Value list(Array items, ListKind kind);
  static Value object(std::shared_ptr<Object> object);
  static Value part_of(const Value& map, MapPart part);
  // A key of a mapping, as text that shares the mapping.
  static Value key_of(const Value& map, const std::string& key);
  static Value markup(const Value& text);  // the same text, as HTML

  const Missing* missing() const { return std::get_if<std::shared_ptr<const Missing>>(&data_)->get(); }
  ListKind list_kind() const;
  Object& object() const { return **std::get_if<std::shared_ptr<Object>>(&data_); }
  const std::shared_ptr<Object>& shared_object() const { return *std::get_if<std::shared_ptr<Object>>(&data_); }
  // How deep lists and mappings stand in each other: 0 for a scalar.
  std::uint32_t nesting() const;

 private:
  struct None {};
  struct Html {
    std::shared_ptr<const std::string> text;
  };
  template <MapPart part>
  struct PartOf {
    std::shared_ptr<const Map> map;
  };
  // In the order of Kind.
  using Data = std::variant<std::shared_ptr<const Missing>, None, bool, std::int64_t, double,
                            std::shared_ptr<const std::string>, Html, std::shared_ptr<const List>,
                            std::shared_ptr<const Map>, PartOf<MapPart::keys>, PartOf<MapPart::values>,
                            PartOf<MapPart::items>, std::shared_ptr<const Function>, std::shared_ptr<Object>>;
  explicit Value(Data data) : data_(std::move(data)) {}
  const std::shared_ptr<const Map>& shared_map() const;

  Data data_;
};

// A mapping that keeps the order of insertion, as Jinja's do. Quick to search for a few entries and for hundreds.
class Map {
 public:
  // Sets or replaces. Returns *this, for chains.
  Map& set(std::string key, Value value);
  const Value* find(std::string_view key) const;
  std::size_t size() const { return entries_.size(); }
  const std::vector<std::pair<std::string, Value>>& entries() const { return entries_; }

 private:
  friend class Value;
  std::size_t position_of(std::string_view key) const;
  void index(std::size_t entry);
  void grow_index();

  std::vector<std::pair<std::string, Value>> entries_;
  std::vector<std::uint32_t> index_;  // open addressing, entry + 1 or 0; empty while entries are few
  std::uint32_t nesting_ = 1;
};

struct List {
  Array items;
  ListKind kind = ListKind::list;
  std::uint32_t nesting = 1;
};

inline std::string_view Value::text() const {
  if (const auto* plain = std::get_if<std::shared_ptr<const std::string>>(&data_)) return **plain;
  return *std::get_if<Html>(&data_)->text;
}

inline const Array& Value::array() const { return (*std::get_if<std::shared_ptr<const List>>(&data_))->items; }

inline ListKind Value::list_kind() const { return (*std::get_if<std::shared_ptr<const List>>(&data_))->kind; }

inline const Map& Value::map() const { return *shared_map(); }

inline const std::shared_ptr<const Map>& Value::shared_map() const {
  if (const auto* whole = std::get_if<std::shared_ptr<const Map>>(&data_)) return *whole;
  if (const auto* keys = std::get_if<PartOf<MapPart::keys>>(&data_)) return keys->map;
  if (const auto* values = std::get_if<PartOf<MapPart::values>>(&data_)) return values->map;
  return std::get_if<PartOf<MapPart::items>>(&data_)->map;
}

}  // namespace armillary::templating
