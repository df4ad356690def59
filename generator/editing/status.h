// What an observatory lacks: not mistakes, but work that waits for an editor.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editing/file_changes.h"
#include "link/site.h"

namespace armillary {

enum class Lack {
  missing_text,         // a text that another language has
  stale_translation,    // the original has changed since
  undigested,           // a translation that does not say which state of the original it was made from
  missing_translation,  // of a localized field
  no_source,            // a value of a sourced field in a record that names no source at all
  no_evidence,          // a value of a sourced field without a source of its own; the record names some
  not_checked,          // a field that says `not-checked`
  never_verified,       // no `verified`
  long_unverified,      // `verified` more than a year before today
  lonely_record,        // nothing links to it and it links to nothing
};

inline constexpr std::size_t kLacks = 10;

// As it is printed and as `status --list` takes it: "stale-translation".
std::string_view name_of(Lack lack);

struct Finding {
  Lack lack = Lack::missing_text;
  std::string kind;      // empty of a page
  std::string id;        // of the record or page
  std::string path;      // of the file to work on, or of the original where a file is missing
  std::string language;  // its key; empty where it does not matter
  std::string detail;    // a field, a date, an address; may be empty
};

// Everything that is lacking, by record, pages last. `today` is the site's. `linking` holds what linking the site
// reported: it says which records are lonely.
std::vector<Finding> take_stock(const Site& site, const Diagnostics& linking);

// The changes that make translations say that they were made from the original as it stands: those that say nothing
// yet, or, where `ids` names records or pages, all of these. Only texts that say `translation` are touched. Paths as in
// Corpus::files.
std::vector<FileChange> plan_digests(const Corpus& corpus, const std::vector<std::string>& ids);

}  // namespace armillary
