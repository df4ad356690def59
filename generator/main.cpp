// Arguments in, exit status out; everything else is in the rooms.
#include "commands/run.h"

int main(int argc, char** argv) { return armillary::run(argc, argv); }
