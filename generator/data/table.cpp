#include "data/table.h"

#include <algorithm>

namespace armillary {
namespace {

// Of the texts of cells, in bytes. More than a string holds within itself, so that what moves is not the text.
constexpr std::size_t kPieceSize = 16'384;

// Names of columns are the same to a database in upper and lower case.
bool is_same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::size_t Table::add_column(Column column) {
  const std::string wanted = column.name;
  const auto is_taken = [&](const Column& other) { return is_same_name(other.name, column.name); };
  for (int number = 2; std::any_of(columns.begin(), columns.end(), is_taken); ++number) {
    column.name = wanted + "_" + std::to_string(number);
  }
  columns.push_back(std::move(column));
  return columns.size() - 1;
}

void Table::add_fixed(std::string column_name, ColumnType type) {
  Column column;
  column.word = column_name;
  column.name = std::move(column_name);
  column.type = type;
  add_column(std::move(column));
}

void Table::add_record(std::string column_name) {
  add_fixed(std::move(column_name));
  columns.back().is_record = true;
}

void Table::add_localized(const std::string& column_name, const Languages& languages) {
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    add_fixed(column_name + "_" + languages[i].key);
    columns.back().language = i;
    columns.back().word = column_name;
  }
}

std::string_view CellTexts::keep(std::string_view text) {
  const bool has_room = !pieces_.empty() && pieces_.back().capacity() - pieces_.back().size() >= text.size();
  if (!has_room) pieces_.emplace_back().reserve(std::max(kPieceSize, text.size()));
  std::string& piece = pieces_.back();
  const std::size_t begin = piece.size();
  return std::string_view(piece.append(text)).substr(begin);
}

std::size_t Table::add_row() {
  const std::size_t begin = cells.size();
  cells.resize(begin + columns.size());
  return begin;
}

void Table::fill(std::size_t cell, std::span<const std::string> filling) {
  for (const std::string& text : filling) cells[cell++] = texts.keep(text);
}

Row::Row(Table& table) : table_(table), next_(table.add_row()) {}

Row& Row::add(std::string_view cell) { return borrow(table_.texts.keep(cell)); }

Row& Row::borrow(std::string_view cell) {
  table_.cells[next_++] = cell;
  return *this;
}

Row& Row::add(const LocalizedText& text, const Languages& languages) {
  for (LanguageIndex i = 0; i < languages.size(); ++i) add(text.in(i));
  return *this;
}

}  // namespace armillary
