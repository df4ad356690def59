#include <algorithm>
#include <utility>

#include "base/suggest.h"
#include "templating/compiler.h"

namespace armillary::templating {

// --- Where the compiler is

class Compiler::InScope {
 public:
  InScope(Compiler& compiler, Scope& scope) : compiler_(compiler), before_(std::exchange(compiler.scope_, &scope)) {}
  ~InScope() { compiler_.scope_ = before_; }
  InScope(const InScope&) = delete;
  InScope& operator=(const InScope&) = delete;
  InScope(InScope&&) = delete;
  InScope& operator=(InScope&&) = delete;

 private:
  Compiler& compiler_;
  Scope* before_;
};

class Compiler::InFrame {
 public:
  InFrame(Compiler& compiler, Frame& frame)
      : compiler_(compiler), nesting_(std::exchange(compiler.nesting_, std::uint16_t{0})) {
    compiler_.frames_.push_back(&frame);
  }
  ~InFrame() {
    compiler_.frames_.pop_back();
    compiler_.nesting_ = nesting_;
  }
  InFrame(const InFrame&) = delete;
  InFrame& operator=(const InFrame&) = delete;
  InFrame(InFrame&&) = delete;
  InFrame& operator=(InFrame&&) = delete;

 private:
  Compiler& compiler_;
  std::uint16_t nesting_;
};

// Changes what surrounds the statements that are compiled while this lives.
class Compiler::Inside {
 public:
  Inside(Compiler& compiler, Surroundings surroundings)
      : compiler_(compiler), before_(std::exchange(compiler.surroundings_, surroundings)) {}
  ~Inside() { compiler_.surroundings_ = before_; }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  Inside(Inside&&) = delete;
  Inside& operator=(Inside&&) = delete;

 private:
  Compiler& compiler_;
  Surroundings before_;
};

namespace {

bool holds_extends(const ast::Body& body) {
  return std::any_of(body.begin(), body.end(), [](const ast::Statement& statement) {
    if (std::holds_alternative<ast::Extends>(statement.node)) return true;
    const auto* condition = std::get_if<ast::If>(&statement.node);
    if (condition == nullptr) return false;
    return holds_extends(condition->otherwise) ||
           std::any_of(condition->branches.begin(), condition->branches.end(),
                       [](const ast::Branch& branch) { return holds_extends(branch.body); });
  });
}

}  // namespace

std::vector<TemplateLink> Compiler::run(const ast::Body& source) {
  Frame frame;
  Scope scope(frame.layout, nullptr);
  has_extends_ = holds_extends(source);
  find_blocks(source);
  {
    const InFrame in_frame(*this, frame);
    const InScope in_scope(*this, scope);
    const Inside inside(*this, {true, true, has_extends_});
    code::Function& root = template_.root;
    if (mentions(source, "self")) root.self_slot = scope.declare_parameter("self");
    scope.visit(source);
    body(source, root.body);
    root.owner = &template_;
    root.entries = entries(scope, true);
    root.has_closures = frame.layout.has_closures;
    root.slots = frame.layout.slots;
    root.depth = frame.depth;
  }
  for (const ast::Block* block : blocks_) {
    block_function(*block, template_.blocks.at(set_.symbol(block->name.value)));
  }
  std::sort(template_.top_level.begin(), template_.top_level.end(),
            [](const auto& a, const auto& b) { return a.symbol < b.symbol; });
  const auto is_kept = [](const code::Function& f) { return f.has_closures || f.self_slot || f.super_slot; };
  template_.makes_macros = is_kept(template_.root) || has_extends_ ||
                           std::any_of(template_.blocks.begin(), template_.blocks.end(),
                                       [&](const auto& block) { return is_kept(block.second); });
  return std::move(links_);
}

// Blocks are found wherever they stand, also inside of each other.
void Compiler::find_blocks(const ast::Body& source) {
  for (const ast::Statement& statement : source) {
    std::visit(
        [this](const auto& node) {
          using Node = std::decay_t<decltype(node)>;
          if constexpr (std::is_same_v<Node, ast::Block>) {
            const auto first = std::find_if(blocks_.begin(), blocks_.end(), [&](const ast::Block* block) {
              return block->name.value == node.name.value;
            });
            if (first == blocks_.end()) {
              blocks_.push_back(&node);
              template_.blocks[set_.symbol(node.name.value)].block = set_.symbol(node.name.value);
            } else {
              report(kDuplicateBlock, node.name.span, node.name.value,
                     position_at(template_.file.text, (*first)->name.span.begin).line);
            }
          }
          if constexpr (requires { node.branches; }) {
            for (const ast::Branch& branch : node.branches) find_blocks(branch.body);
          }
          if constexpr (requires { node.body; }) find_blocks(node.body);
          if constexpr (requires { node.otherwise; }) find_blocks(node.otherwise);
        },
        statement.node);
  }
}

void Compiler::block_function(const ast::Block& node, code::Function& result) {
  Frame frame;
  Scope scope(frame.layout, nullptr);
  const InFrame in_frame(*this, frame);
  const InScope in_scope(*this, scope);
  const Inside inside(*this, {});
  if (mentions(node.body, "self")) result.self_slot = scope.declare_parameter("self");
  if (mentions(node.body, "super")) result.super_slot = scope.declare_parameter("super");
  scope.visit(node.body);
  body(node.body, result.body);
  result.owner = &template_;
  result.name = node.name.value;
  result.entries = entries(scope, true);
  result.has_closures = frame.layout.has_closures;
  result.slots = frame.layout.slots;
  result.depth = frame.depth;
}

void Compiler::body(const ast::Body& source, code::Body& result) {
  ++nesting_;
  Frame& frame = *frames_.back();
  frame.depth = std::max(frame.depth, nesting_);
  for (const ast::Statement& part : source) {
    std::visit([&](const auto& node) { statement(node, part.span, result); }, part.node);
  }
  --nesting_;
}

// What the slots of a scope begin with. To be asked when the scope's inside is compiled.
code::Entries Compiler::entries(Scope& scope, bool is_frame) {
  code::Entries result;
  for (const auto& [name, first] : scope.variables()) {
    const std::uint16_t slot = scope.slot(name);
    if (first == FirstValue::outer) {
      const Scope::Variable outer = *scope.outer()->find(name);
      const code::Load from{reference_to(outer, name), set_.symbol(name), outer.first == FirstValue::page, true};
      result.push_back({code::Entry::Kind::take, slot, from});
    } else if (first == FirstValue::page && scope.is_captured(name)) {
      const code::Load from{{0, slot}, set_.symbol(name), true, true};
      if (!is_frame && scope.stores(name)) result.push_back({code::Entry::Kind::clear, slot, {}});
      result.push_back({code::Entry::Kind::take, slot, from});
    } else if (first != FirstValue::parameter && !is_frame && scope.stores(name)) {
      result.push_back({code::Entry::Kind::clear, slot, {}});
    }
    if (scope.stores(name)) template_.names.push_back(name);
  }
  return result;
}

code::Visibles Compiler::visibles() {
  code::Visibles result;
  for (const std::string& name : scope_->visible_names()) {
    result.push_back({set_.symbol(name), reference_to(*scope_->find(name), name)});
  }
  return result;
}

std::optional<code::Written> Compiler::written() const {
  if (!surroundings_.checks_extends) return code::Written::always;
  if (is_extending_) return std::nullopt;
  return code::Written::unless_extending;
}

void Compiler::note_top_level(const std::string& name, bool is_exported) {
  if (!surroundings_.top_level) return;
  const code::Symbol symbol = set_.symbol(name);
  auto& names = template_.top_level;
  const auto known = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.symbol == symbol; });
  is_exported = is_exported && !name.starts_with('_');
  if (known == names.end()) {
    names.push_back({symbol, scope_->find(name)->slot, is_exported});
  } else {
    known->is_exported = is_exported;
  }
}

void Compiler::note_top_level(const ast::Target& target, bool is_exported) {
  if (!target.name.empty()) note_top_level(target.name, is_exported);
  for (const ast::Target& part : target.parts) note_top_level(part, is_exported);
}

code::Target Compiler::target(const ast::Target& source) {
  code::Target result{source.span, 0, {}};
  if (!source.name.empty()) result.slot = scope_->find(source.name)->slot;
  for (const ast::Target& part : source.parts) result.parts.push_back(target(part));
  return result;
}

// --- Text and output

void Compiler::statement(const ast::Text&, Span span, code::Body& result) {
  const std::optional<code::Written> when = written();
  if (!when) return;
  const std::string_view text = template_.file.slice(span);
  auto* before = result.empty() ? nullptr : std::get_if<code::Text>(&result.back().node);
  if (before != nullptr && before->written == *when) {
    before->text += text;
  } else {
    result.push_back({span, code::Text{std::string(text), *when}});
  }
}

void Compiler::statement(const ast::Output& node, Span span, code::Body& result) {
  const std::optional<code::Written> when = written();
  code::Expression value = expression(node.value);
  if (when) result.push_back({span, code::Output{std::move(value), *when}});
}

// --- Branches and loops

void Compiler::statement(const ast::If& node, Span span, code::Body& result) {
  Surroundings within = surroundings_;
  within.root_level = false;
  const Inside inside(*this, within);
  code::If compiled;
  for (const ast::Branch& branch : node.branches) {
    code::Branch& target = compiled.branches.emplace_back(code::Branch{expression(branch.test), {}});
    body(branch.body, target.body);
  }
  body(node.otherwise, compiled.otherwise);
  result.push_back({span, std::move(compiled)});
}

code::LoopCondition Compiler::loop_condition(const ast::For& node) {
  Scope scope(frames_.back()->layout, scope_);
  scope.declare_parameters(node.target);
  scope.visit(*node.condition);
  const InScope in_scope(*this, scope);
  code::LoopCondition condition{target(node.target), {}, expression(*node.condition)};
  condition.entries = entries(scope, false);
  return condition;
}

void Compiler::statement(const ast::For& node, Span span, code::Body& result) {
  const bool mentions_loop = mentions(node.body, "loop") || has_scoped_block(node.body);
  if (const std::optional<Span> reserved = place_of_store(node, "loop")) report(kLoopIsReserved, *reserved);
  const Inside inside(*this, {false, false, surroundings_.checks_extends});
  code::For compiled{{}, expression(node.items), {}, {}, {}, {}, {}, {}};
  if (node.condition) compiled.condition = loop_condition(node);
  {
    Scope scope(frames_.back()->layout, scope_);
    const InScope in_scope(*this, scope);
    if (mentions_loop) compiled.loop_slot = scope.declare_parameter("loop");
    scope.declare_parameters(node.target);
    scope.visit(node.body);
    compiled.target = target(node.target);
    body(node.body, compiled.body);
    compiled.entries = entries(scope, false);
  }
  Scope scope(frames_.back()->layout, scope_);
  const InScope in_scope(*this, scope);
  scope.visit(node.otherwise);
  body(node.otherwise, compiled.otherwise);
  compiled.else_entries = entries(scope, false);
  result.push_back({span, std::move(compiled)});
}

// --- Variables

void Compiler::statement(const ast::Set& node, Span span, code::Body& result) {
  code::Expression value = expression(node.value);
  note_top_level(node.target, true);
  result.push_back({span, code::Set{target(node.target), std::move(value)}});
}

void Compiler::statement(const ast::SetAttribute& node, Span span, code::Body& result) {
  code::Load space = load(node.name.value);
  space.quiet = true;
  result.push_back({span, code::SetAttribute{space, node.name.value, node.attribute.value, expression(node.value)}});
}

void Compiler::statement(const ast::SetBlock& node, Span span, code::Body& result) {
  code::SetBlock compiled;
  {
    const Inside inside(*this, {});
    Scope scope(frames_.back()->layout, scope_);
    const InScope in_scope(*this, scope);
    if (node.filter) scope.visit(*node.filter);
    scope.visit(node.body);
    body(node.body, compiled.body);
    if (node.filter) compiled.filter = expression(*node.filter);
    compiled.entries = entries(scope, false);
  }
  note_top_level(node.target, true);
  compiled.target = target(node.target);
  result.push_back({span, std::move(compiled)});
}

void Compiler::statement(const ast::With& node, Span span, code::Body& result) {
  code::With compiled;
  Scope scope(frames_.back()->layout, scope_);
  for (const auto& [names, value] : node.values) scope.declare_parameters(names);
  scope.visit(node.body);
  std::vector<code::Expression> values;
  for (const auto& [names, value] : node.values) values.push_back(expression(value));
  const Inside inside(*this, {false, false, surroundings_.checks_extends});
  const InScope in_scope(*this, scope);
  for (std::size_t i = 0; i < values.size(); ++i) {
    compiled.values.emplace_back(target(node.values[i].first), std::move(values[i]));
  }
  body(node.body, compiled.body);
  compiled.entries = entries(scope, false);
  result.push_back({span, std::move(compiled)});
}

// --- Other templates

code::TemplateName Compiler::template_name(const ast::Expression& name, bool may_be_missing, bool& is_missing) {
  code::TemplateName result{nullptr, expression(name)};
  const auto* constant = std::get_if<code::Constant>(&result.name.node);
  if (constant == nullptr) return result;
  const Value& value = constant->value;
  const Array candidates = value.is_array() ? value.array() : Array{value};
  for (const Value& candidate : candidates) {
    if (candidate.is_text() && result.known == nullptr) result.known = set_.find(candidate.text());
  }
  if (result.known != nullptr) {
    links_.push_back({&template_, result.known, name.span});
    return result;
  }
  is_missing = true;
  const std::string_view wanted = !candidates.empty() && candidates[0].is_text() ? candidates[0].text() : "";
  if (!may_be_missing) report(kUnknownTemplate, name.span, wanted, did_you_mean(wanted, set_.template_names()));
  return result;
}

void Compiler::statement(const ast::Extends& node, Span span, code::Body& result) {
  if (!surroundings_.top_level) return report(kExtendsInside, span);
  if (is_extending_) return report(kExtendsTwice, span);
  bool is_missing = false;
  code::TemplateName parent = template_name(node.name, false, is_missing);
  if (surroundings_.root_level) is_extending_ = true;
  result.push_back({span, code::Extends{std::move(parent)}});
}

void Compiler::statement(const ast::Block& node, Span span, code::Body& result) {
  std::optional<code::Written> when = code::Written::always;
  if (surroundings_.top_level && has_extends_) when = written();
  if (!when) return;
  code::Block compiled{set_.symbol(node.name.value), node.scoped, node.required, *when, {}};
  if (node.scoped) compiled.visibles = visibles();
  result.push_back({span, std::move(compiled)});
}

void Compiler::statement(const ast::Include& node, Span span, code::Body& result) {
  bool is_missing = false;
  code::TemplateName name = template_name(node.name, node.ignore_missing, is_missing);
  if (is_missing) return;
  const bool with_context = node.context == ast::Context::with;
  code::Include compiled{std::move(name), node.ignore_missing, with_context, {}};
  if (with_context) compiled.visibles = visibles();
  result.push_back({span, std::move(compiled)});
}

void Compiler::statement(const ast::Import& node, Span span, code::Body& result) {
  bool is_missing = false;
  code::TemplateName name = template_name(node.name, false, is_missing);
  const bool with_context = node.context == ast::Context::with;
  code::Import compiled{std::move(name), with_context, {}, {}, {}};
  if (with_context) compiled.visibles = visibles();
  compiled.module_slot = scope_->find(node.as.value)->slot;
  note_top_level(node.as.value, false);
  result.push_back({span, std::move(compiled)});
}

void Compiler::statement(const ast::FromImport& node, Span span, code::Body& result) {
  bool is_missing = false;
  code::TemplateName name = template_name(node.name, false, is_missing);
  const bool with_context = node.context == ast::Context::with;
  code::Import compiled{std::move(name), with_context, {}, {}, {}};
  if (with_context) compiled.visibles = visibles();
  for (const auto& [exported, here] : node.names) {
    compiled.names.emplace_back(exported.value, scope_->find(here.value)->slot);
    note_top_level(here.value, false);
  }
  result.push_back({span, std::move(compiled)});
}

// --- Macros and captured text

std::unique_ptr<code::Function> Compiler::macro_function(const std::string& name, Span span,
                                                         const std::vector<ast::Parameter>& parameters,
                                                         const ast::Body& source) {
  frames_.back()->layout.has_closures = true;
  auto result = std::make_unique<code::Function>();
  Frame frame;
  Scope scope(frame.layout, scope_);
  const InFrame in_frame(*this, frame);
  const InScope in_scope(*this, scope);
  const Inside inside(*this, {});
  bool names_caller = false;
  for (const ast::Parameter& parameter : parameters) {
    result->parameters.push_back({parameter.name.value, scope.declare_parameter(parameter.name.value), nullptr});
    if (parameter.default_value) scope.visit(*parameter.default_value);
    names_caller |= parameter.name.value == "caller";
    if (parameter.name.value == "caller" && !parameter.default_value && mentions(source, "caller")) {
      report(kCallerNeedsDefault, parameter.name.span);
    }
  }
  const auto declared = [&](std::string_view special) {
    return std::any_of(parameters.begin(), parameters.end(),
                       [&](const ast::Parameter& parameter) { return parameter.name.value == special; });
  };
  if (mentions(source, "caller") && !names_caller) result->caller_slot = scope.declare_parameter("caller");
  if (mentions(source, "kwargs") && !declared("kwargs")) result->named_slot = scope.declare_parameter("kwargs");
  if (mentions(source, "varargs") && !declared("varargs")) result->rest_slot = scope.declare_parameter("varargs");
  scope.visit(source);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const auto& default_value = parameters[i].default_value;
    if (!default_value) continue;
    result->parameters[i].default_value = std::make_unique<code::Expression>(expression(*default_value));
  }
  body(source, result->body);
  result->owner = &template_;
  result->name = name;
  result->place = span;
  result->entries = entries(scope, true);
  result->has_closures = frame.layout.has_closures;
  result->slots = frame.layout.slots;
  result->depth = frame.depth;
  return result;
}

void Compiler::statement(const ast::Macro& node, Span span, code::Body& result) {
  auto function = macro_function(node.name.value, node.name.span, node.parameters, node.body);
  note_top_level(node.name.value, true);
  result.push_back({span, code::MakeMacro{scope_->find(node.name.value)->slot, std::move(function)}});
}

void Compiler::statement(const ast::CallBlock& node, Span span, code::Body& result) {
  auto function = macro_function("caller", span, node.parameters, node.body);
  result.push_back({span, code::CallBlock{std::move(function), expression(node.call)}});
}

void Compiler::statement(const ast::FilterBlock& node, Span span, code::Body& result) {
  const Inside inside(*this, {false, false, surroundings_.checks_extends});
  code::FilterBlock compiled;
  Scope scope(frames_.back()->layout, scope_);
  const InScope in_scope(*this, scope);
  scope.visit(node.filter);
  scope.visit(node.body);
  body(node.body, compiled.body);
  compiled.filter = expression(node.filter);
  compiled.entries = entries(scope, false);
  result.push_back({span, std::move(compiled)});
}

std::vector<TemplateLink> compile_template(const ast::Body& body, code::Template& result, CodeSet& set,
                                           Diagnostics& diagnostics) {
  return Compiler(result, set, diagnostics).run(body);
}

}  // namespace armillary::templating
