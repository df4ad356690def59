#include "schema/read_localized.h"

#include <algorithm>

#include "base/utf8.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

bool is_tag_like(std::string_view key) {
  const std::size_t end = std::min(key.find('-'), key.size());
  return (end == 2 || end == 3) && std::all_of(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(end),
                                               [](char c) { return c >= 'a' && c <= 'z'; });
}

// In `{en: One, two}` YAML takes `two` for a key without a value.
bool is_rest_of_text(const ReadContext& context, const YamlEntry& entry) {
  const std::string_view behind = std::string_view(context.file.text).substr(entry.key.span.end);
  return entry.value.is_empty() &&
         !behind.substr(std::min(behind.find_first_not_of(" \t\r\n"), behind.size())).starts_with(':');
}

std::string language_names(const Languages& languages) {
  std::string out;
  for (const Language& language : languages) out += (out.empty() ? "" : ", ") + language.key;
  return out;
}

// "zh: …, en: …"
std::string example_of(const Languages& languages) {
  std::string out;
  for (const Language& language : languages) out += (out.empty() ? "" : ", ") + language.key + ": …";
  return out;
}

}  // namespace

bool looks_localized(const YamlNode& node, const Languages& languages) {
  if (!node.is_mapping() || node.entries.empty()) return false;
  const auto is_known = [&](const YamlEntry& e) { return find_language(languages, e.key.value).has_value(); };
  if (std::any_of(node.entries.begin(), node.entries.end(), is_known)) return true;
  return std::all_of(node.entries.begin(), node.entries.end(),
                     [](const YamlEntry& e) { return is_tag_like(e.key.value); });
}

void for_each_language(const ReadContext& context, const YamlNode& node,
                       const std::function<void(LanguageIndex, const YamlNode&)>& read) {
  for (const YamlEntry& entry : node.entries) {
    if (const auto language = find_language(context.languages, entry.key.value)) {
      read(*language, entry.value);
    } else if (is_rest_of_text(context, entry)) {
      context.diagnostics.report(kCommaInText, context.file, entry.key.span, entry.key.value);
    } else {
      context.diagnostics.report(kUnknownLanguage, context.file, entry.key.span, entry.key.value,
                                 language_names(context.languages));
    }
  }
}

LocalizedText read_label(const ReadContext& context, const YamlNode& node) {
  LocalizedText out;
  if (!node.is_mapping()) {
    if (const auto text = read_text(node, context.file, context.diagnostics)) {
      out = LocalizedText::same_everywhere(to_nfc(text->value), context.languages.size());
    }
    return out;
  }
  for_each_language(context, node, [&](LanguageIndex language, const YamlNode& value) {
    if (const auto text = read_text(value, context.file, context.diagnostics)) out.set(language, to_nfc(text->value));
  });
  return out;
}

LocalizedText read_full_label(const ReadContext& context, const YamlNode& node, std::string_view name) {
  LocalizedText out = read_label(context, node);
  if (node.is_mapping() && !out.is_absent()) report_untranslated(context, out, node.span, name);
  return out;
}

void report_untranslated(const ReadContext& context, const LocalizedText& text, Span span, std::string_view name) {
  for (LanguageIndex i = 0; i < context.languages.size(); ++i) {
    if (text.has(i)) continue;
    context.diagnostics.report(kMissingTranslation, context.file, span, name, context.languages[i].key);
  }
}

LocalizedText read_localized_text(const ReadContext& context, const YamlNode& node, std::string_view name) {
  if (node.is_mapping() || context.languages.size() == 1) return read_label(context, node);
  context.diagnostics.report(kTextPerLanguage, context.file, node.span, name, example_of(context.languages));
  return {};
}

}  // namespace armillary
