#include "data/csv.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

std::string cell(std::string_view text, ColumnType type = ColumnType::text) {
  std::string out;
  append_csv_cell(out, text, type);
  return out;
}

}  // namespace

TEST_CASE("a cell is quoted where a comma, a quotation mark or a line end asks for it") {
  CHECK(cell("plain 文") == "plain 文");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
  CHECK(cell("\"") == "\"\"\"\"");
  CHECK(cell("").empty());
}

TEST_CASE("what a spreadsheet would take for a formula gets an apostrophe, and so does an apostrophe") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("+86") == "'+86");
  CHECK(cell("-5 %") == "'-5 %");
  CHECK(cell("@name") == "'@name");
  CHECK(cell("\t=1") == "'\t=1");
  CHECK(cell("\r=1") == "\"'\r=1\"");
  CHECK(cell("＝1") == "'＝1");
  CHECK(cell("'tis") == "''tis");
  CHECK(cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  CHECK(cell("a=1") == "a=1");
}

TEST_CASE("numbers and days stand as they are") {
  CHECK(cell("-5", ColumnType::number) == "-5");
  CHECK(cell("2023-11-01", ColumnType::day) == "2023-11-01");
}

TEST_CASE("a table begins with the mark of UTF-8 and the names of its columns; lines end with CR LF") {
  Table table;
  table.add_fixed("a");
  table.add_fixed("b", ColumnType::number);
  Row(table).add("x").add("-1");
  Row(table).add("y");
  CHECK(csv_of(table) ==
        "\xEF\xBB\xBF"
        "a,b\r\nx,-1\r\ny,\r\n");
}

TEST_CASE("of two columns with one name the second has a number, whatever the case") {
  Table table;
  table.add_fixed("date");
  table.add_fixed("Date");
  table.add_fixed("date");
  CHECK(csv_of(table) ==
        "\xEF\xBB\xBF"
        "date,Date_2,date_3\r\n");
}
