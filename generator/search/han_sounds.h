// The sounds of Han characters, for names searched for in pinyin.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

namespace armillary {

// The commonest reading of each of some characters, worked out from the order of the pinyin collation (ICU, CLDR), in
// which characters of one sound stand together.
class HanSounds {
 public:
  explicit HanSounds(const std::vector<char32_t>& characters);

  // `quan`, without a tone, `lu` for lü; empty for a character that was not given or has no reading.
  std::string_view of(char32_t character) const;

 private:
  std::unordered_map<char32_t, std::string_view> sounds_;
};

}  // namespace armillary
