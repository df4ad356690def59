#include "templating/scope.h"

#include <algorithm>
#include <type_traits>

#include "templating/ast_walk.h"

namespace armillary::templating {

using namespace ast;

// --- The names of one scope

void Scope::define(const std::string& name, FirstValue first) {
  known_.variables[name] = first;
  if (slots_.emplace(name, frame_->slots).second) ++frame_->slots;
}

std::uint16_t Scope::declare_parameter(const std::string& name) {
  known_.stores.insert(name);
  define(name, FirstValue::parameter);
  return slots_.at(name);
}

void Scope::declare_parameters(const Target& target) {
  if (!target.name.empty()) declare_parameter(target.name);
  for (const Target& part : target.parts) declare_parameters(part);
}

void Scope::store(const std::string& name) {
  known_.stores.insert(name);
  if (!known_.variables.contains(name)) define(name, is_outer(name) ? FirstValue::outer : FirstValue::nothing);
}

void Scope::load(const std::string& name) {
  if (!find(name)) define(name, FirstValue::page);
}

std::optional<Scope::Variable> Scope::find(const std::string& name) {
  const auto here = known_.variables.find(name);
  if (here != known_.variables.end()) return Variable{this, slots_.at(name), here->second};
  return outer_ != nullptr ? outer_->find(name) : std::nullopt;
}

std::set<std::string> Scope::visible_names() const {
  std::set<std::string> names = known_.stores;
  if (outer_ != nullptr) names.merge(outer_->visible_names());
  return names;
}

void Scope::visit(const Body& body) {
  for (const Statement& statement : body) visit(statement);
}

void Scope::visit(const Expression& expression) {
  if (const auto* name = std::get_if<Name>(&expression.node)) return load(name->name);
  for_each_part(expression.node, [this](const Expression& part) { visit(part); });
}

void Scope::visit(const Target& target) {
  if (!target.name.empty()) store(target.name);
  for (const Target& part : target.parts) visit(part);
}

// Only what belongs to this scope: the inside of loops, macros, blocks and so on has scopes of its own.
class Scope::Finder {
 public:
  explicit Finder(Scope& scope) : scope_(scope) {}

  void operator()(const Text&) const {}
  void operator()(const Output& node) const { scope_.visit(node.value); }
  void operator()(const If& node) const { scope_.visit(node); }
  void operator()(const For& node) const { scope_.visit(node.items); }
  void operator()(const Set& node) const {
    scope_.visit(node.value);
    scope_.visit(node.target);
  }
  void operator()(const SetAttribute& node) const {
    scope_.visit(node.value);
    scope_.load(node.name.value);
  }
  void operator()(const SetBlock& node) const { scope_.visit(node.target); }
  void operator()(const With& node) const {
    for (const auto& [target, value] : node.values) scope_.visit(value);
  }
  void operator()(const Block&) const {}
  void operator()(const Extends& node) const { scope_.visit(node.name); }
  void operator()(const Include& node) const { scope_.visit(node.name); }
  void operator()(const Import& node) const {
    scope_.visit(node.name);
    scope_.store(node.as.value);
  }
  void operator()(const FromImport& node) const {
    scope_.visit(node.name);
    for (const auto& [exported, here] : node.names) scope_.store(here.value);
  }
  void operator()(const Macro& node) const { scope_.store(node.name.value); }
  void operator()(const CallBlock& node) const { scope_.visit(node.call); }
  void operator()(const FilterBlock& node) const { scope_.visit(node.filter); }

 private:
  Scope& scope_;
};

void Scope::visit(const Statement& statement) { std::visit(Finder(*this), statement.node); }

template <typename Visit>
Scope::Known Scope::known_after(Visit visit_branch) {
  Known before = known_;
  visit_branch();
  return std::exchange(known_, std::move(before));
}

// The branches of an `if` see the same names; what only some of them give a value to begins with the outer value.
void Scope::visit(const If& node) {
  visit(node.branches.front().test);
  std::vector<Known> branches;
  branches.push_back(known_after([&] { visit(node.branches.front().body); }));
  branches.push_back(known_after([&] {
    for (std::size_t i = 1; i < node.branches.size(); ++i) {
      visit(node.branches[i].test);
      const std::vector<Known> inner{known_after([&] { visit(node.branches[i].body); }), known_, known_};
      merge(inner);
    }
  }));
  branches.push_back(known_after([&] { visit(node.otherwise); }));
  merge(branches);
}

void Scope::merge(const std::vector<Known>& branches) {
  std::map<std::string, std::size_t> counts;
  for (const Known& branch : branches) {
    for (const std::string& name : branch.stores) {
      if (!stores(name)) ++counts[name];
    }
  }
  for (const Known& branch : branches) {
    for (const auto& [name, first] : branch.variables) known_.variables[name] = first;
    known_.stores.insert(branch.stores.begin(), branch.stores.end());
  }
  for (const auto& [name, count] : counts) {
    if (count < branches.size()) known_.variables[name] = is_outer(name) ? FirstValue::outer : FirstValue::page;
  }
}

// --- Searching below a scope

namespace {

enum class Use : std::uint8_t { load, store, parameter };

// Calls `on_name(name, use, span)` for every name in statements and everything inside, targets before values as
// Jinja's visitor does.
template <typename OnName>
class NameWalk {
 public:
  NameWalk(bool enters_blocks, OnName on_name) : enters_blocks_(enters_blocks), on_name_(on_name) {}

  void walk(const Body& body) {
    for (const Statement& statement : body) {
      std::visit([this](const auto& node) { this->walk_node(node); }, statement.node);
    }
  }
  void walk(const For& loop) { walk_node(loop); }

 private:
  void walk(const Expression& expression) {
    if (const auto* name = std::get_if<Name>(&expression.node)) on_name_(name->name, Use::load, expression.span);
    for_each_part(expression.node, [this](const Expression& part) { walk(part); });
  }
  void walk(const std::optional<Expression>& expression) {
    if (expression) walk(*expression);
  }
  void walk(const Target& target, Use use) {
    if (!target.name.empty()) on_name_(target.name, use, target.span);
    for (const Target& part : target.parts) walk(part, use);
  }
  void walk(const std::vector<Parameter>& parameters) {
    for (const Parameter& parameter : parameters) on_name_(parameter.name.value, Use::parameter, parameter.name.span);
    for (const Parameter& parameter : parameters) walk(parameter.default_value);
  }

  void walk_node(const Text&) {}
  void walk_node(const Output& node) { walk(node.value); }
  void walk_node(const If& node) {
    for (const Branch& branch : node.branches) {
      walk(branch.test);
      walk(branch.body);
    }
    walk(node.otherwise);
  }
  void walk_node(const For& node) {
    walk(node.target, Use::store);
    walk(node.items);
    walk(node.body);
    walk(node.otherwise);
    walk(node.condition);
  }
  void walk_node(const Set& node) {
    walk(node.target, Use::store);
    walk(node.value);
  }
  void walk_node(const SetAttribute& node) { walk(node.value); }
  void walk_node(const SetBlock& node) {
    walk(node.target, Use::store);
    walk(node.filter);
    walk(node.body);
  }
  void walk_node(const With& node) {
    for (const auto& [target, value] : node.values) walk(target, Use::parameter);
    for (const auto& [target, value] : node.values) walk(value);
    walk(node.body);
  }
  void walk_node(const Block& node) {
    if (enters_blocks_) walk(node.body);
  }
  void walk_node(const Extends& node) { walk(node.name); }
  void walk_node(const Include& node) { walk(node.name); }
  void walk_node(const Import& node) { walk(node.name); }
  void walk_node(const FromImport& node) { walk(node.name); }
  void walk_node(const Macro& node) {
    walk(node.parameters);
    walk(node.body);
  }
  void walk_node(const CallBlock& node) {
    walk(node.call);
    walk(node.parameters);
    walk(node.body);
  }
  void walk_node(const FilterBlock& node) {
    walk(node.body);
    walk(node.filter);
  }

  bool enters_blocks_;
  OnName on_name_;
};

}  // namespace

bool mentions(const Body& body, std::string_view name) {
  bool is_mentioned = false;
  bool is_hidden = false;
  NameWalk walk(false, [&](const std::string& found, Use use, Span) {
    if (found != name) return;
    if (use != Use::load) is_hidden = true;
    if (!is_hidden) is_mentioned = true;
  });
  walk.walk(body);
  return is_mentioned;
}

std::optional<Span> place_of_store(const For& loop, std::string_view name) {
  std::optional<Span> place;
  NameWalk walk(true, [&](const std::string& found, Use use, Span span) {
    if (found == name && use == Use::store && !place) place = span;
  });
  walk.walk(loop);
  return place;
}

bool has_scoped_block(const Body& body) {
  return std::any_of(body.begin(), body.end(), [](const Statement& statement) {
    return std::visit(
        [](const auto& node) {
          using Node = std::decay_t<decltype(node)>;
          bool found = false;
          if constexpr (std::is_same_v<Node, If>) {
            found = has_scoped_block(node.otherwise);
            for (const Branch& branch : node.branches) found = found || has_scoped_block(branch.body);
          } else if constexpr (std::is_same_v<Node, For>) {
            found = has_scoped_block(node.body) || has_scoped_block(node.otherwise);
          } else if constexpr (std::is_same_v<Node, Block>) {
            found = node.scoped || has_scoped_block(node.body);
          } else if constexpr (requires { node.body; }) {
            found = has_scoped_block(node.body);
          }
          return found;
        },
        statement.node);
  });
}

}  // namespace armillary::templating
