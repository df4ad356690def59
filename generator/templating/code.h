// A template ready to be rendered: names are places in frames, filters are functions, constants are worked out.
// Immutable; many threads render it at once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.h"
#include "templating/ast.h"
#include "templating/routine.h"
#include "templating/value.h"

namespace armillary::templating::code {

using Symbol = std::uint32_t;  // a name, as a number of its template set

struct Expression;
struct Association;
struct Comparand;
using ExpressionPtr = std::unique_ptr<Expression>;
struct Function;
struct Template;

// A variable: of this frame, or of the frame `hops` definitions further out.
struct Reference {
  std::uint16_t hops = 0;
  std::uint16_t slot = 0;
};

// --- Expressions

struct Constant {
  Value value;
};

struct Load {
  Reference from;
  Symbol symbol = 0;
  bool resolves = false;  // an empty slot stands for the page's or the site's value of that name
  bool quiet = false;     // undefined is fine, and its reason will not be asked for
};

// What the tag around captured: the input of its filter.
struct Captured {};

struct MakeList {
  std::vector<Expression> items;
  ListKind kind;
};

struct MakeMap {
  std::vector<Association> entries;
};

struct Unary {
  ast::UnaryOperator op;
  ExpressionPtr operand;
};

struct Binary {
  ast::BinaryOperator op;
  ExpressionPtr left;
  ExpressionPtr right;
};

struct Compare {
  ExpressionPtr first;
  std::vector<Comparand> rest;
};

struct Concat {
  std::vector<Expression> parts;
};

struct Conditional {
  ExpressionPtr test;
  ExpressionPtr yes;
  ExpressionPtr no;  // may be null
};

struct Attribute {
  ExpressionPtr object;
  std::string name;
  std::uint32_t name_hash = 0;
  bool quiet = false;
  bool hides_key = false;  // a mapping has a method of this name, so its key cannot be meant
  const Routine* map_method = nullptr;
  const Routine* text_method = nullptr;

  MapKey key() const { return {name, name_hash}; }
};

struct Item {
  ExpressionPtr object;
  ExpressionPtr index;
  bool quiet = false;
};

struct Slice {
  ExpressionPtr object;
  ExpressionPtr start;  // each may be null
  ExpressionPtr stop;
  ExpressionPtr step;
};

struct Arguments {
  std::vector<Expression> positional;
  std::vector<std::pair<std::string, ExpressionPtr>> named;
  ExpressionPtr list;     // may be null
  ExpressionPtr mapping;  // may be null
};

struct Call {
  ExpressionPtr callee;
  Arguments arguments;
};

// A filter or a test.
struct Apply {
  const Routine* routine;
  ExpressionPtr input;
  std::vector<ExpressionPtr> arguments;  // in the order of the routine's parameters; null where not given
  std::vector<Expression> rest;
  std::vector<std::pair<std::string, ExpressionPtr>> named;
};

struct Expression {
  using Node = std::variant<Constant, Load, Captured, MakeList, MakeMap, Unary, Binary, Compare, Concat, Conditional,
                            Attribute, Item, Slice, Call, Apply>;
  Span span;
  Node node;
};

// As in a template's tree.
struct Association {
  Expression key;
  Expression value;
};

struct Comparand {
  ast::Comparison comparison;
  Expression operand;
};

// --- Statements

struct Statement;
using Body = std::vector<Statement>;

struct Target {
  Span span;
  std::uint16_t slot = 0;  // if there are no parts
  std::vector<Target> parts;
};

// What happens to a scope's slots when it is entered.
struct Entry {
  enum class Kind : std::uint8_t {
    clear,
    take  // what `from` stands for: the outer variable, or the slot itself to have it looked up now
  };
  Kind kind = Kind::clear;
  std::uint16_t slot = 0;
  Load from;
};
using Entries = std::vector<Entry>;

// The variables that an included template sees, innermost first.
struct Visible {
  Symbol symbol;
  Reference from;
};
using Visibles = std::vector<Visible>;

// In a template with `extends`, text and outputs at the top level are written only until the tag is reached.
enum class Written : std::uint8_t { always, unless_extending };

struct Text {
  std::string text;
  Written written;
};

struct Output {
  Expression value;
  Written written;
};

struct Branch {
  Expression test;
  Body body;
};

struct If {
  std::vector<Branch> branches;
  Body otherwise;
};

struct LoopCondition {
  Target target;
  Entries entries;
  Expression test;
};

struct For {
  Target target;
  Expression items;
  std::optional<LoopCondition> condition;
  std::optional<std::uint16_t> loop_slot;
  Entries entries;
  Body body;
  Entries else_entries;
  Body otherwise;
};

struct Set {
  Target target;
  Expression value;
};

struct SetAttribute {
  Load space;
  std::string space_name;
  std::string attribute;
  Expression value;
};

struct SetBlock {
  Target target;
  Entries entries;
  std::optional<Expression> filter;
  Body body;
};

struct With {
  std::vector<std::pair<Target, Expression>> values;
  Entries entries;
  Body body;
};

struct Block {
  Symbol name;
  bool scoped;
  bool required;
  Written written;
  Visibles visibles;
};

// A template that a tag names: known when the set is compiled, or worked out when the page is made.
struct TemplateName {
  const Template* known = nullptr;
  Expression name;
};

struct Extends {
  TemplateName parent;
};

struct Include {
  TemplateName name;
  bool ignore_missing;
  bool with_context;
  Visibles visibles;
};

struct Import {
  TemplateName name;
  bool with_context;
  Visibles visibles;
  std::optional<std::uint16_t> module_slot;                  // import ... as
  std::vector<std::pair<std::string, std::uint16_t>> names;  // from ... import
};

struct MakeMacro {
  std::uint16_t slot;
  std::unique_ptr<Function> function;
};

struct CallBlock {
  std::unique_ptr<Function> function;
  Expression call;  // a Call
};

struct FilterBlock {
  Entries entries;
  Body body;
  Expression filter;
};

struct Statement {
  using Node = std::variant<Text, Output, If, For, Set, SetAttribute, SetBlock, With, Block, Extends, Include, Import,
                            MakeMacro, CallBlock, FilterBlock>;
  Span span;
  Node node;
};

// --- Templates

struct Parameter {
  std::string name;
  std::uint16_t slot;
  ExpressionPtr default_value;  // may be null
};

// What has a frame of its own: a template's top level, a block, a macro, the body of a `call`.
struct Function {
  const Template* owner = nullptr;
  std::string name;
  std::uint16_t slots = 0;
  std::uint16_t depth = 0;    // how deep its tags and expressions stand in each other
  bool has_closures = false;  // macros inside may outlive the frame, so the frame must own what it refers to
  Entries entries;
  Body body;
  std::vector<Parameter> parameters;
  std::optional<std::uint16_t> caller_slot;
  std::optional<std::uint16_t> named_slot;  // kwargs
  std::optional<std::uint16_t> rest_slot;   // varargs
  std::optional<std::uint16_t> self_slot;
  std::optional<std::uint16_t> super_slot;
  Symbol block = 0;
  Span place;  // of a macro's definition
};

// A variable of a template's top level: blocks and extended templates see it, and importers if it is public.
struct TopLevelName {
  Symbol symbol;
  std::uint16_t slot;
  bool is_exported;
};

struct Template {
  std::string name;
  SourceFile file;
  Function root;
  std::unordered_map<Symbol, Function> blocks;
  std::vector<TopLevelName> top_level;  // by symbol
  std::vector<std::string> names;       // all that are given a value somewhere in it, for suggestions
  bool makes_macros = false;            // or others that outlive a frame; it, or perhaps what it extends
};

}  // namespace armillary::templating::code
