#include "markdown/inline_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/find_byte.h"
#include "base/utf8.h"
#include "markdown/inline_text.h"
#include "markdown/link_address.h"
#include "markdown/quoted.h"

namespace armillary::markdown {
namespace {

// The addresses that cmark's own renderer leaves empty (its scan_dangerous_url).
bool is_empty_in_cmark(std::string_view address) {
  const auto begins = [address](std::string_view prefix) {
    return address.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), address.begin(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b); });
  };
  if (begins("data:")) {
    return !begins("data:image/png") && !begins("data:image/gif") && !begins("data:image/jpeg") &&
           !begins("data:image/webp");
  }
  return begins("javascript:") || begins("vbscript:") || begins("file:");
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

constexpr std::string_view kExternal = " rel=\"external noopener\"";

}  // namespace

void InlineWriter::write() {
  for (std::size_t i = 0; i < list_.entries.size(); ++i) write_entry(i);
}

void InlineWriter::write_entry(std::size_t& i) {
  const Inline& entry = list_.entries[i];
  switch (entry.kind) {
    case InlineKind::text:
      return write_text(entry.text);
    case InlineKind::code:
      return write_code(entry.text);
    case InlineKind::soft_break:
      return write_soft_break(i);
    case InlineKind::hard_break:
      before_ = 0;
      state_.plain.append(" ");
      return state_.out.append("<br />\n");
    case InlineKind::raw_html:
      return write_raw_html(entry.text);
    case InlineKind::footnote_reference:
      return write_footnote_reference(entry.text);
    case InlineKind::begin_link:
      return begin_link(entry);
    case InlineKind::end_link:
      return end_link();
    case InlineKind::begin_image:
      return write_image(i);
    case InlineKind::begin_record_link:
      return write_record_link(i);
    case InlineKind::citation:
      return state_.out.add_gap(list_.citations[entry.index]);
    default:
      return state_.out.append(tag_of(entry.kind));
  }
}

void InlineWriter::write_text(std::string_view text) {
  if (text.empty()) return;
  state_.plain.append_words(text);
  before_ = code_point_before(text, text.size());
  if (in_link_ || !state_.options.additions) return append_html_text(state_.out.html(), text);
  write_text_with_links(text);
}

// A link shows by the ':' of "https://", the '@' of a mail address, the '.' of "www.".
void InlineWriter::write_text_with_links(std::string_view text) {
  std::string& html = state_.out.html();
  BareLinkFinder links(text);
  std::size_t copied = 0;
  for (std::size_t at = 0;; ++at) {
    at = find_byte<'&', '<', '>', '"', ':', '@', '.'>(text, at);
    if (at == text.size()) break;
    const bool may_link = text[at] == ':' || text[at] == '@' || text[at] == '.';
    if (!may_link) {
      html.append(text, copied, at - copied);
      append_html_text(html, text.substr(at, 1));
      copied = at + 1;
    } else if (const std::optional<BareLink> link = links.find(at)) {
      html.append(text, copied, link->begin - copied);
      write_bare_link(*link, text.substr(link->begin, link->end - link->begin));
      copied = link->end;
      at = copied - 1;
    }
  }
  html.append(text, copied);
}

void InlineWriter::write_bare_link(const BareLink& link, std::string_view shown) {
  std::string& html = state_.out.html();
  html.append("<a href=\"").append(link.prefix);
  append_address(html, shown);
  html += '"';
  if (link.prefix != "mailto:") html.append(kExternal);
  html += '>';
  append_html_text(html, shown);
  html.append("</a>");
}

void InlineWriter::write_code(std::string_view text) {
  if (!text.empty()) before_ = code_point_before(text, text.size());
  state_.plain.append(text);
  state_.out.append("<code>");
  append_html_text(state_.out.html(), text);
  state_.out.append("</code>");
}

void InlineWriter::write_soft_break(std::size_t i) {
  const bool joins = joins_lines(list_, i, before_);
  if (!joins) state_.plain.append(" ");
  if (!joins || !state_.options.additions) state_.out.append("\n");
}

void InlineWriter::write_raw_html(std::string_view html) {
  if (!state_.options.additions) return state_.out.append("<!-- raw HTML omitted -->");
  const bool is_comment = html.substr(0, 4) == "<!--";
  const bool is_end = html.substr(0, 2) == "</";
  if (is_end && has_reported_tag_) return;  // <b>…</b> is one mistake
  has_reported_tag_ = has_reported_tag_ || !is_comment;
  const Message& message = is_comment ? kHtmlComment : kRawHtml;
  if (state_.reporter.takes(message)) state_.reporter.report(message, search_.find(html), quoted(html));
}

void InlineWriter::write_footnote_reference(std::string_view number) {
  const std::string& prefix = state_.options.id_prefix;
  const int seen = ++state_.references_seen[std::string(number)];
  std::string id = prefix + "fnref-" + std::string(number);
  if (seen > 1) id += "-" + std::to_string(seen);
  constexpr std::string_view kLink =
      R"(<sup class="footnote-ref"><a href="#{}fn-{}" id="{}" role="doc-noteref">{}</a></sup>)";
  constexpr std::string_view kInLink = R"(<sup class="footnote-ref" id="{}">{}</sup>)";  // a link holds no link
  state_.out.append(in_link_ ? fmt::format(kInLink, id, number) : fmt::format(kLink, prefix, number, id, number));
}

// Whether the address is written at all; reports it where it is not.
bool InlineWriter::may_link_to(const Inline& link, bool is_image) {
  AddressKind kind = kind_of_address(link.text);
  if (is_image && kind == AddressKind::mail) kind = AddressKind::forbidden;
  switch (kind) {
    case AddressKind::forbidden:
      if (state_.reporter.takes(kLinkScheme)) {
        state_.reporter.report(kLinkScheme, address_span(link), quoted(link.text), quoted(scheme_of(link.text)));
      }
      return false;
    case AddressKind::hostless:
      if (state_.reporter.takes(kLinkWithoutScheme)) {
        state_.reporter.report(kLinkWithoutScheme, address_span(link), quoted(link.text));
      }
      return false;
    case AddressKind::empty:
      if (state_.reporter.takes(kEmptyAddress)) state_.reporter.report(kEmptyAddress, address_span(link));
      return false;
    case AddressKind::external:
      if (is_image && state_.reporter.takes(kForeignPicture)) {
        state_.reporter.report(kForeignPicture, address_span(link), quoted(link.text));
      }
      return !is_image;
    default:
      return true;
  }
}

// As it stands in the source, where its mark or a search says so.
Span InlineWriter::address_span(const Inline& link) {
  if (link.offset == kNoOffset) return search_.find(link.text.empty() ? "](" : link.text);
  const std::size_t begin = state_.span.begin + link.offset;
  const std::string_view rest = std::string_view(state_.reporter.file().text).substr(begin, kMaxLineBytes);
  const bool is_literal = rest.substr(0, link.text.size()) == link.text;
  const std::size_t end = is_literal ? link.text.size() : std::min(rest.find_first_of(" \t\r\n)"), rest.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + end)};
}

void InlineWriter::write_address(const Inline& link, bool is_image) {
  if (!state_.options.additions) {
    if (!is_empty_in_cmark(link.text)) append_address(state_.out.html(), link.text);
    return;
  }
  const AddressKind kind = kind_of_address(link.text);
  if (kind == AddressKind::fragment && !is_image) return write_fragment(link);
  if (kind == AddressKind::relative || kind == AddressKind::fragment) {
    return state_.out.add_gap(RelativeAddress{{std::string(link.text), address_span(link)}, is_image});
  }
  append_address(state_.out.html(), link.text);
}

void InlineWriter::write_fragment(const Inline& link) {
  const std::string fragment = to_nfc(decode_percent(link.text.substr(link.text.find('#') + 1)));
  const Span span = address_span(link);
  const bool is_top = fragment.empty() || fragment == "top";
  const std::string prefix = is_top ? std::string() : state_.options.id_prefix;
  state_.out.add_gap(RelativeAddress{{"#" + prefix + fragment, span}, false});
  if (!is_top) state_.fragment_links.push_back({fragment, span});
}

void InlineWriter::write_title(std::string_view title) {
  if (title.empty()) return;
  state_.out.append(" title=\"");
  append_html_text(state_.out.html(), title);
  state_.out.append("\"");
}

void InlineWriter::begin_link(const Inline& link) {
  in_link_ = true;
  has_anchor_ = !state_.options.additions || may_link_to(link, false);
  if (!has_anchor_) return;
  state_.out.append("<a href=\"");
  write_address(link, false);
  state_.out.append("\"");
  write_title(link.title);
  const bool is_external = kind_of_address(link.text) == AddressKind::external;
  if (is_external && state_.options.additions) state_.out.append(kExternal);
  state_.out.append(">");
}

void InlineWriter::end_link() {
  if (has_anchor_) state_.out.append("</a>");
  in_link_ = has_anchor_ = false;
}

std::string InlineWriter::alt_of(std::size_t begin, std::size_t end) const {
  std::string alt;
  for (std::size_t i = begin; i < end; ++i) {
    const Inline& entry = list_.entries[i];
    if (entry.kind == InlineKind::text || entry.kind == InlineKind::code) alt += entry.text;
    if (entry.kind == InlineKind::raw_html && !state_.options.additions) alt += entry.text;
    const bool is_break = entry.kind == InlineKind::soft_break || entry.kind == InlineKind::hard_break;
    const bool joins = state_.options.additions && entry.kind == InlineKind::soft_break &&
                       joins_lines(list_, i, code_point_before(alt, alt.size()));
    if (is_break && !joins) alt += ' ';
  }
  return alt;
}

void InlineWriter::write_image(std::size_t& i) {
  const Inline& image = list_.entries[i];
  const std::size_t end = end_of_element(list_, i);
  const std::string alt = alt_of(i + 1, end);
  i = end;
  before_ = 0;
  if (state_.options.additions) {
    if (!may_link_to(image, true)) return append_html_text(state_.out.html(), alt);
    if (is_blank(alt)) report_image_without_alt(image);
  }
  state_.out.append("<img src=\"");
  write_address(image, true);
  state_.out.append("\" alt=\"");
  append_html_text(state_.out.html(), alt);
  state_.out.append("\"");
  write_title(image.title);
  state_.out.append(state_.options.additions ? " loading=\"lazy\" />" : " />");
}

void InlineWriter::report_image_without_alt(const Inline& image) {
  if (!state_.reporter.takes(kImageWithoutAlt)) return;
  Span span = address_span(image);
  const std::string_view file = state_.reporter.file().text;
  const std::size_t line = file.find_last_of("\r\n", span.begin) + 1;  // npos + 1 is 0
  const std::size_t bracket = file.substr(line, span.begin - line).rfind("![");
  if (bracket != std::string_view::npos) span.begin = static_cast<std::uint32_t>(line + bracket);
  state_.reporter.report(kImageWithoutAlt, span, quoted(image.text));
}

void InlineWriter::write_record_link(std::size_t& i) {
  const Inline& link = list_.entries[i];
  const std::size_t end = end_of_element(list_, i);
  const bool has_label = end > i + 1;
  const std::size_t begin = state_.span.begin + link.offset;
  RecordLink filling;
  filling.id = {std::string(link.text),
                {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + link.text.size())}};
  filling.anchor = to_nfc(link.title);
  filling.label_html = html_without_links(list_, i + 1, end);
  state_.out.add_gap(std::move(filling));
  if (has_label) {
    const std::string words = words_of(list_, i + 1, end);
    state_.plain.append(words);
    before_ = code_point_before(words, words.size());
  } else {
    state_.plain.append_id(link.text);
    before_ = kTitle;
  }
  i = end;
}

}  // namespace armillary::markdown
