#include "markdown/bare_link.h"

#include <algorithm>

#include "base/utf8.h"

namespace armillary::markdown {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_alpha(c) || (c >= '0' && c <= '9'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return (is_alpha(a) ? static_cast<char>(a | 0x20) : a) == b; });
}

// Whether the address goes on with this character, by what stands outside ASCII.
bool ends_address(char32_t c) { return is_white_space(c) || is_cjk(c) || (c >= 0x80 && is_punctuation(c)); }

bool is_host_character(char32_t c) {
  if (c == '.' || c == '-' || c == '_') return true;
  return c < 0x80 ? is_alnum(static_cast<char>(c)) : !ends_address(c);
}

}  // namespace

std::optional<BareLink> BareLinkFinder::find(std::size_t at) {
  std::optional<BareLink> link;
  if (at < floor_) return link;
  switch (text_[at]) {
    case ':':
      link = find_url(at);
      break;
    case '@':
      link = find_mail(at);
      break;
    default:
      link = find_www(at);
  }
  if (link) floor_ = link->end;
  return link;
}

// GFM wants white space or one of *_~( before a link; text that is written without spaces may stand there too.
bool BareLinkFinder::stands_apart(std::size_t begin) const {
  if (begin == 0) return true;
  const char before = text_[begin - 1];
  return is_ascii(before) ? std::string_view(" \t\n*_~(").find(before) != std::string_view::npos
                          : ends_address(code_point_before(text_, begin));
}

std::optional<BareLink> BareLinkFinder::find_url(std::size_t colon) {
  if (text_.substr(colon, 3) != "://") return std::nullopt;
  std::size_t begin = colon;
  while (begin > floor_ && colon - begin < 6 && is_alpha(text_[begin - 1])) --begin;
  const std::string_view scheme = text_.substr(begin, colon - begin);
  if (!equals_ignoring_case(scheme, "http") && !equals_ignoring_case(scheme, "https")) return std::nullopt;
  const std::size_t host = colon + 3;
  if (!has_host(host)) return std::nullopt;
  const std::size_t end = link_end(host);
  if (end <= host) return std::nullopt;
  return BareLink{begin, end, ""};
}

std::optional<BareLink> BareLinkFinder::find_www(std::size_t dot) {
  if (dot < floor_ + 3) return std::nullopt;
  const std::size_t begin = dot - 3;
  if (text_.substr(begin, 3) != "www" || !stands_apart(begin) || !has_host(begin)) return std::nullopt;
  const std::size_t end = link_end(begin);
  if (end <= dot + 1) return std::nullopt;
  return BareLink{begin, end, "http://"};
}

// GFM: segments of letters, digits, '_' and '-' parted by periods, none of the last two with '_'.
bool BareLinkFinder::has_host(std::size_t begin) {
  if (begin >= host_end_) {
    std::size_t end = begin;
    bool underscore = false;         // in the segment so far
    bool underscore_before = false;  // in the one before it
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t c = next_code_point(text_, next);
      if (!is_host_character(c)) break;
      if (c == '_') underscore = true;
      if (c == '.') {
        underscore_before = underscore;
        underscore = false;
      }
      end = next;
    }
    host_end_ = end;
    host_is_sound_ = !underscore && !underscore_before;
  }
  if (begin >= host_end_ || !host_is_sound_) return false;
  return text_[begin] != '.' && text_[begin] != '-';
}

std::size_t BareLinkFinder::link_end(std::size_t begin) const {
  std::size_t end = begin;
  while (end < text_.size() && text_[end] != '<') {
    std::size_t next = end;
    if (ends_address(next_code_point(text_, next))) break;
    end = next;
  }
  return without_trailing(begin, end);
}

// GFM: trailing punctuation is no part of a link, nor is a ')' without its '(' or what looks like &entity;.
std::size_t BareLinkFinder::without_trailing(std::size_t begin, std::size_t end) const {
  const std::string_view link = text_.substr(begin, end - begin);
  auto unopened = std::count(link.begin(), link.end(), ')') - std::count(link.begin(), link.end(), '(');
  for (; end > begin; --end) {
    const char last = text_[end - 1];
    if (last == ';') {
      std::size_t name = end - 1;
      while (name > begin && is_alnum(text_[name - 1])) --name;
      const bool is_entity = name > begin && name < end - 1 && text_[name - 1] == '&';
      if (is_entity) end = name;
    } else if (last == ')') {
      if (unopened-- <= 0) break;
    } else if (std::string_view("?!.,:*_~'\"").find(last) == std::string_view::npos) {
      break;
    }
  }
  return end;
}

std::optional<BareLink> BareLinkFinder::find_mail(std::size_t at) {
  std::size_t begin = at;
  while (begin > floor_ &&
         (is_alnum(text_[begin - 1]) || std::string_view(".+-_").find(text_[begin - 1]) != std::string_view::npos)) {
    --begin;
  }
  if (begin == at) return std::nullopt;
  std::size_t end = at + 1;
  std::size_t dots = 0;
  for (; end < text_.size(); ++end) {
    const char c = text_[end];
    const bool parts = c == '.' && end + 1 < text_.size() && is_alnum(text_[end + 1]);
    if (parts) ++dots;
    if (!parts && !is_alnum(c) && c != '-' && c != '_') break;
  }
  const bool is_followed = end < text_.size() && text_[end] == '@';
  // A last letter, so that package@18.2.0 is none.
  if (dots == 0 || is_followed || !is_alpha(text_[end - 1])) return std::nullopt;
  return BareLink{begin, end, "mailto:"};
}

}  // namespace armillary::markdown
