// What a build knows of the one before it, whose site stands in the same folder; or a check of the last check, of which
// there are no files.
//
// A page may stay as it is if all it was made from is the same. The program, its libraries and options (`settings`),
// templates, words, static files and releases (`surroundings`), the site file, schemas, vocabularies, names of files
// and everything in texts that stands before their bodies (`texts.frame`) are one digest each, and if any of them is
// another, every page is made anew. Of a body, pages of other texts, lists, and what is checked between pages see
// nothing but its outline (load/text_outline.h); if one has changed, every page is made anew, too. What is left is a
// body of which only its own page shows more, in whatever language, and the pages of output/kept_pages.h that tell of
// all texts. Files that are no pages are always made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/text_recall.h"
#include "output/published_file.h"

namespace armillary {

struct LastBuild {
  std::string settings;  // all digests in hexadecimal
  std::string surroundings;
  KnownTexts texts;
  std::vector<PublishedFile> files;  // by name

  // Null where it is not known for certain what the file holds.
  const FileMark* find(std::string_view name) const;
};

// As bytes that end with their digest: some hundred for each text, and for each file.
std::string pack(const LastBuild& build);

// Nothing for anything but the bytes that this version packed.
std::optional<LastBuild> unpack(std::string_view bytes);

}  // namespace armillary
