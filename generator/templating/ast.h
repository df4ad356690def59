// A template as its author wrote it: every node with its place.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.h"
#include "templating/value.h"

namespace armillary::templating::ast {

struct Expression;
struct Association;
struct Comparand;
using ExpressionPtr = std::unique_ptr<Expression>;

enum class UnaryOperator : std::uint8_t { negative, positive, logical_not };
enum class BinaryOperator : std::uint8_t { add, sub, mul, div, floor_div, mod, pow, logical_and, logical_or };
enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal, in, not_in };

struct Keyword {
  Located<std::string> name;
  ExpressionPtr value;
};

struct Arguments {
  std::vector<Expression> positional;
  std::vector<Keyword> named;
  ExpressionPtr list;     // *list
  ExpressionPtr mapping;  // **mapping
};

struct Literal {
  Value value;
};

struct Name {
  std::string name;
};

struct ListLiteral {
  std::vector<Expression> items;
  ListKind kind = ListKind::list;
};

struct MapLiteral {
  std::vector<Association> entries;
};

struct Unary {
  UnaryOperator op;
  ExpressionPtr operand;
};

struct Binary {
  BinaryOperator op;
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
  Located<std::string> name;
};

struct Item {
  ExpressionPtr object;
  ExpressionPtr index;
};

struct Slice {
  ExpressionPtr object;
  ExpressionPtr start;  // each may be null
  ExpressionPtr stop;
  ExpressionPtr step;
};

struct Call {
  ExpressionPtr callee;
  Arguments arguments;
};

struct Filter {
  ExpressionPtr input;  // null where the input is what a tag captured
  Located<std::string> name;
  Arguments arguments;
};

struct Test {
  ExpressionPtr input;
  Located<std::string> name;
  Arguments arguments;
};

struct Expression {
  using Node = std::variant<Literal, Name, ListLiteral, MapLiteral, Unary, Binary, Compare, Concat, Conditional,
                            Attribute, Item, Slice, Call, Filter, Test>;
  Span span;
  std::uint16_t depth = 1;  // of the tree below
  Node node;
};

// An entry of a mapping.
struct Association {
  Expression key;
  Expression value;
};

// One of the operands that are compared with the one before.
struct Comparand {
  Comparison comparison;
  Expression operand;
};

struct Statement;
using Body = std::vector<Statement>;

// What is given a value: a name, or several for the parts of one value.
struct Target {
  Span span;
  std::string name;  // empty if `parts` counts
  std::vector<Target> parts;
};

struct Text {};  // the statement's span is what is written

struct Output {
  Expression value;
};

struct Branch {
  Expression test;
  Body body;
};

struct If {
  std::vector<Branch> branches;
  Body otherwise;
};

struct For {
  Target target;
  Expression items;
  std::optional<Expression> condition;
  Body body;
  Body otherwise;
};

struct Set {
  Target target;
  Expression value;
};

struct SetAttribute {
  Located<std::string> name;
  Located<std::string> attribute;
  Expression value;
};

struct SetBlock {
  Target target;
  std::optional<Expression> filter;
  Body body;
};

struct With {
  std::vector<std::pair<Target, Expression>> values;
  Body body;
};

struct Block {
  Located<std::string> name;
  bool scoped = false;
  bool required = false;
  Body body;
};

struct Extends {
  Expression name;
};

enum class Context : std::uint8_t { with, without };

struct Include {
  Expression name;
  bool ignore_missing = false;
  Context context = Context::with;
};

struct Import {
  Expression name;
  Located<std::string> as;
  Context context = Context::without;
};

struct FromImport {
  Expression name;
  std::vector<std::pair<Located<std::string>, Located<std::string>>> names;  // exported name, name here
  Context context = Context::without;
};

struct Parameter {
  Located<std::string> name;
  std::optional<Expression> default_value;
};

struct Macro {
  Located<std::string> name;
  std::vector<Parameter> parameters;
  Body body;
};

struct CallBlock {
  std::vector<Parameter> parameters;
  Expression call;
  Body body;
};

struct FilterBlock {
  Expression filter;
  Body body;
};

struct Statement {
  using Node = std::variant<Text, Output, If, For, Set, SetAttribute, SetBlock, With, Block, Extends, Include, Import,
                            FromImport, Macro, CallBlock, FilterBlock>;
  Span span;
  Node node;
};

}  // namespace armillary::templating::ast
