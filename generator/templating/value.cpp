#include "templating/value.h"

#include <algorithm>

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

}  // namespace

Value::Value(Array items) : Value(list(std::move(items), ListKind::list)) {}
Value::Value(Map entries) : Value(Kind::map, std::make_shared<const Map>(std::move(entries))) {}
Value::Value(Function function) : Value(Kind::function, std::make_shared<const Function>(std::move(function))) {}

Value Value::none() {
  Value out;
  out.kind_ = Kind::none;
  return out;
}

Value Value::html(std::string text) { return {Kind::html, std::move(text)}; }

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

Value Value::markup(const Value& text) {
  Value out = text;
  out.kind_ = Kind::html;
  return out;
}

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

Map::Map(const Map& other)
    : entries_(other.entries_),
      signs_(other.signs_),
      extras_(other.extras_ ? std::make_unique<Extras>(*other.extras_) : nullptr),
      nesting_(other.nesting_) {}

Map::Extras& Map::extras() {
  if (extras_ == nullptr) extras_ = std::make_unique<Extras>();
  return *extras_;
}

std::size_t Map::position_of(MapKey key) const {
  if ((signs_ & sign_of(key)) == 0) return entries_.size();
  if (entries_.size() > kSearchedInOrder) return indexed_position_of(key);
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
    if (entries_[entry].key == key) return entry;
  }
  return entries_.size();
}

std::size_t Map::indexed_position_of(MapKey key) const {
  const std::vector<std::uint32_t>& index = extras_->index;
  const std::size_t mask = index.size() - 1;
  for (std::size_t slot = key.hash() & mask; index[slot] != 0; slot = (slot + 1) & mask) {
    const std::size_t entry = index[slot] - 1;
    if (entries_[entry].key == key) return entry;
  }
  return entries_.size();
}

const Value* Map::find(MapKey key) const {
  const std::size_t at = position_of(key);
  if (at == entries_.size()) return nullptr;
  if (extras_ != nullptr && !extras_->deferred.empty()) make_deferred(at);
  return &entries_[at].value;
}

const std::vector<Map::Entry>& Map::entries() const {
  while (extras_ != nullptr && !extras_->deferred.empty()) make_deferred(extras_->deferred.back().entry);
  return entries_;
}

// Forgets the maker first: it may look into this mapping itself.
void Map::make_deferred(std::size_t entry) const {
  std::vector<Deferred>& deferred = extras_->deferred;
  const auto found =
      std::find_if(deferred.begin(), deferred.end(), [&](const Deferred& one) { return one.entry == entry; });
  if (found == deferred.end()) return;
  const MakeValue make = std::move(found->make);
  deferred.erase(found);
  entries_[entry].value = make();
}

Map& Map::set_deferred(MapKey key, MakeValue make) {
  extras().deferred.push_back({entries_.size(), std::move(make)});
  set(key, Value());
  nesting_ = std::max(nesting_, kDeferredNesting + 1);
  return *this;
}

MapKey Map::kept(std::string key) {
  auto& keys = extras().kept_keys;
  keys.push_back(std::make_shared<const std::string>(std::move(key)));
  return MapKey(std::string_view(*keys.back()));
}

Map& Map::set(MapKey key, Value value) {
  nesting_ = std::max(nesting_, value.nesting() + 1);
  const std::size_t at = position_of(key);
  if (at < entries_.size()) {
    entries_[at].value = std::move(value);
    return *this;
  }
  if (entries_.capacity() == 0) entries_.reserve(kUsualEntries);
  entries_.push_back({key, std::move(value)});
  signs_ |= sign_of(key);
  if (entries_.size() <= kSearchedInOrder) return *this;
  if (extras().index.size() < entries_.size() * 2) {
    grow_index();
  } else {
    index(entries_.size() - 1);
  }
  return *this;
}

void Map::index(std::size_t entry) {
  std::vector<std::uint32_t>& index = extras_->index;
  const std::size_t mask = index.size() - 1;
  std::size_t slot = entries_[entry].key.hash() & mask;
  while (index[slot] != 0) slot = (slot + 1) & mask;
  index[slot] = static_cast<std::uint32_t>(entry + 1);
}

void Map::grow_index() {
  std::size_t size = std::max(kSmallestIndex, extras_->index.size() * 2);
  while (size < entries_.size() * 2) size *= 2;
  extras_->index.assign(size, 0);
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) index(entry);
}

}  // namespace armillary::templating
