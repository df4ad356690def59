#include "data/data_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "data/bibliography.h"
#include "data/field_columns.h"
#include "data/site_tables.h"
#include "data/table_words.h"
#include "data/versions.h"
#include "view/addresses.h"
#include "view/cite_view.h"

namespace armillary {
namespace {

class DataPageMaker {
 public:
  DataPageMaker(const ViewContext& context, const DataSource& source)
      : context_(context), source_(source), plans_(plan_tables(source.site)) {}

  Map make() const;

 private:
  Value table_value(const TablePlan& plan) const;
  Value column_value(const Column& column) const;
  Value kind_value(const Kind& kind) const;
  Value field_value(const Field& field, bool in_group) const;
  Value targets_of(const Field& field) const;
  Value terms_of(const Field& field) const;
  Value columns_value(const Field& field, bool in_group) const;
  Value bibliography() const;
  Value releases() const;
  std::string table_of(const Kind& kind) const;

  const ViewContext& context_;
  const DataSource& source_;
  std::vector<TablePlan> plans_;
};

Value DataPageMaker::column_value(const Column& column) const {
  Map out;
  out.set("name", column.name);
  out.set("description", phrase(context_, description_of(source_, column)));
  return out;
}

Value DataPageMaker::table_value(const TablePlan& plan) const {
  Array columns;
  for (const Column& column : make_table(source_, plan, TableContent::columns).columns) {
    if (column.field == nullptr) columns.push_back(column_value(column));
  }
  Map out;
  out.set("name", plan.name);
  out.set("address", plan.has_csv() ? Value("data/" + plan.csv_name()) : Value::none());
  out.set("kind", plan.kind != nullptr ? Value(plan.kind->name) : Value::none());
  out.set("is_group", !plan.group.empty());
  out.set("title", phrase(context_, title_of(source_, plan)));
  out.set("description", phrase(context_, description_of(source_, plan)));
  out.set("columns", std::move(columns));
  return out;
}

Value DataPageMaker::targets_of(const Field& field) const {
  Array out;
  for (const Located<std::string>& name : field.to) {
    const Kind* kind = source_.site.corpus->schema.find_kind(name.value);
    if (kind == nullptr) continue;
    Map made;
    made.set("name", kind->name);
    made.set("label", phrase(context_, kind->label_one));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value DataPageMaker::terms_of(const Field& field) const {
  Array out;
  for (const Term& term : field.terms) {
    Map made;
    made.set("id", term.id);
    made.set("label", phrase(context_, term.label));
    made.set("definition", phrase(context_, term.definition));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value DataPageMaker::columns_value(const Field& field, bool in_group) const {
  Array out;
  for (const Column& column : columns_of(field, source_.languages(), in_group)) out.emplace_back(column.name);
  return out;
}

Value DataPageMaker::field_value(const Field& field, bool in_group) const {
  const FieldWords words = field_words(context_, field);
  Map out;
  out.set("name", words.name);
  out.set("label", words.label);
  out.set("help", words.help);
  out.set("unit", words.unit);
  out.set("type", words.type);
  out.set("type_text", context_.words.plain("data_type_" + std::string(name_of(field.type))));
  out.set("required", field.required);
  out.set("many", field.many);
  out.set("localized", field.localized);
  out.set("sourced", field.sourced);
  out.set("derived", field.derived.has_value());
  out.set("pattern", field.pattern);
  out.set("min", field.min ? Value(fmt::format("{}", *field.min)) : Value::none());
  out.set("max", field.max ? Value(fmt::format("{}", *field.max)) : Value::none());
  out.set("targets", targets_of(field));
  out.set("terms", terms_of(field));
  out.set("columns", columns_value(field, in_group));
  Array inner;
  for (const Field& each : field.fields) inner.push_back(field_value(each, true));
  out.set("fields", std::move(inner));
  return out;
}

std::string DataPageMaker::table_of(const Kind& kind) const {
  const auto plan =
      std::find_if(plans_.begin(), plans_.end(), [&](const TablePlan& each) { return each.kind == &kind; });
  return plan->name;
}

Value DataPageMaker::kind_value(const Kind& kind) const {
  Array fields;
  for (const Field& field : kind.fields) fields.push_back(field_value(field, false));
  Map out;
  out.set("name", kind.name);
  out.set("label", phrase(context_, kind.label_many));
  out.set("help", phrase(context_, kind.help));
  out.set("csv", "data/" + table_of(kind) + ".csv");
  out.set("schema", "data/schema/" + kind.name + ".json");
  out.set("fields", std::move(fields));
  return out;
}

Value DataPageMaker::bibliography() const {
  Array out;
  if (citable_records(source_.site).empty()) return out;
  for (const citation::ExportFormat& format : citation::export_formats()) {
    out.emplace_back(bibliography_name(context_.lang(), format));
  }
  return out;
}

Value DataPageMaker::releases() const {
  Array out;
  for (const Release& release : source_.releases) {
    Array files;
    for (const ReleasedFile& file : release.files) {
      Map made;
      made.set("name", file.name);
      made.set("address", "data/" + released_name(release, file));
      made.set("bytes", static_cast<std::int64_t>(file.bytes));
      files.emplace_back(std::move(made));
    }
    Map made;
    made.set("version", release.version);
    made.set("files", std::move(files));
    out.emplace_back(std::move(made));
  }
  return out;
}

Map DataPageMaker::make() const {
  Array tables;
  Array kinds;
  for (const TablePlan& plan : plans_) {
    tables.push_back(table_value(plan));
    if (plan.kind != nullptr) kinds.push_back(kind_value(*plan.kind));
  }
  Map out;
  out.set("tables", std::move(tables));
  out.set("dictionary", std::move(kinds));
  out.set("bibliography", bibliography());
  const std::string version = current_version(source_.site);
  out.set("version", version);
  out.set("cite", cite_data_view(context_, version, source_.base_url));
  out.set("releases", releases());
  return out;
}

}  // namespace

Map data_page(const ViewContext& context, const DataSource& source) { return DataPageMaker(context, source).make(); }

}  // namespace armillary
