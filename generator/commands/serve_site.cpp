#include "commands/serve_site.h"

#include <cstdio>

#include "commands/diagnostics_out.h"
#include "commands/render_options.h"
#include "commands/today.h"
#include "serve/serve.h"

namespace armillary {

int serve_site(const CommonOptions& options, const ServerAddress& address) {
  const Workspace workspace = find_workspace(options, Place::of_content_only);
  ServeOptions serving;
  serving.preview.load = {workspace.content, workspace.content_name, true, workspace.jobs};
  serving.preview.render = render_options(options, workspace, base_url_of(options, ""));
  serving.preview.today = day_of_environment();
  serving.preview.strict = options.strict;
  serving.preview.translation = workspace.translation;
  serving.root = workspace.root;
  serving.host = address.host;
  serving.port = address.port;
  serving.print = [&](const Diagnostics& diagnostics) {
    print_to_standard_error(diagnostics, workspace.translation, options);
  };
  serving.say = [](const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
  };
  serve(std::move(serving));
  return 0;
}

}  // namespace armillary
