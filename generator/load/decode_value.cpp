#include "load/decode_value.h"

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "base/utf8.h"
#include "load/decode_file.h"
#include "load/decode_markdown.h"
#include "load/load_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

constexpr std::array<std::string_view, 6> kFactKeys = {"value", "source", "place", "stated", "note", "url"};

std::optional<Absence> absence_named(const YamlNode& node) {
  if (!node.is_scalar() || node.quoted) return std::nullopt;
  if (node.text == "not-stated") return Absence::not_stated;
  if (node.text == "not-checked") return Absence::not_checked;
  if (node.text == "none-found") return Absence::none_found;
  return std::nullopt;
}

bool is_fact_key(const YamlEntry& entry) {
  return std::find(kFactKeys.begin(), kFactKeys.end(), entry.key.value) != kFactKeys.end();
}

// {value, source, place, stated, note}, unless the field is a group with a field of its own called `value`. Where no
// other mapping could be meant, one key of these is enough: the others are then mistyped.
bool is_fact(const YamlNode& node, const Field& field) {
  using enum FieldType;
  if (!node.is_mapping() || field.find_field("value") != nullptr) return false;
  const bool takes_mapping = field.type == file || field.localized || field.any_language;
  if (field.type == group) {
    return node.find("value") != nullptr && std::all_of(node.entries.begin(), node.entries.end(), is_fact_key);
  }
  if (takes_mapping) return node.find("value") != nullptr;
  return std::any_of(node.entries.begin(), node.entries.end(), is_fact_key);
}

class ValueDecoder {
 public:
  ValueDecoder(const RecordContext& context, const Field& field)
      : context_(context), file_(context.yaml.file), diagnostics_(context.yaml.diagnostics), field_(field) {}

  FieldValue decode(const YamlNode& node);

 private:
  void decode_written(const YamlNode& node, FieldValue& out);
  void decode_many(const YamlNode& node, FieldValue& out);
  void decode_item(const YamlNode& node, FieldValue& out);
  std::shared_ptr<const Evidence> decode_evidence(const YamlNode& fact);
  LocalizedText decode_stated(const YamlNode& node);

  std::optional<Datum> decode_datum(const YamlNode& node);
  bool has_form(const YamlNode& node);
  std::optional<Datum> decode_text(const YamlNode& node);
  void decode_tagged(const YamlNode& node, const std::shared_ptr<const Evidence>& evidence, FieldValue& out);
  std::optional<Datum> decode_localized(const YamlNode& node);
  std::optional<Datum> decode_number(const YamlNode& node);
  std::optional<Datum> decode_choice(const YamlNode& node);
  std::string hint_for_option(std::string_view written) const;
  bool may_compare(std::size_t names) const;
  bool is_per_language_list(const YamlNode& node) const;
  void decode_per_language_lists(const YamlNode& node, FieldValue& out);

  template <typename... Args>
  void report(const Message& message, Span span, const Args&... args) {
    diagnostics_.report(message, file_, span, args...);
  }

  const RecordContext& context_;
  const SourceFile& file_;
  Diagnostics& diagnostics_;
  const Field& field_;
};

FieldValue ValueDecoder::decode(const YamlNode& node) {
  FieldValue out;
  out.field = &field_;
  const std::string& name = field_.name.value;
  if (field_.derived) {
    report(kDerivedField, node.span, name, field_.derived->from.value);
  } else if (node.is_empty()) {
    report(kEmptyField, node.span, name);
  } else if (is_fact(node, field_) && field_.sourced) {
    out.evidence = decode_evidence(node);
    if (const YamlNode* value = node.find("value")) decode_written(*value, out);
  } else {
    decode_written(node, out);
  }
  return out;
}

void ValueDecoder::decode_written(const YamlNode& node, FieldValue& out) {
  if (const auto absence = absence_named(node)) {
    const bool is_an_option = field_.find_term(node.text) != nullptr;
    const bool is_words = field_.type == FieldType::text && !field_.localized && !field_.sourced;
    if (field_.sourced && !is_an_option) {
      out.absence = *absence;
      return;
    }
    if (!is_an_option && !is_words) {
      report(kAbsenceNotSourced, node.span, field_.name.value, node.text);
      return;
    }
  }
  if (field_.many) {
    decode_many(node, out);
  } else if (field_.any_language) {
    decode_tagged(node, nullptr, out);
  } else if (node.is_sequence()) {
    report(kOneValue, node.span, field_.name.value, describe(node));
  } else {
    decode_item(node, out);
  }
}

// {zh: [甲, 乙], en: [a]}: names that are no translations of each other.
bool ValueDecoder::is_per_language_list(const YamlNode& node) const {
  return field_.type == FieldType::text && field_.localized && node.is_mapping();
}

void ValueDecoder::decode_per_language_lists(const YamlNode& node, FieldValue& out) {
  for_each_language(context_.yaml, node, [&](LanguageIndex language, const YamlNode& value) {
    const auto add = [&](const YamlNode& item) {
      const auto text = read_text(item, file_, diagnostics_);
      if (!text || text->value.empty()) return;
      LocalizedText one;
      one.set(language, to_nfc(text->value));
      out.items.push_back({one, item.span, nullptr});
    };
    if (value.is_sequence()) {
      for (const YamlNode& item : value.items) add(item);
    } else {
      add(value);
    }
  });
}

void ValueDecoder::decode_many(const YamlNode& node, FieldValue& out) {
  if (node.is_sequence()) {
    out.items.reserve(node.items.size());
    for (const YamlNode& item : node.items) decode_item(item, out);
  } else if (is_per_language_list(node)) {
    decode_per_language_lists(node, out);
  } else if (field_.type == FieldType::group || field_.type == FieldType::markdown) {
    report(kManyGroups, node.span, field_.name.value);
  } else {
    report(kManyValues, node.span, field_.name.value, describe(node), file_.slice(node.span));
  }
}

void ValueDecoder::decode_item(const YamlNode& node, FieldValue& out) {
  const YamlNode* value = &node;
  std::shared_ptr<const Evidence> evidence;
  if (is_fact(node, field_)) {
    if (!field_.sourced) return report(kNotSourced, node.span, field_.name.value);
    evidence = decode_evidence(node);
    value = node.find("value");
    if (value == nullptr) return;  // reported among the evidence
  }
  if (value->is_empty()) return report(kEmptyField, value->span, field_.name.value);
  if (field_.any_language) {
    decode_tagged(*value, evidence, out);
  } else if (auto datum = decode_datum(*value)) {
    out.items.push_back({std::move(*datum), value->span, std::move(evidence)});
  }
}

std::shared_ptr<const Evidence> ValueDecoder::decode_evidence(const YamlNode& fact) {
  auto out = std::make_shared<Evidence>();
  MappingReader keys(fact, file_, diagnostics_);
  keys.require("value");
  if (const YamlNode* node = keys.take("source")) out->source = decode_id(context_.yaml, *node);
  if (const YamlNode* node = keys.take("url")) out->url = decode_address(context_.yaml, *node).value_or("");
  if (const YamlNode* node = keys.take("place")) out->place = decode_place(context_.yaml, *node);
  if (const YamlNode* node = keys.take("stated")) out->stated = decode_stated(*node);
  if (const YamlNode* node = keys.take("note")) {
    out->note = read_localized_text(context_.yaml, *node, "note");
    if (!out->note.is_absent()) report_missing_languages(context_.yaml, out->note, node->span, "note");
  }
  keys.finish();
  return out;
}

// What the source says, in the field's own terms where it can be read so, else in its words.
LocalizedText ValueDecoder::decode_stated(const YamlNode& node) {
  const std::size_t languages = context_.yaml.languages.size();
  if (const Term* term = node.is_scalar() ? field_.find_term(node.text) : nullptr) return term->label;
  if (!node.is_sequence()) return decode_place(context_.yaml, node);
  std::string joined;
  for (const YamlNode& item : node.items) {
    const auto text = read_text(item, file_, diagnostics_);
    if (text) joined += (joined.empty() ? "" : ", ") + to_nfc(text->value);
  }
  return LocalizedText::same_everywhere(joined, languages);
}

std::optional<Datum> ValueDecoder::decode_datum(const YamlNode& node) {
  switch (field_.type) {
    case FieldType::text:
      return field_.localized ? decode_localized(node) : decode_text(node);
    case FieldType::markdown:
      return decode_markdown(context_.yaml, field_, node);
    case FieldType::date:
      return decode_date(context_.yaml, node);
    case FieldType::number:
      return decode_number(node);
    case FieldType::url: {
      const auto address = decode_address(context_.yaml, node);
      return address && has_form(node) ? std::optional<Datum>(PlainText{*address}) : std::nullopt;
    }
    case FieldType::file:
      return decode_attached_file(context_, node);
    case FieldType::choice:
      return decode_choice(node);
    case FieldType::boolean: {
      const auto value = read_boolean(node, file_, diagnostics_);
      return value ? std::optional<Datum>(value->value) : std::nullopt;
    }
    case FieldType::ref: {
      const auto id = decode_id(context_.yaml, node);
      return id ? std::optional<Datum>(Reference{id->value}) : std::nullopt;
    }
    case FieldType::group:
      return decode_fields(context_, node, field_.fields, {});
  }
  return std::nullopt;
}

// Whether the value is as the field's pattern, if any, wants it; reports where it is not.
bool ValueDecoder::has_form(const YamlNode& node) {
  if (!field_.compiled_pattern || field_.compiled_pattern->matches(node.text)) return true;
  report(kPatternMismatch, node.span, node.text, field_.name.value, field_.pattern);
  return false;
}

std::optional<Datum> ValueDecoder::decode_text(const YamlNode& node) {
  if (!node.is_scalar()) {
    report(kPlainText, node.span, field_.name.value, describe(node));
    return std::nullopt;
  }
  if (!has_form(node)) return std::nullopt;
  if (field_.name.value == "title") {
    return LocalizedText::same_everywhere(to_nfc(node.text), context_.yaml.languages.size());
  }
  return PlainText{to_nfc(node.text)};
}

void ValueDecoder::decode_tagged(const YamlNode& node, const std::shared_ptr<const Evidence>& evidence,
                                 FieldValue& out) {
  if (!node.is_mapping()) return report(kTaggedText, node.span, field_.name.value);
  static const auto kTag = Pattern::compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  for (const YamlEntry& entry : node.entries) {
    if (!kTag->matches(entry.key.value)) report(kBadLanguageTag, entry.key.span, entry.key.value);
    const auto text = read_text(entry.value, file_, diagnostics_);
    if (text) out.items.push_back({TaggedText{entry.key.value, to_nfc(text->value)}, entry.value.span, evidence});
  }
}

std::optional<Datum> ValueDecoder::decode_localized(const YamlNode& node) {
  LocalizedText text = read_localized_text(context_.yaml, node, field_.name.value);
  // A text whose language is unknown is not missing.
  const bool all_known = std::all_of(node.entries.begin(), node.entries.end(), [&](const YamlEntry& entry) {
    return find_language(context_.yaml.languages, entry.key.value).has_value();
  });
  const bool is_checked = node.is_mapping() && all_known && (!field_.many || text.is_absent());
  if (is_checked) report_missing_languages(context_.yaml, text, node.span, field_.name.value);
  return text.is_absent() ? std::nullopt : std::optional<Datum>(std::move(text));
}

std::optional<Datum> ValueDecoder::decode_number(const YamlNode& node) {
  const auto text = read_text(node, file_, diagnostics_);
  if (!text) return std::nullopt;
  const auto number = parse_decimal(text->value);
  if (!number) {
    report(kNotANumber, node.span, text->value);
    return std::nullopt;
  }
  if (field_.min && number->value < *field_.min) {
    report(kNumberTooSmall, node.span, number->written, *field_.min, field_.name.value);
  }
  if (field_.max && number->value > *field_.max) {
    report(kNumberTooLarge, node.span, number->written, *field_.max, field_.name.value);
  }
  return *number;
}

std::optional<Datum> ValueDecoder::decode_choice(const YamlNode& node) {
  const auto text = read_text(node, file_, diagnostics_);
  if (!text) return std::nullopt;
  if (field_.find_term(text->value) != nullptr) return ChosenTerm{text->value};
  report(kUnknownTerm, node.span, text->value, field_.name.value, hint_for_option(text->value));
  return std::nullopt;
}

// The option whose label was written, the nearest ones, or the first.
std::string ValueDecoder::hint_for_option(std::string_view written) const {
  std::vector<std::string_view> ids;
  if (may_compare(field_.terms.size())) {
    for (const Term& term : field_.terms) {
      ids.emplace_back(term.id);
      for (LanguageIndex i = 0; i < context_.yaml.languages.size(); ++i) {
        if (term.label.in(i) == written) return "; write '" + term.id + "'";
      }
    }
    std::string near = did_you_mean(written, ids);
    if (!near.empty()) return near;
  }
  ids.clear();
  constexpr std::size_t kFew = 12;
  for (std::size_t i = 0; i < std::min(kFew, field_.terms.size()); ++i) ids.emplace_back(field_.terms[i].id);
  return "; the options are " + list_of(ids) + (field_.terms.size() > kFew ? " and more" : "");
}

// Whether one more mistake may be compared with so many names: what all of a file take is bounded by its size.
bool ValueDecoder::may_compare(std::size_t names) const {
  constexpr std::size_t kForEachFile = 500;
  constexpr std::size_t kForEachByte = 5;
  return (diagnostics_.errors_reported() + 1) * names <= kForEachFile + kForEachByte * file_.text.size();
}

}  // namespace

Group decode_fields(const RecordContext& context, const YamlNode& node, const std::vector<Field>& fields,
                    const std::vector<std::string_view>& ignored) {
  Group out;
  out.reserve(std::min(fields.size(), node.entries.size()));
  MappingReader keys(node, context.yaml.file, context.yaml.diagnostics);
  for (const Field& field : fields) {
    const YamlNode* value = keys.take(field.name.value);
    if (value != nullptr) {
      FieldValue decoded = ValueDecoder(context, field).decode(*value);
      if (decoded.has_value() || decoded.absence) out.push_back(std::move(decoded));
    } else if (field.required && keys.is_mapping() && !field.derived) {
      const std::string_view owner = ignored.empty() ? std::string_view("entry") : std::string_view(context.kind.name);
      const Span first{node.span.begin, node.span.begin};
      context.yaml.diagnostics.report(kMissingField, context.yaml.file, first, field.name.value, owner);
    }
  }
  for (const std::string_view key : ignored) keys.take(key);
  keys.finish();
  return out;
}

std::optional<Located<std::string>> decode_id(const ReadContext& context, const YamlNode& node) {
  return read_text(node, context.file, context.diagnostics);
}

std::optional<PartialDate> decode_date(const ReadContext& context, const YamlNode& node) {
  const auto text = read_text(node, context.file, context.diagnostics);
  if (!text) return std::nullopt;
  return read_partial_date(text->value, context.file, text->span, context.diagnostics);
}

std::optional<std::string> decode_address(const ReadContext& context, const YamlNode& node) {
  const auto text = read_text(node, context.file, context.diagnostics);
  if (!text) return std::nullopt;
  const std::string& address = text->value;
  const bool absolute = address.starts_with("https://") || address.starts_with("http://");
  const bool has_space =
      std::any_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  const std::size_t host = address.find("//") + 2;
  if (absolute && !has_space && host < address.size() && address[host] != '/') return address;
  context.diagnostics.report(kNotAnAddress, context.file, node.span, address);
  return std::nullopt;
}

void report_missing_languages(const ReadContext& context, const LocalizedText& text, Span span, std::string_view name) {
  if (text.is_absent()) {
    context.diagnostics.report(kMissingText, context.file, span, name);
    return;
  }
  report_untranslated(context, text, span, name);
}

LocalizedText decode_place(const ReadContext& context, const YamlNode& node) { return read_label(context, node); }

}  // namespace armillary
