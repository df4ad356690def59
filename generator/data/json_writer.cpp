#include "data/json_writer.h"

#include "base/json_string.h"

namespace armillary {

void JsonWriter::separate() {
  if (out_.empty()) return;
  const char last = out_.back();
  if (last != '{' && last != '[' && last != ':') out_ += ',';
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  append_json_string(out_, value);
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
  return *this;
}

JsonWriter& JsonWriter::member_if(std::string_view name, std::string_view value) {
  return value.empty() ? *this : member(name, value);
}

JsonWriter& JsonWriter::localized(const LocalizedText& text, const Languages& languages) {
  begin_object();
  for (LanguageIndex i = 0; i < languages.size(); ++i) member_if(languages[i].key, text.in(i));
  return end_object();
}

JsonWriter& JsonWriter::localized_if(std::string_view name, const LocalizedText& text, const Languages& languages) {
  return text.is_absent() ? *this : key(name).localized(text, languages);
}

JsonWriter& JsonWriter::date(const PartialDate& date) {
  begin_object();
  member("text", date.to_string());
  member("start", date.start().to_string());
  member("end", date.end().to_string());
  return key("about").boolean(date.is_approximate()).end_object();
}

}  // namespace armillary
