#include <algorithm>
#include <map>

#include "base/suggest.h"
#include "templating/renderer.h"
#include "templating/templating_messages.h"

namespace armillary::templating {
namespace {

// So many templates, blocks and macros may wait for each other.
constexpr std::size_t kMaxLevels = 200;
// And so many tags and expressions that stand in each other may be open in them, which bounds the stack.
constexpr std::size_t kMaxDepth = 3000;

}  // namespace

Renderer::~Renderer() {
  for (const std::shared_ptr<const Object>& object : namespaces_) std::get<Namespace>(object->content).values = Map();
}

Value Renderer::make_namespace(Map values) {
  Value made = make_object(Namespace{std::move(values)});
  namespaces_.push_back(made.shared_object());
  return made;
}

void Renderer::go_deeper(const code::Function& function, const Place& call_place) {
  ++levels_;
  depth_ += function.depth;
  if (levels_ > kMaxLevels || depth_ > kMaxDepth) fail(call_place, kRecursionTooDeep, kMaxLevels);
}

void Renderer::come_back(const code::Function& function) {
  --levels_;
  depth_ -= function.depth;
}

// --- Frames

Activation& Renderer::begin(const code::Function& function, Context& context, Activation* closure) {
  if (free_.empty()) free_.push_back(std::make_unique<Activation>());
  used_.push_back(std::move(free_.back()));
  free_.pop_back();
  Activation& activation = *used_.back();
  activation.function = &function;
  activation.context = &context;
  activation.closure = closure;
  activation.previous_root = nullptr;
  activation.extended = nullptr;
  activation.slots.resize(function.slots);
  frame_ = &activation;
  enter(function.entries);
  return activation;
}

// REQUIRES: the last activation that was begun and not ended, but for those that macros keep.
void Renderer::end(Activation& activation) {
  if (activation.function->has_closures) return;  // a macro may come back to it until the page is done
  const auto here = std::find_if(used_.rbegin(), used_.rend(),
                                 [&](const std::unique_ptr<Activation>& used) { return used.get() == &activation; });
  activation.slots.clear();
  free_.push_back(std::move(*here));
  used_.erase(std::next(here).base());
}

// --- Top levels

void Renderer::render(const code::Template& page_template, std::string& out) {
  out_ = &out;
  Context& context = lasting_context();
  context.page = &page_;
  run_root(context, page_template, nullptr, {&page_template.file, {}});
}

Value Renderer::work_out(const code::Expression& expression, const code::Template& owner) {
  code::Function nothing;
  nothing.owner = &owner;
  Context context;
  begin(nothing, context, nullptr);
  return own_value(expression);
}

// Runs a template's top level, then that of the template it extends.
void Renderer::run_root(Context& context, const code::Template& root, Map* exports, const Place& call_place) {
  if (context.template_count == kMaxExtended) fail(call_place, kRecursionTooDeep, kMaxExtended);
  if (context.template_count == 0) context.templates[context.template_count++] = &root;
  go_deeper(root.root, call_place);
  Activation* const before = frame_;
  Activation& activation = begin(root.root, context, nullptr);
  activation.previous_root = context.newest_root;
  context.newest_root = &activation;
  if (root.root.self_slot) activation.slots[*root.root.self_slot].give(make_object(SelfReference{&context}));
  execute(root.root.body);
  if (exports != nullptr) export_names(activation, *exports);
  frame_ = before;
  if (activation.extended != nullptr) run_root(context, *activation.extended, exports, call_place);
  if (!context.is_lasting) {
    context.newest_root = activation.previous_root;
    end(activation);
  }
  come_back(root.root);
}

void Renderer::export_names(const Activation& root, Map& exports) const {
  for (const code::TopLevelName& name : root.function->owner->top_level) {
    const Slot& slot = root.slots[name.slot];
    if (name.is_exported && slot.value != nullptr) exports.set(name_of(name.symbol), *slot.value);
  }
}

// --- What names mean

Context& Renderer::lasting_context() {
  contexts_.push_back(std::make_unique<Context>());
  contexts_.back()->is_lasting = true;
  return *contexts_.back();
}

namespace {

const Value* value_at_top(const Activation& root, code::Symbol symbol) {
  const auto& names = root.function->owner->top_level;
  const auto found = std::lower_bound(names.begin(), names.end(), symbol,
                                      [](const code::TopLevelName& name, code::Symbol s) { return name.symbol < s; });
  return found != names.end() && found->symbol == symbol ? root.slots[found->slot].value : nullptr;
}

const Value* value_in(const Activation& frame, code::Reference from) {
  const Activation* activation = &frame;
  for (std::uint16_t hop = 0; hop < from.hops; ++hop) activation = activation->closure;
  return activation->slots[from.slot].value;
}

using Names = std::map<code::Symbol, Value>;

void copy_visibles(const Activation& frame, const code::Visibles& visibles, Names& names) {
  for (const code::Visible& visible : visibles) {
    if (const Value* value = value_in(frame, visible.from)) names.emplace(visible.symbol, *value);
  }
}

// All names that a context gives, but for the page's and the site's. What is there already comes from further in.
void copy_names(const Context& context, Names& names) {
  for (const Activation* root = context.newest_root; root != nullptr; root = root->previous_root) {
    for (const code::TopLevelName& name : root->function->owner->top_level) {
      const Value* value = root->slots[name.slot].value;
      if (value != nullptr) names.emplace(name.symbol, *value);
    }
  }
  for (const auto& [symbol, value] : context.copies) names.emplace(symbol, value);
  if (context.visibles != nullptr) copy_visibles(*context.outer_frame, *context.visibles, names);
  if (context.outer != nullptr) copy_names(*context.outer, names);
}

}  // namespace

const Value* Renderer::resolve(const Context& context, code::Symbol symbol) {
  for (const Activation* root = context.newest_root; root != nullptr; root = root->previous_root) {
    if (const Value* value = value_at_top(*root, symbol)) return value;
  }
  if (!context.copies.empty()) {
    const auto found = context.copies.find(symbol);
    if (found != context.copies.end()) return &found->second;
  }
  if (context.visibles != nullptr) {
    for (const code::Visible& visible : *context.visibles) {
      const Value* value = visible.symbol == symbol ? value_in(*context.outer_frame, visible.from) : nullptr;
      if (value != nullptr) return value;
    }
  }
  if (context.outer != nullptr) return resolve(*context.outer, symbol);
  const std::string& name = name_of(symbol);
  const Value* value = context.page != nullptr ? context.page->find(MapKey(name)) : nullptr;
  if (value == nullptr) value = globals_.find(MapKey(name));
  return value != nullptr ? value : builtin(name);
}

const Value* Renderer::builtin(const std::string& name) {
  const Routine* routine = find_builtin(name);
  if (routine == nullptr) return nullptr;
  Value& value = builtins_[routine];
  if (value.is_undefined()) value = make_object(Builtin{routine});
  return &value;
}

// Lets a template that is included here see what is seen here.
void Renderer::give_names(Context& context, const code::Visibles& visibles) {
  context.page = frame_->context->page;
  if (context.is_lasting) {
    copy_visibles(*frame_, visibles, context.copies);
    copy_names(*frame_->context, context.copies);
  } else {
    context.outer = frame_->context;
    context.outer_frame = frame_;
    context.visibles = &visibles;
  }
}

// --- Other templates

const code::Template* Renderer::find_template(const code::TemplateName& name, bool may_be_missing) {
  if (name.known != nullptr) return name.known;
  const Place name_place = place(name.name.span);
  Value made;
  const Value& value = evaluate(name.name, made);
  const Array candidates = value.is_text() ? Array{value} : items_of(value, name_place);
  std::string_view first;
  for (const Value& candidate : candidates) {
    require_defined(candidate, name_place);
    if (!candidate.is_text()) fail(name_place, kWrongType, "a template's name", "text", describe(candidate));
    if (const code::Template* found = set_.find(candidate.text())) return found;
    if (first.empty()) first = candidate.text();
  }
  if (!may_be_missing) fail(name_place, kUnknownTemplate, first, did_you_mean(first, set_.template_names()));
  return nullptr;
}

void Renderer::statement(const code::Extends& n, Span span) {
  if (frame_->extended != nullptr) fail(place(span), kExtendsTwice);
  Context& context = *frame_->context;
  if (context.template_count == kMaxExtended) fail(place(span), kRecursionTooDeep, kMaxExtended);
  frame_->extended = find_template(n.parent, false);
  context.templates[context.template_count++] = frame_->extended;
}

void Renderer::statement(const code::Block& n, Span span) {
  if (!is_written(n.written)) return;
  Context& context = *frame_->context;
  if (n.required && !has_block(context, n.name, 1)) fail(place(span), kRequiredBlockMissing, name_of(n.name));
  if (!n.scoped) return run_block(context, n.name, 0, place(span));
  const auto* const first = context.templates.begin();
  const bool must_last =
      std::any_of(first, first + context.template_count, [](const code::Template* t) { return t->makes_macros; });
  Context waiting;
  Context& derived = must_last ? lasting_context() : waiting;
  derived.templates = context.templates;
  derived.template_count = context.template_count;
  give_names(derived, n.visibles);
  run_block(derived, n.name, 0, place(span));
}

void Renderer::statement(const code::Include& n, Span span) {
  const code::Template* included = find_template(n.name, n.ignore_missing);
  if (included == nullptr) return;
  if (!n.with_context) {
    out_->append(object_as<Module>(module(*included, place(span)))->body);
    return;
  }
  Context waiting;
  Context& context = included->makes_macros ? lasting_context() : waiting;
  give_names(context, n.visibles);
  run_root(context, *included, nullptr, place(span));
}

void Renderer::statement(const code::Import& n, Span span) {
  const code::Template& imported = *find_template(n.name, false);
  Value value;
  if (n.with_context) {
    Context& context = lasting_context();
    give_names(context, n.visibles);
    value = make_module(imported, context, place(span));
  } else {
    value = module(imported, place(span));
  }
  if (n.module_slot) frame_->slots[*n.module_slot].give(value);
  const Map& exports = object_as<Module>(value)->exports;
  for (const auto& [name, slot] : n.names) {
    const Value* exported = exports.find(MapKey(name));
    frame_->slots[slot].give(exported != nullptr ? *exported : undefined_attribute(place(span), value, name));
  }
}

// What a template defines and writes by itself, seeing nothing of the page: the same wherever it is imported.
const Value& Renderer::module(const code::Template& imported, const Place& call_place) {
  const auto known = modules_.find(&imported);
  if (known != modules_.end()) return known->second;
  Value made = make_module(imported, lasting_context(), call_place);
  return modules_.emplace(&imported, std::move(made)).first->second;
}

Value Renderer::make_module(const code::Template& imported, Context& context, const Place& call_place) {
  Map exports;
  const Value body = captured([&] { run_root(context, imported, &exports, call_place); });
  const std::uint32_t nesting = Value(exports).nesting();
  return make_object(Module{imported.name, std::move(exports), std::string(body.text())}, nesting);
}

}  // namespace armillary::templating
