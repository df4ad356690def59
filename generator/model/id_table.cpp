#include "model/id_table.h"

#include <bit>
#include <functional>

namespace armillary {
namespace {

std::uint32_t hash_of(std::string_view id) { return static_cast<std::uint32_t>(std::hash<std::string_view>{}(id)); }

}  // namespace

IdTable::IdTable(const std::vector<std::string_view>& ids) : slots_(std::bit_ceil(ids.size() * 2 + 1)), ends_{0} {
  ends_.reserve(ids.size() + 1);
  for (const std::string_view id : ids) {
    bytes_ += id;
    ends_.push_back(bytes_.size());
    const std::uint32_t hash = hash_of(id);
    Slot& slot = slots_[slot_of(id, hash)];
    if (slot.place == 0) slot = {hash, static_cast<std::uint32_t>(ends_.size() - 1)};
  }
}

std::optional<std::size_t> IdTable::find(std::string_view id) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(id, hash_of(id))];
  return slot.place == 0 ? std::nullopt : std::optional<std::size_t>(slot.place - 1);
}

std::size_t IdTable::slot_of(std::string_view id, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].place != 0 && (slots_[at].hash != hash || id_at(slots_[at].place - 1) != id)) at = (at + 1) & mask;
  return at;
}

std::string_view IdTable::id_at(std::size_t place) const {
  return std::string_view(bytes_).substr(ends_[place], ends_[place + 1] - ends_[place]);
}

}  // namespace armillary
