// Emphasis and strikethrough beside Chinese, Japanese and Korean. In each pair the first is what an editor writes,
// the second what a reader is to see. The cases are our own.
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void check_inlines(const Cases& cases) {
  for (const auto& [markdown, html] : cases) CHECK(inline_html(markdown) == html);
}

void check_blocks(const Cases& cases) {
  for (const auto& [markdown, html] : cases) CHECK(html_of(markdown) == html);
}

}  // namespace

TEST_CASE("strong text may end with any punctuation before a Chinese character") {
  check_inlines({
      {"**强调：**文字", "<strong>强调：</strong>文字"},
      {"**第一，**其次", "<strong>第一，</strong>其次"},
      {"**结束。**然后", "<strong>结束。</strong>然后"},
      {"**真的？**是的", "<strong>真的？</strong>是的"},
      {"**（注）**正文", "<strong>（注）</strong>正文"},
      {"**《公约》**规定", "<strong>《公约》</strong>规定"},
      {"**“引文”**之后", "<strong>“引文”</strong>之后"},
      {"**「引」**後", "<strong>「引」</strong>後"},
      {"**【要点】**如下", "<strong>【要点】</strong>如下"},
      {"**省略……**之后", "<strong>省略……</strong>之后"},
      {"**破折——**之后", "<strong>破折——</strong>之后"},
      {"**人工智能(AI)**是", "<strong>人工智能(AI)</strong>是"},
      {"**x.**文", "<strong>x.</strong>文"},
      {"**\"x\"**文", "<strong>&quot;x&quot;</strong>文"},
      {"**100%**的", "<strong>100%</strong>的"},
      {"**第一：**文字**第二：**文字", "<strong>第一：</strong>文字<strong>第二：</strong>文字"},
      {"**强调：**文字**另一**处", "<strong>强调：</strong>文字<strong>另一</strong>处"},
  });
}

TEST_CASE("strong text may begin with any punctuation behind a Chinese character") {
  check_inlines({
      {"文字**（注）**", "文字<strong>（注）</strong>"},
      {"根据**《公约》**第三条", "根据<strong>《公约》</strong>第三条"},
      {"所谓**“前沿”**模型", "所谓<strong>“前沿”</strong>模型"},
      {"文**(a)**文", "文<strong>(a)</strong>文"},
      {"文**\"x\"**", "文<strong>&quot;x&quot;</strong>"},
      {"文**$x**", "文<strong>$x</strong>"},
      {"他说**：好**。", "他说<strong>：好</strong>。"},
      {"文*（注）*文", "文<em>（注）</em>文"},
      {"*注：*文", "<em>注：</em>文"},
      {"***注：***文", "<em><strong>注：</strong></em>文"},
  });
}

TEST_CASE("emphasis meets code, links, pictures and strikethrough without a space") {
  check_inlines({
      {"文**`代码`**文", "文<strong><code>代码</code></strong>文"},
      {"文**`x`：**文", "文<strong><code>x</code>：</strong>文"},
      {"文**[链接](https://a.org/)**文",
       "文<strong><a href=\"https://a.org/\" rel=\"external noopener\">链接</a></strong>文"},
      {"文**<https://a.org/>**文",
       "文<strong><a href=\"https://a.org/\" rel=\"external noopener\">https://a.org/</a></strong>文"},
      {"文**![图](a.png)**文", "文<strong><img src=\"{image a.png}\" alt=\"图\" loading=\"lazy\" /></strong>文"},
      {"文**~~删~~**文", "文<strong><del>删</del></strong>文"},
      {"文~~**删**~~文", "文<del><strong>删</strong></del>文"},
      {"文**[[a-record]]**文", "文<strong>{record a-record}</strong>文"},
      {"文**[@a-work]**文", "文<strong>{cite a-work}</strong>文"},
      {"[**注：**文](https://a.org/)",
       "<a href=\"https://a.org/\" rel=\"external noopener\"><strong>注：</strong>文</a>"},
      {"[[a-record|**注：**文]]", "{record a-record|<strong>注：</strong>文}"},
      {"![**注：**文](a.png)", "<img src=\"{image a.png}\" alt=\"注：文\" loading=\"lazy\" />"},
      {"文**https://a.org/**文",
       "文<strong><a href=\"https://a.org/\" rel=\"external noopener\">https://a.org/</a></strong>文"},
  });
}

TEST_CASE("underscores beside stars keep their own rule") {
  check_inlines({
      {"**_重点_**文", "<strong><em>重点</em></strong>文"},
      {"文**_重点_**", "文<strong><em>重点</em></strong>"},
      {"文**_重点_**文", "文<strong><em>重点</em></strong>文"},
      {"_**重点：**_文", "_<strong>重点：</strong>_文"},
      {"**重点：**_文_", "<strong>重点：</strong><em>文</em>"},
      {"`文**_文` **文**", "<code>文**_文</code> <strong>文</strong>"},
  });
}

TEST_CASE("strikethrough follows the same rule") {
  check_inlines({
      {"~~删除：~~文字", "<del>删除：</del>文字"},
      {"文~~（旧）~~新", "文<del>（旧）</del>新"},
      {"~~第一，~~第二~~第三，~~第四", "<del>第一，</del>第二<del>第三，</del>第四"},
      {"~~a *b*~~文", "<del>a <em>b</em></del>文"},
      {"~~ 文~~", "~~ 文~~"},
      {"5~10，20~30", "5~10，20~30"},
      {"甲~~~文~~~字", "甲~~~文~~~字"},
  });
}

TEST_CASE("Japanese and Korean are as Chinese") {
  check_inlines({
      {"**注意：**です", "<strong>注意：</strong>です"},
      {"これは**「重要」**です", "これは<strong>「重要」</strong>です"},
      {"**カタカナ。**カナ", "<strong>カタカナ。</strong>カナ"},
      {"**ﾊﾝｶｸ｡**ﾃｽﾄ", "<strong>ﾊﾝｶｸ｡</strong>ﾃｽﾄ"},
      {"**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고"},
      {"이것은**\"중요\"**합니다", "이것은<strong>&quot;중요&quot;</strong>합니다"},
      {"~~삭제.~~입니다", "<del>삭제.</del>입니다"},
  });
}

TEST_CASE("characters outside the first plane and variants are CJK too") {
  check_inlines({
      {"**（𠮷）**𠮷", "<strong>（𠮷）</strong>𠮷"},
      {"𠮷**（注）**", "𠮷<strong>（注）</strong>"},
      {"**注。**葛\U000E0100", "<strong>注。</strong>葛\U000E0100"},
      {"葛\U000E0100**（注）**文", "葛\U000E0100<strong>（注）</strong>文"},
  });
}

TEST_CASE("white space still parts, escapes and underscores keep their meaning") {
  check_inlines({
      {"**强调： **文字", "**强调： **文字"},
      {"文** （注）**文", "文** （注）**文"},
      {"**强调：\u3000**文字", "**强调：\u3000**文字"},
      {"\\**强调：**文字", "**强调：**文字"},
      {"\\*\\*强调：\\*\\*文字", "**强调：**文字"},
      {"`**强调：**文字`", "<code>**强调：**文字</code>"},
      {"_强调：_文字", "_强调：_文字"},
      {"这是_重点_吗", "这是_重点_吗"},
      {"2*3*4", "2<em>3</em>4"},
      {"a**(b)**c", "a**(b)**c"},
      {"**a.**b", "**a.**b"},
      {"😀**（注）**文", "😀<strong>（注）</strong>文"},
      {"a**\"b\"**😀", "a**&quot;b&quot;**😀"},
  });
}

TEST_CASE("emphasis is found in every kind of block") {
  check_blocks({
      {"# **强调：**文字\n", "<h1 id=\"强调-文字\"><strong>强调：</strong>文字</h1>\n"},
      {"**强调：**文字\n====\n", "<h1 id=\"强调-文字\"><strong>强调：</strong>文字</h1>\n"},
      {"> **强调：**文字\n", "<blockquote>\n<p><strong>强调：</strong>文字</p>\n</blockquote>\n"},
      {">**（注）**文字\n", "<blockquote>\n<p><strong>（注）</strong>文字</p>\n</blockquote>\n"},
      {">>**（注）**文\n>>*乙*\n",
       "<blockquote>\n<blockquote>\n<p><strong>（注）</strong>文<em>乙</em></p>\n</blockquote>\n</blockquote>\n"},
      {"- **强调：**文字\n", "<ul>\n<li><strong>强调：</strong>文字</li>\n</ul>\n"},
      {"1. 文**（注）**文\n", "<ol>\n<li>文<strong>（注）</strong>文</li>\n</ol>\n"},
      {"- [ ] **强调：**文字\n", "<ul>\n<li>[ ] <strong>强调：</strong>文字</li>\n</ul>\n"},
      {"|甲|\n|-|\n|**强调：**文字|\n|*（注）*|\n",
       "<table>\n<thead>\n<tr>\n<th>甲</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><strong>强调：</strong>文字</td>\n</"
       "tr>\n"
       "<tr>\n<td><em>（注）</em></td>\n</tr>\n</tbody>\n</table>\n"},
      {"|*文）字**|\n|-|\n", "<table>\n<thead>\n<tr>\n<th><em>文）字</em>*</th>\n</tr>\n</thead>\n</table>\n"},
      {"文[^1]\n\n[^1]: **强调：**文字\n",
       "<p>文<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup></p>\n"
       "<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>{footnotes}</h2>\n<ol>\n<li id=\"fn-1\">\n"
       "<p><strong>强调：</strong>文字 <a href=\"#fnref-1\" class=\"footnote-backref\" role=\"doc-backlink\" "
       "aria-label=\"{back} 1\">↩\uFE0E</a></p>\n</li>\n</ol>\n</section>\n"},
      {"[文**（注）**文]\n\n[文**（注）**文]: https://a.org/\n",
       "<p><a href=\"https://a.org/\" rel=\"external noopener\">文<strong>（注）</strong>文</a></p>\n"},
  });
}

TEST_CASE("a quote mark is no neighbour") {
  // Were the mark of the second line its first character, its run would close the emphasis of the first.
  CHECK(html_of(">*甲\n>*（乙）丙*\n") == "<blockquote>\n<p>*甲<em>（乙）丙</em></p>\n</blockquote>\n");
}

TEST_CASE("no mark is left in code, addresses, titles, info strings or HTML") {
  CHECK(html_of(
            "`文**（注）**文` [文](/文**（注）**文 \"文**（注）**文\")\n\n```文**（注）**文\n文**（注）**文\n```\n") ==
        "<p><code>文**（注）**文</code> <a href=\"{address /文**（注）**文}\" title=\"文**（注）**文\">文</a></p>\n"
        "<pre><code class=\"language-文**（注）**文\">文**（注）**文\n</code></pre>\n");
  const Parsed parsed = parse("# 文**（注）**文 {#文}\n\n文**（注）**文<b title=\"文**（注）**文\">\n");
  CHECK(parsed.document.plain_text == "文（注）文\n文（注）文");
  CHECK(parsed.document.headings.at(0).html == "文<strong>（注）</strong>文");
}
