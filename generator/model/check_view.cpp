#include "model/check_view.h"

#include <algorithm>

#include "base/suggest.h"
#include "model/model_messages.h"

namespace armillary {
namespace {

// The kinds of a view, as the schema knows them.
std::vector<const Kind*> kinds_of(const ViewFile& view, const Schema& schema) {
  std::vector<const Kind*> out;
  for (const Kind& kind : schema.kinds) {
    const bool named =
        std::any_of(view.kinds.begin(), view.kinds.end(), [&](const auto& k) { return k.value == kind.name; });
    if (view.kinds.empty() || named) out.push_back(&kind);
  }
  return out;
}

class ViewChecker {
 public:
  ViewChecker(const ViewFile& view, const SourceFile& file, const Schema& schema, Diagnostics& diagnostics)
      : view_(view), file_(file), schema_(schema), diagnostics_(diagnostics), kinds_(kinds_of(view, schema)) {}

  void check() {
    for (const Located<std::string>& kind : view_.kinds) check_kind(kind);
    for (const Located<std::string>& column : view_.columns) find_field(column);
    for (const FieldCondition& condition : view_.where) find_field(condition.field);
    if (!view_.sort.value.empty()) find_field(view_.sort);
    if (view_.type == ViewType::matrix) check_matrix();
  }

 private:
  void check_kind(const Located<std::string>& kind) {
    if (schema_.find_kind(kind.value) != nullptr) return;
    diagnostics_.report(kUnknownViewKind, file_, kind.span, kind.value, did_you_mean(kind.value, schema_.kind_names()));
  }

  void check_matrix() {
    if (!view_.rows.value.empty()) check_kind(view_.rows);
    if (view_.field.value.empty()) {
      diagnostics_.report(kMatrixWithoutField, file_, view_.type_place);
      return;
    }
    const Field* field = find_field(view_.field);
    if (field != nullptr && field->type != FieldType::ref) {
      diagnostics_.report(kViewFieldType, file_, view_.field.span, view_.field.value, name_of(field->type), "a matrix",
                          "ref");
    }
    if (!view_.cell.value.empty()) find_field(view_.cell);
  }

  // The field in the first of the view's kinds that has it; a name that none has is reported.
  const Field* find_field(const Located<std::string>& path) {
    std::vector<std::string_view> names;
    for (const Kind* kind : kinds_) {
      if (const Field* field = kind->find_path(path.value)) return field;
      for (const Field& field : kind->fields) names.emplace_back(field.name.value);
    }
    if (kinds_.empty()) return nullptr;  // its kinds are unknown, which is reported already
    const std::string where = kinds_.size() == 1 ? "kind '" + kinds_.front()->name + "'" : "the view's kinds";
    diagnostics_.report(kUnknownViewField, file_, path.span, path.value, where, did_you_mean(path.value, names));
    return nullptr;
  }

  const ViewFile& view_;
  const SourceFile& file_;
  const Schema& schema_;
  Diagnostics& diagnostics_;
  std::vector<const Kind*> kinds_;
};

}  // namespace

std::optional<ViewType> view_type_named(std::string_view name) {
  if (name == "timeline") return ViewType::timeline;
  if (name == "matrix") return ViewType::matrix;
  if (name == "table") return ViewType::table;
  return std::nullopt;
}

void check_view(const ViewFile& view, const SourceFile& file, const Schema& schema, Diagnostics& diagnostics) {
  ViewChecker(view, file, schema, diagnostics).check();
}

}  // namespace armillary
