#include "base/diagnostic.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <tuple>

#include "base/file_system.h"
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

// Throws FileError if the text was let go and cannot be read any more.
void set_place(Diagnostic& diagnostic, const SourceFile& file, Span span) {
  if (!file.stored_at.empty()) return set_place(diagnostic, {file.path, read_file(file.stored_at)}, span);
  const Position start = position_at(file.text, span.begin);
  const std::string_view marked = file.slice(span);
  const std::string_view on_this_line = marked.substr(0, marked.find_first_of("\r\n"));
  diagnostic.path = file.path;
  diagnostic.line = start.line;
  diagnostic.column = start.column;
  diagnostic.end_column = start.column + count_code_points(on_this_line);
  diagnostic.source_line = cut_to_characters(line_at(file.text, span.begin), kMaxSourceLine);
}

// Whether a test of the tests wants to see what happens where this message is never given (tests/tools/mutation.py).
bool is_withheld([[maybe_unused]] std::string_view code) {
#ifdef ARMILLARY_WITHHOLDS_MESSAGES
  const char* withheld = std::getenv("ARMILLARY_WITHHELD_MESSAGE");
  return withheld != nullptr && code == withheld;
#else
  return false;
#endif
}

auto sort_key(const Diagnostic& d) { return std::tie(d.path, d.line, d.column, d.code, d.text, d.end_column); }

}  // namespace

std::string fill_in_order(std::string_view text, const MessageParts& parts) {
  std::string out;
  std::size_t next = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' && text[i] != '}') {
      out += text[i];
    } else if (text.substr(i, 2) == "{}") {
      if (next < parts.size()) out += parts[next++];
      ++i;
    } else {
      out += text[i++];  // a doubled brace
    }
  }
  return out;
}

Diagnostic Diagnostics::tell(const Message& message, MessageParts parts) {
  Diagnostic diagnostic;
  diagnostic.severity = message.severity;
  diagnostic.code = message.code;
  diagnostic.wording = message.text;
  diagnostic.text = fill_in_order(message.text, parts);
  diagnostic.parts = std::move(parts);
  return diagnostic;
}

void Diagnostics::take(Diagnostic told) {
  if (is_withheld(told.code)) return;
  errors_reported_ += told.severity == Severity::error ? 1 : 0;
  all_.push_back(std::move(told));
}

void Diagnostics::report_parts(const Message& message, const SourceFile& file, Span span, MessageParts parts,
                               MessageParts additions) {
  if (is_one_of_many(message, file)) return;
  Diagnostic told = tell(message, std::move(parts));
  for (const std::string& addition : additions) told.text += addition;
  told.additions = std::move(additions);
  set_place(told, file, span);
  take(std::move(told));
}

bool Diagnostics::is_one_of_many(const Message& message, const SourceFile& file) {
  if (is_withheld(message.code)) return false;
  Told& told = told_[{file.path, message.code}];
  ++told.count;
  if (told.count <= kMostOfOneCode) {
    told.last = all_.size();
    return false;
  }
  errors_reported_ += message.severity == Severity::error ? 1 : 0;
  Diagnostic& last = all_[told.last];
  if (told.count > kMostOfOneCode + 1) {
    last.text.resize(last.text.size() - last.additions.back().size());
    last.additions.pop_back();
  }
  last.additions.push_back(fmt::format(" and {} more", told.count - kMostOfOneCode));
  last.text += last.additions.back();
  return true;
}

void Diagnostics::merge(Diagnostics&& other) {
  std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
  errors_reported_ += other.errors_reported_;
  other = {};
}

void Diagnostics::merge_at(Diagnostics&& other, const SourceFile& file, Span span) {
  for (Diagnostic& moved : other.all_) {
    set_place(moved, file, span);
    all_.push_back(std::move(moved));
  }
  errors_reported_ += other.errors_reported_;
  other = {};
}

void Diagnostics::sort() {
  told_.clear();
  std::sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  const auto same = [](const auto& a, const auto& b) { return sort_key(a) == sort_key(b); };
  all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
}

void Diagnostics::keep_first_at_each_place() {
  told_.clear();
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
    kept[i].additions.push_back(fmt::format(" and {} more", repeats[i]));
    kept[i].text += kept[i].additions.back();
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
