// Atom (RFC 4287) as text. Everything that is given is plain and becomes escaped.
#pragma once

#include <string>
#include <vector>

#include "base/partial_date.h"

namespace armillary {

// A text and its BCP 47 tag; an empty tag means the language of the feed.
struct AtomPhrase {
  std::string text;
  std::string tag;
};

struct AtomEntry {
  std::string id;       // an IRI that stays for ever
  std::string address;  // whole
  AtomPhrase title;
  PartialDate updated;
  std::optional<PartialDate> published;
  std::string category;  // a word for machines
  AtomPhrase category_label;
  AtomPhrase summary;  // may be empty
};

struct AtomFeed {
  std::string address;  // of the feed itself, whole
  std::string id;       // the same under the site's own address
  std::string page;     // what it is a feed of
  std::string tag;
  std::string title;
  std::string subtitle;  // may be empty
  std::string author;
  std::string rights;  // may be empty
  PartialDate updated;
};

std::string atom_entry(const AtomEntry& entry);

// `entries` as atom_entry gives them.
std::string atom_feed(const AtomFeed& feed, const std::vector<const std::string*>& entries);

}  // namespace armillary
