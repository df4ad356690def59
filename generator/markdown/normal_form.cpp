#include "markdown/normal_form.h"

#include "base/utf8.h"

namespace armillary::markdown {
namespace {

// REQUIRES: html is not in normal form. The `>` of a tag and U+0338 behind it would become one character: written as a
// reference, the mark stays a text.
std::string normal_html(const std::string& html) {
  constexpr std::string_view kMergingMark = ">\xCC\xB8";
  if (html.find(kMergingMark) == std::string::npos) return to_nfc(html);
  std::string out;
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
  if (is_nfc(text)) return;
  std::string out;
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

void normalize_html(std::string& html) {
  if (!is_nfc(html)) html = normal_html(html);
}

// Each part between two gaps by itself: what stands on both sides of a gap does not meet.
void normalize_body(Document& document) {
  const std::string_view html = document.html;
  if (is_nfc(html)) return;
  std::string out;
  std::size_t begin = 0;
  const auto add_part = [&](std::size_t end) {
    std::string part(html.substr(begin, end - begin));
    normalize_html(part);
    out += part;
    begin = end;
  };
  for (Gap& gap : document.gaps) {
    add_part(gap.at);
    gap.at = out.size();
  }
  add_part(html.size());
  document.html = std::move(out);
}

}  // namespace

bool is_normal_throughout(std::string_view source) {
  return source.find('&') == std::string_view::npos && is_inert_in_nfc(source);
}

void bring_into_normal_form(Document& document) {
  normalize_body(document);
  for (Gap& gap : document.gaps) {
    if (auto* link = std::get_if<RecordLink>(&gap.filling)) normalize_html(link->label_html);
    if (auto* citation = std::get_if<Citation>(&gap.filling)) {
      for (CitedWork& work : citation->works) work.locator = to_nfc(work.locator);
    }
  }
  for (Heading& heading : document.headings) normalize_html(heading.html);
  normalize_plain_text(document);
}

}  // namespace armillary::markdown
