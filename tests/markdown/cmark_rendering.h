// What cmark-gfm's own renderer makes of a text, with the extensions that we use.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace armillary::markdown {

inline std::string cmark_html(std::string_view text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  char* html = cmark_render_html(root, CMARK_OPT_FOOTNOTES, nullptr);
  std::string out = html;
  std::free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return out;
}

}  // namespace armillary::markdown
