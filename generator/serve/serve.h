// armillary serve: shows the site while it is being written. Nothing is written to the disk.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "serve/http_server.h"
#include "serve/preview.h"

namespace armillary {

struct ServeOptions {
  PreviewOptions preview;
  std::string host = "127.0.0.1";
  std::uint16_t port = 8000;  // 0: any that is free
  ServerLimits limits;
  std::string root;                               // changed files are told relative to it
  std::function<void(const Diagnostics&)> print;  // to whoever runs the server, when they have changed
  std::function<void(const std::string&)> say;    // one line about what is going on, without its line end
};

// Serves until the process gets SIGINT or SIGTERM. The site's base address is the server's own where the options name
// none. Throws FileError where it cannot listen or watch.
void serve(ServeOptions options);

}  // namespace armillary
