#include "load/text_outline.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include "base/packed.h"

namespace armillary {
namespace {

enum class FillingKind : std::uint8_t { record_link, citation, embedded_view, relative_address };
enum class Places : std::uint8_t { kept, left_out };

class OutlineWriter {
 public:
  explicit OutlineWriter(Places places) : places_(places) {}

  std::string write(const markdown::Document& document);

  void operator()(const markdown::Word& /*filling*/) {}
  void operator()(const markdown::RecordLink& filling);
  void operator()(const markdown::Citation& filling);
  void operator()(const markdown::EmbeddedView& filling);
  void operator()(const markdown::RelativeAddress& filling);

 private:
  void begin(FillingKind kind) { out_.number(static_cast<std::uint64_t>(kind)); }
  void located(const Located<std::string>& text);

  Places places_;
  Packer out_;
};

void OutlineWriter::located(const Located<std::string>& text) {
  out_.text(text.value);
  if (places_ == Places::left_out) return;
  out_.number(text.span.begin);
  out_.number(text.span.end - text.span.begin);
}

void OutlineWriter::operator()(const markdown::RecordLink& filling) {
  begin(FillingKind::record_link);
  located(filling.id);
  out_.text(filling.anchor);
}

void OutlineWriter::operator()(const markdown::Citation& filling) {
  begin(FillingKind::citation);
  out_.number(filling.works.size());
  for (const markdown::CitedWork& work : filling.works) located(work.id);
}

void OutlineWriter::operator()(const markdown::EmbeddedView& filling) {
  begin(FillingKind::embedded_view);
  located(filling.name);
  out_.number(filling.arguments.size());
  for (const auto& [key, value] : filling.arguments) {
    located(key);
    located(value);
  }
}

void OutlineWriter::operator()(const markdown::RelativeAddress& filling) {
  begin(FillingKind::relative_address);
  located(filling.address);
  out_.number(filling.is_image ? 1 : 0);
}

bool is_outlined(const markdown::Gap& gap) { return !std::holds_alternative<markdown::Word>(gap.filling); }

std::string OutlineWriter::write(const markdown::Document& document) {
  const auto count = std::count_if(document.gaps.begin(), document.gaps.end(), is_outlined);
  out_.number(static_cast<std::uint64_t>(count));
  for (const markdown::Gap& gap : document.gaps) std::visit(*this, gap.filling);
  out_.number(document.headings.size());
  for (const markdown::Heading& heading : document.headings) out_.text(heading.id);
  return out_.take();
}

class OutlineReader {
 public:
  explicit OutlineReader(std::string_view outline) : in_(outline) {}

  std::optional<markdown::Document> read();

 private:
  Located<std::string> located();
  std::optional<markdown::Filling> filling();
  markdown::Filling record_link();
  markdown::Filling citation();
  markdown::Filling embedded_view();
  markdown::Filling relative_address();

  Unpacker in_;
};

Located<std::string> OutlineReader::located() {
  std::string value(in_.text());
  const auto begin = static_cast<std::uint32_t>(in_.number());
  return {std::move(value), {begin, begin + static_cast<std::uint32_t>(in_.number())}};
}

markdown::Filling OutlineReader::record_link() {
  markdown::RecordLink out;
  out.id = located();
  out.anchor = in_.text();
  return out;
}

markdown::Filling OutlineReader::citation() {
  markdown::Citation out;
  for (std::size_t left = in_.count(); left > 0; --left) out.works.push_back({located(), {}});
  return out;
}

markdown::Filling OutlineReader::embedded_view() {
  markdown::EmbeddedView out;
  out.name = located();
  for (std::size_t left = in_.count(); left > 0; --left) {
    Located<std::string> key = located();
    out.arguments.emplace_back(std::move(key), located());
  }
  return out;
}

markdown::Filling OutlineReader::relative_address() {
  markdown::RelativeAddress out;
  out.address = located();
  out.is_image = in_.number() != 0;
  return out;
}

std::optional<markdown::Filling> OutlineReader::filling() {
  const std::uint64_t kind = in_.number();
  if (!in_.is_good() || kind > static_cast<std::uint64_t>(FillingKind::relative_address)) return std::nullopt;
  switch (static_cast<FillingKind>(kind)) {
    case FillingKind::record_link:
      return record_link();
    case FillingKind::citation:
      return citation();
    case FillingKind::embedded_view:
      return embedded_view();
    case FillingKind::relative_address:
      return relative_address();
  }
  return std::nullopt;
}

std::optional<markdown::Document> OutlineReader::read() {
  markdown::Document out;
  for (std::size_t left = in_.count(); left > 0; --left) {
    auto next = filling();
    if (!next) return std::nullopt;
    out.gaps.push_back({0, std::move(*next)});
  }
  for (std::size_t left = in_.count(); left > 0; --left) {
    out.headings.emplace_back();
    out.headings.back().id = in_.text();
  }
  if (!in_.is_good() || !in_.is_at_end()) return std::nullopt;
  return out;
}

}  // namespace

std::string outline_of(const markdown::Document& document) { return OutlineWriter(Places::kept).write(document); }

std::optional<markdown::Document> document_of_outline(std::string_view outline) {
  return OutlineReader(outline).read();
}

bool look_the_same(std::string_view outline, std::string_view other) {
  if (outline.empty() || other.empty()) return outline.empty() && other.empty();
  const auto one = document_of_outline(outline);
  const auto two = document_of_outline(other);
  return one && two && OutlineWriter(Places::left_out).write(*one) == OutlineWriter(Places::left_out).write(*two);
}

}  // namespace armillary
