#include "templating/parser.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

#include "base/suggest.h"
#include "templating/lexer.h"
#include "templating/parse_expression.h"
#include "templating/templating_messages.h"
#include "templating/token_reader.h"

namespace armillary::templating {

using namespace ast;

namespace {

// A tag of Jinja or of its extensions that this language leaves out, and what to do in its place.
struct ForeignTag {
  std::string_view name;
  std::string_view hint;
};

constexpr std::array kForeignTags{
    ForeignTag{"autoescape", "everything is escaped but what filter 'safe' marks"},
    ForeignTag{"break", "choose the items with 'if' in the loop's tag"},
    ForeignTag{"continue", "choose the items with 'if' in the loop's tag"},
    ForeignTag{"debug", "write the value with filter 'tojson'"},
    ForeignTag{"do", "use 'set'"},
    ForeignTag{"print", "write '{{ ... }}'"},
    ForeignTag{"trans", "use the words of templates/strings"},
};

using Ends = std::vector<std::string_view>;

// What `body` says where no tag ended it; that was reported.
constexpr std::string_view kUnclosed = "?";

class Parser {
 public:
  Parser(const SourceFile& file, Diagnostics& diagnostics)
      : tokens_(file, tokenize(file, diagnostics), diagnostics), expressions_(tokens_) {}

  Body run() {
    Body body;
    while (!tokens_.is(TokenType::end)) step(body);
    return body;
  }

 private:
  // A tag that waits for its end.
  struct Open {
    std::string_view keyword;
    Span span;
    Ends ends;  // the last is the tag's own end
  };
  struct Tag {
    std::string_view keyword;
    void (Parser::*parse)(Body&, Span);
  };
  static const std::array<Tag, 12> kTags;

  // Reads one text, output or tag.
  void step(Body& body) {
    const Span span = tokens_.current().span;
    if (tokens_.skip(TokenType::text)) {
      body.push_back({span, Text{}});
    } else if (tokens_.skip(TokenType::output_begin)) {
      output(body, span);
    } else if (tokens_.skip(TokenType::tag_begin)) {
      tag(body);
    } else {
      tokens_.next();  // what is left of a tag that was reported
    }
  }

  void output(Body& body, Span begin) {
    try {
      Expression value = expressions_.tuple();
      if (!tokens_.is(TokenType::output_end)) tokens_.fail_expected("'}}'");
      tokens_.next();
      body.push_back({tokens_.since(begin.begin), Output{std::move(value)}});
    } catch (const SyntaxError&) {
      tokens_.skip_tag();
    }
  }

  void tag(Body& body) {
    open_targets_ = 0;
    try {
      if (!tokens_.is(TokenType::name)) tokens_.fail_expected("a tag's name");
      const Token& token = tokens_.next();
      const auto* known =
          std::find_if(kTags.begin(), kTags.end(), [&](const Tag& tag) { return tag.keyword == token.text; });
      if (known == kTags.end()) fail_unknown(token);
      (this->*known->parse)(body, token.span);
    } catch (const SyntaxError&) {
      tokens_.skip_tag();
    }
  }

  [[noreturn]] void fail_unknown(const Token& token) {
    const std::string& name = token.text;
    for (const ForeignTag& foreign : kForeignTags) {
      if (name == foreign.name) tokens_.fail(kForeignTag, token.span, name, foreign.hint);
      if (name == "end" + std::string(foreign.name)) throw SyntaxError();
    }
    std::vector<std::string_view> names{"else",    "elif",     "endif",    "endfor",  "endset",
                                        "endwith", "endblock", "endmacro", "endcall", "endfilter"};
    if (std::find(names.begin(), names.end(), name) != names.end()) tokens_.fail(kUnexpectedEnd, token.span, name, "");
    for (const Tag& tag : kTags) names.push_back(tag.keyword);
    names.emplace_back("raw");
    tokens_.fail(kUnknownTag, token.span, name, did_you_mean(name, names));
  }

  // Reads what stands in a tag behind its keyword, and the tag's end. After an error the rest of the tag is
  // skipped, so that its body and its end are still read as such.
  template <typename Read>
  void head(Read read) {
    try {
      read();
      end_tag();
    } catch (const SyntaxError&) {
      tokens_.skip_tag();
    }
  }

  void end_tag() {
    if (!tokens_.is(TokenType::tag_end)) tokens_.fail_expected("'%}'");
    tokens_.next();
  }

  // As `head`, for a tag with a body, behind which a colon may stand.
  template <typename Read>
  void opening(Read read) {
    head([&] {
      read();
      tokens_.skip(TokenType::colon);
    });
  }

  // Reads up to one of the tags that end this one, and that tag's keyword. Returns the keyword.
  std::string_view body(Body& body, std::string_view keyword, Span span, Ends ends) {
    if (open_.size() >= kMaxTagDepth) {
      tokens_.report(kTemplateTooDeep, span, "tags are", kMaxTagDepth);
      gave_up_ = true;
      tokens_.skip_all();
    }
    open_.push_back({keyword, span, std::move(ends)});
    std::string_view end;
    while (end.empty()) {
      end = at_end();
      if (end.empty()) step(body);
    }
    open_.pop_back();
    return end;
  }

  // The keyword of the tag that ends the innermost open one, read; "?" if that one is not closed; else "".
  std::string_view at_end() {
    const Open& open = open_.back();
    if (tokens_.is(TokenType::end)) return report_unclosed(open, "");
    if (!tokens_.is(TokenType::tag_begin) || tokens_.following().type != TokenType::name) return {};
    const std::string& name = tokens_.following().text;
    const auto end = std::find(open.ends.begin(), open.ends.end(), name);
    if (end != open.ends.end()) {
      tokens_.next();
      tokens_.next();
      return *end;
    }
    const bool ends_outer = std::any_of(open_.begin(), open_.end(), [&](const Open& outer) {
      return std::find(outer.ends.begin(), outer.ends.end(), name) != outer.ends.end();
    });
    return ends_outer ? report_unclosed(open, " before '" + name + "'") : std::string_view();
  }

  std::string_view report_unclosed(const Open& open, std::string_view before) {
    if (!gave_up_) {
      tokens_.report(kUnclosedTag, open.span, open.keyword, tokens_.line_of(open.span), before, open.ends.back());
    }
    return kUnclosed;
  }

  // Reads a body up to its only end, and that tag.
  void body_and_end(Body& into, std::string_view keyword, Span span, std::string_view end) {
    if (body(into, keyword, span, {end}) != kUnclosed) head([] {});
  }

  Located<std::string> name(std::string_view what) {
    const Token& token = tokens_.expect(TokenType::name, what);
    return {token.text, token.span};
  }

  // --- Targets

  // One name, or several for the parts of a value; ends before '=', 'in' and the tag's end.
  Target target() {
    const std::size_t begin = tokens_.current().span.begin;
    Target first = single_target();
    if (!tokens_.is(TokenType::comma)) return first;
    Target all;
    all.parts.push_back(std::move(first));
    while (tokens_.skip(TokenType::comma)) {
      if (tokens_.is(TokenType::right_parenthesis)) break;
      all.parts.push_back(single_target());
    }
    all.span = tokens_.since(begin);
    return all;
  }

  Target single_target() {
    const Token& token = tokens_.current();
    if (tokens_.skip(TokenType::left_parenthesis)) {
      if (open_targets_ >= kMaxTagDepth) tokens_.fail(kTemplateTooDeep, token.span, "names are", kMaxTagDepth);
      ++open_targets_;
      Target inner = target();
      --open_targets_;
      tokens_.expect(TokenType::right_parenthesis, "')'");
      return inner;
    }
    if (!tokens_.is(TokenType::name)) tokens_.fail_expected("a name");
    for (const std::string_view constant : {"true", "True", "false", "False", "none", "None"}) {
      if (token.text == constant) tokens_.fail(kCannotAssign, token.span, "'" + token.text + "'");
    }
    tokens_.next();
    return {token.span, token.text, {}};
  }

  // --- Tags

  void if_tag(Body& into, Span keyword) {
    If node;
    std::string_view end = "elif";
    while (end == "elif") {
      Branch& branch = node.branches.emplace_back();
      opening([&] { branch.test = expressions_.tuple(ExpressionParser::Inline::plain); });
      end = body(branch.body, "if", keyword, {"elif", "else", "endif"});
    }
    if (end == "else") {
      opening([] {});
      end = body(node.otherwise, "if", keyword, {"endif"});
    }
    if (end != kUnclosed) head([] {});
    into.push_back({keyword, std::move(node)});
  }

  void for_tag(Body& into, Span keyword) {
    For node;
    opening([&] {
      node.target = target();
      tokens_.expect_name("in");
      node.items = expressions_.tuple(ExpressionParser::Inline::plain);
      if (tokens_.skip_name("if")) node.condition = expressions_.expression();
      if (tokens_.is_name("recursive")) {
        tokens_.fail(kForeignTag, tokens_.current().span, "recursive", "use a macro that calls itself");
      }
    });
    std::string_view end = body(node.body, "for", keyword, {"else", "endfor"});
    if (end == "else") {
      opening([] {});
      end = body(node.otherwise, "for", keyword, {"endfor"});
    }
    if (end != kUnclosed) head([] {});
    into.push_back({keyword, std::move(node)});
  }

  void set_tag(Body& into, Span keyword) {
    if (tokens_.following().type == TokenType::dot) return set_attribute(into, keyword);
    SetBlock block;
    std::optional<Expression> value;
    const auto read = [&] {
      block.target = target();
      if (tokens_.skip(TokenType::assign)) {
        value = expressions_.tuple();
      } else if (tokens_.is(TokenType::pipe)) {
        block.filter = expressions_.filters(false);
      } else if (!tokens_.is(TokenType::tag_end) && !tokens_.is(TokenType::colon)) {
        tokens_.fail_expected("'=', '|' or '%}'");
      }
      if (!value) tokens_.skip(TokenType::colon);
      end_tag();
    };
    read();
    if (value) {
      into.push_back({keyword, Set{std::move(block.target), std::move(*value)}});
      return;
    }
    body_and_end(block.body, "set", keyword, "endset");
    into.push_back({keyword, std::move(block)});
  }

  void set_attribute(Body& into, Span keyword) {
    Located<std::string> space = name("a name");
    tokens_.next();
    Located<std::string> attribute = name("a name after '.'");
    tokens_.expect(TokenType::assign, "'='");
    Expression value = expressions_.tuple();
    end_tag();
    into.push_back({keyword, SetAttribute{std::move(space), std::move(attribute), std::move(value)}});
  }

  void with_tag(Body& into, Span keyword) {
    With node;
    opening([&] {
      if (tokens_.is(TokenType::tag_end) || tokens_.is(TokenType::colon)) return;
      do {
        Target names = target();
        tokens_.expect(TokenType::assign, "'='");
        node.values.emplace_back(std::move(names), expressions_.expression());
      } while (tokens_.skip(TokenType::comma));
    });
    body_and_end(node.body, "with", keyword, "endwith");
    into.push_back({keyword, std::move(node)});
  }

  void block_tag(Body& into, Span keyword) {
    Block node;
    opening([&] {
      node.name = name("the block's name");
      node.scoped = tokens_.skip_name("scoped");
      node.required = tokens_.skip_name("required");
    });
    const std::string_view end = body(node.body, "block", keyword, {"endblock"});
    if (end != kUnclosed) head([&] { tokens_.skip_name(node.name.value); });
    const bool is_empty = std::all_of(node.body.begin(), node.body.end(), [this](const Statement& statement) {
      return std::holds_alternative<Text>(statement.node) && tokens_.is_blank(statement.span);
    });
    if (node.required && !is_empty) tokens_.report(kRequiredBlockHasContent, node.name.span, node.name.value);
    into.push_back({keyword, std::move(node)});
  }

  void extends_tag(Body& into, Span keyword) {
    Extends node{expressions_.expression()};
    end_tag();
    into.push_back({keyword, std::move(node)});
  }

  // "with context" or "without context", if it stands here.
  std::optional<Context> context() {
    const bool with = tokens_.is_name("with");
    if ((!with && !tokens_.is_name("without")) || tokens_.following().text != "context") return std::nullopt;
    tokens_.next();
    tokens_.next();
    return with ? Context::with : Context::without;
  }

  void include_tag(Body& into, Span keyword) {
    Include node{expressions_.expression()};
    if (tokens_.is_name("ignore") && tokens_.following().text == "missing") {
      tokens_.next();
      tokens_.next();
      node.ignore_missing = true;
    }
    node.context = context().value_or(Context::with);
    end_tag();
    into.push_back({keyword, std::move(node)});
  }

  void import_tag(Body& into, Span keyword) {
    Import node{expressions_.expression(), {}};
    tokens_.expect_name("as");
    node.as = name("a name after 'as'");
    node.context = context().value_or(Context::without);
    end_tag();
    into.push_back({keyword, std::move(node)});
  }

  void from_tag(Body& into, Span keyword) {
    FromImport node{expressions_.expression(), {}};
    tokens_.expect_name("import");
    std::optional<Context> how;
    do {
      how = context();
      if (how) break;
      Located<std::string> exported = name("a name to import");
      if (exported.value.starts_with('_')) tokens_.fail(kPrivateName, exported.span, exported.value);
      Located<std::string> here = exported;
      if (tokens_.skip_name("as")) here = name("a name after 'as'");
      node.names.emplace_back(std::move(exported), std::move(here));
      how = context();
    } while (!how && tokens_.skip(TokenType::comma));
    node.context = how.value_or(Context::without);
    end_tag();
    into.push_back({keyword, std::move(node)});
  }

  std::vector<Parameter> parameters() {
    std::vector<Parameter> result;
    tokens_.expect(TokenType::left_parenthesis, "'('");
    if (tokens_.skip(TokenType::right_parenthesis)) return result;
    do {
      Parameter parameter{name("a parameter's name"), {}};
      for (const Parameter& other : result) {
        if (other.name.value == parameter.name.value) {
          tokens_.fail(kDuplicateParameter, parameter.name.span, parameter.name.value);
        }
      }
      if (tokens_.skip(TokenType::assign)) {
        parameter.default_value = expressions_.expression();
      } else if (!result.empty() && result.back().default_value) {
        tokens_.fail(kDefaultOrder, parameter.name.span, parameter.name.value);
      }
      result.push_back(std::move(parameter));
    } while (tokens_.skip(TokenType::comma));
    tokens_.expect(TokenType::right_parenthesis, "',' or ')'");
    return result;
  }

  void macro_tag(Body& into, Span keyword) {
    Macro node;
    opening([&] {
      node.name = name("the macro's name");
      node.parameters = parameters();
    });
    body_and_end(node.body, "macro", keyword, "endmacro");
    into.push_back({keyword, std::move(node)});
  }

  void call_tag(Body& into, Span keyword) {
    CallBlock node;
    opening([&] {
      if (tokens_.is(TokenType::left_parenthesis)) node.parameters = parameters();
      const Token& first = tokens_.current();
      node.call = expressions_.expression();
      if (!std::holds_alternative<Call>(node.call.node)) {
        tokens_.fail(kExpectedCall, node.call.span, tokens_.describe(first));
      }
    });
    body_and_end(node.body, "call", keyword, "endcall");
    into.push_back({keyword, std::move(node)});
  }

  void filter_tag(Body& into, Span keyword) {
    FilterBlock node;
    opening([&] { node.filter = expressions_.filters(true); });
    body_and_end(node.body, "filter", keyword, "endfilter");
    into.push_back({keyword, std::move(node)});
  }

  TokenReader tokens_;
  ExpressionParser expressions_;
  std::vector<Open> open_;
  std::size_t open_targets_ = 0;
  bool gave_up_ = false;
};

const std::array<Parser::Tag, 12> Parser::kTags{
    Tag{"if", &Parser::if_tag},           Tag{"for", &Parser::for_tag},       Tag{"set", &Parser::set_tag},
    Tag{"with", &Parser::with_tag},       Tag{"block", &Parser::block_tag},   Tag{"extends", &Parser::extends_tag},
    Tag{"include", &Parser::include_tag}, Tag{"import", &Parser::import_tag}, Tag{"from", &Parser::from_tag},
    Tag{"macro", &Parser::macro_tag},     Tag{"call", &Parser::call_tag},     Tag{"filter", &Parser::filter_tag}};

}  // namespace

Body parse_template(const SourceFile& file, Diagnostics& diagnostics) { return Parser(file, diagnostics).run(); }

}  // namespace armillary::templating
