#include "view/matrix_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "link/derive.h"
#include "view/facet_values.h"
#include "view/site_views.h"
#include "view/step_view.h"

namespace armillary {
namespace {

struct CellEntry {
  const Term* term = nullptr;  // null: no `cell` field, or no value there
  std::optional<PartialDate> date;
};

// A term that some cell shows, with its place among the field's terms.
struct UsedTerm {
  const Term* term = nullptr;
  std::ptrdiff_t place = 0;
  std::size_t number = 0;  // in the legend, from 1
};

using Cells = std::map<std::pair<RecordIndex, RecordIndex>, std::vector<CellEntry>>;  // (row, column)

class MatrixMaker {
 public:
  MatrixMaker(const ViewContext& context, const ViewFile& view, const FacetIndex& facets)
      : context_(context), view_(view), facets_(facets) {}

  Value make();
  std::vector<MatrixEntry> entries();

 private:
  std::vector<RecordIndex> collect_columns();
  bool is_row(RecordIndex record) const {
    return view_.rows.value.empty() || context_.record(record).kind->name == view_.rows.value;
  }
  void collect(RecordIndex column, const Group& group, std::string_view path, std::string_view cell);
  void add(RecordIndex column, const Group& group, const Item& item, std::string_view cell);
  std::vector<RecordIndex> rows() const;
  Value entry_value(const CellEntry& entry) const;
  Value row_value(RecordIndex row, const std::vector<RecordIndex>& columns) const;
  void number_terms();
  Value legend() const;

  const ViewContext& context_;
  const ViewFile& view_;
  const FacetIndex& facets_;
  Cells cells_;
  std::set<RecordIndex> used_rows_;
  std::map<std::string, UsedTerm> terms_;
};

void MatrixMaker::add(RecordIndex column, const Group& group, const Item& item, std::string_view cell) {
  const auto* reference = std::get_if<Reference>(&item.datum);
  const auto row = reference != nullptr ? context_.site.corpus->find(reference->id) : std::nullopt;
  if (!row || !is_row(*row)) return;
  CellEntry entry;
  const FieldValue* value = cell.empty() ? nullptr : find_value(group, cell.substr(cell.rfind('.') + 1));
  if (value != nullptr && !value->items.empty()) {
    if (const auto* term = std::get_if<ChosenTerm>(&value->items.front().datum)) {
      entry.term = value->field->find_term(term->id);
    }
  }
  if (entry.term != nullptr) {
    terms_.try_emplace(entry.term->id, UsedTerm{entry.term, entry.term - value->field->terms.data(), 0});
  }
  entry.date = date_of_entry(group);
  cells_[{*row, column}].push_back(entry);
  used_rows_.insert(*row);
}

void MatrixMaker::collect(RecordIndex column, const Group& group, std::string_view path, std::string_view cell) {
  const std::size_t dot = path.find('.');
  const FieldValue* value = find_value(group, path.substr(0, dot));
  if (value == nullptr) return;
  for (const Item& item : value->items) {
    const auto* inner = std::get_if<Group>(&item.datum);
    if (dot == std::string_view::npos) {
      add(column, group, item, cell);
    } else if (inner != nullptr) {
      collect(column, *inner, path.substr(dot + 1), cell);
    }
  }
}

std::vector<RecordIndex> MatrixMaker::rows() const {
  std::vector<RecordIndex> out;
  for (RecordIndex i = 0; i < context_.site.links.size(); ++i) {
    if (view_.rows.value.empty() ? used_rows_.contains(i) : is_row(i)) out.push_back(i);
  }
  std::sort(out.begin(), out.end(),
            [&](RecordIndex a, RecordIndex b) { return title_comes_before(context_.site, context_.language, a, b); });
  return out;
}

Value MatrixMaker::entry_value(const CellEntry& entry) const {
  const Term* term = entry.term;
  Map out;
  out.set("id", term != nullptr ? term->id : std::string());
  out.set("number", term != nullptr ? terms_.at(term->id).number : 0);
  out.set("label", term != nullptr ? phrase(context_, term->label) : Value(""));
  out.set("text", term != nullptr ? phrase_text(context_, term->label) : std::string());
  out.set("date", entry.date ? date_value(context_, *entry.date) : Value::none());
  return out;
}

Value MatrixMaker::row_value(RecordIndex row, const std::vector<RecordIndex>& columns) const {
  Array cells;
  std::size_t count = 0;
  for (const RecordIndex column : columns) {
    Array entries;
    const auto found = cells_.find({row, column});
    if (found != cells_.end()) {
      ++count;
      for (const CellEntry& entry : found->second) entries.push_back(entry_value(entry));
    }
    cells.emplace_back(std::move(entries));
  }
  Map out;
  out.set("card", context_.cards[row]);
  out.set("cells", std::move(cells));
  out.set("count", count);
  return out;
}

// In the order in which the schema or the vocabulary names them.
void MatrixMaker::number_terms() {
  std::vector<UsedTerm*> order;
  for (auto& [id, used] : terms_) order.push_back(&used);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->place < b->place; });
  for (std::size_t i = 0; i < order.size(); ++i) order[i]->number = i + 1;
}

Value MatrixMaker::legend() const {
  Array out(terms_.size());
  for (const auto& [id, used] : terms_) {
    Map made;
    made.set("id", id);
    made.set("number", used.number);
    made.set("label", phrase(context_, used.term->label));
    out[used.number - 1] = Value(std::move(made));
  }
  return out;
}

// Fills the cells; the records that have any, by date and title.
std::vector<RecordIndex> MatrixMaker::collect_columns() {
  std::vector<RecordIndex> columns;
  for (const RecordIndex record : records_of_view(context_, view_)) {
    const std::size_t before = cells_.size();
    collect(record, context_.record(record).fields, view_.field.value, view_.cell.value);
    if (cells_.size() != before) columns.push_back(record);
  }
  std::sort(columns.begin(), columns.end(), [&](RecordIndex a, RecordIndex b) {
    return comes_before(context_.site, context_.language, context_.site.links[a].date, a, context_.site.links[b].date,
                        b);
  });
  return columns;
}

std::vector<MatrixEntry> MatrixMaker::entries() {
  const std::vector<RecordIndex> columns = collect_columns();
  std::vector<MatrixEntry> out;
  for (const RecordIndex row : rows()) {
    for (const RecordIndex column : columns) {
      const auto found = cells_.find({row, column});
      if (found == cells_.end()) continue;
      for (const CellEntry& entry : found->second) out.push_back({row, column, entry.term, entry.date});
    }
  }
  return out;
}

Value MatrixMaker::make() {
  const std::vector<RecordIndex> columns = collect_columns();
  number_terms();
  Map out;
  std::map<RecordIndex, std::size_t> parties_of;
  for (const auto& [place, entries] : cells_) ++parties_of[place.second];
  Array totals;
  for (const RecordIndex column : columns) totals.emplace_back(parties_of.at(column));
  Array column_values;
  for (const RecordIndex column : columns) column_values.push_back(context_.cards[column]);
  Array row_values;
  const std::vector<RecordIndex> parties = rows();
  for (const RecordIndex row : parties) row_values.push_back(row_value(row, columns));
  out.set("columns", std::move(column_values));
  out.set("totals", std::move(totals));
  out.set("rows", std::move(row_values));
  out.set("legend", legend());
  out.set("facets", facets_among(context_, facets_, parties, ListOf::many));
  out.set("column_facets", facets_among(context_, facets_, columns, ListOf::many));
  return out;
}

}  // namespace

std::vector<MatrixEntry> matrix_entries(const ViewContext& context, const ViewFile& view) {
  const FacetIndex no_facets;  // they only lead from a mark's label to its list
  return MatrixMaker(context, view, no_facets).entries();
}

Value matrix_value(const ViewContext& context, const ViewFile& view, const FacetIndex& facets) {
  return MatrixMaker(context, view, facets).make();
}

}  // namespace armillary
