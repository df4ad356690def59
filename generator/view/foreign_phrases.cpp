#include "view/foreign_phrases.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "base/find_byte.h"
#include "base/utf8.h"

namespace armillary {
namespace {

constexpr int32_t kMostScripts = 8;
constexpr std::string_view kSpanEnd = "</span>";

// The scripts that a language is written in: Japanese in Han, Hiragana and Katakana, simplified Chinese in Han.
std::vector<int> scripts_of(const Language& language) {
  std::array<UScriptCode, kMostScripts> codes{};
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = uscript_getCode(language.tag.c_str(), codes.data(), kMostScripts, &status);
  if (U_FAILURE(status) || count == 0) {
    status = U_ZERO_ERROR;
    const std::string primary = language.tag.substr(0, language.tag.find('-'));
    count = uscript_getCode(primary.c_str(), codes.data(), kMostScripts, &status);
  }
  std::vector<int> out;
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const UScriptCode code = codes.at(static_cast<std::size_t>(i));
    const bool is_chinese = code == USCRIPT_SIMPLIFIED_HAN || code == USCRIPT_TRADITIONAL_HAN;
    out.push_back(is_chinese ? USCRIPT_HAN : code);
  }
  return out;
}

// CJK symbols and full-width forms belong to the phrase they touch.
bool is_wide_punctuation(char32_t c) { return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF); }

}  // namespace

ForeignScripts::ForeignScripts(const Languages& languages, LanguageIndex page) {
  const std::vector<int> own = scripts_of(languages[page]);
  const auto is_own = [&](int script) { return std::find(own.begin(), own.end(), script) != own.end(); };
  for (const Language& language : languages) {
    for (const int script : scripts_of(language)) {
      if (script != USCRIPT_LATIN && !is_own(script)) scripts_.emplace_back(script, language);
    }
  }
}

const Language* ForeignScripts::language_of(char32_t letter) const {
  UErrorCode status = U_ZERO_ERROR;
  const int script = uscript_getScript(static_cast<UChar32>(letter), &status);
  const auto found = std::find_if(scripts_.begin(), scripts_.end(), [&](const auto& s) { return s.first == script; });
  return found == scripts_.end() ? nullptr : &found->second;
}

// Walks HTML once; a phrase is open between the first letter of a foreign script and the first character that is
// neither such a letter nor punctuation of it.
class PhraseMarker {
 public:
  PhraseMarker(const ForeignScripts& scripts, std::string_view html, std::string& out)
      : scripts_(scripts), html_(html), out_(out) {}

  void mark() {
    while (offset_ < html_.size()) {
      const auto byte = static_cast<unsigned char>(html_[offset_]);
      if (byte == '<') {
        close();
        copy_tag();
      } else if (byte < 0x80) {
        close();
        copy_ascii();
      } else {
        copy_character();
      }
    }
    close();
  }

 private:
  // A tag as it stands; of an element with a language of its own, everything to its end.
  void copy_tag() {
    const std::size_t end = std::min(html_.find('>', offset_), html_.size() - 1) + 1;
    const std::string_view tag = html_.substr(offset_, end - offset_);
    const bool has_language = tag.find(" lang=\"") != std::string_view::npos;
    const std::size_t closing = has_language ? html_.find(kSpanEnd, end) : std::string_view::npos;
    const bool is_span = tag.starts_with("<span ");
    const std::size_t stop = is_span && closing != std::string_view::npos ? closing + kSpanEnd.size() : end;
    out_ += html_.substr(offset_, stop - offset_);
    offset_ = stop;
  }

  // To the next tag or the next character that could be of a foreign script.
  void copy_ascii() {
    if (beyond_ascii_ <= offset_) beyond_ascii_ = find_beyond_ascii(html_, offset_);
    const std::size_t end = std::min(html_.substr(0, beyond_ascii_).find('<', offset_), beyond_ascii_);
    out_ += html_.substr(offset_, end - offset_);
    offset_ = end;
  }

  void copy_character() {
    const std::size_t start = offset_;
    const char32_t c = next_code_point(html_, offset_);
    const std::string_view bytes = html_.substr(start, offset_ - start);
    if (is_wide_punctuation(c)) {
      // Before a phrase it waits to see whether one follows; within one it belongs to it.
      (language_ != nullptr ? out_ : waiting_) += bytes;
      return;
    }
    const Language* language = scripts_.language_of(c);
    if (language != language_) close();
    if (language != nullptr && language_ == nullptr) open(*language);
    out_ += waiting_;
    waiting_.clear();
    out_ += bytes;
  }

  void open(const Language& language) {
    language_ = &language;
    out_.append("<span lang=\"").append(language.tag).append("\" dir=\"").append(language.direction()) += "\">";
  }

  void close() {
    if (language_ != nullptr) out_ += kSpanEnd;
    language_ = nullptr;
    out_ += waiting_;
    waiting_.clear();
  }

  const ForeignScripts& scripts_;
  std::string_view html_;
  std::size_t offset_ = 0;
  std::size_t beyond_ascii_ = 0;  // where the next byte that is no ASCII stands, as of the last run of ASCII
  std::string& out_;
  std::string waiting_;
  const Language* language_ = nullptr;
};

bool ForeignScripts::is_free_of_phrases(std::string_view html) const { return scripts_.empty() || is_ascii(html); }

void ForeignScripts::append_marked(std::string& out, std::string_view html) const {
  if (is_free_of_phrases(html)) {
    out += html;
  } else {
    PhraseMarker(*this, html, out).mark();
  }
}

std::string ForeignScripts::mark(std::string_view html) const {
  std::string out;
  append_marked(out, html);
  return out;
}

}  // namespace armillary
