// A table of open data: what one CSV file and one table of the database hold.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "schema/field.h"

namespace armillary {

enum class ColumnType { text, number, boolean, day };

// What a column tells of its field.
enum class ColumnRole {
  fixed,      // of no field: the table's own
  value,      // the value itself: an id, a number, a text
  label,      // the same in the words of a language
  first_day,  // of a date: the first day that it may mean
  last_day,
  since,    // of a derived choice: the date of the step that it follows from
  absence,  // `not-stated`, `not-checked` or `none-found`
  count,    // how many entries a group has; they have a table of their own
};

struct Column {
  std::string name;
  ColumnType type = ColumnType::text;
  ColumnRole role = ColumnRole::fixed;
  const Field* field = nullptr;           // null: fixed
  std::optional<LanguageIndex> language;  // of a text in one language
  bool is_record = false;                 // holds one record's id
  std::string word = {};                  // of a fixed column: its name without a language
};

// The texts of cells, in few large pieces of memory: with a string a cell, and a copy of all Markdown, a build of
// 10,000 records took 150 of 1,250 MB more.
class CellTexts {
 public:
  // A copy that lives as long as this does, also when it is moved.
  std::string_view keep(std::string_view text);

 private:
  std::vector<std::string> pieces_;  // never filled beyond the room they began with
};

// An empty cell says nothing, which is never "no". Copying would leave the cells with the texts of another.
struct Table {
  Table() = default;
  Table(Table&&) = default;
  Table& operator=(Table&&) = default;
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() = default;

  std::string name;  // of its file, without `.csv`
  std::vector<Column> columns;
  std::vector<std::string_view> cells;  // row after row; into `texts`, or what outlives the table
  CellTexts texts;

  std::size_t row_count() const { return columns.empty() ? 0 : cells.size() / columns.size(); }

  // Adds a column; where one of this name is there, under `name_2`. Returns its number. REQUIRES no rows.
  std::size_t add_column(Column column);
  void add_fixed(std::string column_name, ColumnType type = ColumnType::text);
  void add_record(std::string column_name);
  // `name_zh`, `name_en`
  void add_localized(const std::string& column_name, const Languages& languages);

  // Adds a row of empty cells and returns where it begins.
  std::size_t add_row();
  // Puts copies of texts into the cells from this one on.
  void fill(std::size_t cell, std::span<const std::string> filling);
};

// What a table is made for: its description needs no rows.
enum class TableContent { columns, columns_and_rows };

// What parts several values in one cell.
inline constexpr std::string_view kValueSeparator = " | ";

// Fills one row from left to right. Cells that are not reached are empty.
class Row {
 public:
  explicit Row(Table& table);

  Row& add(std::string_view cell);
  // A text that outlives the table, and is not copied.
  Row& borrow(std::string_view cell);
  Row& add(const LocalizedText& text, const Languages& languages);

 private:
  Table& table_;
  std::size_t next_;
};

}  // namespace armillary
