#include "view/script_json.h"

#include <fmt/format.h>

#include "base/json_string.h"

namespace armillary {

void append_script_json(std::string& out, std::string_view text) {
  constexpr std::string_view kMarkup = "<>&";
  const std::size_t begin = out.size();
  append_json_string(out, text);
  for (std::size_t at = out.find_first_of(kMarkup, begin); at != std::string::npos;
       at = out.find_first_of(kMarkup, at)) {
    out.replace(at, 1, fmt::format("\\u{:04x}", static_cast<unsigned>(out[at])));
  }
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
