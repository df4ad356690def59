#include "base/html_escape.h"
#include "templating/attributes.h"
#include "templating/operators.h"
#include "templating/renderer.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {

using Kind = Value::Kind;

const Value& Renderer::evaluate(const code::Expression& expression, Value& made) {
  return std::visit([&](const auto& n) -> const Value& { return this->node(n, expression.span, made); },
                    expression.node);
}

Value Renderer::own_value(const code::Expression& expression) {
  Value made;
  const Value& value = evaluate(expression, made);
  if (&value == &made) return made;
  return value;
}

bool Renderer::test(const code::Expression& expression) {
  Value made;
  return is_true(evaluate(expression, made), place(expression.span));
}

const Value& Renderer::node(const code::Constant& n, Span, Value&) { return n.value; }

const Value& Renderer::node(const code::Captured&, Span, Value&) { return *captured_; }

// --- Names

const Value* Renderer::look_up(const code::Load& load) {
  Activation* frame = frame_;
  for (std::uint16_t hop = 0; hop < load.from.hops; ++hop) frame = frame->closure;
  Slot& slot = frame->slots[load.from.slot];
  if (slot.value != nullptr || !load.resolves) return slot.value;
  const Value* found = resolve(*frame->context, load.symbol);
  if (found == nullptr) return nullptr;
  if (frame->function->has_closures) {
    slot.give(*found);
  } else {
    slot.value = found;
  }
  return slot.value;
}

const Value& Renderer::node(const code::Load& n, Span span, Value& made) {
  if (const Value* value = look_up(n)) return *value;
  if (n.quiet) {
    made = Value();
    return made;
  }
  Missing missing;
  missing.what = Missing::What::name;
  missing.name = name_of(n.symbol);
  missing.place = place(span);
  made = Value::undefined(std::make_shared<const Missing>(std::move(missing)));
  return made;
}

// --- Making values

const Value& Renderer::node(const code::MakeList& n, Span, Value& made) {
  Array items;
  items.reserve(n.items.size());
  for (const code::Expression& item : n.items) items.push_back(own_value(item));
  made = Value::list(std::move(items), n.kind);
  return made;
}

const Value& Renderer::node(const code::MakeMap& n, Span, Value& made) {
  Map map;
  for (const auto& [key_expression, value_expression] : n.entries) {
    const Value key = own_value(key_expression);
    const Place key_place = place(key_expression.span);
    require_defined(key, key_place);
    if (!key.is_text()) fail(key_place, kKeyNotText, describe(key));
    map.set(std::string(key.text()), own_value(value_expression));
  }
  made = Value(std::move(map));
  return made;
}

// --- Operators

const Value& Renderer::node(const code::Unary& n, Span span, Value& made) {
  Value operand_made;
  const Value& operand = evaluate(*n.operand, operand_made);
  switch (n.op) {
    case ast::UnaryOperator::logical_not:
      made = Value(!is_true(operand, place(n.operand->span)));
      break;
    case ast::UnaryOperator::negative:
      made = negated(operand, place(span));
      break;
    case ast::UnaryOperator::positive:
      made = with_plus_sign(operand, place(span));
      break;
  }
  return made;
}

const Value& Renderer::node(const code::Binary& n, Span span, Value& made) {
  Value left_made;
  const Value& left = evaluate(*n.left, left_made);
  const bool is_or = n.op == ast::BinaryOperator::logical_or;
  if (is_or || n.op == ast::BinaryOperator::logical_and) {
    if (is_true(left, place(n.left->span)) != is_or) return evaluate(*n.right, made);
    if (&left != &left_made) return left;
    made = std::move(left_made);
    return made;
  }
  Value right_made;
  const Value& right = evaluate(*n.right, right_made);
  made = calculate(n.op, left, right, place(span));
  return made;
}

// a < b < c is a < b and b < c, with b worked out once.
const Value& Renderer::node(const code::Compare& n, Span span, Value& made) {
  Value left_made;
  const Value* left = &evaluate(*n.first, left_made);
  bool result = true;
  for (const auto& [comparison, operand] : n.rest) {
    Value right_made;
    const Value* right = &evaluate(operand, right_made);
    result = compares(comparison, *left, *right, place(span));
    if (!result) break;
    if (right == &right_made) {
      left_made = std::move(right_made);
      right = &left_made;
    }
    left = right;
  }
  made = Value(result);
  return made;
}

// Joined as text; as soon as one part is HTML, all others are escaped.
const Value& Renderer::node(const code::Concat& n, Span, Value& made) {
  std::string text;
  bool is_html = false;
  for (const code::Expression& part : n.parts) {
    Value part_made;
    const Value& value = evaluate(part, part_made);
    if (value.is_html() && !is_html) {
      text = escape_html(text);
      is_html = true;
    }
    if (is_html && value.kind() == Kind::text) {
      append_escaped(text, value.text());
    } else if (is_html && !value.is_html()) {
      append_escaped(text, text_of(value, place(part.span)));
    } else {
      append_text(text, value, place(part.span));
    }
  }
  made = is_html ? Value::html(std::move(text)) : Value(std::move(text));
  return made;
}

const Value& Renderer::node(const code::Conditional& n, Span, Value& made) {
  if (test(*n.test)) return evaluate(*n.yes, made);
  if (n.no) return evaluate(*n.no, made);
  made = lenient_undefined();
  return made;
}

// --- Parts of values

const Value& Renderer::node(const code::Attribute& n, Span span, Value& made) {
  Value object_made;
  const Value& object = evaluate(*n.object, object_made);
  return attribute_of(object, n, span, &object == &object_made, made);
}

const Value& Renderer::attribute_of(const Value& object, const code::Attribute& n, Span span, bool is_temporary,
                                    Value& made) {
  const Value* found = nullptr;
  if (object.is_map() && !n.hides_key) {
    found = object.map().find(n.key());
  } else {
    if (object.is_undefined()) fail_undefined(object, place(span));
    found = find_attribute(object, n.name, made);
  }
  if (found != nullptr) {
    const bool lasts = !is_temporary && object.kind() != Kind::object;
    if (lasts || found == &made) return *found;
    made = Value(*found);
  } else {
    made = n.quiet ? Value() : undefined_attribute(place(span), object, n.name, n.object->span);
  }
  return made;
}

const Value& Renderer::node(const code::Item& n, Span span, Value& made) {
  Value object_made;
  Value index_made;
  const Value& object = evaluate(*n.object, object_made);
  const Value& index = evaluate(*n.index, index_made);
  if (object.is_undefined()) fail_undefined(object, place(span));
  require_defined(index, place(n.index->span));
  const Value* found = find_item(object, index, made);
  if (found != nullptr) {
    const bool lasts = &object != &object_made && object.kind() != Kind::object;
    if (lasts || found == &made) return *found;
    made = Value(*found);
  } else {
    const Place index_place = place(n.index->span);
    made = n.quiet ? Value() : undefined_attribute(place(span), object, text_of(index, index_place), n.object->span);
  }
  return made;
}

const Value& Renderer::node(const code::Slice& n, Span span, Value& made) {
  const auto part = [this](const code::ExpressionPtr& e) { return e ? own_value(*e) : Value::none(); };
  Value object_made;
  const Value& object = evaluate(*n.object, object_made);
  const Value start = part(n.start);
  const Value stop = part(n.stop);
  const Value step = part(n.step);
  made = slice_of(object, start, stop, step, place(span));
  return made;
}

// --- Filters and tests

const Value& Renderer::node(const code::Apply& n, Span span, Value& made) {
  Value input_made;
  const Value& input = evaluate(*n.input, input_made);
  if (!n.routine->takes_undefined) require_defined(input, place(n.input->span));
  std::array<Value, kMaxParameters> arguments_made;
  std::array<const Value*, kMaxParameters> arguments{};
  for (std::size_t i = 0; i < n.arguments.size(); ++i) {
    if (n.arguments[i]) arguments[i] = &evaluate(*n.arguments[i], arguments_made[i]);
  }
  std::vector<Value> rest_made;
  std::vector<const Value*> rest;
  std::vector<NamedValue> named;
  if (n.routine->takes_rest) {
    rest_made.reserve(n.rest.size() + n.named.size());
    for (const code::Expression& argument : n.rest) rest.push_back(&rest_made.emplace_back(own_value(argument)));
    for (const auto& [name, value] : n.named) named.push_back({name, &rest_made.emplace_back(own_value(*value))});
  }
  made =
      n.routine->run({*this, n.routine->name, place(span), input, {arguments.data(), n.arguments.size()}, rest, named});
  return made;
}

std::optional<Value> work_out(const code::Expression& expression, const code::Template& owner) {
  const CodeSet no_templates;
  const Map no_names;
  try {
    return Renderer(no_templates, no_names, no_names).work_out(expression, owner);
  } catch (const RenderError&) {
    return std::nullopt;
  }
}

}  // namespace armillary::templating
