#include "templating/iterate.h"

#include "templating/object.h"
#include "templating/operators.h"
#include "templating/python_text.h"
#include "templating/templating_messages.h"

namespace armillary::templating {

using Kind = Value::Kind;

Cursor::Cursor(const Value& iterable, const Place& place) : iterable_(&iterable), kind_(iterable.kind()) {
  switch (kind_) {
    case Kind::undefined:
      require_defined(iterable, place);
      return;
    case Kind::array:
      end_ = iterable.array().size();
      return;
    case Kind::map_values:
      end_ = iterable.map().size();
      return;
    case Kind::map:
    case Kind::map_keys:
    case Kind::map_items:
      end_ = iterable.map().size();
      break;
    case Kind::text:
    case Kind::html:
      end_ = iterable.text().size();
      break;
    case Kind::object:
      if (const auto* range = object_as<Range>(iterable)) {
        end_ = static_cast<std::size_t>(range->size);
      } else if (object_as<Generator>(iterable) == nullptr) {
        fail(place, kNotIterable, describe(iterable));
      }
      break;
    case Kind::none:
    case Kind::boolean:
    case Kind::integer:
    case Kind::floating:
    case Kind::function:
      fail(place, kNotIterable, describe(iterable));
  }
  is_lasting_ = false;
}

const Value* Cursor::next() {
  switch (kind_) {
    case Kind::array:
      return at_ < end_ ? &iterable_->array()[at_++] : nullptr;
    case Kind::map_values:
      return at_ < end_ ? &iterable_->map().entries()[at_++].value : nullptr;
    case Kind::map:
    case Kind::map_keys:
      if (at_ >= end_) return nullptr;
      item_ = Value(iterable_->map().entries()[at_++].key.text());
      return &item_;
    case Kind::map_items: {
      const auto* entry = next_entry();
      if (entry == nullptr) return nullptr;
      item_ = Value::list({Value(entry->key.text()), entry->value}, ListKind::tuple);
      return &item_;
    }
    case Kind::text:
    case Kind::html:
      return next_of_text();
    case Kind::object:
      return next_of_object();
    default:
      return nullptr;
  }
}

const Map::Entry* Cursor::next_entry() { return at_ < end_ ? &iterable_->map().entries()[at_++] : nullptr; }

const Value* Cursor::next_of_text() {
  if (at_ >= end_) return nullptr;
  const std::string_view character = character_at(iterable_->text().substr(at_), 0);
  at_ += character.size();
  item_ = Value(character);
  return &item_;
}

const Value* Cursor::next_of_object() {
  if (const auto* range = object_as<Range>(*iterable_)) {
    if (at_ >= end_) return nullptr;
    item_ = Value(range->at(static_cast<std::int64_t>(at_++)));
    return &item_;
  }
  return object_as<Generator>(*iterable_)->next(item_) ? &item_ : nullptr;
}

std::optional<std::size_t> Cursor::size() const {
  if (iterable_ == nullptr) return 0;
  return length_of_value(*iterable_);
}

Array items_of(const Value& iterable, const Place& place) {
  if (iterable.is_array()) return iterable.array();
  Array items;
  Cursor cursor(iterable, place);
  while (const Value* item = cursor.next()) items.push_back(*item);
  return items;
}

void Loop::Held::hold(const Value* value, bool is_lasting) {
  item = value;
  if (value == nullptr || is_lasting) return;
  copy = *value;
  item = &copy;
}

void Loop::Held::take(Held& other) {
  const bool is_copy = other.item == &other.copy;
  copy = std::move(other.copy);
  item = is_copy ? &copy : other.item;
  other.item = nullptr;
}

Loop::Loop(const Value& iterable, const Place& place, Condition condition)
    : cursor_(iterable, place), condition_(std::move(condition)) {}

const Value* Loop::advance() {
  if (rest_) return rest_at_ < rest_->size() ? &(*rest_)[rest_at_++] : nullptr;
  const Value* item = cursor_.next();
  while (item != nullptr && condition_ && !condition_(*item)) item = cursor_.next();
  return item;
}

const Value* Loop::peek() {
  if (!has_peeked_) {
    after_.hold(advance(), rest_.has_value() || cursor_.is_lasting());
    has_peeked_ = after_.item != nullptr;
  }
  return after_.item;
}

const Value* Loop::next() {
  const Value* upcoming = peek();
  has_peeked_ = false;
  if (upcoming == nullptr) return nullptr;
  before_.take(current_);
  current_.take(after_);
  ++index0_;
  return current_.item;
}

void Loop::close() {
  cursor_ = Cursor();
  condition_ = nullptr;
  before_ = current_ = after_ = Held();
  rest_.emplace();
  rest_at_ = 0;
}

std::int64_t Loop::length() {
  if (length_) return *length_;
  const std::optional<std::size_t> known = condition_ ? std::nullopt : cursor_.size();
  if (known) {
    length_ = static_cast<std::int64_t>(*known);
  } else {
    Array rest;
    while (const Value* item = advance()) rest.push_back(*item);
    length_ = static_cast<std::int64_t>(rest.size()) + index0_ + 1 + (has_peeked_ ? 1 : 0);
    rest_ = std::move(rest);
    rest_at_ = 0;
  }
  return *length_;
}

const Value* Loop::previous() const { return before_.item; }

bool Loop::changed(Array values, const Place& place) {
  const auto same = [&](const Value& a, const Value& b) { return is_equal(a, b, place); };
  if (last_values_ && last_values_->size() == values.size() &&
      std::equal(values.begin(), values.end(), last_values_->begin(), same)) {
    return false;
  }
  last_values_ = std::move(values);
  return true;
}

}  // namespace armillary::templating
