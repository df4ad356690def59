#include "load/front_matter.h"

#include <string_view>

namespace armillary {
namespace {

struct Line {
  std::string_view text;  // without its line end
  std::size_t next = 0;   // where the following line begins
};

Line line_from(std::string_view text, std::size_t start) {
  const std::size_t end = text.find('\n', start);
  const bool is_last = end == std::string_view::npos;
  std::string_view line = text.substr(start, is_last ? std::string_view::npos : end - start);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return {line, is_last ? text.size() : end + 1};
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

FileParts split_front_matter(const SourceFile& file) {
  const std::string_view text = file.text;
  FileParts out;
  out.body = span_of(0, text.size());
  const Line first = line_from(text, 0);
  if (first.text != "---") return out;
  for (std::size_t start = first.next; start < text.size();) {
    const Line line = line_from(text, start);
    if (line.text == "---") {
      out.front_matter = span_of(first.next, start);
      out.body = span_of(line.next, text.size());
      return out;
    }
    start = line.next;
  }
  out.front_matter = span_of(first.next, text.size());
  out.body = span_of(text.size(), text.size());
  out.is_open = true;
  return out;
}

}  // namespace armillary
