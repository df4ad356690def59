// Tables of what binds records together and what they rest on: their columns are the same for every site.
#pragma once

#include "data/data_source.h"
#include "data/table.h"

namespace armillary {

// Each fills an empty table.

// One row a reference. `date` is that of the group's entry that the reference stands in, else the record's; `source` is
// what the reference itself rests on, else the entry's own field of that name.
void fill_relations(const DataSource& source, TableContent content, Table& table);

// One row a record and a record or page whose text links to it or cites it.
void fill_mentions(const DataSource& source, TableContent content, Table& table);

// One row a sourced fact that says what it rests on, or why there is none.
void fill_facts(const DataSource& source, TableContent content, Table& table);

void fill_steps(const DataSource& source, TableContent content, Table& table);
void fill_texts(const DataSource& source, TableContent content, Table& table);
void fill_sources(const DataSource& source, TableContent content, Table& table);
void fill_changes(const DataSource& source, TableContent content, Table& table);

// What an entry says of itself in a word, in a language: the label of its first choice; empty where it has none.
std::string_view caption_of(const Group& entry, LanguageIndex language);

}  // namespace armillary
