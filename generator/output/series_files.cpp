#include "output/series_files.h"

#include "data/csv.h"
#include "data/series_table.h"
#include "view/series_view.h"

namespace armillary {

std::size_t write_series_files(const PageSources& sources, const TakeFile& take) {
  std::size_t count = 0;
  if (sources.data == nullptr) return count;
  for (const Record& record : sources.site.corpus->records) {
    for (const FieldValue& value : record.fields) {
      if (!is_series(value)) continue;
      const std::string csv = csv_of(series_table(*sources.data, record, value));
      for (const Language& language : sources.site.file().languages) {
        take(series_address(language, record, *value.field), csv);
        ++count;
      }
    }
  }
  return count;
}

}  // namespace armillary
