// What a build knows of the one before it, whose site stands in the same folder; or a check of the last check, of which
// there are no files.
//
// A page may stay as it is if all it was made from is the same. The program, its libraries and options (`settings`),
// templates, words, static files and releases (`surroundings`), the site file, schemas, vocabularies and names of files
// (`texts.frame`) are one digest each, and if any of them is another, every page is made anew. Texts have a fingerprint
// each for their body and for what stands before it.
//
// Of a body, pages of other texts, lists, and what is checked between pages see nothing but its outline
// (load/text_outline.h). If that is the same, its own page is made anew, in whatever language, and those that tell of
// all texts. If it is another, or something before the body is, all pages are made anew but those of records that lie
// out of reach: a record's page shows something of records up to two links from its own (output/neighbours.h), and of
// the site as a whole what all pages do (`common`); one that embeds a view may show any record. If the text is no
// record's or `common` is another, every page is made anew. Files that are no pages are always made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fingerprint.h"
#include "base/packed.h"
#include "load/text_recall.h"
#include "output/neighbours.h"
#include "output/published_file.h"

namespace armillary {

struct LastBuild {
  std::string settings;  // all digests in hexadecimal
  std::string surroundings;
  Fingerprint common;  // output/common_values.h
  KnownTexts texts;
  Neighbours neighbours;
  std::vector<PublishedFile> files;  // by name

  // Null where it is not known for certain what the file holds.
  const FileMark* find(std::string_view name) const;
};

// A build as bytes: some hundred for each text, and for each file. In two steps, because marks of files that have just
// been written take a moment.
class PackedBuild {
 public:
  // All but the build's files, which are passed over.
  explicit PackedBuild(const LastBuild& build);

  // The whole, with its files in their place, as unpack() reads it; sealed at its end.
  std::string with(const std::vector<PublishedFile>& files) &&;

 private:
  Packer packer_;
};

// Nothing for anything but the bytes that this version packed.
std::optional<LastBuild> unpack(std::string_view bytes);

}  // namespace armillary
