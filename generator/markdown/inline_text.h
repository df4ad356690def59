// One block's inlines as text: for ids, tables of contents, the text of a link or a picture.
#pragma once

#include <cstddef>
#include <string>

#include "markdown/inline_list.h"

namespace armillary::markdown {

// Appends the text with & < > " as character references, as cmark writes it.
void append_html_text(std::string& out, std::string_view text);

// "<em>" and the like, or nothing for entries that are not a mere tag.
std::string_view tag_of(InlineKind kind);

// What a soft line break between two characters becomes is decided by the nearest characters that are shown, through
// emphasis, links and code; notes and citations, which stand above the line or in brackets, are looked past.
// `before`: the character before the break, 0 for none, kTitle for a record's title that is not known yet.
inline constexpr char32_t kTitle = 0xFFFFFFFF;
bool joins_lines(const InlineList& list, std::size_t soft_break, char32_t before);

// The entry that ends the element which begins at `begin`.
std::size_t end_of_element(const InlineList& list, std::size_t begin);

// Entries [begin, end) as HTML with emphasis and code, without links, pictures (their text stays), notes and citations.
std::string html_without_links(const InlineList& list, std::size_t begin, std::size_t end);

// Entries [begin, end) as words alone: without markup, notes, citations and pictures.
std::string words_of(const InlineList& list, std::size_t begin, std::size_t end);

}  // namespace armillary::markdown
