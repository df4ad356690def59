// Arguments in, exit status out; everything else is in the rooms.
#include "commands/memory.h"
#include "commands/run.h"

#ifdef ARMILLARY_MIMALLOC
#include <mimalloc.h>
#endif

int main(int argc, char** argv) {
#ifdef ARMILLARY_MIMALLOC
  // A build touches its memory once: fewer, larger pages cost less. Other threads' first memory would be taken in
  // steps of half such a page.
  mi_option_enable(mi_option_large_os_pages);
  mi_option_set(mi_option_eager_commit_delay, 0);
#endif
  armillary::tell_when_memory_ends();
  return armillary::run(argc, argv);
}
