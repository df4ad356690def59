// armillary serve: from the command line to a server.
#pragma once

#include <cstdint>
#include <string>

#include "commands/options.h"

namespace armillary {

struct ServerAddress {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8000;
};

// Serves until it is told to end, and returns the exit status. Drafts are shown. Throws as build_site does.
int serve_site(const CommonOptions& options, const ServerAddress& address);

}  // namespace armillary
