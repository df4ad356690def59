#include "data/data_package.h"

#include "data/json_writer.h"
#include "data/table_words.h"
#include "data/versions.h"

namespace armillary {
namespace {

std::string_view type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "string";
    case ColumnType::number:
      return "number";
    case ColumnType::boolean:
      return "boolean";
    case ColumnType::day:
      return "date";
  }
  return {};
}

class PackageWriter {
 public:
  PackageWriter(const DataSource& source, const DataSet& data) : source_(source), data_(data) {}

  std::string write();

 private:
  void write_resource(const TablePlan& plan, const Table& table, const DataFile& file);
  void write_schema(const Table& table);
  void write_column(const Column& column);
  std::string all(const LocalizedText& text) const { return in_all_languages(text, source_.languages()); }

  const DataSource& source_;
  const DataSet& data_;
  JsonWriter json_;
};

void PackageWriter::write_column(const Column& column) {
  json_.begin_object();
  json_.member("name", column.name).member("type", type_name(column.type));
  json_.member_if("title", all(title_of(source_, column)));
  json_.member_if("description", all(description_of(source_, column)));
  json_.end_object();
}

void PackageWriter::write_schema(const Table& table) {
  json_.key("schema").begin_object().key("fields").begin_array();
  for (const Column& column : table.columns) write_column(column);
  json_.end_array();
  json_.key("missingValues").begin_array().text("").end_array();
  if (!table.columns.empty() && table.columns.front().name == "id") json_.member("primaryKey", "id");
  json_.key("foreignKeys").begin_array();
  for (const Column& column : table.columns) {
    if (!column.is_record) continue;
    json_.begin_object().member("fields", column.name);
    json_.key("reference").begin_object().member("resource", table.name == "records" ? "" : "records");
    json_.member("fields", "id").end_object().end_object();
  }
  json_.end_array().end_object();
}

void PackageWriter::write_resource(const TablePlan& plan, const Table& table, const DataFile& file) {
  json_.begin_object();
  json_.member("profile", "tabular-data-resource").member("name", table.name).member("path", file.name);
  json_.member_if("title", all(title_of(source_, plan)));
  json_.member_if("description", all(description_of(source_, plan)));
  json_.member("format", "csv").member("mediatype", "text/csv").member("encoding", "utf-8");
  json_.key("bytes").integer(file.bytes).member("hash", "sha256:" + file.sha256);
  json_.key("dialect").begin_object().member("delimiter", ",").member("lineTerminator", "\r\n");
  json_.key("doubleQuote").boolean(true).key("header").boolean(true).end_object();
  write_schema(table);
  json_.end_object();
}

std::string PackageWriter::write() {
  const SiteFile& site = source_.site.file();
  json_.begin_object();
  json_.member("profile", "tabular-data-package")
      .member("name", "observatory")
      .member("id", source_.base_url + "data/datapackage.json");
  json_.member("title", all(site.title)).member_if("description", all(site.tagline));
  json_.member("homepage", source_.base_url);
  json_.member_if("version", current_version(source_.site));
  if (site.licence && !site.licence->url.empty()) {
    json_.key("licenses").begin_array().begin_object();
    json_.member("path", site.licence->url).member("title", all(site.licence->name)).end_object().end_array();
  }
  json_.key("resources").begin_array();
  for (std::size_t i = 0; i < data_.tables.size(); ++i) {
    if (const DataFile* file = data_.file_of(data_.plans[i])) write_resource(data_.plans[i], data_.tables[i], *file);
  }
  json_.end_array().end_object();
  return json_.take() + "\n";
}

}  // namespace

std::string data_package(const DataSource& source, const DataSet& data) { return PackageWriter(source, data).write(); }

}  // namespace armillary
