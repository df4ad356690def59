#include "load/text_recall.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "base/packed.h"
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
  fronts_.resize(texts);
  may_stand_in_ = may_stand_in;
}

void TextRecall::note_bytes(std::size_t index, const SourceFile& file) {
  const std::string_view front = front_of(file);
  fronts_[index] = fingerprint_of(front);
  now_.texts[index].body = fingerprint_of(std::string_view(file.text).substr(front.size()));
}

void TextRecall::compare() {
  Packer all;
  all.text(now_.frame);
  for (const Fingerprint& front : fronts_) {
    all.number(front.high);
    all.number(front.low);
  }
  now_.frame = sha256_hex(all.take());
  if (last_ == nullptr || last_->frame != now_.frame || last_->texts.size() != now_.texts.size()) return;
  changed_.emplace();
  for (std::size_t i = 0; i < now_.texts.size(); ++i) {
    if (last_->texts[i].body != now_.texts[i].body) changed_->push_back(i);
  }
}

const std::string* TextRecall::outline_for(std::size_t index) const {
  if (!may_stand_in_ || !changed_) return nullptr;
  const KnownText& known = last_->texts[index];
  return known.is_clean && known.body == now_.texts[index].body ? &known.outline : nullptr;
}

void TextRecall::note_text(std::size_t index, const ReadText& text) {
  KnownText& known = now_.texts[index];
  known.is_clean = text.diagnostics.all().empty();
  const std::string* standing_in = outline_for(index);
  if (standing_in != nullptr) {
    known.outline = *standing_in;
  } else if (text.body) {
    known.outline = outline_of(*text.body->document);
  }
}

void TextRecall::compare_outlines() {
  const auto looks_different = [&](std::size_t i) {
    return !look_the_same(last_->texts[i].outline, now_.texts[i].outline);
  };
  if (changed_ && std::any_of(changed_->begin(), changed_->end(), looks_different)) changed_.reset();
}

}  // namespace armillary
