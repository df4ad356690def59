// A drawing as the tests see it: a strict little reader of XML, and the marks with their places.
#pragma once

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

struct XmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;  // references undone
  std::string text;                               // of the element itself, references undone
  std::vector<XmlElement> children;

  double number(const std::string& attribute) const { return std::strtod(attributes.at(attribute).c_str(), nullptr); }
  bool has_class(const std::string& wanted) const {
    const auto found = attributes.find("class");
    return found != attributes.end() && (" " + found->second + " ").find(" " + wanted + " ") != std::string::npos;
  }
};

// Throws std::runtime_error where the text is no well-formed XML element (XML 1.0, without what a drawing has not:
// comments, declarations, processing instructions).
class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : text_(text) {}

  XmlElement read() {
    XmlElement root = element();
    if (at_ != text_.size()) fail("something behind the last tag");
    return root;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw std::runtime_error(why + " at " + std::to_string(at_) + ": " + std::string(text_.substr(at_, 40)));
  }
  char peek() const {
    if (at_ >= text_.size()) fail("the end comes too early");
    return text_[at_];
  }
  void expect(std::string_view token) {
    if (text_.substr(at_, token.size()) != token) fail("expected " + std::string(token));
    at_ += token.size();
  }
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  std::string name() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '-'))
      ++at_;
    if (at_ == begin) fail("expected a name");
    return std::string(text_.substr(begin, at_ - begin));
  }
  char reference() {
    const std::size_t end = text_.find(';', at_);
    if (end == std::string_view::npos) fail("a bare '&'");
    const std::string_view what = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (what == "amp") return '&';
    if (what == "lt") return '<';
    if (what == "gt") return '>';
    if (what == "quot" || what == "#34") return '"';
    if (what == "apos" || what == "#39") return '\'';
    fail("an unknown reference");
  }
  std::string text_until(char end) {
    std::string out;
    while (peek() != end) {
      if (peek() == '<') fail("'<' in a text");
      if (static_cast<unsigned char>(peek()) < ' ' && peek() != '\n' && peek() != '\t') fail("a control character");
      if (peek() == '&') {
        out += reference();
      } else {
        out += text_[at_++];
      }
    }
    return out;
  }
  XmlElement element() {
    XmlElement out;
    expect("<");
    out.name = name();
    for (skip_spaces(); peek() != '>' && peek() != '/'; skip_spaces()) {
      const std::string key = name();
      expect("=\"");
      if (!out.attributes.emplace(key, text_until('"')).second) fail("an attribute twice");
      expect("\"");
    }
    if (peek() == '/') {
      expect("/>");
      return out;
    }
    expect(">");
    for (;;) {
      out.text += text_until('<');
      if (text_.substr(at_, 2) == "</") break;
      out.children.push_back(element());
    }
    expect("</" + out.name + ">");
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

struct DrawnMark {
  std::string address;
  std::string title;
  std::string css;
  bool is_bar = false;
  double left = 0, right = 0, top = 0, bottom = 0;
  std::string number = {};  // over a bar that counts
};

struct DrawnChart {
  XmlElement root;
  double width = 0;
  double height = 0;
  std::vector<DrawnMark> marks;
  std::vector<std::string> labels;  // of the lanes
  std::vector<std::pair<std::string, double>> years;
  std::vector<double> today;  // none or one
};

inline DrawnChart read_chart(const std::string& svg) {
  DrawnChart out;
  out.root = XmlReader(svg).read();
  out.width = out.root.number("width");
  out.height = out.root.number("height");
  for (const XmlElement& element : out.root.children) {
    if (element.name == "text" && element.has_class("timeline-label")) out.labels.push_back(element.text);
    if (element.name == "text" && element.has_class("timeline-year")) {
      out.years.emplace_back(element.text, element.number("x"));
    }
    if (element.has_class("timeline-today")) out.today.push_back(element.number("x1"));
    if (element.name != "a") continue;
    const bool has_number = element.children.size() == 3 && element.children[2].has_class("timeline-number");
    if ((element.children.size() != 2 && !has_number) || element.children[0].name != "title") {
      throw std::runtime_error("a link is a title and a shape, and a number over a bar that counts");
    }
    const XmlElement& shape = element.children[1];
    DrawnMark mark{element.attributes.at("href"), element.children[0].text, shape.attributes.at("class")};
    if (shape.name == "circle") {
      const double radius = shape.number("r");
      mark.left = shape.number("cx") - radius;
      mark.right = shape.number("cx") + radius;
      mark.top = shape.number("cy") - radius;
      mark.bottom = shape.number("cy") + radius;
    } else {
      mark.is_bar = true;
      mark.left = shape.number("x");
      mark.right = mark.left + shape.number("width");
      mark.top = shape.number("y");
      mark.bottom = mark.top + shape.number("height");
    }
    if (has_number) mark.number = element.children[2].text;
    out.marks.push_back(mark);
  }
  return out;
}

}  // namespace armillary
