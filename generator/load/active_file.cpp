#include "load/active_file.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace armillary {
namespace {

using Names = std::string_view;  // names with a space before and behind each

constexpr Names kInertEndings =
    " 7z aac avif bmp bz2 csv doc docx epub flac gif gz heic ico jpeg jpg jxl m4a mkv mov mp3 mp4 odp ods odt ogg opus "
    "pdf png "
    "ppt pptx rtf tar tgz tif tiff tsv txt wav webm webp xls xlsx xz zip zst ";
constexpr Names kProgramEndings =
    " asp aspx bat cgi cjs class cmd com css exe hta htc jar js jse jsp mht mhtml mjs msi php phtml pl ps1 py rb scr "
    "sh "
    "shtml svgz swf vbe vbs wasm wsf xap xsl xslt ";
constexpr Names kMarkupEndings = " htm html rdf rss atom svg xht xhtml xml ";
// Elements that run, fetch, send or embed, or whose content browsers read by rules of its own.
constexpr Names kActiveElements =
    " applet audio base bgsound button embed fencedframe feimage foreignobject form frame frameset handler iframe "
    "input "
    "isindex link listbox listener listing marquee math meta noembed noframes noscript object picture plaintext portal "
    "script "
    "select source template textarea track video xmp ";
// Addresses of these are where readers go; those of all other elements are fetched.
constexpr Names kLinks = " a area ";

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_among(std::string_view word, Names names) { return names.find(" " + std::string(word) + " ") != Names::npos; }

std::string ending_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower(name.substr(dot + 1));
}

// `script` of `svg:script`.
std::string_view without_prefix(std::string_view name) { return name.substr(name.rfind(':') + 1); }

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-' ||
         c == '_' || c == '.';
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Without white space, lower case: browsers look past line ends and tabs in a scheme.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ') out += c;
  }
  return lower(out);
}

bool style_fetches(std::string_view style) {
  const std::string text = squeezed(style);
  if (text.find('\\') != std::string::npos || text.find("@import") != std::string::npos) return true;
  for (std::size_t at = text.find("url("); at != std::string::npos; at = text.find("url(", at + 1)) {
    const std::size_t start = text.find_first_not_of("\"'", at + 4);
    if (start == std::string::npos || text[start] != '#') return true;
  }
  return text.find("image-set(") != std::string::npos || text.find("expression(") != std::string::npos;
}

bool is_picture_in_place(std::string_view address) {
  constexpr std::array<std::string_view, 4> kStarts = {"data:image/png", "data:image/jpeg", "data:image/gif",
                                                       "data:image/webp"};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return address.starts_with(start); });
}

// Reads markup tag by tag. All that XML and HTML would read differently ends it as active.
class MarkupReader {
 public:
  explicit MarkupReader(std::string_view text) : text_(text) {}

  std::string read() {
    for (at_ = text_.find('<'); at_ != std::string_view::npos && found_.empty(); at_ = text_.find('<', at_)) read_tag();
    return found_;
  }

 private:
  bool looks_at(std::string_view word) const { return lower(text_.substr(at_, word.size())) == word; }
  bool is_at_end() const { return at_ >= text_.size(); }
  void skip_space() {
    while (!is_at_end() && is_space(text_[at_])) ++at_;
  }
  std::string take_name() {
    const std::size_t begin = at_;
    while (!is_at_end() && is_name_character(text_[at_])) ++at_;
    return lower(text_.substr(begin, at_ - begin));
  }
  void find_fault(std::string what) {
    if (found_.empty()) found_ = std::move(what);
  }

  void read_tag() {
    if (looks_at("<!--")) return skip_to("-->", 4, "it holds a comment with '<' or '>'");
    if (looks_at("<!doctype")) return skip_to(">", 9, "it declares entities");
    if (looks_at("<?xml") && at_ + 5 < text_.size() && is_space(text_[at_ + 5])) return read_declaration();
    if (looks_at("<?") || looks_at("<!")) return find_fault("it holds '" + std::string(text_.substr(at_, 2)) + "'");
    ++at_;
    const bool is_closing = !is_at_end() && text_[at_] == '/';
    if (is_closing) ++at_;
    const std::string name = take_name();
    if (name.empty()) return find_fault("it holds a '<' outside a tag");
    const std::string element(without_prefix(name));
    if (is_among(element, kActiveElements)) find_fault("it holds <" + name + ">");
    while (found_.empty() && read_attribute(element)) {
    }
    if (element == "style" && !is_closing) check_style();
  }

  // To the end of a part in which neither '<' nor a '>' of its own may stand.
  void skip_to(std::string_view end, std::size_t begin, const char* fault) {
    const std::size_t close = text_.find(end, at_ + begin);
    const std::string_view inside = text_.substr(at_ + begin, close - at_ - begin);
    if (close == std::string_view::npos || inside.find_first_of("<>[") != std::string_view::npos)
      return find_fault(fault);
    at_ = close + end.size();
  }

  void read_declaration() {
    const std::size_t close = text_.find("?>", at_);
    const std::string inside = squeezed(text_.substr(at_, close - at_));
    const std::size_t encoding = inside.find("encoding=");
    const bool is_utf8 = encoding == std::string::npos || inside.substr(encoding + 10).starts_with("utf-8");
    if (close == std::string_view::npos || !is_utf8) return find_fault("it is not in UTF-8");
    at_ = close + 2;
  }

  // Whether there may be another behind it.
  bool read_attribute(const std::string& element) {
    skip_space();
    if (is_at_end()) {
      find_fault("a tag is not closed");
      return false;
    }
    if (text_[at_] == '>' || text_.substr(at_, 2) == "/>") return false;
    const std::string name = take_name();
    if (name.empty()) {
      find_fault("an attribute of <" + element + "> has no plain name");
      return false;
    }
    skip_space();
    if (is_at_end() || text_[at_] != '=') {
      check_attribute(element, name, {});
      return true;
    }
    ++at_;
    skip_space();
    check_attribute(element, name, take_value());
    return true;
  }

  std::string_view take_value() {
    const char quote = is_at_end() ? ' ' : text_[at_];
    const bool is_quoted = quote == '"' || quote == '\'';
    const std::size_t begin = at_ + (is_quoted ? 1 : 0);
    const std::size_t end = is_quoted ? text_.find(quote, begin) : text_.find_first_of(" \t\r\n>", begin);
    const std::string_view value = text_.substr(begin, end - begin);
    if (end == std::string_view::npos || value.find_first_of(is_quoted ? "<>" : "<>\"'`=") != std::string_view::npos) {
      find_fault("a value is not in quotation marks, or holds '<' or '>'");
    }
    at_ = end == std::string_view::npos ? text_.size() : end + (is_quoted ? 1 : 0);
    return value;
  }

  void check_attribute(const std::string& element, const std::string& name, std::string_view value) {
    const std::string_view bare = without_prefix(name);
    if (bare.starts_with("on")) find_fault("it holds the event handler '" + name + "'");
    const std::string address = squeezed(value);
    // References to characters could spell anything; in words they are fine.
    const bool is_address = bare == "href" || bare == "src" || bare == "srcset" || bare == "action" || bare == "data" ||
                            bare == "background" || bare == "poster" || bare == "ping" || bare == "base" ||
                            bare == "manifest";
    if (is_address && !is_sound_address(element, address))
      find_fault("the address '" + std::string(value) + "' acts or fetches");
    const bool is_animated =
        bare == "to" || bare == "from" || bare == "by" || bare == "values" || bare == "attributename";
    if (is_animated && (address.find(':') != std::string::npos || address.find('&') != std::string::npos ||
                        address.find("href") != std::string::npos)) {
      find_fault("it animates an address");
    }
    const bool may_style = bare == "style" || address.find("url(") != std::string::npos;
    if (may_style && (address.find('&') != std::string::npos || style_fetches(value))) find_fault("a style fetches");
  }

  static bool is_sound_address(const std::string& element, const std::string& address) {
    if (address.starts_with("#") || is_picture_in_place(address)) return true;
    const bool leads_away = address.starts_with("https://") || address.starts_with("http://");
    return leads_away && is_among(element, kLinks) && address.find("&#") == std::string::npos;
  }

  void check_style() {
    if (is_at_end() || text_[at_] == '/') return;
    const std::size_t end = text_.find('<', at_);
    const std::string_view style = text_.substr(at_, end - at_);
    if (style_fetches(style) || style.find('&') != std::string_view::npos) find_fault("a style fetches");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string found_;
};

}  // namespace

bool is_inert_by_name(std::string_view name) { return is_among(ending_of(name), kInertEndings); }

std::string what_acts_in(std::string_view name, std::string_view bytes) {
  const std::string ending = ending_of(name);
  if (is_among(ending, kInertEndings)) return {};
  if (is_among(ending, kProgramEndings)) return "'." + ending + "' is the ending of programs";
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  const bool is_markup = is_among(ending, kMarkupEndings) || (start != std::string_view::npos && bytes[start] == '<');
  if (!is_markup) return {};
  if (find_malformed_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return "it is not in UTF-8";
  return MarkupReader(bytes).read();
}

}  // namespace armillary
