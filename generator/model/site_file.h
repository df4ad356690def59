// content/site.yaml, as the site's owner wrote it.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/source.h"

namespace armillary {

enum class ViewType { timeline, matrix, table, compare, diagram };

// One condition on a record's field: it has a value, or one of these.
struct FieldCondition {
  Located<std::string> field;
  std::vector<std::string> values;  // empty: any
};

struct ViewFile {
  ViewType type = ViewType::timeline;
  Span type_place;            // where the type was written, or the name of a view in a text
  Located<std::string> path;  // the address under the language, and the view's name
  LocalizedText title;
  LocalizedText intro;
  std::vector<Located<std::string>> kinds;    // empty: all
  Located<std::string> rows;                  // matrix: the kind of its rows
  Located<std::string> field;                 // matrix: the references that fill it, as parties.party
  Located<std::string> cell;                  // matrix: what a cell shows, as parties.act; empty: a mark
  std::vector<Located<std::string>> columns;  // table, compare, and what a diagram says of each record
  std::vector<FieldCondition> where;          // only records that fulfil all
  Located<std::string> sort;                  // table: the field to sort by; empty: the title
  Located<std::string> lanes;                 // timeline: the choice or references that make its lanes; empty: kinds
  Located<std::string> link;                  // diagram: the references from a record to the one it belongs under
  Located<std::string> group;                 // diagram: the choice that parts what belongs under one record
  Located<std::string> root;                  // diagram: the record at its head; empty: all that belong nowhere
};

// An entry of the header's navigation, or a question that the home page answers with a link.
struct NavigationEntry {
  enum class Target { view, page, kind, record, address };
  Target target = Target::view;
  Located<std::string> name;
  LocalizedText label;                        // absent: the target's own title; of a question its text
  std::vector<Located<std::string>> records;  // of a question that leads to a comparison: what is compared
};

struct Licence {
  LocalizedText name;
  std::string url;
};

// What a site can do without, beside its pages.
enum class Output { search, data, feeds, status, form };

// Another name under which a search may ask for a facet: `place:china` for `jurisdictions:china`.
struct SearchName {
  std::string name;
  Located<std::string> field;
};

struct SearchSettings {
  std::optional<Located<std::string>> glossary;  // the vocabulary whose terms are the same in every language
  std::vector<SearchName> names;
};

struct SiteFile {
  SourceFile file;
  Languages languages;
  LocalizedText title;
  LocalizedText tagline;
  std::string base_url;  // with a slash at the end
  std::optional<Licence> licence;
  std::vector<Located<std::string>> kinds;  // the order in which kinds are shown; those left out follow by name
  std::vector<NavigationEntry> navigation;  // empty: all views, then all pages
  std::vector<NavigationEntry> questions;   // of the home page, each with a label
  std::vector<ViewFile> views;
  std::vector<Output> without;
  std::string report;  // where readers report a mistake, with {id} for the record's; empty: nowhere
  std::optional<Located<std::string>> guide;  // the page that tells editors how to write a record
  SearchSettings search;

  bool has(Output output) const { return std::find(without.begin(), without.end(), output) == without.end(); }
};

}  // namespace armillary
