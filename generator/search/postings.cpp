#include "search/postings.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/parallel.h"

namespace armillary {
namespace {

constexpr std::size_t kFirstSlots = 1 << 12;
constexpr std::uint32_t kNoEntry = UINT32_MAX;
constexpr std::size_t kPostingsPerBlock = 1 << 14;

// So many bytes as a number, the first the weightiest.
template <std::size_t kCount>
std::uint64_t number_at(const char* bytes) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < kCount; ++i) out = out << 8U | static_cast<unsigned char>(bytes[i]);
  return out;
}

// A text's first eight bytes as a number of the same order: most texts differ in them, and they lie beside each other.
std::uint64_t beginning_of(std::string_view text) {
  if (text.size() >= 8) return number_at<8>(text.data());
  if (text.size() >= 4) {  // the last four may be some of the first four
    const std::uint64_t last = number_at<4>(text.data() + text.size() - 4);
    return number_at<4>(text.data()) << 32U | last << (64 - 8 * text.size());
  }
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    out |= std::uint64_t{static_cast<unsigned char>(text[i])} << (56 - 8 * i);
  return out;
}

// `beginning` is the text's.
std::uint32_t hash_of(std::string_view text, std::uint64_t beginning) {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  std::uint64_t hash = (beginning ^ text.size()) * kMix;
  for (std::size_t at = 8; at < text.size(); at += 8) {
    hash = (hash ^ hash >> 32U ^ number_at<8>(text.data() + std::min(at, text.size() - 8))) * kMix;
  }
  return static_cast<std::uint32_t>(hash >> 32U);
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

// Takes apart what mark_of made.
Posting posting_of(std::uint32_t entry, std::uint8_t mark) {
  constexpr unsigned kParts = (1U << kPartBits) - 1;
  return {entry, static_cast<std::uint8_t>(mark & kParts), static_cast<std::uint8_t>(mark >> kPartBits)};
}

constexpr std::uint8_t kNamed = static_cast<std::uint8_t>(TextPart::title) | static_cast<std::uint8_t>(TextPart::name);

}  // namespace

PostingCollector::PostingCollector() : slots_(kFirstSlots) {}

void PostingCollector::begin_entry(std::uint32_t entry) {
  end_entry();
  entry_ = entry;
}

void PostingCollector::end_entry() {
  if (occurrences_.empty()) return;
  const std::size_t count = occurrences_.size();
  const bool fits = !finished_.empty() && finished_.back().terms.size() + count <= finished_.back().terms.capacity();
  if (!fits) {
    Block& added = finished_.emplace_back();
    added.terms.reserve(std::max(kPostingsPerBlock, count));
    added.marks.reserve(std::max(kPostingsPerBlock, count));
  }
  Block& block = finished_.back();
  block.runs.push_back({entry_, static_cast<std::uint32_t>(count)});
  for (const Occurrence& occurrence : occurrences_) {
    const bool is_named = (occurrence.parts & kNamed) != 0;
    block.terms.push_back(occurrence.term);
    const std::uint8_t strength = is_named ? occurrence.share : level_of_count(occurrence.count);
    block.marks.push_back(mark_of({entry_, occurrence.parts, strength}));
  }
  occurrences_.clear();
}

std::uint32_t PostingCollector::term_number(std::string_view text) {
  const std::uint64_t beginning = beginning_of(text);
  const std::uint32_t hash = hash_of(text, beginning);
  const auto is_text = [&](const Term& term) {
    if (term.beginning != beginning || term.length != text.size()) return false;
    return text.size() <= sizeof beginning || text_of(term) == text;
  };
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    if (is_text(terms_[slots_[slot] - 1])) return slots_[slot] - 1;
  }
  terms_.push_back({beginning, static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(text.size()),
                    hash, kNoEntry, 0});
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
  if (term.last_entry != entry_) {
    term.place = static_cast<std::uint32_t>(occurrences_.size());
    term.last_entry = entry_;
    occurrences_.push_back({number, 0, 0, 0});
  }
  Occurrence& occurrence = occurrences_[term.place];
  occurrence.parts |= static_cast<std::uint8_t>(part);
  if ((static_cast<std::uint8_t>(part) & kNamed) != 0) {
    occurrence.share = std::max(occurrence.share, level_of_share(taken, length));
  } else if (occurrence.count < UINT16_MAX) {
    ++occurrence.count;
  }
}

// Orders the terms, and puts the postings of each beside each other.
void PostingCollector::sort() {
  end_entry();
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ordered(terms_.size());
  for (std::uint32_t i = 0; i < ordered.size(); ++i) ordered[i] = {terms_[i].beginning, i};
  std::sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : text_of(terms_[a.second]) < text_of(terms_[b.second]);
  });
  order_.resize(ordered.size());
  std::transform(ordered.begin(), ordered.end(), order_.begin(), [](const auto& one) { return one.second; });
  starts_.assign(terms_.size() + 1, 0);
  std::size_t count = 0;
  for (const Block& block : finished_) {
    for (const std::uint32_t term : block.terms) ++starts_[term + 1];
    count += block.terms.size();
  }
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  entries_.resize(count);
  marks_.resize(count);
  for (Block& block : finished_) {
    std::size_t i = 0;
    for (const Block::Run& run : block.runs) {
      for (const std::size_t end = i + run.count; i < end; ++i) {
        const std::uint32_t place = next[block.terms[i]]++;
        entries_[place] = run.entry;
        marks_[place] = block.marks[i];
      }
    }
    block = Block();
  }
}

void PostingCollector::take_next(std::vector<Posting>& postings) {
  const std::uint32_t number = order_[next_++];
  for (std::uint32_t i = starts_[number]; i < starts_[number + 1]; ++i) {
    postings.push_back(posting_of(entries_[i], marks_[i]));
  }
}

void merge_terms(std::vector<PostingCollector>& collectors, std::size_t jobs, const TakeTerm& take) {
  parallel_for(collectors.size(), jobs, [&](std::size_t i) { collectors[i].sort(); });
  IndexTerm term;
  while (true) {
    const PostingCollector* first = nullptr;
    for (const PostingCollector& one : collectors) {
      if (!one.is_at_end() && (first == nullptr || one.next_text() < first->next_text())) first = &one;
    }
    if (first == nullptr) return;
    term.text = first->next_text();
    term.postings.clear();
    for (PostingCollector& one : collectors) {
      if (!one.is_at_end() && one.next_text() == term.text) one.take_next(term.postings);
    }
    take(term);
  }
}

}  // namespace armillary
