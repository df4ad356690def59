#include "output/last_build.h"

#include <fmt/format.h>

#include <algorithm>

namespace armillary {
namespace {

constexpr std::string_view kFormat = "armillary, the last build, 4\n";
constexpr std::size_t kUsualText = 150;  // bytes
constexpr std::size_t kUsualFile = 100;
constexpr std::size_t kSealDigits = 32;

// By which bytes that a disk lost or changed are told from those that were written.
std::string seal_of(std::string_view bytes) {
  const Fingerprint fingerprint = fingerprint_of(bytes);
  return fmt::format("{:016x}{:016x}", fingerprint.high, fingerprint.low);
}

void write_fingerprint(const Fingerprint& fingerprint, Packer& out) {
  out.number(fingerprint.high);
  out.number(fingerprint.low);
}

Fingerprint read_fingerprint(Unpacker& in) {
  Fingerprint out;
  out.high = in.number();
  out.low = in.number();
  return out;
}

void write_text(const KnownText& text, Packer& out) {
  write_fingerprint(text.front, out);
  write_fingerprint(text.body, out);
  out.text(text.outline);
  out.number(text.is_clean ? 1 : 0);
}

KnownText read_text(Unpacker& in) {
  KnownText out;
  out.front = read_fingerprint(in);
  out.body = read_fingerprint(in);
  out.outline = in.text();
  out.is_clean = in.number() != 0;
  return out;
}

std::vector<std::uint32_t> read_neighbours(Unpacker& in) {
  std::vector<std::uint32_t> out;
  for (std::size_t left = in.count(); left > 0; --left) out.push_back(static_cast<std::uint32_t>(in.number()));
  return out;
}

PublishedFile read_published(Unpacker& in) {
  PublishedFile out;
  out.name = in.text();
  out.mark.inode = in.number();
  out.mark.size = in.number();
  out.mark.modified = in.number();
  out.mark.changed = in.number();
  return out;
}

}  // namespace

const FileMark* LastBuild::find(std::string_view name) const {
  const auto found =
      std::lower_bound(files.begin(), files.end(), name,
                       [](const PublishedFile& file, std::string_view wanted) { return file.name < wanted; });
  return found != files.end() && found->name == name ? &found->mark : nullptr;
}

PackedBuild::PackedBuild(const LastBuild& build) {
  packer_.make_room(build.texts.texts.size() * kUsualText);
  packer_.text(kFormat);
  packer_.text(build.settings);
  packer_.text(build.surroundings);
  write_fingerprint(build.common, packer_);
  packer_.text(build.texts.frame);
  packer_.number(build.texts.texts.size());
  for (const KnownText& text : build.texts.texts) write_text(text, packer_);
  packer_.number(build.neighbours.size());
  for (const std::vector<std::uint32_t>& neighbours : build.neighbours) {
    packer_.number(neighbours.size());
    for (const std::uint32_t neighbour : neighbours) packer_.number(neighbour);
  }
}

std::string PackedBuild::with(const std::vector<PublishedFile>& files) && {
  packer_.make_room(files.size() * kUsualFile);
  packer_.number(files.size());
  for (const PublishedFile& file : files) {
    packer_.text(file.name);
    packer_.number(file.mark.inode);
    packer_.number(file.mark.size);
    packer_.number(file.mark.modified);
    packer_.number(file.mark.changed);
  }
  std::string bytes = packer_.take();
  bytes += seal_of(bytes);
  return bytes;
}

std::optional<LastBuild> unpack(std::string_view bytes) {
  if (bytes.size() < kSealDigits) return std::nullopt;
  const std::string_view packed = bytes.substr(0, bytes.size() - kSealDigits);
  if (bytes.substr(packed.size()) != seal_of(packed)) return std::nullopt;
  Unpacker in(packed);
  if (in.text() != kFormat) return std::nullopt;
  LastBuild out;
  out.settings = in.text();
  out.surroundings = in.text();
  out.common = read_fingerprint(in);
  out.texts.frame = in.text();
  const std::size_t texts = in.count();
  out.texts.texts.reserve(texts);
  for (std::size_t i = 0; i < texts && in.is_good(); ++i) out.texts.texts.push_back(read_text(in));
  for (std::size_t left = in.count(); left > 0 && in.is_good(); --left) {
    out.neighbours.push_back(read_neighbours(in));
  }
  const std::size_t files = in.count();
  for (std::size_t i = 0; i < files && in.is_good(); ++i) out.files.push_back(read_published(in));
  if (!in.is_good() || !in.is_at_end()) return std::nullopt;
  return out;
}

}  // namespace armillary
