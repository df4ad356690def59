#include "editing/rename.h"

#include <algorithm>
#include <map>
#include <utility>

#include "editing/editing_messages.h"
#include "load/front_matter.h"
#include "yaml/read_yaml.h"

namespace armillary {
namespace {

struct Edit {
  Span span;
  std::string text;
  bool is_reference = true;
};

bool is_id_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

Span span_of(std::size_t begin, std::size_t size) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

// Collects the edits of every file; the files' order is that of Corpus::files, the site file comes last.
class Renamer {
 public:
  Renamer(const Corpus& corpus, RecordIndex record, const std::string& new_id, Diagnostics& diagnostics)
      : corpus_(corpus),
        record_(corpus.records[record]),
        old_id_(record_.id),
        new_id_(new_id),
        diagnostics_(diagnostics),
        edits_(corpus.files.size() + 1) {}

  std::vector<RenamedFile> plan();

 private:
  const SourceFile& file(std::size_t index) const {
    return index < corpus_.files.size() ? corpus_.files[index] : corpus_.site.file;
  }

  void visit_record(const Record& record);
  void visit_evidence(std::size_t in, const std::shared_ptr<const Evidence>& evidence);
  void visit_located(std::size_t in, const std::optional<Located<std::string>>& id);
  void visit_bodies(const std::vector<std::optional<Body>>& bodies, const Kind* kind);
  void visit_document(std::size_t in, const markdown::Document& document, const Kind* kind);
  void visit_address(std::size_t in, const Located<std::string>& address, const Kind* kind);
  void visit_site_file();
  bool is_reference(const std::string& path) const;
  void replace(std::size_t in, Span span);
  void replace_marks(std::size_t in, Span span);
  void add_edit(std::size_t in, Edit edit);
  void add_alias();
  void insert_alias(std::size_t in, const YamlNode& root, Span front_matter);
  std::string new_name(const std::string& path) const;
  RenamedFile apply(std::size_t in);

  const Corpus& corpus_;
  const Record& record_;
  const std::string& old_id_;
  const std::string& new_id_;
  Diagnostics& diagnostics_;
  std::vector<std::vector<Edit>> edits_;
};

void Renamer::add_edit(std::size_t in, Edit edit) {
  std::vector<Edit>& edits = edits_[in];
  const auto same = [&](const Edit& other) {
    return other.span.begin == edit.span.begin && other.span.end == edit.span.end;
  };
  // A text that serves several languages is visited once for each.
  if (std::none_of(edits.begin(), edits.end(), same)) edits.push_back(std::move(edit));
}

// The id stands alone in `span`, perhaps in quotes.
void Renamer::replace(std::size_t in, Span span) {
  const std::string_view written = file(in).slice(span);
  if (written == old_id_) return add_edit(in, {span, new_id_});
  const bool is_quoted = written.size() == old_id_.size() + 2 && (written.front() == '"' || written.front() == '\'') &&
                         written.back() == written.front() && written.substr(1, old_id_.size()) == old_id_;
  if (is_quoted) return add_edit(in, {span_of(span.begin + 1, old_id_.size()), new_id_});
  replace_marks(in, span);
}

// `span` is a whole YAML text that is Markdown: the id stands behind `[[` or `@`.
void Renamer::replace_marks(std::size_t in, Span span) {
  const std::string_view text = file(in).slice(span);
  bool found = false;
  for (std::size_t at = text.find(old_id_); at != std::string_view::npos; at = text.find(old_id_, at + 1)) {
    const std::size_t end = at + old_id_.size();
    const bool is_whole = end == text.size() || !is_id_character(text[end]);
    std::size_t before = at;
    while (before > 0 && text[before - 1] == ' ') --before;
    const std::string_view mark = text.substr(0, before);
    if (!is_whole || !(mark.ends_with("[[") || text.substr(0, at).ends_with("@"))) continue;
    add_edit(in, {span_of(span.begin + at, old_id_.size()), new_id_});
    found = true;
  }
  if (!found) diagnostics_.report(kUnclearReference, file(in), span, old_id_);
}

void Renamer::visit_located(std::size_t in, const std::optional<Located<std::string>>& id) {
  if (id && id->value == old_id_) replace(in, id->span);
}

void Renamer::visit_evidence(std::size_t in, const std::shared_ptr<const Evidence>& evidence) {
  if (evidence != nullptr) visit_located(in, evidence->source);
}

void Renamer::visit_record(const Record& record) {
  const auto visit_values = [&](const auto& self, const Group& group) -> void {
    for (const FieldValue& value : group) {
      visit_evidence(record.file, value.evidence);
      for (const Item& item : value.items) {
        visit_evidence(record.file, item.evidence);
        const auto* reference = std::get_if<Reference>(&item.datum);
        if (reference != nullptr && reference->id == old_id_) replace(record.file, item.span);
        if (const auto* texts = std::get_if<LocalizedMarkdown>(&item.datum)) {
          for (const markdown::Document& text : texts->by_language) visit_document(record.file, text, record.kind);
        }
        if (const auto* inner = std::get_if<Group>(&item.datum)) self(self, *inner);
      }
    }
  };
  visit_values(visit_values, record.fields);
  for (const SourceEntry& entry : record.sources) visit_located(record.file, entry.source);
  if (record.withdrawn) visit_located(record.file, record.withdrawn->replaced_by);
  visit_bodies(record.bodies, record.kind);
}

void Renamer::visit_bodies(const std::vector<std::optional<Body>>& bodies, const Kind* kind) {
  for (const std::optional<Body>& body : bodies) {
    if (body) visit_document(body->file, *body->document, kind);
  }
}

void Renamer::visit_document(std::size_t in, const markdown::Document& document, const Kind* kind) {
  for (const markdown::Gap& gap : document.gaps) {
    if (const auto* link = std::get_if<markdown::RecordLink>(&gap.filling)) {
      if (link->id.value == old_id_) replace(in, link->id.span);
    } else if (const auto* citation = std::get_if<markdown::Citation>(&gap.filling)) {
      for (const markdown::CitedWork& work : citation->works) {
        if (work.id.value == old_id_) replace(in, work.id.span);
      }
    } else if (const auto* address = std::get_if<markdown::RelativeAddress>(&gap.filling)) {
      visit_address(in, address->address, kind);
    }
  }
}

// An ordinary link to the record's page, as `../old-id/` or `../../laws/old-id/`. One that is missed still answers: the
// old address leads to the new one.
void Renamer::visit_address(std::size_t in, const Located<std::string>& address, const Kind* kind) {
  const std::string_view written = file(in).slice(address.span);
  if (written != address.value) return;
  const std::string folder = record_.kind->folder + "/";
  for (std::size_t at = written.find(old_id_); at != std::string_view::npos; at = written.find(old_id_, at + 1)) {
    const std::size_t end = at + old_id_.size();
    const std::string_view before = written.substr(0, at);
    const bool is_whole = end == written.size() || std::string_view("/#?").find(written[end]) != std::string_view::npos;
    const bool is_sibling = before == "../" && kind == record_.kind;
    const bool is_in_folder = before.ends_with("/" + folder) || before == folder;
    if (!is_whole || !(is_sibling || is_in_folder)) continue;
    add_edit(in, {span_of(address.span.begin + at, old_id_.size()), new_id_});
  }
}

// Conditions of views on fields that hold references: `where: {garden: west-lake}`.
void Renamer::visit_site_file() {
  const SourceFile& site = corpus_.site.file;
  Diagnostics known;  // the file has been read without an error before
  const auto root = read_yaml(site, span_of(0, site.text.size()), known);
  const YamlNode* views = root ? root->find("views") : nullptr;
  if (views == nullptr) return;
  for (const YamlNode& view : views->items) {
    const YamlNode* where = view.find("where");
    if (where == nullptr) continue;
    for (const YamlEntry& condition : where->entries) {
      if (condition.value.text == old_id_ && is_reference(condition.key.value)) {
        replace(corpus_.files.size(), condition.value.span);
      }
    }
  }
}

// Whether a field of this path holds references, in any kind.
bool Renamer::is_reference(const std::string& path) const {
  return std::any_of(corpus_.schema.kinds.begin(), corpus_.schema.kinds.end(), [&](const Kind& kind) {
    const Field* field = kind.find_path(path);
    return field != nullptr && field->type == FieldType::ref;
  });
}

// --- The alias.

std::string line_end_of(std::string_view text) { return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n"; }

// What stands before `offset` on its line.
std::string_view line_before(std::string_view text, std::size_t offset) {
  const std::size_t begin = text.rfind('\n', offset == 0 ? 0 : offset - 1);
  const std::size_t start = offset == 0 || begin == std::string_view::npos ? 0 : begin + 1;
  return text.substr(start, offset - start);
}

void Renamer::add_alias() {
  const std::size_t in = record_.file;
  const SourceFile& source = file(in);
  for (const Located<std::string>& alias : record_.aliases) {
    if (alias.value != new_id_) continue;  // renamed back: the two names change places
    return add_edit(in, {alias.span, old_id_, false});
  }
  const bool is_yaml = source.path.ends_with(".yaml");
  const Span whole = span_of(0, source.text.size());
  const Span front_matter = is_yaml ? whole : split_front_matter(source).front_matter.value_or(whole);
  Diagnostics known;  // the file has been read without an error before
  const auto root = read_yaml(source, front_matter, known);
  if (root) insert_alias(in, *root, front_matter);
}

void Renamer::insert_alias(std::size_t in, const YamlNode& root, Span front_matter) {
  const SourceFile& source = file(in);
  const std::string_view text = source.text;
  const auto insert = [&](std::size_t at, const std::string& what) { add_edit(in, {span_of(at, 0), what, false}); };
  const YamlNode* list = root.find("aliases");
  if (list != nullptr && !list->items.empty()) {
    const std::size_t end = list->items.back().span.end;
    const std::string_view before = line_before(text, list->items.back().span.begin);
    const bool is_block = text[list->span.begin] != '[';
    return insert(end, is_block ? line_end_of(text) + std::string(before) + old_id_ : ", " + old_id_);
  }
  if (list != nullptr && source.slice(list->span).starts_with("[")) return insert(list->span.begin + 1, old_id_);
  if (source.slice(root.span).starts_with("{")) return insert(root.span.end - 1, ", aliases: [" + old_id_ + "]");
  const std::string indent(line_before(text, root.entries.front().key.span.begin));
  const bool ends_open = front_matter.end > 0 && text[front_matter.end - 1] != '\n';
  insert(front_matter.end,
         (ends_open ? line_end_of(text) : "") + indent + "aliases: [" + old_id_ + "]" + line_end_of(text));
}

// --- All together.

// A file of the record gets the new name: content/laws/OLD.en.md.
std::string Renamer::new_name(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  const std::size_t above = path.rfind('/', slash - 1);
  const std::string_view name = std::string_view(path).substr(slash + 1);
  const std::string_view folder = std::string_view(path).substr(above + 1, slash - above - 1);
  if (folder != record_.kind->folder || !name.starts_with(old_id_ + ".")) return path;
  return path.substr(0, slash + 1) + new_id_ + std::string(name.substr(old_id_.size()));
}

RenamedFile Renamer::apply(std::size_t in) {
  std::vector<Edit>& edits = edits_[in];
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.begin < b.span.begin; });
  const SourceFile& source = file(in);
  RenamedFile out{{source.path, new_name(source.path), {}}, 0};
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.change.text += source.text.substr(at, edit.span.begin - at) + edit.text;
    at = edit.span.end;
    if (edit.is_reference) ++out.references;
  }
  out.change.text += source.text.substr(at);
  return out;
}

std::vector<RenamedFile> Renamer::plan() {
  for (const Record& record : corpus_.records) visit_record(record);
  for (const Page& page : corpus_.pages) visit_bodies(page.bodies, nullptr);
  visit_site_file();
  add_alias();
  std::vector<RenamedFile> out;
  for (std::size_t in = 0; in < edits_.size(); ++in) {
    if (!edits_[in].empty() || new_name(file(in).path) != file(in).path) out.push_back(apply(in));
  }
  return out;
}

}  // namespace

std::vector<RenamedFile> plan_rename(const Corpus& corpus, RecordIndex record, const std::string& new_id,
                                     Diagnostics& diagnostics) {
  return Renamer(corpus, record, new_id, diagnostics).plan();
}

}  // namespace armillary
