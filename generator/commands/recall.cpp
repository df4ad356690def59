#include "commands/recall.h"

#include "base/digest.h"
#include "base/file_system.h"
#include "base/packed.h"
#include "commands/last_build_file.h"
#include "commands/program_identity.h"
#include "commands/render_options.h"
#include "commands/today.h"
#include "output/static_files.h"

namespace armillary {
namespace {

constexpr std::string_view kOfChecks = ".check";

// All that the program was told that makes a difference on pages, and the program itself.
std::string settings_of(const CommonOptions& options, const Workspace& workspace, const std::string& program) {
  const auto day = day_of_environment();
  Packer all;
  all.text(program);
  all.text(workspace.content_name);
  all.text(options.base_url);
  all.text(day ? day->to_string() : "");
  all.number(options.drafts ? 1 : 0);
  all.number(options.compress ? 1 : 0);
  return sha256_hex(all.take());
}

bool has_same_surroundings(const LastBuild& last, const RenderOptions& render) {
  const std::string now =
      digest_of(read_template_files(render.template_folders)) + digest_of(read_static_files(render.static_folders));
  return last.surroundings.starts_with(now);
}

// Whether the site seems to be the one that the last build left. Each file is looked at again before it is kept; this
// is for sites that were made, linked or copied as a whole since.
bool stands(const LastBuild& last, const std::string& output) {
  constexpr std::size_t kEachSo = 32;
  for (std::size_t i = 0; i < last.files.size(); i += kEachSo) {
    if (mark_of(output + "/" + last.files[i].name) != last.files[i].mark) return false;
  }
  return true;
}

// What checks leave keeps no page of a site.
bool has_needed_site(const std::string& output, Writing writing) {
  return writing == Writing::nowhere || mark_of(output + "/sitemap.xml").has_value();  // as every site has
}

}  // namespace

Recalled recall_last_build(const CommonOptions& options, const Workspace& workspace, Writing writing) {
  Recalled out;
  const auto program = program_identity();
  if (options.no_cache || !options.cards.empty() || !program) return out;
  out.settings = settings_of(options, workspace, *program);
  out.path = last_build_path(workspace.output);
  if (writing == Writing::nowhere && !out.path.empty()) out.path += kOfChecks;
  if (has_needed_site(workspace.output, writing)) out.last = read_last_build(out.path);
  if (!make_room_for(out.path)) return {};
  const bool is_usable = out.last && out.last->settings == out.settings && stands(*out.last, workspace.output) &&
                         has_same_surroundings(*out.last, render_options(options, workspace, ""));
  if (!is_usable) out.last.reset();
  return out;
}

}  // namespace armillary
