#include "load/decode_file.h"

#include <algorithm>

#include "base/digest.h"
#include "base/file_system.h"
#include "load/active_file.h"
#include "load/load_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

constexpr std::string_view kDigestPrefix = "sha256:";
constexpr std::size_t kDigestDigits = 64;

bool is_picture(std::string_view name) {
  return std::any_of(kPictures.begin(), kPictures.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_digest(std::string_view text) {
  if (!text.starts_with(kDigestPrefix) || text.size() != kDigestPrefix.size() + kDigestDigits) return false;
  text.remove_prefix(kDigestPrefix.size());
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void check_digest(const RecordContext& context, const Located<std::string>& digest, const std::string& path,
                  const std::string& name) {
  const ReadContext& yaml = context.yaml;
  if (!is_digest(digest.value)) {
    yaml.diagnostics.report(kBadDigest, yaml.file, digest.span, digest.value);
    return;
  }
  const std::string found = std::string(kDigestPrefix) + sha256_hex(read_file(path));
  if (found != digest.value) yaml.diagnostics.report(kDigestMismatch, yaml.file, digest.span, name, found);
}

}  // namespace

std::optional<Datum> decode_attached_file(const RecordContext& context, const YamlNode& node) {
  const ReadContext& yaml = context.yaml;
  AttachedFile out;
  std::optional<Located<std::string>> name;
  std::optional<Located<std::string>> digest;
  if (node.is_mapping()) {
    MappingReader keys(node, yaml.file, yaml.diagnostics);
    if (const YamlNode* path = keys.require("path")) name = read_text(*path, yaml.file, yaml.diagnostics);
    if (const YamlNode* alt = keys.take("alt")) out.alternative = read_label(yaml, *alt);
    digest = keys.take_text("digest");
    keys.finish();
  } else {
    name = read_text(node, yaml.file, yaml.diagnostics);
  }
  if (!name) return std::nullopt;
  out.name = name->value;
  if (out.name.empty() || out.name.front() == '.' || out.name.find('/') != std::string::npos) {
    yaml.diagnostics.report(kFileOutside, yaml.file, name->span, out.name);
    return std::nullopt;
  }
  const std::string path = context.folder_on_disk + "/" + out.name;
  if (!file_exists(path)) {
    yaml.diagnostics.report(kFileMissing, yaml.file, name->span, out.name);
    return std::nullopt;
  }
  context.attachments.push_back(context.folder + "/" + out.name);
  if (is_too_large(path)) {
    yaml.diagnostics.report(kFileTooLarge, yaml.file, name->span, kMaxFileMebibytes);
    return std::nullopt;
  }
  if (is_picture(out.name) && out.alternative.is_absent()) {
    yaml.diagnostics.report(kPictureWithoutAlternative, yaml.file, name->span, out.name, out.name);
  }
  if (const std::string what = is_inert_by_name(out.name) ? "" : what_acts_in(out.name, read_file(path));
      !what.empty()) {
    yaml.diagnostics.report(kActiveFile, yaml.file, name->span, out.name, what);
  }
  if (digest) check_digest(context, *digest, path, out.name);
  return out;
}

}  // namespace armillary
