#include "output/citation_files.h"

#include <atomic>

#include "base/parallel.h"
#include "view/cite_view.h"

namespace armillary {

std::size_t write_citation_files(const PageSources& sources, std::size_t jobs, const TakeFile& take) {
  if (!sources.site.file().has(Output::data)) return 0;
  const std::size_t records = sources.site.corpus->records.size();
  std::atomic<std::size_t> count = 0;
  parallel_for(records * sources.contexts.size(), jobs, [&](std::size_t i) {
    const ViewContext& context = sources.contexts[i / records];
    for (const CitationFile& file : citation_files(context, i % records, sources.base_url)) {
      take(file.address, file.bytes);
      ++count;
    }
  });
  return count;
}

}  // namespace armillary
