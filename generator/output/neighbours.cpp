#include "output/neighbours.h"

#include <algorithm>
#include <utility>

namespace armillary {
namespace {

// For each text the main one of its record.
std::vector<std::optional<std::size_t>> main_texts(const Site& site) {
  std::vector<std::optional<std::size_t>> out(site.corpus->files.size());
  for (const Record& record : site.corpus->records) {
    out[record.file] = record.file;
    for (const std::optional<Body>& body : record.bodies) {
      if (body) out[body->file] = record.file;
    }
  }
  return out;
}

}  // namespace

Neighbours find_neighbours(const Site& site, const SiteIndex& index) {
  Neighbours out(site.corpus->files.size());
  const auto join = [&](RecordIndex a, RecordIndex b) {
    const std::size_t one = site.record(a).file;
    const std::size_t other = site.record(b).file;
    out[one].push_back(static_cast<std::uint32_t>(other));
    out[other].push_back(static_cast<std::uint32_t>(one));
  };
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    const LinkedRecord& links = site.links[i];
    for (const Relation& relation : links.incoming) join(i, relation.from);
    for (const RecordIndex from : links.mentioned_by) join(i, from);
    for (const RecordIndex from : links.source_for) join(i, from);
    for (const auto& places : index.series) {
      if (places[i].next) join(i, *places[i].next);
    }
    const auto& withdrawn = site.record(i).withdrawn;
    const auto successor =
        withdrawn && withdrawn->replaced_by ? site.corpus->find(withdrawn->replaced_by->value) : std::nullopt;
    if (successor) join(i, *successor);
  }
  for (std::vector<std::uint32_t>& neighbours : out) {
    std::sort(neighbours.begin(), neighbours.end());
    neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
  }
  return out;
}

std::optional<std::vector<char>> within_reach(const Site& site, const std::vector<std::size_t>& texts,
                                              const Neighbours& now, const Neighbours& last) {
  const std::vector<std::optional<std::size_t>> mains = main_texts(site);
  std::vector<char> out(mains.size(), 0);
  std::vector<std::size_t> edge;
  const auto reach = [&](std::size_t main) {
    if (main < out.size() && std::exchange(out[main], 1) == 0) edge.push_back(main);
  };
  for (const std::size_t text : texts) {
    if (!mains[text]) return std::nullopt;
    reach(*mains[text]);
  }
  for (int step = 0; step < kReach; ++step) {
    for (const std::size_t main : std::exchange(edge, {})) {
      for (const Neighbours* neighbours : {&now, &last}) {
        if (main >= neighbours->size()) continue;
        for (const std::uint32_t neighbour : (*neighbours)[main]) reach(neighbour);
      }
    }
  }
  return out;
}

}  // namespace armillary
