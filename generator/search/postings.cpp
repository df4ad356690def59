#include "search/postings.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/parallel.h"

namespace armillary {
namespace {

constexpr std::size_t kFirstSlots = 1 << 12;

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15U);
}

// 7 where the term is the whole name, 0 where it is less than a fourteenth.
std::uint8_t level_of_share(std::size_t taken, std::size_t length) {
  constexpr std::array<std::size_t, 7> kOneIn = {14, 9, 6, 4, 3, 2, 1};
  std::uint8_t level = 0;
  while (level < kOneIn.size() && taken * kOneIn[level] >= length) ++level;
  return level;
}

std::uint8_t level_of_count(std::size_t count) {
  constexpr std::array<std::size_t, 7> kAtLeast = {2, 3, 5, 8, 12, 20, 35};
  std::uint8_t level = 0;
  while (level < kAtLeast.size() && count >= kAtLeast[level]) ++level;
  return level;
}

constexpr std::uint8_t kNamed = static_cast<std::uint8_t>(TextPart::title) | static_cast<std::uint8_t>(TextPart::name);

}  // namespace

PostingCollector::PostingCollector() : slots_(kFirstSlots) {}

std::uint32_t PostingCollector::term_number(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Term& term = terms_[slots_[slot] - 1];
    if (term.hash == hash && text_of(term) == text) return slots_[slot] - 1;
  }
  terms_.push_back({static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(text.size()), hash, 0});
  letters_ += text;
  slots_[slot] = static_cast<std::uint32_t>(terms_.size());
  if (terms_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

void PostingCollector::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t slot = terms_[i].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void PostingCollector::add(std::string_view text, TextPart part, std::size_t taken, std::size_t length) {
  const std::uint32_t number = term_number(text);
  Term& term = terms_[number];
  const bool is_first =
      occurrences_.empty() || occurrences_[term.last].term != number || occurrences_[term.last].entry != entry_;
  if (is_first) {
    term.last = static_cast<std::uint32_t>(occurrences_.size());
    occurrences_.push_back({number, entry_, 0, 0, 0});
  }
  Occurrence& occurrence = occurrences_[term.last];
  occurrence.parts |= static_cast<std::uint8_t>(part);
  if ((static_cast<std::uint8_t>(part) & kNamed) != 0) {
    occurrence.share = std::max(occurrence.share, level_of_share(taken, length));
  } else if (occurrence.count < UINT16_MAX) {
    ++occurrence.count;
  }
}

// A text's first bytes as a number of the same order: most texts differ in them, and they lie beside each other.
std::uint64_t PostingCollector::beginning_of(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof out; ++i) {
    out = out << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return out;
}

void PostingCollector::sort() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ordered(terms_.size());
  for (std::uint32_t i = 0; i < ordered.size(); ++i) ordered[i] = {beginning_of(text_of(terms_[i])), i};
  std::sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : text_of(terms_[a.second]) < text_of(terms_[b.second]);
  });
  order_.resize(ordered.size());
  std::transform(ordered.begin(), ordered.end(), order_.begin(), [](const auto& one) { return one.second; });
  starts_.assign(terms_.size() + 1, 0);
  for (const Occurrence& occurrence : occurrences_) ++starts_[occurrence.term + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  sorted_.resize(occurrences_.size());
  for (std::uint32_t i = 0; i < occurrences_.size(); ++i) sorted_[next[occurrences_[i].term]++] = i;
}

std::vector<IndexTerm> merge_terms(std::vector<PostingCollector>& collectors, std::size_t jobs) {
  parallel_for(collectors.size(), jobs, [&](std::size_t i) { collectors[i].sort(); });
  std::vector<IndexTerm> out;
  std::vector<std::size_t> heads(collectors.size(), 0);
  std::vector<std::string_view> texts(collectors.size());
  while (true) {
    const std::string_view* smallest = nullptr;
    for (std::size_t i = 0; i < collectors.size(); ++i) {
      const PostingCollector& one = collectors[i];
      if (heads[i] == one.order_.size()) continue;
      texts[i] = one.text_of(one.terms_[one.order_[heads[i]]]);
      if (smallest == nullptr || texts[i] < *smallest) smallest = &texts[i];
    }
    if (smallest == nullptr) return out;
    IndexTerm& term = out.emplace_back();
    term.text = *smallest;
    for (std::size_t i = 0; i < collectors.size(); ++i) {
      const PostingCollector& one = collectors[i];
      if (heads[i] == one.order_.size() || texts[i] != term.text) continue;
      const std::uint32_t number = one.order_[heads[i]++];
      term.postings.reserve(term.postings.size() + one.starts_[number + 1] - one.starts_[number]);
      for (std::uint32_t at = one.starts_[number]; at < one.starts_[number + 1]; ++at) {
        const auto& occurrence = one.occurrences_[one.sorted_[at]];
        const bool is_named = (occurrence.parts & kNamed) != 0;
        term.postings.push_back(
            {occurrence.entry, occurrence.parts, is_named ? occurrence.share : level_of_count(occurrence.count)});
      }
    }
  }
}

}  // namespace armillary
