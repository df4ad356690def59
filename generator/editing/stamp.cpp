#include "editing/stamp.h"

#include <algorithm>

#include "load/front_matter.h"
#include "upkeep/file_text.h"
#include "upkeep/text_digest.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

// The file with `translation: {… of: DIGEST}`; empty where its front matter gives no place for that.
std::string with_digest(const SourceFile& file, const std::string& digest) {
  const auto front_matter = split_front_matter(file).front_matter;
  Diagnostics known;  // the file has been read without an error before
  const auto root = front_matter ? read_yaml(file, *front_matter, known) : std::nullopt;
  const YamlNode* translation = root ? root->find("translation") : nullptr;
  if (translation == nullptr || translation->entries.empty()) return {};
  std::string text = file.text;
  if (const YamlNode* of = translation->find("of")) {
    return text.replace(of->span.begin, of->span.end - of->span.begin, digest);
  }
  if (text[translation->span.begin] == '{') return text.insert(translation->span.end - 1, ", of: " + digest);
  const std::size_t first = translation->entries.front().key.span.begin;
  const std::string indent = text.substr(text.rfind('\n', first) + 1, first - text.rfind('\n', first) - 1);
  return text.insert(first, "of: " + digest + "\n" + indent);
}

}  // namespace

std::vector<FileChange> plan_digests(const Corpus& corpus, const std::vector<std::string>& ids) {
  std::vector<FileChange> out;
  const auto visit = [&](const std::string& id, const std::vector<std::optional<Body>>& bodies) {
    const bool is_named = std::find(ids.begin(), ids.end(), id) != ids.end();
    if ((!ids.empty() && !is_named) || bodies.empty() || !bodies[0]) return;
    const std::string digest = text_digest(text_of(corpus.files[bodies[0]->file]));
    for (LanguageIndex i = 1; i < bodies.size(); ++i) {
      if (!bodies[i] || !is_translation(*bodies[i]) || (ids.empty() && !bodies[i]->translation_of.empty())) continue;
      const SourceFile& file = corpus.files[bodies[i]->file];
      std::string text = with_digest(file, digest);
      if (!text.empty() && text != file.text) out.push_back({file.path, file.path, std::move(text)});
    }
  };
  for (const Record& record : corpus.records) visit(record.id, record.bodies);
  for (const Page& page : corpus.pages) visit(page.id, page.bodies);
  return out;
}

}  // namespace armillary
