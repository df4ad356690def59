#include "templating/parse_expression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "templating/ast_walk.h"

namespace armillary::templating {

using namespace ast;

namespace {

ExpressionPtr boxed(Expression expression) { return std::make_unique<Expression>(std::move(expression)); }

std::optional<Comparison> comparison_of(TokenType type) {
  switch (type) {
    case TokenType::equal:
      return Comparison::equal;
    case TokenType::not_equal:
      return Comparison::not_equal;
    case TokenType::less:
      return Comparison::less;
    case TokenType::less_equal:
      return Comparison::less_equal;
    case TokenType::greater:
      return Comparison::greater;
    case TokenType::greater_equal:
      return Comparison::greater_equal;
    default:
      return std::nullopt;
  }
}

constexpr std::array<std::string_view, 8> kReservedNames{"and", "or", "not", "in", "is", "if", "else", "elif"};

bool is_reserved(std::string_view name) {
  return std::find(kReservedNames.begin(), kReservedNames.end(), name) != kReservedNames.end();
}

}  // namespace

// Counts the brackets, signs and negations that are open around the current token.
class ExpressionParser::Nested {
 public:
  explicit Nested(ExpressionParser& parser) : parser_(parser) {
    if (++parser_.nesting_ <= kMaxExpressionDepth) return;
    --parser_.nesting_;
    parser_.tokens_.fail(kTemplateTooDeep, parser_.tokens_.current().span, "expressions are", kMaxExpressionDepth);
  }
  ~Nested() { --parser_.nesting_; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;
  Nested(Nested&&) = delete;
  Nested& operator=(Nested&&) = delete;

 private:
  ExpressionParser& parser_;
};

Expression ExpressionParser::make(std::size_t begin, Expression::Node node) {
  std::size_t depth = 1;
  for_each_part(node, [&](const Expression& part) { depth = std::max<std::size_t>(depth, part.depth + 1U); });
  const Span span = tokens_.since(begin);
  if (depth > kMaxExpressionDepth) tokens_.fail(kTemplateTooDeep, span, "expressions are", kMaxExpressionDepth);
  return {span, static_cast<std::uint16_t>(depth), std::move(node)};
}

Expression ExpressionParser::expression(Inline form) {
  const Nested nested(*this);
  return form == Inline::conditional ? conditional() : disjunction();
}

Expression ExpressionParser::conditional() {
  Expression result = disjunction();
  const std::size_t begin = result.span.begin;
  while (tokens_.skip_name("if")) {
    Expression test = disjunction();
    ExpressionPtr no;
    if (tokens_.skip_name("else")) no = boxed(expression());
    result = make(begin, Conditional{boxed(std::move(test)), boxed(std::move(result)), std::move(no)});
  }
  return result;
}

// One level of operators that group from the left. `operator_of` reads the operator or returns nothing.
template <typename Part>
Expression ExpressionParser::left_chain(Expression (ExpressionParser::*part)(), Part operator_of) {
  Expression left = (this->*part)();
  const std::size_t begin = left.span.begin;
  while (const std::optional<BinaryOperator> op = operator_of()) {
    Expression right = (this->*part)();
    left = make(begin, Binary{*op, boxed(std::move(left)), boxed(std::move(right))});
  }
  return left;
}

Expression ExpressionParser::disjunction() {
  return left_chain(&ExpressionParser::conjunction, [this]() -> std::optional<BinaryOperator> {
    if (tokens_.skip_name("or")) return BinaryOperator::logical_or;
    return std::nullopt;
  });
}

Expression ExpressionParser::conjunction() {
  return left_chain(&ExpressionParser::negation, [this]() -> std::optional<BinaryOperator> {
    if (tokens_.skip_name("and")) return BinaryOperator::logical_and;
    return std::nullopt;
  });
}

Expression ExpressionParser::negation() {
  if (!tokens_.is_name("not")) return comparison();
  const Nested nested(*this);
  const std::size_t begin = tokens_.next().span.begin;
  Expression operand = negation();
  return make(begin, Unary{UnaryOperator::logical_not, boxed(std::move(operand))});
}

Expression ExpressionParser::comparison() {
  Expression first = sum();
  const std::size_t begin = first.span.begin;
  std::vector<Comparand> rest;
  while (true) {
    if (const std::optional<Comparison> op = comparison_of(tokens_.current().type)) {
      tokens_.next();
      rest.push_back({*op, sum()});
    } else if (tokens_.skip_name("in")) {
      rest.push_back({Comparison::in, sum()});
    } else if (tokens_.is_name("not") && tokens_.following().text == "in") {
      tokens_.next();
      tokens_.next();
      rest.push_back({Comparison::not_in, sum()});
    } else {
      break;
    }
  }
  if (rest.empty()) return first;
  return make(begin, Compare{boxed(std::move(first)), std::move(rest)});
}

Expression ExpressionParser::sum() {
  return left_chain(&ExpressionParser::concatenation, [this]() -> std::optional<BinaryOperator> {
    if (tokens_.skip(TokenType::add)) return BinaryOperator::add;
    if (tokens_.skip(TokenType::sub)) return BinaryOperator::sub;
    return std::nullopt;
  });
}

Expression ExpressionParser::concatenation() {
  Expression first = product();
  if (!tokens_.is(TokenType::tilde)) return first;
  const std::size_t begin = first.span.begin;
  std::vector<Expression> parts;
  parts.push_back(std::move(first));
  while (tokens_.skip(TokenType::tilde)) parts.push_back(product());
  return make(begin, Concat{std::move(parts)});
}

Expression ExpressionParser::product() {
  return left_chain(&ExpressionParser::power, [this]() -> std::optional<BinaryOperator> {
    if (tokens_.skip(TokenType::mul)) return BinaryOperator::mul;
    if (tokens_.skip(TokenType::div)) return BinaryOperator::div;
    if (tokens_.skip(TokenType::floor_div)) return BinaryOperator::floor_div;
    if (tokens_.skip(TokenType::mod)) return BinaryOperator::mod;
    return std::nullopt;
  });
}

Expression ExpressionParser::power() {
  const auto operand = [this] { return unary(); };
  Expression left = operand();
  const std::size_t begin = left.span.begin;
  while (tokens_.skip(TokenType::pow)) {
    Expression right = operand();
    left = make(begin, Binary{BinaryOperator::pow, boxed(std::move(left)), boxed(std::move(right))});
  }
  return left;
}

// A sign binds closer than a filter: -1|abs is 1.
Expression ExpressionParser::unary(bool with_filters) {
  const std::size_t begin = tokens_.current().span.begin;
  std::optional<UnaryOperator> sign;
  if (tokens_.is(TokenType::sub)) sign = UnaryOperator::negative;
  if (tokens_.is(TokenType::add)) sign = UnaryOperator::positive;
  Expression result;
  if (sign) {
    const Nested nested(*this);
    tokens_.next();
    Expression operand = unary(false);
    result = make(begin, Unary{*sign, boxed(std::move(operand))});
  } else {
    result = primary();
  }
  result = postfix(std::move(result));
  return with_filters ? filters_and_tests(std::move(result)) : std::move(result);
}

Expression ExpressionParser::primary() {
  const std::size_t begin = tokens_.current().span.begin;
  switch (tokens_.current().type) {
    case TokenType::name:
      return name_or_constant();
    case TokenType::string:
      return strings();
    case TokenType::integer: {
      const std::int64_t value = tokens_.next().integer;
      return make(begin, Literal{Value(value)});
    }
    case TokenType::floating: {
      const double value = tokens_.next().floating;
      return make(begin, Literal{Value(value)});
    }
    case TokenType::left_parenthesis: {
      tokens_.next();
      Expression inner = tuple(Inline::conditional, true);
      tokens_.expect(TokenType::right_parenthesis, "')'");
      return inner;
    }
    case TokenType::left_bracket:
      return list();
    case TokenType::left_brace:
      return mapping();
    default:
      tokens_.fail_expected("an expression");
  }
}

Expression ExpressionParser::name_or_constant() {
  if (is_reserved(tokens_.current().text)) tokens_.fail_expected("an expression");
  const Token& token = tokens_.next();
  const std::string& name = token.text;
  if (name == "true" || name == "True") return make(token.span.begin, Literal{Value(true)});
  if (name == "false" || name == "False") return make(token.span.begin, Literal{Value(false)});
  if (name == "none" || name == "None") return make(token.span.begin, Literal{Value::none()});
  return make(token.span.begin, Name{name});
}

Expression ExpressionParser::strings() {
  const std::size_t begin = tokens_.current().span.begin;
  std::string text;
  while (tokens_.is(TokenType::string)) text += tokens_.next().text;
  return make(begin, Literal{Value(std::move(text))});
}

bool ExpressionParser::at_tuple_end() const {
  return tokens_.is(TokenType::output_end) || tokens_.is(TokenType::tag_end) ||
         tokens_.is(TokenType::right_parenthesis);
}

Expression ExpressionParser::tuple(Inline form, bool may_be_empty) {
  const std::size_t begin = tokens_.current().span.begin;
  std::vector<Expression> items;
  bool has_comma = false;
  while (!at_tuple_end()) {
    items.push_back(expression(form));
    if (!tokens_.skip(TokenType::comma)) break;
    has_comma = true;
  }
  if (!has_comma && items.size() == 1) return std::move(items.front());
  if (items.empty() && !may_be_empty) tokens_.fail_expected("an expression");
  return make(begin, ListLiteral{std::move(items), ListKind::tuple});
}

Expression ExpressionParser::list() {
  const std::size_t begin = tokens_.next().span.begin;
  std::vector<Expression> items;
  while (!tokens_.is(TokenType::right_bracket)) {
    items.push_back(expression());
    if (!tokens_.skip(TokenType::comma)) break;
  }
  tokens_.expect(TokenType::right_bracket, "',' or ']'");
  return make(begin, ListLiteral{std::move(items), ListKind::list});
}

Expression ExpressionParser::mapping() {
  const std::size_t begin = tokens_.next().span.begin;
  std::vector<Association> entries;
  while (!tokens_.is(TokenType::right_brace)) {
    Expression key = expression();
    tokens_.expect(TokenType::colon, "':' after a key");
    entries.push_back({std::move(key), expression()});
    if (!tokens_.skip(TokenType::comma)) break;
  }
  tokens_.expect(TokenType::right_brace, "',' or '}'");
  return make(begin, MapLiteral{std::move(entries)});
}

Expression ExpressionParser::postfix(Expression operand) {
  while (true) {
    if (tokens_.is(TokenType::dot)) {
      operand = attribute(std::move(operand));
    } else if (tokens_.is(TokenType::left_bracket)) {
      operand = subscript(std::move(operand));
    } else if (tokens_.is(TokenType::left_parenthesis)) {
      operand = call(std::move(operand));
    } else {
      return operand;
    }
  }
}

Expression ExpressionParser::filters_and_tests(Expression operand) {
  while (true) {
    const std::size_t begin = operand.span.begin;
    if (tokens_.skip(TokenType::pipe)) {
      operand = filter(boxed(std::move(operand)), begin);
    } else if (tokens_.is_name("is")) {
      operand = test(std::move(operand));
    } else if (tokens_.is(TokenType::left_parenthesis)) {
      operand = call(std::move(operand));
    } else {
      return operand;
    }
  }
}

Expression ExpressionParser::attribute(Expression object) {
  const std::size_t begin = object.span.begin;
  tokens_.next();
  if (tokens_.is(TokenType::integer)) {
    const Token& token = tokens_.next();
    Expression index = make(token.span.begin, Literal{Value(token.integer)});
    return make(begin, Item{boxed(std::move(object)), boxed(std::move(index))});
  }
  const Token& name = tokens_.expect(TokenType::name, "a name or a number after '.'");
  return make(begin, Attribute{boxed(std::move(object)), {name.text, name.span}});
}

Expression ExpressionParser::subscript(Expression object) {
  const std::size_t begin = object.span.begin;
  const std::size_t bracket = tokens_.next().span.end;
  if (tokens_.is(TokenType::colon)) return slice(std::move(object), begin, nullptr);
  std::vector<Expression> indices;
  bool has_comma = false;
  while (!tokens_.is(TokenType::right_bracket)) {
    indices.push_back(expression());
    if (indices.size() == 1 && tokens_.is(TokenType::colon)) {
      return slice(std::move(object), begin, boxed(std::move(indices.front())));
    }
    if (!tokens_.skip(TokenType::comma)) break;
    has_comma = true;
  }
  if (indices.empty()) tokens_.fail_expected("an index");
  Expression index =
      has_comma ? make(bracket, ListLiteral{std::move(indices), ListKind::tuple}) : std::move(indices.front());
  tokens_.expect(TokenType::right_bracket, "']'");
  return make(begin, Item{boxed(std::move(object)), boxed(std::move(index))});
}

Expression ExpressionParser::slice(Expression object, std::size_t begin, ExpressionPtr start) {
  std::array<ExpressionPtr, 2> rest;  // stop, step
  for (ExpressionPtr& part : rest) {
    if (!tokens_.skip(TokenType::colon)) break;
    const bool is_empty = tokens_.is(TokenType::colon) || tokens_.is(TokenType::right_bracket);
    if (!is_empty) part = boxed(expression());
  }
  tokens_.expect(TokenType::right_bracket, "']'");
  return make(begin, Slice{boxed(std::move(object)), std::move(start), std::move(rest[0]), std::move(rest[1])});
}

Expression ExpressionParser::call(Expression callee) {
  const std::size_t begin = callee.span.begin;
  Arguments given = arguments();
  return make(begin, Call{boxed(std::move(callee)), std::move(given)});
}

Arguments ExpressionParser::arguments() {
  Arguments result;
  tokens_.expect(TokenType::left_parenthesis, "'('");
  while (!tokens_.is(TokenType::right_parenthesis)) {
    argument(result);
    if (!tokens_.skip(TokenType::comma)) break;
  }
  tokens_.expect(TokenType::right_parenthesis, "',' or ')'");
  return result;
}

void ExpressionParser::argument(Arguments& arguments) {
  const Span span = tokens_.current().span;
  if (tokens_.skip(TokenType::mul)) {
    if (arguments.list || arguments.mapping) tokens_.fail(kArgumentOrder, span, "'*'", "'*' or '**'");
    arguments.list = boxed(expression());
  } else if (tokens_.skip(TokenType::pow)) {
    if (arguments.mapping) tokens_.fail(kArgumentOrder, span, "'**'", "'**'");
    arguments.mapping = boxed(expression());
  } else if (tokens_.is(TokenType::name) && tokens_.following().type == TokenType::assign) {
    if (arguments.mapping) tokens_.fail(kArgumentOrder, span, "an argument with a name", "'**'");
    const Token& name = tokens_.next();
    tokens_.next();
    arguments.named.push_back({{name.text, name.span}, boxed(expression())});
  } else {
    if (!arguments.named.empty() || arguments.list || arguments.mapping) {
      tokens_.fail(kArgumentOrder, span, "an argument without a name", "one with a name");
    }
    arguments.positional.push_back(expression());
  }
}

Expression ExpressionParser::filter(ExpressionPtr input, std::size_t begin) {
  const Token& name = tokens_.expect(TokenType::name, "a filter's name after '|'");
  Arguments given;
  if (tokens_.is(TokenType::left_parenthesis)) given = arguments();
  return make(begin, Filter{std::move(input), {name.text, name.span}, std::move(given)});
}

Expression ExpressionParser::filters(bool begins_with_name) {
  if (!begins_with_name) tokens_.expect(TokenType::pipe, "'|'");
  const std::size_t begin = tokens_.current().span.begin;
  Expression result = filter(nullptr, begin);
  while (tokens_.skip(TokenType::pipe)) result = filter(boxed(std::move(result)), begin);
  return result;
}

Expression ExpressionParser::test(Expression operand) {
  const std::size_t begin = operand.span.begin;
  tokens_.next();
  const bool negated = tokens_.skip_name("not");
  const Token& name = tokens_.expect(TokenType::name, "a test's name after 'is'");
  Arguments given;
  const TokenType type = tokens_.current().type;
  const bool ends = tokens_.is_name("else") || tokens_.is_name("or") || tokens_.is_name("and");
  const bool is_operand = type == TokenType::name || type == TokenType::string || type == TokenType::integer ||
                          type == TokenType::floating || type == TokenType::left_bracket ||
                          type == TokenType::left_brace;
  if (type == TokenType::left_parenthesis) {
    given = arguments();
  } else if (is_operand && !ends) {
    given.positional.push_back(postfix(primary()));
  }
  Expression result = make(begin, Test{boxed(std::move(operand)), {name.text, name.span}, std::move(given)});
  if (negated) result = make(begin, Unary{UnaryOperator::logical_not, boxed(std::move(result))});
  return result;
}

}  // namespace armillary::templating
