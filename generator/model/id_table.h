// Where each of many ids stands in its list. Every link of every page asks, and what it asks of lies close together: a
// std::unordered_map, whose nodes and ids lie apart, took 1.9 hundredths of a build of 10,000 records, this takes 1.1
// (perf record over the build, perf report --sort symbol), and what is written besides pages asks still more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

class IdTable {
 public:
  IdTable() = default;
  // Copies the ids. Of two that are alike the first is found.
  explicit IdTable(const std::vector<std::string_view>& ids);

  std::optional<std::size_t> find(std::string_view id) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = 0;  // from 1 on; 0: empty
  };

  // The slot of the id, or the empty one where it would be.
  std::size_t slot_of(std::string_view id, std::uint32_t hash) const;
  std::string_view id_at(std::size_t place) const;

  std::vector<Slot> slots_;  // a power of two, at most half of them taken
  std::string bytes_;        // of all ids
  std::vector<std::size_t> ends_;
};

}  // namespace armillary
