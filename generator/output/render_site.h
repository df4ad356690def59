// From a linked site to files: every page made, rendered, checked and handed on.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/take_file.h"
#include "link/site.h"
#include "output/common_values.h"
#include "output/kept_pages.h"
#include "output/neighbours.h"
#include "output/page_plan.h"
#include "output/page_view.h"
#include "output/social_cards.h"
#include "output/static_files.h"
#include "templating/template_set.h"

namespace armillary {

struct RenderOptions {
  std::vector<SearchFolder> template_folders;  // the first that has a file wins
  std::vector<SearchFolder> static_folders;
  std::string content_folder;  // for files beside records
  std::string base_url;        // with a slash at the end
  std::size_t jobs = 1;
  std::string cards = {};      // the folder in which drawn cards are kept; empty: none are drawn
  SearchFolder releases = {};  // of the data; without a path there are none
};

struct RenderCounts {
  std::size_t pages = 0;
  std::size_t files = 0;  // all others
  std::size_t kept = 0;   // of the pages
};

// Everything that pages are made with, read and checked once; then any page may be made at any time, by many threads at
// once. Refers to the site, which must outlive it.
class SiteRenderer {
 public:
  // Reads templates and static files, plans the pages and checks the links between them. Throws FileError.
  SiteRenderer(const Site& site, RenderOptions options, Diagnostics& diagnostics);
  SiteRenderer(const SiteRenderer&) = delete;
  SiteRenderer& operator=(const SiteRenderer&) = delete;

  // Whether templates and plan are right, so that pages can be made. False: nothing else may be asked.
  bool can_render() const { return !globals_.empty(); }

  const std::vector<PlannedPage>& pages() const { return pages_; }
  const std::vector<StaticFile>& static_files() const { return static_files_; }
  std::size_t jobs() const { return options_.jobs; }

  // What pages are made with beside the site, as it was read: begins with the digests of templates and of static files,
  // then that of releases.
  const std::string& surroundings() const { return surroundings_; }
  // What all pages of records show of the site as a whole, and of which records each shows something.
  Fingerprint common() const { return fingerprint_of_common(globals_, index_.facets); }
  Neighbours neighbours() const { return find_neighbours(site_, index_); }

  // Writes the page into `html`, which is empty; false after reporting an error.
  bool render_page(const PlannedPage& page, std::string& html, Diagnostics& diagnostics) const;

  // Each hands over some of the files that are not pages, and returns how many they are: to be called once each, in any
  // order, by any threads. They throw FileError, and what `take` throws; both, the renderer and `take`, must outlive
  // them.
  std::vector<std::function<std::size_t()>> other_files(const TakeFile& take) const;

  // Those of them that are made by one thread in a moment: files that are published as they are, the sitemap. Throws as
  // other_files does.
  std::size_t write_small_files(const TakeFile& take) const;

 private:
  // What is said in the words of the interface. Refers to its own words: stays where it was made.
  struct Wording {
    std::vector<Words> words;           // one a language
    std::vector<ViewContext> contexts;  // likewise
    std::optional<DataSource> data;     // nothing: the site does without open data
    SharedLists lists;
  };

  void read_and_plan(Diagnostics& diagnostics);
  std::string read_templates(Diagnostics& diagnostics);
  std::size_t write_largest_files(const TakeFile& take) const;
  void make_contexts();
  // `terms`: of each record (view/facet_values.h).
  void give_contexts(const std::vector<Value>& terms, Wording& wording) const;
  std::string draw_embedded(const ViewFile& view, const std::string& root, LanguageIndex language,
                            Diagnostics& diagnostics) const;
  const std::string& template_for(const PlannedPage& page) const;
  const Wording& of_pages() const { return marked_ ? *marked_ : plain_; }
  PageSources sources_in(const Wording& wording) const {
    const DataSource* data = wording.data ? &*wording.data : nullptr;
    return {site_, index_, wording.lists, wording.contexts, options_.base_url, cards_, data, &stock_};
  }

  const Site& site_;
  RenderOptions options_;
  SiteIndex index_;
  Stock stock_;
  std::vector<PlannedPage> pages_;
  templating::TemplateSet templates_;
  std::vector<std::string> kind_templates_;  // by kind of the schema
  Wording plain_;
  // What pages are made with, in all languages, where words stand in for missing ones (view/stand_in_words.h).
  std::optional<Wording> marked_;
  std::vector<Release> releases_;
  std::vector<DrawnCard> cards_;  // one a record, or none at all
  std::vector<StaticFile> static_files_;
  std::string surroundings_;
  std::vector<Map> globals_;
};

// Renders everything into `take` but the pages that are kept; without `keep` none is. After an error some files may not
// have been handed over. The bytes do not depend on `jobs`. Throws FileError and what `keep` throws. REQUIRES
// can_render().
RenderCounts render_site(const SiteRenderer& renderer, const KeepPage& keep, const TakeFile& take,
                         Diagnostics& diagnostics);

// Renders all pages but those that are kept, and reads all files that are published as they are, for what goes wrong.
// Search, data and feeds are not made: nothing can be wrong with them but the program. REQUIRES can_render().
RenderCounts try_to_render(const SiteRenderer& renderer, const KeepPage& keep, Diagnostics& diagnostics);

// The same as render_site from the beginning, with no page kept.
RenderCounts render_site(const Site& site, const RenderOptions& options, const TakeFile& take,
                         Diagnostics& diagnostics);

}  // namespace armillary
