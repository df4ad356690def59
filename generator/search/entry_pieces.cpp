#include "search/entry_pieces.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_string.h"
#include "base/parallel.h"
#include "view/addresses.h"

namespace armillary {
namespace {

class EntryJson {
 public:
  EntryJson(const ViewContext& context, const SearchEntry& entry) : context_(context), entry_(entry) {}

  // `text` is where its text stands, as write_texts tells it.
  std::string make(const std::string& text);

 private:
  void add(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out_ += out_.size() > 1 ? ",\"" : "\"";
    out_.append(key).append("\":");
    append_json_string(out_, value);
  }
  void add_names();
  const LocalizedText* summary() const;

  const ViewContext& context_;
  const SearchEntry& entry_;
  std::string out_ = "{";
};

const LocalizedText* EntryJson::summary() const {
  if (entry_.is_page) return &context_.site.corpus->pages[entry_.index].summary;
  const FieldValue* summary = context_.record(entry_.index).find("summary");
  return summary == nullptr || summary->items.empty() ? nullptr
                                                      : std::get_if<LocalizedText>(&summary->items.front().datum);
}

// Its title in the other languages, then its names.
void EntryJson::add_names() {
  std::vector<std::string_view> names;
  const LocalizedText& title = title_of(context_.site, entry_);
  for (LanguageIndex i = 0; i < context_.site.file().languages.size(); ++i) {
    const std::string_view other = title.in(i);
    if (!other.empty() && other != title.best(context_.language)) names.push_back(other);
  }
  for (const std::string_view name : names_of(context_.site, entry_)) names.push_back(name);
  if (names.empty()) return;
  out_ += ",\"names\":[";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out_ += ',';
    append_json_string(out_, names[i]);
  }
  out_ += ']';
}

std::string EntryJson::make(const std::string& text) {
  const Corpus& corpus = *context_.site.corpus;
  const LocalizedText& title = title_of(context_.site, entry_);
  add("address", entry_.is_page ? page_address(context_.lang(), corpus.pages[entry_.index])
                                : record_address(context_.lang(), corpus.records[entry_.index]));
  add("title", title.best(context_.language));
  if (!title.has(context_.language) && !title.is_absent()) {
    add("lang", context_.site.file().languages[title.shown_in(context_.language)].tag);
  }
  add_names();
  if (const LocalizedText* shown = summary()) add("summary", shown->in(context_.language));
  if (!entry_.is_page) {
    const LinkedRecord& links = context_.site.links[entry_.index];
    if (links.date) add("date", context_.format.date(*links.date));
  }
  if (!text.empty()) out_ += ",\"text\":" + text;
  return out_ + "}";
}

}  // namespace

PieceList write_entries(const PieceWriter& writer, const ViewContext& context, const SearchEntries& entries,
                        const std::vector<std::string>& places, std::size_t jobs) {
  const std::size_t count = entries.entries.size();
  std::vector<std::string> digests((count + kEntriesPerPiece - 1) / kEntriesPerPiece);
  parallel_for(digests.size(), jobs, [&](std::size_t i) {
    std::string piece = "[";
    for (std::size_t at = i * kEntriesPerPiece; at < std::min(count, (i + 1) * kEntriesPerPiece); ++at) {
      if (piece.size() > 1) piece += ",\n";
      piece += EntryJson(context, entries.entries[at]).make(places[at]);
    }
    digests[i] = writer.write(fmt::format("e{}", i), ".json", piece + "]");
  });
  PieceList out;
  for (const std::string& digest : digests) out.digests += digest;
  return out;
}

}  // namespace armillary
