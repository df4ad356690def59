// What a template sees: the values of Jinja, as cheap to copy as a pointer.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templating/map_key.h"

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
  Value(bool value) : kind_(Kind::boolean), scalar_{.boolean = value} {}
  Value(int value) : Value(static_cast<std::int64_t>(value)) {}
  Value(std::int64_t value) : kind_(Kind::integer), scalar_{.integer = value} {}
  Value(std::size_t value) : Value(static_cast<std::int64_t>(value)) {}
  Value(double value) : kind_(Kind::floating), scalar_{.floating = value} {}
  Value(const char* text) : Value(std::string(text)) {}
  Value(std::string_view text) : Value(std::string(text)) {}
  Value(std::string text) : Value(Kind::text, std::move(text)) {}
  Value(Array items);
  Value(Map entries);
  Value(Function function);
  template <typename T>
  Value(T* pointer) = delete;  // would become a boolean

  static Value none();
  // Text that is HTML already and is written as it stands (Jinja's Markup).
  static Value html(std::string text);
  // The same two without a copy: REQUIRES that the text lives as long as any copy of the value.
  static Value lasting(std::string_view text) { return {Kind::text, text}; }
  static Value lasting_html(std::string_view text) { return {Kind::html, text}; }
  static Value lasting(std::string&&) = delete;
  static Value lasting_html(std::string&&) = delete;

  Kind kind() const { return kind_; }
  bool is_undefined() const { return kind() == Kind::undefined; }
  bool is_none() const { return kind() == Kind::none; }
  bool is_text() const { return kind() == Kind::text || kind() == Kind::html; }  // also for html
  bool is_html() const { return kind() == Kind::html; }
  bool is_array() const { return kind() == Kind::array; }
  bool is_map() const { return kind() == Kind::map; }

  // The same value, to be used as long as this one lives: copies do not count who shares it, which threads that copy
  // one value at the same time would wait for.
  Value borrowed() const;

  // REQUIRES the fitting type. Views live as long as any copy of this value.
  std::string_view text() const;
  const Array& array() const;
  const Map& map() const;  // also for a view of a mapping
  bool boolean() const { return scalar_.boolean; }
  std::int64_t integer() const { return scalar_.integer; }
  double floating() const { return scalar_.floating; }
  const Function& function() const { return shared<Function>(); }

  // The rest is the engine's.
  static Value undefined(std::shared_ptr<const Missing> reason);
  static Value list(Array items, ListKind kind);
  static Value object(std::shared_ptr<const Object> object);
  static Value part_of(const Value& map, MapPart part);
  static Value markup(const Value& text);  // the same text, as HTML

  const Missing* missing() const { return static_cast<const Missing*>(shared_.get()); }  // may be null
  ListKind list_kind() const;
  const Object& object() const { return shared<Object>(); }
  std::shared_ptr<const Object> shared_object() const { return std::static_pointer_cast<const Object>(shared_); }
  // How deep lists and mappings stand in each other: 0 for a scalar.
  std::uint32_t nesting() const;

 private:
  union Scalar {
    std::int64_t integer;
    bool boolean;
    double floating;
    std::size_t size;  // of a text
  };
  Value(Kind kind, std::shared_ptr<const void> content) : kind_(kind), shared_(std::move(content)) {}
  Value(Kind kind, std::string text);
  Value(Kind kind, std::string_view lasting)
      : kind_(kind), scalar_{.size = lasting.size()}, shared_(std::shared_ptr<const void>(), lasting.data()) {}
  template <typename T>
  const T& shared() const {
    return *static_cast<const T*>(shared_.get());
  }

  Kind kind_ = Kind::undefined;
  Scalar scalar_ = {.integer = 0};
  // By kind a Missing, the first byte of a text, a List, Map, Function or Object.
  std::shared_ptr<const void> shared_;
};

// A mapping that keeps the order of insertion, as Jinja's do. Quick to search for a few entries and for hundreds.
class Map {
 public:
  struct Entry {
    MapKey key;  // lives as long as any copy of the mapping
    Value value;
  };
  using MakeValue = std::function<Value()>;

  Map() = default;
  Map(const Map& other);
  Map(Map&&) = default;
  Map& operator=(const Map& other) { return *this = Map(other); }
  Map& operator=(Map&&) = default;
  ~Map() = default;
  // With room for so many entries, where many mappings of one shape are made.
  explicit Map(std::size_t entries) { entries_.reserve(entries); }

  // Sets or replaces. Returns *this, for chains. A name is a literal or lives as long as any copy of the mapping; a
  // string is kept.
  Map& set(MapKey key, Value value);
  Map& set(std::same_as<std::string> auto key, Value value) { return set(kept(std::move(key)), std::move(value)); }
  // The value is made when somebody first asks for it. REQUIRES a new key; a value in which lists and mappings stand at
  // most kDeferredNesting deep; what `make` refers to outlives the mapping, which only one thread uses.
  Map& set_deferred(MapKey key, MakeValue make);
  const Value* find(MapKey key) const;
  std::size_t size() const { return entries_.size(); }
  const std::vector<Entry>& entries() const;

  static constexpr std::uint32_t kDeferredNesting = 16;

 private:
  friend class Value;
  struct Deferred {
    std::size_t entry;
    MakeValue make;
  };
  // What few mappings have. Apart, so that all a search reads of the others lies on one line of the processor's cache.
  struct Extras {
    std::vector<Deferred> deferred;  // those not made yet
    std::vector<std::shared_ptr<const std::string>> kept_keys;
    std::vector<std::uint32_t> index;  // open addressing, entry + 1 or 0; empty while entries are few
  };
  static std::uint64_t sign_of(MapKey key) { return std::uint64_t{1} << (key.hash() >> 26U); }
  MapKey kept(std::string key);
  Extras& extras();
  std::size_t position_of(MapKey key) const;
  std::size_t indexed_position_of(MapKey key) const;
  void make_deferred(std::size_t entry) const;
  void index(std::size_t entry);
  void grow_index();

  mutable std::vector<Entry> entries_;
  std::uint64_t signs_ = 0;         // of all keys: a key whose sign is missing is missing
  std::unique_ptr<Extras> extras_;  // null: none
  std::uint32_t nesting_ = 1;
};

struct List {
  Array items;
  ListKind kind = ListKind::list;
  std::uint32_t nesting = 1;
};

inline Value Value::borrowed() const {
  Value out;
  out.kind_ = kind_;
  out.scalar_ = scalar_;
  out.shared_ = std::shared_ptr<const void>(std::shared_ptr<const void>(), shared_.get());
  return out;
}

inline Value::Value(Kind kind, std::string text) : kind_(kind), scalar_{.size = text.size()} {
  if (text.empty()) return;
  auto holder = std::make_shared<const std::string>(std::move(text));
  const char* const first = holder->data();
  shared_ = std::shared_ptr<const void>(std::move(holder), first);
}

inline std::string_view Value::text() const { return {static_cast<const char*>(shared_.get()), scalar_.size}; }

inline const Array& Value::array() const { return shared<List>().items; }

inline ListKind Value::list_kind() const { return shared<List>().kind; }

inline const Map& Value::map() const { return shared<Map>(); }

}  // namespace armillary::templating
