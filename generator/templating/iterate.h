// Going through a value one by one, as `for` and the filters do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "templating/failure.h"
#include "templating/value.h"

namespace armillary::templating {

class Cursor {
 public:
  Cursor() = default;
  // Refers to `iterable`, which must outlive it. Fails for a value that is no sequence.
  Cursor(const Value& iterable, const Place& place);

  // The next item, or null. It lives as long as the iterable if is_lasting(), else until the next call.
  const Value* next();
  bool is_lasting() const { return is_lasting_; }

  // For the items of a mapping: the next entry, without making a pair of it.
  bool goes_through_entries() const { return kind_ == Value::Kind::map_items; }
  const Map::Entry* next_entry();

  // How many items there are, where that is known before the end.
  std::optional<std::size_t> size() const;

 private:
  const Value* next_of_text();
  const Value* next_of_object();

  const Value* iterable_ = nullptr;
  Value::Kind kind_ = Value::Kind::undefined;
  bool is_lasting_ = true;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  Value item_;
};

// All items. Uses up a sequence that is worked out step by step.
Array items_of(const Value& iterable, const Place& place);

// The `loop` of a loop, and the loop's way through its items.
class Loop {
 public:
  using Condition = std::function<bool(const Value&)>;

  Loop(const Value& iterable, const Place& place, Condition condition);

  // The next item; lives until the one after the next is asked for.
  const Value* next();
  // When the loop is over its items are no longer there, though its `loop` may be.
  void close();

  std::int64_t index0() const { return index0_; }
  std::int64_t length();
  bool is_last() { return peek() == nullptr; }
  const Value* previous() const;
  const Value* peek();
  // Whether `values` differ from those of the last call.
  bool changed(Array values, const Place& place);

 private:
  // An item that stands in the iterable, or a copy of one.
  struct Held {
    const Value* item = nullptr;
    Value copy;

    void hold(const Value* value, bool is_lasting);
    void take(Held& other);
  };

  const Value* advance();

  Cursor cursor_;
  Condition condition_;
  std::int64_t index0_ = -1;
  std::optional<std::int64_t> length_;
  std::optional<Array> rest_;  // what is left, where the length was asked of a sequence without one
  std::size_t rest_at_ = 0;
  bool has_peeked_ = false;
  Held before_;
  Held current_;
  Held after_;
  std::optional<Array> last_values_;
};

}  // namespace armillary::templating
