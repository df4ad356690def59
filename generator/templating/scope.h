// Which variable a name means: Jinja's scoping. A scope is a loop's body, a `with`, a macro, a block, ...; `if` has
// none. A name that a scope gives a value to is the scope's own in all of it, and begins with the outer value.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "templating/ast.h"

namespace armillary::templating {

// What the scopes of one frame share.
struct FrameLayout {
  std::uint16_t slots = 0;
  bool has_closures = false;
};

// Where a variable's first value comes from.
enum class FirstValue : std::uint8_t {
  parameter,  // it is there before the scope is entered
  page,       // what the page, the site or the templates above call so
  outer,      // the variable of that name further out
  nothing
};

class Scope {
 public:
  struct Variable {
    Scope* scope = nullptr;
    std::uint16_t slot = 0;
    FirstValue first = FirstValue::nothing;
  };

  Scope(FrameLayout& frame, Scope* outer) : frame_(&frame), outer_(outer) {}

  // These find out the names; all before any is looked up.
  std::uint16_t declare_parameter(const std::string& name);
  void declare_parameters(const ast::Target& target);
  void visit(const ast::Body& body);
  void visit(const ast::Expression& expression);

  // The variable that a name means here. None if the name was not visited here or further out.
  std::optional<Variable> find(const std::string& name);
  // Every name that is given a value here or further out.
  std::set<std::string> visible_names() const;

  const std::map<std::string, FirstValue>& variables() const { return known_.variables; }
  bool stores(const std::string& name) const { return known_.stores.contains(name); }
  const std::set<std::string>& stores() const { return known_.stores; }
  std::uint16_t slot(const std::string& name) const { return slots_.at(name); }
  Scope* outer() const { return outer_; }
  FrameLayout& frame() const { return *frame_; }

  // That a macro refers to a variable of this scope.
  void capture(const std::string& name) { captured_.insert(name); }
  bool is_captured(const std::string& name) const { return captured_.contains(name); }

 private:
  struct Known {
    std::map<std::string, FirstValue> variables;
    std::set<std::string> stores;
  };

  class Finder;

  void visit(const ast::Statement& statement);
  void visit(const ast::Target& target);
  void visit(const ast::If& node);
  void store(const std::string& name);
  void load(const std::string& name);
  void define(const std::string& name, FirstValue first);
  bool is_outer(const std::string& name) const { return outer_ != nullptr && outer_->find(name).has_value(); }
  template <typename Visit>
  Known known_after(Visit visit);
  void merge(const std::vector<Known>& branches);

  FrameLayout* frame_;
  Scope* outer_;
  Known known_;
  std::map<std::string, std::uint16_t> slots_;
  std::set<std::string> captured_;
};

// Whether a name is read in these statements or inside of them before it is given a value; blocks are left out. So
// Jinja finds out whether a loop needs `loop` and a macro `caller`.
bool mentions(const ast::Body& body, std::string_view name);
bool has_scoped_block(const ast::Body& body);
// The place where a loop or what is inside of it gives `name` a value.
std::optional<Span> place_of_store(const ast::For& loop, std::string_view name);

}  // namespace armillary::templating
