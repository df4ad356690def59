// A template's tree to its code. Internal to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "templating/ast.h"
#include "templating/code.h"
#include "templating/code_set.h"
#include "templating/scope.h"
#include "templating/templating_messages.h"

namespace armillary::templating {

// That one template names another in a tag.
struct TemplateLink {
  const code::Template* from;
  const code::Template* to;
  Span place;  // of the name
};

// Compiles one template's tree into `result`, which is in `set` already. Reports unknown names of filters, tests,
// templates and arguments, and what stands where it must not. Returns the templates that are named.
std::vector<TemplateLink> compile_template(const ast::Body& body, code::Template& result, CodeSet& set,
                                           Diagnostics& diagnostics);

class Compiler {
 public:
  Compiler(code::Template& result, CodeSet& set, Diagnostics& diagnostics)
      : template_(result), set_(set), diagnostics_(diagnostics) {}

  std::vector<TemplateLink> run(const ast::Body& source);

 private:
  // Which part of a template is being compiled, as far as it matters to tags.
  struct Surroundings {
    bool top_level = false;       // not inside of a loop, block, macro, ...; `if` does not count
    bool root_level = false;      // nor inside of an `if`
    bool checks_extends = false;  // what is written counts only while nothing is extended
  };
  struct Frame {
    FrameLayout layout;
    std::uint16_t depth = 0;
  };
  class InScope;
  class InFrame;
  class Inside;

  // compile_expression.cpp
  code::Expression expression(const ast::Expression& source);
  static code::Expression node(const ast::Expression& source, const ast::Literal& literal);
  code::Expression node(const ast::Expression& source, const ast::Name& name);
  code::Expression node(const ast::Expression& source, const ast::ListLiteral& list);
  code::Expression node(const ast::Expression& source, const ast::MapLiteral& map);
  code::Expression node(const ast::Expression& source, const ast::Unary& unary);
  code::Expression node(const ast::Expression& source, const ast::Binary& binary);
  code::Expression node(const ast::Expression& source, const ast::Compare& compare);
  code::Expression node(const ast::Expression& source, const ast::Concat& concat);
  code::Expression node(const ast::Expression& source, const ast::Conditional& conditional);
  code::Expression node(const ast::Expression& source, const ast::Attribute& attribute);
  code::Expression node(const ast::Expression& source, const ast::Item& item);
  code::Expression node(const ast::Expression& source, const ast::Slice& slice);
  code::Expression node(const ast::Expression& source, const ast::Call& call);
  code::Expression node(const ast::Expression& source, const ast::Filter& filter);
  code::Expression node(const ast::Expression& source, const ast::Test& test);
  code::ExpressionPtr boxed(const ast::ExpressionPtr& source);
  std::vector<code::Expression> all(const std::vector<ast::Expression>& sources);
  code::Arguments arguments(const ast::Arguments& given);
  code::Expression apply(const ast::Expression& source, const Routine& routine, std::string_view what,
                         const ast::ExpressionPtr& input, const Located<std::string>& name,
                         const ast::Arguments& given);
  void give_arguments(code::Apply& result, std::string_view what, const Located<std::string>& name,
                      const ast::Arguments& given);
  void check_inner_routine(const Routine& routine, const ast::Arguments& given, bool is_test);
  code::Expression folded(code::Expression source);
  code::Load load(const std::string& name);
  static void make_quiet(code::Expression& expression);

  // compile_statement.cpp
  void body(const ast::Body& source, code::Body& result);
  void statement(const ast::Text& node, Span span, code::Body& result);
  void statement(const ast::Output& node, Span span, code::Body& result);
  void statement(const ast::If& node, Span span, code::Body& result);
  void statement(const ast::For& node, Span span, code::Body& result);
  void statement(const ast::Set& node, Span span, code::Body& result);
  void statement(const ast::SetAttribute& node, Span span, code::Body& result);
  void statement(const ast::SetBlock& node, Span span, code::Body& result);
  void statement(const ast::With& node, Span span, code::Body& result);
  void statement(const ast::Block& node, Span span, code::Body& result);
  void statement(const ast::Extends& node, Span span, code::Body& result);
  void statement(const ast::Include& node, Span span, code::Body& result);
  void statement(const ast::Import& node, Span span, code::Body& result);
  void statement(const ast::FromImport& node, Span span, code::Body& result);
  void statement(const ast::Macro& node, Span span, code::Body& result);
  void statement(const ast::CallBlock& node, Span span, code::Body& result);
  void statement(const ast::FilterBlock& node, Span span, code::Body& result);
  void find_blocks(const ast::Body& source);
  void block_function(const ast::Block& node, code::Function& result);
  std::unique_ptr<code::Function> macro_function(const std::string& name, Span span,
                                                 const std::vector<ast::Parameter>& parameters,
                                                 const ast::Body& source);
  code::LoopCondition loop_condition(const ast::For& node);
  code::TemplateName template_name(const ast::Expression& name, bool may_be_missing, bool& is_missing);
  code::Target target(const ast::Target& source);
  code::Entries entries(Scope& scope, bool is_frame);
  code::Visibles visibles();
  void note_top_level(const ast::Target& target, bool is_exported);
  void note_top_level(const std::string& name, bool is_exported);
  std::optional<code::Written> written() const;

  template <typename... Args>
  void report(const Message& message, Span span, const Args&... args) {
    diagnostics_.report(message, template_.file, span, args...);
  }
  code::Reference reference_to(const Scope::Variable& variable, const std::string& name);

  code::Template& template_;
  CodeSet& set_;
  Diagnostics& diagnostics_;
  std::vector<TemplateLink> links_;
  std::vector<const ast::Block*> blocks_;
  std::vector<Frame*> frames_;
  Scope* scope_ = nullptr;
  Surroundings surroundings_;
  std::uint16_t nesting_ = 0;
  bool has_extends_ = false;
  bool is_extending_ = false;  // behind an `extends` that is always reached
};

}  // namespace armillary::templating
