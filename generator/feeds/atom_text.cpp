#include "feeds/atom_text.h"

#include <fmt/format.h>

#include "base/html_escape.h"

namespace armillary {
namespace {

void add(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">");
  append_escaped(out, text);
  out.append("</").append(name).append(">\n");
}

void add(std::string& out, std::string_view name, const AtomPhrase& phrase) {
  if (phrase.tag.empty()) {
    add(out, name, phrase.text);
    return;
  }
  out.append("<").append(name).append(" xml:lang=\"").append(phrase.tag).append("\">");
  append_escaped(out, phrase.text);
  out.append("</").append(name).append(">\n");
}

void add_link(std::string& out, std::string_view relation, std::string_view type, std::string_view address) {
  out.append("<link rel=\"").append(relation).append("\" type=\"").append(type).append("\" href=\"");
  append_escaped(out, address);
  out.append("\"/>\n");
}

// RFC 3339. A date that is known to the month is taken at its first day.
std::string moment(const PartialDate& date) {
  const DatePoint day = point_of_day(date.earliest_day());
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day);
}

}  // namespace

std::string atom_entry(const AtomEntry& entry) {
  std::string out = "<entry>\n";
  add(out, "title", entry.title);
  add(out, "id", entry.id);
  add_link(out, "alternate", "text/html", entry.address);
  add(out, "updated", moment(entry.updated));
  if (entry.published) add(out, "published", moment(*entry.published));
  out.append("<category term=\"").append(entry.category).append("\" label=\"");
  append_escaped(out, entry.category_label.text);
  if (!entry.category_label.tag.empty()) out.append("\" xml:lang=\"").append(entry.category_label.tag);
  out += "\"/>\n";
  // A title alone is no entry for a reader that shows texts, and RFC 4287 asks for one of the two.
  if (!entry.summary.text.empty()) add(out, "summary", entry.summary);
  return out + "</entry>\n";
}

std::string atom_feed(const AtomFeed& feed, const std::vector<const std::string*>& entries) {
  std::size_t size = 1024;
  for (const std::string* entry : entries) size += entry->size();
  std::string out;
  out.reserve(size);
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  out.append(feed.tag).append("\">\n");
  add(out, "title", feed.title);
  if (!feed.subtitle.empty()) add(out, "subtitle", feed.subtitle);
  add(out, "id", feed.id);
  add_link(out, "self", "application/atom+xml", feed.address);
  add_link(out, "alternate", "text/html", feed.page);
  add(out, "updated", moment(feed.updated));
  out += "<author>\n";
  add(out, "name", feed.author);
  out += "</author>\n";
  if (!feed.rights.empty()) add(out, "rights", feed.rights);
  for (const std::string* entry : entries) out += *entry;
  return out + "</feed>\n";
}

}  // namespace armillary
