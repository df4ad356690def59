#include "output/search_page.h"

#include "base/html_escape.h"
#include "search/letters.h"
#include "view/addresses.h"

namespace armillary {

ListPage search_page(const PageSources& sources, const PlannedPage& page) {
  const ViewContext& context = sources.contexts[page.language];
  ListPage out;
  out.title = context.words.plain("search");
  const std::size_t first = (page.part - 1) * kRecordsPerSearchPart;
  const std::size_t last = first + kRecordsPerSearchPart;
  std::size_t at = 0;
  Array groups;
  for (const LetterGroup& group : group_by_letter(sources.site, page.language)) {
    Array entries;
    for (const RecordIndex record : group.records) {
      if (at >= first && at < last) entries.push_back(context.cards[record]);
      ++at;
    }
    if (entries.empty()) continue;
    Map made;
    made.set("letter", group.letter);
    made.set("entries", std::move(entries));
    groups.emplace_back(std::move(made));
  }
  out.values.set("groups", std::move(groups));
  out.values.set("pagination", pagination_value(page, search_address(context.lang())));
  return out;
}

std::string opensearch_address(const Language& language) { return home_address(language) + "opensearch.xml"; }

std::string make_opensearch(const PageSources& sources, LanguageIndex language) {
  const ViewContext& context = sources.contexts[language];
  const std::string title = phrase_text(context, sources.site.file().title);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>";
  append_escaped(out, title);
  out += "</ShortName>\n<Description>";
  append_escaped(out, std::string(context.words.plain("search")) + " · " + title);
  out += "</Description>\n<Language>";
  append_escaped(out, context.lang().tag);
  out += "</Language>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"";
  append_escaped(out, sources.base_url + search_address(context.lang()));
  return out + "?q={searchTerms}\"/>\n</OpenSearchDescription>\n";
}

}  // namespace armillary
