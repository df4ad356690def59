// A Markdown body, parsed once: finished HTML with gaps where a link, a citation or an embedded view goes.
// What fills a gap depends on the other records and on the page's language, so it is filled when the page
// is rendered; everything else is final. The parse tree is gone by then.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace armillary::markdown {

// [[id]], [[id#anchor]], [[id|text]], [[id#anchor|text]]. `label_html` is empty where the title is to be used; it never
// holds a link. The id is well-formed, the anchor could be a heading's; that there are such is for others to see.
struct RecordLink {
  Located<std::string> id;
  std::string anchor;
  std::string label_html;
};

// [@id], [@id, p. 12], [@a; @b]: one gap for a whole bracket.
struct CitedWork {
  Located<std::string> id;
  std::string locator;  // "p. 12", plain text, not escaped
};
struct Citation {
  std::vector<CitedWork> works;
};

// ```view NAME key=value …
struct EmbeddedView {
  Located<std::string> name;
  std::vector<std::pair<Located<std::string>, Located<std::string>>> arguments;
};

// An address in an ordinary link or picture that is not absolute: `#heading`, `file.pdf`, `../x/`. The
// gap stands inside the quotes of an attribute; what fills it must be escaped for there. References and escapes are
// decoded, percent signs are as written. That a `#heading` of a link is there has been checked, and its id is
// the one with the prefix.
struct RelativeAddress {
  Located<std::string> address;
  bool is_image = false;
};

// A word of the page's language inside the body's fixed parts; `footnotes` is the section's heading,
// `back_to_reference` the label of the arrow behind a footnote, to be escaped for an attribute.
enum class Word { footnotes, back_to_reference };

using Filling = std::variant<RecordLink, Citation, EmbeddedView, RelativeAddress, Word>;

// What goes between two bytes of the HTML.
struct Gap {
  std::size_t at = 0;  // bytes of the HTML before it
  Filling filling;
};

struct Heading {
  int level = 1;     // 1 to 6 as written
  std::string id;    // unique in the document, with the prefix
  std::string html;  // the heading's inline content without links, pictures, notes and citations
  Span span;         // its first line in the source, from its first mark on
};

// A part of a document's plain text, in bytes.
struct PlainId {
  std::size_t begin = 0;
  std::size_t size = 0;
};

struct Document {
  std::string html;       // ready to be written as it stands
  std::vector<Gap> gaps;  // in order
  std::vector<Heading> headings;
  // The words alone, blocks parted by one line end: for search and descriptions. Code and footnotes are in it,
  // pictures, citations and views are not; a record link without a text of its own is there with its id.
  std::string plain_text;
  std::vector<PlainId> plain_ids;  // where those ids stand in it, in order

  bool is_empty() const { return html.empty() && gaps.empty(); }
};

}  // namespace armillary::markdown
