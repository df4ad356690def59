// Gathers a document's pieces: HTML in as few as possible, with the gaps between.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "markdown/document.h"

namespace armillary::markdown {

class PieceWriter {
 public:
  // `size` is about how much is to be written.
  PieceWriter(std::vector<Piece>& pieces, std::size_t size) : pieces_(pieces) { html_.reserve(size); }

  void append(std::string_view html) { html_.append(html); }

  // The HTML since the last gap, for functions that append to a string.
  std::string& html() { return html_; }

  void add_gap(Piece piece) {
    flush();
    pieces_.push_back(std::move(piece));
  }

  // A line end, unless the text is at a line's start.
  void start_line() {
    const bool at_start = html_.empty() ? pieces_.empty() : html_.back() == '\n';
    if (!at_start) html_ += '\n';
  }

  // The HTML since the last gap becomes a piece, as long as it is and no longer. To be called at the end.
  void flush() {
    if (!html_.empty()) pieces_.emplace_back(Html{html_});
    html_.clear();
  }

 private:
  std::vector<Piece>& pieces_;
  std::string html_;
};

}  // namespace armillary::markdown
