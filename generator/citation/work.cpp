#include "citation/work.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace armillary::citation {
namespace {

constexpr std::array<std::pair<WorkType, std::string_view>, 25> kTypes = {{
    {WorkType::article, "article"},
    {WorkType::article_journal, "article-journal"},
    {WorkType::article_magazine, "article-magazine"},
    {WorkType::article_newspaper, "article-newspaper"},
    {WorkType::bill, "bill"},
    {WorkType::book, "book"},
    {WorkType::chapter, "chapter"},
    {WorkType::dataset, "dataset"},
    {WorkType::document, "document"},
    {WorkType::entry_encyclopedia, "entry-encyclopedia"},
    {WorkType::legal_case, "legal-case"},
    {WorkType::legislation, "legislation"},
    {WorkType::manuscript, "manuscript"},
    {WorkType::map, "map"},
    {WorkType::paper_conference, "paper-conference"},
    {WorkType::patent, "patent"},
    {WorkType::post_weblog, "post-weblog"},
    {WorkType::regulation, "regulation"},
    {WorkType::report, "report"},
    {WorkType::software, "software"},
    {WorkType::speech, "speech"},
    {WorkType::standard, "standard"},
    {WorkType::thesis, "thesis"},
    {WorkType::treaty, "treaty"},
    {WorkType::webpage, "webpage"},
}};

constexpr char32_t kFirstHan = 0x3400;  // CJK Unified Ideographs, Extension A
constexpr char32_t kLastHan = 0x9FFF;
constexpr char32_t kFirstCompatibilityHan = 0xF900;
constexpr char32_t kLastCompatibilityHan = 0xFAFF;
constexpr char32_t kFirstHanOfPlaneTwo = 0x20000;
constexpr char32_t kLastHanOfPlaneThree = 0x3FFFF;

bool is_han(char32_t c) {
  return (c >= kFirstHan && c <= kLastHan) || (c >= kFirstCompatibilityHan && c <= kLastCompatibilityHan) ||
         (c >= kFirstHanOfPlaneTwo && c <= kLastHanOfPlaneThree);
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

}  // namespace

std::string_view name_of(WorkType type) {
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) { return row.first == type; });
  return found == kTypes.end() ? std::string_view() : found->second;
}

std::optional<WorkType> work_type_named(std::string_view name) {
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) { return row.second == name; });
  return found == kTypes.end() ? std::nullopt : std::optional(found->first);
}

std::vector<std::string_view> work_type_names() {
  std::vector<std::string_view> names;
  names.reserve(kTypes.size());
  for (const auto& row : kTypes) names.push_back(row.second);
  return names;
}

Name read_name(std::string_view text) {
  const auto commas = std::count(text.begin(), text.end(), ',');
  const std::size_t first = text.find(',');
  const bool is_body = text.find(" and ", first) < text.size() || text.find(" & ", first) < text.size();
  if (commas < 1 || commas > 2 || is_body) return {{}, {}, {}, trimmed(text)};
  const std::string_view rest = text.substr(first + 1);
  const std::size_t second = rest.find(',');
  Name name{trimmed(text.substr(0, first)), trimmed(rest.substr(0, second)), {}, {}};
  if (second != std::string_view::npos) name.suffix = trimmed(rest.substr(second + 1));
  if (name.family.empty() || name.given.empty()) return {{}, {}, {}, trimmed(text)};
  return name;
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_han(next_code_point(text, at))) return true;
  }
  return false;
}

bool Work::is_in_periodical() const {
  return type == WorkType::article_journal || type == WorkType::article_magazine || type == WorkType::article_newspaper;
}

bool Work::is_chinese() const {
  if (language.empty()) return has_han(title);
  return language == "zh" || language.starts_with("zh-");
}

std::optional<int> ordinal_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number <= 0) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  const bool is_ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return is_ordinal ? std::optional(number) : std::nullopt;
}

}  // namespace armillary::citation
