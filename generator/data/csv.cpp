#include "data/csv.h"

#include <algorithm>
#include <array>

namespace armillary {
namespace {

bool looks_like_formula(std::string_view text) {
  constexpr std::string_view kFirst = "=+-@\t\r'";
  constexpr std::array<std::string_view, 4> kFullWidth = {"＝", "＋", "－", "＠"};
  if (text.empty()) return false;
  if (kFirst.find(text.front()) != std::string_view::npos) return true;
  return std::any_of(kFullWidth.begin(), kFullWidth.end(),
                     [&](std::string_view first) { return text.starts_with(first); });
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text, ColumnType type) {
  const bool is_guarded = type == ColumnType::text && looks_like_formula(text);
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (is_guarded) out += '\'';
    out += text;
    return;
  }
  out += is_guarded ? "\"'" : "\"";
  for (std::size_t at = 0;;) {
    const std::size_t quote = text.find('"', at);
    out += text.substr(at, quote - at);
    if (quote == std::string_view::npos) break;
    out += "\"\"";
    at = quote + 1;
  }
  out += '"';
}

std::string csv_of(const Table& table) {
  std::size_t size = 64 * table.columns.size();
  for (const std::string_view cell : table.cells) size += cell.size() + 3;
  std::string out(kCsvSignature);
  out.reserve(size);
  const std::size_t width = table.columns.size();
  for (std::size_t i = 0; i < width; ++i) {
    if (i > 0) out += ',';
    append_csv_cell(out, table.columns[i].name, ColumnType::text);
  }
  out += "\r\n";
  for (std::size_t row = 0; row < table.cells.size(); row += width) {
    for (std::size_t i = 0; i < width; ++i) {
      if (i > 0) out += ',';
      append_csv_cell(out, table.cells[row + i], table.columns[i].type);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace armillary
