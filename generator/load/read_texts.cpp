#include "load/read_texts.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <unordered_set>

#include "base/address_part.h"
#include "base/ascii_case.h"
#include "base/file_system.h"
#include "base/parallel.h"
#include "base/suggest.h"
#include "base/text_check.h"
#include "load/decode_record.h"
#include "load/front_matter.h"
#include "load/load_messages.h"
#include "load/text_outline.h"
#include "markdown/parse_markdown.h"
#include "schema/schema_messages.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

// A record's or page's title is the only first-level heading of its page.
constexpr int kHeadingShift = 0;

// A file's name has at most 255 bytes on most disks, and endings such as `.jsonld.gz` follow.
constexpr std::size_t kMaxIdLength = 200;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

// For a name like `tea_en`, `Tea-EN`, `tea en` and `tea (en)`, which was to be that of a text in a language.
std::string hint_for_name(const ContentFile& name, const Languages& languages) {
  if (name.is_yaml || !name.language.empty()) return {};
  std::string_view written = name.id;
  if (written.ends_with(')')) written.remove_suffix(1);
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    for (const std::string& word : {languages[i].key, languages[i].tag}) {
      if (written.size() <= word.size()) continue;
      const std::string_view rest = written.substr(0, written.size() - word.size());
      if (ascii_lower_case(written.substr(rest.size())) != ascii_lower_case(word)) continue;
      if (std::string_view("_- (").find(rest.back()) == std::string_view::npos) continue;
      const std::string id = folded_address_part(rest.substr(0, rest.find_last_not_of(" (") + 1));
      if (!is_address_part(id)) continue;
      return "; did you mean '" + id + (i == 0 ? "" : "." + languages[i].key) + ".md'?";
    }
  }
  return {};
}

markdown::Options markdown_options(const TextReadOptions& options) {
  return {.id_prefix = "", .additions = true, .heading_shift = kHeadingShift, .plain_text = options.keeps_plain_texts};
}

// The body of a text that is as it was when there was nothing to be said about it.
markdown::Document read_body_again(const SourceFile& file, const Fingerprint& known, const markdown::Options& options) {
  const Span body = split_front_matter(file).body;
  if (fingerprint_of(file.slice(body)) != known) throw TextHasChanged{};
  Diagnostics nothing;
  return markdown::parse_markdown(file, body, options, nothing);
}

class TextReader {
 public:
  TextReader(const TextReadOptions& options, const Corpus& corpus) : options_(options), corpus_(corpus) {}

  // What the cache has of a file that has not changed; null: the file must be opened.
  const ReadText* find_unchanged(const std::string& path) const;
  // The bytes of a file whose name is right.
  ReadText open(const ContentFile& name) const;
  // What they say. Where the text is known, its outline stands for the body. Where there is a cache and it does not
  // know the bytes, they are put into `new_bytes`.
  void read(ReadText& out, const KnownText* known, std::optional<std::string>& new_bytes) const;

 private:
  const ReadText* find_cached(const std::string& path, const std::string& bytes) const;
  bool check_name(ReadText& out) const;
  void read_parts(ReadText& out, const KnownText* known) const;
  void read_body(ReadText& out, Span place, const KnownText* known) const;
  bool outline_body(const ReadText& text, const KnownText& known, Body& body) const;
  std::string place_on_disk(const ContentFile& name) const { return options_.content_folder + "/" + name.path; }
  void decode(ReadText& out) const;

  const TextReadOptions& options_;
  const Corpus& corpus_;
};

const ReadText* TextReader::find_unchanged(const std::string& path) const {
  if (options_.cache == nullptr || !options_.changed) return nullptr;
  if (std::binary_search(options_.changed->begin(), options_.changed->end(), path)) return nullptr;
  const auto known = options_.cache->texts.find(path);
  return known != options_.cache->texts.end() && !known->second.is_link ? &known->second.read : nullptr;
}

ReadText TextReader::open(const ContentFile& name) const {
  ReadText out;
  out.name = name;
  out.kind = corpus_.schema.find_folder(name.folder);
  out.file.path = options_.content_name + "/" + name.path;
  if (!check_name(out)) return out;
  out.has_good_name = true;
  try {
    out.file.text = read_file(place_on_disk(name));
  } catch (const FileTooLarge&) {
    out.is_too_large = out.is_broken = true;
    out.diagnostics.report_file(kFileTooLarge, out.file.path, kMaxFileMebibytes);
  }
  return out;
}

void TextReader::read(ReadText& out, const KnownText* known, std::optional<std::string>& new_bytes) const {
  if (!out.has_good_name || out.is_too_large) return;
  if (const ReadText* cached = find_cached(out.name.path, out.file.text)) {
    out = *cached;
    return;
  }
  if (options_.cache != nullptr) new_bytes = out.file.text;
  if (known == nullptr && !check_text(out.file, out.diagnostics)) {
    out.is_broken = true;
    return;
  }
  read_parts(out, known);
  decode(out);
  out.front_matter.reset();
  if (!options_.keeps_texts) {
    std::string().swap(out.file.text);  // an assignment would keep the room
    out.file.stored_at = options_.content_folder + "/" + out.name.path;
  }
}

// The same bytes, read before.
const ReadText* TextReader::find_cached(const std::string& path, const std::string& bytes) const {
  if (options_.cache == nullptr) return nullptr;
  const auto known = options_.cache->texts.find(path);
  return known != options_.cache->texts.end() && known->second.bytes == bytes ? &known->second.read : nullptr;
}

bool TextReader::check_name(ReadText& out) const {
  const ContentFile& name = out.name;
  if (!is_address_part(name.id)) {
    out.diagnostics.report_file(kBadRecordId, out.file.path, name.id, hint_for_name(name, corpus_.site.languages));
    return false;
  }
  if (name.id.size() > kMaxIdLength) {
    out.diagnostics.report_file(kLongRecordId, out.file.path, name.id.size(), kMaxIdLength);
    return false;
  }
  if (name.id == "pages" || name.id == "feed") {
    out.diagnostics.report_file(kReservedId, out.file.path, name.id);
    return false;
  }
  if (name.language.empty()) return true;
  const auto language = find_language(corpus_.site.languages, name.language);
  if (!language) {
    std::string known;
    for (const Language& each : corpus_.site.languages) known += (known.empty() ? "" : ", ") + each.key;
    out.diagnostics.report_file(kBodyForUnknownLanguage, out.file.path, name.language, known);
    return false;
  }
  out.language = *language;
  return true;
}

void TextReader::read_parts(ReadText& out, const KnownText* known) const {
  const auto whole = static_cast<std::uint32_t>(out.file.text.size());
  if (out.name.is_yaml) {
    out.front_matter = read_yaml(out.file, {0, whole}, out.diagnostics);
    return;
  }
  const FileParts parts = split_front_matter(out.file);
  if (parts.is_open) {
    out.is_broken = true;
    out.diagnostics.report(kFrontMatterOpen, out.file, Span{0, 3});
  }
  if (parts.front_matter && !parts.is_open) {
    out.front_matter = read_yaml(out.file, *parts.front_matter, out.diagnostics);
  }
  if (!parts.front_matter && out.is_main()) out.diagnostics.report(kFrontMatterMissing, out.file, Span{0, 0});
  if (!is_blank(out.file.slice(parts.body))) read_body(out, parts.body, known);
}

void TextReader::read_body(ReadText& out, Span place, const KnownText* known) const {
  Body body;
  body.path = out.file.path;
  const bool may_stand_in = known != nullptr && options_.recall->may_stand_in();
  if (!may_stand_in || !outline_body(out, *known, body)) {
    auto document = markdown::parse_markdown(out.file, place, markdown_options(options_), out.diagnostics);
    for (const markdown::Heading& heading : document.headings) {
      if (heading.level == 1) out.diagnostics.report(kTitleHeading, out.file, heading.span);
    }
    body.document = std::make_shared<const markdown::Document>(std::move(document));
  }
  out.body = std::move(body);
}

// False for an outline that no build wrote.
bool TextReader::outline_body(const ReadText& text, const KnownText& known, Body& body) const {
  auto outlined = document_of_outline(known.outline);
  if (!outlined) return false;
  body.document = std::make_shared<const markdown::Document>(std::move(*outlined));
  body.later = std::make_shared<const LaterDocument>([place = place_on_disk(text.name), shown = text.file.path,
                                                      fingerprint = known.body, options = markdown_options(options_)] {
    return read_body_again({shown, read_file(place)}, fingerprint, options);
  });
  return true;
}

void TextReader::decode(ReadText& out) const {
  if (!out.front_matter) return;
  const ReadContext yaml{out.file, corpus_.site.languages, out.diagnostics};
  if (!out.is_main()) {
    Body ignored;
    Body& body = out.body ? *out.body : ignored;
    body.state = TranslationState::draft;
    decode_translation(yaml, *out.front_matter, out.name.id + ".md", body);
  } else if (out.kind == nullptr) {
    decode_page(yaml, *out.front_matter, out.page);
  } else {
    const std::string folder_on_disk = options_.content_folder + "/" + out.name.folder;
    const RecordContext context{yaml, *out.kind, folder_on_disk, out.name.folder, out.attachments};
    out.record.id = out.name.id;
    decode_record(context, *out.front_matter, out.record);
  }
}

// Puts the files of each id together.
class Assembler {
 public:
  Assembler(const TextReadOptions& options, Corpus& corpus, Diagnostics& diagnostics)
      : options_(options), corpus_(corpus), diagnostics_(diagnostics) {}

  // Texts stay in their places until all are put together.
  void add_main(ReadText& text);
  void add_translation(ReadText& text);  // after all mains
  void finish();

 private:
  // Bodies by language, and what they belong to.
  struct Entry {
    ReadText* main = nullptr;
    std::vector<std::optional<Body>> bodies;
    bool has_broken_file = false;
  };

  static std::vector<std::string_view> ids_of(const std::map<std::string, Entry, std::less<>>& entries);
  void put_body(Entry& entry, ReadText& text);
  void report_missing_bodies(const Entry& entry);

  const TextReadOptions& options_;
  Corpus& corpus_;
  Diagnostics& diagnostics_;
  std::map<std::string, Entry, std::less<>> records_;
  std::map<std::string, Entry, std::less<>> pages_;
  std::optional<Suggester> record_ids_;
  std::optional<Suggester> page_ids_;
};

std::vector<std::string_view> Assembler::ids_of(const std::map<std::string, Entry, std::less<>>& entries) {
  std::vector<std::string_view> out;
  out.reserve(entries.size());
  for (const auto& [id, entry] : entries) out.emplace_back(id);
  return out;
}

void Assembler::put_body(Entry& entry, ReadText& text) {
  entry.has_broken_file = entry.has_broken_file || text.is_broken;
  if (!text.body) return;
  auto& slot = entry.bodies[text.language];
  if (slot) {
    diagnostics_.report_file(kBodyInDefaultLanguage, text.file.path, slot->path);
    return;
  }
  slot = std::move(text.body);
  slot->file = text.index;
}

void Assembler::add_main(ReadText& text) {
  auto& entries = text.kind == nullptr ? pages_ : records_;
  const auto& others = text.kind == nullptr ? records_ : pages_;
  if (const auto other = others.find(text.name.id); other != others.end()) {
    diagnostics_.report_file(kDuplicateRecord, text.file.path, text.name.id, other->second.main->file.path);
    return;
  }
  const auto [place, is_new] = entries.try_emplace(text.name.id);
  Entry& entry = place->second;
  if (!is_new) {
    diagnostics_.report_file(kDuplicateRecord, text.file.path, text.name.id, entry.main->file.path);
    return;
  }
  entry.main = &text;
  entry.bodies.resize(corpus_.site.languages.size());
  put_body(entry, text);
  text.record.kind = text.kind;
  text.record.id = text.page.id = text.name.id;
  text.record.file = text.page.file = text.index;
}

void Assembler::add_translation(ReadText& text) {
  const bool is_page = text.kind == nullptr;
  auto& entries = is_page ? pages_ : records_;
  const auto found = entries.find(text.name.id);
  if (found == entries.end() || found->second.main->kind != text.kind) {
    const std::string& id = text.name.id;
    auto& ids = is_page ? page_ids_ : record_ids_;
    if (!ids) ids.emplace(ids_of(entries));
    diagnostics_.report_file(kBodyWithoutRecord, text.file.path, id, id, id, ids->did_you_mean(id));
    return;
  }
  put_body(found->second, text);
}

void Assembler::report_missing_bodies(const Entry& entry) {
  const auto has_body = [](const std::optional<Body>& body) { return body.has_value(); };
  if (entry.has_broken_file || std::none_of(entry.bodies.begin(), entry.bodies.end(), has_body)) return;
  const Languages& languages = corpus_.site.languages;
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (entry.bodies[i]) continue;
    const std::string ending = i == 0 ? ".md" : "." + languages[i].key + ".md";
    diagnostics_.report_file(kMissingBody, entry.main->file.path, languages[i].key, entry.main->name.id + ending);
  }
}

void Assembler::finish() {
  for (auto* entries : {&records_, &pages_}) {
    for (auto& [id, entry] : *entries) {
      const bool is_hidden = entry.main->record.is_draft && !options_.drafts;
      if (!is_hidden) report_missing_bodies(entry);
    }
  }
  corpus_.records.reserve(records_.size());
  for (auto& [id, entry] : records_) {
    Record& record = entry.main->record;
    if (record.is_draft && !options_.drafts) {
      corpus_.hidden_drafts.push_back(id);
      continue;
    }
    record.bodies = std::move(entry.bodies);
    corpus_.records.push_back(std::move(record));
  }
  corpus_.index_records();
  for (auto& [id, entry] : pages_) {
    entry.main->page.bodies = std::move(entry.bodies);
    corpus_.pages.push_back(std::move(entry.main->page));
  }
}

}  // namespace

namespace {

// Each made by the thread that reads it: one piece of memory for all would be touched by one thread first.
using ReadTexts = std::vector<std::unique_ptr<ReadText>>;

// Keeps what was decoded anew, and forgets files that are gone. Putting a record together takes its text apart, so
// these are copies.
void remember(const TextReadOptions& options, const ReadTexts& texts,
              std::vector<std::optional<std::string>> new_bytes) {
  TextCache& cache = *options.cache;
  std::size_t count = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& path = texts[i]->name.path;
    if (texts[i]->is_too_large) cache.texts.erase(path);
    count += texts[i]->has_good_name && !texts[i]->is_too_large ? 1 : 0;
    if (!new_bytes[i]) continue;
    std::error_code error;
    const bool is_link = std::filesystem::is_symlink(options.content_folder + "/" + path, error);
    cache.texts.insert_or_assign(path, CachedText{std::move(*new_bytes[i]), *texts[i], is_link});
  }
  if (cache.texts.size() == count) return;
  std::unordered_set<std::string_view> there;
  for (const auto& text : texts) there.insert(text->name.path);
  std::erase_if(cache.texts, [&](const auto& known) { return !there.contains(known.first); });
}

ReadTexts read_all(const TextReader& reader, const TextReadOptions& options, const std::vector<ContentFile>& files) {
  ReadTexts texts(files.size());
  std::vector<std::optional<std::string>> new_bytes(files.size());
  parallel_for(files.size(), options.jobs, [&](std::size_t i) {
    if (const ReadText* unchanged = reader.find_unchanged(files[i].path)) {
      texts[i] = std::make_unique<ReadText>(*unchanged);
    } else {
      texts[i] = std::make_unique<ReadText>(reader.open(files[i]));
      reader.read(*texts[i], nullptr, new_bytes[i]);
    }
    texts[i]->index = i;
  });
  if (options.cache != nullptr) remember(options, texts, std::move(new_bytes));
  return texts;
}

// Where something is known, all files are opened before the first is read: only then it is clear which bodies need not
// be parsed.
ReadTexts read_with_recall(const TextReader& reader, const TextReadOptions& options,
                           const std::vector<ContentFile>& files) {
  TextRecall& recall = *options.recall;
  ReadTexts texts(files.size());
  const auto open = [&](std::size_t i) {
    texts[i] = std::make_unique<ReadText>(reader.open(files[i]));
    texts[i]->index = i;
    recall.note_bytes(i, texts[i]->file);
  };
  const auto read = [&](std::size_t i) {
    std::optional<std::string> not_cached;
    reader.read(*texts[i], recall.unchanged(i), not_cached);
    recall.note_text(i, *texts[i]);
  };
  if (!recall.knows_something()) {
    parallel_for(files.size(), options.jobs, [&](std::size_t i) {
      open(i);
      read(i);
    });
    return texts;
  }
  parallel_for(files.size(), options.jobs, open);
  recall.compare();
  parallel_for(files.size(), options.jobs, read);
  recall.compare_outlines();
  return texts;
}

}  // namespace

void read_texts(const TextReadOptions& options, const std::vector<ContentFile>& files, Corpus& corpus,
                Diagnostics& diagnostics) {
  const TextReader reader(options, corpus);
  const ReadTexts texts =
      options.recall != nullptr ? read_with_recall(reader, options, files) : read_all(reader, options, files);

  Assembler assembler(options, corpus, diagnostics);
  for (const auto& text : texts) {
    diagnostics.merge(std::move(text->diagnostics));
    corpus.attachments.insert(corpus.attachments.end(), text->attachments.begin(), text->attachments.end());
    if (text->has_good_name && text->is_main()) assembler.add_main(*text);
  }
  for (const auto& text : texts) {
    if (text->has_good_name && !text->is_main()) assembler.add_translation(*text);
  }
  assembler.finish();
  corpus.files.reserve(texts.size());
  for (const auto& text : texts) corpus.files.push_back(std::move(text->file));
}

}  // namespace armillary
