#include "citation/rich_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace armillary::citation {
namespace {

// What makes a full stop after it one too many; also inside a closing quotation mark.
bool ends_sentence(std::string_view text) {
  for (const std::string_view quote : {"”", "\"", "’"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  constexpr std::array<std::string_view, 6> kEnds = {".", "?", "!", "？", "！", "。"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

RichText& RichText::add(std::string text, RunKind kind, bool italic) {
  if (text.empty()) return *this;
  const bool continues =
      kind == RunKind::plain && !runs_.empty() && runs_.back().kind == kind && runs_.back().italic == italic;
  if (continues) {
    runs_.back().text += text;
  } else {
    runs_.push_back({std::move(text), kind, italic});
  }
  return *this;
}

RichText& RichText::add(const RichText& other) {
  for (const Run& run : other.runs_) {
    if (run.kind == RunKind::address) {
      runs_.push_back(run);
    } else {
      add(run.text, run.kind, run.italic);
    }
  }
  return *this;
}

RichText& RichText::add_address(std::string text, std::string target) {
  runs_.push_back({std::move(text), RunKind::address, false, std::move(target)});
  return *this;
}

RichText RichText::inside(std::string_view before, std::string_view after) const {
  if (is_empty()) return {};
  RichText out{std::string(before)};
  return out.add(*this).add(std::string(after));
}

RichText& RichText::close() {
  if (!is_empty() && !ends_sentence(runs_.back().text)) add(".");
  return *this;
}

std::string RichText::plain() const {
  std::string out;
  for (const Run& run : runs_) out += run.text;
  return out;
}

RichText join(const std::vector<RichText>& parts, std::string_view delimiter) {
  RichText out;
  for (const RichText& part : parts) {
    if (part.is_empty()) continue;
    if (!out.is_empty()) {
      const bool has_stop = delimiter.starts_with('.') && ends_sentence(out.runs().back().text);
      out.add(std::string(has_stop ? delimiter.substr(1) : delimiter));
    }
    out.add(part);
  }
  return out;
}

std::string join_texts(const std::vector<std::string>& parts, std::string_view delimiter) {
  std::string out;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += delimiter;
    out += part;
  }
  return out;
}

}  // namespace armillary::citation
