#include "view/script_json.h"

#include <fmt/format.h>

namespace armillary {

void append_script_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.append("\\").push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == '>' || c == '&') {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  out += '"';
}

ScriptJson& ScriptJson::text(std::string_view name, std::string_view value) {
  if (value.empty()) return *this;
  std::string json;
  append_script_json(json, value);
  return this->json(name, json);
}

ScriptJson& ScriptJson::json(std::string_view name, std::string_view json) {
  if (json.empty()) return *this;
  if (out_.size() > 1) out_ += ',';
  append_script_json(out_, name);
  out_.append(":").append(json);
  return *this;
}

}  // namespace armillary
