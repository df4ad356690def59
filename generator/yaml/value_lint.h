// Slips in a single key or value in block style, which need not know what stands around it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "yaml/lint_text.h"

namespace armillary {

// A line without ': ' where a key is due: a full-width colon, a full-width space behind the colon, or no space.
// Reports and repairs it. Returns whether the line reads as a key now.
bool repair_key(LintText& text, const TextLine& line, std::size_t at);

// ［a, b］ as the whole of the plain `value` at `at`, with what only a list or mapping has inside. Returns whether
// it was reported.
bool lint_wide_brackets(LintText& text, std::size_t at, std::string_view value);

// [a, b】 at `at`: reports the bracket that was to close and puts it right.
void lint_wide_closing(LintText& text, const TextLine& line, std::size_t at);

// ` ＃ remark` in the plain `value` at `at`.
void lint_wide_comment(LintText& text, std::size_t at, std::string_view value);

// The comment at `at` behind a value, as in `title: Issue #5`, where the rest would be lost without a word.
void lint_comment(LintText& text, std::size_t at, const TextLine& line);

// What no value that ends before `end` can begin with. Returns whether it was reported.
bool lint_first_of_value(LintText& text, std::size_t at, std::size_t end);

// The `|` or `>` at `at` with its indicators. Returns whether they give the indentation; nothing after a report that
// other text follows.
std::optional<bool> read_block_header(LintText& text, const TextLine& line, std::size_t at);

}  // namespace armillary
