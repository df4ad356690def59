#include "data/site_tables.h"

#include <algorithm>

#include "data/fact_tables.h"
#include "data/record_tables.h"

namespace armillary {
namespace {

using enum TableSubject;

// Tables of groups, each once, in the order of the schema.
std::vector<std::string> names_of_groups(const Schema& schema) {
  std::vector<std::string> out;
  for (const Kind& kind : schema.kinds) {
    for (const Field& field : kind.fields) {
      const bool is_new = std::find(out.begin(), out.end(), field.name.value) == out.end();
      if (field.type == FieldType::group && is_new) out.push_back(field.name.value);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Kinds in the order that site.yaml gives, then by name.
std::vector<const Kind*> kinds_in_order(const Site& site) {
  std::vector<const Kind*> out;
  for (const Located<std::string>& name : site.file().kinds) {
    if (const Kind* kind = site.corpus->schema.find_kind(name.value)) out.push_back(kind);
  }
  for (const Kind& kind : site.corpus->schema.kinds) {
    if (std::find(out.begin(), out.end(), &kind) == out.end()) out.push_back(&kind);
  }
  return out;
}

class Planner {
 public:
  std::vector<TablePlan> plan(const Site& site);

 private:
  void add(const std::string& name, const std::string& suffix, TablePlan plan);

  std::vector<TablePlan> tables_;
};

// The first to come has the name; who comes later stands under `name` + `suffix`. Names that differ only in the mark
// between their words are one to a database.
void Planner::add(const std::string& name, const std::string& suffix, TablePlan plan) {
  const auto plain = [](std::string text) {
    std::replace(text.begin(), text.end(), '-', '_');
    return text;
  };
  const auto is_taken = [&](const std::string& wanted) {
    return std::any_of(tables_.begin(), tables_.end(),
                       [&](const TablePlan& other) { return plain(other.name) == plain(wanted); });
  };
  plan.name = name;
  while (is_taken(plan.name)) plan.name += suffix;
  tables_.push_back(std::move(plan));
}

std::vector<TablePlan> Planner::plan(const Site& site) {
  add("records", "", {"", records, nullptr, ""});
  add("relations", "", {"", relations, nullptr, ""});
  add("mentions", "", {"", mentions, nullptr, ""});
  add("facts", "", {"", facts, nullptr, ""});
  add("steps", "", {"", steps, nullptr, ""});
  add("texts", "", {"", texts, nullptr, ""});
  add("sources", "", {"", sources, nullptr, ""});
  add("changes", "", {"", changes, nullptr, ""});
  for (const Kind* each : kinds_in_order(site)) add(each->folder, "-records", {"", kind, each, ""});
  for (const std::string& name : names_of_groups(site.corpus->schema)) {
    add(name, "-entries", {"", group, nullptr, name});
  }
  return std::move(tables_);
}

}  // namespace

std::vector<TablePlan> plan_tables(const Site& site) { return Planner().plan(site); }

Table make_table(const DataSource& source, const TablePlan& plan, TableContent content) {
  Table out;
  out.name = plan.name;
  switch (plan.subject) {
    case records:
      fill_records(source, content, out);
      break;
    case kind:
      fill_kind(source, *plan.kind, content, out);
      break;
    case group:
      fill_group(source, plan.group, content, out);
      break;
    case relations:
      fill_relations(source, content, out);
      break;
    case mentions:
      fill_mentions(source, content, out);
      break;
    case facts:
      fill_facts(source, content, out);
      break;
    case steps:
      fill_steps(source, content, out);
      break;
    case texts:
      fill_texts(source, content, out);
      break;
    case sources:
      fill_sources(source, content, out);
      break;
    case changes:
      fill_changes(source, content, out);
      break;
  }
  return out;
}

}  // namespace armillary
