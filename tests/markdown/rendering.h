// A parsed text as tests compare it: its HTML with the gaps written out, and its diagnostics.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/html_escape.h"
#include "markdown/parse_markdown.h"
#include "support/show_diagnostics.h"

namespace armillary::markdown {

struct Parsed {
  SourceFile file;
  Document document;
  Diagnostics diagnostics;
};

inline Span whole(const SourceFile& file) { return {0, static_cast<std::uint32_t>(file.text.size())}; }

inline Parsed parse(std::string text, const Options& options = {}) {
  Parsed parsed{{"content/pages/text.md", std::move(text)}, {}, {}};
  parsed.document = parse_markdown(parsed.file, whole(parsed.file), options, parsed.diagnostics);
  return parsed;
}

// What a gap shows in html_of(): {record id#anchor|label}, {cite id <place>; id}, {view name key=value},
// {address x}, {image x}, {footnotes}, {back}.
struct ShowFilling {
  std::string operator()(const RecordLink& link) const {
    std::string out = "{record " + link.id.value;
    if (!link.anchor.empty()) out += "#" + link.anchor;
    if (!link.label_html.empty()) out += "|" + link.label_html;
    return out + "}";
  }
  std::string operator()(const Citation& citation) const {
    std::string out;
    for (const CitedWork& work : citation.works) {
      out += (out.empty() ? "{cite " : "; ") + work.id.value;
      if (!work.locator.empty()) out += " <" + work.locator + ">";
    }
    return out + "}";
  }
  std::string operator()(const EmbeddedView& view) const {
    std::string out = "{view " + view.name.value;
    for (const auto& [key, value] : view.arguments) out += " " + key.value + "=" + value.value;
    return out + "}";
  }
  std::string operator()(const RelativeAddress& address) const {
    return (address.is_image ? "{image " : "{address ") + escape_html(address.address.value) + "}";
  }
  std::string operator()(Word word) const { return word == Word::footnotes ? "{footnotes}" : "{back}"; }
};

inline std::string html_of(const Document& document) {
  std::string out;
  std::size_t begin = 0;
  for (const Gap& gap : document.gaps) {
    out += document.html.substr(begin, gap.at - begin) + std::visit(ShowFilling(), gap.filling);
    begin = gap.at;
  }
  return out + document.html.substr(begin);
}

inline std::string html_of(std::string text, const Options& options = {}) {
  return html_of(parse(std::move(text), options).document);
}

// The HTML of a text that is one paragraph, without its <p>.
inline std::string inline_html(std::string text) {
  const std::string html = html_of(std::move(text));
  constexpr std::string_view kBegin = "<p>";
  constexpr std::string_view kEnd = "</p>\n";
  const bool is_paragraph = html.size() >= kBegin.size() + kEnd.size() && html.find(kBegin) == 0 &&
                            html.find(kEnd) == html.size() - kEnd.size();
  return is_paragraph ? html.substr(kBegin.size(), html.size() - kBegin.size() - kEnd.size()) : html;
}

inline std::string diagnostics_of(std::string text, const Options& options = {}) {
  return show(parse(std::move(text), options).diagnostics);
}

}  // namespace armillary::markdown
