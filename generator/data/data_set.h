// What the descriptions of the data (catalog.h, data_package.h) speak of.
#pragma once

#include <string>
#include <vector>

#include "data/site_tables.h"

namespace armillary {

// A file of /data/ that was handed on.
struct DataFile {
  std::string name;  // relative to /data/: `records.csv`
  std::size_t bytes = 0;
  std::string sha256;
};

struct DataSet {
  std::vector<TablePlan> plans;
  std::vector<Table> tables;    // as many as plans
  std::vector<DataFile> files;  // the tables', and what holds everything; not the records one by one

  // The file of a table that has one, and the table of a file; null for all others.
  const DataFile* file_of(const TablePlan& plan) const;
  const TablePlan* plan_of(const DataFile& file) const;
};

}  // namespace armillary
