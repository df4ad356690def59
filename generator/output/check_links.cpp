#include "output/check_links.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "base/parallel.h"
#include "base/suggest.h"
#include "model/record_fillings.h"
#include "output/output_messages.h"
#include "view/addresses.h"

namespace armillary {
namespace {

// Joins a relative address to that of the page it stands on (RFC 3986 5.2), without query and fragment.
std::string resolve(std::string_view page, std::string_view relative) {
  relative = relative.substr(0, relative.find_first_of("?#"));
  if (relative.empty()) return std::string(page);
  std::string base(page.substr(0, page.rfind('/') + 1));
  if (relative.front() == '/') {
    base.clear();
    relative.remove_prefix(1);
  }
  while (!relative.empty()) {
    const std::size_t slash = std::min(relative.find('/'), relative.size());
    const std::string_view part = relative.substr(0, slash);
    const bool has_more = slash < relative.size();
    if (part == "..") {
      if (!base.empty()) base.pop_back();
      base.resize(base.rfind('/') == std::string::npos ? 0 : base.rfind('/') + 1);
    } else if (part != ".") {
      base += part;
      if (has_more) base += '/';
    }
    relative.remove_prefix(has_more ? slash + 1 : slash);
  }
  return base;
}

class LinkChecker {
 public:
  LinkChecker(const PageSources& sources, const std::vector<PlannedPage>& pages,
              const std::vector<StaticFile>& static_files, Diagnostics& diagnostics)
      : sources_(sources),
        pages_(pages),
        static_files_(static_files),
        corpus_(*sources.site.corpus),
        diagnostics_(diagnostics) {}

  // Few texts have links of the kinds that are checked here: all threads look for them.
  void check(std::size_t jobs) {
    std::vector<char> has_checked(corpus_.records.size(), 0);
    parallel_for(has_checked.size(), jobs,
                 [&](RecordIndex i) { has_checked[i] = any_filling(corpus_.records[i], is_checked) ? 1 : 0; });
    const Languages& languages = sources_.site.file().languages;
    for (RecordIndex index = 0; index < has_checked.size(); ++index) {
      if (has_checked[index] == 0) continue;
      const Record& record = corpus_.records[index];
      check_bodies(
          record.bodies, [&](LanguageIndex i) { return record_address(languages[i], record); }, record.kind->folder);
      for_each_item(record.fields, [&](const FieldValue&, const Item& item) {
        const auto* texts = std::get_if<LocalizedMarkdown>(&item.datum);
        if (texts == nullptr) return;
        for (LanguageIndex i = 0; i < texts->by_language.size(); ++i) {
          check_document(texts->by_language[i], record_address(languages[i], record), record.kind->folder,
                         corpus_.file_of(record));
        }
      });
    }
    for (const Page& page : corpus_.pages) {
      check_bodies(
          page.bodies, [&](LanguageIndex i) { return page_address(languages[i], page); }, "");
    }
  }

 private:
  static bool is_checked(const markdown::Filling& filling) {
    const auto* link = std::get_if<markdown::RecordLink>(&filling);
    return std::holds_alternative<markdown::RelativeAddress>(filling) || (link != nullptr && !link->anchor.empty());
  }

  template <typename AddressOf>
  void check_bodies(const std::vector<std::optional<Body>>& bodies, const AddressOf& address_of,
                    const std::string& folder) {
    for (LanguageIndex i = 0; i < bodies.size(); ++i) {
      if (bodies[i]) check_document(*bodies[i]->document, address_of(i), folder, corpus_.files[bodies[i]->file]);
    }
  }

  void check_document(const markdown::Document& document, const std::string& page, const std::string& folder,
                      const SourceFile& file) {
    for (const markdown::Gap& gap : document.gaps) {
      if (const auto* link = std::get_if<markdown::RelativeAddress>(&gap.filling))
        check_relative(*link, page, folder, file);
      if (const auto* link = std::get_if<markdown::RecordLink>(&gap.filling)) check_anchor(*link, file);
    }
  }

  void check_relative(const markdown::RelativeAddress& link, const std::string& page, const std::string& folder,
                      const SourceFile& file) {
    const std::string& address = link.address.value;
    if (address.starts_with("#")) return;  // the parser has checked it against the text's own headings
    const bool is_file_beside = address.find_first_of("/#?") == std::string::npos && !folder.empty();
    const std::string target = is_file_beside ? attachment_address(folder, address) : resolve(page, address);
    if (addresses().contains(target) || addresses().contains(target + "/")) return;
    const std::string hint =
        is_file_beside ? "; there is no such file beside the record" : "; write [[id]] to link to a record";
    diagnostics_.report(kDeadLink, file, link.address.span, address, hint);
  }

  // Of everything that is published.
  const std::set<std::string, std::less<>>& addresses() {
    if (!addresses_.empty()) return addresses_;
    for (const PlannedPage& page : pages_) addresses_.insert(page.address);
    for (const StaticFile& file : static_files_) addresses_.insert(file.address);
    for (const std::string& name : corpus_.attachments) addresses_.insert("files/" + name);
    addresses_.insert("sitemap.xml");
    addresses_.insert("robots.txt");
    return addresses_;
  }

  static void add_headings(const std::vector<std::optional<Body>>& bodies, std::vector<std::string_view>& out) {
    for (const std::optional<Body>& body : bodies) {
      if (!body) continue;
      for (const markdown::Heading& heading : body->document->headings) out.emplace_back(heading.id);
    }
  }

  // What can be linked to on one page.
  struct Anchors {
    explicit Anchors(const std::vector<std::string_view>& all)
        : names(all.begin(), all.end()), suggester(all, kMostComparisons) {}

    static constexpr std::size_t kMostComparisons = 80'000;  // there may be many pages
    std::set<std::string_view> names;
    Suggester suggester;
  };

  // Those of a record or plain page with this id; null where there is none.
  Anchors* find_anchors(const std::string& id) {
    const auto known = anchors_.find(id);
    if (known != anchors_.end()) return &known->second;
    std::vector<std::string_view> found;
    if (const auto record = corpus_.find(id)) {
      found = anchors_of(corpus_.records[*record]);
    } else if (const Page* page = corpus_.find_page(id)) {
      add_headings(page->bodies, found);
    } else {
      return nullptr;
    }
    return &anchors_.try_emplace(id, found).first->second;
  }

  // The anchors that a record's page has in every language: its texts' headings and its parts.
  static std::vector<std::string_view> anchors_of(const Record& record) {
    std::vector<std::string_view> out;
    add_headings(record.bodies, out);
    for_each_item(record.fields, [&](const FieldValue& value, const Item& item) {
      const auto* text = std::get_if<PlainText>(&item.datum);
      if (value.field->anchor && text != nullptr) out.emplace_back(text->text);
    });
    return out;
  }

  void check_anchor(const markdown::RecordLink& link, const SourceFile& file) {
    if (link.anchor.empty()) return;
    Anchors* anchors = find_anchors(link.id.value);
    if (anchors == nullptr || anchors->names.contains(link.anchor)) return;
    diagnostics_.report(kDeadAnchor, file, link.id.span, "'" + link.id.value + "'", link.anchor,
                        anchors->suggester.did_you_mean(link.anchor));
  }

  const PageSources& sources_;
  const std::vector<PlannedPage>& pages_;
  const std::vector<StaticFile>& static_files_;
  const Corpus& corpus_;
  Diagnostics& diagnostics_;
  std::set<std::string, std::less<>> addresses_;         // once one is asked for
  std::map<std::string, Anchors, std::less<>> anchors_;  // by id, of those that are linked to with an anchor
};

}  // namespace

void check_links(const PageSources& sources, const std::vector<PlannedPage>& pages,
                 const std::vector<StaticFile>& static_files, std::size_t jobs, Diagnostics& diagnostics) {
  LinkChecker(sources, pages, static_files, diagnostics).check(jobs);
}

}  // namespace armillary
