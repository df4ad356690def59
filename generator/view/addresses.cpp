#include "view/addresses.h"

#include <fmt/format.h>

#include <algorithm>

namespace armillary {

std::string home_address(const Language& language) { return language.key + "/"; }

std::string kind_address(const Language& language, const Kind& kind) {
  return home_address(language) + kind.folder + "/";
}

std::string record_address(const Language& language, const Record& record) {
  return kind_address(language, *record.kind) + record.id + "/";
}

std::string links_address(const Language& language, const Record& record) {
  return links_address_below(record_address(language, record));
}

std::string links_address_below(const std::string& address_of_record) { return address_of_record + "links/"; }

std::string alias_address(const Language& language, const Kind& kind, std::string_view alias) {
  return fmt::format("{}{}/", kind_address(language, kind), alias);
}

std::string sitemap_address(const Language& language) { return language.key + "/sitemap/"; }

std::string years_address(const Language& language) { return home_address(language) + "years/"; }

std::string year_in_address(int year) { return fmt::format("{:04}", year); }

std::string year_address(const Language& language, int year) {
  return years_address(language) + year_in_address(year) + "/";
}

std::string field_address(const Language& language, std::string_view field_path) {
  return fmt::format("{}by/{}/", home_address(language), field_path);
}

std::string option_address(const Language& language, std::string_view field_path, std::string_view option) {
  return fmt::format("{}{}/", field_address(language, field_path), option);
}

std::string view_address(const Language& language, const ViewFile& view) {
  return home_address(language) + view.path.value + "/";
}

std::string data_address(const Language& language) { return home_address(language) + "data/"; }

std::string search_address(const Language& language) { return home_address(language) + "search/"; }

std::string page_address(const Language& language, const Page& page) {
  return home_address(language) + "pages/" + page.id + "/";
}

std::string changes_address(const Language& language) { return home_address(language) + "changes/"; }

std::string status_address(const Language& language) { return home_address(language) + "status/"; }

std::string form_address(const Language& language) { return home_address(language) + "contribute/"; }

std::string calendar_address(const Language& language) { return home_address(language) + "calendar.ics"; }

std::string attachment_address(std::string_view folder, std::string_view name) {
  return fmt::format("files/{}/{}", folder, name);
}

std::string part_address(std::string_view list_address, std::size_t number) {
  return number <= 1 ? std::string(list_address) : fmt::format("{}pages/{}/", list_address, number);
}

std::string feed_address(std::string_view folder_address) { return std::string(folder_address) + "feed.xml"; }

std::string root_from(std::string_view address) {
  std::string out;
  for (auto i = std::count(address.begin(), address.end(), '/'); i > 0; --i) out += "../";
  return out.empty() ? "./" : out;
}

namespace {

constexpr std::string_view kFileOfFolder = "index.html";

}  // namespace

std::string file_of_address(std::string_view address) {
  const bool is_folder = address.empty() || address.back() == '/';
  return std::string(address).append(is_folder ? kFileOfFolder : "");
}

std::string_view address_of_file(std::string_view file) {
  const std::size_t name = file.rfind('/') == std::string_view::npos ? 0 : file.rfind('/') + 1;
  return file.substr(name) == kFileOfFolder ? file.substr(0, name) : file;
}

}  // namespace armillary
