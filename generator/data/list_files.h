// The same lists that pages show, for programs and spreadsheets: `index.json` and `index.csv` beside a list's page, in
// the page's language.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "data/data_source.h"
#include "data/json_writer.h"
#include "data/table.h"
#include "view/step_view.h"
#include "view/view_context.h"

namespace armillary {

struct ListFiles {
  std::string json;
  std::string csv;
};

// What a list says of itself.
struct ListHead {
  std::string title;
  std::string address;  // of its page, relative to the site
};

// Each record as a row, made once a language and shared by all lists that it stands in.
class ListRows {
 public:
  ListRows(const DataSource& source, const ViewContext& context, std::size_t jobs);

  // {"title", "page", "language", "count", "records": [{"id", "kind", "title", "date", "state", "page", "data"}]}; as
  // CSV a column each.
  ListFiles of_records(const ListHead& head, const std::vector<RecordIndex>& records) const;

  // Instead of records "steps": [{"date", "step", "id", "title", "page"}].
  ListFiles of_steps(const ListHead& head, const std::vector<Step>& steps) const;

  // A view: a timeline's steps, a table's records with its columns, a matrix's entries one by one.
  ListFiles of_view(const ListHead& head, const ViewFile& view) const;

 private:
  struct Made {
    std::string json;
    std::string csv;
  };
  // A field among a table's columns.
  struct ShownField {
    const Field* field;
    std::size_t first_column;
    std::size_t columns;
  };
  Made make_row(RecordIndex index) const;
  std::string head_json(const ListHead& head, std::size_t count, std::string_view list) const;
  std::string record_page(RecordIndex record) const;
  std::vector<ShownField> add_fields(Table& table, const std::vector<RecordIndex>& records, const ViewFile& view) const;
  void add_value(RecordIndex index, const Field& field, JsonWriter& json, std::span<std::string> cells) const;
  ListFiles of_table(const ListHead& head, const ViewFile& view) const;
  ListFiles of_matrix(const ListHead& head, const ViewFile& view) const;

  const DataSource& source_;
  const ViewContext& context_;
  std::vector<Made> rows_;  // one a record
};

}  // namespace armillary
