// What a build knows of texts from the one before it. A text whose bytes are the same need not be parsed again for
// what others see of it: its outline stands for its body until its page is made.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/fingerprint.h"
#include "load/text_cache.h"

namespace armillary {

struct KnownText {
  Fingerprint front;     // of what stands before the body; of the whole file where it has fields only
  Fingerprint body;      // of the rest
  std::string outline;   // of the body, as load/text_outline.h makes it; empty: it has no body
  bool is_clean = true;  // nothing was to be said about it: a text with diagnostics is read again to tell them again
};

struct KnownTexts {
  // The digest of what is read under content/ before texts are: the site file, schemas, vocabularies, the names of all
  // files. Attachments are looked into, but nothing of them gets into a record.
  std::string frame;
  std::vector<KnownText> texts;  // in the order of Corpus::files
};

// How texts differ from the last time, where nothing else does: places in Corpus::files, sorted.
struct TextChanges {
  std::vector<std::size_t> hidden;  // of which only their own pages show what has changed
  std::vector<std::size_t> seen;    // of which others may
};

// Compares the texts of this reading with those of the last one. Methods that take an index may be called by many
// threads at once, each index by one.
class TextRecall {
 public:
  // `last` is borrowed; null: nothing is known, and everything is only noted for the next time.
  explicit TextRecall(const KnownTexts* last) : last_(last) {}

  // Before the texts are opened. `frame` is the digest of all but texts; `may_stand_in` says whether nothing but a
  // text's own page reads more of its body than its outline.
  void begin(std::string frame, std::size_t texts, bool may_stand_in);
  void note_bytes(std::size_t index, const SourceFile& file);

  // After all texts were opened, before they are read: which of them changed is known then.
  void compare();
  // The text where it is as it was, and nothing was to be said about it; else null.
  const KnownText* unchanged(std::size_t index) const;
  // Whether the outline of an unchanged text may stand for its body.
  bool may_stand_in() const { return may_stand_in_; }
  void note_text(std::size_t index, const ReadText& text);

  // After all texts were read: which of those that changed look different to others.
  void compare_outlines();

  bool knows_something() const { return last_ != nullptr; }
  // Nothing: whatever was made the last time may have to be another now.
  const std::optional<TextChanges>& changes() const { return changes_; }
  // What the next reading will know.
  KnownTexts take() { return std::move(now_); }

 private:
  const KnownTexts* last_;
  KnownTexts now_;
  std::optional<TextChanges> changes_;
  bool may_stand_in_ = false;
};

}  // namespace armillary
