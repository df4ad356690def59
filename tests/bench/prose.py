"""Sentences in Chinese and English for generated records: varied, of ordinary length, the same in every run."""

SENTENCES = {
    'zh': [
        '本文件由{body}起草，经过三轮公开征求意见后于{year}年定稿。',
        '它要求提供者在系统投入使用之前评估风险，并把结果留存五年备查。',
        '**适用范围：**凡在境内提供服务的系统，无论其提供者设在何处，都适用本文件。',
        '与此前的做法相比，最大的变化是把责任从使用者移到了开发者。',
        '工作组认为，“高影响”一词应当按用途而不是按规模来界定。',
        '有{number}个成员对第{small}条提出保留，理由是国内法另有规定。',
        '评估报告（每年一次）须向公众开放，但涉及安全的部分可以不公开。',
        '秘书处设在{body}，负责登记、通报和年度审议。',
        '一些评论者指出，文本没有说明谁来核实自行申报的数据。',
        '附件列出了{number}项指标，其中*透明度*和*可追溯性*各占三分之一。',
        '在{year}年的审议会上，各方同意把过渡期延长到二十四个月。',
        '这一条款参考了航空与核能领域的通报制度，细节见下表。',
        '小型机构可以用简化程序：填写`form-{small}`，不必提交完整的技术文件。',
        '争端首先通过协商解决；协商不成的，提交专家小组。',
        '文本的六种语言版本同等作准，解释上有分歧时以起草语言为准。',
    ],
    'en': [
        'The text was drafted by {body} and settled in {year} after three rounds of public comment.',
        'Providers assess the risks of a system before it is put to use and keep the result for five years.',
        '**Scope:** it applies to every system offered within the territory, wherever its provider is established.',
        'Compared with earlier practice, the main change moves the duty from those who use a system to those who build it.',
        'The working group held that "high impact" should be defined by use rather than by size.',
        'In all, {number} members entered reservations to Article {small}, citing their domestic law.',
        'The assessment, made once a year, is open to the public except where safety stands against it.',
        'Its secretariat sits with {body} and takes care of registration, notices and the yearly review.',
        'Commentators have noted that the text does not say who verifies figures that parties report themselves.',
        'An annex lists {number} indicators, of which *transparency* and *traceability* make up a third each.',
        'At the review of {year} the parties agreed to extend the transition to twenty-four months.',
        'The clause follows the reporting regimes of aviation and nuclear energy; the table below gives the details.',
        'Small bodies may use a shorter procedure: they fill in `form-{small}` and need not send a full technical file.',
        'Disputes are settled by consultation first and go to a panel of experts where that fails.',
        'The six language versions are equally authentic; where they differ, the language of drafting decides.',
    ],
}

HEADINGS = {
    'zh': ['背景', '主要内容', '各方立场', '实施情况', '评估与审议', '争议', '与其他文件的关系', '今后的工作'],
    'en': ['Background', 'What it says', 'Positions', 'In practice', 'Review', 'Points of dispute', 'Other instruments',
           'Work ahead'],
}

TABLE = {
    'zh': ['| 条款 | 要求 | 期限 |', '|---|---|---|', '| 第{0}条 | 登记与通报 | {1}个月 |'],
    'en': ['| Article | Duty | Term |', '|---|---|---|', '| Article {0} | Registration and notice | {1} months |'],
}

LISTED = {
    'zh': ['登记：在投入使用前三十日办理', '通报：发生严重事件后七十二小时内', '审议：每年一次，由第三方进行'],
    'en': ['registration, thirty days before use', 'notice, within seventy-two hours of a serious incident',
           'review, once a year, by a third party'],
}

QUOTED = {'zh': '缔约各方承诺在能力建设上互相支持。', 'en': 'The parties undertake to support each other in building capacity.'}
SEE = {'zh': '参见{}。', 'en': 'See also {}.'}
SPACE = {'zh': '', 'en': ' '}


class Chance:
    """A small linear congruential generator (constants of Knuth's MMIX): the same numbers for ever, in any Python."""

    def __init__(self, seed):
        self.state = seed * 2654435761 + 1

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) * limit >> 31

    def one_of(self, values):
        return values[self.below(len(values))]


def paragraph(language, body, chance):
    """Three to six sentences, none twice."""
    known = SENTENCES[language]
    start, step = chance.below(len(known)), chance.one_of((1, 2, 4, 7, 8))
    chosen = [known[(start + i * step) % len(known)] for i in range(3 + chance.below(4))]
    return SPACE[language].join(one.format(body=body, year=1990 + chance.below(36), number=3 + chance.below(90),
                                           small=1 + chance.below(60)) for one in chosen)


def make_body(language, size, body, links, chance):
    """Markdown of about `size` bytes with headings, a table, a list, a quotation and the links that are given."""
    headings = list(HEADINGS[language])
    parts = [paragraph(language, body, chance)]
    waiting = list(links)
    while sum(len(part.encode()) for part in parts) < size:
        if len(parts) % 4 == 1:
            parts.append('## ' + (headings.pop(0) if headings else HEADINGS[language][chance.below(8)]))
        text = paragraph(language, body, chance)
        if waiting:
            text += SPACE[language] + SEE[language].format(waiting.pop())
        parts.append(text)
        if len(parts) == 8:
            row = TABLE[language][2]
            parts.append('\n'.join(TABLE[language][:2] + [row.format(i, 3 * i) for i in range(1, 6)]))
        elif len(parts) == 14:
            parts.append('\n'.join(f'- {item}' for item in LISTED[language]))
        elif len(parts) == 20:
            parts.append(f'> {QUOTED[language]}')
    return '\n\n'.join(parts) + '\n'
