#include "data/table_words.h"

namespace armillary {
namespace {

std::string_view word_of(TableSubject subject) {
  switch (subject) {
    case TableSubject::records:
      return "data_table_records";
    case TableSubject::kind:
      return "data_table_kind";
    case TableSubject::relations:
      return "data_table_relations";
    case TableSubject::mentions:
      return "data_table_mentions";
    case TableSubject::group:
      return "data_table_group";
    case TableSubject::facts:
      return "data_table_facts";
    case TableSubject::steps:
      return "data_table_steps";
    case TableSubject::texts:
      return "data_table_texts";
    case TableSubject::sources:
      return "data_table_sources";
    case TableSubject::changes:
      return "data_table_changes";
  }
  return {};
}

// Empty where the column holds the value itself.
std::string_view word_of(ColumnRole role) {
  switch (role) {
    case ColumnRole::fixed:
    case ColumnRole::value:
      return {};
    case ColumnRole::label:
      return "data_role_label";
    case ColumnRole::first_day:
      return "data_role_first_day";
    case ColumnRole::last_day:
      return "data_role_last_day";
    case ColumnRole::since:
      return "data_role_since";
    case ColumnRole::absence:
      return "data_role_absence";
    case ColumnRole::count:
      return "data_role_count";
  }
  return {};
}

// The first field of this name: a table of groups speaks for all of them.
const Field* field_named(const Schema& schema, const std::string& name) {
  for (const Kind& kind : schema.kinds) {
    if (const Field* field = kind.find_field(name)) return field;
  }
  return nullptr;
}

LocalizedText label_of(const DataSource& source, const Field& field) {
  return field.label.is_absent() ? LocalizedText::same_everywhere(field.name.value, source.languages().size())
                                 : field.label;
}

}  // namespace

LocalizedText title_of(const DataSource& source, const TablePlan& plan) {
  if (plan.kind != nullptr) return plan.kind->label_many;
  if (!plan.group.empty()) return label_of(source, *field_named(source.site.corpus->schema, plan.group));
  return source.word(std::string(word_of(plan.subject)) + "_title");
}

LocalizedText description_of(const DataSource& source, const TablePlan& plan) {
  return source.word(word_of(plan.subject));
}

LocalizedText title_of(const DataSource& source, const Column& column) {
  if (column.field == nullptr) return LocalizedText::same_everywhere(column.name, source.languages().size());
  return label_of(source, *column.field);
}

LocalizedText description_of(const DataSource& source, const Column& column) {
  if (column.field == nullptr) return source.word("data_column_" + column.word);
  const std::string_view role = word_of(column.role);
  return role.empty() ? column.field->help : source.word(role);
}

}  // namespace armillary
