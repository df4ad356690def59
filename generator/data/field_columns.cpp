#include "data/field_columns.h"

#include "data/record_json.h"
#include "view/addresses.h"

namespace armillary {
namespace {

void append_value(std::string& cell, std::string_view value) {
  if (value.empty()) return;
  if (!cell.empty()) cell += kValueSeparator;
  cell += value;
}

// Fills the cells of one field.
class CellFiller {
 public:
  CellFiller(const FieldCells& place, const Field& field, std::span<std::string> cells)
      : place_(place), field_(field), cells_(cells) {}

  void fill(const FieldValue* value, const DerivedState* state);

 private:
  const Languages& languages() const { return place_.source.languages(); }
  template <typename Text>
  void add_by_language(const Text& text);
  void add(std::string_view value) { append_value(cells_[0], value); }
  void add_item(const Item& item);
  void add_term(const std::string& id);
  void add_target(const std::string& id);
  void add_date(const PartialDate& date);

  const FieldCells& place_;
  const Field& field_;
  std::span<std::string> cells_;
};

// Cells of a text in several languages; `text(language)` gives it.
template <typename Text>
void CellFiller::add_by_language(const Text& text) {
  const std::size_t first = is_by_language(field_) ? 0 : 1;
  for (LanguageIndex i = 0; i < languages().size(); ++i) append_value(cells_[first + i], text(i));
}

void CellFiller::add_term(const std::string& id) {
  add(id);
  const Term* term = field_.find_term(id);
  add_by_language([&](LanguageIndex i) { return term->label.best(i); });
}

void CellFiller::add_target(const std::string& id) {
  add(id);
  if (const auto target = place_.source.site.corpus->find(id)) {
    add_by_language([&](LanguageIndex i) { return place_.source.site.record(*target).title().best(i); });
  }
}

void CellFiller::add_date(const PartialDate& date) {
  add(date.to_string());
  append_value(cells_[1], first_day_of(date));
  append_value(cells_[2], last_day_of(date));
}

void CellFiller::add_item(const Item& item) {
  const Datum& datum = item.datum;
  if (const auto* localized = std::get_if<LocalizedText>(&datum)) {
    add_by_language([&](LanguageIndex i) { return localized->in(i); });
  } else if (const auto* markdown = std::get_if<LocalizedMarkdown>(&datum)) {
    if (!is_by_language(field_)) return add(markdown->written.front());
    add_by_language([&](LanguageIndex i) { return std::string_view(markdown->written[i]); });
  } else if (const auto* tagged = std::get_if<TaggedText>(&datum)) {
    add(tagged->tag + ": " + tagged->text);
  } else if (const auto* term = std::get_if<ChosenTerm>(&datum)) {
    add_term(term->id);
  } else if (const auto* reference = std::get_if<Reference>(&datum)) {
    add_target(reference->id);
  } else if (const auto* date = std::get_if<PartialDate>(&datum)) {
    add_date(*date);
  } else if (const auto* file = std::get_if<AttachedFile>(&datum)) {
    add(place_.source.base_url + attachment_address(place_.record.kind->folder, file->name));
  } else if (!std::holds_alternative<Group>(datum)) {
    add(text_of(place_.source, item));
  }
}

void CellFiller::fill(const FieldValue* value, const DerivedState* state) {
  if (state != nullptr) {
    add_term(state->term);
    if (state->since) cells_.back() = state->since->to_string();
  }
  if (value == nullptr) return;
  if (value->absence) cells_.back() = word_of(*value->absence);
  if (field_.type == FieldType::group) {
    if (!place_.in_group) {
      cells_[0] = std::to_string(value->items.size());
    } else if (value->has_value()) {
      JsonWriter json;
      append_field(json, place_.source, *value, place_.record.kind->folder);
      cells_[0] = json.take();
    }
  }
  for (const Item& item : value->items) add_item(item);
}

}  // namespace

std::vector<Column> columns_of(const Field& field, const Languages& languages, bool in_group) {
  std::vector<Column> out;
  const std::string& name = field.name.value;
  const auto add = [&](const std::string& suffix, ColumnRole role, ColumnType type) {
    out.push_back({name + suffix, type, role, &field, std::nullopt, false});
  };
  const auto add_languages = [&](ColumnRole role) {
    for (LanguageIndex i = 0; i < languages.size(); ++i) {
      add("_" + languages[i].key, role, ColumnType::text);
      out.back().language = i;
    }
  };
  const bool is_coded = field.type == FieldType::choice || field.type == FieldType::ref;
  if (field.type == FieldType::group && !in_group) {
    add("_count", ColumnRole::count, ColumnType::number);
  } else if (is_by_language(field)) {
    add_languages(ColumnRole::value);
  } else {
    const bool is_number = field.type == FieldType::number && !field.many;
    const bool is_flag = field.type == FieldType::boolean && !field.many;
    add("", ColumnRole::value, is_number ? ColumnType::number : is_flag ? ColumnType::boolean : ColumnType::text);
    out.back().is_record = field.type == FieldType::ref && !field.many;
  }
  if (is_coded) add_languages(ColumnRole::label);
  if (field.type == FieldType::date) {
    const ColumnType type = field.many ? ColumnType::text : ColumnType::day;
    add("_first_day", ColumnRole::first_day, type);
    add("_last_day", ColumnRole::last_day, type);
  }
  if (field.derived) add("_since", ColumnRole::since, ColumnType::text);
  if (field.sourced && !field.derived) add("_absence", ColumnRole::absence, ColumnType::text);
  return out;
}

bool has_same_form(const Field& a, const Field& b) {
  return a.type == b.type && a.localized == b.localized && a.any_language == b.any_language && a.many == b.many &&
         a.sourced == b.sourced && a.derived.has_value() == b.derived.has_value();
}

void FieldCells::fill(const Field& field, const FieldValue* value, const DerivedState* state,
                      std::span<std::string> cells) const {
  CellFiller(*this, field, cells).fill(value, state);
}

std::string text_of(const DataSource& source, const Item& item) {
  const Datum& datum = item.datum;
  if (const auto* text = std::get_if<PlainText>(&datum)) return text->text;
  if (const auto* localized = std::get_if<LocalizedText>(&datum)) return std::string(localized->best(0));
  if (const auto* tagged = std::get_if<TaggedText>(&datum)) return tagged->text;
  if (const auto* date = std::get_if<PartialDate>(&datum)) return date->to_string();
  if (const auto* number = std::get_if<Decimal>(&datum)) return number->written;
  if (const auto* term = std::get_if<ChosenTerm>(&datum)) return term->id;
  if (const auto* flag = std::get_if<bool>(&datum)) return *flag ? "true" : "false";
  if (const auto* reference = std::get_if<Reference>(&datum)) return reference->id;
  if (const auto* file = std::get_if<AttachedFile>(&datum)) return file->name;
  if (const auto* texts = std::get_if<LocalizedMarkdown>(&datum)) {
    for (const std::string& written : texts->written) {
      if (!written.empty()) return written;
    }
    return {};
  }
  JsonWriter json;
  append_group(json, source, std::get<Group>(datum), "");
  return json.take();
}

std::string first_day_of(const PartialDate& date) { return point_of_day(date.earliest_day()).to_string(); }
std::string last_day_of(const PartialDate& date) { return point_of_day(date.latest_day()).to_string(); }

}  // namespace armillary
