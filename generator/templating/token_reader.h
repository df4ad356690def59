// A walk over a template's tokens, and the errors of grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "templating/templating_messages.h"
#include "templating/token.h"

namespace armillary::templating {

// Thrown once the error is reported; the tag it happened in is then skipped.
struct SyntaxError {};

class TokenReader {
 public:
  TokenReader(const SourceFile& file, std::vector<Token> tokens, Diagnostics& diagnostics);

  const Token& current() const { return tokens_[at_]; }
  const Token& following() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  bool is(TokenType type) const { return current().type == type; }
  bool is_name(std::string_view name) const { return is(TokenType::name) && current().text == name; }

  const Token& next();  // returns what was current
  bool skip(TokenType type);
  bool skip_name(std::string_view name);
  const Token& expect(TokenType type, std::string_view what);
  void expect_name(std::string_view name);

  // From `begin` to the end of the last token that was read.
  Span since(std::size_t begin) const;

  // "expected WHAT, found ..." at the current token.
  [[noreturn]] void fail_expected(std::string_view what);

  template <typename... Args>
  void report(const Message& message, Span span, const Args&... args) {
    diagnostics_.report(message, file_, span, args...);
  }

  // Says nothing of a tag in which the lexer found something wrong already.
  template <typename... Args>
  [[noreturn]] void fail(const Message& message, Span span, const Args&... args) {
    if (!is_broken_tag()) report(message, span, args...);
    throw SyntaxError();
  }

  // What stands there, for a message: 'for', or "the end of the tag".
  std::string describe(const Token& token) const;
  std::size_t line_of(Span span) const { return position_at(file_.text, span.begin).line; }

  // Skips what is left of a tag, and its end.
  void skip_tag();
  void skip_all() { at_ = tokens_.size() - 1; }
  bool is_broken_tag() const;
  bool is_blank(Span span) const;  // whether only white space stands there

 private:
  const SourceFile& file_;
  std::vector<Token> tokens_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
};

}  // namespace armillary::templating
