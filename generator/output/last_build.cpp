#include "output/last_build.h"

#include <algorithm>

#include "base/digest.h"
#include "base/packed.h"

namespace armillary {
namespace {

constexpr std::string_view kFormat = "armillary, the last build, 3\n";
constexpr std::size_t kDigestDigits = 64;

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

std::string pack(const LastBuild& build) {
  Packer out;
  out.text(kFormat);
  out.text(build.settings);
  out.text(build.surroundings);
  write_fingerprint(build.common, out);
  out.text(build.texts.frame);
  out.number(build.texts.texts.size());
  for (const KnownText& text : build.texts.texts) write_text(text, out);
  out.number(build.neighbours.size());
  for (const std::vector<std::uint32_t>& neighbours : build.neighbours) {
    out.number(neighbours.size());
    for (const std::uint32_t neighbour : neighbours) out.number(neighbour);
  }
  out.number(build.files.size());
  for (const PublishedFile& file : build.files) {
    out.text(file.name);
    out.number(file.mark.inode);
    out.number(file.mark.size);
    out.number(file.mark.modified);
    out.number(file.mark.changed);
  }
  std::string bytes = out.take();
  bytes += sha256_hex(bytes);
  return bytes;
}

std::optional<LastBuild> unpack(std::string_view bytes) {
  if (bytes.size() < kDigestDigits) return std::nullopt;
  const std::string_view packed = bytes.substr(0, bytes.size() - kDigestDigits);
  if (bytes.substr(packed.size()) != sha256_hex(packed)) return std::nullopt;
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
