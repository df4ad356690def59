#include "commands/print_status.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/suggest.h"
#include "commands/editor.h"
#include "commands/today.h"
#include "editing/file_changes.h"
#include "editing/stamp.h"
#include "link/link.h"
#include "upkeep/stock.h"

namespace armillary {
namespace {

using Json = nlohmann::ordered_json;

// What each sort of lack is, in the order of the enumeration.
constexpr std::array<std::string_view, kLacks> kExplanations = {
    "texts that another language has",
    "translations whose original has changed since",
    "translations that do not say which original they are made from (status --stamp)",
    "fields that are written in another language only",
    "values without a source, in records that name none",
    "values without a source of their own",
    "fields that say 'not-checked'",
    "records that were never verified",
    "records last verified more than a year ago",
    "addresses of sources that a person marked dead",
    "records that nothing links to and that link to nothing",
    "words that the glossary says to avoid"};

void check_lack(const std::string& name) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kLacks; ++i) names.push_back(name_of(static_cast<Lack>(i)));
  if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
  const std::string near = did_you_mean(name, names);
  throw UsageError{"nothing is called '" + name + "'" + (near.empty() ? "; there are " + list_of(names) : near)};
}

void check_ids(const std::vector<std::string>& ids, const Corpus& corpus) {
  std::vector<std::string_view> known = corpus.ids();
  for (const Page& page : corpus.pages) known.emplace_back(page.id);
  for (const std::string& id : ids) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    throw UsageError{"no record '" + id + "'" + did_you_mean(id, known)};
  }
}

std::vector<Finding> wanted(std::vector<Finding> all, const Arguments& arguments) {
  std::erase_if(all, [&](const Finding& finding) {
    const bool is_named = std::find(arguments.ids.begin(), arguments.ids.end(), finding.id) != arguments.ids.end();
    return (!arguments.ids.empty() && !is_named) ||
           (!arguments.only.empty() && name_of(finding.lack) != arguments.only);
  });
  return all;
}

// What one finding asks for, in a sentence.
std::string sentence_of(const Finding& finding) {
  switch (finding.lack) {
    case Lack::missing_text:
      return fmt::format("there is no text in '{}'", finding.language);
    case Lack::stale_translation:
      return fmt::format("the original has changed since and is {} now; revise it, then run '{}'", finding.detail,
                         "armillary status --stamp " + finding.id);
    case Lack::undigested:
      return fmt::format("it does not say which original it was made from; compare the two, then run '{}'",
                         "armillary status --stamp " + finding.id);
    case Lack::missing_translation:
      return fmt::format("'{}' is not written in '{}'", finding.detail, finding.language);
    case Lack::no_source:
      return fmt::format("'{}' has no source, and the record names none", finding.detail);
    case Lack::no_evidence:
      return fmt::format("'{}' has no source of its own", finding.detail);
    case Lack::not_checked:
      return fmt::format("nobody has looked for '{}' yet: it is 'not-checked'", finding.detail);
    case Lack::never_verified:
      return "it was never verified";
    case Lack::long_unverified:
      return fmt::format("it was last verified on {}", finding.detail);
    case Lack::dead_link:
      return fmt::format("the source no longer answers; look for another address: '{}'", finding.detail);
    case Lack::lonely_record:
      return "nothing links to it, and it links to nothing";
    case Lack::glossary_slip:
      return fmt::format("write as the glossary says: '{}'", finding.detail);
  }
  return {};
}

// A line as diagnostics are printed: the place, the sentence, the sort's name.
std::string as_list(const std::vector<Finding>& findings, const Translation& words) {
  std::string out;
  for (const Finding& finding : findings) {
    out += fmt::format("{}: {} [{}]\n", finding.path, words.say(sentence_of(finding)), name_of(finding.lack));
  }
  return out;
}

// "law 3, event 1", the most first.
std::string by_kind(const std::map<std::string, std::size_t>& counts, const Translation& words) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [kind, count] : sorted) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", kind.empty() ? words.say("page") : kind, count);
  }
  return out;
}

std::string as_summary(const std::vector<Finding>& findings, const Site& site, const Translation& words) {
  std::string out =
      words.say(fmt::format("{} records and {} pages", site.corpus->records.size(), site.corpus->pages.size()));
  out += site.today ? words.say(", as of " + site.today->to_string()) + "\n" : "\n";
  std::map<std::pair<std::size_t, std::string>, std::map<std::string, std::size_t>> counts;
  for (const Finding& finding : findings) {
    ++counts[{static_cast<std::size_t>(finding.lack), finding.language}][finding.kind];
  }
  for (const auto& [sort, kinds] : counts) {
    const auto& [lack, language] = sort;
    std::size_t count = 0;
    for (const auto& [kind, each] : kinds) count += each;
    out += fmt::format("\n{:>6}  {}{} – {}\n        {}\n", count, name_of(static_cast<Lack>(lack)),
                       language.empty() ? "" : " (" + language + ")", words.say(kExplanations[lack]),
                       by_kind(kinds, words));
  }
  if (findings.empty()) return out + words.say("nothing is lacking") + "\n";
  return out + "\n" + words.say("status --list names each; --only NAME those of one sort") + "\n";
}

std::string as_json(const std::vector<Finding>& findings, const Site& site) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    list.push_back({{"lack", name_of(finding.lack)},
                    {"kind", finding.kind},
                    {"id", finding.id},
                    {"path", finding.path},
                    {"language", finding.language},
                    {"detail", finding.detail}});
  }
  Json out{{"today", site.today ? Json(site.today->to_string()) : Json(nullptr)},
           {"records", site.corpus->records.size()},
           {"pages", site.corpus->pages.size()},
           {"findings", std::move(list)}};
  return out.dump(2) + "\n";
}

int stamp(const Corpus& corpus, const Workspace& workspace, const Arguments& arguments) {
  std::vector<FileChange> changes = plan_digests(corpus, arguments.ids);
  std::string names;
  for (FileChange& change : changes) {
    names += change.path + "\n";
    change.path = change.new_path = workspace.content + change.path.substr(workspace.content_name.size());
  }
  apply_changes(changes);
  say(names);
  return 0;
}

}  // namespace

int print_status(const Arguments& arguments) {
  check_lack(arguments.only);
  const Workspace workspace = find_workspace(arguments.common, Place::of_content_only);
  Diagnostics diagnostics;
  auto corpus = load_all(workspace, diagnostics);
  if (corpus == nullptr) return report_errors(diagnostics, workspace, arguments.common);
  const Site site = link_site(std::move(corpus), day_of_environment(), workspace.jobs, diagnostics);
  // What cannot be read cannot be judged.
  if (diagnostics.has_errors()) return report_errors(diagnostics, workspace, arguments.common);
  check_ids(arguments.ids, *site.corpus);
  if (arguments.stamp) return stamp(*site.corpus, workspace, arguments);
  const std::vector<Finding> findings = wanted(take_stock(site), arguments);
  say(arguments.json   ? as_json(findings, site)
      : arguments.list ? as_list(findings, workspace.translation)
                       : as_summary(findings, site, workspace.translation));
  return 0;
}

}  // namespace armillary
