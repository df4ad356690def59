// Gathers a document's plain text, where it is wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/document.h"

namespace armillary::markdown {

class PlainTextWriter {
 public:
  // `size` is about how much is to be written. Where no text is wanted, nothing that is written is kept.
  PlainTextWriter(bool is_wanted, std::size_t size) : is_wanted_(is_wanted) {
    if (is_wanted) text_.reserve(size);
  }

  void append(std::string_view text) {
    if (is_wanted_) text_ += text;
  }

  // A note or citation between two spaces leaves one.
  void append_words(std::string_view text) {
    const bool doubles_space = text.starts_with(' ') && text_.ends_with(' ');
    append(text.substr(doubles_space ? 1 : 0));
  }

  // The id of a record stands for its title.
  void append_id(std::string_view id) {
    if (is_wanted_) ids_.push_back({text_.size(), id.size()});
    append(id);
  }

  // A new paragraph, heading or cell begins.
  void start_block() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  // Gives away what was gathered.
  void give(Document& document) {
    if (text_.ends_with('\n')) text_.pop_back();
    document.plain_text = std::move(text_);
    document.plain_ids = std::move(ids_);
  }

 private:
  bool is_wanted_;
  std::string text_;
  std::vector<PlainId> ids_;
};

}  // namespace armillary::markdown
