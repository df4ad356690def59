// libyaml is used through its events only: it says where each token stands and what a scalar means, and
// this file adds where collections end, refuses what the contract refuses and keeps every key's place.
#include "yaml/read_yaml.h"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <new>
#include <utility>

#include "base/text_check.h"
#include "yaml/flow_lint.h"
#include "yaml/scalar_place.h"
#include "yaml/yaml_lint.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

// Few mappings hold less.
constexpr std::size_t kUsualEntries = 4;
constexpr std::size_t kFewEntries = 16;

// Thrown by the builder after it reported why no further event is wanted.
struct StopReading {};

// libyaml counts characters; this finds the byte at which one begins. Events come nearly in the order of the text, so
// that each search goes on from the last.
class CharacterOffsets {
 public:
  explicit CharacterOffsets(std::string_view text) : text_(text) {}

  std::size_t byte_of(std::size_t character) {
    while (character_ > character) {
      do --byte_;
      while (is_inside_character(byte_));
      --character_;
    }
    while (character_ < character && byte_ < text_.size()) {
      do ++byte_;
      while (is_inside_character(byte_));
      ++character_;
    }
    return byte_;
  }

 private:
  bool is_inside_character(std::size_t at) const {
    return at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
  }

  std::string_view text_;
  std::size_t character_ = 0;
  std::size_t byte_ = 0;
};

std::string_view text_of(const yaml_char_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

// What libyaml has read since the last event; released with it.
class Event {
 public:
  // Nothing where the text cannot be read on.
  static std::optional<Event> next(yaml_parser_t& parser) {
    Event event;
    if (yaml_parser_parse(&parser, &event.event_) == 0) return std::nullopt;
    return event;
  }
  Event(Event&& other) noexcept : event_(std::exchange(other.event_, {})) {}
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  Event& operator=(Event&&) = delete;
  ~Event() { yaml_event_delete(&event_); }

  const yaml_event_t& operator*() const { return event_; }

 private:
  Event() = default;
  yaml_event_t event_ = {};
};

class TreeBuilder {
 public:
  // `text` is what the parser reads; it begins at `base` in `file`.
  TreeBuilder(const SourceFile& file, std::string_view text, std::size_t base)
      : file_(file), text_(text), base_(base), offsets_(text) {
    root_.span = {place(0), place(0)};
  }

  YamlNode take_root() { return std::move(root_); }

  // What is wrong with single keys and texts, which is true even where slips left holes in the text; and what is wrong
  // with the text as a whole.
  Diagnostics& key_reports() { return key_reports_; }
  Diagnostics& reports() { return reports_; }

  // Takes the next event; true after the last.
  bool take(const yaml_event_t& event) {
    const std::size_t begin = offset(event.start_mark);
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        begin_document(begin);
        break;
      case YAML_ALIAS_EVENT:
        refuse(begin);
      case YAML_SCALAR_EVENT:
        check_properties(event.data.scalar.anchor, event.data.scalar.tag, begin);
        add_scalar(event, begin);
        break;
      case YAML_SEQUENCE_START_EVENT:
        check_properties(event.data.sequence_start.anchor, event.data.sequence_start.tag, begin);
        open(YamlNode::Type::sequence, begin, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
        break;
      case YAML_MAPPING_START_EVENT:
        check_properties(event.data.mapping_start.anchor, event.data.mapping_start.tag, begin);
        open(YamlNode::Type::mapping, begin, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close(offset(event.end_mark));
        break;
      default:
        break;
    }
    return event.type == YAML_STREAM_END_EVENT;
  }

  void report_syntax(const yaml_mark_t& mark) {
    const std::uint32_t at = place(offset(mark));
    reports_.report(kYamlSyntax, file_, Span{at, at});
  }

 private:
  // A collection that is still being read.
  struct Open {
    YamlNode node;
    bool bracketed = false;  // begins with [ or {
    bool has_key = false;    // `key` waits for its value
    Located<std::string> key;
    std::size_t last_end = 0;                        // one past the last thing read in it
    std::map<std::string, Span, std::less<>> table;  // of the keys of the first `in_table` entries
    std::size_t in_table = 0;
  };

  std::size_t offset(const yaml_mark_t& mark) { return offsets_.byte_of(mark.index); }
  std::uint32_t place(std::size_t offset) const {
    return static_cast<std::uint32_t>(base_ + std::min(offset, text_.size()));
  }
  Span line_span(std::size_t at) const { return {place(at), place(text_.find_first_of("\r\n", at))}; }

  bool awaits_key() const { return !open_.empty() && open_.back().node.is_mapping() && !open_.back().has_key; }

  void begin_document(std::size_t at) {
    if (documents_++ == 0) return;
    reports_.report(kYamlSecondDocument, file_, line_span(at));
    throw StopReading();
  }

  void add_scalar(const yaml_event_t& event, std::size_t begin) {
    const auto& scalar = event.data.scalar;
    const std::string_view value = text_of(scalar.value, scalar.length);
    const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (is_plain && value.empty()) return add_missing(begin);
    YamlNode node;
    node.quoted = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    const bool is_block = !is_plain && !node.quoted;
    const std::size_t end = is_block ? end_of_block_text(text_, begin, value) : offset(event.end_mark);
    node.span = {place(begin), place(end)};
    // Only what the contract calls empty; `Null` may be somebody's name.
    const bool is_empty = is_plain && (value == "~" || value == "null") && !awaits_key();
    node.type = is_empty ? YamlNode::Type::empty : YamlNode::Type::scalar;
    if (!is_empty) node.text = value;
    if (is_plain && file_.text[base_ + begin] == '?') node.text.front() = '?';
    const std::string forbidden = node.quoted ? first_forbidden_character(node.text) : std::string();
    if (!forbidden.empty()) key_reports_.report(kYamlEscapedCharacter, file_, node.span, forbidden);
    add(std::move(node));
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
  void check_properties(const yaml_char_t* anchor, const yaml_char_t* tag, std::size_t at) {
    if (anchor != nullptr || tag != nullptr) refuse(at);
  }

  [[noreturn]] void refuse(std::size_t at) {
    reports_.report(kYamlSyntax, file_, Span{place(at), place(at + 1)});
    throw StopReading();
  }

  void open(YamlNode::Type type, std::size_t begin, bool bracketed) {
    if (open_.size() >= kMaxYamlDepth) {
      reports_.report(kYamlTooDeep, file_, Span{place(begin), place(begin + 1)}, kMaxYamlDepth);
      throw StopReading();
    }
    Open collection;
    collection.node.type = type;
    collection.node.span.begin = place(begin);
    collection.bracketed = bracketed;
    collection.last_end = begin + (collection.bracketed ? 1 : 0);
    open_.push_back(std::move(collection));
  }

  // `end` is where a bracketed collection ends; one in block style ends with the last thing in it.
  void close(std::size_t end) {
    Open collection = std::move(open_.back());
    open_.pop_back();
    collection.node.span.end = place(collection.bracketed ? end : collection.last_end);
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
      if (parent.node.entries.empty()) parent.node.entries.reserve(kUsualEntries);
      parent.node.entries.push_back({std::move(parent.key), std::move(node)});
    } else {
      set_key(parent, std::move(node));
    }
  }

  // Where the mapping has the key already. A few are looked through, for more there is a table.
  static std::optional<Span> find_key(Open& mapping, std::string_view key) {
    const std::vector<YamlEntry>& entries = mapping.node.entries;
    if (entries.size() <= kFewEntries) {
      const auto has_it = [&](const YamlEntry& entry) { return entry.key.value == key; };
      const auto first = std::find_if(entries.begin(), entries.end(), has_it);
      return first == entries.end() ? std::nullopt : std::optional(first->key.span);
    }
    for (; mapping.in_table < entries.size(); ++mapping.in_table) {
      const Located<std::string>& known = entries[mapping.in_table].key;
      mapping.table.emplace(known.value, known.span);
    }
    const auto first = mapping.table.find(key);
    return first == mapping.table.end() ? std::nullopt : std::optional(first->second);
  }

  void set_key(Open& mapping, YamlNode node) {
    mapping.has_key = true;
    if (!node.is_scalar()) reports_.report(kYamlKeyNotText, file_, node.span, describe(node));
    if (node.text == "<<" && !node.quoted) key_reports_.report(kYamlMergeKey, file_, node.span);
    const std::optional<Span> first = node.is_scalar() ? find_key(mapping, node.text) : std::nullopt;
    if (first) {
      const std::size_t line = position_at(file_.text, first->begin).line;
      key_reports_.report(kDuplicateKey, file_, node.span, node.text, line);
    }
    mapping.key = {std::move(node.text), node.span};
  }

  const SourceFile& file_;
  std::string_view text_;
  std::size_t base_;
  CharacterOffsets offsets_;
  Diagnostics key_reports_;
  Diagnostics reports_;
  std::vector<Open> open_;
  YamlNode root_;
  std::size_t documents_ = 0;
  std::size_t nodes_ = 0;
};

// Gives the builder all events of the text. Throws StopReading.
void parse(std::string_view text, TreeBuilder& builder) {
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
  const auto release = std::unique_ptr<yaml_parser_t, decltype(&yaml_parser_delete)>(&parser, yaml_parser_delete);
  const auto* bytes =
      reinterpret_cast<const yaml_char_t*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
  yaml_parser_set_input_string(&parser, bytes, text.size());
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  bool is_done = false;
  while (!is_done) {
    const auto event = Event::next(parser);
    if (!event && parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    if (!event) return builder.report_syntax(parser.problem_mark);
    is_done = builder.take(**event);
  }
}

}  // namespace

std::optional<YamlNode> read_yaml(const SourceFile& file, Span span, Diagnostics& diagnostics) {
  Diagnostics found;
  const LintedYaml linted = lint_yaml(file, span, found);
  TreeBuilder builder(file, linted.text, span.begin);
  try {
    parse(linted.text, builder);
  } catch (const StopReading&) {
    // The builder has reported why.
  }
  // What else is wrong with a text that was mended is told, too, beginning with its meaning.
  const bool is_readable = linted.is_sound && !builder.reports().has_errors() && !builder.key_reports().has_errors();
  if (!found.has_errors()) found.merge(std::move(builder.reports()));
  found.merge(std::move(builder.key_reports()));
  diagnostics.merge(std::move(found));
  return is_readable ? std::optional(builder.take_root()) : std::nullopt;
}

}  // namespace armillary
