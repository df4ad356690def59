#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "base/utf8.h"

namespace armillary {
namespace {

constexpr std::size_t kMaxSourceLine = 4096;

// Cuts between characters, never inside one.
std::string_view cut_to_characters(std::string_view line, std::size_t limit) {
  if (line.size() <= limit) return line;
  while (limit > 0 && (static_cast<unsigned char>(line[limit]) & 0xC0U) == 0x80U) --limit;
  return line.substr(0, limit);
}

auto sort_key(const Diagnostic& d) { return std::tie(d.path, d.line, d.column, d.code, d.text, d.end_column); }

}  // namespace

void Diagnostics::add(const Message& message, std::string text, const SourceFile& file, Span span) {
  const Position start = position_at(file.text, span.begin);
  const std::string_view line = line_at(file.text, span.begin);
  const std::string_view marked = file.slice(span);
  const std::string_view on_this_line = marked.substr(0, marked.find_first_of("\r\n"));
  all_.push_back({message.severity, message.code, std::move(text), file.path, start.line, start.column,
                  start.column + count_code_points(on_this_line),
                  std::string(cut_to_characters(line, kMaxSourceLine))});
}

void Diagnostics::add(const Message& message, std::string text, std::string_view path) {
  Diagnostic diagnostic;
  diagnostic.severity = message.severity;
  diagnostic.code = message.code;
  diagnostic.text = std::move(text);
  diagnostic.path = path;
  all_.push_back(std::move(diagnostic));
}

void Diagnostics::merge(Diagnostics&& other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
  other.all_.clear();
}

void Diagnostics::merge_at(Diagnostics&& other, const SourceFile& file, Span span) {
  for (Diagnostic& moved : other.all_) add({moved.severity, moved.code, {}}, std::move(moved.text), file, span);
  other.all_.clear();
}

void Diagnostics::sort() {
  std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  const auto same = [](const auto& a, const auto& b) { return sort_key(a) == sort_key(b); };
  all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

void Diagnostics::keep_first_at_each_place() {
  std::map<std::tuple<std::string, std::size_t, std::size_t, std::string_view>, std::size_t> places;  // to its index
  std::vector<Diagnostic> kept;
  std::vector<std::size_t> repeats;
  for (Diagnostic& diagnostic : all_) {
    const auto [place, is_new] =
        places.try_emplace({diagnostic.path, diagnostic.line, diagnostic.column, diagnostic.code}, kept.size());
    if (is_new || diagnostic.line == 0) {
      kept.push_back(std::move(diagnostic));
      repeats.push_back(0);
    } else {
      ++repeats[place->second];
    }
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (repeats[i] == 0) continue;
    std::string& text = kept[i].text;
    const std::size_t end = text.size() - (text.ends_with(')') ? 1 : 0);  // the last clause, in brackets or not
    text.insert(end, fmt::format(" and {} more", repeats[i]));
  }
  all_ = std::move(kept);
}

void Diagnostics::make_strict() {
  for (Diagnostic& diagnostic : all_) diagnostic.severity = Severity::error;
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(all_.begin(), all_.end(), [&](const auto& d) { return d.severity == severity; }));
}

}  // namespace armillary
