#include "data/catalog.h"

#include <fmt/format.h>

#include "citation/export_format.h"
#include "data/json_writer.h"
#include "data/table_words.h"
#include "data/versions.h"
#include "view/addresses.h"

namespace armillary {

std::string_view media_type_of(std::string_view name) {
  if (name.starts_with("citations/")) {
    for (const citation::ExportFormat& format : citation::export_formats()) {
      if (name.ends_with(format.ending)) return format.media_type;
    }
  }
  if (name.ends_with(".csv")) return "text/csv";
  if (name.ends_with(".jsonl")) return "application/jsonl";
  if (name.ends_with(".jsonld")) return "application/ld+json";
  if (name.ends_with(".json")) return name.starts_with("schema/") ? "application/schema+json" : "application/json";
  if (name.ends_with(".sqlite")) return "application/vnd.sqlite3";
  return "text/plain";
}

namespace {

class CatalogWriter {
 public:
  CatalogWriter(const DataSource& source, const DataSet& data) : source_(source), data_(data) {}

  std::string write();

 private:
  void write_context();
  void write_texts(std::string_view name, const LocalizedText& text);
  void write_common();
  void write_modified();
  void write_languages();
  void write_dataset();
  void write_releases();
  void write_distribution(const DataFile& file, const TablePlan* plan = nullptr);
  // Something elsewhere. What it is stands with it: who checks the catalogue need not fetch it.
  void node(std::string_view name, std::string_view address, std::string_view type = {}) {
    json_.key(name).begin_object().member("@id", address).member_if("@type", type).end_object();
  }
  void write_licence() {
    const SiteFile& site = source_.site.file();
    if (site.licence && !site.licence->url.empty()) node("dct:license", site.licence->url, "dct:LicenseDocument");
  }
  void typed(std::string_view name, std::string_view value, std::string_view type) {
    json_.key(name).begin_object().member("@value", value).member("@type", type).end_object();
  }

  const DataSource& source_;
  const DataSet& data_;
  JsonWriter json_;
};

void CatalogWriter::write_context() {
  json_.key("@context").begin_object();
  json_.member("dcat", "http://www.w3.org/ns/dcat#").member("dct", "http://purl.org/dc/terms/");
  json_.member("foaf", "http://xmlns.com/foaf/0.1/").member("spdx", "http://spdx.org/rdf/terms#");
  json_.member("xsd", "http://www.w3.org/2001/XMLSchema#").end_object();
}

void CatalogWriter::write_texts(std::string_view name, const LocalizedText& text) {
  if (text.is_absent()) return;
  const Languages& languages = source_.languages();
  json_.key(name).begin_array();
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (!text.has(i)) continue;
    json_.begin_object().member("@value", text.in(i)).member("@language", languages[i].tag).end_object();
  }
  json_.end_array();
}

// Languages as the Library of Congress names them, which is what DCAT recommends.
void CatalogWriter::write_languages() {
  json_.key("dct:language").begin_array();
  for (const Language& language : source_.languages()) {
    const std::string code = language.tag.substr(0, language.tag.find('-'));
    const std::string_view list = code.size() == 2 ? "iso639-1" : "iso639-2";
    json_.begin_object().member("@id", fmt::format("http://id.loc.gov/vocabulary/{}/{}", list, code));
    json_.member("@type", "dct:LinguisticSystem").end_object();
  }
  json_.end_array();
}

// What holds for the catalogue, its one data set and the releases of that.
void CatalogWriter::write_common() {
  const SiteFile& site = source_.site.file();
  write_texts("dct:title", site.title);
  write_texts("dct:description", site.tagline.is_absent() ? site.title : site.tagline);
  json_.key("dct:publisher").begin_object().member("@id", source_.base_url).member("@type", "foaf:Agent");
  write_texts("foaf:name", site.title);
  json_.end_object();
  write_licence();
  write_languages();
}

void CatalogWriter::write_modified() {
  if (source_.site.today) typed("dct:modified", source_.site.today->to_string(), "xsd:date");
}

void CatalogWriter::write_distribution(const DataFile& file, const TablePlan* plan) {
  const std::string address = source_.base_url + "data/" + file.name;
  json_.begin_object().member("@id", address).member("@type", "dcat:Distribution").member("dct:title", file.name);
  if (plan != nullptr) write_texts("dct:description", description_of(source_, *plan));
  node("dcat:downloadURL", address);
  node("dcat:accessURL", source_.base_url + data_address(source_.languages().front()));
  node("dcat:mediaType", "https://www.iana.org/assignments/media-types/" + std::string(media_type_of(file.name)),
       "dct:MediaType");
  typed("dcat:byteSize", std::to_string(file.bytes), "xsd:nonNegativeInteger");
  write_licence();
  json_.key("spdx:checksum").begin_object().member("@type", "spdx:Checksum");
  node("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm");
  typed("spdx:checksumValue", file.sha256, "xsd:hexBinary");
  json_.end_object().end_object();
}

void CatalogWriter::write_dataset() {
  json_.begin_object().member("@id", source_.base_url + "data/catalog.jsonld#dataset").member("@type", "dcat:Dataset");
  write_common();
  write_modified();
  json_.member("dct:identifier", source_.base_url + "data/catalog.jsonld");
  json_.member_if("dcat:version", current_version(source_.site));
  json_.key("dcat:landingPage").begin_array();
  for (const Language& language : source_.languages()) {
    json_.begin_object().member("@id", source_.base_url + data_address(language));
    json_.member("@type", "foaf:Document").end_object();
  }
  json_.end_array();
  json_.key("dcat:keyword").begin_array();
  for (const Kind& kind : source_.site.corpus->schema.kinds) {
    for (LanguageIndex i = 0; i < source_.languages().size(); ++i) {
      if (!kind.label_many.has(i)) continue;
      json_.begin_object().member("@value", kind.label_many.in(i));
      json_.member("@language", source_.languages()[i].tag).end_object();
    }
  }
  json_.end_array();
  json_.key("dcat:distribution").begin_array();
  for (const DataFile& file : data_.files) write_distribution(file, data_.plan_of(file));
  json_.end_array();
  if (!source_.releases.empty()) write_releases();
  json_.end_object();
}

// Each is a data set of its own, which does not change.
void CatalogWriter::write_releases() {
  json_.key("dcat:hasVersion").begin_array();
  for (const Release& release : source_.releases) {
    json_.begin_object().member("@id", source_.base_url + "data/versions.json#" + release.version);
    json_.member("@type", "dcat:Dataset").member("dcat:version", release.version);
    write_common();
    json_.key("dcat:distribution").begin_array();
    for (const ReleasedFile& file : release.files) {
      write_distribution({released_name(release, file), file.bytes, file.sha256});
    }
    json_.end_array().end_object();
  }
  json_.end_array();
}

std::string CatalogWriter::write() {
  json_.begin_object();
  write_context();
  json_.member("@id", source_.base_url + "data/catalog.jsonld#catalog").member("@type", "dcat:Catalog");
  write_common();
  write_modified();
  node("foaf:homepage", source_.base_url, "foaf:Document");
  json_.key("dcat:dataset").begin_array();
  write_dataset();
  json_.end_array().end_object();
  return json_.take() + "\n";
}

}  // namespace

std::string catalog(const DataSource& source, const DataSet& data) { return CatalogWriter(source, data).write(); }

}  // namespace armillary
