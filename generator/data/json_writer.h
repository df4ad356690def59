// JSON (RFC 8259) written from left to right into one buffer: no tree is built. Commas come by themselves.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "base/partial_date.h"

namespace armillary {

class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& integer(std::size_t value) { return raw(std::to_string(value)); }
  // What is JSON already: a number as it was written, a finished value.
  JsonWriter& raw(std::string_view json);

  JsonWriter& member(std::string_view name, std::string_view value) { return key(name).text(value); }
  // As `member`, but nothing at all for an empty text.
  JsonWriter& member_if(std::string_view name, std::string_view value);

  // {"zh": …, "en": …}: only the languages that have it.
  JsonWriter& localized(const LocalizedText& text, const Languages& languages);
  // The same under a name; nothing at all where it is absent everywhere.
  JsonWriter& localized_if(std::string_view name, const LocalizedText& text, const Languages& languages);

  // {"text": "2023-11~", "start": "2023-11", "end": "2023-11", "about": true}: nothing is more precise than written.
  JsonWriter& date(const PartialDate& date);

  const std::string& bytes() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
};

}  // namespace armillary
