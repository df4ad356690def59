#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "templating/compiler.h"
#include "templating/renderer.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

bool is_constant(const code::Expression& expression) { return std::holds_alternative<code::Constant>(expression.node); }

bool is_constant(const code::ExpressionPtr& expression) { return !expression || is_constant(*expression); }

template <typename Expressions>
bool are_constant(const Expressions& expressions) {
  return std::all_of(expressions.begin(), expressions.end(), [](const auto& e) { return is_constant(e); });
}

code::ExpressionPtr box(code::Expression expression) {
  return std::make_unique<code::Expression>(std::move(expression));
}

// Whether everything that a node needs is known.
struct HasConstantParts {
  bool operator()(const code::Constant&) const { return false; }
  bool operator()(const code::Load&) const { return false; }
  bool operator()(const code::Captured&) const { return false; }
  bool operator()(const code::MakeList& n) const { return are_constant(n.items); }
  bool operator()(const code::MakeMap& n) const {
    return std::all_of(n.entries.begin(), n.entries.end(),
                       [](const auto& entry) { return is_constant(entry.key) && is_constant(entry.value); });
  }
  bool operator()(const code::Unary& n) const { return is_constant(n.operand); }
  bool operator()(const code::Binary& n) const { return is_constant(n.left) && is_constant(n.right); }
  bool operator()(const code::Compare& n) const {
    return is_constant(n.first) &&
           std::all_of(n.rest.begin(), n.rest.end(), [](const auto& part) { return is_constant(part.operand); });
  }
  bool operator()(const code::Concat& n) const { return are_constant(n.parts); }
  bool operator()(const code::Conditional& n) const {
    return is_constant(n.test) && is_constant(n.yes) && is_constant(n.no);
  }
  bool operator()(const code::Attribute& n) const { return is_constant(n.object); }
  bool operator()(const code::Item& n) const { return is_constant(n.object) && is_constant(n.index); }
  bool operator()(const code::Slice& n) const {
    return is_constant(n.object) && is_constant(n.start) && is_constant(n.stop) && is_constant(n.step);
  }
  bool operator()(const code::Call&) const { return false; }
  bool operator()(const code::Apply& n) const {
    return n.routine->is_pure && is_constant(n.input) && are_constant(n.arguments) && are_constant(n.rest) &&
           std::all_of(n.named.begin(), n.named.end(), [](const auto& named) { return is_constant(named.second); });
  }
};

const Value* constant_text(const std::vector<ast::Expression>& arguments, std::size_t index) {
  if (index >= arguments.size()) return nullptr;
  const auto* literal = std::get_if<ast::Literal>(&arguments[index].node);
  return literal != nullptr && literal->value.is_text() ? &literal->value : nullptr;
}

}  // namespace

code::Expression Compiler::expression(const ast::Expression& source) {
  Frame& frame = *frames_.back();
  frame.depth = std::max(frame.depth, static_cast<std::uint16_t>(nesting_ + source.depth));
  return std::visit([&](const auto& written) { return folded(node(source, written)); }, source.node);
}

code::ExpressionPtr Compiler::boxed(const ast::ExpressionPtr& source) {
  return source ? box(expression(*source)) : nullptr;
}

std::vector<code::Expression> Compiler::all(const std::vector<ast::Expression>& sources) {
  std::vector<code::Expression> result;
  result.reserve(sources.size());
  for (const ast::Expression& source : sources) result.push_back(expression(source));
  return result;
}

// Works out what depends on constants only. What fails is left as it is, to fail when a page gets there.
code::Expression Compiler::folded(code::Expression source) {
  if (!std::visit(HasConstantParts(), source.node)) return source;
  std::optional<Value> value = work_out(source, template_);
  if (!value || value->is_undefined() || value->kind() >= Value::Kind::map_keys) return source;
  // Jinja joins constants as plain text, even if one of them is HTML.
  const bool is_joined = std::holds_alternative<code::Concat>(source.node);
  if (is_joined && value->is_html()) {
    std::string plain;
    for (const code::Expression& part : std::get<code::Concat>(source.node).parts) {
      append_text(plain, std::get<code::Constant>(part.node).value, {&template_.file, part.span});
    }
    value = Value(std::move(plain));
  }
  source.node = code::Constant{std::move(*value)};
  return source;
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Literal& literal) {
  return {source.span, code::Constant{literal.value}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Name& name) {
  return {source.span, load(name.name)};
}

code::Reference Compiler::reference_to(const Scope::Variable& variable, const std::string& name) {
  std::size_t frame = frames_.size() - 1;
  while (&frames_[frame]->layout != &variable.scope->frame()) --frame;
  const std::size_t hops = frames_.size() - 1 - frame;
  if (hops > 0) variable.scope->capture(name);
  return {static_cast<std::uint16_t>(hops), variable.slot};
}

code::Load Compiler::load(const std::string& name) {
  const Scope::Variable variable = *scope_->find(name);
  return {reference_to(variable, name), set_.symbol(name), variable.first == FirstValue::page, false};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::ListLiteral& list) {
  return {source.span, code::MakeList{all(list.items), list.kind}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::MapLiteral& map) {
  code::MakeMap result;
  for (const auto& [key, value] : map.entries) {
    const auto* literal = std::get_if<ast::Literal>(&key.node);
    if (literal != nullptr && !literal->value.is_text()) report(kKeyNotText, key.span, describe(literal->value));
    result.entries.push_back({expression(key), expression(value)});
  }
  return {source.span, std::move(result)};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Unary& unary) {
  return {source.span, code::Unary{unary.op, boxed(unary.operand)}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Binary& binary) {
  return {source.span, code::Binary{binary.op, boxed(binary.left), boxed(binary.right)}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Compare& compare) {
  code::Compare result{boxed(compare.first), {}};
  for (const auto& [comparison, operand] : compare.rest) result.rest.push_back({comparison, expression(operand)});
  return {source.span, std::move(result)};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Concat& concat) {
  return {source.span, code::Concat{all(concat.parts)}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Conditional& conditional) {
  return {source.span, code::Conditional{boxed(conditional.test), boxed(conditional.yes), boxed(conditional.no)}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Attribute& attribute) {
  const std::string& name = attribute.name.value;
  code::Attribute result{
      boxed(attribute.object), name, MapKey(name).hash(), false, is_map_attribute(name), nullptr, nullptr};
  result.map_method = find_map_method(name);
  result.text_method = find_text_method(name);
  return {source.span, std::move(result)};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Item& item) {
  return {source.span, code::Item{boxed(item.object), boxed(item.index), false}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Slice& slice) {
  return {source.span, code::Slice{boxed(slice.object), boxed(slice.start), boxed(slice.stop), boxed(slice.step)}};
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Call& call) {
  return {source.span, code::Call{boxed(call.callee), arguments(call.arguments)}};
}

code::Arguments Compiler::arguments(const ast::Arguments& given) {
  code::Arguments result;
  result.positional = all(given.positional);
  for (const ast::Keyword& keyword : given.named) {
    for (const auto& [name, value] : result.named) {
      if (name == keyword.name.value) report(kRepeatedArgument, keyword.name.span, name, "one call");
    }
    result.named.emplace_back(keyword.name.value, boxed(keyword.value));
  }
  result.list = boxed(given.list);
  result.mapping = boxed(given.mapping);
  return result;
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Filter& filter) {
  const std::string& name = filter.name.value;
  const Routine* routine = find_filter(name);
  if (routine == nullptr) {
    report(kUnknownFilter, filter.name.span, name, did_you_mean(name, filter_names()));
    return {source.span, code::Constant{Value()}};
  }
  return apply(source, *routine, "filter '" + name + "'", filter.input, filter.name, filter.arguments);
}

code::Expression Compiler::node(const ast::Expression& source, const ast::Test& test) {
  const std::string& name = test.name.value;
  const Routine* routine = find_test(name);
  if (routine == nullptr) {
    report(kUnknownTest, test.name.span, name, did_you_mean(name, test_names()));
    return {source.span, code::Constant{Value()}};
  }
  return apply(source, *routine, "test '" + name + "'", test.input, test.name, test.arguments);
}

code::Expression Compiler::apply(const ast::Expression& source, const Routine& routine, std::string_view what,
                                 const ast::ExpressionPtr& input, const Located<std::string>& name,
                                 const ast::Arguments& given) {
  code::Apply result{&routine, nullptr, {}, {}, {}};
  result.input = input ? boxed(input) : box({source.span, code::Captured{}});
  if (routine.asks_if_defined) make_quiet(*result.input);
  const std::size_t errors_before = diagnostics_.all().size();
  give_arguments(result, what, name, given);
  check_inner_routine(routine, given, routine.inner == Routine::Inner::test);
  if (diagnostics_.all().size() > errors_before) return {source.span, code::Constant{Value()}};
  return {source.span, std::move(result)};
}

// Gives each argument to the parameter it is for.
void Compiler::give_arguments(code::Apply& result, std::string_view what, const Located<std::string>& name,
                              const ast::Arguments& given) {
  const Routine& routine = *result.routine;
  const std::size_t count = routine.parameter_count();
  result.arguments.resize(count);
  if (given.list || given.mapping) {
    report(kForeignTag, (given.list ? given.list : given.mapping)->span, given.list ? "*" : "**",
           "write the arguments of a filter or test one by one");
  }
  for (std::size_t i = 0; i < given.positional.size(); ++i) {
    code::Expression value = expression(given.positional[i]);
    if (i < count) {
      result.arguments[i] = box(std::move(value));
    } else if (routine.takes_rest) {
      result.rest.push_back(std::move(value));
    } else {
      report(kTooManyArguments, given.positional[i].span, what, count, given.positional.size());
      break;
    }
  }
  for (const ast::Keyword& keyword : given.named) {
    const std::size_t index = routine.index_of(keyword.name.value);
    code::ExpressionPtr value = boxed(keyword.value);
    if (index == count && routine.takes_rest) {
      result.named.emplace_back(keyword.name.value, std::move(value));
    } else if (index == count) {
      const std::vector<std::string_view> names(routine.parameters.begin(),
                                                routine.parameters.begin() + static_cast<std::ptrdiff_t>(count));
      report(kUnknownArgument, keyword.name.span, what, keyword.name.value, did_you_mean(keyword.name.value, names));
    } else if (result.arguments[index]) {
      report(kRepeatedArgument, keyword.name.span, keyword.name.value, what);
    } else {
      result.arguments[index] = std::move(value);
    }
  }
  for (std::size_t i = 0; i < routine.required; ++i) {
    if (!result.arguments[i]) report(kMissingArgument, name.span, what, routine.parameters[i]);
  }
}

// Filters such as `map` and `select` take the name of another filter or test.
void Compiler::check_inner_routine(const Routine& routine, const ast::Arguments& given, bool is_test) {
  if (routine.inner == Routine::Inner::none) return;
  const Value* name = constant_text(given.positional, routine.inner_index);
  if (name == nullptr) return;
  const std::string_view wanted = name->text();
  const Span span = given.positional[routine.inner_index].span;
  if (is_test && find_test(wanted) == nullptr) {
    report(kUnknownTest, span, wanted, did_you_mean(wanted, test_names()));
  } else if (!is_test && find_filter(wanted) == nullptr) {
    report(kUnknownFilter, span, wanted, did_you_mean(wanted, filter_names()));
  }
}

void Compiler::make_quiet(code::Expression& expression) {
  if (auto* name = std::get_if<code::Load>(&expression.node)) name->quiet = true;
  if (auto* attribute = std::get_if<code::Attribute>(&expression.node)) attribute->quiet = true;
  if (auto* item = std::get_if<code::Item>(&expression.node)) item->quiet = true;
}

}  // namespace armillary::templating
