// Where a link or a picture may point, and how its address is written into HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace armillary::markdown {

enum class AddressKind : std::uint8_t {
  external,  // http, https
  mail,      // mailto
  fragment,  // #heading
  relative,  // within the site
  empty,
  hostless,   // //host/x, which takes its scheme from the page; browsers read \ as / here
  forbidden,  // any other scheme
};

// Of an address whose character references and escapes are decoded. Control characters and white space do not
// hide a scheme, for browsers drop them (WHATWG URL, "remove all ASCII tab or newline").
AddressKind kind_of_address(std::string_view address);

// The scheme, in lower case and without such characters, or nothing.
std::string scheme_of(std::string_view address);

// Appends the address for a quoted attribute as cmark writes it: %XX for all bytes but letters, digits and
// -_.+!*(),%#@?=;:/$~, and & ' as character references.
void append_address(std::string& out, std::string_view address);

// "a%20b" as "a b"; bytes that are no such escape stay.
std::string decode_percent(std::string_view text);

}  // namespace armillary::markdown
