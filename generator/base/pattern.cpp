#include "base/pattern.h"

namespace armillary {
namespace {

constexpr int32_t kStepLimit = 200;  // ICU: roughly a millisecond each

icu::UnicodeString to_icu(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

}  // namespace

std::optional<Pattern> Pattern::compile(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  std::shared_ptr<const icu::RegexPattern> compiled(icu::RegexPattern::compile(to_icu(expression), place, status));
  if (U_FAILURE(status)) return std::nullopt;
  return Pattern(std::move(compiled));
}

bool Pattern::matches(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString subject = to_icu(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(compiled_->matcher(subject, status));
  if (U_FAILURE(status)) return false;
  matcher->setTimeLimit(kStepLimit, status);
  const bool matched = matcher->matches(status) != 0;
  return U_SUCCESS(status) != 0 && matched;
}

}  // namespace armillary
