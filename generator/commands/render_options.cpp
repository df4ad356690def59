#include "commands/render_options.h"

#include <utility>

#include "load/decode_site.h"

namespace armillary {

std::string base_url_of(const CommonOptions& options, const std::string& otherwise) {
  if (options.base_url.empty()) return otherwise;
  const auto address = normal_base_url(options.base_url);
  if (!address)
    throw UsageError{"'" + options.base_url + "' is not the address of a site, such as https://example.org/"};
  return *address;
}

RenderOptions render_options(const CommonOptions& options, const Workspace& workspace, std::string base_url) {
  return {{{workspace.templates, options.templates}, {workspace.installed + "/templates", "templates"}},
          {{workspace.static_files, options.static_files}, {workspace.installed + "/static", "static"}},
          workspace.content,
          std::move(base_url),
          workspace.jobs,
          options.cards,
          {workspace.releases, options.releases}};
}

}  // namespace armillary
