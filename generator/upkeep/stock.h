// What an observatory lacks: not mistakes, but work that waits for an editor.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  dead_link,            // an address of `sources` that a person has marked `dead`
  lonely_record,        // nothing links to it and it links to nothing
  glossary_slip,        // a word that the glossary says to avoid
};

inline constexpr std::size_t kLacks = 12;

// As it is printed and as `status --list` takes it: "stale-translation".
std::string_view name_of(Lack lack);

struct Finding {
  Lack lack = Lack::missing_text;
  std::optional<RecordIndex> record;  // none of a page
  std::string kind;                   // empty of a page
  std::string id;                     // of the record or page
  std::string path;                   // of the file to work on, or of the original where a file is missing
  std::string language;               // its key; empty where it does not matter
  std::string detail;                 // a field, a date, an address; may be empty
};

// Everything that is lacking, by record, pages last. `today` is the site's.
std::vector<Finding> take_stock(const Site& site);

// The same, taken when it is first asked for, by any thread. Refers to the site.
class Stock {
 public:
  explicit Stock(const Site& site) : site_(site) {}

  const std::vector<Finding>& findings() const {
    std::call_once(once_, [this] { findings_ = take_stock(site_); });
    return findings_;
  }

 private:
  const Site& site_;
  mutable std::once_flag once_;
  mutable std::vector<Finding> findings_;
};

}  // namespace armillary
