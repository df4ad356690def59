#include "data/data_source.h"

#include <algorithm>

#include "view/addresses.h"

namespace armillary {
namespace {

void add_paths(const std::vector<Field>& fields, const std::string& prefix,
               std::unordered_map<const Field*, std::string>& out) {
  for (const Field& field : fields) {
    out.emplace(&field, prefix + field.name.value);
    add_paths(field.fields, prefix + field.name.value + ".", out);
  }
}

}  // namespace

DataSource::DataSource(const Site& the_site, std::string address, const std::vector<Words>& the_words,
                       std::vector<Release> the_releases)
    : site(the_site), base_url(std::move(address)), words(the_words), releases(std::move(the_releases)) {
  for (const Kind& kind : site.corpus->schema.kinds) add_paths(kind.fields, "", paths);
}

std::string DataSource::page_of(LanguageIndex language, const Record& record) const {
  return base_url + record_address(languages()[language], record);
}

LocalizedText DataSource::word(std::string_view key) const {
  LocalizedText out;
  for (LanguageIndex i = 0; i < words.size(); ++i) out.set(i, std::string(words[i].plain(key)));
  return out;
}

std::string in_all_languages(const LocalizedText& text, const Languages& languages) {
  std::vector<std::string_view> texts;
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    const std::string_view each = text.in(i);
    if (!each.empty() && std::find(texts.begin(), texts.end(), each) == texts.end()) texts.push_back(each);
  }
  std::string out;
  for (const std::string_view each : texts) {
    if (!out.empty()) out += " / ";
    out += each;
  }
  return out;
}

}  // namespace armillary
