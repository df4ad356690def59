// The bytes of a file that is made: one text, or several that follow each other and need not be joined for it. They
// stay their maker's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace armillary {

class FileContent {
 public:
  // Whatever is a text is a content as it stands.
  FileContent(std::string_view text) : pieces_{text} {}
  FileContent(const std::string& text) : pieces_{std::string_view(text)} {}
  FileContent(const char* text) : pieces_{std::string_view(text)} {}
  explicit FileContent(std::vector<std::string_view> pieces) : pieces_(std::move(pieces)) {}

  const std::vector<std::string_view>& pieces() const { return pieces_; }

  std::size_t size() const {
    std::size_t out = 0;
    for (const std::string_view piece : pieces_) out += piece.size();
    return out;
  }

  std::string joined() const {
    std::string out;
    out.reserve(size());
    for (const std::string_view piece : pieces_) out += piece;
    return out;
  }

 private:
  std::vector<std::string_view> pieces_;
};

}  // namespace armillary
