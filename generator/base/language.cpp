#include "base/language.h"

#include <algorithm>

namespace armillary {

std::optional<LanguageIndex> find_language(const Languages& languages, std::string_view key) {
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (languages[i].key == key) return i;
  }
  return std::nullopt;
}

LocalizedText LocalizedText::same_everywhere(const std::string& text, std::size_t languages) {
  LocalizedText out;
  out.texts_.assign(languages, text);
  return out;
}

void LocalizedText::set(LanguageIndex language, std::string text) {
  if (texts_.size() <= language) texts_.resize(language + 1);
  texts_[language] = std::move(text);
}

std::string_view LocalizedText::in(LanguageIndex language) const {
  return language < texts_.size() ? std::string_view(texts_[language]) : std::string_view();
}

bool LocalizedText::is_absent() const {
  return std::all_of(texts_.begin(), texts_.end(), [](const std::string& text) { return text.empty(); });
}

LanguageIndex LocalizedText::shown_in(LanguageIndex wanted) const {
  if (has(wanted)) return wanted;
  LanguageIndex first = 0;
  while (first + 1 < texts_.size() && texts_[first].empty()) ++first;
  return first;
}

std::string_view LocalizedText::best(LanguageIndex wanted) const { return in(shown_in(wanted)); }

}  // namespace armillary
