// yaml-cpp is used through its events only: it says where each token begins and what a scalar means, and
// this file adds where things end, refuses what the contract refuses and keeps every key's place.
#include "yaml/read_yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <utility>

#include "base/text_check.h"
#include "yaml/flow_lint.h"
#include "yaml/scalar_place.h"
#include "yaml/yaml_lint.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

// Thrown by the builder through yaml-cpp after it reported why no further event is wanted.
struct StopReading {};

class TreeBuilder : public YAML::EventHandler {
 public:
  // `text` is what the parser reads; it begins at `base` in `file`.
  TreeBuilder(const SourceFile& file, std::string_view text, std::size_t base) : file_(file), text_(text), base_(base) {
    root_.span = {place(0), place(0)};
  }

  YamlNode take_root() { return std::move(root_); }

  // What is wrong with single keys and texts, which is true even where slips left holes in the text; and what is wrong
  // with the text as a whole.
  Diagnostics& key_reports() { return key_reports_; }
  Diagnostics& reports() { return reports_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    reports_.report(kYamlSecondDocument, file_, line_span(offset(mark)));
    throw StopReading();
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_properties(mark, "", anchor);
    const std::size_t at = offset(mark);
    const std::string_view word = null_word(at);
    if (word.empty()) return add_missing(at);
    YamlNode node;
    node.span = {place(at), place(at + word.size())};
    node.text = word;
    // Only what the contract calls empty; `Null` may be somebody's name.
    const bool is_key = awaits_key();
    node.type = !is_key && (word == "~" || word == "null") ? YamlNode::Type::empty : YamlNode::Type::scalar;
    if (node.is_empty()) node.text.clear();
    add(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse(offset(mark)); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_properties(mark, tag, anchor);
    const std::size_t begin = offset(mark);
    const char first = begin < text_.size() ? text_[begin] : '\0';
    YamlNode node;
    node.type = YamlNode::Type::scalar;
    node.quoted = first == '"' || first == '\'';
    node.text = value;
    if (!node.quoted) std::replace(node.text.begin(), node.text.end(), kHiddenQuestionMark, '?');
    const std::size_t end = node.quoted ? end_of_quoted(text_, begin) : end_of_unquoted(text_, begin, value);
    node.span = {place(begin), place(end)};
    const std::string forbidden = node.quoted ? first_forbidden_character(node.text) : std::string();
    if (!forbidden.empty()) key_reports_.report(kYamlEscapedCharacter, file_, node.span, forbidden);
    add(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Type::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(']'); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(YamlNode::Type::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close('}'); }

 private:
  // A collection that is still being read.
  struct Open {
    YamlNode node;
    bool bracketed = false;  // begins with [ or {
    bool has_key = false;    // `key` waits for its value
    Located<std::string> key;
    std::map<std::string, Span, std::less<>> keys;
    std::size_t last_end = 0;  // one past the last thing read in it
  };

  std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }
  std::uint32_t place(std::size_t offset) const {
    return static_cast<std::uint32_t>(base_ + std::min(offset, text_.size()));
  }
  Span line_span(std::size_t at) const { return {place(at), place(text_.find_first_of("\r\n", at))}; }

  bool awaits_key() const { return !open_.empty() && open_.back().node.is_mapping() && !open_.back().has_key; }

  // `~` or one of YAML's spellings of null at `at`, where it is a whole scalar; nothing where the event
  // stands for a value that was not written, whose mark is wherever the next token begins.
  std::string_view null_word(std::size_t at) const {
    constexpr std::array<std::string_view, 4> kWords{"~", "null", "Null", "NULL"};
    const std::string_view rest = text_.substr(at);
    for (const std::string_view candidate : kWords) {
      if (!rest.starts_with(candidate)) continue;
      const std::string_view behind = rest.substr(candidate.size());
      if (!behind.empty() && std::string_view(" \t\r\n,]}:").find(behind.front()) == std::string_view::npos) continue;
      const std::size_t next = behind.find_first_not_of(" \t");
      const bool is_next_key = next != std::string_view::npos && behind[next] == ':';
      if (is_next_key && !awaits_key()) continue;
      return candidate;
    }
    return {};
  }

  void add_missing(std::size_t at) {
    if (awaits_key()) {
      reports_.report(kYamlEmptyKey, file_, Span{place(at), place(at + 1)});
      throw StopReading();
    }
    YamlNode node;
    const std::size_t where = open_.empty() ? at : place_of_missing(open_.back(), at);
    node.span = {place(where), place(where)};
    add(std::move(node));
  }

  // Just behind the key's colon or the item's dash; `at` where there is neither, as in `[a, , b]`.
  std::size_t place_of_missing(const Open& parent, std::size_t at) const {
    const std::size_t separator = skip_space_and_comments(text_, parent.last_end);
    if (parent.node.is_mapping()) {
      const bool has_colon = separator < text_.size() && text_[separator] == ':';
      return has_colon ? separator + 1 : parent.last_end;
    }
    if (parent.bracketed) return at;
    return separator < text_.size() && text_[separator] == '-' ? separator + 1 : parent.last_end;
  }

  // Anchors, aliases and tags were reported by lint_yaml and taken out. This makes sure: an alias would
  // bring cycles and bombs into a tree that others walk without fear of them.
  void check_properties(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    const std::size_t at = offset(mark);
    const bool has_tag = !tag.empty() && tag != "?" && tag != "!";
    if (anchor != 0 || has_tag || (at < text_.size() && text_[at] == '!')) refuse(at);
  }

  [[noreturn]] void refuse(std::size_t at) {
    reports_.report(kYamlSyntax, file_, Span{place(at), place(at + 1)});
    throw StopReading();
  }

  void open(YamlNode::Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check_properties(mark, tag, anchor);
    const std::size_t begin = offset(mark);
    if (open_.size() >= kMaxYamlDepth) {
      reports_.report(kYamlTooDeep, file_, Span{place(begin), place(begin + 1)}, kMaxYamlDepth);
      throw StopReading();
    }
    Open collection;
    collection.node.type = type;
    collection.node.span.begin = place(begin);
    collection.bracketed = begin < text_.size() && text_[begin] == (type == YamlNode::Type::mapping ? '{' : '[');
    collection.last_end = begin + (collection.bracketed ? 1 : 0);
    open_.push_back(std::move(collection));
  }

  void close(char bracket) {
    Open collection = std::move(open_.back());
    open_.pop_back();
    std::size_t end = collection.last_end;
    if (collection.bracketed) {
      end = skip_space_and_comments(text_, end);
      while (end < text_.size() && text_[end] != bracket) end = skip_space_and_comments(text_, end + 1);
      ++end;
    }
    collection.node.span.end = place(end);
    add(std::move(collection.node));
  }

  void add(YamlNode node) {
    if (++nodes_ > kMaxYamlNodes) {
      reports_.report(kYamlTooManyNodes, file_, node.span, kMaxYamlNodes);
      throw StopReading();
    }
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    parent.last_end = std::max(parent.last_end, node.span.end - base_);
    if (parent.node.is_sequence()) {
      parent.node.items.push_back(std::move(node));
    } else if (parent.has_key) {
      parent.has_key = false;
      parent.node.entries.push_back({std::move(parent.key), std::move(node)});
    } else {
      set_key(parent, std::move(node));
    }
  }

  void set_key(Open& mapping, YamlNode node) {
    mapping.has_key = true;
    if (!node.is_scalar()) reports_.report(kYamlKeyNotText, file_, node.span, describe(node));
    if (node.text == "<<" && !node.quoted) key_reports_.report(kYamlMergeKey, file_, node.span);
    const auto [first, is_new] = mapping.keys.emplace(node.text, node.span);
    if (node.is_scalar() && !is_new) {
      const std::size_t line = position_at(file_.text, first->second.begin).line;
      key_reports_.report(kDuplicateKey, file_, node.span, node.text, line);
    }
    mapping.key = {std::move(node.text), node.span};
  }

  const SourceFile& file_;
  std::string_view text_;
  std::size_t base_;
  Diagnostics key_reports_;
  Diagnostics reports_;
  std::vector<Open> open_;
  YamlNode root_;
  std::size_t documents_ = 0;
  std::size_t nodes_ = 0;
};

// Runs the parser over one document and whatever follows it.
void parse(const std::string& text, TreeBuilder& builder) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(builder)) {
  }
}

}  // namespace

std::optional<YamlNode> read_yaml(const SourceFile& file, Span span, Diagnostics& diagnostics) {
  Diagnostics found;
  const std::string text = lint_yaml(file, span, found);
  TreeBuilder builder(file, text, span.begin);
  try {
    parse(text, builder);
  } catch (const StopReading&) {
    // The builder has reported why.
  } catch (const YAML::Exception& problem) {
    const auto at = static_cast<std::uint32_t>(std::clamp<int>(problem.mark.pos, 0, static_cast<int>(text.size())));
    builder.reports().report(kYamlSyntax, file, Span{span.begin + at, span.begin + at});
  }
  if (!found.has_errors()) found.merge(std::move(builder.reports()));
  found.merge(std::move(builder.key_reports()));
  const bool has_errors = found.has_errors();
  diagnostics.merge(std::move(found));
  if (has_errors) return std::nullopt;
  return builder.take_root();
}

}  // namespace armillary
