#include "commands/messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include "base/file_system.h"
#include "base/suggest.h"
#include "commands/options.h"
#include "yaml/mapping_reader.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

constexpr std::string_view kEnglish = "en";
constexpr std::string_view kEnding = ".yaml";

std::string value_of(const char* variable) {
  const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value == nullptr ? std::string() : value;
}

// {"zh-CN", "zh"} of zh_CN.UTF-8; nothing of the locale C, which is no language.
std::vector<std::string> languages_of(std::string locale) {
  locale.resize(std::min(locale.find_first_of(".@"), locale.size()));
  if (locale.empty() || locale == "C" || locale == "POSIX") return {};
  std::replace(locale.begin(), locale.end(), '_', '-');
  const std::string primary = locale.substr(0, locale.find('-'));
  return primary == locale ? std::vector{locale} : std::vector{locale, primary};
}

std::optional<SourceFile> find_messages(const std::string& language, const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    const std::string path = fmt::format("{}/messages/{}{}", folder, language, kEnding);
    if (file_exists(path)) return SourceFile{path, read_file(path)};
  }
  return std::nullopt;
}

std::string all_languages(const std::vector<std::string>& folders) {
  std::set<std::string, std::less<>> languages{std::string(kEnglish)};
  for (const std::string& folder : folders) {
    if (!folder_exists(folder + "/messages")) continue;
    for (const Entry& entry : list_files(folder + "/messages")) {
      if (entry.path.ends_with(kEnding)) languages.insert(entry.path.substr(0, entry.path.size() - kEnding.size()));
    }
  }
  return list_of({languages.begin(), languages.end()});
}

// `messages` by code, `phrases` in their order.
Translation read_messages(const std::string& language, const SourceFile& file) {
  Diagnostics problems;
  std::map<std::string, std::string, std::less<>> messages;
  std::vector<Phrase> phrases;
  const auto read_entries = [&](const YamlNode* entries, const auto& take) {
    if (entries == nullptr) return;
    for (const YamlEntry& entry : entries->entries) {
      if (auto text = read_text(entry.value, file, problems)) take(entry.key.value, std::move(text->value));
    }
  };
  if (const auto root = read_yaml(file, {0, static_cast<std::uint32_t>(file.text.size())}, problems)) {
    MappingReader reader(*root, file, problems);
    read_entries(reader.take("messages"),
                 [&](const std::string& code, std::string text) { messages[code] = std::move(text); });
    read_entries(reader.take("phrases"), [&](const std::string& english, std::string text) {
      phrases.push_back({english, std::move(text)});
    });
    reader.finish();
  }
  if (!problems.has_errors()) return {language, std::move(messages), std::move(phrases)};
  const Diagnostic& first = problems.all().front();
  throw UsageError{fmt::format("{}:{}:{}: {}", first.path, first.line, first.column, first.text)};
}

}  // namespace

std::vector<std::string> languages_of_environment() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = value_of(variable);
    if (!value.empty()) return languages_of(value);
  }
  return {};
}

Translation read_translation(const std::string& named, const std::vector<std::string>& template_folders) {
  const std::string wanted = named.empty() ? value_of("ARMILLARY_MESSAGES") : named;
  for (const std::string& language : wanted.empty() ? languages_of_environment() : languages_of(wanted)) {
    if (language == kEnglish) return {};
    if (const auto file = find_messages(language, template_folders)) return read_messages(language, *file);
  }
  if (wanted.empty()) return {};
  throw UsageError{"no messages in '" + wanted + "'; there are " + all_languages(template_folders)};
}

}  // namespace armillary
