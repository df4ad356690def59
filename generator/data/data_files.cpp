#include "data/data_files.h"

#include <algorithm>
#include <iterator>

#include "base/digest.h"
#include "base/parallel.h"
#include "data/bibliography.h"
#include "data/catalog.h"
#include "data/csv.h"
#include "data/data_package.h"
#include "data/data_set.h"
#include "data/database.h"
#include "data/json_schema.h"
#include "data/record_json.h"
#include "data/versions.h"

namespace armillary {
namespace {

// What the file of all records says before them.
std::string head_of_records(const DataSource& source) {
  const SiteFile& file = source.site.file();
  JsonWriter json;
  json.begin_object().key("title").localized(file.title, source.languages());
  json.member("url", source.base_url);
  if (file.licence) {
    json.key("licence").begin_object().key("name").localized(file.licence->name, source.languages());
    json.member_if("url", file.licence->url).end_object();
  }
  if (source.site.today) json.member("as_of", source.site.today->to_string());
  json.key("records");
  return json.take() + "[\n";
}

class DataWriter {
 public:
  DataWriter(const DataSource& source, const std::vector<ViewContext>& contexts, std::size_t jobs, const TakeFile& take)
      : source_(source), contexts_(contexts), jobs_(jobs), take_(take) {}

  std::size_t write();

 private:
  DataFile give(const std::string& name, const FileContent& content) const;
  void write_records();
  DataFile write_lines(const std::vector<std::string>& records) const;
  DataFile write_list(const std::vector<std::string>& records) const;
  void write_tables();
  void write_schemas();
  void write_bibliographies();
  void write_descriptions();
  void write_sums();

  const DataSource& source_;
  const std::vector<ViewContext>& contexts_;
  std::size_t jobs_;
  const TakeFile& take_;
  std::vector<DataFile> files_of_records_;
  DataSet out_;
};

// Of a record's JSON, which is a line behind a comma.
std::string_view line_of(std::string_view record) { return record.substr(1); }

DataFile DataWriter::give(const std::string& name, const FileContent& content) const {
  take_("data/" + name, content);
  return {name, content.size(), sha256_hex(content)};
}

// Each by itself, and all in two files.
void DataWriter::write_records() {
  const std::size_t count = source_.site.links.size();
  std::vector<std::string> records(count);
  files_of_records_.resize(count);
  parallel_for(count, jobs_, [&](std::size_t i) {
    const std::string json = record_json(source_, i);
    records[i].reserve(json.size() + 2);  // what grew while it was written has room for twice as much
    records[i].append(",").append(json).append("\n");
    const std::string name = "records/" + source_.site.record(i).id + ".json";
    files_of_records_[i] = give(name, line_of(records[i]));
  });
  out_.files.push_back(write_lines(records));
  out_.files.push_back(write_list(records));
}

DataFile DataWriter::write_lines(const std::vector<std::string>& records) const {
  std::vector<std::string_view> lines;
  lines.reserve(records.size());
  for (const std::string& record : records) lines.push_back(line_of(record));
  return give("records.jsonl", FileContent(std::move(lines)));
}

DataFile DataWriter::write_list(const std::vector<std::string>& records) const {
  const std::string head = head_of_records(source_);
  std::vector<std::string_view> pieces = {head};
  pieces.reserve(records.size() + 2);
  for (std::size_t i = 0; i < records.size(); ++i) {
    pieces.push_back(i == 0 ? line_of(records[i]) : std::string_view(records[i]));
  }
  pieces.emplace_back("]}\n");
  return give("records.json", FileContent(std::move(pieces)));
}

void DataWriter::write_tables() {
  out_.plans = plan_tables(source_.site);
  out_.tables.resize(out_.plans.size());
  std::vector<DataFile> made(out_.plans.size());
  parallel_for(made.size(), jobs_, [&](std::size_t i) {
    Table& table = out_.tables[i];
    table = make_table(source_, out_.plans[i], TableContent::columns_and_rows);
    if (out_.plans[i].has_csv()) made[i] = give(out_.plans[i].csv_name(), csv_of(table));
  });
  std::copy_if(made.begin(), made.end(), std::back_inserter(out_.files),
               [](const DataFile& file) { return !file.name.empty(); });
  make_database(out_.tables, [&](std::string_view bytes) { out_.files.push_back(give("observatory.sqlite", bytes)); });
  for (Table& table : out_.tables) {
    std::vector<std::string_view>().swap(table.cells);  // an assignment would keep the room
    table.texts = {};
  }
}

void DataWriter::write_schemas() {
  const auto& kinds = source_.site.corpus->schema.kinds;
  std::vector<DataFile> made(kinds.size());
  parallel_for(made.size(), jobs_, [&](std::size_t i) {
    made[i] = give("schema/" + kinds[i].name + ".json", json_schema_of(source_, kinds[i]));
  });
  out_.files.insert(out_.files.end(), made.begin(), made.end());
}

void DataWriter::write_bibliographies() {
  const std::vector<RecordIndex> records = citable_records(source_.site);
  if (records.empty()) return;
  const auto formats = citation::export_formats();
  std::vector<DataFile> made(contexts_.size() * formats.size());
  parallel_for(contexts_.size(), jobs_, [&](std::size_t i) {
    const std::vector<citation::Work> works = cited_works(contexts_[i], records);
    for (std::size_t k = 0; k < formats.size(); ++k) {
      made[i * formats.size() + k] = give(bibliography_name(contexts_[i].lang(), formats[k]), formats[k].write(works));
    }
  });
  out_.files.insert(out_.files.end(), made.begin(), made.end());
}

void DataWriter::write_descriptions() {
  const DataFile package = give("datapackage.json", data_package(source_, out_));
  out_.files.push_back(package);
  out_.files.push_back(give("versions.json", versions_json(source_)));
  out_.files.push_back(give("catalog.jsonld", catalog(source_, out_)));
}

// As `sha256sum -c` reads it.
void DataWriter::write_sums() {
  std::string sums;
  for (const auto* files : {&out_.files, &files_of_records_}) {
    for (const DataFile& file : *files) sums += file.sha256 + "  " + file.name + "\n";
  }
  out_.files.push_back(give("SHA256SUMS", sums));
}

std::size_t DataWriter::write() {
  // One after the other, so that the memory that one took is there for the next: beside these, pages are made.
  write_records();
  write_tables();
  write_schemas();
  write_bibliographies();
  write_descriptions();
  write_sums();
  return out_.files.size() + files_of_records_.size() + write_releases(source_.releases, jobs_, take_);
}

}  // namespace

std::size_t write_data(const DataSource& source, const std::vector<ViewContext>& contexts, std::size_t jobs,
                       const TakeFile& take) {
  return DataWriter(source, contexts, jobs, take).write();
}

}  // namespace armillary
