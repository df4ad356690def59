#include "search/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/json_string.h"
#include "search/entry_pieces.h"
#include "view/facet_values.h"

namespace armillary {
namespace {

// Joins JSON values with commas.
class JsonList {
 public:
  JsonList& text(std::string_view value) {
    part();
    append_json_string(out_, value);
    return *this;
  }
  JsonList& raw(std::string_view value) {
    part();
    out_ += value;
    return *this;
  }
  std::string list() const { return "[" + out_ + "]"; }

 private:
  void part() {
    if (!out_.empty()) out_ += ',';
  }
  std::string out_;
};

class ManifestMaker {
 public:
  ManifestMaker(const PieceWriter& writer, const ViewContext& context, const FacetIndex& facets,
                const SearchEntries& entries)
      : writer_(writer), context_(context), facets_(facets), entries_(entries) {}

  std::string kinds() const;
  std::string facets() const;
  std::string years() const;
  std::string glossary(const ConceptFinder& concepts) const;
  static std::string words(const TermPieces& terms);

 private:
  static std::string gaps(std::vector<std::uint32_t> numbers);
  std::string importance_of(const SearchKind& kind) const;
  std::string label_of(const Facet& facet) const;
  std::string facet_piece(const Facet& facet) const;
  std::string_view text(const LocalizedText& localized) const {
    return localized.is_absent() ? std::string_view() : localized.best(context_.language);
  }

  const PieceWriter& writer_;
  const ViewContext& context_;
  const FacetIndex& facets_;
  const SearchEntries& entries_;
};

// Rising numbers, each as its distance from the one before.
std::string ManifestMaker::gaps(std::vector<std::uint32_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  JsonList out;
  std::uint32_t last = 0;
  for (const std::uint32_t number : numbers) {
    out.raw(std::to_string(number - last));
    last = number;
  }
  return out.list();
}

// How many entries are referred to by at least 1, 2, 4, 8 … others: they come first in the kind.
std::string ManifestMaker::importance_of(const SearchKind& kind) const {
  JsonList out;
  for (std::size_t least = 1;; least *= 2) {
    std::size_t count = 0;
    while (count < kind.count && entries_.entries[kind.first + count].importance >= least) ++count;
    if (count == 0) return out.list();
    out.raw(std::to_string(count));
  }
}

std::string ManifestMaker::kinds() const {
  JsonList out;
  for (const SearchKind& kind : entries_.kinds) {
    JsonList one;
    const bool is_pages = kind.kind == nullptr;
    one.text(is_pages ? "page" : kind.kind->name);
    one.text(is_pages ? context_.words.plain("pages") : text(kind.kind->label_many));
    one.text(is_pages ? context_.words.plain("page") : text(kind.kind->label_one));
    one.raw(std::to_string(kind.count)).raw(importance_of(kind));
    out.raw(one.list());
  }
  return out.list();
}

// [[id, label, gaps], …]
std::string ManifestMaker::facet_piece(const Facet& facet) const {
  std::vector<const FacetOption*> order;
  for (const FacetOption& option : facet.options) order.push_back(&option);
  if (facet.field->type == FieldType::ref) {
    std::stable_sort(order.begin(), order.end(),
                     [&](const FacetOption* a, const FacetOption* b) { return option_comes_before(context_, *a, *b); });
  }
  JsonList out;
  for (const FacetOption* option : order) {
    std::vector<std::uint32_t> numbers;
    for (const RecordIndex record : option->members) numbers.push_back(entries_.number_of_record[record]);
    JsonList one;
    one.text(option->id);
    one.text(text(option->term != nullptr ? option->term->label : context_.record(option->target).title()));
    out.raw(one.raw(gaps(std::move(numbers))).list());
  }
  return out.list();
}

// Its label; with its kind's where other facets have the same.
std::string ManifestMaker::label_of(const Facet& facet) const {
  std::string label(text(facet.field->label));
  if (label.empty()) return facet.field->name.value;
  const auto has_label = [&](const Facet& other) { return text(other.field->label) == label; };
  if (std::count_if(facets_.facets.begin(), facets_.facets.end(), has_label) < 2) return label;
  for (const SearchKind& kind : entries_.kinds) {
    if (kind.kind == nullptr || kind.kind->find_path(facet.path) == nullptr) continue;
    return label.append(" · ").append(text(kind.kind->label_many));
  }
  return label;
}

// [[path, label, other names, digest], …]; the pieces are `fN-….json`.
std::string ManifestMaker::facets() const {
  JsonList out;
  for (std::size_t i = 0; i < facets_.facets.size(); ++i) {
    const Facet& facet = facets_.facets[i];
    if (facet.options.empty()) continue;
    JsonList names;
    for (const SearchName& name : context_.site.file().search.names) {
      if (name.field.value == facet.path) names.text(name.name);
    }
    for (const Located<std::string>& kind : facet.field->to) names.text(kind.value);
    JsonList one;
    one.text(facet.path).text(label_of(facet)).raw(names.list());
    one.raw(std::to_string(i)).text(writer_.write(fmt::format("f{}", i), ".json", facet_piece(facet)));
    out.raw(one.list());
  }
  return out.list();
}

// The digest of [[year, gaps], …]: the entries with a dated step in that year.
std::string ManifestMaker::years() const {
  std::map<int, std::vector<std::uint32_t>> by_year;
  for (RecordIndex i = 0; i < context_.site.links.size(); ++i) {
    for (const DatedStep& step : context_.site.links[i].steps) {
      std::vector<std::uint32_t>& numbers = by_year[step.date.year()];
      if (numbers.empty() || numbers.back() != entries_.number_of_record[i]) {
        numbers.push_back(entries_.number_of_record[i]);
      }
    }
  }
  if (by_year.empty()) return "null";
  JsonList out;
  for (const auto& [year, numbers] : by_year) {
    out.raw(JsonList().raw(std::to_string(year)).raw(gaps(numbers)).list());
  }
  return "\"" + writer_.write("y0", ".json", out.list()) + "\"";
}

// [[id, label, words …], …]
std::string ManifestMaker::glossary(const ConceptFinder& concepts) const {
  JsonList out;
  const std::vector<Term>& terms = context_.site.corpus->glossary;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    JsonList one;
    one.text(terms[i].id).text(text(terms[i].label));
    for (const std::string& word : concepts.words_of(i)) {
      if (word != text(terms[i].label)) one.text(word);
    }
    out.raw(one.list());
  }
  return out.list();
}

std::string ManifestMaker::words(const TermPieces& terms) {
  JsonList out;
  for (const auto& [first, digest] : terms.words) out.raw(JsonList().text(first).text(digest).list());
  return out.list();
}

}  // namespace

std::string make_manifest(const PieceWriter& writer, const ViewContext& context, const FacetIndex& facets,
                          const SearchEntries& entries, const ConceptFinder& concepts, const TermPieces& terms,
                          const PieceList& entry_pieces) {
  const ManifestMaker maker(writer, context, facets, entries);
  std::string out = fmt::format("{{\"version\":1,\"count\":{},\n", entries.entries.size());
  out += "\"kinds\":" + maker.kinds() + ",\n";
  out += "\"facets\":" + maker.facets() + ",\n";
  out += "\"years\":" + maker.years() + ",\n";
  out += "\"glossary\":" + maker.glossary(concepts) + ",\n";
  out += "\"words\":" + ManifestMaker::words(terms) + ",\n";
  out += R"("traditional":")" + terms.traditional + "\",\n";
  out += fmt::format("\"perPiece\":{},\n", kEntriesPerPiece);
  out += "\"terms\":" + piece_list_json(writer, "t", terms.terms) + ",\n";
  out += "\"entries\":" + piece_list_json(writer, "e", entry_pieces) + "}\n";
  return out;
}

}  // namespace armillary
