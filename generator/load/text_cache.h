// Texts that were read before, for a program that reads the same content again and again: a file whose bytes have not
// changed is not decoded again.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "load/content_tree.h"
#include "model/record.h"
#include "schema/schema.h"
#include "yaml/yaml_node.h"

namespace armillary {

// What one file holds, before it is known which record it belongs to. Copies share only the documents of bodies; all
// point to the kinds of one schema.
struct ReadText {
  ContentFile name;
  const Kind* kind = nullptr;  // null: a page
  LanguageIndex language = 0;
  SourceFile file;
  std::size_t index = 0;  // its place in Corpus::files
  bool has_good_name = false;
  bool is_too_large = false;             // nothing of the file was read
  bool is_broken = false;                // cannot be read as text, or not told from its front matter
  std::optional<YamlNode> front_matter;  // until it is decoded
  std::optional<Body> body;
  Record record;  // of a record's main file
  Page page;      // of a page's main file
  std::vector<std::string> attachments;
  Diagnostics diagnostics;

  bool is_main() const { return name.language.empty(); }
};

struct CachedText {
  std::string bytes;  // of the file
  ReadText read;
  bool is_link = false;  // what it leads to may change without its own path being named
};

// Not for use by two readings at once.
struct TextCache {
  // Everything besides its own bytes that a text's meaning hangs on: the site file, schemas, vocabularies, and which
  // files stand beside records. Where this differs, nothing of the cache is true any more.
  std::string frame;
  Schema schema;                                      // that all texts point into
  std::unordered_map<std::string, CachedText> texts;  // by path, relative to content/
  std::vector<std::string> paths;                     // of all files, sorted; empty where something was said of one
};

}  // namespace armillary
