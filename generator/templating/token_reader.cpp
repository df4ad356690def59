#include "templating/token_reader.h"

#include <utility>

#include "templating/python_text.h"

namespace armillary::templating {

TokenReader::TokenReader(const SourceFile& file, std::vector<Token> tokens, Diagnostics& diagnostics)
    : file_(file), tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

const Token& TokenReader::next() {
  const Token& token = tokens_[at_];
  if (token.type != TokenType::end) ++at_;
  return token;
}

bool TokenReader::skip(TokenType type) {
  if (!is(type)) return false;
  next();
  return true;
}

bool TokenReader::skip_name(std::string_view name) {
  if (!is_name(name)) return false;
  next();
  return true;
}

const Token& TokenReader::expect(TokenType type, std::string_view what) {
  if (!is(type)) fail_expected(what);
  return next();
}

void TokenReader::expect_name(std::string_view name) {
  if (!skip_name(name)) fail_expected("'" + std::string(name) + "'");
}

Span TokenReader::since(std::size_t begin) const {
  const std::uint32_t end = at_ > 0 ? tokens_[at_ - 1].span.end : 0;
  return {static_cast<std::uint32_t>(begin), end};
}

void TokenReader::fail_expected(std::string_view what) { fail(kExpected, current().span, what, describe(current())); }

std::string TokenReader::describe(const Token& token) const {
  if (token.type == TokenType::tag_end || token.type == TokenType::output_end) return "the end of the tag";
  if (token.type == TokenType::end) return "the end of the template";
  if (token.type == TokenType::text) return "text outside of tags";
  return "'" + std::string(file_.slice(token.span)) + "'";
}

bool TokenReader::is_broken_tag() const {
  const auto is_border = [](const Token& token) {
    return token.type == TokenType::tag_begin || token.type == TokenType::output_begin ||
           token.type == TokenType::text || token.type == TokenType::end;
  };
  std::size_t begin = at_;
  while (begin > 0 && !is_border(tokens_[begin])) --begin;
  for (std::size_t at = begin + 1; at < tokens_.size() && !is_border(tokens_[at]); ++at) {
    if (tokens_[at].type == TokenType::broken) return true;
  }
  return false;
}

bool TokenReader::is_blank(Span span) const { return strip(file_.slice(span)).empty(); }

void TokenReader::skip_tag() {
  while (!is(TokenType::tag_end) && !is(TokenType::output_end)) {
    const bool outside = is(TokenType::text) || is(TokenType::tag_begin) || is(TokenType::output_begin);
    if (outside || is(TokenType::end)) return;
    next();
  }
  next();
}

}  // namespace armillary::templating
