// The grammar of expressions.
#pragma once

#include <cstddef>
#include <vector>

#include "templating/ast.h"
#include "templating/token_reader.h"

namespace armillary::templating {

// A page's template needs a handful of levels; the bound keeps every walk over the tree off the stack's end.
inline constexpr std::size_t kMaxExpressionDepth = 100;

class ExpressionParser {
 public:
  explicit ExpressionParser(TokenReader& tokens) : tokens_(tokens) {}

  enum class Inline { conditional, plain };  // whether `a if b else c` may stand here

  ast::Expression expression(Inline form = Inline::conditional);
  // An expression, or several with commas between them as a tuple. `end` is a name that may follow a last comma.
  ast::Expression tuple(Inline form = Inline::conditional, bool may_be_empty = false);
  // A chain of filters for what a tag captures: after `filter` the first comes without a bar.
  ast::Expression filters(bool begins_with_name);

 private:
  class Nested;

  ast::Expression make(std::size_t begin, ast::Expression::Node node);
  ast::Expression conditional();
  ast::Expression disjunction();
  ast::Expression conjunction();
  ast::Expression negation();
  ast::Expression comparison();
  ast::Expression sum();
  ast::Expression concatenation();
  ast::Expression product();
  ast::Expression power();
  ast::Expression unary(bool with_filters = true);
  ast::Expression primary();
  ast::Expression name_or_constant();
  ast::Expression strings();
  ast::Expression list();
  ast::Expression mapping();
  ast::Expression postfix(ast::Expression operand);
  ast::Expression filters_and_tests(ast::Expression operand);
  ast::Expression attribute(ast::Expression object);
  ast::Expression subscript(ast::Expression object);
  ast::Expression slice(ast::Expression object, std::size_t begin, ast::ExpressionPtr start);
  ast::Expression call(ast::Expression callee);
  ast::Expression filter(ast::ExpressionPtr input, std::size_t begin);
  ast::Expression test(ast::Expression operand);
  ast::Arguments arguments();
  void argument(ast::Arguments& arguments);
  bool at_tuple_end() const;

  template <typename Part>
  ast::Expression left_chain(ast::Expression (ExpressionParser::*part)(), Part operator_of);

  TokenReader& tokens_;
  std::size_t nesting_ = 0;
};

}  // namespace armillary::templating
