#include "view/document_html.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_escape.h"
#include "link/embedded_view.h"
#include "view/addresses.h"
#include "view/record_view.h"

namespace armillary {

std::pair<std::size_t, std::size_t> ReferenceList::cite(RecordIndex record) {
  const auto same = [&](const Entry& entry) { return entry.record == record; };
  auto found = std::find_if(entries_.begin(), entries_.end(), same);
  if (found == entries_.end()) found = entries_.insert(entries_.end(), {record, 0});
  ++found->citations;
  return {static_cast<std::size_t>(found - entries_.begin()) + 1, found->citations};
}

namespace {

// Whether a part of the record has this id on its page.
bool has_part(const Group& fields, std::string_view id) {
  bool found = false;
  for_each_item(fields, [&](const FieldValue& value, const Item& item) {
    const auto* text = std::get_if<PlainText>(&item.datum);
    found = found || (value.field->anchor && text != nullptr && text->text == id);
  });
  return found;
}

class DocumentWriter {
 public:
  DocumentWriter(const ViewContext& context, LanguageIndex language, const DocumentPlace& place)
      : context_(context), language_(language), place_(place) {}

  std::string write(const markdown::Document& document);

  void operator()(const markdown::RecordLink& filling);
  void operator()(const markdown::Citation& filling);
  void operator()(const markdown::EmbeddedView& filling);
  void operator()(const markdown::RelativeAddress& filling);
  void operator()(const markdown::Word& filling);

 private:
  void open_link(std::string_view address, std::string_view anchor);
  void close_link(const markdown::RecordLink& link, std::string_view title);
  bool link_page(const markdown::RecordLink& filling);
  std::string title_html(const LocalizedText& title) const;
  bool has_anchor(RecordIndex index, std::string_view id) const;
  bool has_heading(const std::vector<std::optional<Body>>& bodies, std::string_view id) const;
  bool is_foreign() const { return language_ != context_.language; }
  // HTML of the document itself: on a page of its own language, phrases of other languages are marked.
  void append_own_words(std::string_view html) {
    if (is_foreign()) {
      out_ += html;
    } else {
      context_.foreign_scripts.append_marked(out_, html);
    }
  }

  const ViewContext& context_;
  LanguageIndex language_;
  const DocumentPlace& place_;
  std::string out_;
};

std::string DocumentWriter::write(const markdown::Document& document) {
  constexpr std::size_t kUsualLink = 128;  // bytes of what fills a gap
  const std::string_view html = document.html;
  out_.reserve(html.size() + document.gaps.size() * kUsualLink);
  std::size_t begin = 0;
  for (const markdown::Gap& gap : document.gaps) {
    append_own_words(html.substr(begin, gap.at - begin));
    begin = gap.at;
    std::visit(*this, gap.filling);
  }
  append_own_words(html.substr(begin));
  return std::move(out_);
}

void DocumentWriter::open_link(std::string_view address, std::string_view anchor) {
  out_.append("<a href=\"").append(place_.root).append(address);
  if (!anchor.empty()) {
    out_ += '#';
    append_escaped(out_, anchor);
  }
  out_ += "\">";
}

void DocumentWriter::close_link(const markdown::RecordLink& link, std::string_view title) {
  if (link.label_html.empty()) {
    out_ += title;
  } else {
    append_own_words(link.label_html);
  }
  out_ += "</a>";
}

// Whether the text that readers of this language are shown has the heading: headings have other ids in other languages.
bool DocumentWriter::has_heading(const std::vector<std::optional<Body>>& bodies, std::string_view id) const {
  const auto shown = shown_body(bodies, context_.language);
  if (!shown) return false;
  const std::vector<markdown::Heading>& headings = bodies[*shown]->document->headings;
  return std::any_of(headings.begin(), headings.end(), [&](const markdown::Heading& h) { return h.id == id; });
}

bool DocumentWriter::has_anchor(RecordIndex index, std::string_view id) const {
  if (id.empty()) return false;
  const Record& record = context_.record(index);
  return has_heading(record.bodies, id) || has_part(record.fields, id);
}

std::string DocumentWriter::title_html(const LocalizedText& title) const {
  if (!is_foreign() || title.is_absent()) return phrase_html(context_, title);
  const LanguageIndex shown = title.shown_in(context_.language);
  return shown == language_ ? escape_html(title.in(shown)) : in_language(context_, shown, title.in(shown));
}

bool DocumentWriter::link_page(const markdown::RecordLink& filling) {
  const Page* page = context_.site.corpus->find_page(filling.id.value);
  if (page == nullptr) return false;
  const bool stands = !filling.anchor.empty() && has_heading(page->bodies, filling.anchor);
  open_link(page_address(context_.lang(), *page), stands ? filling.anchor : "");
  close_link(filling, title_html(page->title));
  return true;
}

void DocumentWriter::operator()(const markdown::RecordLink& filling) {
  const auto index = context_.site.corpus->find(filling.id.value);
  if (!index) {
    if (!link_page(filling)) append_escaped(out_, filling.id.value);
    return;
  }
  const Cards::Link& link = context_.cards.link(*index);
  open_link(link.address, has_anchor(*index, filling.anchor) ? filling.anchor : "");
  const std::string own = is_foreign() ? title_html(context_.record(*index).title()) : std::string();
  close_link(filling, is_foreign() ? own : link.title);
}

void DocumentWriter::operator()(const markdown::Citation& filling) {
  out_ += "<span class=\"citation\">[";
  bool first = true;
  for (const markdown::CitedWork& work : filling.works) {
    const auto index = context_.site.corpus->find(work.id.value);
    if (!index) continue;
    const auto [number, occurrence] = place_.references.cite(*index);
    if (!first) out_ += ", ";
    first = false;
    out_ += fmt::format(R"(<a href="#ref.{0}" id="cite.{0}.{1}">{0}</a>)", number, occurrence);
    if (!work.locator.empty()) {
      out_ += ", ";
      append_escaped(out_, work.locator);
    }
  }
  out_ += "]</span>";
}

void DocumentWriter::operator()(const markdown::EmbeddedView& filling) {
  Diagnostics reported_before;
  const auto view = resolve_view(filling, *context_.site.corpus, context_.site.file().file, reported_before);
  if (!view) return;
  const Language& page = context_.lang();
  if (is_foreign()) out_ += fmt::format(R"(<div lang="{}" dir="{}">)", page.tag, page.direction());
  out_ += place_.draw_view(*view, place_.root);
  if (is_foreign()) out_ += "</div>\n";
}

void DocumentWriter::operator()(const markdown::RelativeAddress& filling) {
  const std::string& address = filling.address.value;
  const bool is_file_beside = address.find_first_of("/#?") == std::string::npos;
  if (is_file_beside && !place_.folder.empty()) {
    out_ += place_.root + attachment_address(place_.folder, "");
  } else if (address.starts_with("/")) {
    out_ += place_.root;
    append_escaped(out_, std::string_view(address).substr(1));
    return;
  }
  append_escaped(out_, address);
}

void DocumentWriter::operator()(const markdown::Word& filling) {
  switch (filling) {
    case markdown::Word::footnotes:
      out_ += is_foreign() ? in_language(context_, context_.language, context_.words.plain("footnotes"))
                           : escape_html(context_.words.plain("footnotes"));
      return;
    case markdown::Word::back_to_reference:
      append_escaped(out_, context_.words.plain("back_to_reference"));
      return;
  }
}

}  // namespace

std::string document_html(const ViewContext& context, const markdown::Document& document, LanguageIndex language,
                          const DocumentPlace& place) {
  return DocumentWriter(context, language, place).write(document);
}

}  // namespace armillary
