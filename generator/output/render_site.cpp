#include "output/render_site.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <set>

#include "base/digest.h"
#include "base/file_system.h"
#include "base/parallel.h"
#include "base/suggest.h"
#include "base/text_check.h"
#include "data/data_files.h"
#include "output/check_links.h"
#include "output/form_page.h"
#include "output/host_headers.h"
#include "output/list_data.h"
#include "output/output_messages.h"
#include "output/page_plan.h"
#include "output/page_view.h"
#include "output/search_page.h"
#include "output/series_files.h"
#include "output/sitemap.h"
#include "search/write_search.h"
#include "view/addresses.h"
#include "view/cards.h"
#include "view/facet_values.h"
#include "view/site_views.h"
#include "view/stand_in_words.h"

namespace armillary {
namespace {

constexpr std::string_view kEmbeddedView = "embedded-view.html";

constexpr std::size_t kUsualPage = 32'000;  // bytes

// What pages show of releases.
void add_releases(const std::vector<Release>& releases, std::string& out) {
  std::string all;
  for (const Release& release : releases) {
    for (const ReleasedFile& file : release.files) all += released_name(release, file) + '\0' + file.sha256;
    all += release.version + '\n';
  }
  out += sha256_hex(all);
}

}  // namespace

SiteRenderer::SiteRenderer(const Site& site, RenderOptions options, Diagnostics& diagnostics)
    : site_(site), options_(std::move(options)), stock_(site) {
  read_and_plan(diagnostics);
  if (diagnostics.has_errors()) return;
  make_contexts();
  check_links(sources_in(of_pages()), pages_, static_files_, options_.jobs, diagnostics);
}

// What does not need each other, on several threads.
void SiteRenderer::read_and_plan(Diagnostics& diagnostics) {
  std::string of_templates;
  std::string of_static_files;
  const std::array<std::function<void(Diagnostics&)>, 3> tasks = {
      [&](Diagnostics& own) { of_templates = read_templates(own); },
      [&](Diagnostics&) {
        static_files_ = read_static_files(options_.static_folders);
        of_static_files = digest_of(static_files_);
      },
      [&](Diagnostics& own) {
        index_ = index_site(site_, options_.jobs);
        pages_ = plan_pages(site_, index_, own);
      },
  };
  parallel_for(tasks.size(), options_.jobs, diagnostics, [&](std::size_t i, Diagnostics& own) { tasks[i](own); });
  if (site_.file().has(Output::data)) {
    releases_ = read_releases(options_.releases.path, options_.releases.shown, diagnostics);
  }
  surroundings_ = of_templates + of_static_files;
  add_releases(releases_, surroundings_);
}

// Words, too. Returns one digest of all.
std::string SiteRenderer::read_templates(Diagnostics& diagnostics) {
  std::vector<templating::NamedTemplate> templates;
  std::vector<SourceFile> words;
  std::set<std::string> names;
  std::vector<TemplateFile> read = read_template_files(options_.template_folders);
  std::string digest = digest_of(read);
  for (TemplateFile& one : read) {
    SourceFile file{one.found.shown, std::move(one.bytes)};
    if (!check_text(file, diagnostics)) continue;
    if (one.is_words) {
      words.push_back(std::move(file));
    } else {
      names.insert(one.found.name);
      templates.push_back({one.found.name, std::move(file)});
    }
  }
  plain_.words = read_words(words, site_.file().languages, diagnostics);
  templates_ = templating::TemplateSet::compile(std::move(templates), diagnostics);
  for (const Kind& kind : site_.corpus->schema.kinds) {
    const std::string own = "record-" + kind.name + ".html";
    kind_templates_.push_back(names.contains(own) ? own : std::string(template_of(PageType::record)));
  }
  for (const PageType type : page_types()) {
    if (!names.contains(std::string(template_of(type)))) {
      diagnostics.report_file(kMissingTemplate, "templates", template_of(type));
    }
  }
  return digest;
}

void SiteRenderer::give_contexts(const std::vector<Value>& terms, Wording& wording) const {
  const Languages& languages = site_.file().languages;
  std::vector<std::optional<ViewContext>> contexts(languages.size());
  parallel_for(languages.size(), options_.jobs, [&](LanguageIndex i) {
    const Words& words = wording.words[i];
    ViewContext& context =
        contexts[i].emplace(ViewContext{site_, i, words, LocaleFormat(languages[i].formats_tag(), words), {}});
    context.foreign_scripts = ForeignScripts(languages, i);
    if (!languages[i].formats.empty()) context.own_format.emplace(languages[i].tag, words);
    context.schema_words = SchemaWords(context, site_.corpus->schema);
    context.chosen_terms = ChosenTerms(context, site_.corpus->schema, index_.facets);
  });
  for (std::optional<ViewContext>& context : contexts) wording.contexts.push_back(std::move(*context));
  for (ViewContext& context : wording.contexts) {
    std::vector<Value> cards(terms.size());
    parallel_for(cards.size(), options_.jobs, [&](std::size_t i) { cards[i] = make_card(context, i, terms[i]); });
    context.cards = Cards(std::move(cards));
  }
  if (site_.file().has(Output::data)) wording.data.emplace(site_, options_.base_url, wording.words, releases_);
}

void SiteRenderer::make_contexts() {
  std::vector<Value> terms(site_.corpus->records.size());
  parallel_for(terms.size(), options_.jobs, [&](std::size_t i) { terms[i] = terms_text(site_, i); });
  give_contexts(terms, plain_);
  const auto has_stand_ins = [](const Words& words) { return !words.stand_ins.empty(); };
  if (std::any_of(plain_.words.begin(), plain_.words.end(), has_stand_ins)) {
    marked_.emplace();
    for (const Words& words : plain_.words) marked_->words.push_back(with_marks(words));
    give_contexts(terms, *marked_);
  }
  if (!options_.cards.empty()) cards_ = draw_cards(plain_.contexts, options_.jobs);
  const PageSources sources = sources_in(of_pages());
  globals_.resize(plain_.contexts.size());
  parallel_for(globals_.size(), options_.jobs,
               [&](LanguageIndex i) { globals_[i] = make_globals(sources, i, static_files_); });
}

const std::string& SiteRenderer::template_for(const PlannedPage& page) const {
  static const auto kNames = [] {
    std::vector<std::string> names;
    for (const PageType type : page_types()) names.emplace_back(template_of(type));
    return names;
  }();
  if (page.type != PageType::record) return kNames[static_cast<std::size_t>(page.type)];
  const Kind* kind = site_.record(page.subject).kind;
  return kind_templates_[static_cast<std::size_t>(kind - site_.corpus->schema.kinds.data())];
}

std::string SiteRenderer::draw_embedded(const ViewFile& view, const std::string& root, LanguageIndex language,
                                        Diagnostics& diagnostics) const {
  ReferenceList references;
  const DrawView nothing = [](const ViewFile&, const std::string&) { return std::string(); };
  const DocumentPlace place{root, "", references, nothing};
  Map values;
  Map page;
  page.set("root", root);
  values.set("page", std::move(page));
  values.set("view", site_view(of_pages().contexts[language], view, place, index_.facets));
  std::string out;
  templates_.render(kEmbeddedView, globals_[language], values, "an embedded view", out, diagnostics);
  return out;
}

bool SiteRenderer::render_page(const PlannedPage& page, std::string& html, Diagnostics& diagnostics) const {
  const DrawView draw_view = [&](const ViewFile& view, const std::string& root) {
    return draw_embedded(view, root, page.language, diagnostics);
  };
  const PageSources given = sources_in(of_pages());
  const Map values = make_page(given, page, draw_view);
  const std::string place = "/" + page.address;
  if (!templates_.render(template_for(page), globals_[page.language], values, place, html, diagnostics)) return false;
  if (marked_) html = resolve_marks(html);
  return true;
}

std::size_t SiteRenderer::write_small_files(const TakeFile& take) const {
  const PageSources sources = sources_in(plain_);
  std::size_t count = 0;
  const TakeFile write = [&](const std::string& name, const FileContent& content) {
    take(name, content);
    ++count;
  };
  for (const StaticFile& file : static_files_) write(file.address, file.bytes);
  for (const std::string& attachment : site_.corpus->attachments) {
    write("files/" + attachment, read_file(options_.content_folder + "/" + attachment));
  }
  write_sitemap(sources, pages_, write);
  write("robots.txt", make_robots(options_.base_url));
  write("_headers", make_host_headers(static_files_, options_.base_url));
  if (site_.file().has(Output::search)) {
    for (const ViewContext& context : plain_.contexts) {
      write(opensearch_address(context.lang()), make_opensearch(sources, context.language));
    }
  }
  return count;
}

// One after the other: both have all threads at work, and so the second does with memory that the first had.
std::size_t SiteRenderer::write_largest_files(const TakeFile& take) const {
  std::size_t count = 0;
  if (site_.file().has(Output::search)) {
    count += write_search({site_, plain_.contexts, index_.facets}, options_.jobs, take);
  }
  if (plain_.data) count += write_data(*plain_.data, plain_.contexts, options_.jobs, take);
  return count;
}

std::vector<std::function<std::size_t()>> SiteRenderer::other_files(const TakeFile& take) const {
  const std::size_t jobs = options_.jobs;
  std::vector<std::function<std::size_t()>> writers;
  writers.emplace_back([this, &take] { return write_largest_files(take); });
  if (plain_.data) {
    writers.emplace_back([this, jobs, &take] { return write_lists(sources_in(plain_), pages_, jobs, take); });
  }
  writers.emplace_back([this, jobs, &take] {
    return write_feeds({plain_.contexts, index_.feeds, index_.changes, options_.base_url}, jobs, take);
  });
  writers.emplace_back([this, &take] { return write_series_files(sources_in(plain_), take); });
  writers.emplace_back([this, jobs, &take] { return write_cards(cards_, options_.cards, jobs, take); });
  if (has_form(site_))
    writers.emplace_back([this, jobs, &take] { return write_form_files(sources_in(plain_), jobs, take); });
  writers.emplace_back([this, &take] { return write_small_files(take); });
  return writers;
}

namespace {

using FileWriters = std::vector<std::function<std::size_t()>>;

// A record's pages follow each other: what they tell of lies in the processor's cache from the second language on.
std::vector<const PlannedPage*> in_order_of_subjects(const std::vector<PlannedPage>& pages) {
  std::vector<const PlannedPage*> out;
  out.reserve(pages.size());
  for (const PlannedPage& page : pages) out.push_back(&page);
  const auto key = [](const PlannedPage* page) {
    return page->type == PageType::record ? page->subject + 1 : std::size_t{0};
  };
  std::stable_sort(out.begin(), out.end(), [&](const PlannedPage* a, const PlannedPage* b) { return key(a) < key(b); });
  return out;
}

RenderCounts render_with(const SiteRenderer& renderer, const FileWriters& others, const KeepPage& keep,
                         const TakeFile& take, Diagnostics& diagnostics) {
  const std::vector<const PlannedPage*> pages = in_order_of_subjects(renderer.pages());
  std::atomic<std::size_t> files = 0;
  std::atomic<std::size_t> kept = 0;
  Diagnostics of_pages;
  // The other files first: some of them, as the sitemap and the database, take one thread long.
  parallel_for(others.size() + pages.size(), renderer.jobs(), of_pages, [&](std::size_t i, Diagnostics& own) {
    if (i < others.size()) {
      files += others[i]();
      return;
    }
    const PlannedPage& page = *pages[i - others.size()];
    if (keep && keep(page)) {
      ++kept;
      return;
    }
    std::string html;
    html.reserve(kUsualPage);
    if (renderer.render_page(page, html, own)) take(file_of_address(page.address), html);
  });
  of_pages.keep_first_at_each_place();
  diagnostics.merge(std::move(of_pages));
  return {pages.size(), files, kept};
}

}  // namespace

RenderCounts render_site(const SiteRenderer& renderer, const KeepPage& keep, const TakeFile& take,
                         Diagnostics& diagnostics) {
  return render_with(renderer, renderer.other_files(take), keep, take, diagnostics);
}

RenderCounts try_to_render(const SiteRenderer& renderer, const KeepPage& keep, Diagnostics& diagnostics) {
  const TakeFile nowhere = [](const std::string&, const FileContent&) {};
  return render_with(renderer, {[&] { return renderer.write_small_files(nowhere); }}, keep, nowhere, diagnostics);
}

RenderCounts render_site(const Site& site, const RenderOptions& options, const TakeFile& take,
                         Diagnostics& diagnostics) {
  const SiteRenderer renderer(site, options, diagnostics);
  return renderer.can_render() ? render_site(renderer, nullptr, take, diagnostics) : RenderCounts{};
}

}  // namespace armillary
