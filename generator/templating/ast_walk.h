// Going through the parts of an expression.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "templating/ast.h"

namespace armillary::templating::ast {

// Calls `visit` with every expression that stands directly in a node.
template <typename Visit>
class PartsOf {
 public:
  explicit PartsOf(Visit& visit) : visit_(visit) {}

  void operator()(const Literal&) {}
  void operator()(const Name&) {}
  void operator()(const ListLiteral& n) { all(n.items); }
  void operator()(const MapLiteral& n) {
    for (const auto& [key, value] : n.entries) {
      visit_(key);
      visit_(value);
    }
  }
  void operator()(const Unary& n) { one(n.operand); }
  void operator()(const Binary& n) {
    one(n.left);
    one(n.right);
  }
  void operator()(const Compare& n) {
    one(n.first);
    for (const auto& [comparison, operand] : n.rest) visit_(operand);
  }
  void operator()(const Concat& n) { all(n.parts); }
  void operator()(const Conditional& n) {
    one(n.test);
    one(n.yes);
    one(n.no);
  }
  void operator()(const Attribute& n) { one(n.object); }
  void operator()(const Item& n) {
    one(n.object);
    one(n.index);
  }
  void operator()(const Slice& n) {
    one(n.object);
    one(n.start);
    one(n.stop);
    one(n.step);
  }
  void operator()(const Call& n) {
    one(n.callee);
    arguments(n.arguments);
  }
  void operator()(const Filter& n) {
    one(n.input);
    arguments(n.arguments);
  }
  void operator()(const Test& n) {
    one(n.input);
    arguments(n.arguments);
  }

 private:
  void one(const ExpressionPtr& part) {
    if (part) visit_(*part);
  }
  void all(const std::vector<Expression>& parts) {
    for (const Expression& part : parts) visit_(part);
  }
  void arguments(const Arguments& n) {
    all(n.positional);
    for (const Keyword& keyword : n.named) one(keyword.value);
    one(n.list);
    one(n.mapping);
  }

  Visit& visit_;
};

template <typename Visit>
void for_each_part(const Expression::Node& node, Visit visit) {
  std::visit(PartsOf<Visit>(visit), node);
}

}  // namespace armillary::templating::ast
