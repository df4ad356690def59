#include "link/embedded_view.h"

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "link/link_messages.h"
#include "model/check_view.h"

namespace armillary {
namespace {

std::vector<Located<std::string>> split_list(const Located<std::string>& text) {
  std::vector<Located<std::string>> out;
  std::size_t start = 0;
  while (start <= text.value.size()) {
    const std::size_t comma = std::min(text.value.find(',', start), text.value.size());
    if (comma > start) out.push_back({text.value.substr(start, comma - start), text.span});
    start = comma + 1;
  }
  return out;
}

// What a view names by one word.
struct NamedPart {
  std::string_view key;
  Located<std::string> ViewFile::*name;
};
constexpr std::array<NamedPart, 8> kNamedParts = {{{"rows", &ViewFile::rows},
                                                   {"field", &ViewFile::field},
                                                   {"cell", &ViewFile::cell},
                                                   {"sort", &ViewFile::sort},
                                                   {"lanes", &ViewFile::lanes},
                                                   {"link", &ViewFile::link},
                                                   {"group", &ViewFile::group},
                                                   {"root", &ViewFile::root}}};

bool set_argument(ViewFile& view, const std::string& key, const Located<std::string>& value) {
  if (key == "kinds") {
    view.kinds = split_list(value);
  } else if (key == "columns") {
    view.columns = split_list(value);
  } else {
    const auto part =
        std::find_if(kNamedParts.begin(), kNamedParts.end(), [&](const NamedPart& p) { return p.key == key; });
    if (part == kNamedParts.end()) return false;
    view.*part->name = value;
  }
  return true;
}

// Puts everything that a declared view names where the text names the view: its own places are in site.yaml.
void place_at(ViewFile& view, Span span) {
  for (auto* list : {&view.kinds, &view.columns}) {
    for (Located<std::string>& name : *list) name.span = span;
  }
  for (FieldCondition& condition : view.where) condition.field.span = span;
  for (const NamedPart& part : kNamedParts) (view.*part.name).span = span;
  view.type_place = span;
}

std::optional<ViewFile> find_view(const std::string& name, const SiteFile& site) {
  for (const ViewFile& view : site.views) {
    if (view.path.value == name) return view;
  }
  if (const auto type = view_type_named(name)) {
    ViewFile view;
    view.type = *type;
    return view;
  }
  return std::nullopt;
}

}  // namespace

std::optional<ViewFile> resolve_view(const markdown::EmbeddedView& block, const Corpus& corpus, const SourceFile& file,
                                     Diagnostics& diagnostics) {
  auto view = find_view(block.name.value, corpus.site);
  if (!view) {
    std::vector<std::string_view> known = view_type_names();
    for (const ViewFile& declared : corpus.site.views) known.emplace_back(declared.path.value);
    diagnostics.report(kUnknownEmbeddedView, file, block.name.span, block.name.value,
                       did_you_mean(block.name.value, known));
    return std::nullopt;
  }
  place_at(*view, block.name.span);
  const bool is_as_declared = !view->path.value.empty() && block.arguments.empty();
  if (is_as_declared) return view;  // site.yaml has been checked
  const std::size_t errors_before = diagnostics.errors_reported();
  for (const auto& [key, value] : block.arguments) {
    if (set_argument(*view, key.value, value)) continue;
    std::vector<std::string_view> known = {"kinds", "columns"};
    for (const NamedPart& part : kNamedParts) known.push_back(part.key);
    diagnostics.report(kUnknownViewArgument, file, key.span, key.value, did_you_mean(key.value, known));
  }
  check_view(*view, file, corpus.schema, diagnostics);
  if (diagnostics.errors_reported() != errors_before) return std::nullopt;
  return view;
}

}  // namespace armillary
