#include "markdown/inline_list.h"

namespace armillary::markdown {
namespace {

constexpr std::size_t kUsualEntries = 32;

class InlineReader {
 public:
  InlineReader(bool is_marked, const std::vector<Token>& tokens, InlineList& list)
      : is_marked_(is_marked), tokens_(tokens), list_(list) {}

  void read(cmark_node* node, bool entering) {
    switch (kind_of(node)) {
      case NodeKind::text:
        return add_text(literal_of(node));
      case NodeKind::soft_break:
        return add(InlineKind::soft_break);
      case NodeKind::hard_break:
        return add(InlineKind::hard_break);
      case NodeKind::code:
        return add(InlineKind::code, unmarked(literal_of(node)));
      case NodeKind::raw_html:
        return add(InlineKind::raw_html, unmarked(literal_of(node)));
      case NodeKind::footnote_reference:
        if (entering) add(InlineKind::footnote_reference, literal_of(node));
        return;
      case NodeKind::emphasis:
        return add(entering ? InlineKind::begin_emphasis : InlineKind::end_emphasis);
      case NodeKind::strong:
        return add(entering ? InlineKind::begin_strong : InlineKind::end_strong);
      case NodeKind::link:
        return add_link(node, entering ? InlineKind::begin_link : InlineKind::end_link);
      case NodeKind::image:
        return add_link(node, entering ? InlineKind::begin_image : InlineKind::end_image);
      default:
        return;
    }
  }

 private:
  void add(InlineKind kind, std::string_view text = {}) {
    Inline& entry = list_.entries.emplace_back();
    entry.kind = kind;
    entry.text = text;
  }

  std::string_view unmarked(std::string_view text) {
    if (!is_marked_ || !has_mark(text)) return text;
    return list_.new_text() = without_marks(text);
  }

  void add_link(cmark_node* node, InlineKind kind) {
    const std::string_view address = address_of(node);
    add(kind, unmarked(address));
    list_.entries.back().title = unmarked(title_of(node));
    if (!is_marked_) return;
    const Token* token = token_of(mark_at(address, 0));
    if (token != nullptr && token->kind == TokenKind::address) list_.entries.back().offset = token->offset;
  }

  const Token* token_of(const std::optional<Mark>& mark) const {
    if (!mark || !mark->is_numbered() || mark->number() >= tokens_.size()) return nullptr;
    return &tokens_[mark->number()];
  }

  void add_text(std::string_view text) {
    if (!is_marked_) return add(InlineKind::text, text);
    MarkFinder marks(text);
    std::size_t at = marks.find(0);
    if (at == std::string_view::npos) return add(InlineKind::text, text);
    text_ = &list_.new_text();
    text_->reserve(text.size());  // the views into it must stay
    flushed_ = 0;
    std::size_t copied = 0;
    for (; at != std::string_view::npos; at = marks.find(copied)) {
      text_->append(text.substr(copied, at - copied));
      const Mark mark = *mark_at(text, at);
      copied = at + mark.length;
      if (mark.is_numbered()) {
        read_token(mark);
      } else if (mark.is_strike() && text_->size() > flushed_ && text.substr(copied, 1) == "~") {
        add_strike_run(mark);
        ++copied;  // the second '~'
      }
    }
    text_->append(text.substr(copied));
    flush(text_->size());
  }

  // Adds what has been gathered, up to `end`, as an entry.
  void flush(std::size_t end) {
    if (end > flushed_) add(InlineKind::text, std::string_view(*text_).substr(flushed_, end - flushed_));
    flushed_ = end;
  }

  void add_strike_run(Mark mark) {
    flush(text_->size() - 1);
    text_->append("~");
    list_.has_own_syntax = true;
    add(InlineKind::strike_run, std::string_view(*text_).substr(flushed_, 2));
    list_.entries.back().may_begin = mark.code_point != kStrikeCloses;
    list_.entries.back().may_end = mark.code_point != kStrikeOpens;
    flushed_ = text_->size();
  }

  void read_token(Mark mark) {
    const Token* token = token_of(mark);
    if (token == nullptr || token->kind == TokenKind::address || text_->size() == flushed_) return;
    const std::size_t begin = text_->size() - 1;  // the bracket or brace before the mark
    if (token->kind == TokenKind::heading_id) {
      list_.brace_entry = list_.entries.size();
      list_.brace_at = begin - flushed_;
      list_.brace_offset = token->offset;
      return;
    }
    flush(begin);
    list_.has_own_syntax = true;
    add(InlineKind::token);
    list_.entries.back().token = token->kind;
    list_.entries.back().offset = token->offset;
  }

  bool is_marked_;
  const std::vector<Token>& tokens_;
  InlineList& list_;
  std::string* text_ = nullptr;
  std::size_t flushed_ = 0;
};

}  // namespace

void InlineList::clear() {
  entries.clear();
  citations.clear();
  used_texts_ = 0;
  has_own_syntax = false;
  brace_entry = brace_at = brace_offset = kNoOffset;
}

std::string& InlineList::new_text() {
  if (used_texts_ == texts_.size()) texts_.push_back(std::make_unique<std::string>());
  std::string& text = *texts_[used_texts_++];
  text.clear();
  return text;
}

void read_inlines(TreeWalk& walk, bool is_marked, const std::vector<Token>& tokens, InlineList& list) {
  list.clear();
  list.entries.reserve(kUsualEntries);
  InlineReader reader(is_marked, tokens, list);
  cmark_node* const block = walk.node();
  while (walk.next() && walk.node() != block) reader.read(walk.node(), walk.is_entering());
}

}  // namespace armillary::markdown
