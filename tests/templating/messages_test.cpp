// Every mistake in a template that has a code: what is said, and where.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "templating/lexer.h"
#include "templating/template_set.h"

using namespace armillary;
using namespace armillary::templating;

namespace {

struct Mistake {
  std::string text;  // of the template main.html
  std::string code;
  std::size_t line;
  std::size_t column;
  std::string message;
};

// What is said first of a template, when it is compiled or else when /zh/ is made with it.
Diagnostics diagnostics_of(const std::string& text) {
  Diagnostics diagnostics;
  std::vector<NamedTemplate> templates;
  templates.push_back({"main.html", {"templates/main.html", text}});
  templates.push_back({"other.html", {"templates/other.html", "{% macro m() %}{% endmacro %}"}});
  const TemplateSet set = TemplateSet::compile(std::move(templates), diagnostics);
  if (diagnostics.has_errors()) return diagnostics;
  Map globals;
  globals.set("count", Value(Function([](std::span<const Value>) -> Value { return 1; })));
  globals.set("fail", Value(Function([](std::span<const Value>) -> Value { throw CallError{"it failed"}; })));
  Map page;
  page.set("name", "tea");
  page.set("record", Map().set("title", "x"));
  std::string out;
  set.render("main.html", globals, page, "/zh/", out, diagnostics);
  return diagnostics;
}

const std::vector<Mistake> kMistakes = {
    {R"t({% if (name %}a{% endif %})t", "template-unclosed", 1, 7, R"t('(' is not closed; ')' is missing)t"},
    {R"t({{ [name }})t", "template-unclosed", 1, 4, R"t('[' is not closed; ']' is missing)t"},
    {R"t({{ [name) }})t", "template-bracket", 1, 9, R"t(')' closes nothing here; ']' is due before it)t"},
    {R"t({{ name} }})t", "template-bracket", 1, 8, R"t('}' closes nothing here)t"},
    {R"t({% if name)t", "template-unclosed", 1, 1, R"t('{%' is not closed; '%}' is missing)t"},
    {R"t({%)t", "template-unclosed", 1, 1, R"t('{%' is not closed; '%}' is missing)t"},
    {R"t({{ 1)t", "template-unclosed", 1, 1, R"t('{{' is not closed; '}}' is missing)t"},
    {R"t({{ 0)t", "template-unclosed", 1, 1, R"t('{{' is not closed; '}}' is missing)t"},
    {R"t({{ 1.)t", "template-unclosed", 1, 1, R"t('{{' is not closed; '}}' is missing)t"},
    {R"t({{ 1e)t", "template-unclosed", 1, 1, R"t('{{' is not closed; '}}' is missing)t"},
    {R"t({# a)t", "template-unclosed", 1, 1, R"t('{#' is not closed; '#}' is missing)t"},
    {R"t({% raw %}a{%)t", "template-unclosed", 1, 1, R"t('{% raw %}' is not closed; '{% endraw %}' is missing)t"},
    {R"t({% 1 %})t", "template-syntax", 1, 4, R"t(expected a tag's name, found '1')t"},
    {R"t({% for x in [1] recursive %}{% endfor %})t", "tag-not-supported", 1, 17,
     R"t('recursive' is not part of the template language; use a macro that calls itself)t"},
    {R"t({{ 'a'|replace(*['a', 'b']) }})t", "tag-not-supported", 1, 17,
     R"t('*' is not part of the template language; write the arguments of a filter or test one by one)t"},
    {R"t({{ 'a'|replace(**name) }})t", "tag-not-supported", 1, 18,
     R"t('**' is not part of the template language; write the arguments of a filter or test one by one)t"},
    {R"t({{ count(a=1, a=2) }})t", "repeated-argument", 1, 15, R"t(argument 'a' is given twice to one call)t"},
    {R"t({{ count(*name, *name) }})t", "argument-order", 1, 17, R"t('*' cannot stand after '*' or '**')t"},
    {R"t({{ count(**name, *name) }})t", "argument-order", 1, 18, R"t('*' cannot stand after '*' or '**')t"},
    {R"t({{ count(**name, **name) }})t", "argument-order", 1, 18, R"t('**' cannot stand after '**')t"},
    {R"t({{ count(**name, a=1) }})t", "argument-order", 1, 18, R"t(an argument with a name cannot stand after '**')t"},
    {R"t({{ count(*name, 1) }})t", "argument-order", 1, 17,
     R"t(an argument without a name cannot stand after one with a name)t"},
    {R"t({{ count(**name, 1) }})t", "argument-order", 1, 18,
     R"t(an argument without a name cannot stand after one with a name)t"},
    {R"t({{ "\ud800" }})t", "template-escape", 1, 5,
     R"t('\ud800' is not a complete escape; write '\\' for a backslash)t"},
    {R"t({{ "\U00110000" }})t", "template-escape", 1, 5,
     R"t('\U00110000' is not a complete escape; write '\\' for a backslash)t"},
    {R"t({{ "\N{no such}" }})t", "template-escape", 1, 5,
     R"t('\N{no such}' is not a complete escape; write '\\' for a backslash)t"},
    {R"t({{ "\Nx" }})t", "template-escape", 1, 5, R"t('\N' is not a complete escape; write '\\' for a backslash)t"},
    {R"t({{ "\xz \xy" }})t", "template-escape", 1, 5, R"t('\x' is not a complete escape; write '\\' for a backslash)t"},
    {R"t({{ a ? b }})t", "template-character", 1, 6, R"t('?' has no meaning inside a tag)t"},
    {R"t({{ 'tea }})t", "template-unclosed-text", 1, 4,
     R"t(the text that begins with ' is not closed; write ' at its end)t"},
    {R"t({{ "a\xZ" }})t", "template-escape", 1, 6, R"t('\x' is not a complete escape; write '\\' for a backslash)t"},
    {R"t({{ 12345678901234567890 }})t", "template-number-too-large", 1, 4,
     R"t('12345678901234567890' is too large; a whole number has at most 18 digits)t"},
    {R"t({{ name)t", "template-unclosed", 1, 1, R"t('{{' is not closed; '}}' is missing)t"},
    {R"t({{ a) }})t", "template-bracket", 1, 5, R"t(')' closes nothing here)t"},
    {R"t({{ 1 + }})t", "template-syntax", 1, 8, R"t(expected an expression, found the end of the tag)t"},
    {R"t({% fro x in y %}{% endfro %})t", "unknown-tag", 1, 4, R"t(unknown tag 'fro'; did you mean 'for' or 'from'?)t"},
    {R"t({% trans %}a{% endtrans %})t", "tag-not-supported", 1, 4,
     R"t('trans' is not part of the template language; use the words of templates/strings)t"},
    {R"t({% if true %}a)t", "unclosed-tag", 1, 4, R"t('if', opened on line 1, is not closed; 'endif' is missing)t"},
    {R"t(a{% endif %})t", "unexpected-end-tag", 1, 5, R"t('endif' belongs to no open tag)t"},
    {R"t({% for loop in [1] %}{% endfor %})t", "loop-is-reserved", 1, 8,
     R"t('loop' is the loop's own name; choose another one)t"},
    {R"t({% macro m(a=1, b) %}{% endmacro %})t", "parameter-order", 1, 17,
     R"t(parameter 'b' needs a default, as the one before it has one)t"},
    {R"t({% macro m(a, a) %}{% endmacro %})t", "duplicate-parameter", 1, 15,
     R"t(parameter 'a' stands twice in this list)t"},
    {R"t({{ count(a=1, 2) }})t", "argument-order", 1, 15,
     R"t(an argument without a name cannot stand after one with a name)t"},
    {R"t({% call m %}{% endcall %})t", "expected-call", 1, 9,
     R"t('call' needs a call such as 'name(...)', found 'm')t"},
    {R"t({% from 'other.html' import _m %})t", "private-name", 1, 29,
     R"t('_m' cannot be imported: names that begin with '_' stay in their template)t"},
    {R"t({% block b required %}text{% endblock %})t", "required-block-content", 1, 10,
     R"t(required block 'b' must be empty here; templates that extend this one fill it)t"},
    {R"t({{ {1: 2} }})t", "key-not-text", 1, 5, R"t(a key of a mapping must be text, found a whole number)t"},
    {R"t({{ a|uper }})t", "unknown-filter", 1, 6, R"t(unknown filter 'uper'; did you mean 'upper'?)t"},
    {R"t({{ a is evn }})t", "unknown-test", 1, 9, R"t(unknown test 'evn'; did you mean 'even'?)t"},
    {R"t({{ [1]|sort(reversed=true) }})t", "unknown-argument", 1, 13,
     R"t(filter 'sort' takes no argument 'reversed'; did you mean 'reverse'?)t"},
    {R"t({{ 'a'|upper(1) }})t", "too-many-arguments", 1, 14,
     R"t(filter 'upper' takes at most 0 argument(s), found 1)t"},
    {R"t({{ 'a'|replace('a') }})t", "missing-argument", 1, 8, R"t(filter 'replace' needs argument 'new')t"},
    {R"t({{ 'a'|replace('a', 'b', old='c') }})t", "repeated-argument", 1, 26,
     R"t(argument 'old' is given twice to filter 'replace')t"},
    {R"t({% include 'othr.html' %})t", "unknown-template", 1, 12,
     R"t(no template 'othr.html'; did you mean 'other.html'?)t"},
    {R"t({% include 'main.html' %})t", "template-cycle", 1, 12,
     R"t('main.html' comes back to itself: 'main.html' names 'main.html')t"},
    {R"t({% block b %}{% endblock %}
{% block b %}{% endblock %})t",
     "duplicate-block", 2, 10, R"t(block 'b' is defined twice, first on line 1; choose another name)t"},
    {R"t({% for x in [1] %}{% extends 'other.html' %}{% endfor %})t", "extends-inside", 1, 22,
     R"t('extends' must stand outside of loops, blocks and macros)t"},
    {R"t({% extends 'other.html' %}{% extends 'other.html' %})t", "extends-twice", 1, 30,
     R"t(a template can extend one other only)t"},
    {R"t({{ nme }})t", "undefined-name", 1, 4, R"t('nme' is not defined; did you mean 'name'? (while making /zh/))t"},
    {R"t({{ record.titel }})t", "undefined-attribute", 1, 4,
     R"t('record' has no 'titel'; did you mean 'title'? (while making /zh/))t"},
    {R"t({{ 1 + 'a' }})t", "template-wrong-operands", 1, 4,
     R"t('+' cannot join a whole number and text (while making /zh/))t"},
    {R"t({{ 1 < 'a' }})t", "not-comparable", 1, 4,
     R"t(a whole number and text cannot be put in order (while making /zh/))t"},
    {R"t({% for x in 5 %}{% endfor %})t", "not-iterable", 1, 13,
     R"t(a whole number cannot be gone through one by one (while making /zh/))t"},
    {R"t({{ fail }})t", "not-printable", 1, 4,
     R"t(a function cannot be written as text; call it (while making /zh/))t"},
    {R"t({{ name() }})t", "not-callable", 1, 4, R"t('name' cannot be called: it is text (while making /zh/))t"},
    {R"t({{ fail(1) }})t", "call-failed", 1, 4, R"t(it failed (while making /zh/))t"},
    {R"t({% for a, b in [[1, 2, 3]] %}{% endfor %})t", "wrong-unpacking", 1, 8,
     R"t(2 name(s) cannot take 3 value(s) (while making /zh/))t"},
    {R"t({{ 999999999999999999 * 999999999999999999 }})t", "integer-overflow", 1, 4,
     R"t(the result of '*' is too large for a whole number (while making /zh/))t"},
    {R"t({{ 1 / 0 }})t", "division-by-zero", 1, 4, R"t('/' divides by zero (while making /zh/))t"},
    {R"t({{ (-8) ** 0.5 }})t", "no-real-result", 1, 5,
     R"t(the result of '**' is not a real number (while making /zh/))t"},
    {R"t({{ '%y'|format(1) }})t", "bad-format", 1, 4, R"t(bad format '%y': '%y' is unknown (while making /zh/))t"},
    {R"t({% set name.x = 1 %})t", "not-a-namespace", 1, 4,
     R"t('name' is text; only an attribute of a namespace() can be set (while making /zh/))t"},
    {R"t({% macro m() %}{{ m() }}{% endmacro %}{{ m() }})t", "recursion-too-deep", 1, 19,
     R"t(templates, blocks and macros call each other more than 200 levels deep (while making /zh/))t"},
    {R"t({% set n = namespace(v=[]) %}{% for i in range(5000) %}{% set n.v = [n.v] %}{% endfor %}{{ n.v }})t",
     "value-too-deep", 1, 69, R"t(a value nested more than 200 levels deep (while making /zh/))t"},
    {R"t({% block b required %}{% endblock %})t", "required-block-missing", 1, 4,
     R"t(block 'b' is required, and no template fills it (while making /zh/))t"},
    {R"t({% macro m(caller) %}{{ caller() }}{% endmacro %})t", "caller-parameter", 1, 12,
     R"t(parameter 'caller' needs a default, or leave it out)t"},
    {R"t({{ [] | first }})t", "undefined-value", 1, 4,
     R"t(there is no first item, as there are no items (while making /zh/))t"},
    {R"t({{ 'a'|round }})t", "template-wrong-type", 1, 4, R"t('round' needs a number, not text (while making /zh/))t"},
    {R"t({{ record.pop('x') }})t", "no-method", 1, 4,
     R"t(method 'pop' of a mapping is not part of the template language (while making /zh/))t"},
    {R"t({{ 'a'|truncate(1, end='...') }})t", "bad-argument", 1, 4,
     R"t('truncate': the length is less than that of the end (while making /zh/))t"}};

}  // namespace

TEST_CASE("each mistake in a template is told in its words and at its place") {
  for (const Mistake& mistake : kMistakes) {
    INFO(mistake.text);
    const Diagnostics diagnostics = diagnostics_of(mistake.text);
    REQUIRE_FALSE(diagnostics.all().empty());
    const Diagnostic& first = diagnostics.all().front();
    CHECK(first.code == mistake.code);
    CHECK(first.text == mistake.message);
    CHECK(first.path == "templates/main.html");
    CHECK(first.line == mistake.line);
    CHECK(first.column == mistake.column);
  }
}

TEST_CASE("nesting has a bound, which the message names") {
  const Diagnostics diagnostics = diagnostics_of("{{ " + std::string(400, '(') + "1" + std::string(400, ')') + " }}");
  REQUIRE_FALSE(diagnostics.all().empty());
  CHECK(diagnostics.all().front().code == "template-too-deep");
  CHECK(diagnostics.all().front().text == "expressions are nested deeper than 100 levels");
}

TEST_CASE("what grows from the left, names and tags are bounded too") {
  const auto first_text = [](const std::string& text) {
    const Diagnostics diagnostics = diagnostics_of(text);
    REQUIRE_FALSE(diagnostics.all().empty());
    CHECK(diagnostics.all().front().code == "template-too-deep");
    return diagnostics.all().front().text;
  };
  std::string attributes = "name";
  std::string tags;
  for (int i = 0; i < 400; ++i) {
    attributes += ".a";
    tags += "{% if name %}";
  }
  CHECK(first_text("{{ " + attributes + " }}") == "expressions are nested deeper than 100 levels");
  CHECK(first_text("{% for " + std::string(400, '(') + "a" + std::string(400, ')') + " in name %}{% endfor %}")
            .starts_with("names are nested deeper than "));
  CHECK(first_text(tags).starts_with("tags are nested deeper than "));
  CHECK(diagnostics_of(tags).all().size() == 1);  // that none of them is closed is not told as well
}

TEST_CASE("a page whose template is missing is told its name and the nearest") {
  Diagnostics diagnostics;
  std::vector<NamedTemplate> templates;
  templates.push_back({"main.html", {"templates/main.html", "a"}});
  const TemplateSet set = TemplateSet::compile(std::move(templates), diagnostics);
  CHECK(set.has("main.html"));
  CHECK_FALSE(set.has("man.html"));
  std::string out;
  CHECK_FALSE(set.render("man.html", {}, {}, "/zh/", out, diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().code == "unknown-template");
  CHECK(diagnostics.all().front().text == "no template 'man.html'; did you mean 'main.html'?");
}

TEST_CASE("line ends of all systems become those of templates") {
  CHECK(with_plain_line_ends("a\r\nb\rc\n\r") == "a\nb\nc\n\n");
}

TEST_CASE("a constant can be given no value") {
  const Diagnostics diagnostics = diagnostics_of("{% set true = 1 %}");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().code == "cannot-assign");
  CHECK(diagnostics.all().front().text == "a value can be given to a name only, not to 'true'");
}

TEST_CASE("two templates of one name are a mistake") {
  Diagnostics diagnostics;
  std::vector<NamedTemplate> templates;
  templates.push_back({"a.html", {"templates/a.html", "a"}});
  templates.push_back({"a.html", {"more/a.html", "b"}});
  TemplateSet::compile(std::move(templates), diagnostics);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all().front().code == "duplicate-template");
  CHECK(diagnostics.all().front().text == "a second template 'a.html'");
}
