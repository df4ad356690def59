#include "output/site_entries.h"

#include "view/addresses.h"

namespace armillary {
namespace {

struct Place {
  LocalizedText title;
  std::string address;
};

Place place_of(const ViewContext& context, const NavigationEntry& entry) {
  const Site& site = context.site;
  Place out;
  switch (entry.target) {
    case NavigationEntry::Target::view:
      for (const ViewFile& view : site.file().views) {
        if (view.path.value == entry.name.value) out = {view.title, view_address(context.lang(), view)};
      }
      break;
    case NavigationEntry::Target::page:
      if (const Page* page = site.corpus->find_page(entry.name.value)) {
        out = {page->title, page_address(context.lang(), *page)};
      }
      break;
    case NavigationEntry::Target::kind:
      if (const Kind* kind = site.corpus->schema.find_kind(entry.name.value)) {
        out = {kind->label_many, kind_address(context.lang(), *kind)};
      }
      break;
    case NavigationEntry::Target::record:
      if (const auto record = site.corpus->find(entry.name.value)) {
        out = {site.record(*record).title(), record_address(context.lang(), site.record(*record))};
      }
      break;
    case NavigationEntry::Target::address:
      out.address = entry.name.value;
      break;
  }
  return out;
}

Value entry_value(const ViewContext& context, const NavigationEntry& entry) {
  Place place = place_of(context, entry);
  for (std::size_t i = 0; i < entry.records.size(); ++i) {
    place.address += (i == 0 ? "?ids=" : ",") + entry.records[i].value;
  }
  Map out;
  out.set("label", phrase(context, entry.label.is_absent() ? place.title : entry.label));
  out.set("address", place.address);
  out.set("is_external", entry.target == NavigationEntry::Target::address);
  return out;
}

}  // namespace

Value navigation_value(const ViewContext& context) {
  Array out;
  const SiteFile& site = context.site.file();
  for (const NavigationEntry& entry : site.navigation) out.push_back(entry_value(context, entry));
  if (!site.navigation.empty()) return out;
  using Target = NavigationEntry::Target;
  for (const ViewFile& view : site.views) out.push_back(entry_value(context, {Target::view, view.path, {}, {}}));
  for (const Page& page : context.site.corpus->pages) {
    out.push_back(entry_value(context, {Target::page, {page.id, {}}, {}, {}}));
  }
  return out;
}

Value questions_value(const ViewContext& context) {
  Array out;
  for (const NavigationEntry& entry : context.site.file().questions) out.push_back(entry_value(context, entry));
  return out;
}

}  // namespace armillary
