// One reader, named by FUZZED_READER, as libFuzzer calls it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/readers.h"

using armillary::fuzzing::Reader;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

const Reader& fuzzed_reader() {
  for (const Reader& reader : armillary::fuzzing::readers()) {
    if (reader.name == FUZZED_READER) return reader;
  }
  std::abort();
}

constexpr std::string_view kFence = "---\n";

// Changes what stands between the fences, or the text below them, and puts the fences back.
std::size_t mutate_part(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  const std::string input(data, data + size);
  std::string front;
  std::string body = input;
  if (input.starts_with(kFence)) {
    const std::size_t end = std::min(input.find("\n---\n", kFence.size() - 1), input.size());
    front = input.substr(kFence.size(), end - std::min(end, kFence.size()));
    body = input.substr(std::min(end + 1 + kFence.size(), input.size()));
  }
  const std::size_t fences = 2 * kFence.size() + 1;
  if (front.size() + body.size() + fences >= max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::string& part = seed % 2 == 0 ? front : body;
  const std::size_t room = max_size - fences - (front.size() + body.size() - part.size());
  const std::size_t old_size = part.size();
  part.resize(room);
  part.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(part.data()), old_size, room));
  const std::string out = std::string(kFence) + front + "\n" + std::string(kFence) + body;
  if (out.size() > max_size) return size;
  std::copy(out.begin(), out.end(), data);
  return out.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Reader& reader = fuzzed_reader();
  reader.read({reinterpret_cast<const char*>(data), size});
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  static const Reader& reader = fuzzed_reader();
  const bool keeps_fences = reader.has_front_matter && seed % 8 != 0;
  return keeps_fences ? mutate_part(data, size, max_size, seed / 8) : LLVMFuzzerMutate(data, size, max_size);
}
