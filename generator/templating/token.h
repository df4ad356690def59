// The pieces of a template's text.
#pragma once

#include <cstdint>
#include <string>

#include "base/source.h"

namespace armillary::templating {

enum class TokenType : std::uint8_t {
  text,          // outside of tags; the span is what is written, after white space control
  output_begin,  // {{
  output_end,    // }}
  tag_begin,     // {%
  tag_end,       // %}
  name,
  string,
  integer,
  floating,
  add,
  sub,
  mul,
  div,
  floor_div,
  mod,
  pow,
  tilde,
  pipe,
  dot,
  comma,
  colon,
  assign,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  broken,  // what stood here was reported already
  end
};

struct Token {
  TokenType type = TokenType::end;
  Span span;
  std::string text;  // of a name; of a string after its escapes are resolved
  std::int64_t integer = 0;
  double floating = 0;
};

}  // namespace armillary::templating
