"""Inputs that could cost much: as large as the bounds let them be, or far over them.

name: (files over those of observatory.py, codes of the errors that must be said; none: it is built). Each may take a second and
another for each megabyte, and 160 MB of memory and 24 more for each megabyte.
"""

from observatory import SITE, THING

TITLE = 'title: {en: x, ar: x}\n'
FRONT = f'---\n{TITLE}---\n'
MEGABYTE = 1 << 20


def paragraphs(unit, size=250_000, line=8000, lines=2):
    """`unit` again and again, in lines and paragraphs as long as the bounds allow."""
    long_line = (unit * (line // len(unit))).replace('\n', ' ') if '\n' not in unit else unit * (line // len(unit))
    paragraph = (long_line.rstrip('\n') + '\n') * lines + '\n'
    return paragraph * (size // len(paragraph))


# Ids of the same shape, so that each is like many others.
def many(count, ending, held):
    return {f'content/things/thing-{n * 7919 % 100_000:05}{ending}': held(n) if callable(held) else held for n in range(count)}


def wrong(number):
    return f'thing-{number * 7919 % 100_000:05}x'


def text(body):
    return {'content/things/x.md': FRONT + body}


def record(lines):
    return {'content/things/x.yaml': TITLE + lines}


# What cmark-gfm 0.29.0.gfm.6 reads in quadratic time, by its advisories, and what others of its kind have stumbled over.
MARKDOWN = {
    'emphasis-left-open (GHSA-w4qg-3vf7-m9x5)': paragraphs('*a **a '),
    'underscores (GHSA-r8vr-c48j-fcc5)': paragraphs('_a__'),
    'brackets-left-open (GHSA-29g3-96g3-jg6c)': paragraphs('[a](b', lines=1, line=300),
    'pointed-brackets (GHSA-24f7-9frr-5h2r)': paragraphs('l](<'),
    'quotations-and-lists (GHSA-66g8-4hjf-77xh)': '\n\n'.join('> ' * 15 + '- ' * 15 + 'x' for _ in range(3500)),
    'tables-of-one-row (GHSA-w4qg-3vf7-m9x5)': ('|' + 'x|' * 31 + '\n|' + '-|' * 31 + '\n' + '|x\n' * 3000 + '\n'),
    'footnotes (GHSA-wrj6-5rr7-wqjq)': ''.join(f'[^{n}]\n\n[^{n}]: x\n\n' for n in range(9000)),
    'footnotes-in-footnotes': ''.join(f'[^{n}]: [^{n + 1}]\n\n' for n in range(9000)) + '[^0]\n',
    'bare-addresses (GHSA-cgh3-p57x-9q7q)': paragraphs('http://a'),
    'bare-addresses-of-mail': paragraphs('a@b.c:'),
    'bare-addresses-with-brackets': paragraphs('https://a.b/('),
    'backticks-of-all-lengths': '\n\n'.join('`' * (n % 200 + 1) + 'x' for n in range(2400)),
    'entities': paragraphs('&amp;&#x41;&'),
    'entities-without-end': paragraphs('&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
    'html-never-closed': paragraphs('<a b="'),
    'comments-never-closed': paragraphs('<!--'),
    'declarations-never-closed': paragraphs('<!A '),
    'cdata-never-closed': paragraphs('<![CDATA['),
    'instructions-never-closed': paragraphs('<?'),
    'definitions': '\n\n'.join(f'[{n}]: https://example.org/{n}' for n in range(999)) + '\n',
    'definitions-of-one-name': '\n\n'.join('[x]: https://example.org/' for n in range(999)) + '\n\n' + paragraphs('[x]', size=20000),
    'headings': '## x\n\n' * 40000,
    'headings-of-setext': 'x\n===\n\n' * 25000,
    'rules': '***\n\n' * 40000,
    'hard-breaks': paragraphs('a\\\n'),
    'records': paragraphs('[[plain]] '),
    'records-with-texts': paragraphs('[[plain|*x*]] '),
    'citations': paragraphs('[@book, p. 1] '),
    'brackets-of-ours-left-open': paragraphs('\\[[plain|'),
    'chinese-emphasis': paragraphs('**文：**文', size=120_000, line=4000),
    'strikethrough': paragraphs('~~a '),
    'combining-marks': 'a' + '\u0301' * 3000 + '\n',
    'one-letter-a-line': 'x\n\n' * 80000,
    'views': '```view table kinds=thing\n```\n\n' * 400,
    'views-of-everything': '```view timeline\n```\n\n' * 400,
}

OVER_THE_BOUNDS = {'cdata-never-closed': 'too-many-open-brackets', 'brackets-of-ours-left-open': 'too-many-open-brackets'}
HEAVY = {f'markdown: {name}': (text(body), {OVER_THE_BOUNDS[name]} if name in OVER_THE_BOUNDS else set())
         for name, body in MARKDOWN.items()}
HEAVY.update({
    'scalar-of-100-megabytes': (record('summary: {en: "' + 'x' * (100 * MEGABYTE) + '"}\n'), {'file-too-large'}),
    'scalar-of-8-megabytes': (record('names: ["' + 'x' * (8 * MEGABYTE) + '"]\n'), set()),
    'scalar-of-2-megabytes-of-escapes': (record('names: ["' + '\\u4e00' * (2 * MEGABYTE // 6) + '"]\n'), set()),
    'text-in-blocks-of-4-megabytes': (record('names:\n  - |\n' + '    x\n' * (4 * MEGABYTE // 6)), set()),
    'comment-of-8-megabytes': (record('#' + 'x' * (8 * MEGABYTE) + '\n'), set()),
    'lines-of-nothing': (record('\n' * (4 * MEGABYTE)), set()),
    'list-of-100000-names': (record('names: [' + 'x, ' * 100_000 + 'x]\n'), set()),
    'list-of-300000-names': (record('names: [' + 'x, ' * 300_000 + 'x]\n'), {'yaml-too-many-values'}),
    'keys-100000-unknown': (record(''.join(f'k{n}: x\n' for n in range(100_000))), {'unknown-key', 'more-unknown-keys'}),
    'keys-10000-of-one-name': (record('loud: true\n' * 10_000), {'duplicate-key'}),
    'groups-20000': (record('steps:\n' + '  - {what: x}\n' * 20_000), set()),
    'dates-5000': (record('steps:\n' + ''.join(f'  - {{what: x, when: {1000 + n % 3000}-01-01}}\n' for n in range(5000))), set()),
    'sources-10000': (record('sources:\n' + "  - {url: 'https://example.org/'}\n" * 10_000), set()),
    'changes-10000': (record('verified: 2024-01-01\nchanges:\n' + '  - {date: 2024-01-01, note: {en: x, ar: x}}\n' * 10_000), set()),
    'aliases-2000': (record('aliases: [' + ', '.join(f'a{n}' for n in range(2000)) + ']\n'), set()),
    'fields-2000': ({'content/schema/thing.yaml': THING + ''.join(f'  f{n}: {{type: text}}\n' for n in range(2000))}, {'too-many-fields'}),
    'facets-200': ({'content/schema/thing.yaml': THING + ''.join(f'  f{n}: {{type: choice, facet: true, options: [x]}}\n' for n in range(200))}, set()),
    'options-10000': ({'content/schema/thing.yaml': THING + '  o: {type: choice, options: [' + ', '.join(f'o{n}' for n in range(10_000)) + ']}\n'}, set()),
    'kinds-200': ({f'content/schema/k{n}.yaml': f'kind: k{n}\nfolder: k{n}\nlabel: x\nfields:\n  title: {{type: text, localized: true}}\n' for n in range(200)}, set()),
    'languages-64': ({'content/site.yaml': SITE + ''.join(f'  l{n}: {{tag: en-x-l{n}, label: x}}\n' for n in range(62))}, set()),
    'languages-65': ({'content/site.yaml': SITE + ''.join(f'  l{n}: {{tag: en-x-l{n}, label: x}}\n' for n in range(63))}, {'too-many-languages'}),
    'views-100': ({'content/site.yaml': SITE + 'views:\n' + ''.join(f'  - {{view: timeline, path: v{n}, title: {{en: x, ar: x}}}}\n' for n in range(100))}, set()),
    'navigation-2000': ({'content/site.yaml': SITE + 'navigation:\n' + '  - {kind: thing}\n' * 2000}, set()),
    'records-3000': ({f'content/things/r{n}.yaml': TITLE + 'summary: {en: "' + 'x' * 900 + '", ar: x}\n' for n in range(3000)}, set()),
    'records-that-all-refer-to-one': ({f'content/things/r{n}.yaml': TITLE + 'near: [plain]\n# ' + 'x' * 900 + '\n' for n in range(2000)}, set()),
    'record-that-refers-to-all': ({'content/things/x.yaml': TITLE + 'near: [' + ', '.join(f'r{n}' for n in range(2000)) + ']\n',
                                   **{f'content/things/r{n}.yaml': TITLE + '# ' + 'x' * 900 + '\n' for n in range(2000)}}, set()),
    'files-that-do-not-belong': ({f'content/things/f{n}.bin': 'x' for n in range(3000)}, {'unclaimed-file'}),
    'mistakes-everywhere': ({f'content/things/r{n}.yaml': 'x: [' for n in range(2000)}, {'yaml-unclosed-bracket'}),
})

# Thousands of mistakes that have a suggestion each, among thousands of names. What stands beside them is as much as a record has.
REST = '# ' + 'x' * 300 + '\n'
THINGS = many(10_000, '.yaml', TITLE)
OPTIONS = {'content/schema/thing.yaml': THING + '  o: {type: choice, many: true, options: [' + ', '.join(f'option-{n:05}' for n in range(10_000)) + ']}\n'}
HEAVY.update({
    'suggestions: translations-without-a-record': (
        {**many(5000, '.yaml', TITLE + REST), **{f'content/things/{wrong(n)}.ar.md': 'x\n' for n in range(5000)}}, {'body-without-record'}),
    'suggestions: references': (many(10_000, '.yaml', lambda n: f'{TITLE}near: [{wrong(n)}]\n{REST}'), {'unknown-record'}),
    'suggestions: references-in-lines-of-one-record': ({**THINGS, 'content/things/x.yaml': TITLE + 'near:\n' + ''.join(f'  - {wrong(n)}\n' for n in range(50_000))}, {'unknown-record'}),
    'suggestions: references-in-one-record': ({**THINGS, 'content/things/x.yaml': TITLE + 'near: [' + ', '.join(map(wrong, range(50_000))) + ']\n'}, {'unknown-record'}),
    'suggestions: links': (many(5000, '.md', lambda n: f'{FRONT}[[{wrong(n)}]] [[{wrong(n + 1)}]]\n{"x" * 300}\n'), {'unknown-record'}),
    'suggestions: citations': (many(5000, '.md', lambda n: f'{FRONT}[@{wrong(n)}] [@{wrong(n + 1)}]\n{"x" * 300}\n'), {'unknown-record'}),
    'suggestions: former-ids': (many(5000, '.yaml', lambda n: f'{TITLE}aliases: [old-{n}]\nnear: [old-{n}x, old-{n + 1}]\n{REST}'), {'unknown-record'}),
    'suggestions: options': ({**OPTIONS, **many(10_000, '.yaml', lambda n: f'{TITLE}o: [option-{n:05}x]\n{REST}')}, {'unknown-option'}),
    'suggestions: options-in-one-record': ({**OPTIONS, **record('o: [' + ', '.join(f'option-{n:05}x' for n in range(50_000)) + ']\n')}, {'unknown-option'}),
    'suggestions: parts-of-a-record': ({'content/things/long.md': FRONT + ''.join(f'## part {n:05}\n\n' for n in range(10_000)),
                                        'content/things/x.md': FRONT + ''.join(f'[[long#part-{n:05}x]]\n\n' for n in range(10_000))}, {'dead-anchor'}),
    'suggestions: headings': (text(''.join(f'## part {n:05}\n\n[x](#part-{n:05}x)\n\n' for n in range(5000))), {'unknown-heading', 'more-markdown-errors'}),
    'suggestions: views': ({'content/site.yaml': SITE + 'views:\n' + ''.join(f'  - {{view: timeline, path: view-{n:05}, title: {{en: x, ar: x}}}}\n' for n in range(1000)),
                            **many(5000, '.md', lambda n: f'{FRONT}```view view-{n:05}x\n```\n{"x" * 300}\n')}, {'unknown-embedded-view'}),
    'suggestions: navigation': ({'content/site.yaml': SITE + 'navigation:\n' + ''.join(f'  - {{page: page-{n:05}x}}\n  - {{record: {wrong(n)}}}\n' for n in range(10_000)), **THINGS,
                                 **{f'content/pages/page-{n:05}.md': FRONT for n in range(5000)}}, {'unknown-navigation-target', 'unknown-record'}),
    'suggestions: folders': ({f'content/thing-{n:05}/x.yaml': TITLE for n in range(5000)}, {'unknown-folder'}),
    'suggestions: words': ({'templates/strings/ar.yaml': ''.join(f'word_{n:05}: x\n' for n in range(10_000))}, {'unknown-word'}),
    'suggestions: derivations': ({'content/schema/thing.yaml': THING.replace('what: {type: text, required: true}', 'what: {type: choice, options: [' + ', '.join(f'o-{n:05}' for n in range(5000)) + ']}')
                                  + '  state: {type: choice, options: [' + ', '.join(f's-{n:05}' for n in range(5000)) + '], derived: {from: steps, choice: what, date: when, map: {'
                                  + ', '.join(f'o-{n:05}x: s-{n:05}x' for n in range(5000)) + '}}}\n'}, {'unknown-derived-term'}),
})
