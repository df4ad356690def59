// Arguments in, exit status out; everything else is in the rooms.
#include "commands/memory.h"
#include "commands/run.h"

#ifdef ARMILLARY_MIMALLOC
#include <mimalloc.h>
#endif

int main(int argc, char** argv) {
#ifdef ARMILLARY_MIMALLOC
  // What a large site takes beyond each thread's first 32 MiB comes in large pages. Those first ones do not: a small
  // site would pay for the emptying of pages of which it uses a part.
  mi_option_enable(mi_option_large_os_pages);
#endif
  armillary::tell_when_memory_ends();
  return armillary::run(argc, argv);
}
