#include "view/words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/suggest.h"
#include "view/view_messages.h"
#include "yaml/mapping_reader.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

constexpr std::array<std::string_view, 6> kCategories = {"zero", "one", "two", "few", "many", "other"};

WordForms read_forms(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics) {
  WordForms out;
  if (!node.is_mapping()) {
    if (const auto text = read_text(node, file, diagnostics)) out["other"] = text->value;
    return out;
  }
  for (const YamlEntry& entry : node.entries) {
    if (std::find(kCategories.begin(), kCategories.end(), entry.key.value) == kCategories.end()) {
      diagnostics.report(kUnknownPluralForm, file, entry.key.span, entry.key.value);
    }
    if (const auto text = read_text(entry.value, file, diagnostics)) out[entry.key.value] = text->value;
  }
  return out;
}

std::vector<std::string_view> keys_of(const Words& words) {
  std::vector<std::string_view> out;
  for (const auto& [key, forms] : words.forms) out.emplace_back(key);
  return out;
}

Words in_place_of_all(const Words& english) {
  Words words = english;
  for (const auto& [key, forms] : english.forms) words.stand_ins.insert(key);
  return words;
}

Words read_file_of_words(const SourceFile& file, const Words* english, Diagnostics& diagnostics) {
  Words words;
  const auto root = read_yaml(file, {0, static_cast<std::uint32_t>(file.text.size())}, diagnostics);
  if (!root) return english != nullptr ? in_place_of_all(*english) : words;
  const MappingReader must_be_mapping(*root, file, diagnostics);
  if (!root->is_mapping()) return english != nullptr ? in_place_of_all(*english) : words;
  std::optional<Suggester> known;
  for (const YamlEntry& entry : root->entries) {
    words.forms[entry.key.value] = read_forms(entry.value, file, diagnostics);
    if (english == nullptr || english->forms.contains(entry.key.value)) continue;
    if (!known) known.emplace(keys_of(*english));
    diagnostics.report(kUnknownWord, file, entry.key.span, entry.key.value, known->did_you_mean(entry.key.value));
  }
  if (english == nullptr) return words;
  for (const auto& [key, forms] : english->forms) {
    if (words.forms.contains(key)) continue;
    diagnostics.report_file(kMissingWord, file.path, key);
    words.forms[key] = forms;
    words.stand_ins.insert(key);
  }
  return words;
}

// American and British English alike.
bool is_english(const Language& language) { return language.tag == "en" || language.tag.starts_with("en-"); }

const SourceFile* find_file(const std::vector<SourceFile>& files, const std::string& key) {
  const std::string name = "/" + key + ".yaml";
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const SourceFile& f) { return f.path.ends_with(name); });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::string_view Words::plain(std::string_view key) const {
  const auto found = forms.find(key);
  if (found == forms.end()) return key;
  const auto other = found->second.find("other");
  return other == found->second.end() ? key : std::string_view(other->second);
}

std::vector<Words> read_words(const std::vector<SourceFile>& files, const Languages& languages,
                              Diagnostics& diagnostics) {
  std::vector<Words> out(languages.size());
  const SourceFile* english_file = find_file(files, "en");
  if (english_file == nullptr) {
    diagnostics.report_file(kNoEnglishStrings, "templates");
    return out;
  }
  const Words english = read_file_of_words(*english_file, nullptr, diagnostics);
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    const SourceFile* file = find_file(files, languages[i].key);
    if (file == english_file) {
      out[i] = english;
    } else if (file != nullptr) {
      out[i] = read_file_of_words(*file, &english, diagnostics);
    } else {
      out[i] = in_place_of_all(english);
      diagnostics.report_file(kNoStringsFile, "templates", languages[i].key);
    }
    if (is_english(languages[i])) out[i].stand_ins.clear();
  }
  return out;
}

std::string fill(std::string_view pattern, const std::vector<std::pair<std::string_view, std::string_view>>& values) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    if (close != std::string_view::npos) {
      const std::string_view name = pattern.substr(i + 1, close - i - 1);
      const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
      if (found != values.end()) {
        out += found->second;
        i = close + 1;
        continue;
      }
    }
    out += pattern[i++];
  }
  return out;
}

}  // namespace armillary
