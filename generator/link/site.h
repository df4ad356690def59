// The linked site: every reference leads somewhere, every relation is known from both ends, and what follows from
// the facts (dates, states, order) is worked out. Nothing is added to it later.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/corpus.h"

namespace armillary {

// A reference seen from its target.
struct Relation {
  RecordIndex from = 0;
  const Field* field = nullptr;     // the ref field; its `inverse` is the heading on the target's page
  const Group* entry = nullptr;     // the group's entry in which the reference stands; null at the top
  std::optional<PartialDate> date;  // of that entry, else of the record it comes from
};

// A dated fact that stands on timelines.
struct DatedStep {
  PartialDate date;
  const Field* field = nullptr;  // the date field
  const Group* entry = nullptr;  // the group's entry; null at the top
};

// A value that follows from dated steps.
struct DerivedState {
  const Field* field = nullptr;
  std::string term;
  std::optional<PartialDate> since;
};

struct LinkedRecord {
  std::vector<Relation> incoming;         // unordered: views sort by date and by title in their own language
  std::vector<RecordIndex> mentioned_by;  // records whose texts link here or cite it, sorted, without repetition
  std::vector<std::size_t> mentioned_by_pages;
  std::vector<RecordIndex> source_for;  // records that name it under `sources` or as a fact's source
  std::vector<DatedStep> steps;         // by date
  std::vector<DerivedState> states;
  std::optional<PartialDate> date;  // its earliest step
  bool is_lonely = false;           // nothing links to it and it links to nothing
};

// A former id that must go on answering.
struct Alias {
  std::string id;
  RecordIndex record = 0;
};

struct Site {
  std::unique_ptr<const Corpus> corpus;
  std::vector<LinkedRecord> links;                     // one a record, in the corpus's order
  std::vector<std::vector<std::uint32_t>> title_rank;  // [language][record]: the title's place in its order
  std::vector<Alias> aliases;
  std::optional<PartialDate> today;  // to the day: what "now" means for derived states

  const SiteFile& file() const { return corpus->site; }
  const Record& record(RecordIndex index) const { return corpus->records[index]; }

  // The state of a derived field, or null.
  const DerivedState* find_state(RecordIndex record, std::string_view field) const;
};

// Whether `a` comes before `b` in a list by date, then title, then id. Records without a date come last.
bool comes_before(const Site& site, LanguageIndex language, const std::optional<PartialDate>& date_a, RecordIndex a,
                  const std::optional<PartialDate>& date_b, RecordIndex b);

// By title, then id.
bool title_comes_before(const Site& site, LanguageIndex language, RecordIndex a, RecordIndex b);

}  // namespace armillary
