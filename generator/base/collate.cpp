#include "base/collate.h"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <numeric>

namespace armillary {
namespace {

// Punctuation is shifted to the end of the comparison; in Chinese by pinyin, and Latin goes before Han. By ICU's own
// names of these keywords: for those of UTS 35 it would read a table of all there are first.
std::unique_ptr<icu::Collator> make_collator(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<int32_t>(tag.size())}, status);
  locale.setKeywordValue("colAlternate", "shifted", status);
  if (tag == "zh" || tag.starts_with("zh-")) {
    locale.setKeywordValue("collation", "pinyin", status);
    locale.setKeywordValue("colReorder", "latn-hani", status);
  }
  std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(U_SUCCESS(status) ? locale : icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    status = U_ZERO_ERROR;
    collator.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status));
  }
  return collator;
}

constexpr std::size_t kUsualKey = 200;  // bytes

std::string sort_key(const icu::Collator& collator, std::string_view text) {
  const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  std::string key(kUsualKey, '\0');
  const auto fill = [&] {
    const int32_t length =
        collator.getSortKey(source, reinterpret_cast<uint8_t*>(key.data()), static_cast<int32_t>(key.size()));
    return static_cast<std::size_t>(length);
  };
  const std::size_t length = fill();
  const bool fits = length <= key.size();
  key.resize(length);
  if (!fits) fill();
  key.shrink_to_fit();
  return key;
}

}  // namespace

std::vector<std::uint32_t> collation_ranks(std::string_view tag, const std::vector<std::string_view>& texts) {
  const auto collator = make_collator(tag);
  std::vector<std::string> keys;
  keys.reserve(texts.size());
  for (const std::string_view text : texts) keys.push_back(collator ? sort_key(*collator, text) : std::string(text));
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  std::vector<std::uint32_t> ranks(texts.size());
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && keys[order[i]] != keys[order[i - 1]]) ++rank;
    ranks[order[i]] = rank;
  }
  return ranks;
}

}  // namespace armillary
