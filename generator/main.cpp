// Arguments in, exit status out; everything else is in the rooms.
#include "commands/memory.h"
#include "commands/run.h"

#ifdef ARMILLARY_MIMALLOC
#include <mimalloc.h>
#endif

int main(int argc, char** argv) {
#ifdef ARMILLARY_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);  // a build touches its memory once: fewer, larger pages cost less
#endif
  armillary::tell_when_memory_ends();
  return armillary::run(argc, argv);
}
