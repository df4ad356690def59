#include "data/versions.h"

#include "data/json_writer.h"

namespace armillary {

std::string current_version(const Site& site) { return site.today ? site.today->to_string() : std::string(); }

std::string versions_json(const DataSource& source) {
  const std::string root = source.base_url + "data/";
  JsonWriter json;
  json.begin_object().key("current").begin_object();
  json.member_if("version", current_version(source.site)).member("url", root).member("sums", root + "SHA256SUMS");
  json.end_object().key("releases").begin_array();
  for (const Release& release : source.releases) {
    json.begin_object().member("version", release.version).key("files").begin_array();
    for (const ReleasedFile& file : release.files) {
      json.begin_object().member("name", file.name).member("url", root + released_name(release, file));
      json.key("bytes").integer(file.bytes).member("sha256", file.sha256).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace armillary
