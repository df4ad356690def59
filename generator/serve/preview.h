// The site as its editors see it while they write: the newest state that has no mistakes, and the mistakes of the
// newest.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/translation.h"
#include "load/load.h"
#include "output/render_site.h"
#include "serve/background_check.h"
#include "serve/http_request.h"
#include "serve/http_response.h"
#include "serve/own_names.h"
#include "serve/snapshot.h"

namespace armillary {

struct PreviewOptions {
  LoadOptions load;
  RenderOptions render;
  std::optional<PartialDate> today;
  bool strict = false;
  Translation translation = {};  // of what is shown over a page
};

// Addresses below this one are the server's own.
inline constexpr std::string_view kOwnAddresses = "__armillary/";

class Preview {
 public:
  // `mark` tells this run of the server from others.
  Preview(PreviewOptions options, OwnNames names, std::string mark);

  // Reads what has changed. Pages are made when they are asked for. `changed` are the paths, sorted, of all files that
  // have changed since the last call; nothing: any may have.
  void rebuild(const std::optional<std::vector<std::string>>& changed = std::nullopt);

  // Takes what the check in the background has found. True: there are new diagnostics.
  bool take_reports();
  int check_descriptor() const { return check_.descriptor(); }
  // Whether every page of the version that is shown has been made once.
  bool has_checked() const { return current_ != nullptr && !is_checking_; }

  // The answer to a request; nothing where it hangs on files that are still being made.
  std::optional<Response> answer(const Request& request) const;

  // What every page is told: which version it should show, and what is wrong, as a server-sent event (WHATWG HTML 9.2).
  std::string state_event() const;

  // Of the newest state, sorted.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  // Whether a file could not be read, so that reading should be tried again without waiting for a change.
  bool should_try_again() const { return should_try_again_; }

 private:
  std::shared_ptr<const Snapshot> read(Diagnostics& diagnostics);
  void settle(Diagnostics& diagnostics) const;
  std::optional<Response> answer_own(const Request& request) const;
  std::optional<Response> answer_file(const std::string& path) const;
  Response page(const PlannedPage& page, const std::string& file) const;
  Response not_found() const;
  Response explanation(int status) const;
  std::string with_script(std::string html) const;
  std::string version() const { return mark_ + "-" + std::to_string(version_); }

  PreviewOptions options_;
  OwnNames names_;
  std::string mark_;
  TextCache cache_;
  bool knows_texts_ = false;  // the cache is of the newest state
  std::shared_ptr<const Snapshot> current_;
  std::shared_ptr<const Snapshot> good_;  // the newest of which every page could be made
  std::size_t version_ = 0;
  Diagnostics diagnostics_;
  bool shows_newest_ = false;  // `current_` is the newest state, not an earlier one without mistakes
  std::shared_ptr<const FileBytes> other_files_;
  bool is_checking_ = false;
  bool should_try_again_ = false;
  BackgroundCheck check_;
};

}  // namespace armillary
