// Filters that change texts.
#include <algorithm>
#include <array>

#include "base/html_escape.h"
#include "templating/arithmetic.h"
#include "templating/operators.h"
#include "templating/python_text.h"
#include "templating/routine_tables.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

// How much longer a text may be than `truncate` allows before it is cut.
constexpr std::int64_t kLeeway = 5;

Value upper(const Invocation& call) {
  const Value text = input_text(call);
  return text_like(text, to_upper(text.text()));
}

Value lower(const Invocation& call) {
  const Value text = input_text(call);
  return text_like(text, to_lower(text.text()));
}

Value capitalize(const Invocation& call) {
  const Value text = input_text(call);
  return text_like(text, capitalized(text.text()));
}

// Not HTML even if the input is, as in Jinja.
Value title(const Invocation& call) { return {title_of_words(input_text(call).text())}; }

Value string(const Invocation& call) { return input_text(call); }

Value trim(const Invocation& call) {
  const Value input = input_text(call);
  std::optional<Value> characters = text(call, 0);
  if (!characters) return text_like(input, std::string(strip(input.text())));
  if (input.is_html()) characters = escaped(*characters, call.place);
  return text_like(input, std::string(strip(input.text(), characters->text())));
}

Value wordcount(const Invocation& call) { return {count_words(input_text(call).text())}; }

// An HTML text, or one that takes in HTML, escapes what else is put together with it.
Value replace(const Invocation& call) {
  const Value& old = *call.argument(0);
  const Value& with = *call.argument(1);
  const Value* count = call.argument(2);
  const std::int64_t limit = count == nullptr || count->is_none() ? kAll : integer(call, 2);
  Value input = input_text(call);
  if (old.is_html() || (with.is_html() && !input.is_html())) input = escaped(input, call.place);
  const auto operand = [&](const Value& value) {
    const Value as_written = as_text(value, call.place);
    return input.is_html() ? escaped(as_written, call.place) : as_written;
  };
  return text_like(input, replaced(input.text(), operand(old).text(), operand(with).text(), limit));
}

Value truncate(const Invocation& call) {
  const std::int64_t length = integer(call, 0, 255);
  const Value end = text(call, 2).value_or(Value("..."));
  const Value* given_leeway = call.argument(3);
  const std::int64_t leeway = given_leeway == nullptr || given_leeway->is_none() ? kLeeway : integer(call, 3);
  const auto end_length = static_cast<std::int64_t>(length_of(end.text()));
  if (length < end_length) fail_argument(call, "the length is less than that of the end");
  if (leeway < 0) fail_argument(call, "the leeway is less than zero");
  const auto size = length_of_value(call.input);
  if (size && static_cast<std::int64_t>(*size) <= length + leeway) return call.input;
  if (!call.input.is_text()) fail_input(call, "text");
  const std::string_view whole = call.input.text();
  std::string_view kept = whole.substr(0, byte_of(whole, static_cast<std::size_t>(length - end_length)));
  if (!flag(call, 1)) kept = kept.substr(0, kept.rfind(' '));
  return joined_texts(text_like(call.input, std::string(kept)), end);
}

// --- indent

Value indentation(const Invocation& call) {
  const Value* width = call.argument(0);
  if (width != nullptr && width->is_text()) return *width;
  const std::int64_t spaces = integer(call, 0, 4);
  return {std::string(static_cast<std::size_t>(std::clamp<std::int64_t>(spaces, 0, 1000)), ' ')};
}

// Follows Jinja step by step, since each step decides for itself what is HTML.
Value indent(const Invocation& call) {
  if (!call.input.is_text()) fail_input(call, "text");
  const bool with_first = flag(call, 1);
  const bool with_blank = flag(call, 2);
  Value space = indentation(call);
  if (call.input.is_html()) space = Value::markup(space);
  const Value newline = text_like(call.input, "\n");
  const std::string whole = std::string(call.input.text()) + "\n";
  Value result;
  if (with_blank) {
    const Value separator = joined_texts(newline, space);
    std::string joined;
    for (const std::string_view line : split_lines(whole)) {
      if (line.data() != whole.data()) joined += separator.text();
      const bool must_escape = separator.is_html() && !call.input.is_html();
      joined += must_escape ? escape_html(line) : std::string(line);
    }
    result = text_like(separator, std::move(joined));
  } else {
    std::string joined;
    for (const std::string_view line : split_lines(whole)) {
      const Value text = text_like(call.input, std::string(line));
      const bool is_first = line.data() == whole.data();
      if (!is_first) joined += '\n';
      joined += is_first || line.empty() ? line : joined_texts(space, text).text();
    }
    result = text_like(call.input, std::move(joined));
  }
  return with_first ? joined_texts(space, result) : result;
}

// --- format

Value format(const Invocation& call) {
  if (!call.rest.empty() && !call.named.empty()) {
    fail_argument(call, "give arguments either with names or without");
  }
  const Value text = input_text(call);
  if (!call.named.empty()) {
    Map values;
    for (const NamedValue& argument : call.named) values.set(std::string(argument.name), *argument.value);
    return formatted(text, Value(std::move(values)), call.place);
  }
  Array values;
  for (const Value* argument : call.rest) values.push_back(*argument);
  return formatted(text, Value::list(std::move(values), ListKind::tuple), call.place);
}

constexpr std::array kRows{
    Routine{.name = "capitalize", .run = capitalize},
    Routine{.name = "format", .run = format, .takes_rest = true},
    Routine{.name = "indent", .run = indent, .parameters = {"width", "first", "blank"}},
    Routine{.name = "lower", .run = lower},
    Routine{.name = "replace", .run = replace, .parameters = {"old", "new", "count"}, .required = 2},
    Routine{.name = "string", .run = string},
    Routine{.name = "title", .run = title},
    Routine{.name = "trim", .run = trim, .parameters = {"chars"}},
    Routine{.name = "truncate", .run = truncate, .parameters = {"length", "killwords", "end", "leeway"}},
    Routine{.name = "upper", .run = upper},
    Routine{.name = "wordcount", .run = wordcount},
};

}  // namespace

std::span<const Routine> text_filters() { return kRows; }

}  // namespace armillary::templating
