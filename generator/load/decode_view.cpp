#include "load/decode_view.h"

#include <algorithm>
#include <array>

#include "base/address_part.h"
#include "base/suggest.h"
#include "load/load_messages.h"
#include "model/check_view.h"
#include "model/model_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

// Addresses of contract section 4 that stand beside the views.
constexpr std::array<std::string_view, 5> kReservedPaths = {"pages", "years", "by", "search", "sitemap"};

bool is_reserved(std::string_view path) {
  return std::find(kReservedPaths.begin(), kReservedPaths.end(), path) != kReservedPaths.end();
}

std::vector<FieldCondition> decode_conditions(const ReadContext& context, const YamlNode& node) {
  std::vector<FieldCondition> out;
  MappingReader keys(node, context.file, context.diagnostics);
  for (const YamlEntry& entry : node.entries) {
    FieldCondition condition{entry.key, {}};
    if (entry.value.is_sequence()) {
      const auto values = keys.take_text_list(entry.key.value);
      if (!values) continue;
      for (const Located<std::string>& value : *values) condition.values.push_back(value.value);
    } else {
      const auto value = keys.take_text(entry.key.value);
      if (!value) continue;
      if (value->value != "present") condition.values.push_back(value->value);
    }
    out.push_back(std::move(condition));
  }
  keys.finish();
  return out;
}

ViewFile decode_view(const ReadContext& context, const YamlNode& node) {
  ViewFile view;
  MappingReader keys(node, context.file, context.diagnostics);
  const YamlNode* type_node = keys.require("view");
  const auto word = type_node != nullptr ? read_text(*type_node, context.file, context.diagnostics) : std::nullopt;
  if (word) {
    const auto type = view_type_named(word->value);
    if (!type) {
      const std::string hint = did_you_mean(word->value, view_type_names());
      context.diagnostics.report(kUnknownViewType, context.file, word->span, word->value,
                                 hint.empty() ? "; the views are " + list_of(view_type_names()) : hint);
    }
    view.type = type.value_or(ViewType::timeline);
    view.type_place = word->span;
  }
  const YamlNode* path = keys.require("path");
  if (path != nullptr) view.path = read_text(*path, context.file, context.diagnostics).value_or(view.path);
  if (const YamlNode* title = keys.require("title")) view.title = read_full_label(context, *title, "title");
  if (const YamlNode* intro = keys.take("intro")) view.intro = read_full_label(context, *intro, "intro");
  if (const auto kinds = keys.take_text_list("kinds")) view.kinds = *kinds;
  const auto take_name = [&](std::string_view key, Located<std::string>& name) {
    if (const auto text = keys.take_text(key)) name = *text;
  };
  take_name("rows", view.rows);
  take_name("field", view.field);
  take_name("cell", view.cell);
  take_name("lanes", view.lanes);
  take_name("link", view.link);
  take_name("group", view.group);
  take_name("root", view.root);
  if (const auto columns = keys.take_text_list("columns")) view.columns = *columns;
  if (const YamlNode* where = keys.take("where")) view.where = decode_conditions(context, *where);
  take_name("sort", view.sort);
  keys.finish();
  return view;
}

}  // namespace

std::vector<ViewFile> decode_views(const ReadContext& context, const YamlNode& node) {
  std::vector<ViewFile> views;
  if (!node.is_sequence()) {
    context.diagnostics.report(kManyGroups, context.file, node.span, "views");
    return views;
  }
  for (const YamlNode& item : node.items) {
    ViewFile view = decode_view(context, item);
    const auto same = [&](const ViewFile& other) { return other.path.value == view.path.value; };
    if (view.path.value.empty()) continue;
    if (!is_address_part(view.path.value)) {
      context.diagnostics.report(kBadViewPath, context.file, view.path.span, view.path.value);
    } else if (is_reserved(view.path.value)) {
      context.diagnostics.report(kReservedViewPath, context.file, view.path.span, view.path.value);
    } else if (std::any_of(views.begin(), views.end(), same)) {
      context.diagnostics.report(kDuplicateViewPath, context.file, view.path.span, view.path.value);
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace armillary
