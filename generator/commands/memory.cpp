#include "commands/memory.h"

#include <execinfo.h>
#include <unicode/uclean.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include "commands/run.h"

namespace armillary {
namespace {

// Of the whole program, as the handlers are, which are given nothing.
constinit std::atomic<bool> has_memory_been_refused = false;

// Without a handler that throws mimalloc, being C, ends the program.
void refuse_memory() {
  has_memory_been_refused = true;
  throw std::bad_alloc();
}

// Where memory is refused inside something that must not throw, as the standard library's walk through folders, all
// that is left is to say so. What was begun lies beside the site; the next build removes it.
[[noreturn]] void say_and_end() {
  constexpr std::string_view kSentence = "armillary: the machine has no memory left; the next build cleans up\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, kSentence.data(), kSentence.size());
  _exit(kMachineFailed);
}

[[noreturn]] void end_without_memory() {
  if (has_memory_been_refused) say_and_end();
  __gnu_cxx::__verbose_terminate_handler();
  std::abort();
}

// To throw through what is done once for all threads the C library loads its unwinder, which takes memory: now.
void load_unwinder() {
  void* frame = nullptr;
  backtrace(&frame, 1);
}

// ICU goes on with a null pointer here and there, or takes it for a mistake in its data, and expects nothing thrown.
void* memory_for_icu(const void* /*context*/, std::size_t size) {
  void* memory = std::malloc(size);  // NOLINT(cppcoreguidelines-no-malloc)
  if (memory == nullptr) say_and_end();
  return memory;
}

void* more_memory_for_icu(const void* /*context*/, void* old, std::size_t size) {
  void* memory = std::realloc(old, size);  // NOLINT(cppcoreguidelines-no-malloc)
  if (memory == nullptr) say_and_end();
  return memory;
}

void take_from_icu(const void* /*context*/, void* memory) {
  std::free(memory);  // NOLINT(cppcoreguidelines-no-malloc)
}

}  // namespace

void tell_when_memory_ends() {
  load_unwinder();
  std::set_new_handler(refuse_memory);
  std::set_terminate(end_without_memory);
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, memory_for_icu, more_memory_for_icu, take_from_icu, &status);
}

void end_at_once(int status) { std::exit(status); }

}  // namespace armillary
