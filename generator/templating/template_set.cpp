#include "templating/template_set.h"

#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "templating/compiler.h"
#include "templating/lexer.h"
#include "templating/parser.h"
#include "templating/renderer.h"

namespace armillary::templating {
namespace {

// Reports each circle of templates that include, import or extend each other once.
class CycleFinder {
 public:
  CycleFinder(const std::vector<TemplateLink>& links, Diagnostics& diagnostics)
      : links_(links), diagnostics_(diagnostics) {}

  void visit(const code::Template* from) {
    State& state = states_[from];
    if (state != State::unvisited) return;
    state = State::open;
    path_.push_back(from);
    for (const TemplateLink& link : links_) {
      if (link.from != from) continue;
      if (states_[link.to] == State::open) report(link);
      visit(link.to);
    }
    path_.pop_back();
    states_[from] = State::done;
  }

 private:
  enum class State : std::uint8_t { unvisited, open, done };

  void report(const TemplateLink& link) {
    std::string circle;
    for (auto at = std::find(path_.begin(), path_.end(), link.to); at != path_.end(); ++at) {
      circle += "'" + (*at)->name + "' names ";
    }
    circle += "'" + link.to->name + "'";
    diagnostics_.report(kTemplateCycle, link.from->file, link.place, link.to->name, circle);
  }

  const std::vector<TemplateLink>& links_;
  Diagnostics& diagnostics_;
  std::map<const code::Template*, State> states_;
  std::vector<const code::Template*> path_;
};

// What to tell about a name that is not defined: where it is, or which others are like it.
std::string hint_for_name(const std::string& name, const CodeSet& set, const Map& globals, const Map& page,
                          const Place& place) {
  if (page.find(MapKey(name)) != nullptr) {
    return "; the page has it, but an imported template sees it only as an argument or if imported 'with context'";
  }
  std::vector<std::string_view> names = builtin_names();
  for (const auto& [known, value] : globals.entries()) names.push_back(known.text());
  for (const auto& [known, value] : page.entries()) names.push_back(known.text());
  for (const auto& entry : set.templates()) {
    if (&entry->file != place.file) continue;
    names.insert(names.end(), entry->names.begin(), entry->names.end());
  }
  const bool is_elsewhere = std::find(names.begin(), names.end(), name) != names.end();
  if (is_elsewhere) return " here, only further down or inside of another loop, block or macro";
  return did_you_mean(name, names);
}

}  // namespace

TemplateSet TemplateSet::compile(std::vector<NamedTemplate> templates, Diagnostics& diagnostics) {
  auto set = std::make_shared<CodeSet>();
  std::vector<std::pair<code::Template*, ast::Body>> trees;
  for (NamedTemplate& given : templates) {
    if (set->find(given.name) != nullptr) {
      diagnostics.report_file(kDuplicateTemplate, given.file.path, given.name);
      continue;
    }
    given.file.text = with_plain_line_ends(std::move(given.file.text));
    code::Template& added = set->add(std::move(given.name), std::move(given.file));
    Diagnostics found;
    ast::Body tree = parse_template(added.file, found);
    if (!found.has_errors()) trees.emplace_back(&added, std::move(tree));
    diagnostics.merge(std::move(found));
  }
  std::vector<TemplateLink> links;
  for (const auto& [result, tree] : trees) {
    const std::vector<TemplateLink> named = compile_template(tree, *result, *set, diagnostics);
    links.insert(links.end(), named.begin(), named.end());
  }
  CycleFinder cycles(links, diagnostics);
  for (const auto& [result, tree] : trees) cycles.visit(result);
  TemplateSet result;
  result.code_ = std::move(set);
  return result;
}

bool TemplateSet::has(std::string_view name) const { return code_ != nullptr && code_->find(name) != nullptr; }

bool TemplateSet::render(std::string_view name, const Map& globals, const Map& page, std::string_view subject,
                         std::string& out, Diagnostics& diagnostics) const {
  const std::size_t size_before = out.size();
  const code::Template* found = code_ != nullptr ? code_->find(name) : nullptr;
  if (found == nullptr) {
    const std::vector<std::string_view> names =
        code_ != nullptr ? code_->template_names() : std::vector<std::string_view>();
    diagnostics.report_file(kUnknownTemplate, "", name, did_you_mean(name, names));
    return false;
  }
  try {
    Renderer(*code_, globals, page).render(*found, out);
    return true;
  } catch (const RenderError& error) {
    out.resize(size_before);
    MessageParts parts = error.parts;
    if (!error.unknown_name.empty()) {
      parts = {error.unknown_name, hint_for_name(error.unknown_name, *code_, globals, page, error.place)};
    }
    diagnostics.report_parts(*error.message, *error.place.file, error.place.span, std::move(parts),
                             {fmt::format(" (while making {})", subject)});
    return false;
  }
}

}  // namespace armillary::templating
