// The only maker of addresses and anchors (contract section 4). An address is relative to the site's root, without a
// slash at its start, and ends with a slash where a folder's index.html answers: "zh/laws/gdpr/". Ids, folders and
// languages are ASCII, so nothing needs percent-encoding.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "link/site.h"

namespace armillary {

std::string home_address(const Language& language);
std::string kind_address(const Language& language, const Kind& kind);
std::string record_address(const Language& language, const Record& record);
// All that links to a record, where that is too much for its own page.
std::string links_address(const Language& language, const Record& record);
std::string links_address_below(const std::string& address_of_record);
std::string alias_address(const Language& language, const Kind& kind, std::string_view alias);
std::string sitemap_address(const Language& language);
std::string years_address(const Language& language);
std::string year_address(const Language& language, int year);
std::string field_address(const Language& language, std::string_view field_path);
std::string option_address(const Language& language, std::string_view field_path, std::string_view option);
std::string view_address(const Language& language, const ViewFile& view);
std::string data_address(const Language& language);
std::string search_address(const Language& language);
std::string page_address(const Language& language, const Page& page);
// The log of what happened to the records.
std::string changes_address(const Language& language);
// What the observatory lacks; the form in which a record can be written.
std::string status_address(const Language& language);
std::string form_address(const Language& language);
std::string calendar_address(const Language& language);
std::string attachment_address(std::string_view folder, std::string_view name);

// The address of part `number` of a long list, from 1; part 1 is the list's own address.
std::string part_address(std::string_view list_address, std::size_t number);

// The feed of what stands at an address: "zh/laws/feed.xml".
std::string feed_address(std::string_view folder_address);

// "../../" from a page to the site's root; "./" from the root itself.
std::string root_from(std::string_view address);

// The file that answers an address: "zh/laws/gdpr/index.html".
std::string file_of_address(std::string_view address);
// The other way round.
std::string_view address_of_file(std::string_view file);

// A year in an address: at least four digits.
std::string year_in_address(int year);

}  // namespace armillary
