// Texts that are written once a language: {zh: 宣言, en: Declaration}.
#pragma once

#include <functional>

#include "base/diagnostic.h"
#include "base/language.h"
#include "yaml/yaml_node.h"

namespace armillary {

// What every reader of YAML needs at hand. Refers to its parts, which must outlive it.
struct ReadContext {
  const SourceFile& file;
  const Languages& languages;
  Diagnostics& diagnostics;
};

// Whether the keys of a mapping are languages of the site rather than keys of some other form. A mapping
// whose keys all look like language tags counts too, so that a mistyped language is reported as such.
bool looks_localized(const YamlNode& node, const Languages& languages);

// Calls `read` with each language's node. Reports unknown languages.
void for_each_language(const ReadContext& context, const YamlNode& node,
                       const std::function<void(LanguageIndex, const YamlNode&)>& read);

// A text once a language, or one text for all of them (a unit, a proper name).
LocalizedText read_label(const ReadContext& context, const YamlNode& node);

// A warning for each language that the text lacks. `name` is its key.
void report_untranslated(const ReadContext& context, const LocalizedText& text, Span span, std::string_view name);

// As read_label; a warning for each language that a text once a language lacks. `name` is its key.
LocalizedText read_full_label(const ReadContext& context, const YamlNode& node, std::string_view name);

// A text once a language. One text alone is accepted where the site has one language only.
LocalizedText read_localized_text(const ReadContext& context, const YamlNode& node, std::string_view name);

}  // namespace armillary
