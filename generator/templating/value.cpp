#include "templating/value.h"

#include <algorithm>
#include <cstring>

#include "templating/object.h"

namespace armillary::templating {
namespace {

// Up to so many entries their hashes are searched from end to end.
constexpr std::size_t kSearchedInOrder = 24;
// Slots; a power of two.
constexpr std::size_t kSmallestIndex = 64;
static_assert(kSmallestIndex >= 2 * (kSearchedInOrder + 1));
// Most mappings have no more entries.
constexpr std::size_t kUsualEntries = 8;

std::uint32_t deepest(const Array& items) {
  std::uint32_t depth = 0;
  for (const Value& item : items) depth = std::max(depth, item.nesting());
  return depth;
}

std::uint64_t eight_bytes(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Looks at the length and at most 24 bytes: keys are names, not texts from strangers.
std::uint32_t hash_of(std::string_view key) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = key.size() * kMix;
  if (key.size() >= sizeof hash) {
    const std::size_t last = key.size() - sizeof hash;
    hash = (hash ^ eight_bytes(key.data())) * kMix;
    hash = (hash ^ (hash >> 29U) ^ eight_bytes(key.data() + last / 2)) * kMix;
    hash = (hash ^ (hash >> 29U) ^ eight_bytes(key.data() + last)) * kMix;
  } else {
    std::uint64_t word = 0;
    std::memcpy(&word, key.data(), key.size());
    hash = (hash ^ word) * kMix;
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

Value::Value(Array items) : Value(list(std::move(items), ListKind::list)) {}
Value::Value(Map entries) : Value(Kind::map, std::make_shared<const Map>(std::move(entries))) {}
Value::Value(Function function) : Value(Kind::function, std::make_shared<const Function>(std::move(function))) {}

Value Value::none() { return {Kind::none, nullptr}; }

Value Value::html(std::string text) { return {Kind::html, std::make_shared<const std::string>(std::move(text))}; }

Value Value::undefined(std::shared_ptr<const Missing> reason) { return {Kind::undefined, std::move(reason)}; }

Value Value::list(Array items, ListKind kind) {
  const std::uint32_t nesting = deepest(items) + 1;
  return {Kind::array, std::make_shared<const List>(List{std::move(items), kind, nesting})};
}

Value Value::object(std::shared_ptr<const Object> object) { return {Kind::object, std::move(object)}; }

Value Value::part_of(const Value& map, MapPart part) {
  switch (part) {
    case MapPart::keys:
      return {Kind::map_keys, map.shared_};
    case MapPart::values:
      return {Kind::map_values, map.shared_};
    case MapPart::items:
      return {Kind::map_items, map.shared_};
  }
  return {};
}

Value Value::key_of(const Value& map, const std::string& key) {
  return {Kind::text, std::shared_ptr<const void>(map.shared_, &key)};
}

Value Value::markup(const Value& text) { return {Kind::html, text.shared_}; }

std::uint32_t Value::nesting() const {
  switch (kind_) {
    case Kind::array:
      return shared<List>().nesting;
    case Kind::map:
    case Kind::map_keys:
    case Kind::map_values:
    case Kind::map_items:
      return map().nesting_;
    case Kind::object:
      return object().nesting;
    default:
      return 0;
  }
}

std::size_t Map::position_of(std::string_view key, std::uint32_t hash) const {
  if (index_.empty()) {
    for (std::size_t entry = 0; entry < hashes_.size(); ++entry) {
      if (hashes_[entry] == hash && entries_[entry].first == key) return entry;
    }
    return entries_.size();
  }
  const std::size_t mask = index_.size() - 1;
  for (std::size_t slot = hash & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    const std::size_t entry = index_[slot] - 1;
    if (hashes_[entry] == hash && entries_[entry].first == key) return entry;
  }
  return entries_.size();
}

const Value* Map::find(std::string_view key) const {
  const std::size_t at = position_of(key, hash_of(key));
  return at < entries_.size() ? &entries_[at].second : nullptr;
}

Map& Map::set(std::string key, Value value) {
  nesting_ = std::max(nesting_, value.nesting() + 1);
  const std::uint32_t hash = hash_of(key);
  const std::size_t at = position_of(key, hash);
  if (at < entries_.size()) {
    entries_[at].second = std::move(value);
    return *this;
  }
  if (entries_.empty()) {
    entries_.reserve(kUsualEntries);
    hashes_.reserve(kUsualEntries);
  }
  entries_.emplace_back(std::move(key), std::move(value));
  hashes_.push_back(hash);
  if (entries_.size() <= kSearchedInOrder) return *this;
  if (index_.size() < entries_.size() * 2) {
    grow_index();
  } else {
    index(entries_.size() - 1);
  }
  return *this;
}

void Map::index(std::size_t entry) {
  const std::size_t mask = index_.size() - 1;
  std::size_t slot = hashes_[entry] & mask;
  while (index_[slot] != 0) slot = (slot + 1) & mask;
  index_[slot] = static_cast<std::uint32_t>(entry + 1);
}

void Map::grow_index() {
  std::size_t size = std::max(kSmallestIndex, index_.size() * 2);
  while (size < entries_.size() * 2) size *= 2;
  index_.assign(size, 0);
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) index(entry);
}

}  // namespace armillary::templating
