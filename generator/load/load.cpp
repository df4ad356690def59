#include "load/load.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.h"
#include "base/file_system.h"
#include "base/suggest.h"
#include "base/text_check.h"
#include "base/utf8.h"
#include "load/content_tree.h"
#include "load/decode_record.h"
#include "load/decode_site.h"
#include "load/load_messages.h"
#include "load/read_texts.h"
#include "schema/read_schema.h"
#include "schema/schema_messages.h"

namespace armillary {
namespace {

struct Targets {
  explicit Targets(const std::vector<std::string_view>& all) : names(all.begin(), all.end()), suggester(all) {}

  std::set<std::string_view> names;
  Suggester suggester;
};

// Whether every entry of the navigation and every question leads to a view, a page or a kind; records are looked for
// when the site is linked.
void check_navigation(const Corpus& corpus, Diagnostics& diagnostics) {
  using Target = NavigationEntry::Target;
  std::vector<std::string_view> view_paths;
  std::vector<std::string_view> page_ids;
  for (const ViewFile& view : corpus.site.views) view_paths.emplace_back(view.path.value);
  for (const Page& page : corpus.pages) page_ids.emplace_back(page.id);
  Targets views(view_paths);
  Targets pages(page_ids);
  Targets kinds(corpus.schema.kind_names());
  const auto check = [&](const NavigationEntry& entry, std::string_view what, Targets& known) {
    const std::string& name = entry.name.value;
    if (known.names.contains(name)) return;
    diagnostics.report(kUnknownNavigationTarget, corpus.site.file, entry.name.span, what, name,
                       known.suggester.did_you_mean(name));
  };
  for (const auto* entries : {&corpus.site.navigation, &corpus.site.questions}) {
    for (const NavigationEntry& entry : *entries) {
      if (entry.target == Target::view) check(entry, "view", views);
      if (entry.target == Target::page) check(entry, "page", pages);
      if (entry.target == Target::kind) check(entry, "kind", kinds);
    }
  }
  if (corpus.site.guide) check({Target::page, *corpus.site.guide, {}, {}}, "page", pages);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

class Loader {
 public:
  Loader(const LoadOptions& options, Diagnostics& diagnostics) : options_(options), diagnostics_(diagnostics) {}

  std::unique_ptr<const Corpus> load();

 private:
  std::vector<std::string> list_content();
  bool is_listing_known() const;
  bool is_readable(const Entry& entry);
  std::optional<SourceFile> read(const std::string& path);
  std::vector<SourceFile> read_all(const std::vector<std::string>& paths);
  void settle_cache(std::string frame);
  void begin_recall(std::size_t texts);
  std::string frame_of(const std::vector<SourceFile>& schemas, const std::vector<SourceFile>& vocabularies) const;
  bool load_site();
  void load_schema();
  void read_glossary(const Vocabularies& vocabularies);
  void load_texts();
  void report_leftovers();
  void report_name_clashes();
  void report_no_home(const std::string& path);
  std::string shown(const std::string& path) const { return options_.content_name + "/" + path; }

  const LoadOptions& options_;
  Diagnostics& diagnostics_;
  ContentTree tree_;
  std::unique_ptr<Corpus> corpus_ = std::make_unique<Corpus>();
  std::string listing_;  // the names of all files, where they may be compared with those of the last time
  std::string frame_;    // the site file, schemas and vocabularies; likewise
};

std::unique_ptr<const Corpus> Loader::load() {
  const std::vector<std::string> paths = list_content();
  if (options_.recall != nullptr) {
    for (const std::string& path : paths) listing_ += path + '\0';
  }
  tree_ = sort_content(paths);
  if (!load_site()) return nullptr;
  const std::size_t errors_before = diagnostics_.errors_reported();
  load_schema();
  if (diagnostics_.errors_reported() != errors_before) return nullptr;
  check_site(corpus_->site, corpus_->schema, diagnostics_);
  load_texts();
  check_navigation(*corpus_, diagnostics_);
  report_leftovers();
  report_name_clashes();
  return std::move(corpus_);
}

// Whether all that may have changed are files that were there before and still are.
bool Loader::is_listing_known() const {
  if (options_.cache == nullptr || !options_.changed || options_.cache->paths.empty()) return false;
  const std::vector<std::string>& known = options_.cache->paths;
  return std::all_of(options_.changed->begin(), options_.changed->end(), [&](const std::string& path) {
    return std::binary_search(known.begin(), known.end(), path) && file_exists(options_.content_folder + "/" + path);
  });
}

std::vector<std::string> Loader::list_content() {
  if (is_listing_known()) return options_.cache->paths;
  const std::size_t said = diagnostics_.all().size();
  std::vector<std::string> paths;
  for (Entry& entry : list_files(options_.content_folder, options_.jobs)) {
    if (is_readable(entry)) paths.push_back(std::move(entry.path));
  }
  // What was said of files must be said again the next time.
  if (options_.cache != nullptr) {
    options_.cache->paths = diagnostics_.all().size() == said ? paths : std::vector<std::string>();
  }
  return paths;
}

bool Loader::is_readable(const Entry& entry) {
  const std::string& path = entry.path;
  if (options_.pass_over_editor_files && is_editor_file(path)) return false;
  if (entry.kind == EntryKind::outside) diagnostics_.report_file(kLinkOutside, shown(path));
  if (entry.kind == EntryKind::broken) diagnostics_.report_file(kBrokenLink, shown(path));
  if (entry.kind == EntryKind::special) diagnostics_.report_file(kSpecialFile, shown(path));
  return entry.kind == EntryKind::file;
}

std::optional<SourceFile> Loader::read(const std::string& path) {
  SourceFile file{shown(path), ""};
  try {
    file.text = read_file(options_.content_folder + "/" + path);
  } catch (const FileTooLarge&) {
    diagnostics_.report_file(kFileTooLarge, file.path, kMaxFileMebibytes);
    return std::nullopt;
  }
  if (!check_text(file, diagnostics_)) return std::nullopt;
  return file;
}

std::vector<SourceFile> Loader::read_all(const std::vector<std::string>& paths) {
  std::vector<SourceFile> files;
  for (const std::string& path : paths) {
    if (auto file = read(path)) files.push_back(std::move(*file));
  }
  return files;
}

bool Loader::load_site() {
  if (!tree_.has_site_file) {
    diagnostics_.report_file(kSiteFileMissing, shown("site.yaml"));
    return false;
  }
  auto file = read("site.yaml");
  if (!file) return false;
  auto site = decode_site(std::move(*file), diagnostics_);
  if (!site) return false;
  corpus_->site = std::move(*site);
  return true;
}

void Loader::load_schema() {
  const Languages& languages = corpus_->site.languages;
  const std::vector<SourceFile> vocabulary_files = read_all(tree_.vocabularies);
  const std::vector<SourceFile> schema_files = read_all(tree_.schemas);
  const Vocabularies vocabularies = read_vocabularies(vocabulary_files, languages, diagnostics_);
  read_glossary(vocabularies);
  corpus_->schema = read_schema(schema_files, vocabularies, languages, diagnostics_);
  if (options_.cache != nullptr) settle_cache(frame_of(schema_files, vocabulary_files));
  if (options_.recall != nullptr) frame_ = frame_of(schema_files, vocabulary_files);
}

// What gives all texts their meaning.
std::string Loader::frame_of(const std::vector<SourceFile>& schemas,
                             const std::vector<SourceFile>& vocabularies) const {
  std::string frame = corpus_->site.file.text;
  for (const auto* files : {&schemas, &vocabularies}) {
    for (const SourceFile& file : *files) frame += '\0' + file.path + '\0' + file.text;
  }
  return frame;
}

// Makes the cache one of the schema just read, or the corpus one of the cache's, which says the same.
void Loader::settle_cache(std::string frame) {
  for (const std::string& path : tree_.others) {
    const std::string place = options_.content_folder + "/" + path;
    frame += '\0' + path + '\0' + (is_too_large(place) ? "" : sha256_hex(read_file(place)));
  }
  TextCache& cache = *options_.cache;
  if (cache.frame == frame) {
    corpus_->schema = cache.schema;
  } else {
    cache.frame = std::move(frame);
    cache.schema = corpus_->schema;
    cache.texts.clear();
  }
}

void Loader::begin_recall(std::size_t texts) {
  const SiteFile& site = corpus_->site;
  const bool may_stand_in = !site.has(Output::search) && !site.has(Output::data) && !site.has(Output::status);
  options_.recall->begin(sha256_hex(frame_) + sha256_hex(listing_), texts, may_stand_in);
}

// The vocabulary that helps searching.
void Loader::read_glossary(const Vocabularies& vocabularies) {
  const auto& name = corpus_->site.search.glossary;
  if (!name) return;
  const auto found = vocabularies.find(name->value);
  if (found != vocabularies.end()) {
    corpus_->glossary = found->second;
    return;
  }
  std::vector<std::string_view> known;
  for (const auto& [one, terms] : vocabularies) known.push_back(one);
  diagnostics_.report(kUnknownVocabulary, corpus_->site.file, name->span, name->value,
                      did_you_mean(name->value, known));
}

void Loader::report_no_home(const std::string& path) {
  const std::string folder = path.substr(0, path.find('/'));
  std::vector<std::string_view> folders{"pages"};
  for (const Kind& kind : corpus_->schema.kinds) folders.emplace_back(kind.folder);
  std::string help = did_you_mean(folder, folders);
  if (help.empty()) help = "; the folders are " + list_of(folders);
  diagnostics_.report_file(kUnknownFolder, shown(path), folder, help);
}

void Loader::load_texts() {
  std::vector<ContentFile> known;
  for (ContentFile& file : tree_.texts) {
    const bool has_home = file.folder == "pages" || corpus_->schema.find_folder(file.folder) != nullptr;
    if (has_home) {
      known.push_back(std::move(file));
    } else {
      report_no_home(file.path);
    }
  }
  // Texts are most of what a large site holds: those that no output reads are let go.
  const SiteFile& site = corpus_->site;
  const bool is_read_again = site.has(Output::data) || site.has(Output::status);
  const TextReadOptions options{.content_folder = options_.content_folder,
                                .content_name = options_.content_name,
                                .drafts = options_.drafts,
                                .jobs = options_.jobs,
                                .keeps_texts = options_.keeps_texts || is_read_again,
                                .keeps_plain_texts = site.has(Output::search),
                                .cache = options_.cache,
                                .changed = options_.changed,
                                .recall = options_.recall};
  if (options_.recall != nullptr) begin_recall(known.size());
  read_texts(options, known, *corpus_, diagnostics_);
}

void Loader::report_leftovers() {
  const std::set<std::string_view> claimed(corpus_->attachments.begin(), corpus_->attachments.end());
  for (const std::string& path : tree_.others) {
    if (claimed.contains(path)) continue;
    if (corpus_->schema.find_folder(path.substr(0, path.find('/'))) == nullptr) {
      report_no_home(path);
    } else {
      diagnostics_.report_file(kUnclaimedFile, shown(path), "; name it in a field of its record, or remove it");
    }
  }
  for (const std::string& path : tree_.unknown) {
    const bool is_beside_schemas = path.starts_with("schema/") || path.starts_with("vocabularies/");
    diagnostics_.report_file(kUnclaimedFile, shown(path),
                             is_beside_schemas ? "; schemas and vocabularies are files NAME.yaml, in no further folder"
                                               : "; records stand in the folders of their kinds");
  }
}

// Files that stand beside each other here but take each other's place on a disk that ignores case or normal form.
// Records and schemas cannot: their names are lower case.
void Loader::report_name_clashes() {
  std::map<std::string, std::string_view> seen;
  for (const std::string& path : tree_.others) {
    const auto [first, is_new] = seen.emplace(folded_name(path), path);
    if (!is_new) diagnostics_.report_file(kNameClash, shown(path), file_name(first->second), file_name(path));
  }
}

}  // namespace

std::unique_ptr<const Corpus> load_corpus(const LoadOptions& options, Diagnostics& diagnostics) {
  return Loader(options, diagnostics).load();
}

}  // namespace armillary
