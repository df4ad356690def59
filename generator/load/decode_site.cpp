#include "load/decode_site.h"

#include <algorithm>
#include <span>

#include "base/address_part.h"
#include "base/suggest.h"
#include "load/decode_value.h"
#include "load/decode_view.h"
#include "load/load_messages.h"
#include "markdown/link_address.h"
#include "model/check_view.h"
#include "model/model_messages.h"
#include "schema/read_localized.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

// Each page leads to itself in every language: their number counts three times.
constexpr std::size_t kMaxLanguages = 64;

class SiteReader {
 public:
  SiteReader(SiteFile& site, const YamlNode& node, Diagnostics& diagnostics)
      : site_(site), diagnostics_(diagnostics), keys_(node, site.file, diagnostics) {}

  bool read();

 private:
  void read_languages(const YamlNode& node);
  void read_language(const YamlEntry& entry);
  void read_base_url();
  void read_licence();
  std::vector<NavigationEntry> read_entries(std::string_view key, std::string_view label_key, const Message& message);
  std::optional<NavigationEntry> read_entry(const YamlNode& node, std::string_view label_key, const Message& message);
  void check_target(const Located<std::string>& address);
  void read_report();
  void read_without();
  void read_search();
  ReadContext context() { return {site_.file, site_.languages, diagnostics_}; }

  SiteFile& site_;
  Diagnostics& diagnostics_;
  MappingReader keys_;
};

bool SiteReader::read() {
  const std::size_t errors_before = diagnostics_.errors_reported();
  const YamlNode* languages = keys_.require("languages");
  if (languages != nullptr) read_languages(*languages);
  if (site_.languages.empty()) return false;
  const bool languages_are_sound = diagnostics_.errors_reported() == errors_before;
  if (const YamlNode* title = keys_.require("title")) site_.title = read_full_label(context(), *title, "title");
  if (const YamlNode* tagline = keys_.take("tagline")) site_.tagline = read_full_label(context(), *tagline, "tagline");
  read_base_url();
  read_licence();
  if (const auto kinds = keys_.take_text_list("kinds")) site_.kinds = *kinds;
  site_.navigation = read_entries("navigation", "label", kBadNavigation);
  site_.questions = read_entries("questions", "text", kBadQuestion);
  read_report();
  site_.guide = keys_.take_text("guide");
  if (const YamlNode* views = keys_.take("views")) site_.views = decode_views(context(), *views);
  read_without();
  read_search();
  keys_.finish();
  return languages_are_sound;  // everything else is written in them
}

void SiteReader::read_languages(const YamlNode& node) {
  if (node.is_mapping() && !node.entries.empty()) {
    if (node.entries.size() > kMaxLanguages) {
      diagnostics_.report(kTooManyLanguages, site_.file, node.entries[kMaxLanguages].key.span, node.entries.size(),
                          kMaxLanguages);
      return;
    }
    for (const YamlEntry& entry : node.entries) read_language(entry);
  } else {
    diagnostics_.report(kNoLanguages, site_.file, node.span);
  }
}

void SiteReader::read_language(const YamlEntry& entry) {
  static const auto kTag = Pattern::compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
  Language language;
  language.key = entry.key.value;
  if (!is_address_part(language.key)) {
    diagnostics_.report(kBadLanguageKey, site_.file, entry.key.span, language.key);
  }
  MappingReader keys(entry.value, site_.file, diagnostics_);
  if (const auto tag = keys.take_text("tag")) {
    language.tag = tag->value;
    if (!kTag->matches(tag->value)) diagnostics_.report(kUnclearLanguage, site_.file, tag->span, tag->value);
  } else {
    language.tag = language.key;
  }
  if (const auto formats = keys.take_text("formats")) {
    language.formats = formats->value;
    if (!kTag->matches(formats->value))
      diagnostics_.report(kUnclearLanguage, site_.file, formats->span, formats->value);
  }
  const auto label = keys.take_text("label");
  language.label = label ? label->value : language.tag;
  if (const auto direction = keys.take_text("direction")) {
    language.right_to_left = direction->value == "rtl";
    if (direction->value != "rtl" && direction->value != "ltr") {
      diagnostics_.report(kBadDirection, site_.file, direction->span, direction->value);
    }
  }
  keys.finish();
  site_.languages.push_back(std::move(language));
}

void SiteReader::read_base_url() {
  const YamlNode* node = keys_.require("base_url");
  if (node == nullptr) return;
  const auto text = read_text(*node, site_.file, diagnostics_);
  if (!text) return;
  if (const auto address = normal_base_url(text->value)) {
    site_.base_url = *address;
  } else {
    diagnostics_.report(kBadBaseUrl, site_.file, text->span, text->value);
  }
}

void SiteReader::read_licence() {
  const YamlNode* node = keys_.take("licence");
  if (node == nullptr) return;
  Licence licence;
  // `url` alone could be the tag of a language, but is a licence that lacks its name.
  const bool is_per_language = looks_localized(*node, site_.languages) && node->find("url") == nullptr;
  if (!node->is_mapping() || is_per_language) {
    licence.name = read_label(context(), *node);
  } else {
    MappingReader keys(*node, site_.file, diagnostics_);
    if (const YamlNode* name = keys.require("name")) licence.name = read_full_label(context(), *name, "name");
    if (const YamlNode* url = keys.take("url")) licence.url = decode_address(context(), *url).value_or("");
    keys.finish();
  }
  site_.licence = std::move(licence);
}

void SiteReader::check_target(const Located<std::string>& address) {
  using enum markdown::AddressKind;
  const markdown::AddressKind kind = markdown::kind_of_address(address.value);
  if (kind == forbidden || kind == hostless || kind == empty) {
    diagnostics_.report(kUnsafeLink, site_.file, address.span, address.value);
  }
}

void SiteReader::read_without() {
  static const std::vector<std::string_view> kNames = {"search", "data", "feeds", "status", "form"};
  const auto names = keys_.take_text_list("without");
  if (!names) return;
  for (const Located<std::string>& name : *names) {
    const auto found = std::find(kNames.begin(), kNames.end(), name.value);
    if (found == kNames.end()) {
      diagnostics_.report(kUnknownOutput, site_.file, name.span, name.value, list_of(kNames));
    } else {
      site_.without.push_back(static_cast<Output>(found - kNames.begin()));
    }
  }
}

void SiteReader::read_report() {
  const auto address = keys_.take_text("report");
  if (!address) return;
  const std::string& text = address->value;
  const bool starts_well = text.starts_with("https://") || text.starts_with("mailto:");
  const bool is_sound =
      starts_well && text.find("{id}") != std::string::npos && text.find_first_of(" \"'<>\\") == std::string::npos;
  if (!is_sound) diagnostics_.report(kBadReportAddress, site_.file, address->span, text);
  site_.report = text;
}

void SiteReader::read_search() {
  const YamlNode* node = keys_.take("search");
  if (node == nullptr) return;
  MappingReader keys(*node, site_.file, diagnostics_);
  site_.search.glossary = keys.take_text("glossary");
  if (const YamlNode* names = keys.take("names"); names != nullptr && names->is_mapping()) {
    for (const YamlEntry& entry : names->entries) {
      const bool is_list = entry.value.is_sequence();
      for (const YamlNode& name : is_list ? std::span(entry.value.items) : std::span(&entry.value, 1)) {
        const auto field = read_text(name, site_.file, diagnostics_);
        if (field) site_.search.names.push_back({entry.key.value, *field});
      }
    }
  } else if (names != nullptr) {
    diagnostics_.report(kSearchNames, site_.file, names->span);
  }
  keys.finish();
}

std::vector<NavigationEntry> SiteReader::read_entries(std::string_view key, std::string_view label_key,
                                                      const Message& message) {
  std::vector<NavigationEntry> out;
  const YamlNode* node = keys_.take(key);
  if (node == nullptr) return out;
  if (!node->is_sequence()) diagnostics_.report(kManyGroups, site_.file, node->span, key);
  for (const YamlNode& entry : node->items) {
    if (auto read = read_entry(entry, label_key, message)) out.push_back(std::move(*read));
  }
  return out;
}

// A question must say what it asks, and only an address of another site must be given words in the navigation.
std::optional<NavigationEntry> SiteReader::read_entry(const YamlNode& node, std::string_view label_key,
                                                      const Message& message) {
  using Target = NavigationEntry::Target;
  NavigationEntry out;
  MappingReader keys(node, site_.file, diagnostics_);
  int found = 0;
  const auto take = [&](std::string_view key, Target target) {
    if (const auto name = keys.take_text(key)) {
      out.target = target;
      out.name = *name;
      ++found;
    }
  };
  take("view", Target::view);
  take("page", Target::page);
  take("kind", Target::kind);
  take("record", Target::record);
  take("url", Target::address);
  if (out.target == Target::address) check_target(out.name);
  const bool is_question = label_key == "text";
  if (is_question) out.records = keys.take_text_list("records").value_or(out.records);
  if (const YamlNode* label = keys.take(label_key)) out.label = read_full_label(context(), *label, label_key);
  keys.finish();
  const bool lacks_label = out.label.is_absent() && (is_question || out.target == Target::address);
  const bool compares_without_view = !out.records.empty() && out.target != Target::view;
  if (found == 1 && !lacks_label && !compares_without_view) return out;
  diagnostics_.report(message, site_.file, node.span);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> normal_base_url(std::string_view address) {
  const std::size_t scheme = address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : 0;
  const bool clean =
      address.find_first_of("?#\"'<>\\") == std::string_view::npos &&
      std::none_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; }) &&
      (std::string(address) + "/").find("/../") == std::string::npos;
  if (scheme == 0 || address.size() == scheme || address[scheme] == '/' || !clean) return std::nullopt;
  std::string out(address);
  if (out.back() != '/') out += '/';
  return out;
}

std::optional<SiteFile> decode_site(SourceFile file, Diagnostics& diagnostics) {
  SiteFile site;
  site.file = std::move(file);
  const auto root = read_yaml(site.file, {0, static_cast<std::uint32_t>(site.file.text.size())}, diagnostics);
  if (!root || !SiteReader(site, *root, diagnostics).read()) return std::nullopt;
  return site;
}

void check_site(const SiteFile& site, const Schema& schema, Diagnostics& diagnostics) {
  for (const Located<std::string>& kind : site.kinds) {
    if (schema.find_kind(kind.value) != nullptr) continue;
    diagnostics.report(kUnknownViewKind, site.file, kind.span, kind.value,
                       did_you_mean(kind.value, schema.kind_names()));
  }
  for (const SearchName& name : site.search.names) {
    const auto is_facet = [&](const Kind& kind) {
      const Field* field = kind.find_path(name.field.value);
      return field != nullptr && field->facet;
    };
    if (std::any_of(schema.kinds.begin(), schema.kinds.end(), is_facet)) continue;
    diagnostics.report(kNoFacet, site.file, name.field.span, name.field.value);
  }
  for (const ViewFile& view : site.views) check_view(view, site.file, schema, diagnostics);
}

}  // namespace armillary
