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
    if (!view_.lanes.value.empty()) check_type(view_.lanes, "'lanes'", {FieldType::choice, FieldType::ref});
    if (!view_.group.value.empty()) check_type(view_.group, "'group'", {FieldType::choice});
    if (view_.type == ViewType::matrix) check_matrix();
    if (view_.type == ViewType::diagram) check_diagram();
  }

 private:
  void check_kind(const Located<std::string>& kind) {
    if (schema_.find_kind(kind.value) != nullptr) return;
    diagnostics_.report(kUnknownViewKind, file_, kind.span, kind.value, did_you_mean(kind.value, schema_.kind_names()));
  }

  void check_type(const Located<std::string>& path, std::string_view what, const std::vector<FieldType>& allowed) {
    const Field* field = find_field(path);
    if (field == nullptr || std::find(allowed.begin(), allowed.end(), field->type) != allowed.end()) return;
    std::string names;
    for (const FieldType type : allowed) names += (names.empty() ? "" : " or ") + std::string(name_of(type));
    diagnostics_.report(kViewFieldType, file_, path.span, path.value, name_of(field->type), what, names);
  }

  void check_diagram() {
    if (view_.link.value.empty()) {
      diagnostics_.report(kDiagramWithoutLink, file_, view_.type_place);
    } else {
      check_type(view_.link, "'link'", {FieldType::ref});
    }
  }

  void check_matrix() {
    if (!view_.rows.value.empty()) check_kind(view_.rows);
    if (view_.field.value.empty()) {
      diagnostics_.report(kMatrixWithoutField, file_, view_.type_place);
      return;
    }
    check_type(view_.field, "a matrix", {FieldType::ref});
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
  const std::vector<std::string_view>& names = view_type_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<ViewType>(found - names.begin());
}

const std::vector<std::string_view>& view_type_names() {
  // In the order of ViewType.
  static const std::vector<std::string_view> kNames = {"timeline", "matrix", "table", "compare", "diagram"};
  return kNames;
}

void check_view(const ViewFile& view, const SourceFile& file, const Schema& schema, Diagnostics& diagnostics) {
  ViewChecker(view, file, schema, diagnostics).check();
}

}  // namespace armillary
