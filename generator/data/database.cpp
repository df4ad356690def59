#include "data/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <new>

#include "base/file_system.h"

namespace armillary {
namespace {

constexpr int kPageSize = 16384;  // bytes

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct EndStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

void expect(bool is_well, sqlite3* database) {
  if (is_well) return;
  throw FileError("database", std::string("cannot make the database: ") + sqlite3_errmsg(database));
}

void execute(const Database& database, const std::string& command) {
  expect(sqlite3_exec(database.get(), command.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK, database.get());
}

// A name as SQL takes it, whatever it is.
std::string quoted(std::string name) {
  std::replace(name.begin(), name.end(), '-', '_');
  return "\"" + name + "\"";
}

std::string_view sql_type(ColumnType type) {
  switch (type) {
    case ColumnType::number:
      return "NUMERIC";
    case ColumnType::boolean:
      return "INTEGER";
    case ColumnType::text:
    case ColumnType::day:
      return "TEXT";
  }
  return {};
}

// A table of records has ids, which are unique in it.
bool has_key(const Table& table) { return !table.columns.empty() && table.columns.front().name == "id"; }

std::string create_command(const Table& table) {
  std::string out = "CREATE TABLE " + quoted(table.name) + " (";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i > 0) out += ", ";
    out += quoted(table.columns[i].name) + " " + std::string(sql_type(table.columns[i].type));
    if (i == 0 && has_key(table)) out += " PRIMARY KEY";
  }
  return out + ")";
}

void bind(sqlite3_stmt* statement, int place, std::string_view cell, ColumnType type) {
  if (cell.empty()) {
    sqlite3_bind_null(statement, place);
  } else if (type == ColumnType::boolean) {
    sqlite3_bind_int(statement, place, cell == "true" ? 1 : 0);
  } else {
    sqlite3_bind_text(statement, place, cell.data(), static_cast<int>(cell.size()), SQLITE_STATIC);
  }
}

void insert_rows(const Database& database, const Table& table) {
  std::string command = "INSERT INTO " + quoted(table.name) + " VALUES (";
  for (std::size_t i = 0; i < table.columns.size(); ++i) command += i == 0 ? "?" : ",?";
  command += ")";
  sqlite3_stmt* prepared = nullptr;
  const int status = sqlite3_prepare_v2(database.get(), command.c_str(), -1, &prepared, nullptr);
  const Statement statement(prepared);
  expect(status == SQLITE_OK, database.get());
  const std::size_t width = table.columns.size();
  for (std::size_t row = 0; row < table.cells.size(); row += width) {
    for (std::size_t i = 0; i < width; ++i) {
      bind(prepared, static_cast<int>(i) + 1, table.cells[row + i], table.columns[i].type);
    }
    expect(sqlite3_step(prepared) == SQLITE_DONE, database.get());
    sqlite3_reset(prepared);
  }
}

// Has the database grow in one piece of memory, which is its file as it stands; otherwise it would be kept in pages and
// copied in the end.
void keep_in_one_piece(const Database& database, const std::vector<Table>& tables) {
  constexpr sqlite3_int64 kMostBytes = sqlite3_int64{1} << 46U;
  sqlite3_int64 expected = kPageSize;
  for (const Table& table : tables) {
    for (const std::string_view cell : table.cells) expected += static_cast<sqlite3_int64>(cell.size()) + 1;
  }
  expected += expected / 4;
  auto* memory = static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(expected)));
  if (memory == nullptr) throw std::bad_alloc();
  const unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
  expect(sqlite3_deserialize(database.get(), "main", memory, 0, expected, flags) == SQLITE_OK, database.get());
  sqlite3_int64 most = kMostBytes;
  expect(sqlite3_file_control(database.get(), "main", SQLITE_FCNTL_SIZE_LIMIT, &most) == SQLITE_OK, database.get());
}

void give(const Database& database, const std::function<void(std::string_view bytes)>& take) {
  sqlite3_int64 size = 0;
  const unsigned char* bytes = sqlite3_serialize(database.get(), "main", &size, SQLITE_SERIALIZE_NOCOPY);
  expect(bytes != nullptr, database.get());
  take({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
}

}  // namespace

void make_database(const std::vector<Table>& tables, const std::function<void(std::string_view bytes)>& take) {
  sqlite3* opened = nullptr;
  const int status = sqlite3_open(":memory:", &opened);
  const Database database(opened);
  expect(status == SQLITE_OK, opened);
  keep_in_one_piece(database, tables);
  // Texts are some kilobytes long: in larger pages less is left over.
  execute(database,
          fmt::format("PRAGMA page_size = {}; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; BEGIN", kPageSize));
  for (const Table& table : tables) {
    execute(database, create_command(table));
    insert_rows(database, table);
    for (const Column& column : table.columns) {
      const bool is_searched = column.is_record && column.role == ColumnRole::fixed;
      if (!is_searched) continue;
      execute(database, "CREATE INDEX " + quoted(table.name + "_by_" + column.name) + " ON " + quoted(table.name) +
                            " (" + quoted(column.name) + ")");
    }
  }
  execute(database, "COMMIT");
  give(database, take);
}

}  // namespace armillary
