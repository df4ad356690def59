// The values that only templates have: ranges, sequences that are worked out step by step, namespaces, macros,
// imported templates, the `loop` of a loop. They live as long as one page is made.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "templating/iterate.h"
#include "templating/routine.h"
#include "templating/value.h"

namespace armillary::templating {

namespace code {
struct Function;
}
struct Activation;
struct Context;

struct Range {
  std::int64_t start = 0;
  std::int64_t step = 1;
  std::int64_t size = 0;
  std::int64_t written_stop = 0;  // as it was asked for, which is how a range is written

  std::int64_t at(std::int64_t index) const { return start + index * step; }
};

// A sequence that can be gone through once. `next` writes the next item or returns false.
struct Generator {
  std::function<bool(Value&)> next;
};

struct Namespace {
  Map values;
};

struct Builtin {
  const Routine* routine;
};

// `routine` is null for a method of Python's that this language leaves out.
struct BoundMethod {
  Value self;
  const Routine* routine;
  std::string name;
};

// An imported template: what it defines, and what it writes.
struct Module {
  std::string name;
  Map exports;
  std::string body;
};

// With the variables around its definition and the names it was defined among.
struct Macro {
  const code::Function* function;
  Activation* closure;
  Context* context;
};

// One definition of a block: the most special one at level 0, the one it replaces at 1, ...
struct BlockReference {
  Context* context;
  std::uint32_t symbol;
  std::size_t level;
};

// `self`, whose attributes are the blocks.
struct SelfReference {
  Context* context;
};

// super.super: what the block replaces in its turn; undefined if nothing.
Value block_above(const BlockReference& block);
// self.name; undefined if there is no such block.
Value block_of(const SelfReference& self, std::string_view name);

struct Object {
  using Content = std::variant<Range, Generator, Namespace, Builtin, BoundMethod, Module, Macro, BlockReference,
                               SelfReference, Loop>;
  mutable Content content;    // a loop goes on, a namespace is set, while values share them
  std::uint32_t nesting = 0;  // Value::nesting()
};

template <typename T>
Value make_object(T content, std::uint32_t nesting = 0) {
  return Value::object(std::make_shared<const Object>(Object{Object::Content(std::move(content)), nesting}));
}

// The value's content if it is an object of this type, else null.
template <typename T>
T* object_as(const Value& value) {
  return value.kind() == Value::Kind::object ? std::get_if<T>(&value.object().content) : nullptr;
}

// REQUIRES: `source` stays alive inside `next`.
inline Value make_generator(std::function<bool(Value&)> next, std::uint32_t nesting) {
  return make_object(Generator{std::move(next)}, nesting);
}

}  // namespace armillary::templating
