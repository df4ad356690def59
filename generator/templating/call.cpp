#include <algorithm>

#include "base/suggest.h"
#include "templating/operators.h"
#include "templating/renderer.h"
#include "templating/templating_messages.h"

namespace armillary::templating {

using Kind = Value::Kind;

const Value& Renderer::node(const code::Call& n, Span span, Value& made) {
  return call(n, span, Result::value, nullptr, made);
}

namespace {

// The routine that is called if the callee is written as object.method.
const Routine* method_in(const Value& object, const code::Attribute& callee) {
  if (object.is_text()) return callee.text_method;
  return object.is_map() ? callee.map_method : nullptr;
}

}  // namespace

const Value& Renderer::call(const code::Call& n, Span span, Result result, const Value* caller, Value& made) {
  Value object_made;
  Value callee_made;
  const Value* callee = nullptr;
  if (const auto* attribute = std::get_if<code::Attribute>(&n.callee->node)) {
    const Value& object = evaluate(*attribute->object, object_made);
    if (const Routine* method = method_in(object, *attribute)) {
      made = call_routine(*method, "method '" + attribute->name + "'", object, evaluate_arguments(n.arguments), span);
      return made;
    }
    callee = &attribute_of(object, *attribute, n.callee->span, &object == &object_made, callee_made);
  } else {
    callee = &evaluate(*n.callee, callee_made);
  }
  GivenArguments given = evaluate_arguments(n.arguments);
  if (caller != nullptr) given.named.emplace_back("caller", *caller);
  made = call_value(*callee, given, *n.callee, span, result);
  return made;
}

GivenArguments Renderer::evaluate_arguments(const code::Arguments& arguments) {
  GivenArguments given;
  given.positional.reserve(arguments.positional.size());
  for (const code::Expression& argument : arguments.positional) given.positional.push_back(own_value(argument));
  for (const auto& [name, value] : arguments.named) given.named.emplace_back(name, own_value(*value));
  if (arguments.list) {
    const Value list = own_value(*arguments.list);
    for (Value& item : items_of(list, place(arguments.list->span))) given.positional.push_back(std::move(item));
  }
  if (arguments.mapping) {
    const Place mapping_place = place(arguments.mapping->span);
    const Value mapping = own_value(*arguments.mapping);
    require_defined(mapping, mapping_place);
    if (!mapping.is_map()) fail(mapping_place, kWrongType, "'**'", "a mapping", describe(mapping));
    for (const auto& [key, value] : mapping.map().entries()) {
      const std::string_view name = key.text();
      for (const auto& [known, other] : given.named) {
        if (known == name) fail(mapping_place, kRepeatedArgument, name, "one call");
      }
      given.named.emplace_back(name, value);
    }
  }
  return given;
}

Value Renderer::call_value(const Value& callee, GivenArguments& given, const code::Expression& written, Span span,
                           Result result) {
  const Place call_place = place(span);
  if (callee.is_undefined()) fail_undefined(callee, call_place);
  if (callee.kind() == Kind::function) return call_function(callee, given, span);
  const auto run = [&](const auto& write) {
    if (result == Result::value) return captured(write);
    write();
    return Value::html({});
  };
  if (const auto* macro = object_as<Macro>(callee)) return run([&] { run_macro(*macro, given, call_place); });
  if (const auto* block = object_as<BlockReference>(callee)) {
    const bool has_arguments = !given.positional.empty() || !given.named.empty();
    if (has_arguments) fail(call_place, kTooManyArguments, "a block", 0, given.positional.size() + given.named.size());
    return run([&] { run_block(*block->context, block->symbol, block->level, call_place); });
  }
  if (const auto* builtin = object_as<Builtin>(callee)) {
    const std::string what = "function '" + std::string(builtin->routine->name) + "'";
    return call_routine(*builtin->routine, what, callee, given, span);
  }
  if (const auto* method = object_as<BoundMethod>(callee)) {
    if (method->routine == nullptr) {
      const bool is_key = method->self.is_map() && method->self.map().find(MapKey(method->name)) != nullptr;
      fail(call_place, kNoMethod, method->name, describe(method->self),
           is_key ? "; write ['" + method->name + "'] for the value of that key" : "");
    }
    return call_routine(*method->routine, "method '" + method->name + "'", method->self, given, span);
  }
  fail(call_place, kNotCallable, written_text(written.span), describe(callee));
}

std::string_view Renderer::written_text(Span span) const { return frame_->function->owner->file.slice(span); }

// A function of the generator's. It gets lists for sequences that are worked out step by step.
Value Renderer::call_function(const Value& callee, GivenArguments& given, Span span) {
  const Place call_place = place(span);
  if (!given.named.empty()) fail(call_place, kUnknownArgument, "this function", given.named.front().first, "");
  for (Value& argument : given.positional) {
    if (object_as<Generator>(argument) != nullptr) argument = Value(items_of(argument, call_place));
  }
  try {
    return callee.function()(given.positional);
  } catch (const CallError& error) {
    fail(call_place, kCallFailed, error.text);
  }
}

Value Renderer::call_routine(const Routine& routine, std::string_view what, const Value& input,
                             const GivenArguments& given, Span span) {
  std::vector<const Value*> positional;
  for (const Value& argument : given.positional) positional.push_back(&argument);
  std::vector<NamedValue> named;
  for (const auto& [name, value] : given.named) named.push_back({name, &value});
  return invoke(routine, what, *this, place(span), input, positional, named);
}

// --- Macros

void Renderer::run_macro(const Macro& macro, GivenArguments& given, const Place& call_place) {
  const code::Function& function = *macro.function;
  go_deeper(function, call_place);
  Activation* const before = frame_;
  Activation& activation = begin(function, *macro.context, macro.closure);
  give_parameters(macro, given, call_place);
  execute(function.body);
  frame_ = before;
  end(activation);
  come_back(function);
}

void Renderer::give_parameters(const Macro& macro, GivenArguments& given, const Place& call_place) {
  const code::Function& function = *macro.function;
  std::vector<Slot>& slots = frame_->slots;
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    const code::Parameter& parameter = function.parameters[i];
    if (i < given.positional.size()) {
      slots[parameter.slot].give(std::move(given.positional[i]));
      continue;
    }
    const auto named = std::find_if(given.named.begin(), given.named.end(),
                                    [&](const auto& argument) { return argument.first == parameter.name; });
    if (named != given.named.end()) {
      slots[parameter.slot].give(std::move(named->second));
      given.named.erase(named);
    }
  }
  give_special_parameters(macro, given, call_place);
  for (const code::Parameter& parameter : function.parameters) {
    Slot& slot = slots[parameter.slot];
    if (slot.value != nullptr) continue;
    if (parameter.default_value) {
      slot.give(own_value(*parameter.default_value));
    } else {
      slot.give(undefined_note(call_place,
                               "parameter '" + parameter.name + "' of macro '" + function.name + "' is not given"));
    }
  }
}

// `caller`, `kwargs` and `varargs`, for a macro that mentions them.
void Renderer::give_special_parameters(const Macro& macro, GivenArguments& given, const Place& call_place) {
  const code::Function& function = *macro.function;
  std::vector<Slot>& slots = frame_->slots;
  const std::string what = "macro '" + function.name + "'";
  if (function.caller_slot) {
    const auto caller = std::find_if(given.named.begin(), given.named.end(),
                                     [](const auto& argument) { return argument.first == "caller"; });
    const bool is_given = caller != given.named.end() && !caller->second.is_none();
    slots[*function.caller_slot].give(
        is_given ? caller->second
                 : undefined_note(call_place, what + " has no caller here, as it is not used with a 'call' tag"));
    if (caller != given.named.end()) given.named.erase(caller);
  }
  if (function.named_slot) {
    Map named;
    for (auto& [name, value] : given.named) named.set(name, std::move(value));
    slots[*function.named_slot].give(Value(std::move(named)));
  } else if (!given.named.empty()) {
    std::vector<std::string_view> names;
    for (const code::Parameter& parameter : function.parameters) names.push_back(parameter.name);
    const std::string& wrong = given.named.front().first;
    fail(call_place, kUnknownArgument, what, wrong, did_you_mean(wrong, names));
  }
  const std::size_t count = function.parameters.size();
  if (function.rest_slot) {
    Array rest;
    for (std::size_t i = count; i < given.positional.size(); ++i) rest.push_back(std::move(given.positional[i]));
    slots[*function.rest_slot].give(Value::list(std::move(rest), ListKind::tuple));
  } else if (given.positional.size() > count) {
    fail(call_place, kTooManyArguments, what, count, given.positional.size());
  }
}

// --- Blocks

namespace {

// The definition of a block that stands `level` above the most special one.
const code::Function* find_block(const Context& context, code::Symbol block, std::size_t level) {
  for (std::size_t i = 0; i < context.template_count; ++i) {
    const auto found = context.templates[i]->blocks.find(block);
    if (found == context.templates[i]->blocks.end()) continue;
    if (level == 0) return &found->second;
    --level;
  }
  return nullptr;
}

}  // namespace

Value block_of(const SelfReference& self, std::string_view name) {
  for (std::size_t i = 0; i < self.context->template_count; ++i) {
    for (const auto& [symbol, function] : self.context->templates[i]->blocks) {
      if (function.name == name) return make_object(BlockReference{self.context, symbol, 0});
    }
  }
  return {};
}

bool has_block(const Context& context, code::Symbol block, std::size_t level) {
  return find_block(context, block, level) != nullptr;
}

Value block_above(const BlockReference& block) {
  if (!has_block(*block.context, block.symbol, block.level + 1)) return {};
  return make_object(BlockReference{block.context, block.symbol, block.level + 1});
}

void Renderer::run_block(Context& context, code::Symbol block, std::size_t level, const Place& call_place) {
  const code::Function* function = find_block(context, block, level);
  if (function == nullptr) return;
  go_deeper(*function, call_place);
  Activation* const before = frame_;
  Activation& activation = begin(*function, context, nullptr);
  if (function->self_slot) activation.slots[*function->self_slot].give(make_object(SelfReference{&context}));
  if (function->super_slot) {
    Value above = block_above({&context, block, level});
    if (above.is_undefined()) {
      above = undefined_note({}, "no extended template has a block '" + function->name + "'");
    }
    activation.slots[*function->super_slot].give(std::move(above));
  }
  execute(function->body);
  frame_ = before;
  end(activation);
  come_back(*function);
}

}  // namespace armillary::templating
