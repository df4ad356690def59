// Everything that was read, before anything is linked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/id_table.h"
#include "model/record.h"
#include "model/site_file.h"
#include "schema/schema.h"

namespace armillary {

using RecordIndex = std::size_t;

struct Corpus {
  SiteFile site;
  Schema schema;                           // its copies share the kinds that records point to
  std::vector<Term> glossary;              // of the vocabulary that the site file names under `search`
  std::vector<SourceFile> files;           // front matter and bodies, by path
  std::vector<Record> records;             // by id
  std::vector<Page> pages;                 // by id
  std::vector<std::string> hidden_drafts;  // ids of records that are drafts and were left out, sorted
  std::vector<std::string> attachments;    // files beside records that a field names, relative to content/

  // To be called once all records are there and before any is looked for.
  void index_records();
  std::optional<RecordIndex> find(std::string_view id) const;
  const Page* find_page(std::string_view id) const;
  std::vector<std::string_view> ids() const;
  const SourceFile& file_of(const Record& record) const { return files[record.file]; }

 private:
  IdTable places_;  // of records
};

}  // namespace armillary
