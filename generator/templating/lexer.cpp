#include "templating/lexer.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "templating/python_text.h"
#include "templating/string_escape.h"
#include "templating/templating_messages.h"

namespace armillary::templating {
namespace {

struct Operator {
  std::string_view text;
  TokenType type;
};

// Longer ones before their beginnings.
constexpr std::array kOperators{Operator{"//", TokenType::floor_div},
                                Operator{"**", TokenType::pow},
                                Operator{"==", TokenType::equal},
                                Operator{"!=", TokenType::not_equal},
                                Operator{">=", TokenType::greater_equal},
                                Operator{"<=", TokenType::less_equal},
                                Operator{"+", TokenType::add},
                                Operator{"-", TokenType::sub},
                                Operator{"*", TokenType::mul},
                                Operator{"/", TokenType::div},
                                Operator{"%", TokenType::mod},
                                Operator{"~", TokenType::tilde},
                                Operator{"|", TokenType::pipe},
                                Operator{".", TokenType::dot},
                                Operator{",", TokenType::comma},
                                Operator{":", TokenType::colon},
                                Operator{"=", TokenType::assign},
                                Operator{"<", TokenType::less},
                                Operator{">", TokenType::greater},
                                Operator{"(", TokenType::left_parenthesis},
                                Operator{")", TokenType::right_parenthesis},
                                Operator{"[", TokenType::left_bracket},
                                Operator{"]", TokenType::right_bracket},
                                Operator{"{", TokenType::left_brace},
                                Operator{"}", TokenType::right_brace}};

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char closing(char bracket) {
  if (bracket == '(') return ')';
  return bracket == '[' ? ']' : '}';
}

class Lexer {
 public:
  Lexer(const SourceFile& file, Diagnostics& diagnostics) : file_(file), text_(file.text), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) read_text();
    add(TokenType::end, text_.size(), text_.size());
    return std::move(tokens_);
  }

 private:
  struct Bracket {
    char closing;
    std::size_t at;
  };

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  Token& add(TokenType type, std::size_t begin, std::size_t end) {
    tokens_.push_back({type, span(begin, end), {}, 0, 0});
    return tokens_.back();
  }

  template <typename... Args>
  void report(const Message& message, std::size_t begin, std::size_t end, const Args&... args) {
    diagnostics_.report(message, file_, span(begin, end), args...);
  }

  bool looking_at(std::size_t at, std::string_view what) const {
    return at < text_.size() && text_.substr(at).starts_with(what);
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t next = at;
      if (!is_space(next_code_point(text_, next))) break;
      at = next;
    }
    return at;
  }

  // Moves behind a tag's end; the next text begins a line if a line end was taken with it.
  void move_to(std::size_t end) {
    line_starting_ = end > 0 && text_[end - 1] == '\n';
    at_ = end;
  }

  std::size_t skip_line_end(std::size_t at) const { return at < text_.size() && text_[at] == '\n' ? at + 1 : at; }

  // The end of a tag's end that stands at `at`, or nowhere: "-%}" takes the white space behind it, "%}" one line
  // end, "+%}" nothing.
  std::size_t after_tag_end(std::size_t at, std::string_view delimiter) const {
    if (looking_at(at, delimiter)) return skip_line_end(at + delimiter.size());
    if (!looking_at(at + 1, delimiter)) return kNowhere;
    if (text_[at] == '+') return at + 1 + delimiter.size();
    return text_[at] == '-' ? skip_space(at + 1 + delimiter.size()) : kNowhere;
  }

  std::size_t find_tag(std::size_t from) const {
    for (std::size_t at = text_.find('{', from); at != kNowhere; at = text_.find('{', at + 1)) {
      if (at + 1 < text_.size() && std::string_view("{%#").find(text_[at + 1]) != kNowhere) return at;
    }
    return kNowhere;
  }

  // The end of `text_` before a tag at `end`, given the sign behind the tag's beginning.
  std::size_t strip_before(std::size_t begin, std::size_t end, char sign, bool is_output) const {
    if (sign == '-') return begin + strip_right(text_.substr(begin, end - begin)).size();
    if (sign == '+' || is_output) return end;
    const std::size_t line_end = end > begin ? text_.rfind('\n', end - 1) : kNowhere;
    const bool has_line_end = line_end != kNowhere && line_end >= begin;
    if (!has_line_end && !line_starting_) return end;
    const std::size_t line = has_line_end ? line_end + 1 : begin;
    return strip(text_.substr(line, end - line)).empty() ? line : end;
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (end > begin) add(TokenType::text, begin, end);
  }

  void read_text() {
    const std::size_t begin = at_;
    const std::size_t tag = find_tag(begin);
    if (tag == kNowhere) {
      add_text(begin, text_.size());
      at_ = text_.size();
      return;
    }
    const char kind = text_[tag + 1];
    const std::size_t sign_at = tag + 2;
    const bool has_sign = sign_at < text_.size() && (text_[sign_at] == '-' || text_[sign_at] == '+');
    add_text(begin, strip_before(begin, tag, has_sign ? text_[sign_at] : ' ', kind == '{'));
    const std::size_t inside = sign_at + (has_sign ? 1 : 0);
    if (kind == '#') return read_comment(tag, inside);
    const std::size_t raw = kind == '%' ? after_raw_begin(inside) : kNowhere;
    if (raw != kNowhere) return read_raw(tag, raw);
    read_tag(tag, inside, kind == '{');
  }

  void read_comment(std::size_t begin, std::size_t inside) {
    const std::size_t end = text_.find("#}", inside);
    if (end == kNowhere) {
      report(kUnclosedDelimiter, begin, inside, "{#", "#}");
      at_ = text_.size();
      return;
    }
    const bool has_sign = end > inside && (text_[end - 1] == '-' || text_[end - 1] == '+');
    move_to(after_tag_end(has_sign ? end - 1 : end, "#}"));
  }

  // Behind "{% raw %}", whose inside is given, or nowhere if this is another tag.
  std::size_t after_raw_begin(std::size_t inside) const {
    std::size_t at = skip_space(inside);
    if (!looking_at(at, "raw")) return kNowhere;
    at = skip_space(at + 3);
    if (looking_at(at, "-%}")) return skip_space(at + 3);
    return looking_at(at, "%}") ? at + 2 : kNowhere;
  }

  void read_raw(std::size_t begin, std::size_t content) {
    move_to(content);
    for (std::size_t tag = text_.find("{%", content); tag != kNowhere; tag = text_.find("{%", tag + 1)) {
      const char sign = tag + 2 < text_.size() ? text_[tag + 2] : ' ';
      const bool has_sign = sign == '-' || sign == '+';
      const std::size_t word = skip_space(tag + (has_sign ? 3 : 2));
      if (!looking_at(word, "endraw")) continue;
      const std::size_t end = after_tag_end(skip_space(word + 6), "%}");
      if (end == kNowhere) continue;
      add_text(content, strip_before(content, tag, sign, false));
      return move_to(end);
    }
    report(kUnclosedDelimiter, begin, content, "{% raw %}", "{% endraw %}");
    at_ = text_.size();
  }

  void read_tag(std::size_t begin, std::size_t inside, bool is_output) {
    add(is_output ? TokenType::output_begin : TokenType::tag_begin, begin, inside);
    brackets_.clear();
    ended_early_ = false;
    at_ = inside;
    const std::string_view delimiter = is_output ? "}}" : "%}";
    while (true) {
      at_ = skip_space(at_);
      if (at_ >= text_.size()) break;
      const std::size_t end = end_of_tag(is_output, delimiter);
      if (end != kNowhere) {
        const std::size_t length = text_[at_] == delimiter[0] ? 2 : 3;
        add(is_output ? TokenType::output_end : TokenType::tag_end, at_, at_ + length);
        return move_to(end);
      }
      read_token(delimiter);
      if (ended_early_) return move_to(at_);
    }
    report(kUnclosedDelimiter, begin, inside, is_output ? "{{" : "{%", delimiter);
    add(TokenType::broken, at_, at_);
  }

  // Where the text goes on if the tag ends here. An open bracket hides the end, unless it can close nothing.
  std::size_t end_of_tag(bool is_output, std::string_view delimiter) {
    const std::size_t end = is_output ? after_output_end() : after_tag_end(at_, delimiter);
    if (end == kNowhere || brackets_.empty()) return end;
    const bool may_be_operator = is_output ? brackets_.back().closing == '}' : text_[at_] != '%';
    if (may_be_operator) return kNowhere;
    const Bracket& open = brackets_.back();
    report(kUnclosedDelimiter, open.at, open.at + 1, text_.substr(open.at, 1), std::string(1, open.closing));
    add(TokenType::broken, at_, at_);
    return end;
  }

  std::size_t after_output_end() const {
    if (looking_at(at_, "}}")) return at_ + 2;
    return looking_at(at_, "-}}") ? skip_space(at_ + 3) : kNowhere;
  }

  void read_token(std::string_view delimiter) {
    const char c = text_[at_];
    if (is_digit(c)) return read_number();
    if (c == '"' || c == '\'') return read_string(delimiter);
    std::size_t next = at_;
    const char32_t first = next_code_point(text_, next);
    if (is_name_start(first)) return read_name();
    for (const Operator& candidate : kOperators) {
      if (looking_at(at_, candidate.text)) return read_operator(candidate);
    }
    report(kTemplateCharacter, at_, next, text_.substr(at_, next - at_));
    add(TokenType::broken, at_, next);
    at_ = next;
  }

  void read_operator(const Operator& found) {
    const char c = found.text.back();
    if (c == '(' || c == '[' || c == '{') brackets_.push_back({closing(c), at_});
    if (c == ')' || c == ']' || c == '}') close_bracket(c);
    add(found.type, at_, at_ + found.text.size());
    at_ += found.text.size();
  }

  void close_bracket(char c) {
    if (!brackets_.empty() && brackets_.back().closing == c) return brackets_.pop_back();
    const std::string hint =
        brackets_.empty() ? "" : "; '" + std::string(1, brackets_.back().closing) + "' is due before it";
    report(kUnexpectedBracket, at_, at_ + 1, std::string(1, c), hint);
    add(TokenType::broken, at_, at_ + 1);
    brackets_.clear();
    ended_early_ = c == '}';  // most likely it was meant as a part of the tag's end
  }

  void read_name() {
    const std::size_t begin = at_;
    for (std::size_t next = at_; next < text_.size();) {
      if (!is_name_part(next_code_point(text_, next))) break;
      at_ = next;
    }
    add(TokenType::name, begin, at_).text = text_.substr(begin, at_ - begin);
  }

  void read_string(std::string_view delimiter) {
    const std::size_t begin = at_;
    const char quote = text_[begin];
    std::size_t end = begin + 1;
    while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2 : 1;
    if (end >= text_.size()) {
      const std::string name(1, quote);
      report(kUnclosedText, begin, begin + 1, name, name);
      add(TokenType::broken, begin, begin + 1);
      at_ = std::min(text_.find(delimiter, begin), text_.size());
      brackets_.clear();
      return;
    }
    at_ = end + 1;
    Unescaped content = unescape(text_.substr(begin + 1, end - begin - 1));
    if (content.bad_length > 0) {
      const std::size_t bad = begin + 1 + content.bad_begin;
      report(kBadEscape, bad, bad + content.bad_length, text_.substr(bad, content.bad_length));
    }
    add(TokenType::string, begin, at_).text = std::move(content.text);
  }

  // The end of digits with single underscores between them, from `at`.
  template <typename IsDigit>
  std::size_t after_digits(std::size_t at, IsDigit is_one) const {
    while (at < text_.size()) {
      const std::size_t digit = text_[at] == '_' ? at + 1 : at;
      if (digit >= text_.size() || !is_one(text_[digit])) break;
      at = digit + 1;
    }
    return at;
  }

  std::size_t after_fraction(std::size_t at) const {
    if (!looking_at(at, ".") || at + 1 >= text_.size() || !is_digit(text_[at + 1])) return at;
    return after_digits(at + 1, is_digit);
  }

  std::size_t after_exponent(std::size_t at) const {
    if (at >= text_.size() || (text_[at] != 'e' && text_[at] != 'E')) return at;
    std::size_t digits = at + 1;
    if (digits < text_.size() && (text_[digits] == '+' || text_[digits] == '-')) ++digits;
    if (digits >= text_.size() || !is_digit(text_[digits])) return at;
    return after_digits(digits, is_digit);
  }

  void read_number() {
    const std::size_t begin = at_;
    const bool after_dot = begin > 0 && text_[begin - 1] == '.';
    const std::size_t whole = after_digits(begin, is_digit);
    const std::size_t end = after_exponent(after_fraction(whole));
    if (end > whole && !after_dot) return add_floating(begin, end);
    read_integer(begin);
  }

  void add_floating(std::size_t begin, std::size_t end) {
    const std::string digits = without_underscores(begin, end);
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    add(TokenType::floating, begin, end).floating = value;
    at_ = end;
  }

  std::string without_underscores(std::size_t begin, std::size_t end) const {
    std::string digits(text_.substr(begin, end - begin));
    std::erase(digits, '_');
    return digits;
  }

  // A leading zero stands for itself: "007" is three numbers to Jinja, and so an error of grammar.
  void read_integer(std::size_t begin) {
    int base = 10;
    std::size_t digits = begin;
    std::size_t end = begin;
    const char prefix = begin + 1 < text_.size() ? static_cast<char>(text_[begin + 1] | 0x20) : ' ';
    if (text_[begin] == '0' && (prefix == 'x' || prefix == 'o' || prefix == 'b')) {
      base = prefix == 'x' ? 16 : prefix == 'o' ? 8 : 2;
      digits = begin + 2;
      end = after_digits(digits, [base](char c) { return is_digit_of(c, base); });
    }
    if (end <= digits) {
      base = 10;
      digits = begin;
      const bool zero = text_[begin] == '0';
      end = after_digits(begin, [zero](char c) { return zero ? c == '0' : is_digit(c); });
    }
    const std::string written = without_underscores(digits, end);
    std::int64_t value = 0;
    const auto result = std::from_chars(written.data(), written.data() + written.size(), value, base);
    if (result.ec != std::errc()) report(kNumberTooLarge, begin, end, text_.substr(begin, end - begin));
    add(TokenType::integer, begin, end).integer = value;
    at_ = end;
  }

  static bool is_digit_of(char c, int base) {
    if (is_digit(c)) return c - '0' < base;
    const char lower = static_cast<char>(c | 0x20);
    return base == 16 && lower >= 'a' && lower <= 'f';
  }

  const SourceFile& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::vector<Token> tokens_;
  std::vector<Bracket> brackets_;
  std::size_t at_ = 0;
  bool line_starting_ = true;
  bool ended_early_ = false;
};

}  // namespace

std::string with_plain_line_ends(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (!is_pair) out += text[i] == '\r' ? '\n' : text[i];
  }
  return out;
}

std::vector<Token> tokenize(const SourceFile& file, Diagnostics& diagnostics) { return Lexer(file, diagnostics).run(); }

}  // namespace armillary::templating
