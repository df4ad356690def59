// A body that is parsed only if somebody asks for all of it.
#pragma once

#include <functional>
#include <mutex>
#include <utility>

#include "markdown/document.h"

namespace armillary {

// What reading it throws where the file is no longer the one that was known.
struct TextHasChanged {};

// May be asked by many threads at once. Lives where it was made.
class LaterDocument {
 public:
  using Read = std::function<markdown::Document()>;

  explicit LaterDocument(Read read) : read_(std::move(read)) {}
  LaterDocument(const LaterDocument&) = delete;
  LaterDocument& operator=(const LaterDocument&) = delete;

  // Read by the first who asks; lives as long as this. Throws what `read` throws.
  const markdown::Document& get() const {
    std::call_once(is_read_, [this] { document_ = read_(); });
    return document_;
  }

 private:
  Read read_;
  mutable std::once_flag is_read_;
  mutable markdown::Document document_;
};

}  // namespace armillary
