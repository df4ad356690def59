// All tables of a site's open data, in the order in which the data page lists them.
//
//   records      one row a record: what all kinds have
//   FOLDER       one row a record of a kind: all of its fields
//   relations    one row a reference; mentions: one a link in a text
//   GROUP        one row an entry of the groups of this name, of all kinds: parties, events …
//   facts        what each sourced fact rests on
//   steps        every date that stands on a timeline
//   sources, changes
//   texts        Markdown, only in the database
//
// Where two want one name, a kind's table goes before a group's, which is then called GROUP-entries.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "data/data_source.h"
#include "data/table.h"

namespace armillary {

enum class TableSubject { records, kind, relations, mentions, group, facts, steps, texts, sources, changes };

struct TablePlan {
  std::string name;
  TableSubject subject = TableSubject::records;
  const Kind* kind = nullptr;  // of a kind's table
  std::string group;           // of a group's table: the field's name

  // Whole texts are in JSON and in the database: a spreadsheet has no use for them.
  bool has_csv() const { return subject != TableSubject::texts; }
  std::string csv_name() const { return name + ".csv"; }
};

std::vector<TablePlan> plan_tables(const Site& site);

Table make_table(const DataSource& source, const TablePlan& plan, TableContent content);

}  // namespace armillary
