// Addresses written without any markup, as GFM's autolink extension finds them: http://…, https://…, www.… and
// mail addresses. Unlike GFM's, ours end where Chinese, Japanese or Korean text or any punctuation outside ASCII
// begins, and may stand right behind such text: 见https://example.org/。后面
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace armillary::markdown {

struct BareLink {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view prefix;  // of the address: "http://" before www, "mailto:" before a mail address
};

// Finds the links of one text from its start on. Linear in all, whatever the text holds.
class BareLinkFinder {
 public:
  explicit BareLinkFinder(std::string_view text) : text_(text) {}

  // The link that the character at `at` shows: the ':' of "https://", the '.' of "www.", the '@' of a mail
  // address. REQUIRES: calls with growing `at`. A link never begins before the end of the one found last.
  std::optional<BareLink> find(std::size_t at);

 private:
  bool stands_apart(std::size_t begin) const;
  std::optional<BareLink> find_url(std::size_t colon);
  std::optional<BareLink> find_www(std::size_t dot);
  std::optional<BareLink> find_mail(std::size_t at);
  bool has_host(std::size_t begin);
  std::size_t link_end(std::size_t begin) const;
  std::size_t without_trailing(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  std::size_t floor_ = 0;     // the end of the last link
  std::size_t host_end_ = 0;  // of the host scanned last; one that begins within it ends there too
  bool host_is_sound_ = false;
};

}  // namespace armillary::markdown
