#include "commands/program_identity.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

#include <cstddef>
#include <string_view>

namespace armillary {
namespace {

constexpr std::size_t kAlignment = 4;  // of the parts of a note

std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

// The build id among the notes of a segment; empty where there is none.
std::string_view build_id_in(std::string_view notes) {
  constexpr std::string_view kOwner("GNU\0", 4);
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    const auto* head = reinterpret_cast<const ElfW(Nhdr)*>(notes.data());
    const std::size_t name = sizeof(*head);
    const std::size_t content = name + aligned(head->n_namesz);
    if (content + head->n_descsz > notes.size()) return {};
    const bool is_build_id = head->n_type == NT_GNU_BUILD_ID && notes.substr(name, head->n_namesz) == kOwner;
    if (is_build_id) return notes.substr(content, head->n_descsz);
    notes.remove_prefix(std::min(notes.size(), content + aligned(head->n_descsz)));
  }
  return {};
}

std::string_view build_id_of(const dl_phdr_info& object) {
  for (std::size_t i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object.dlpi_phdr[i];
    // Notes of another kind are aligned otherwise and in a segment of their own.
    if (segment.p_type != PT_NOTE || segment.p_align > kAlignment) continue;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): where the loader has put it is given as a number
    const auto* begin = reinterpret_cast<const char*>(object.dlpi_addr + segment.p_vaddr);
    const std::string_view found = build_id_in({begin, segment.p_memsz});
    if (!found.empty()) return found;
  }
  return {};
}

// Adds one object to the text that `out` points to. Ends the walk, the text empty, where it has no build id.
int add_object(dl_phdr_info* object, std::size_t /*size*/, void* out) {
  auto& text = *static_cast<std::string*>(out);
  const std::string_view id = build_id_of(*object);
  if (id.empty()) {
    text.clear();
    return 1;
  }
  for (const char byte : id) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  text += ' ';
  return 0;
}

}  // namespace

std::optional<std::string> program_identity() {
  std::string out;
  ::dl_iterate_phdr(add_object, &out);
  return out.empty() ? std::nullopt : std::optional(out);
}

}  // namespace armillary
