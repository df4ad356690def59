#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

#include "base/html_escape.h"
#include "base/utf8.h"
#include "templating/arithmetic.h"
#include "templating/object.h"
#include "templating/parse_number.h"
#include "templating/python_text.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

// Wider fields are a mistake, not a page.
constexpr std::int64_t kMaxWidth = 10'000;

struct Conversion {
  bool left = false;
  bool plus = false;
  bool space = false;
  bool alternate = false;
  bool zero = false;
  std::int64_t width = 0;
  std::optional<std::int64_t> precision;
  char type = ' ';
};

// One run of Python's % over a format.
class Formatter {
 public:
  Formatter(const Value& format, const Value& arguments, const Place& place)
      : format_(format.text()), escapes_(format.is_html()), arguments_(arguments), place_(place) {}

  std::string run() {
    while (at_ < format_.size()) {
      const std::size_t percent = std::min(format_.find('%', at_), format_.size());
      out_.append(format_, at_, percent - at_);
      at_ = percent;
      if (at_ < format_.size()) convert();
    }
    if (is_tuple() ? used_ < arguments_.array().size() : used_ == 0 && !is_mapping()) {
      fail_format("it takes fewer values than it is given");
    }
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail_format(std::string_view why) { fail(place_, kBadFormat, format_, why); }

  bool is_tuple() const { return arguments_.is_array() && arguments_.list_kind() != ListKind::list; }

  // What has items for Python, so that it need not be used up.
  bool is_mapping() const {
    return arguments_.is_map() || arguments_.is_array() || arguments_.is_undefined() ||
           object_as<Range>(arguments_) != nullptr;
  }

  char take() {
    if (at_ >= format_.size()) fail_format("it ends inside of a '%'");
    return format_[at_++];
  }

  void convert() {
    ++at_;
    if (at_ < format_.size() && format_[at_] == '%') {
      out_ += format_[at_++];
      return;
    }
    keyed_ = nullptr;
    if (at_ < format_.size() && format_[at_] == '(') read_key();
    Conversion conversion;
    read_flags(conversion);
    conversion.width = read_count().value_or(0);
    if (conversion.width < 0) {
      conversion.left = true;
      conversion.width = -conversion.width;
    }
    if (at_ < format_.size() && format_[at_] == '.') {
      ++at_;
      conversion.precision = std::max<std::int64_t>(0, read_count().value_or(0));
    }
    conversion.type = take();
    while (conversion.type == 'h' || conversion.type == 'l' || conversion.type == 'L') conversion.type = take();
    if (conversion.width > kMaxWidth || conversion.precision.value_or(0) > kMaxWidth) fail_format("it is too wide");
    write(conversion);
  }

  void read_key() {
    std::size_t depth = 1;
    const std::size_t begin = ++at_;
    while (depth > 0) {
      const char c = take();
      depth += c == '(' ? 1U : 0U;
      depth -= c == ')' ? 1U : 0U;
    }
    const std::string_view key = format_.substr(begin, at_ - 1 - begin);
    if (!arguments_.is_map()) fail_format("it asks for names, and is given " + describe(arguments_));
    keyed_ = arguments_.map().find(MapKey(key));
    if (keyed_ == nullptr) fail_format("no value is named '" + std::string(key) + "'");
  }

  void read_flags(Conversion& conversion) {
    for (; at_ < format_.size(); ++at_) {
      switch (format_[at_]) {
        case '-':
          conversion.left = true;
          break;
        case '+':
          conversion.plus = true;
          break;
        case ' ':
          conversion.space = true;
          break;
        case '#':
          conversion.alternate = true;
          break;
        case '0':
          conversion.zero = true;
          break;
        default:
          return;
      }
    }
  }

  std::optional<std::int64_t> read_count() {
    if (at_ < format_.size() && format_[at_] == '*') {
      ++at_;
      const auto count = escapes_ ? std::nullopt : integer_of(next_argument());
      if (!count) fail_format("'*' needs a whole number");
      return count;
    }
    std::optional<std::int64_t> count;
    for (; at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9'; ++at_) {
      count = std::min(count.value_or(0) * 10 + (format_[at_] - '0'), kMaxWidth + 1);
    }
    return count;
  }

  const Value& next_argument() {
    if (keyed_ != nullptr) {
      ++used_;
      return *keyed_;
    }
    const std::size_t count = is_tuple() ? arguments_.array().size() : 1;
    if (used_ >= count) fail_format("it takes more values than it is given");
    const std::size_t index = used_++;
    return is_tuple() ? arguments_.array()[index] : arguments_;
  }

  void write(const Conversion& conversion) {
    switch (conversion.type) {
      case 's':
      case 'r':
      case 'a':
        return write_text(conversion);
      case 'c':
        return write_character(conversion);
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o':
        return write_integer(conversion);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return write_floating(conversion);
      default:
        fail_format(std::string("'%") + conversion.type + "' is unknown");
    }
  }

  void pad(const Conversion& conversion, std::string_view text) {
    const auto length = static_cast<std::int64_t>(length_of(text));
    const auto missing = static_cast<std::size_t>(std::max<std::int64_t>(0, conversion.width - length));
    if (!conversion.left) out_.append(missing, ' ');
    out_ += text;
    if (conversion.left) out_.append(missing, ' ');
  }

  void write_text(const Conversion& conversion) {
    const Value& value = next_argument();
    std::string text;
    if (conversion.type == 's') {
      if (escapes_) {
        append_output(text, value, place_);
      } else {
        append_text(text, value, place_);
      }
    } else {
      append_repr(text, value, place_);
      if (escapes_) text = escape_html(text);
      if (conversion.type == 'a') text = ascii(text);
    }
    if (conversion.precision) text.resize(byte_of(text, static_cast<std::size_t>(*conversion.precision)));
    pad(conversion, text);
  }

  static std::string ascii(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const auto code = static_cast<std::uint32_t>(next_code_point(text, at));
      if (code < 0x80) {
        out += static_cast<char>(code);
      } else {
        out += code <= 0xFF     ? fmt::format("\\x{:02x}", code)
               : code <= 0xFFFF ? fmt::format("\\u{:04x}", code)
                                : fmt::format("\\U{:08x}", code);
      }
    }
    return out;
  }

  void write_character(const Conversion& conversion) {
    const Value& value = next_argument();
    const auto code = integer_of(value);
    const bool is_code = code && *code >= 0 && *code <= 0x10FFFF && (*code < 0xD800 || *code > 0xDFFF);
    if (escapes_ || (!is_code && !(value.is_text() && length_of(value.text()) == 1))) {
      fail_format("'%c' needs one character");
    }
    std::string text;
    if (is_code) {
      append_code_point(text, static_cast<char32_t>(*code));
    } else {
      text = value.text();
    }
    pad(conversion, text);
  }

  // Sign or prefix, then zeros, then digits.
  void pad_number(const Conversion& conversion, std::string sign, const std::string& digits) {
    if (sign.empty() || sign[0] != '-') {
      if (conversion.plus)
        sign.insert(0, "+");
      else if (conversion.space)
        sign.insert(0, " ");
    }
    const auto length = static_cast<std::int64_t>(sign.size() + digits.size());
    const bool fill = conversion.zero && !conversion.left && conversion.width > length;
    if (fill) sign.append(static_cast<std::size_t>(conversion.width - length), '0');
    pad(conversion, sign + digits);
  }

  std::int64_t integer_argument(const Conversion& conversion) {
    const Value& value = next_argument();
    require_defined(value, place_);
    const bool is_decimal = conversion.type == 'd' || conversion.type == 'i' || conversion.type == 'u';
    if (const auto integer = integer_of(value); integer && (is_decimal || !escapes_)) return *integer;
    if (is_decimal && value.kind() == Value::Kind::floating) {
      if (const auto whole = truncated(value.floating())) return *whole;
    }
    if (is_decimal && escapes_ && value.is_text()) {
      if (const auto parsed = parse_integer(value.text(), 10)) return *parsed;
    }
    fail_format(std::string("'%") + conversion.type + "' needs a whole number, not " + describe(value));
  }

  void write_integer(const Conversion& conversion) {
    const std::int64_t value = integer_argument(conversion);
    const std::uint64_t size = value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    std::string sign = value < 0 ? "-" : "";
    std::string digits;
    switch (conversion.type) {
      case 'x':
        digits = fmt::format("{:x}", size);
        if (conversion.alternate) sign += "0x";
        break;
      case 'X':
        digits = fmt::format("{:X}", size);
        if (conversion.alternate) sign += "0X";
        break;
      case 'o':
        digits = fmt::format("{:o}", size);
        if (conversion.alternate) sign += "0o";
        break;
      default:
        digits = fmt::format("{}", size);
    }
    const auto wanted = static_cast<std::size_t>(conversion.precision.value_or(0));
    if (digits.size() < wanted) digits.insert(0, wanted - digits.size(), '0');
    pad_number(conversion, sign, digits);
  }

  void write_floating(const Conversion& conversion) {
    const Value& value = next_argument();
    require_defined(value, place_);
    std::optional<double> number;
    if (const auto plain = number_of(value)) number = plain->floating;
    if (!number && escapes_ && value.is_text()) number = parse_floating(value.text());
    if (!number) fail_format(std::string("'%") + conversion.type + "' needs a number, not " + describe(value));
    const std::string spec =
        fmt::format("{{:{}.{}{}}}", conversion.alternate ? "#" : "", conversion.precision.value_or(6), conversion.type);
    const std::string digits = fmt::format(fmt::runtime(spec), std::abs(*number));
    const bool is_negative = std::signbit(*number) && !std::isnan(*number);
    pad_number(conversion, is_negative ? "-" : "", digits);
  }

  std::string_view format_;
  bool escapes_;
  const Value& arguments_;
  const Place& place_;
  std::size_t at_ = 0;
  std::size_t used_ = 0;
  const Value* keyed_ = nullptr;
  std::string out_;
};

}  // namespace

Value formatted(const Value& format, const Value& arguments, const Place& place) {
  std::string text = Formatter(format, arguments, place).run();
  return format.is_html() ? Value::html(std::move(text)) : Value(std::move(text));
}

}  // namespace armillary::templating
