#include "view/field_view.h"

#include <algorithm>

#include "base/html_escape.h"
#include "view/addresses.h"

namespace armillary {

std::string fill_link(std::string_view link, std::string_view value) {
  constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > ' ' && byte < 0x7F && std::string_view("\"<>\\^`{|}%").find(c) == std::string_view::npos;
    if (plain) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kHexadecimal[byte >> 4U];
      encoded += kHexadecimal[byte & 15U];
    }
  }
  return fill(link, {{"value", encoded}});
}

namespace {

void add_choice(const ViewContext& context, const Term& term, const std::string& path, const FacetIndex& facets,
                Map& out) {
  out.set("id", Value::lasting(term.id));
  out.set("html", phrase(context, term.label));
  out.set("text", lasting_phrase_text(context, term.label));
  out.set("definition", phrase(context, term.definition));
  out.set("address", facets.has(path, term.id) ? option_address(context.lang(), path, term.id) : std::string());
}

class FieldPresenter {
 public:
  FieldPresenter(const ViewContext& context, const DocumentPlace& place, const FacetIndex& facets)
      : context_(context), place_(place), facets_(facets) {}

  Value present(const FieldValue& value, const std::string& prefix);

 private:
  struct DatumPresenter;

  Value evidence(const std::shared_ptr<const Evidence>& evidence);
  Map item(const Field& field, const Item& item, const std::string& path);
  const Value* shared_item(const Field& field, const Item& item) const;
  void add_group(const Group& group, const std::string& path, Map& out);
  Value columns(const Field& field, const FieldValue& value);
  void set_lasting_text(Map& out, std::string_view text) {
    out.set("html", lasting_plain_html(context_, text));
    out.set("text", Value::lasting(text));
  }

  const ViewContext& context_;
  const DocumentPlace& place_;
  const FacetIndex& facets_;
};

Value FieldPresenter::present(const FieldValue& value, const std::string& prefix) {
  const Field& field = *value.field;
  const std::string path = prefix + field.name.value;
  Map out = field_frame(context_, field);
  if (value.absence) out.set("absence", Value::lasting(word_of(*value.absence)));
  if (value.evidence != nullptr) out.set("evidence", evidence(value.evidence));
  Array items;
  items.reserve(value.items.size());
  for (const Item& each : value.items) {
    if (const Value* shared = shared_item(field, each)) {
      items.push_back(shared->borrowed());
      continue;
    }
    Map made = item(field, each, path);
    if (made.find("html") != nullptr || field.type == FieldType::group) items.emplace_back(std::move(made));
  }
  out.set("items", std::move(items));
  if (field.type == FieldType::group) out.set("columns", columns(field, value));
  return out;
}

Value FieldPresenter::evidence(const std::shared_ptr<const Evidence>& evidence) {
  if (evidence == nullptr || evidence->is_empty()) return Value::none();
  Map out;
  const auto source = evidence->source ? context_.site.corpus->find(evidence->source->value) : std::nullopt;
  out.set("source", source ? context_.cards[*source] : Value::none());
  out.set("url", Value::lasting(evidence->url));
  out.set("place", lasting_phrase(context_, evidence->place));
  out.set("stated", lasting_phrase(context_, evidence->stated));
  out.set("note", lasting_phrase(context_, evidence->note));
  return out;
}

// What a template sees of a value of each type.
struct FieldPresenter::DatumPresenter {
  FieldPresenter& all;
  const Field& field;
  const std::string& path;
  Map& out;

  void operator()(const PlainText& text) const {
    all.set_lasting_text(out, text.text);
    if (field.type == FieldType::url) out.set("address", Value::lasting(text.text));
    if (!field.link.empty()) out.set("address", fill_link(field.link, text.text));
    if (field.anchor) out.set("anchor", Value::lasting(text.text));
  }

  void operator()(const LocalizedText& text) const {
    // Names that are no translations of each other are shown in their own language only.
    if (field.many && !text.has(all.context_.language)) return;
    out.set("html", lasting_phrase(all.context_, text));
    out.set("text", lasting_phrase_text(all.context_, text));
  }

  void operator()(const TaggedText& tagged) const {
    out.set("html", Value::html("<span lang=\"" + escape_html(tagged.tag) + R"(" dir="auto">)" +
                                escape_html(tagged.text) + "</span>"));
    out.set("text", Value::lasting(tagged.text));
  }

  void operator()(const LocalizedMarkdown& texts) const {
    LanguageIndex shown = all.context_.language;
    while (texts.in(shown) == nullptr && shown + 1 < texts.by_language.size()) ++shown;
    if (texts.in(shown) == nullptr) shown = 0;
    const markdown::Document* document = texts.in(shown);
    if (document == nullptr) return;
    std::string html = document_html(all.context_, *document, shown, all.place_);
    const Language& language = all.context_.site.file().languages[shown];
    if (shown != all.context_.language) {
      html = "<div lang=\"" + language.tag + "\" dir=\"" + std::string(language.direction()) + "\">" + html + "</div>";
    }
    out.set("html", Value::html(std::move(html)));
    out.set("text", Value::lasting(document->plain_text));
  }

  void operator()(const PartialDate& date) const {
    const Value words = date_value(all.context_, date);
    out.set("html", Value::html(escape_html(words.map().find("text")->text())));
    out.set("text", *words.map().find("text"));
    out.set("machine", *words.map().find("machine"));
  }

  void operator()(const Decimal& number) const {
    const std::string words = all.context_.format.number(number);
    out.set("html", Value::html(plain_html(all.context_, words)));
    out.set("text", words);
    out.set("machine", Value::lasting(number.written));
    if (!field.link.empty()) out.set("address", fill_link(field.link, number.written));
  }

  void operator()(const ChosenTerm& chosen) const {
    const Term* term = field.find_term(chosen.id);
    if (term != nullptr) add_choice(all.context_, *term, path, all.facets_, out);
  }

  void operator()(bool flag) const { all.set_lasting_text(out, all.context_.words.plain(flag ? "yes" : "no")); }

  void operator()(const Reference& reference) const {
    const auto target = all.context_.site.corpus->find(reference.id);
    if (!target) return;
    const Map& card = all.context_.cards[*target].map();
    out.set("html", *card.find("title"));
    out.set("text", *card.find("title_text"));
    out.set("card", all.context_.cards[*target]);
  }

  void operator()(const AttachedFile& file) const {
    all.set_lasting_text(out, file.name);
    out.set("address", attachment_address(all.place_.folder, file.name));
    out.set("alternative", lasting_phrase_text(all.context_, file.alternative));
  }

  void operator()(const Group& group) const { all.add_group(group, path, out); }
};

Map FieldPresenter::item(const Field& field, const Item& item, const std::string& path) {
  Map out;
  out.set("type", Value::lasting(name_of(field.type)));
  out.set("evidence", evidence(item.evidence));
  std::visit(DatumPresenter{*this, field, path, out}, item.datum);
  return out;
}

// That of a choice without evidence, which all records share; null for any other.
const Value* FieldPresenter::shared_item(const Field& field, const Item& item) const {
  const auto* chosen = std::get_if<ChosenTerm>(&item.datum);
  if (chosen == nullptr || (item.evidence != nullptr && !item.evidence->is_empty())) return nullptr;
  const Term* term = field.find_term(chosen->id);
  return term == nullptr ? nullptr : context_.chosen_terms.find(*term);
}

void FieldPresenter::add_group(const Group& group, const std::string& path, Map& out) {
  Array fields;
  fields.reserve(group.size());
  Map cells(group.size());
  std::string_view anchor;
  for (const FieldValue& inner : group) {
    Value made = present(inner, path + ".");
    const bool is_anchor = inner.field->anchor && inner.has_value();
    if (is_anchor) {
      anchor = std::get<PlainText>(inner.items.front().datum).text;
    } else {
      fields.push_back(made);
    }
    cells.set(MapKey(std::string_view(inner.field->name.value)), std::move(made));
  }
  out.set("anchor", Value::lasting(anchor));
  out.set("fields", std::move(fields));
  out.set("cells", std::move(cells));
}

Value FieldPresenter::columns(const Field& field, const FieldValue& value) {
  Array out;
  for (const Field& inner : field.fields) {
    const bool is_filled = std::any_of(value.items.begin(), value.items.end(), [&](const Item& each) {
      const auto* group = std::get_if<Group>(&each.datum);
      return group != nullptr && find_value(*group, inner.name.value) != nullptr;
    });
    if (!is_filled || inner.anchor) continue;
    Map column;
    const FieldWords words = field_words(context_, inner);
    column.set("name", words.name);
    column.set("label", words.label);
    column.set("type", words.type);
    out.emplace_back(std::move(column));
  }
  return out;
}

}  // namespace

Value field_value(const ViewContext& context, const FieldValue& value, const DocumentPlace& place,
                  const FacetIndex& facets) {
  return FieldPresenter(context, place, facets).present(value, "");
}

Map choice_item(const ViewContext& context, const Field& field, const Term& term, const std::string& path,
                const FacetIndex& facets) {
  Map out;
  out.set("type", Value::lasting(name_of(field.type)));
  out.set("evidence", Value::none());
  add_choice(context, term, path, facets, out);
  return out;
}

Value derived_value(const ViewContext& context, const DerivedState& state, const FacetIndex& facets) {
  const Field& field = *state.field;
  const Term* term = field.find_term(state.term);
  const std::string& path = field.name.value;
  Map out;
  out.set("name", Value::lasting(path));
  out.set("label", field_label(context, field));
  out.set("type", "choice");
  out.set("evidence", Value::none());
  out.set("id", Value::lasting(state.term));
  out.set("html", phrase(context, term->label));
  out.set("definition", phrase(context, term->definition));
  out.set("address", facets.has(path, state.term) ? option_address(context.lang(), path, state.term) : std::string());
  out.set("since", state.since ? date_value(context, *state.since) : Value::none());
  return out;
}

Value derived_field_value(const ViewContext& context, const DerivedState& state, const FacetIndex& facets) {
  const Field& field = *state.field;
  Array items;
  items.emplace_back(choice_item(context, field, *field.find_term(state.term), field.name.value, facets));
  Map out;
  out.set("name", Value::lasting(field.name.value));
  out.set("label", field_label(context, field));
  out.set("help", phrase(context, field.help));
  out.set("type", Value::lasting(name_of(field.type)));
  out.set("many", false);
  out.set("unit", "");
  out.set("absence", Value::none());
  out.set("evidence", Value::none());
  out.set("items", std::move(items));
  return out;
}

}  // namespace armillary
