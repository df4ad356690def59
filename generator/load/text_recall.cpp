#include "load/text_recall.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

#include "load/front_matter.h"
#include "load/text_outline.h"

namespace armillary {
namespace {

// What stands before the body, its dashes included; all of a file that has fields only.
std::string_view front_of(const SourceFile& file) {
  if (file.path.ends_with(".yaml")) return file.text;
  return std::string_view(file.text).substr(0, split_front_matter(file).body.begin);
}

}  // namespace

void TextRecall::begin(std::string frame, std::size_t texts, bool may_stand_in) {
  now_.frame = std::move(frame);
  now_.texts.resize(texts);
  may_stand_in_ = may_stand_in;
}

void TextRecall::note_bytes(std::size_t index, const SourceFile& file) {
  const std::string_view front = front_of(file);
  now_.texts[index].front = fingerprint_of(front);
  now_.texts[index].body = fingerprint_of(std::string_view(file.text).substr(front.size()));
}

void TextRecall::compare() {
  if (last_ == nullptr || last_->frame != now_.frame || last_->texts.size() != now_.texts.size()) return;
  changes_.emplace();
  for (std::size_t i = 0; i < now_.texts.size(); ++i) {
    if (last_->texts[i].front != now_.texts[i].front) {
      changes_->seen.push_back(i);
    } else if (last_->texts[i].body != now_.texts[i].body) {
      changes_->hidden.push_back(i);
    }
  }
}

const KnownText* TextRecall::unchanged(std::size_t index) const {
  if (!changes_) return nullptr;
  const KnownText& known = last_->texts[index];
  const KnownText& now = now_.texts[index];
  return known.is_clean && known.front == now.front && known.body == now.body ? &known : nullptr;
}

void TextRecall::note_text(std::size_t index, const ReadText& text) {
  KnownText& now = now_.texts[index];
  now.is_clean = text.diagnostics.all().empty();
  if (const KnownText* known = unchanged(index)) {
    now.outline = known->outline;
  } else if (text.body) {
    now.outline = outline_of(*text.body->document);
  }
}

void TextRecall::compare_outlines() {
  if (!changes_) return;
  const auto looks_different = [&](std::size_t i) {
    return !look_the_same(last_->texts[i].outline, now_.texts[i].outline);
  };
  std::vector<std::size_t>& hidden = changes_->hidden;
  const auto seen = std::stable_partition(hidden.begin(), hidden.end(), std::not_fn(looks_different));
  changes_->seen.insert(changes_->seen.end(), seen, hidden.end());
  hidden.erase(seen, hidden.end());
  std::sort(changes_->seen.begin(), changes_->seen.end());
}

}  // namespace armillary
