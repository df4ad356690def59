// What editors are told, in another language than English. Nothing here knows a language: the texts come from a file
// (templates/messages/LANG.yaml).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace armillary {

// An English wording and the other. `{}` in the first is a place, which the second names by its number: `{1}`. What
// fits in a place in quotes, `'{}'`, is somebody's own and stays, and holds no quotation mark as long as it can be read
// so; what fits in any other is a phrase again.
struct Phrase {
  std::string english;
  std::string text;
};

// A value; the empty one speaks English.
class Translation {
 public:
  Translation() = default;

  // `language` is a BCP 47 tag, `messages` are texts by code, the places of each message numbered as in
  // Message::text. Of two phrases that fit the first is taken.
  Translation(std::string language, std::map<std::string, std::string, std::less<>> messages,
              std::vector<Phrase> phrases);

  const std::string& language() const { return language_; }

  // The whole text. What has no translation is in English.
  std::string say(const Diagnostic& diagnostic) const;
  std::string say(std::string_view english) const;

 private:
  std::string fill(const Phrase& phrase, MessageParts parts) const;

  std::string language_ = "en";
  std::map<std::string, std::string, std::less<>> messages_;
  std::vector<Phrase> phrases_;
};

}  // namespace armillary
