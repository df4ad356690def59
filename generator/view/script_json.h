// JSON inside <script>: a data block of a page (HTML, section 4.12.1.3).
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// A JSON string with its quotes. Nothing in it can end the script or begin a comment: < > & are written as \u003c.
void append_script_json(std::string& out, std::string_view text);

// One JSON object, written member by member.
class ScriptJson {
 public:
  // An empty text is left out.
  ScriptJson& text(std::string_view name, std::string_view value);
  // `json` is finished JSON; empty is left out.
  ScriptJson& json(std::string_view name, std::string_view json);
  std::string take() { return std::move(out_) + "}"; }

 private:
  std::string out_ = "{";
};

}  // namespace armillary
