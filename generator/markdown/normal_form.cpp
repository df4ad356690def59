#include "markdown/normal_form.h"

#include "base/utf8.h"

namespace armillary::markdown {
namespace {

// The `>` of a tag and U+0338 behind it would become one character: written as a reference, the mark stays a text.
std::string normal_html(const std::string& html) {
  constexpr std::string_view kMergingMark = ">\xCC\xB8";
  std::string out = to_nfc(html);
  if (out == html || html.find(kMergingMark) == std::string::npos) return out;
  out.clear();
  std::size_t begin = 0;
  for (std::size_t at = html.find(kMergingMark); at != std::string::npos; at = html.find(kMergingMark, begin)) {
    out += to_nfc(std::string_view(html).substr(begin, at + 1 - begin)) + "&#x338;";
    begin = at + kMergingMark.size();
  }
  return out + to_nfc(std::string_view(html).substr(begin));
}

// The ids in it, which are ASCII, move with what stands before them.
void normalize_plain_text(Document& document) {
  const std::string_view text = document.plain_text;
  std::string out = to_nfc(text);
  if (out == text) return;
  out.clear();
  std::size_t begin = 0;
  for (PlainId& id : document.plain_ids) {
    out += to_nfc(text.substr(begin, id.begin - begin));
    begin = id.begin + id.size;
    id.begin = out.size();
    out += text.substr(begin - id.size, id.size);
  }
  out += to_nfc(text.substr(begin));
  document.plain_text = std::move(out);
}

}  // namespace

void bring_into_normal_form(Document& document) {
  for (Piece& piece : document.pieces) {
    if (auto* html = std::get_if<Html>(&piece)) html->text = normal_html(html->text);
    if (auto* link = std::get_if<RecordLink>(&piece)) link->label_html = normal_html(link->label_html);
    if (auto* citation = std::get_if<Citation>(&piece)) {
      for (CitedWork& work : citation->works) work.locator = to_nfc(work.locator);
    }
  }
  for (Heading& heading : document.headings) heading.html = normal_html(heading.html);
  normalize_plain_text(document);
}

}  // namespace armillary::markdown
