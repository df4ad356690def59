// HTML escaping, the same for templates, Markdown and drawings: & < > " ' as Jinja2 writes them
// (&amp; &lt; &gt; &#34; &#39;), so that a text is safe in element content and in quoted attributes.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

void append_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);
// Whether escaping changes it.
bool needs_escaping(std::string_view text);

}  // namespace armillary
