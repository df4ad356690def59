#include "commands/init.h"

#include "base/file_system.h"
#include "commands/editor.h"
#include "commands/messages.h"
#include "commands/options.h"

namespace armillary {

int make_observatory(const Arguments& arguments) {
  const std::string& folder = arguments.folder;
  const std::string templates = installed_folder() + "/templates";
  const Translation words = read_translation(arguments.common.messages, {templates});
  if (file_exists(folder)) throw UsageError{"'" + folder + "' is a file; name a new or empty folder"};
  if (folder_exists(folder) && !folder_is_empty(folder)) {
    throw UsageError{"'" + folder + "' holds files already; name a new or empty folder"};
  }
  make_folders(folder);
  const std::string starter = templates + "/starter";
  for (const Entry& entry : list_files(starter)) {
    const std::string target = folder + "/" + entry.path;
    if (entry.kind == EntryKind::folder) make_folders(target);
    if (entry.kind == EntryKind::file) write_file(target, read_file(starter + "/" + entry.path));
  }
  say(words.say("A small observatory lies in '" + folder + "'. To see it:") + "\n\n    armillary serve --root " +
      folder + "\n\n" + words.say("Then read '" + folder + "/README.md'.") + "\n");
  return 0;
}

}  // namespace armillary
