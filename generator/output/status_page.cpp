#include "output/status_page.h"

#include <map>
#include <tuple>

#include "base/html_escape.h"
#include "view/addresses.h"

namespace armillary {
namespace {

// Findings of one sort that stand together.
struct Group {
  std::vector<const Finding*> findings;  // of one record one behind the other
};

// [language's key, kind's place in the order of the schema, pages last]
using GroupKey = std::tuple<std::string, std::size_t>;

class StatusPageMaker {
 public:
  StatusPageMaker(const PageSources& sources, const PlannedPage& page)
      : sources_(sources), corpus_(*sources.site.corpus), context_(sources.contexts[page.language]) {}

  ListPage make();

 private:
  Value lack_value(Lack lack, const std::map<GroupKey, Group>& groups, std::size_t count) const;
  Value group_value(const GroupKey& key, const Group& group) const;
  Value entry_value(const std::vector<const Finding*>& findings) const;
  Value detail_value(const Finding& finding) const;
  Value word(std::string_view begin, Lack lack, std::string_view end) const;

  const PageSources& sources_;
  const Corpus& corpus_;
  const ViewContext& context_;
};

Value StatusPageMaker::word(std::string_view begin, Lack lack, std::string_view end) const {
  std::string key(name_of(lack));
  std::replace(key.begin(), key.end(), '-', '_');
  return context_.words.plain(std::string(begin) + key + std::string(end));
}

// A field by its label; anything else as it stands.
Value StatusPageMaker::detail_value(const Finding& finding) const {
  const bool is_technical = finding.lack == Lack::stale_translation || finding.detail.empty();
  if (is_technical) return Value::none();
  const Field* field = finding.record ? corpus_.records[*finding.record].kind->find_field(finding.detail) : nullptr;
  return field != nullptr ? field_label(context_, *field) : Value::html(plain_html(context_, finding.detail));
}

// What one record or page lacks.
Value StatusPageMaker::entry_value(const std::vector<const Finding*>& findings) const {
  const Finding& first = *findings.front();
  Map out;
  out.set("card", first.record ? context_.cards[*first.record] : Value::none());
  Array details;
  for (const Finding* finding : findings) {
    Value detail = detail_value(*finding);
    if (!detail.is_none()) details.push_back(std::move(detail));
  }
  out.set("details", std::move(details));
  out.set("title", "");
  out.set("address", "");
  if (first.record) return out;
  const Page* page = corpus_.find_page(first.id);
  out.set("title", phrase(context_, page->title));
  out.set("address", page_address(context_.lang(), *page));
  return out;
}

Value StatusPageMaker::group_value(const GroupKey& key, const Group& group) const {
  const auto& [language, kind] = key;
  const auto& kinds = corpus_.schema.kinds;
  Map out;
  out.set("label",
          kind < kinds.size() ? phrase(context_, kinds[kind].label_many) : Value(context_.words.plain("pages")));
  Map of_language;
  for (const Language& each : sources_.site.file().languages) {
    if (each.key == language)
      of_language.set("label", each.label).set("tag", each.tag).set("direction", each.direction());
  }
  out.set("language", language.empty() ? Value::none() : Value(std::move(of_language)));
  Array entries;
  std::size_t left_out = 0;
  std::vector<const Finding*> same;
  const auto finish_entry = [&] {
    if (same.empty()) return;
    if (entries.size() < kNamedPerGroup) {
      entries.push_back(entry_value(same));
    } else {
      ++left_out;
    }
    same.clear();
  };
  for (const Finding* finding : group.findings) {
    if (!same.empty() && same.front()->id != finding->id) finish_entry();
    same.push_back(finding);
  }
  finish_entry();
  out.set("count", group.findings.size());
  out.set("entries", std::move(entries));
  out.set("left_out", left_out);
  return out;
}

Value StatusPageMaker::lack_value(Lack lack, const std::map<GroupKey, Group>& groups, std::size_t count) const {
  Map out;
  out.set("name", name_of(lack));
  out.set("label", word("lack_", lack, ""));
  out.set("help", word("lack_", lack, "_help"));
  out.set("count", count);
  Array values;
  for (const auto& [key, group] : groups) values.push_back(group_value(key, group));
  out.set("groups", std::move(values));
  return out;
}

ListPage StatusPageMaker::make() {
  const std::vector<Finding>& findings = sources_.stock->findings();
  std::vector<std::map<GroupKey, Group>> by_lack(kLacks);
  std::vector<std::size_t> counts(kLacks);
  const auto& kinds = corpus_.schema.kinds;
  for (const Finding& finding : findings) {
    const auto lack = static_cast<std::size_t>(finding.lack);
    const std::size_t kind =
        finding.record ? static_cast<std::size_t>(corpus_.records[*finding.record].kind - kinds.data()) : kinds.size();
    by_lack[lack][{finding.language, kind}].findings.push_back(&finding);
    ++counts[lack];
  }
  Array lacks;
  for (std::size_t i = 0; i < kLacks; ++i) lacks.push_back(lack_value(static_cast<Lack>(i), by_lack[i], counts[i]));
  ListPage out;
  out.title = context_.words.plain("status_title");
  out.description = context_.words.plain("status_lead");
  out.values.set("lacks", std::move(lacks));
  out.values.set("count_of_findings", findings.size());
  out.values.set("count_of_pages", corpus_.pages.size());
  return out;
}

}  // namespace

ListPage status_page(const PageSources& sources, const PlannedPage& page) {
  return StatusPageMaker(sources, page).make();
}

}  // namespace armillary
