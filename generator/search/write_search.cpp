#include "search/write_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <set>

#include "base/parallel.h"
#include "base/utf8.h"
#include "search/entry_pieces.h"
#include "search/index_texts.h"
#include "search/manifest.h"
#include "search/term_pieces.h"
#include "search/text_pieces.h"

namespace armillary {
namespace {

// The Han characters of all titles and names.
std::vector<char32_t> characters_of_names(const Site& site, const SearchEntries& entries, const HanForms& forms) {
  std::set<char32_t> out;
  const auto add = [&](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (const char32_t c = next_code_point(text, at); is_unspaced(c)) out.insert(forms.simplified(c));
    }
  };
  for (const SearchEntry& entry : entries.entries) {
    for (LanguageIndex i = 0; i < site.file().languages.size(); ++i) add(title_of(site, entry).in(i));
    for (const std::string_view name : names_of(site, entry)) add(name);
  }
  return {out.begin(), out.end()};
}

// Bodies are cut into pieces so many entries at a time: whichever thread takes them, the pieces are the same.
constexpr std::size_t kEntriesPerBlock = 16;

class IndexWriter {
 public:
  IndexWriter(const SearchSources& sources, std::size_t jobs, const TakeFile& take)
      : sources_(sources),
        jobs_(std::max<std::size_t>(1, jobs)),
        entries_(order_entries(sources.site)),
        sounds_(characters_of_names(sources.site, entries_, forms_)),
        concepts_(sources.site.corpus->glossary, sources.site.file().languages.size(), forms_),
        take_([this, &take](const std::string& name, const FileContent& content) {
          take(name, content);
          ++files_;
        }) {}

  std::size_t write();

 private:
  void write_language(LanguageIndex language);
  TermPieces write_dictionary(const PieceWriter& writer, const ViewContext& context, std::vector<std::string>& places);
  std::vector<std::string> index_block(const ViewContext& context, std::size_t first, PostingCollector& postings,
                                       TextIndexer& indexer) const;
  std::string index_entry(const ViewContext& context, std::size_t number, TextIndexer& indexer) const;

  const SearchSources& sources_;
  std::size_t jobs_;
  HanForms forms_;
  SearchEntries entries_;
  HanSounds sounds_;
  ConceptFinder concepts_;
  std::atomic<std::size_t> files_ = 0;
  TakeFile take_;
};

std::size_t IndexWriter::write() {
  // A language's terms are merged and written by one thread: two languages at once.
  parallel_for(sources_.contexts.size(), jobs_, [&](std::size_t i) { write_language(i); });
  return files_;
}

// Gives the entry's body.
std::string IndexWriter::index_entry(const ViewContext& context, std::size_t number, TextIndexer& indexer) const {
  const EntryTexts texts = texts_of(context, sources_.facets, entries_.entries[number]);
  std::string body;
  body.reserve(texts.size_of_bodies());
  for (const EntryText& text : texts.texts) {
    indexer.add(text.part, text.text);
    if (text.part == TextPart::body) body.append(body.empty() ? "" : "\n").append(text.text);
  }
  return body;
}

// Gives the bodies of the entries from `first` on.
std::vector<std::string> IndexWriter::index_block(const ViewContext& context, std::size_t first,
                                                  PostingCollector& postings, TextIndexer& indexer) const {
  std::vector<std::string> bodies(std::min(kEntriesPerBlock, entries_.entries.size() - first));
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    postings.begin_entry(static_cast<std::uint32_t>(first + i));
    bodies[i] = index_entry(context, first + i, indexer);
  }
  return bodies;
}

// `places` is filled with where the body of each entry stands.
TermPieces IndexWriter::write_dictionary(const PieceWriter& writer, const ViewContext& context,
                                         std::vector<std::string>& places) {
  const TermRules rules{forms_, sounds_, concepts_, sources_.site.corpus->glossary};
  const std::size_t blocks = (places.size() + kEntriesPerBlock - 1) / kEntriesPerBlock;
  std::vector<PostingCollector> collectors(std::min(jobs_, std::max<std::size_t>(1, blocks)));
  parallel_for(collectors.size(), jobs_, [&](std::size_t i) {
    TextIndexer indexer(rules, collectors[i]);
    for (std::size_t block = blocks * i / collectors.size(); block < blocks * (i + 1) / collectors.size(); ++block) {
      const std::size_t first = block * kEntriesPerBlock;
      auto written = write_texts(writer, first, index_block(context, first, collectors[i], indexer));
      std::move(written.begin(), written.end(), places.begin() + static_cast<std::ptrdiff_t>(first));
    }
  });
  TermWriter terms(writer);
  merge_terms(collectors, jobs_, [&](IndexTerm& term) { terms.add(term); });
  return terms.finish();
}

void IndexWriter::write_language(LanguageIndex language) {
  const ViewContext& context = sources_.contexts[language];
  const PieceWriter writer(take_, "search/" + context.lang().key + "/");
  std::vector<std::string> places(entries_.entries.size());
  const TermPieces terms = write_dictionary(writer, context, places);
  const PieceList entries = write_entries(writer, context, entries_, places, jobs_);
  writer.write_manifest(make_manifest(writer, context, sources_.facets, entries_, concepts_, terms, entries));
}

}  // namespace

std::size_t write_search(const SearchSources& sources, std::size_t jobs, const TakeFile& take) {
  return IndexWriter(sources, jobs, take).write();
}

}  // namespace armillary
