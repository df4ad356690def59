#include "link/check_references.h"

#include <algorithm>

#include "link/link_messages.h"

namespace armillary {

std::optional<RecordIndex> ReferenceChecker::find(const std::string& id, const SourceFile& file, Span span) {
  if (const auto index = corpus_.find(id)) return index;
  const auto& drafts = corpus_.hidden_drafts;
  if (std::binary_search(drafts.begin(), drafts.end(), id)) {
    diagnostics_.report(kDraftRecord, file, span, id);
    return std::nullopt;
  }
  diagnostics_.report(kUnknownRecord, file, span, id, hint_for(id));
  return std::nullopt;
}

std::string ReferenceChecker::hint_for(const std::string& id) {
  if (hints_ == Hints::left_out) return {};
  if (!ids_) {
    ids_.emplace(corpus_.ids());
    for (const Record& record : corpus_.records) {
      for (const Located<std::string>& alias : record.aliases) former_ids_.insert_or_assign(alias.value, &record);
    }
  }
  const auto renamed = former_ids_.find(id);
  return renamed == former_ids_.end() ? ids_->did_you_mean(id) : "; its id is '" + renamed->second->id + "' now";
}

std::optional<RecordIndex> ReferenceChecker::find_for(const Field& field, const std::string& id, const SourceFile& file,
                                                      Span span) {
  const auto index = find(id, file, span);
  if (!index || field.to.empty()) return index;
  const std::string& kind = corpus_.records[*index].kind->name;
  const auto is_of_kind = [&](const Located<std::string>& target) { return target.value == kind; };
  if (std::any_of(field.to.begin(), field.to.end(), is_of_kind)) return index;
  std::vector<std::string_view> allowed;
  for (const Located<std::string>& target : field.to) allowed.emplace_back(target.value);
  diagnostics_.report(kWrongKind, file, span, id, kind, field.name.value, list_of(allowed));
  return std::nullopt;
}

std::optional<RecordIndex> ReferenceChecker::find_cited(const std::string& id, const SourceFile& file, Span span) {
  const auto index = find(id, file, span);
  if (!index || corpus_.records[*index].kind->citation) return index;
  diagnostics_.report(kNotCitable, file, span, id, corpus_.records[*index].kind->name, id);
  return std::nullopt;
}

}  // namespace armillary
