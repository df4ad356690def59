// A small observatory, written as texts, read from a folder of its own and linked.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/file_system.h"
#include "link/link.h"
#include "load/load.h"
#include "support/show_diagnostics.h"
#include "support/temporary_folder.h"

namespace armillary {

// File by its path under content/, such as "teas/puer.md".
using ContentFiles = std::map<std::string, std::string>;

inline void write_content(const TemporaryFolder& folder, const ContentFiles& files) {
  for (const auto& [name, text] : files) {
    const std::string path = folder.at(name);
    make_folders(path.substr(0, path.rfind('/')));
    write_file(path, text);
  }
}

inline std::unique_ptr<const Corpus> load_files(const TemporaryFolder& folder, Diagnostics& diagnostics,
                                                bool drafts = false, std::size_t jobs = 1) {
  return load_corpus({folder.path(), "content", drafts, jobs}, diagnostics);
}

// "PATH:LINE:COLUMN: CODE: TEXT\n" for each.
inline std::string show_all(Diagnostics diagnostics) {
  diagnostics.sort();
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += fmt::format("{}:{}:{}: {}: {}\n", d.path, d.line, d.column, d.code, d.text);
  }
  return out;
}

struct Observatory {
  TemporaryFolder folder;
  std::optional<Site> site;
  std::string reports;  // errors and warnings of reading and linking, as show_all gives them

  // REQUIRES that the site could be read.
  RecordIndex index(const std::string& id) const { return *site->corpus->find(id); }
  const Record& record(const std::string& id) const { return site->record(index(id)); }
};

inline std::unique_ptr<Observatory> observe(const ContentFiles& files,
                                            const std::optional<PartialDate>& today = std::nullopt) {
  auto out = std::make_unique<Observatory>();
  write_content(out->folder, files);
  Diagnostics diagnostics;
  auto corpus = load_files(out->folder, diagnostics);
  if (corpus != nullptr) out->site = link_site(std::move(corpus), today, 2, diagnostics);
  out->reports = show_all(std::move(diagnostics));
  return out;
}

// The files with others laid over them.
inline ContentFiles with(ContentFiles files, const ContentFiles& others) {
  for (const auto& [name, text] : others) files[name] = text;
  return files;
}

}  // namespace armillary
