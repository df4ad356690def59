#include "output/form_page.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/parallel.h"
#include "upkeep/record_schema.h"
#include "view/addresses.h"

namespace armillary {
namespace {

std::string form_file(const Language& language, std::string_view name) {
  return "form/" + language.key + "/" + std::string(name) + ".json";
}

// Kinds are named by words without a dot or slash, so none is called like this.
constexpr std::string_view kRecords = "-records";

std::string records_json(const ViewContext& context) {
  nlohmann::json out = nlohmann::json::array();
  for (const Record& record : context.site.corpus->records) {
    out.push_back({record.id, record.kind->name, phrase_text(context, record.title())});
  }
  return out.dump() + "\n";
}

}  // namespace

ListPage form_page(const PageSources& sources, const PlannedPage& page) {
  const ViewContext& context = sources.contexts[page.language];
  const Corpus& corpus = *sources.site.corpus;
  ListPage out;
  out.title = context.words.plain("form_title");
  out.description = context.words.plain("form_lead");
  Array forms;
  for (const Kind& kind : corpus.schema.kinds) {
    Map made;
    made.set("name", kind.name);
    made.set("folder", kind.folder);
    made.set("label_one", phrase(context, kind.label_one));
    made.set("help", phrase(context, kind.help));
    made.set("schema", form_file(context.lang(), kind.name));
    forms.emplace_back(std::move(made));
  }
  out.values.set("forms", std::move(forms));
  Array languages;
  for (const Language& each : sources.site.file().languages) {
    Map made;
    made.set("key", each.key).set("tag", each.tag).set("label", each.label).set("direction", each.direction());
    languages.emplace_back(std::move(made));
  }
  out.values.set("languages", std::move(languages));
  out.values.set("records", form_file(context.lang(), kRecords));
  Map guide;
  for (const Page& each : corpus.pages) {
    if (!sources.site.file().guide || each.id != sources.site.file().guide->value) continue;
    guide.set("title", phrase(context, each.title)).set("address", page_address(context.lang(), each));
  }
  out.values.set("guide", guide.entries().empty() ? Value::none() : Value(std::move(guide)));
  return out;
}

std::size_t write_form_files(const PageSources& sources, std::size_t jobs, const TakeFile& take) {
  const Corpus& corpus = *sources.site.corpus;
  const std::size_t kinds = corpus.schema.kinds.size();
  const std::size_t each = kinds + 1;
  const std::size_t count = sources.contexts.size() * each;
  parallel_for(count, jobs, [&](std::size_t i) {
    const ViewContext& context = sources.contexts[i / each];
    const std::size_t kind = i % each;
    if (kind == kinds) return take(form_file(context.lang(), kRecords), records_json(context));
    const SchemaLanguage language{context.language, context.words, SchemaUse::form};
    const Kind& described = corpus.schema.kinds[kind];
    take(form_file(context.lang(), described.name), record_schema(described, corpus, language).dump() + "\n");
  });
  return count;
}

}  // namespace armillary
