// The languages of a site, and texts that exist in some of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

// An index into the site's list of languages; 0 is the default language.
using LanguageIndex = std::size_t;

struct Language {
  std::string key;    // in addresses and file names: `zh`
  std::string tag;    // BCP 47: `zh-Hans`
  std::string label;  // what its readers call it: 中文
  bool right_to_left = false;
  std::string formats = {};  // BCP 47: of the region whose dates and numbers it writes, as `en-GB`; empty: its tag

  const std::string& formats_tag() const { return formats.empty() ? tag : formats; }

  std::string_view direction() const { return right_to_left ? "rtl" : "ltr"; }
};

using Languages = std::vector<Language>;

std::optional<LanguageIndex> find_language(const Languages& languages, std::string_view key);

// A text in the site's languages. Default-constructed it is absent in all of them.
class LocalizedText {
 public:
  LocalizedText() = default;
  // The same text for every language, such as a proper name or a unit.
  static LocalizedText same_everywhere(const std::string& text, std::size_t languages);

  void set(LanguageIndex language, std::string text);

  // Empty where the language lacks it.
  std::string_view in(LanguageIndex language) const;
  bool has(LanguageIndex language) const { return !in(language).empty(); }
  bool is_absent() const;

  // Which language's text a reader of `wanted` is shown: that one, else the default, else the first
  // that there is. REQUIRES: !is_absent().
  LanguageIndex shown_in(LanguageIndex wanted) const;

  // The text that a reader of `wanted` is shown; empty only if absent everywhere.
  std::string_view best(LanguageIndex wanted) const;

 private:
  std::vector<std::string> texts_;
};

}  // namespace armillary
