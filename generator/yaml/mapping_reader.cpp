#include "yaml/mapping_reader.h"

#include <algorithm>
#include <array>

#include "base/ascii_case.h"
#include "base/suggest.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

// A plain text in which an editor forgot the space after `zh:` or wrote `zh：`, so that no mapping came of it.
std::string_view hint_for_mapping(const YamlNode& node) {
  if (!node.is_scalar() || node.quoted) return "";
  const std::size_t word =
      node.text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
  if (word == std::string::npos || word == 0) return "";
  const std::string_view rest = std::string_view(node.text).substr(word);
  if (rest.starts_with(":\u3000")) return "; write an ordinary space behind each key's ':'";
  if (rest.starts_with("：")) return "; write ': ' in place of the full-width colon '：'";
  if (rest.starts_with(":") && !rest.starts_with("://")) return "; write a space after each key's ':'";
  return "";
}

// How a text would be written inside [ ]. One that needed quotes alone needs them there too.
std::string as_flow_item(std::string_view text, bool is_quoted) {
  const bool plain = !is_quoted && text.find_first_of(",[]{}:#\"'&*!|>%@`\n") == std::string_view::npos;
  if (plain) return std::string(text);
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

template <typename Value>
Located<Value> located(Value value, const YamlNode& node) {
  return {std::move(value), node.span};
}

}  // namespace

MappingReader::MappingReader(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics)
    : node_(node), file_(file), diagnostics_(diagnostics) {
  if (!node.is_mapping()) diagnostics.report(kExpectedMapping, file, node.span, describe(node), hint_for_mapping(node));
}

const YamlNode* MappingReader::take(std::string_view key) {
  known_.emplace_back(key);
  return node_.find(key);
}

const YamlNode* MappingReader::require(std::string_view key) {
  const YamlNode* value = take(key);
  const Span start{node_.span.begin, node_.span.begin};
  if (value == nullptr && is_mapping()) diagnostics_.report(kMissingKey, file_, start, key);
  return value;
}

std::optional<Located<std::string>> MappingReader::take_text(std::string_view key) {
  const YamlNode* value = take(key);
  return value == nullptr ? std::nullopt : read_text(*value, file_, diagnostics_);
}

std::optional<std::vector<Located<std::string>>> MappingReader::take_text_list(std::string_view key) {
  const YamlNode* value = take(key);
  return value == nullptr ? std::nullopt : read_text_list(*value, file_, diagnostics_);
}

void MappingReader::finish() {
  constexpr std::size_t kMaxReports = 100;  // a suggestion for each of thousands would take its time
  std::size_t count = 0;
  const std::vector<std::string_view> known(known_.begin(), known_.end());
  for (const YamlEntry& entry : node_.entries) {
    const std::string_view key = entry.key.value;
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    if (++count > kMaxReports) {
      diagnostics_.report(kMoreUnknownKeys, file_, entry.key.span, kMaxReports);
      return;
    }
    std::string help = did_you_mean(key, known);
    if (help.empty() && !known.empty()) help = "; known here: " + list_of(known);
    diagnostics_.report(kUnknownKey, file_, entry.key.span, key, help);
  }
}

std::optional<Located<std::string>> read_text(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics) {
  if (node.is_scalar()) return located(node.text, node);
  diagnostics.report(kExpectedText, file, node.span, describe(node));
  return std::nullopt;
}

std::optional<Located<bool>> read_boolean(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 5> kTrue{"true", "yes", "on", "y", "1"};
  constexpr std::array<std::string_view, 5> kFalse{"false", "no", "off", "n", "0"};
  if (!node.is_scalar()) {
    diagnostics.report(kExpectedBoolean, file, node.span, describe(node), "");
    return std::nullopt;
  }
  if (!node.quoted && node.text == "true") return located(true, node);
  if (!node.quoted && node.text == "false") return located(false, node);
  const std::string folded = ascii_lower_case(node.text);
  std::string_view help;
  if (std::find(kTrue.begin(), kTrue.end(), folded) != kTrue.end()) help = "; write true";
  if (std::find(kFalse.begin(), kFalse.end(), folded) != kFalse.end()) help = "; write false";
  if (node.quoted && !help.empty()) help = "; write it without quotes";
  diagnostics.report(kExpectedBoolean, file, node.span, "'" + node.text + "'", help);
  return std::nullopt;
}

std::optional<std::vector<Located<std::string>>> read_text_list(const YamlNode& node, const SourceFile& file,
                                                                Diagnostics& diagnostics) {
  if (node.is_scalar()) {
    const bool dashes = !node.quoted && node.text.starts_with('-');
    const std::string help =
        dashes ? "; write a space after each '-'" : "; write [" + as_flow_item(node.text, node.quoted) + "]";
    diagnostics.report(kExpectedList, file, node.span, describe(node), help);
    return std::nullopt;
  }
  if (!node.is_sequence()) {
    diagnostics.report(kExpectedList, file, node.span, describe(node), "");
    return std::nullopt;
  }
  std::vector<Located<std::string>> texts;
  for (const YamlNode& item : node.items) {
    if (auto text = read_text(item, file, diagnostics)) texts.push_back(*std::move(text));
  }
  if (texts.size() != node.items.size()) return std::nullopt;
  return texts;
}

}  // namespace armillary
