// Tables as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel reads Chinese wrongly, lines end with CR
// LF, the first line names the columns.
//
// A text that a spreadsheet would take for a formula (it begins with = + - @ or one of these in full width, a tab or a
// carriage return) gets an apostrophe before it, and so does a text that begins with an apostrophe: who reads the
// file drops the first apostrophe of a cell and has the text. Numbers and days stand as they are.
#pragma once

#include <string>
#include <string_view>

#include "data/table.h"

namespace armillary {

inline constexpr std::string_view kCsvSignature = "\xEF\xBB\xBF";

// One cell, quoted where it must be.
void append_csv_cell(std::string& out, std::string_view text, ColumnType type);

std::string csv_of(const Table& table);

}  // namespace armillary
