#include "markdown/parse_markdown.h"

#include <algorithm>
#include <optional>

#include "base/suggest.h"
#include "markdown/block_inlines.h"
#include "markdown/block_writer.h"
#include "markdown/document_state.h"
#include "markdown/mark_text.h"
#include "markdown/normal_form.h"
#include "markdown/numeric_reference.h"
#include "markdown/quoted.h"

namespace armillary::markdown {
namespace {

// More headings than these are not looked through for the nearest.
constexpr std::size_t kMaxSuggestions = 500;

void check_references(const MarkedText& marked, std::string_view source, Span text, Reporter& reporter) {
  for (const Span place : marked.references) {
    const std::string character = forbidden_character(source, place.begin, *numeric_reference_at(source, place.begin));
    if (character.empty() || !reporter.takes(kForbiddenReference)) continue;
    const Span span{text.begin + place.begin, text.begin + place.end};
    reporter.report(kForbiddenReference, span, quoted(reporter.file().slice(span)), character);
  }
}

// A link to "#x" must find an id that this text makes.
void check_fragments(const DocumentState& state, const Document& document) {
  if (state.fragment_links.empty()) return;
  std::vector<std::string_view> ids;
  const std::size_t prefix = state.options.id_prefix.size();
  for (const Heading& heading : document.headings) {
    if (document.headings.size() <= kMaxSuggestions) ids.push_back(std::string_view(heading.id).substr(prefix));
  }
  const auto is_note = [](std::string_view id, std::string_view kind, const auto& counts) {
    if (id.substr(0, kind.size()) != kind) return false;
    const std::string_view number = id.substr(kind.size());
    const std::size_t dash = number.find('-');
    const auto found = counts.find(std::string(number.substr(0, dash)));
    if (found == counts.end() || found->second == 0) return false;
    if (dash == std::string_view::npos) return true;
    for (int k = 2; kind == "fnref-" && k <= found->second; ++k) {
      if (number.substr(dash + 1) == std::to_string(k)) return true;
    }
    return false;
  };
  for (const FragmentLink& link : state.fragment_links) {
    if (state.ids.has(link.fragment) || is_note(link.fragment, "fn-", state.references) ||
        is_note(link.fragment, "fnref-", state.references)) {
      continue;
    }
    if (!state.reporter.takes(kUnknownHeading)) continue;
    state.reporter.report(kUnknownHeading, link.span, quoted(link.fragment), did_you_mean(link.fragment, ids));
  }
}

}  // namespace

Document parse_markdown(const SourceFile& file, Span span, const Options& options, Diagnostics& diagnostics) {
  Document document;
  Reporter reporter(file, diagnostics);
  const std::optional<std::string> mended = mend_references(file.slice(span));
  const std::string_view source = mended ? std::string_view(*mended) : file.slice(span);
  const LineStarts lines = find_line_starts(file, span);
  if (!check_bounds(span, lines, reporter)) return document;

  MarkedText marked;
  if (options.additions) {
    marked = mark_text(source);
    check_references(marked, file.slice(span), span, reporter);
    if (marked.unmarked_from != std::string_view::npos) {
      const std::uint32_t place = span.begin + static_cast<std::uint32_t>(marked.unmarked_from);
      reporter.report(kTooManyLinks, Span{place, place}, kMaxTokens);
    }
  }
  const bool is_marked = marked.text.size() > source.size();
  const SyntaxTree tree(is_marked ? std::string_view(marked.text) : source);

  HtmlWriter out(source.size() + source.size() / 4);
  PlainTextWriter plain(options.plain_text, source.size());
  DocumentState state{options, span, lines, marked.tokens, is_marked, reporter, out, plain, {}, {}, {}, {}};
  std::vector<std::string> heading_ids;
  if (options.additions) heading_ids = give_heading_ids(tree.root(), state);
  BlockWriter(state, document).write(tree.root(), heading_ids);
  out.give(document);
  plain.give(document);
  check_fragments(state, document);
  if (options.additions && !is_normal_throughout(source)) bring_into_normal_form(document);
  return document;
}

}  // namespace armillary::markdown
