// Makes one page with compiled templates. Internal to the room; one object a page and thread.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "templating/code.h"
#include "templating/code_set.h"
#include "templating/failure.h"
#include "templating/object.h"

namespace armillary::templating {

// A variable. It refers to a value elsewhere that outlives it, or to its own.
struct Slot {
  const Value* value = nullptr;  // null: nothing is given yet
  Value own;

  void give(Value given) {
    own = std::move(given);
    value = &own;
  }
  void clear() {
    value = nullptr;
    own = Value();
  }
};

// The variables of a function that is being run.
struct Activation {
  const code::Function* function = nullptr;
  Context* context = nullptr;
  Activation* closure = nullptr;             // where the function was defined
  Activation* previous_root = nullptr;       // of a top level: that of the template which extends this one
  const code::Template* extended = nullptr;  // of a top level: what it extends, once that tag is reached
  std::vector<Slot> slots;
};

inline constexpr std::size_t kMaxExtended = 32;

// What names mean that are no variables of the frame, and which blocks there are.
struct Context {
  std::array<const code::Template*, kMaxExtended> templates{};  // each extends the next
  std::size_t template_count = 0;
  Activation* newest_root = nullptr;
  // The includer's names, as long as it waits; or copies of them.
  const Context* outer = nullptr;
  const Activation* outer_frame = nullptr;
  const code::Visibles* visibles = nullptr;
  std::map<code::Symbol, Value> copies;
  const Map* page = nullptr;  // null in an imported template
  bool is_lasting = false;    // macros may come back to it until the page is done
};

// Whether at least `level` definitions of a block stand above the most special one, or for 0 whether there is one.
bool has_block(const Context& context, code::Symbol block, std::size_t level);

// Positional arguments first.
struct GivenArguments {
  std::vector<Value> positional;
  std::vector<std::pair<std::string, Value>> named;
};

class Renderer {
 public:
  Renderer(const CodeSet& set, const Map& globals, const Map& page) : set_(set), globals_(globals), page_(page) {}
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;
  Renderer(Renderer&&) = delete;
  Renderer& operator=(Renderer&&) = delete;
  ~Renderer();

  // Throws RenderError.
  void render(const code::Template& page_template, std::string& out);
  // For an expression that depends on nothing but itself.
  Value work_out(const code::Expression& expression, const code::Template& owner);

  // A namespace can come to hold itself, so it is taken apart at the end.
  Value make_namespace(Map values);
  const std::string& name_of(code::Symbol symbol) const { return set_.name_of(symbol); }

 private:
  // evaluate.cpp: the value of an expression stands somewhere already or is made in `made`.
  const Value& evaluate(const code::Expression& expression, Value& made);
  Value own_value(const code::Expression& expression);
  static const Value& node(const code::Constant& n, Span span, Value& made);
  const Value& node(const code::Load& n, Span span, Value& made);
  const Value& node(const code::Captured& n, Span span, Value& made);
  const Value& node(const code::MakeList& n, Span span, Value& made);
  const Value& node(const code::MakeMap& n, Span span, Value& made);
  const Value& node(const code::Unary& n, Span span, Value& made);
  const Value& node(const code::Binary& n, Span span, Value& made);
  const Value& node(const code::Compare& n, Span span, Value& made);
  const Value& node(const code::Concat& n, Span span, Value& made);
  const Value& node(const code::Conditional& n, Span span, Value& made);
  const Value& node(const code::Attribute& n, Span span, Value& made);
  const Value& node(const code::Item& n, Span span, Value& made);
  const Value& node(const code::Slice& n, Span span, Value& made);
  const Value& node(const code::Call& n, Span span, Value& made);
  const Value& node(const code::Apply& n, Span span, Value& made);
  const Value& attribute_of(const Value& object, const code::Attribute& n, Span span, bool is_temporary, Value& made);
  bool test(const code::Expression& expression);
  const Value* look_up(const code::Load& load);
  const Value* resolve(const Context& context, code::Symbol symbol);

  // call.cpp
  enum class Result : std::uint8_t { value, written };  // whether a macro's text is returned or written at once
  const Value& call(const code::Call& n, Span span, Result result, const Value* caller, Value& made);
  Value call_value(const Value& callee, GivenArguments& given, const code::Expression& written, Span span,
                   Result result);
  Value call_function(const Value& callee, GivenArguments& given, Span span);
  Value call_routine(const Routine& routine, std::string_view what, const Value& input, const GivenArguments& given,
                     Span span);
  GivenArguments evaluate_arguments(const code::Arguments& arguments);
  void run_macro(const Macro& macro, GivenArguments& given, const Place& place);
  void give_parameters(const Macro& macro, GivenArguments& given, const Place& place);
  void give_special_parameters(const Macro& macro, GivenArguments& given, const Place& place);
  void run_block(Context& context, code::Symbol block, std::size_t level, const Place& place);
  std::string_view written_text(Span span) const;
  // What `run` writes, as a value. An error ends the page, so nothing is put back after one, here and elsewhere.
  template <typename Run>
  Value captured(Run run) {
    std::string text;
    std::string* const before = std::exchange(out_, &text);
    run();
    out_ = before;
    return Value::html(std::move(text));
  }

  // execute.cpp
  void execute(const code::Body& body);
  void statement(const code::Text& n, Span span);
  void statement(const code::Output& n, Span span);
  void statement(const code::If& n, Span span);
  void statement(const code::For& n, Span span);
  void statement(const code::Set& n, Span span);
  void statement(const code::SetAttribute& n, Span span);
  void statement(const code::SetBlock& n, Span span);
  void statement(const code::With& n, Span span);
  void statement(const code::Block& n, Span span);
  void statement(const code::Extends& n, Span span);
  void statement(const code::Include& n, Span span);
  void statement(const code::Import& n, Span span);
  void statement(const code::MakeMacro& n, Span span);
  void statement(const code::CallBlock& n, Span span);
  void statement(const code::FilterBlock& n, Span span);
  bool is_written(code::Written written) const;
  bool loop_plainly(const code::For& n, const Value& items, const Place& place);
  bool loop_with_state(const code::For& n, const Value& items, const Place& place);
  void enter(const code::Entries& entries);
  void bind(const code::Target& target, const Value& value);
  void bind_parts(const code::Target& target, const Value& value);
  void refer(Slot& slot, const Value& value);
  void give(const code::Target& target, Value value);

  // frames.cpp
  void go_deeper(const code::Function& function, const Place& place);
  void come_back(const code::Function& function);
  Activation& begin(const code::Function& function, Context& context, Activation* closure);
  void end(Activation& activation);
  void run_root(Context& context, const code::Template& root, Map* exports, const Place& place);
  void export_names(const Activation& root, Map& exports) const;
  const code::Template* find_template(const code::TemplateName& name, bool may_be_missing);
  const Value& module(const code::Template& imported, const Place& place);
  Value make_module(const code::Template& imported, Context& context, const Place& place);
  Context& lasting_context();
  void give_names(Context& context, const code::Visibles& visibles);
  const Value* builtin(const std::string& name);

  Place place(Span span) const { return {&frame_->function->owner->file, span}; }

  const CodeSet& set_;
  const Map& globals_;
  const Map& page_;
  std::string* out_ = nullptr;
  Activation* frame_ = nullptr;
  const Value* captured_ = nullptr;
  std::size_t levels_ = 0;
  std::size_t depth_ = 0;
  std::vector<std::unique_ptr<Activation>> free_;
  std::vector<std::unique_ptr<Activation>> used_;
  std::vector<std::unique_ptr<Context>> contexts_;
  std::vector<std::shared_ptr<const Object>> namespaces_;
  std::unordered_map<const code::Template*, Value> modules_;
  std::unordered_map<const Routine*, Value> builtins_;
};

// The value of an expression that depends on constants only; none if it cannot be worked out.
std::optional<Value> work_out(const code::Expression& expression, const code::Template& owner);

}  // namespace armillary::templating
