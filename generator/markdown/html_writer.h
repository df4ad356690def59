// Gathers a document's HTML and the gaps in it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/document.h"

namespace armillary::markdown {

class HtmlWriter {
 public:
  // `size` is about how much is to be written.
  explicit HtmlWriter(std::size_t size) { html_.reserve(size); }

  void append(std::string_view html) { html_.append(html); }

  // For functions that append to a string.
  std::string& html() { return html_; }

  void add_gap(Filling filling) { gaps_.push_back({html_.size(), std::move(filling)}); }

  // A line end, unless the text is at a line's start.
  void start_line() {
    const bool is_behind_gap = !gaps_.empty() && gaps_.back().at == html_.size();
    const bool is_at_start = html_.empty() || html_.back() == '\n';
    if (is_behind_gap || !is_at_start) html_ += '\n';
  }

  // Gives away what was gathered, without the room beyond it: documents are kept.
  void give(Document& document) {
    html_.shrink_to_fit();
    gaps_.shrink_to_fit();
    document.html = std::move(html_);
    document.gaps = std::move(gaps_);
  }

 private:
  std::string html_;
  std::vector<Gap> gaps_;
};

}  // namespace armillary::markdown
