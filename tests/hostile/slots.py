"""One observatory with every hostile text at every place where content may hold a text."""

import json
import re

import observatory
import yaml
from observatory import in_both, quoted
from payloads import ADDRESSES, TEXTS

# A PNG of one pixel.
PICTURE = bytes.fromhex(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082')

# These stand on every page, in the site's title.
WORST = ('script-behind-a-closed-title', 'picture-with-quoted-handler', 'double-quote', 'script-as-json', 'template-expression')
# The places of a Markdown text. `{}` is the text.
BODY = {
    'paragraph': '{}\n',
    'heading': '## {}\n',
    'item': '- {}\n',
    'quotation': '> {}\n',
    'emphasis': '**{}**\n',
    'struck-out': '~~{}~~\n',
    'code': '`{}`\n',
    'block-of-code': '```\n{}\n```\n',
    'indented-code': '    {}\n',
    'info-string': '~~~ {}\nx\n~~~\n',
    'table-head': '| {} | x |\n|---|---|\n| x | x |\n',
    'table-cell': '| x | x |\n|---|---|\n| {} | x |\n',
    'link-text': '[{}](https://example.org/)\n',
    'link-title': '[x](https://example.org/ "{}")\n',
    'link-address': '[x](https://example.org/{})\n',
    'link-in-angles': '[x](<https://example.org/{}>)\n',
    'automatic-link': '<https://example.org/{}>\n',
    'bare-address': 'https://example.org/{}\n',
    'definition': '[x{n}]\n\n[x{n}]: https://example.org/{} "{}"\n',
    'picture-text': '![{}](dot.png)\n',
    'picture-title': '![x](dot.png "{}")\n',
    'footnote': 'x[^{n}]\n\n[^{n}]: {}\n',
    'footnote-label': 'x[^{}]\n\n[^{}]: https://example.org/\n',
    'record-link': '[[plain|{}]]\n',
    'place-of-citation': 'x [@book, {}]\n',
}


def on_one_line(text):
    return text.replace('\n', ' ')


def fitting(slot, text):
    """The text as it may stand there without ending the place that it stands in."""
    text = on_one_line(text)
    if slot in ('table-head', 'table-cell'):
        return text.replace('|', '\\|')
    if slot in ('record-link', 'link-text', 'picture-text', 'footnote-label'):
        return text.replace('[', '(').replace(']', ')')
    if slot == 'place-of-citation':
        # Elements and emphasis there are an error; `<` as an entity is text.
        return re.sub(r'[][;@*_`]', ' ', text).replace('<', '&lt;')
    if slot in ('info-string', 'block-of-code', 'paragraph') and text.startswith('view '):
        return 'x' + text
    if slot == 'heading':
        return text.replace('{#', '{ #')
    return text


def body(name, text):
    out = []
    for number, (slot, pattern) in enumerate(BODY.items()):
        filled = fitting(slot, text)
        if slot not in ('code', 'block-of-code', 'indented-code', 'info-string'):
            filled = filled.replace('[[', '[ [').replace('[@', '[ @')
        out.append(pattern.replace('{n}', f'n{number}').replace('{}', filled))
    return '\n'.join(out)


def record(name, text):
    both = in_both(text)
    return f'''---
title: {both}
summary: {both}
names: [{quoted(text)}]
name_at_home: {{fr: {quoted(text)}}}
remark: {in_both(fitting('paragraph', text))}
size: {{value: 7, source: book, place: {both}, stated: {quoted(text)}, note: {both}}}
made: 2001-02-03
picture: {{path: dot.png, alt: {both}}}
near: [plain]
work: w-{name}
steps:
  - {{what: {quoted(text)}, when: 2002-03-04, who: plain}}
sources: [{{url: 'https://example.org/', title: {quoted(text)}}}]
sort_key: {{en: {quoted(text)}}}
verified: 2024-01-01
published: 2024-01-01
changes: [{{date: 2024-01-01, note: {both}}}]
withdrawn: {{reason: {both}}}
---

{body(name, text)}'''


def work(text):
    return f'''title: {in_both(text)}
authors: [{quoted(text)}, {quoted(on_one_line(text).replace(',', ' ') + ', x')}]
date: 2001
publisher: {quoted(text)}
container: {quoted(text)}
volume: {quoted(text)}
pages: {quoted(text)}
place: {quoted(text)}
edition: {quoted(text)}
doi: {quoted(text)}
'''


def gadget():
    """A kind whose labels, help, units, options and inverses are the texts: a field for each."""
    lines = [f'kind: gadget\nfolder: gadgets\nhelp: {in_both(TEXTS["script"])}',
             f'label: {{en: {{one: {quoted(TEXTS["svg-with-handler"])}, many: {quoted(TEXTS["single-quote"])}}}, '
             f'ar: {{one: {quoted(TEXTS["frame"])}, many: {quoted(TEXTS["double-quote"])}}}}}',
             'fields:', '  title: {type: text, localized: true, required: true}']
    for number, text in enumerate(TEXTS.values()):
        both = in_both(text)
        lines.append(f'  n{number}: {{type: number, label: {both}, help: {both}, unit: {quoted(text)}}}')
        lines.append(f'  c{number}: {{type: choice, facet: true, label: {both}, options: {{x: {both}}}}}')
        lines.append(f'  v{number}: {{type: choice, vocabulary: words, label: {both}}}')
        lines.append(f'  r{number}: {{type: ref, to: [thing], label: {both}, inverse: {both}}}')
    return '\n'.join(lines) + '\n'


def gadget_record():
    lines = ['title: {en: Gadget, ar: أداة}']
    for number in range(len(TEXTS)):
        lines += [f'n{number}: 1', f'c{number}: x', f'v{number}: t{number}', f'r{number}: plain']
    return '\n'.join(lines) + '\n'


def vocabulary():
    return ''.join(f't{number}: {{label: {in_both(text)}, definition: {in_both(text)}, also: {{en: [{quoted(text)}]}}}}\n'
                   for number, text in enumerate(TEXTS.values()))


def site_file():
    worst = ' '.join(TEXTS[name] for name in WORST)
    everything = in_both(worst)
    site = [f'title: {everything}', f'tagline: {everything}', 'base_url: https://things.example/', 'languages:',
            f'  en: {{tag: en, label: {quoted(TEXTS["script"])}}}',
            f'  ar: {{tag: ar, label: {quoted(TEXTS["double-quote"])}, direction: rtl}}',
            f'licence: {{name: {quoted(worst)}, url: https://example.org/}}',
            'search: {glossary: words, names: {place: near}}', 'views:']
    for number, (kind, rest) in enumerate([
            ('timeline', ', lanes: near'), ('table', ', columns: [title, names, size, steps]'),
            ('matrix', ', rows: thing, field: near'), ('diagram', ', link: near, columns: [names]'), ('compare', '')]):
        text = list(TEXTS.values())[number]
        site.append(f'  - {{view: {kind}, path: v{number}, title: {everything}, intro: {in_both(text)}, kinds: [thing]{rest}}}')
    site.append('navigation:')
    site += [f'  - {{view: v0, label: {in_both(on_one_line(text))}}}' for text in list(TEXTS.values())[:6]]
    site.append(f'  - {{url: "https://example.org/", label: {everything}}}')
    site.append(f'questions:\n  - {{view: v4, text: {everything}, records: [plain, p-script]}}')
    return '\n'.join(site) + '\n'


def pages():
    """Every address that a page may keep or leave out without an error: path to text. A text tells 100 warnings."""
    kept = [name for name, (_, verdict) in ADDRESSES.items() if verdict != 'dead-link']
    out = {}
    for start in range(0, len(kept), 20):
        lines = [f'{name}: [x]({ADDRESSES[name][0]}) ![x]({ADDRESSES[name][0]})\n' for name in kept[start:start + 20]]
        out[f'content/pages/addresses-{start}.md'] = '\n'.join([f'---\ntitle: {in_both(TEXTS["script"])}\n---\n', *lines])
    return out


def strings():
    """The words of the interface, each with a hostile text behind it."""
    words = yaml.safe_load((observatory.ROOT / 'templates/strings/en.yaml').read_text(encoding='utf-8'))
    texts = [text for name, text in TEXTS.items() if '{' not in text]

    def with_text(number, word):
        return word + ' ' + texts[number % len(texts)]

    out = {}
    for number, (key, word) in enumerate(words.items()):
        is_plural = isinstance(word, dict)
        out[key] = {form: with_text(number, one) for form, one in word.items()} if is_plural else with_text(number, str(word))
    return json_as_yaml(out)


def json_as_yaml(words):
    return '\n'.join(f'{key}: {json.dumps(word, ensure_ascii=False)}' for key, word in words.items()) + '\n'


def all_files():
    files = {'content/site.yaml': site_file(), 'content/schema/gadget.yaml': gadget(),
             'content/vocabularies/words.yaml': vocabulary(), 'content/gadgets/gadget.yaml': gadget_record(),
             'content/things/dot.png': PICTURE,
             'templates/strings/en.yaml': strings(), 'templates/strings/ar.yaml': strings()}
    files.update(pages())
    for name, text in TEXTS.items():
        files[f'content/things/p-{name}.md'] = record(name, text)
        files[f'content/works/w-{name}.yaml'] = work(text)
    return files
