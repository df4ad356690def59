#include "output/last_build.h"

#include <algorithm>

#include "base/digest.h"
#include "base/packed.h"

namespace armillary {
namespace {

constexpr std::string_view kFormat = "armillary, the last build, 2\n";
constexpr std::size_t kDigestDigits = 64;

KnownText read_text(Unpacker& in) {
  KnownText out;
  out.body.high = in.number();
  out.body.low = in.number();
  out.outline = in.text();
  out.is_clean = in.number() != 0;
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
  out.text(build.texts.frame);
  out.number(build.texts.texts.size());
  for (const KnownText& text : build.texts.texts) {
    out.number(text.body.high);
    out.number(text.body.low);
    out.text(text.outline);
    out.number(text.is_clean ? 1 : 0);
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
  out.texts.frame = in.text();
  const std::size_t texts = in.count();
  out.texts.texts.reserve(texts);
  for (std::size_t i = 0; i < texts && in.is_good(); ++i) out.texts.texts.push_back(read_text(in));
  const std::size_t files = in.count();
  for (std::size_t i = 0; i < files && in.is_good(); ++i) out.files.push_back(read_published(in));
  if (!in.is_good() || !in.is_at_end()) return std::nullopt;
  return out;
}

}  // namespace armillary
