// A regular expression for a whole text, in ICU's syntax; bounded in time, so that none can hang a build.
#pragma once

#include <unicode/regex.h>

#include <memory>
#include <optional>
#include <string_view>

namespace armillary {

// Immutable; may be used by many threads at once. Copies share.
class Pattern {
 public:
  // Nothing where the expression is malformed.
  static std::optional<Pattern> compile(std::string_view expression);

  // Whether the whole text matches. A match that takes too long counts as none.
  bool matches(std::string_view text) const;

 private:
  explicit Pattern(std::shared_ptr<const icu::RegexPattern> compiled) : compiled_(std::move(compiled)) {}

  std::shared_ptr<const icu::RegexPattern> compiled_;
};

}  // namespace armillary
