#include "search/term_pieces.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "search/atoms.h"

namespace armillary {
namespace {

constexpr std::size_t kPieceBytes = 2000;
constexpr std::size_t kLeastWord = 4;     // characters of a word that may be misspelt
constexpr std::size_t kMostWords = 4096;  // with one first character

void append_number(std::string& out, std::size_t number) {
  for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
  out += static_cast<char>(number);
}

// How much a posting weighs, for choosing which to keep.
int weight_of(const Posting& posting) {
  const auto has = [&](TextPart part) { return (posting.parts & static_cast<std::uint8_t>(part)) != 0; };
  const int part = has(TextPart::title) ? 4 : has(TextPart::name) ? 3 : has(TextPart::summary) ? 2 : 1;
  return part * 8 + posting.strength;
}

void keep_weightiest(std::vector<Posting>& postings) {
  const auto kept = postings.begin() + static_cast<std::ptrdiff_t>(kMostPostings);
  std::nth_element(postings.begin(), kept, postings.end(), [](const Posting& a, const Posting& b) {
    const int weight_a = weight_of(a);
    const int weight_b = weight_of(b);
    return weight_a != weight_b ? weight_a > weight_b : a.entry < b.entry;
  });
  postings.erase(kept, postings.end());
  std::sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) { return a.entry < b.entry; });
}

}  // namespace

void TermWriter::add(IndexTerm& term) {
  const std::size_t entries = term.postings.size();
  const bool is_cut = entries > kMostPostings;
  if (is_cut) keep_weightiest(term.postings);
  postings_.clear();
  std::uint32_t last = 0;
  for (const Posting& posting : term.postings) {
    append_number(postings_, posting.entry - last);
    postings_ += static_cast<char>(mark_of(posting));
    last = posting.entry;
  }
  if (!piece_.empty() && piece_.size() + postings_.size() > kPieceBytes) flush_piece();
  if (piece_.empty()) {
    first_ = term.text;
    previous_ = {};
  }
  const auto differ = std::mismatch(previous_.begin(), previous_.end(), term.text.begin(), term.text.end());
  const auto shared = static_cast<std::size_t>(differ.second - term.text.begin());
  append_number(piece_, shared);
  append_number(piece_, term.text.size() - shared);
  piece_ += term.text.substr(shared);
  append_number(piece_, entries);
  append_number(piece_, postings_.size());
  piece_ += postings_;
  previous_ = term.text;
  add_word(term.text, entries);
  forms_.add(term.text);
}

void TermWriter::add_word(std::string_view text, std::size_t entries) {
  std::size_t at = 0;
  const char32_t first = next_code_point(text, at);
  const bool is_word = first >= 'a' && !is_unspaced(first);
  if (!is_word || count_code_points(text) < kLeastWord) return;
  const std::string_view character = text.substr(0, at);
  if (character != first_character_) flush_words();
  first_character_ = character;
  words_.push_back({text, entries});
}

void TermWriter::flush_piece() {
  const std::size_t number = out_.terms.firsts.size();
  out_.terms.firsts.emplace_back(first_);
  out_.terms.digests += writer_.write(fmt::format("t{}", number), ".bin", piece_);
  piece_.clear();
}

void TermWriter::flush_words() {
  if (words_.empty()) return;
  if (words_.size() > kMostWords) {
    std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.entries > b.entries; });
    words_.resize(kMostWords);
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.text < b.text; });
  }
  std::string list;
  for (const Word& word : words_) list.append(word.text).append("\n");
  out_.words.emplace_back(first_character_, writer_.write(fmt::format("v{}", out_.words.size()), ".txt", list));
  words_.clear();
}

TermPieces TermWriter::finish() {
  if (!piece_.empty()) flush_piece();
  flush_words();
  out_.traditional = writer_.write("h0", ".txt", forms_.list());
  return std::move(out_);
}

}  // namespace armillary
