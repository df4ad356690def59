#include "templating/arithmetic.h"
#include "templating/operators.h"
#include "templating/renderer.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

// What a namespace holds may grow with every turn of a loop, so its depth is bounded.
constexpr std::uint32_t kMaxNesting = 200;

}  // namespace

void Renderer::execute(const code::Body& body) {
  for (const code::Statement& part : body) {
    std::visit([&](const auto& n) { this->statement(n, part.span); }, part.node);
  }
}

// --- Text and output

bool Renderer::is_written(code::Written written) const {
  return written == code::Written::always || frame_->extended == nullptr;
}

void Renderer::statement(const code::Text& n, Span) {
  if (is_written(n.written)) out_->append(n.text);
}

// A macro writes its text where it is called; there is no need to make a value of it first.
void Renderer::statement(const code::Output& n, Span) {
  if (!is_written(n.written)) return;
  Value made;
  const auto* written_call = std::get_if<code::Call>(&n.value.node);
  const Value& value = written_call != nullptr ? call(*written_call, n.value.span, Result::written, nullptr, made)
                                               : evaluate(n.value, made);
  append_output(*out_, value, place(n.value.span));
}

// --- Branches and loops

void Renderer::statement(const code::If& n, Span) {
  for (const code::Branch& branch : n.branches) {
    if (test(branch.test)) return execute(branch.body);
  }
  execute(n.otherwise);
}

void Renderer::statement(const code::For& n, Span) {
  Value made;
  const Value& items = evaluate(n.items, made);
  const Place items_place = place(n.items.span);
  const bool needs_state = n.loop_slot || n.condition;
  const bool had_items = needs_state ? loop_with_state(n, items, items_place) : loop_plainly(n, items, items_place);
  if (had_items || n.otherwise.empty()) return;
  enter(n.else_entries);
  execute(n.otherwise);
}

bool Renderer::loop_plainly(const code::For& n, const Value& items, const Place& items_place) {
  Cursor cursor(items, items_place);
  bool had_items = false;
  const bool takes_pairs = n.target.parts.size() == 2 && n.target.parts[0].parts.empty() &&
                           n.target.parts[1].parts.empty() && cursor.goes_through_entries();
  while (true) {
    if (takes_pairs) {
      const auto* entry = cursor.next_entry();
      if (entry == nullptr) break;
      enter(n.entries);
      frame_->slots[n.target.parts[0].slot].give(Value(entry->key.text()));
      refer(frame_->slots[n.target.parts[1].slot], entry->value);
    } else {
      const Value* item = cursor.next();
      if (item == nullptr) break;
      enter(n.entries);
      bind(n.target, *item);
    }
    had_items = true;
    execute(n.body);
  }
  return had_items;
}

bool Renderer::loop_with_state(const code::For& n, const Value& items, const Place& items_place) {
  Loop::Condition condition;
  if (n.condition) {
    // It may be asked for the next item while a macro runs that the loop was given to.
    condition = [this, &test_of = *n.condition, frame = frame_](const Value& item) {
      Activation* const before = std::exchange(frame_, frame);
      enter(test_of.entries);
      bind(test_of.target, item);
      const bool holds = test(test_of.test);
      frame_ = before;
      return holds;
    };
  }
  const Value holder = make_object(Loop(items, items_place, std::move(condition)));
  Loop& loop = *object_as<Loop>(holder);
  bool had_items = false;
  while (const Value* item = loop.next()) {
    enter(n.entries);
    if (n.loop_slot) frame_->slots[*n.loop_slot].give(holder);
    bind(n.target, *item);
    had_items = true;
    execute(n.body);
  }
  loop.close();
  return had_items;
}

// --- Variables

// Gives the slots of a scope their first values.
void Renderer::enter(const code::Entries& entries) {
  for (const code::Entry& entry : entries) {
    Slot& slot = frame_->slots[entry.slot];
    const Value* value = entry.kind == code::Entry::Kind::clear ? nullptr : look_up(entry.from);
    if (value == nullptr) {
      slot.clear();
    } else if (value != slot.value) {
      refer(slot, *value);
    }
  }
}

// A frame that macros may look into after it is left owns its values.
void Renderer::refer(Slot& slot, const Value& value) {
  if (frame_->function->has_closures) {
    slot.give(value);
  } else {
    slot.value = &value;
  }
}

void Renderer::bind(const code::Target& target, const Value& value) {
  if (!target.parts.empty()) return bind_parts(target, value);
  refer(frame_->slots[target.slot], value);
}

void Renderer::bind_parts(const code::Target& target, const Value& value) {
  const std::size_t wanted = target.parts.size();
  if (value.is_array()) {
    const Array& items = value.array();
    if (items.size() != wanted) fail(place(target.span), kWrongUnpacking, wanted, items.size());
    for (std::size_t i = 0; i < wanted; ++i) bind(target.parts[i], items[i]);
    return;
  }
  Array items = items_of(value, place(target.span));
  if (items.size() != wanted) fail(place(target.span), kWrongUnpacking, wanted, items.size());
  for (std::size_t i = 0; i < wanted; ++i) give(target.parts[i], std::move(items[i]));
}

// As `bind`, for a value that stands nowhere else.
void Renderer::give(const code::Target& target, Value value) {
  if (target.parts.empty()) return frame_->slots[target.slot].give(std::move(value));
  const Array items = items_of(value, place(target.span));
  const std::size_t wanted = target.parts.size();
  if (items.size() != wanted) fail(place(target.span), kWrongUnpacking, wanted, items.size());
  for (std::size_t i = 0; i < wanted; ++i) give(target.parts[i], items[i]);
}

void Renderer::statement(const code::Set& n, Span) { give(n.target, own_value(n.value)); }

void Renderer::statement(const code::SetAttribute& n, Span span) {
  const Value* space = look_up(n.space);
  auto* target = space != nullptr ? object_as<Namespace>(*space) : nullptr;
  Value value = own_value(n.value);
  if (target == nullptr) {
    fail(place(span), kNotANamespace, n.space_name, space != nullptr ? describe(*space) : "not defined");
  }
  if (value.nesting() > kMaxNesting) fail(place(n.value.span), kValueTooDeep, kMaxNesting);
  target->values.set(n.attribute, std::move(value));
}

void Renderer::statement(const code::SetBlock& n, Span) {
  Value value = captured([&] {
    enter(n.entries);
    execute(n.body);
  });
  if (n.filter) {
    const Value* const before = std::exchange(captured_, &value);
    Value result = own_value(*n.filter);
    captured_ = before;
    value = result.is_html() ? result : Value::html(text_of(result, place(n.filter->span)));
  }
  give(n.target, std::move(value));
}

void Renderer::statement(const code::With& n, Span) {
  std::vector<Value> values;
  values.reserve(n.values.size());
  for (const auto& [target, expression] : n.values) values.push_back(own_value(expression));
  enter(n.entries);
  for (std::size_t i = 0; i < values.size(); ++i) give(n.values[i].first, std::move(values[i]));
  execute(n.body);
}

// --- Macros and captured text

void Renderer::statement(const code::MakeMacro& n, Span) {
  frame_->slots[n.slot].give(make_object(Macro{n.function.get(), frame_, frame_->context}));
}

// What is called gets the body as `caller`. Its result is written as it stands, as Jinja does.
void Renderer::statement(const code::CallBlock& n, Span) {
  const Value caller = make_object(Macro{n.function.get(), frame_, frame_->context});
  Value made;
  const Value& result = call(std::get<code::Call>(n.call.node), n.call.span, Result::written, &caller, made);
  require_defined(result, place(n.call.span));
  if (!result.is_text()) fail(place(n.call.span), kWrongType, "a 'call' tag", "text", describe(result));
  out_->append(result.text());
}

void Renderer::statement(const code::FilterBlock& n, Span) {
  enter(n.entries);
  const Value text = captured([&] { execute(n.body); });
  const Value* const before = std::exchange(captured_, &text);
  const Value result = own_value(n.filter);
  captured_ = before;
  const Place filter_place = place(n.filter.span);
  require_defined(result, filter_place);
  if (!result.is_text()) fail(filter_place, kWrongType, "a 'filter' tag", "text", describe(result));
  out_->append(result.text());
}

}  // namespace armillary::templating
