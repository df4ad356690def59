// Whether everything that names a record names one that is there and may be named.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "base/suggest.h"
#include "model/corpus.h"

namespace armillary {

class ReferenceChecker {
 public:
  // Suggestions cost time for each wrong id; without them what is reported only tells that something is wrong.
  enum class Hints { given, left_out };

  ReferenceChecker(const Corpus& corpus, Diagnostics& diagnostics, Hints hints = Hints::given)
      : corpus_(corpus), diagnostics_(diagnostics), hints_(hints) {}

  // The record with this id; nothing after reporting at `span` that there is none.
  std::optional<RecordIndex> find(const std::string& id, const SourceFile& file, Span span);

  // As find; also reports a record of a kind that the field does not take.
  std::optional<RecordIndex> find_for(const Field& field, const std::string& id, const SourceFile& file, Span span);

  // As find; also reports a record whose kind cannot be cited.
  std::optional<RecordIndex> find_cited(const std::string& id, const SourceFile& file, Span span);

 private:
  std::string hint_for(const std::string& id);

  const Corpus& corpus_;
  Diagnostics& diagnostics_;
  Hints hints_;
  // Made for the first mistake.
  std::optional<Suggester> ids_;
  std::map<std::string_view, const Record*> former_ids_;
};

}  // namespace armillary
