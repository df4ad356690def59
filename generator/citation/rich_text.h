// A printed reference: pieces of text that know what they are, so that a page can mark them. No HTML here.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armillary::citation {

enum class RunKind : std::uint8_t {
  plain,
  title,        // of the work, in its own language
  address,      // text and target are the same, except for a DOI
  access_date,  // the day on which the reader looks, in digits (ISO 8601): a gap
  access_day,   // the same in words
};

struct Run {
  std::string text;
  RunKind kind = RunKind::plain;
  bool italic = false;
  std::string target = {};  // of an address
};

// Part of a reference. Parts are joined as styles ask for: an empty part takes its delimiter with it, and no full stop
// follows another or the mark that ends a question.
class RichText {
 public:
  RichText() = default;
  explicit RichText(std::string text) { add(std::move(text)); }

  RichText& add(std::string text, RunKind kind = RunKind::plain, bool italic = false);
  RichText& add(const RichText& other);
  RichText& add_address(std::string text, std::string target);

  // `before` and `after` stand only around something.
  RichText inside(std::string_view before, std::string_view after) const;

  // Adds a full stop unless one, or the end of a question, is there.
  RichText& close();

  bool is_empty() const { return runs_.empty(); }
  const std::vector<Run>& runs() const { return runs_; }
  std::string plain() const;

 private:
  std::vector<Run> runs_;
};

RichText join(const std::vector<RichText>& parts, std::string_view delimiter);
std::string join_texts(const std::vector<std::string>& parts, std::string_view delimiter);

}  // namespace armillary::citation
