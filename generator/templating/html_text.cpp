#include "templating/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "base/utf8.h"
#include "templating/python_text.h"

namespace armillary::templating {
namespace {

struct Reference {
  std::string_view name;
  char32_t character;
};

// By name. Those of characters up to U+00FF but `apos` may be written without their semicolon.
constexpr std::array kReferences{
    Reference{"AElig", 198},    Reference{"AMP", 38},      Reference{"Aacute", 193},   Reference{"Acirc", 194},
    Reference{"Agrave", 192},   Reference{"Alpha", 913},   Reference{"Aring", 197},    Reference{"Atilde", 195},
    Reference{"Auml", 196},     Reference{"Beta", 914},    Reference{"COPY", 169},     Reference{"Ccedil", 199},
    Reference{"Chi", 935},      Reference{"Dagger", 8225}, Reference{"Delta", 916},    Reference{"ETH", 208},
    Reference{"Eacute", 201},   Reference{"Ecirc", 202},   Reference{"Egrave", 200},   Reference{"Epsilon", 917},
    Reference{"Eta", 919},      Reference{"Euml", 203},    Reference{"GT", 62},        Reference{"Gamma", 915},
    Reference{"Iacute", 205},   Reference{"Icirc", 206},   Reference{"Igrave", 204},   Reference{"Iota", 921},
    Reference{"Iuml", 207},     Reference{"Kappa", 922},   Reference{"LT", 60},        Reference{"Lambda", 923},
    Reference{"Mu", 924},       Reference{"Ntilde", 209},  Reference{"Nu", 925},       Reference{"OElig", 338},
    Reference{"Oacute", 211},   Reference{"Ocirc", 212},   Reference{"Ograve", 210},   Reference{"Omega", 937},
    Reference{"Omicron", 927},  Reference{"Oslash", 216},  Reference{"Otilde", 213},   Reference{"Ouml", 214},
    Reference{"Phi", 934},      Reference{"Pi", 928},      Reference{"Prime", 8243},   Reference{"Psi", 936},
    Reference{"QUOT", 34},      Reference{"REG", 174},     Reference{"Rho", 929},      Reference{"Scaron", 352},
    Reference{"Sigma", 931},    Reference{"THORN", 222},   Reference{"Tau", 932},      Reference{"Theta", 920},
    Reference{"Uacute", 218},   Reference{"Ucirc", 219},   Reference{"Ugrave", 217},   Reference{"Upsilon", 933},
    Reference{"Uuml", 220},     Reference{"Xi", 926},      Reference{"Yacute", 221},   Reference{"Yuml", 376},
    Reference{"Zeta", 918},     Reference{"aacute", 225},  Reference{"acirc", 226},    Reference{"acute", 180},
    Reference{"aelig", 230},    Reference{"agrave", 224},  Reference{"alefsym", 8501}, Reference{"alpha", 945},
    Reference{"amp", 38},       Reference{"and", 8743},    Reference{"ang", 8736},     Reference{"apos", 39},
    Reference{"aring", 229},    Reference{"asymp", 8776},  Reference{"atilde", 227},   Reference{"auml", 228},
    Reference{"bdquo", 8222},   Reference{"beta", 946},    Reference{"brvbar", 166},   Reference{"bull", 8226},
    Reference{"cap", 8745},     Reference{"ccedil", 231},  Reference{"cedil", 184},    Reference{"cent", 162},
    Reference{"chi", 967},      Reference{"circ", 710},    Reference{"clubs", 9827},   Reference{"cong", 8773},
    Reference{"copy", 169},     Reference{"crarr", 8629},  Reference{"cup", 8746},     Reference{"curren", 164},
    Reference{"dArr", 8659},    Reference{"dagger", 8224}, Reference{"darr", 8595},    Reference{"deg", 176},
    Reference{"delta", 948},    Reference{"diams", 9830},  Reference{"divide", 247},   Reference{"eacute", 233},
    Reference{"ecirc", 234},    Reference{"egrave", 232},  Reference{"empty", 8709},   Reference{"emsp", 8195},
    Reference{"ensp", 8194},    Reference{"epsilon", 949}, Reference{"equiv", 8801},   Reference{"eta", 951},
    Reference{"eth", 240},      Reference{"euml", 235},    Reference{"euro", 8364},    Reference{"exist", 8707},
    Reference{"fnof", 402},     Reference{"forall", 8704}, Reference{"frac12", 189},   Reference{"frac14", 188},
    Reference{"frac34", 190},   Reference{"frasl", 8260},  Reference{"gamma", 947},    Reference{"ge", 8805},
    Reference{"gt", 62},        Reference{"hArr", 8660},   Reference{"harr", 8596},    Reference{"hearts", 9829},
    Reference{"hellip", 8230},  Reference{"iacute", 237},  Reference{"icirc", 238},    Reference{"iexcl", 161},
    Reference{"igrave", 236},   Reference{"image", 8465},  Reference{"infin", 8734},   Reference{"int", 8747},
    Reference{"iota", 953},     Reference{"iquest", 191},  Reference{"isin", 8712},    Reference{"iuml", 239},
    Reference{"kappa", 954},    Reference{"lArr", 8656},   Reference{"lambda", 955},   Reference{"lang", 10216},
    Reference{"laquo", 171},    Reference{"larr", 8592},   Reference{"lceil", 8968},   Reference{"ldquo", 8220},
    Reference{"le", 8804},      Reference{"lfloor", 8970}, Reference{"lowast", 8727},  Reference{"loz", 9674},
    Reference{"lrm", 8206},     Reference{"lsaquo", 8249}, Reference{"lsquo", 8216},   Reference{"lt", 60},
    Reference{"macr", 175},     Reference{"mdash", 8212},  Reference{"micro", 181},    Reference{"middot", 183},
    Reference{"minus", 8722},   Reference{"mu", 956},      Reference{"nabla", 8711},   Reference{"nbsp", 160},
    Reference{"ndash", 8211},   Reference{"ne", 8800},     Reference{"ni", 8715},      Reference{"not", 172},
    Reference{"notin", 8713},   Reference{"nsub", 8836},   Reference{"ntilde", 241},   Reference{"nu", 957},
    Reference{"oacute", 243},   Reference{"ocirc", 244},   Reference{"oelig", 339},    Reference{"ograve", 242},
    Reference{"oline", 8254},   Reference{"omega", 969},   Reference{"omicron", 959},  Reference{"oplus", 8853},
    Reference{"or", 8744},      Reference{"ordf", 170},    Reference{"ordm", 186},     Reference{"oslash", 248},
    Reference{"otilde", 245},   Reference{"otimes", 8855}, Reference{"ouml", 246},     Reference{"para", 182},
    Reference{"part", 8706},    Reference{"permil", 8240}, Reference{"perp", 8869},    Reference{"phi", 966},
    Reference{"pi", 960},       Reference{"piv", 982},     Reference{"plusmn", 177},   Reference{"pound", 163},
    Reference{"prime", 8242},   Reference{"prod", 8719},   Reference{"prop", 8733},    Reference{"psi", 968},
    Reference{"quot", 34},      Reference{"rArr", 8658},   Reference{"radic", 8730},   Reference{"rang", 10217},
    Reference{"raquo", 187},    Reference{"rarr", 8594},   Reference{"rceil", 8969},   Reference{"rdquo", 8221},
    Reference{"real", 8476},    Reference{"reg", 174},     Reference{"rfloor", 8971},  Reference{"rho", 961},
    Reference{"rlm", 8207},     Reference{"rsaquo", 8250}, Reference{"rsquo", 8217},   Reference{"sbquo", 8218},
    Reference{"scaron", 353},   Reference{"sdot", 8901},   Reference{"sect", 167},     Reference{"shy", 173},
    Reference{"sigma", 963},    Reference{"sigmaf", 962},  Reference{"sim", 8764},     Reference{"spades", 9824},
    Reference{"sub", 8834},     Reference{"sube", 8838},   Reference{"sum", 8721},     Reference{"sup", 8835},
    Reference{"sup1", 185},     Reference{"sup2", 178},    Reference{"sup3", 179},     Reference{"supe", 8839},
    Reference{"szlig", 223},    Reference{"tau", 964},     Reference{"there4", 8756},  Reference{"theta", 952},
    Reference{"thetasym", 977}, Reference{"thinsp", 8201}, Reference{"thorn", 254},    Reference{"tilde", 732},
    Reference{"times", 215},    Reference{"trade", 8482},  Reference{"uArr", 8657},    Reference{"uacute", 250},
    Reference{"uarr", 8593},    Reference{"ucirc", 251},   Reference{"ugrave", 249},   Reference{"uml", 168},
    Reference{"upsih", 978},    Reference{"upsilon", 965}, Reference{"uuml", 252},     Reference{"weierp", 8472},
    Reference{"xi", 958},       Reference{"yacute", 253},  Reference{"yen", 165},      Reference{"yuml", 255},
    Reference{"zeta", 950},     Reference{"zwj", 8205},    Reference{"zwnj", 8204}};

constexpr std::size_t kLongestName = 32;

// What browsers make of the numbers 128 to 159: the characters of Windows-1252.
constexpr std::array<char32_t, 32> kWindows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                            0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                            0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                            0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

const Reference* find_reference(std::string_view name) {
  const auto* found = std::lower_bound(kReferences.begin(), kReferences.end(), name,
                                       [](const Reference& r, std::string_view n) { return r.name < n; });
  return found != kReferences.end() && found->name == name ? found : nullptr;
}

bool may_lack_semicolon(const Reference& reference) { return reference.character < 0x100 && reference.name != "apos"; }

void append_number(std::string& out, std::uint32_t number) {
  const bool is_surrogate = number >= 0xD800 && number <= 0xDFFF;
  const bool is_control = (number < 0x20 && number != 0x09 && number != 0x0A && number != 0x0C && number != 0x0D) ||
                          (number >= 0x7F && number <= 0x9F) || (number >= 0xFDD0 && number <= 0xFDEF) ||
                          (number & 0xFFFEU) == 0xFFFEU;
  if (number >= 0x80 && number <= 0x9F) return append_code_point(out, kWindows[number - 0x80]);
  if (number == 0 || is_surrogate || number > 0x10FFFF) return append_code_point(out, 0xFFFD);
  if (!is_control) append_code_point(out, static_cast<char32_t>(number));
}

// Reads "#123;" or "#x1F;" behind an ampersand; returns its length, or 0 if there is no number.
std::size_t read_number(std::string_view text, std::string& out) {
  const bool is_hex = text.size() > 1 && (text[1] == 'x' || text[1] == 'X');
  const std::string_view digits = text.substr(is_hex ? 2 : 1);
  std::uint32_t number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hex ? 16 : 10);
  if (result.ptr == digits.data()) return 0;
  append_number(out, result.ec == std::errc() ? number : 0xFFFFFFFFU);
  const auto end = static_cast<std::size_t>(result.ptr - text.data());
  return end < text.size() && text[end] == ';' ? end + 1 : end;
}

// Reads a name behind an ampersand; returns how much of it stands for a character.
std::size_t read_name(std::string_view text, std::string& out) {
  const std::size_t end = std::min({text.find_first_of("\t\n\f <&#;"), text.size(), kLongestName});
  const Reference* whole = find_reference(text.substr(0, end));
  if (whole != nullptr && end < text.size() && text[end] == ';') {
    append_code_point(out, whole->character);
    return end + 1;
  }
  for (std::size_t length = end; length > 1; --length) {
    const Reference* part = find_reference(text.substr(0, length));
    if (part == nullptr || !may_lack_semicolon(*part)) continue;
    append_code_point(out, part->character);
    return length;
  }
  return 0;
}

// Everything but what stands from `begin` to the `end` that follows it.
std::string without(std::string_view text, std::string_view begin, std::string_view end) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = text.find(begin, at);
    const std::size_t to = from == std::string_view::npos ? from : text.find(end, from + begin.size());
    if (to == std::string_view::npos) break;
    out.append(text, at, from - at);
    at = to + end.size();
  }
  return out.append(text, at);
}

}  // namespace

std::string without_references(std::string_view html) {
  std::string out;
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t ampersand = std::min(html.find('&', at), html.size());
    out.append(html, at, ampersand - at);
    at = ampersand;
    if (at == html.size()) break;
    const std::string_view rest = html.substr(at + 1);
    const std::size_t length = rest.starts_with('#') ? read_number(rest, out) : read_name(rest, out);
    if (length == 0) out += '&';
    at += 1 + length;
  }
  return out;
}

std::string without_tags(std::string_view html) {
  const std::string plain = without(without(html, "<!--", "-->"), "<", ">");
  std::string out;
  for (const std::string_view word : split_words(plain)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return without_references(out);
}

}  // namespace armillary::templating
