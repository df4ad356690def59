#include "load/decode_markdown.h"

#include <algorithm>

#include "load/load_messages.h"
#include "markdown/parse_markdown.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

// Headings in a field stand below the record's title and the field's own heading.
constexpr int kHeadingShift = 2;

void relocate(markdown::Document& document, Span span) {
  for (markdown::Gap& gap : document.gaps) {
    if (auto* link = std::get_if<markdown::RecordLink>(&gap.filling)) link->id.span = span;
    if (auto* address = std::get_if<markdown::RelativeAddress>(&gap.filling)) address->address.span = span;
    if (auto* citation = std::get_if<markdown::Citation>(&gap.filling)) {
      for (markdown::CitedWork& work : citation->works) work.id.span = span;
    }
    if (auto* view = std::get_if<markdown::EmbeddedView>(&gap.filling)) view->name.span = span;
  }
}

markdown::Document parse_scalar(const ReadContext& context, const std::string& id_prefix,
                                const Located<std::string>& text) {
  const markdown::Options options{.id_prefix = id_prefix, .additions = true, .heading_shift = kHeadingShift};
  const Span inside{text.span.begin + 1, text.span.end - 1};
  for (const Span span : {text.span, inside}) {
    if (context.file.slice(span) == text.value) return parse_markdown(context.file, span, options, context.diagnostics);
  }
  const SourceFile alone{context.file.path, text.value};
  Diagnostics found;
  markdown::Document document =
      parse_markdown(alone, {0, static_cast<std::uint32_t>(text.value.size())}, options, found);
  context.diagnostics.merge_at(std::move(found), context.file, text.span);
  relocate(document, text.span);
  return document;
}

}  // namespace

std::optional<Datum> decode_markdown(const ReadContext& context, const Field& field, const YamlNode& node) {
  LocalizedMarkdown out;
  out.by_language.resize(context.languages.size());
  out.written.resize(context.languages.size());
  const std::string prefix = field.name.value + "-" + std::to_string(node.span.begin) + "-";
  const auto read = [&](LanguageIndex language, const YamlNode& value) {
    const auto text = read_text(value, context.file, context.diagnostics);
    if (!text) return;
    out.by_language[language] = parse_scalar(context, prefix, *text);
    out.written[language] = text->value;
  };
  if (!field.localized) {
    read(0, node);
    for (LanguageIndex i = 1; i < out.by_language.size(); ++i) {
      out.by_language[i] = out.by_language[0];
      out.written[i] = out.written[0];
    }
    return out;
  }
  if (!node.is_mapping()) {
    if (context.languages.size() > 1) {
      read_localized_text(context, node, field.name.value);
      return std::nullopt;
    }
    read(0, node);
    return out;
  }
  for_each_language(context, node, read);
  for (LanguageIndex i = 0; i < out.by_language.size(); ++i) {
    if (out.in(i) == nullptr) {
      context.diagnostics.report(kMissingTranslation, context.file, node.span, field.name.value,
                                 context.languages[i].key);
    }
  }
  return out;
}

}  // namespace armillary
