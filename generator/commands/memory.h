// What happens where the machine has no memory left: a sentence and exit status 3, wherever the request came from.
#pragma once

namespace armillary {

// Before anything else in `main`: ICU must not have taken memory yet.
void tell_when_memory_ends();

}  // namespace armillary
