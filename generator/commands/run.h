// The command line.
#pragma once

namespace armillary {

inline constexpr int kMachineFailed = 3;

// Runs one command. Exit status: 0 done, 1 the content or templates have errors, 2 wrong usage, 3 the machine failed.
int run(int argc, char** argv);

}  // namespace armillary
