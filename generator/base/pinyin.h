// Names written in pinyin among names written in Han characters.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// A text that Chinese collation puts where the pinyin `key` belongs: for each syllable the first character of that
// sound, so that `chong qing` stands between 成都 and 海牙. ICU sorts Latin letters apart from Han characters: a key in
// letters would stand before all names that have none. Tones may be written or left out, ü also as v; syllables may be
// written together. Words that are no pinyin, and words in capitals, stay as they are.
std::string han_for_pinyin(std::string_view key);

}  // namespace armillary
