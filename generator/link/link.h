// From a Corpus to a Site.
#pragma once

#include <memory>
#include <optional>

#include "base/diagnostic.h"
#include "link/site.h"

namespace armillary {

// Checks every reference, link, citation, alias and embedded view, and works out what follows. `today` is the day
// that derived states are as of; nothing: the newest date under `verified`. After an error the site is whole
// but lacks the relations that lead nowhere.
// The outcome does not depend on `jobs`.
Site link_site(std::unique_ptr<const Corpus> corpus, std::optional<PartialDate> today, std::size_t jobs,
               Diagnostics& diagnostics);

}  // namespace armillary
