// Values as text: Python's str() and repr().
#pragma once

#include <string>

#include "templating/failure.h"
#include "templating/value.h"

namespace armillary::templating {

// str(value). A text is taken as it stands, HTML or not. Fails for what has no lasting text, such as a function.
void append_text(std::string& out, const Value& value, const Place& place);
std::string text_of(const Value& value, const Place& place);

// What {{ value }} writes: str(value), escaped if it is not HTML.
void append_output(std::string& out, const Value& value, const Place& place);
// The same as a value: markupsafe's escape().
Value escaped(const Value& value, const Place& place);
// str() of anything that is not text already.
Value as_text(const Value& value, const Place& place);

void append_repr(std::string& out, const Value& value, const Place& place);
void append_repr(std::string& out, std::string_view text);
void append_floating(std::string& out, double value);

}  // namespace armillary::templating
