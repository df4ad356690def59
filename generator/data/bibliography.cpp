#include "data/bibliography.h"

#include <fmt/format.h>

#include "view/cited_work.h"

namespace armillary {

std::vector<RecordIndex> citable_records(const Site& site) {
  std::vector<RecordIndex> out;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    if (site.record(i).kind->citation) out.push_back(i);
  }
  return out;
}

std::string bibliography_name(const Language& language, const citation::ExportFormat& format) {
  return fmt::format("citations/{}.{}", language.key, format.ending);
}

std::vector<citation::Work> cited_works(const ViewContext& context, const std::vector<RecordIndex>& records) {
  std::vector<citation::Work> out;
  out.reserve(records.size());
  for (const RecordIndex record : records) out.push_back(cited_work(context, record).work);
  return out;
}

}  // namespace armillary
