#!/usr/bin/env python3
"""References and exports against other programs that know the same rules.

    compare_with_pandoc.py WRITE_REFERENCES [SITE] [--style-2025 FILE [--record]] [--csl-schema FILE]

Every case of cases.json and every work that the built SITE describes is printed by pandoc's citeproc with the official CSL
styles: APA 7 and GB/T 7714-2015 as Debian packages them. Its text must be ours, after the rules that differences.tsv lists
for that very work and style: each says why the two differ, and each must change something, so that the list stays true.

The style of GB/T 7714-2025 is public (citation-style-language/styles, china-national-standard-gb-t-7714-2025-numeric.csl) but no
package brings it: what pandoc makes of the cases with it is recorded in citeproc-gb-7714-2025.json, and `--style-2025 FILE`
compares with the style itself, the SITE's works too; `--record` then writes the record anew.

The exports are read by programs that others use: BibTeX by bibtexparser and bibutils, RIS by bibutils, CSL-JSON by pandoc (and by the
schema csl-data.json, if it is given).
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'tools'))
from tally import Tally  # noqa: E402

STYLES = pathlib.Path('/usr/share/citation-style-language/styles')
RECORD = HERE / 'citeproc-gb-7714-2025.json'

# --- why we differ: each rule makes our text from citeproc's ----------------------------------------------------------


def names(item):
    return [name for part in ('author', 'editor', 'translator') for name in item.get(part, [])]


def et_al(text, item):
    """The standard wants the word in the language of the work; the style has one for the whole list."""
    return text.replace('，等', '，et al').replace(', 等', ', et al')


def edition(text, item):
    """The edition is named in the language of the work."""
    number = re.search(r'\d+', item['edition']).group()
    ending = {'1': 'st', '2': 'nd', '3': 'rd'}.get(number, 'th')
    return text.replace(f'{number} 版', f'{number}{ending} ed')


def translator(text, item):
    """The part of a translator is named in the language of the work."""
    return text.replace('，译', '，trans').replace(', 译', ', trans')


def doi_in_address(text, item):
    """An identifier is not repeated where the address contains it (2025: 7.9; 2015: 8.8)."""
    return text.replace(f' DOI:{item["DOI"]}.', '')


def volume(text, item):
    """The standard's own examples have 第4卷; the style's term gives 卷4."""
    return re.sub(r'卷 ?(\d+)', r'第\1卷', text)


def pinyin(text, item):
    """Given names in pinyin should not be cut to initials (2025: 7.2.2); a style cannot tell them."""
    for name in names(item):
        if 'family' in name:
            initials = re.sub(r'\b(\w)\w*', r'\1', name['given'])
            text = text.replace(f'{name["family"]} {initials}', f'{name["family"]} {name["given"]}', 1)
    return text


def estimate(text, item):
    """An estimated year stands in brackets (7.5.4.3); the style of 2025 does not look whether it is."""
    year = item['issued']['date-parts'][0][0]
    return re.sub(rf'\b{year}\b', f'[{year}]', text)


def one_publisher(text, item):
    """Of several publishers the first is named."""
    return text.replace(item['publisher'], item['publisher'].split('; ')[0])


def suffix(text, item):
    """The standard's own example: PEEBLES P Z, Jr."""
    return re.sub(r' (Jr|III)\b', r'，\1' if '，' in text else r', \1', text)


def institution(text, item):
    """Capitals are for the family names of persons; pandoc takes a literal name for one."""
    for name in names(item):
        if 'literal' in name:
            text = text.replace(name['literal'].upper(), name['literal'])
    return text


def title_case(text, item):
    """Names of journals and series stand as they are written; the style writes them with capitals."""
    for part in ('container-title', 'genre'):
        if part in item:
            text = re.sub(re.escape(item[part]), lambda _: item[part], text, flags=re.IGNORECASE)
    return text


def last_author(text, item):
    """From 21 authors on, APA names the first nineteen and the last; pandoc 2.17 begins with the 22nd."""
    last = item['author'][-1]
    before = item['author'][-2]
    return text.replace(f', {before["family"]}, {before["given"][0]}., & {last["family"]}', f', … {last["family"]}')


def article_number(text, item):
    """APA 7, 9.27: the word Article stands before the number; Debian's style lacks the term."""
    return text.replace(item['number'], 'Article ' + item['number'])


def place_in_work(text, item):
    """Pages of a whole work say where something stands in it: they belong to the citation, not to the list."""
    return re.sub(r'(, | \()pp?\. [^)]*(\))', lambda m: ')' if m.group(1) == ', ' else '', text)


def own_publisher(text, item):
    """APA 7, 9.29: an author who is also the publisher is not repeated."""
    rest = [name for name in item['publisher'].split('; ') if name not in [n.get('literal') for n in item['author']]]
    return text.replace(f'. {item["publisher"]}.', f'. {"; ".join(rest)}.' if rest else '.')


def number_word(text, item):
    """A symbol such as A/79/88 is no number that follows No.; pandoc counts every text with a digit as one."""
    return text.replace(f'No. {item["number"]}', item['number'])


def narrow_space(text, item):
    """Between a standard's number and name in Latin letters a word space stands, as in the standard's own examples."""
    return text.replace('\u2003', ' ')


def series(text, item):
    """The number in a series is called one."""
    return text.replace(f'{item["collection-title"]} {item["collection-number"]}',
                        f'{item["collection-title"]} No. {item["collection-number"]}')


def law(text, item):
    """The style's laws are those of the United States; of others the title, number and year are given."""
    return text.replace('Pub. L. No. ', '').replace(', (', ' (')


def patent(text, item):
    """The number of a patent names its country already."""
    return text.replace('Patent No. ', '')


def software(text, item):
    """APA 7, 10.10: what it is stands in brackets; Debian's style knows only the older type."""
    return text.replace(f'(Version {item["version"]})', f'(Version {item["version"]}) [Computer software]')


def question(text, item):
    """No full stop follows a question mark; pandoc knows the mark of Latin scripts only."""
    return text.replace('？.', '？').replace('！.', '！')


RULES = {name: value for name, value in globals().items()
         if callable(value) and getattr(value, '__module__', '') == __name__ and name != 'names'}


def listed_differences():
    table = {}
    for line in (HERE / 'differences.tsv').read_text('utf-8').splitlines():
        if line and not line.startswith('#'):
            item, style, rules = line.split('\t')
            table[item, style] = rules.split()
    return table


# --- what citeproc prints ---------------------------------------------------------------------------------------------

def plain(node):
    """The text of a part of pandoc's document, without the number that hangs in the margin."""
    if isinstance(node, list):
        return ''.join(plain(part) for part in node)
    if not isinstance(node, dict):
        return ''
    kind, content = node['t'], node.get('c')
    if kind == 'Str':
        return content
    if kind in ('Space', 'SoftBreak'):
        return ' '
    if kind == 'Link':
        return plain(content[1])
    if kind == 'Span':
        return '' if 'csl-left-margin' in content[0][1] else plain(content[1])
    if kind == 'Quoted':
        marks = '“”' if content[0]['t'] == 'DoubleQuote' else '‘’'
        return marks[0] + plain(content[1]) + marks[1]
    return plain(content)


def corrected_style(path, folder):
    """The style without what belongs to a list and not to a reference (2024a, 2024b), and with the delimiter between names
    that CSL 1.0.2 takes for granted where pandoc 2.17 takes that of the group around them."""
    text = path.read_text('utf-8').replace('disambiguate-add-year-suffix="true"', '')
    text = re.sub(r'(<names variable="(?:author|editor|translator)">\s*)<name>', r'\1<name delimiter=", ">', text)
    copy = pathlib.Path(folder, path.name)
    copy.write_text(text, 'utf-8')
    return copy


def citeproc(style, items, folder):
    bibliography = pathlib.Path(folder, 'works.json')
    bibliography.write_text(json.dumps(items), 'utf-8')
    document = json.loads(subprocess.run(
        ['pandoc', '--citeproc', '--csl', str(corrected_style(style, folder)), '--bibliography', str(bibliography),
         '--from', 'markdown', '--to', 'json'],
        input='---\nnocite: "@*"\n...\n', capture_output=True, text=True, check=True).stdout)
    entries = next(block['c'][1] for block in document['blocks'] if block['t'] == 'Div')
    return {entry['c'][0][0].removeprefix('ref-'): tidy(plain(entry['c'][1])) for entry in entries}


def tidy(text):
    """pandoc curls apostrophes and keeps some spaces from breaking; that is no matter of style."""
    return text.replace('\u00a0', ' ').replace('’', "'").replace('‘', "'").strip()


# --- the comparisons --------------------------------------------------------------------------------------------------

def works_of(site):
    """The works that a built site's records describe, by address; of two languages' files that agree, one."""
    found = {}
    for language, item in listed_works(site):
        item['id'] += '' if item['id'] not in found or found[item['id']] == item else '.' + language
        found[item['id']] = item
    return list(found.values())


def listed_works(site):
    """Each language and each of its works, of a built site's bibliographies."""
    for path in sorted(pathlib.Path(site).glob('data/citations/*.json')):
        for item in json.loads(path.read_text('utf-8')):
            yield path.stem, item


def compare(tally, style, items, ours, theirs, differences):
    used = set()
    for item in items:
        expected = theirs.get(item['id'], '')
        for rule in differences.get((item['id'], style), []):
            used.add((item['id'], style))
            changed = RULES[rule](expected, item)
            tally.expect(changed != expected, f'{item["id"]}, {style}: the rule {rule} changes nothing; take it out')
            expected = changed
        written = tidy(ours[item['id']][style])
        tally.expect(written == expected, f'{item["id"]}, {style}:\n    citeproc {expected}\n    ours     {written}')


def check_pages(tally, site, works, ours):
    """What the pages print is what the comparisons were made with."""
    for language, item in listed_works(site):
        path, = pathlib.Path(site, language).glob(f'*/{item["id"]}/index.html')
        page = path.read_text('utf-8')
        style, html = re.search(r'class="cite-style">(.*?)</span> <span class="cite-text">(.*?)</span></div>', page).groups()
        text = re.sub(r'<[^>]+>', '', html)
        for entity, character in (('&lt;', '<'), ('&gt;', '>'), ('&#34;', '"'), ('&#39;', "'"), ('&amp;', '&')):
            text = text.replace(entity, character)
        if item not in works:  # one of two languages' files
            continue
        written = ours[item['id']]['gb-2025' if '2025' in style else 'apa']
        without_translation = re.sub(r' \[[^]]*\]', '', text, count=1)
        tally.expect(written in (text, without_translation), f'{path}: the page has {text}, not {written}')


def check_bibtex(tally, items, ours, folder):
    import bibtexparser
    for item in items:
        parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)
        entries = bibtexparser.loads(ours[item['id']]['bibtex'], parser).entries
        tally.expect(len(entries) == 1 and entries[0]['ID'] == item['id'], f'{item["id"]}: BibTeX is not one entry')
        if entries:
            tally.expect(entries[0]['title'].count('{') == entries[0]['title'].count('}'), f'{item["id"]}: braces')
    text = ''.join(ours[item['id']]['bibtex'] for item in items)
    path = pathlib.Path(folder, 'works.bib')
    path.write_text(text, 'utf-8')
    read = json.loads(subprocess.run(['pandoc', '--from', 'bibtex', '--to', 'csljson', str(path)], capture_output=True,
                                     text=True, check=True).stdout)
    titles = {entry['id']: tidy(re.sub(r'<[^>]+>', '', entry.get('title', ''))) for entry in read}
    for item in items:
        tally.expect(titles.get(item['id']) == tidy(item['title']),
                     f'{item["id"]}: pandoc reads the title {titles.get(item["id"])} from our BibTeX')


def check_ris(tally, items, ours, folder):
    line = re.compile(r'[A-Z][A-Z0-9]  - [^\r\n]*\r\n')
    for item in items:
        text = ours[item['id']]['ris']
        lines = line.findall(text)
        tally.expect(''.join(lines) == text and lines[0].startswith('TY  - ') and lines[-1] == 'ER  - \r\n',
                     f'{item["id"]}: RIS is not made of tagged lines')
    path = pathlib.Path(folder, 'works.ris')
    path.write_bytes(''.join(ours[item['id']]['ris'] for item in items).encode())
    xml = subprocess.run(['ris2xml', '-u', str(path)], capture_output=True, check=True).stdout
    space = '{http://www.loc.gov/mods/v3}'
    mods = list(ElementTree.fromstring(xml).iter(space + 'mods'))
    tally.expect(len(mods) == len(items), f'bibutils reads {len(mods)} records of {len(items)} from our RIS')
    for item, record in zip(items, mods):
        title = ': '.join(part.text for part in record.find(space + 'titleInfo') if part.tag != space + 'nonSort')
        flat = lambda text: re.sub(r'\W', '', text)  # noqa: E731  bibutils takes subtitles apart
        tally.expect(flat(title) in flat(item['title']), f'{item["id"]}: bibutils reads the title {title} from our RIS')


def check_csl(tally, items, ours, folder, schema):
    exported = [json.loads(ours[item['id']]['csl'])[0] for item in items]
    for item, written in zip(items, exported):
        tally.expect(written == item, f'{item["id"]}: CSL-JSON came back as {written}')
    path = pathlib.Path(folder, 'works.csl.json')
    path.write_text(json.dumps(exported), 'utf-8')
    read = json.loads(subprocess.run(['pandoc', '--from', 'csljson', '--to', 'csljson', str(path)], capture_output=True,
                                     text=True, check=True).stdout)
    tally.expect(len(read) == len(items), f'pandoc reads {len(read)} items of {len(items)} from our CSL-JSON')
    if schema:
        import jsonschema
        errors = list(jsonschema.Draft7Validator(json.loads(schema.read_text('utf-8'))).iter_errors(exported))
        tally.expect(not errors, f'CSL-JSON: {errors[:3]}')


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument('program')
    arguments.add_argument('site', nargs='?')
    arguments.add_argument('--style-2025', type=pathlib.Path)
    arguments.add_argument('--record', action='store_true')
    arguments.add_argument('--csl-schema', type=pathlib.Path)
    options = arguments.parse_args()
    tally = Tally()
    cases = json.loads((HERE / 'cases.json').read_text('utf-8'))
    works = works_of(options.site) if options.site else []
    items = cases + works
    written = subprocess.run([options.program], input=json.dumps(items), capture_output=True, text=True, check=True)
    ours = {entry['id']: entry for entry in json.loads(written.stdout)}
    differences = listed_differences()
    with tempfile.TemporaryDirectory() as folder:
        for style, name in (('apa', 'apa'), ('gb-2015', 'china-national-standard-gb-t-7714-2015-numeric')):
            compare(tally, style, items, ours, citeproc(STYLES / f'{name}.csl', items, folder), differences)
        if options.style_2025:
            theirs = citeproc(options.style_2025, items, folder)
            if options.record:
                RECORD.write_text(json.dumps({item['id']: theirs[item['id']] for item in cases}, ensure_ascii=False,
                                             indent=1) + '\n', 'utf-8')
            compare(tally, 'gb-2025', items, ours, theirs, differences)
        else:
            compare(tally, 'gb-2025', cases, ours, json.loads(RECORD.read_text('utf-8')), differences)
        if options.site:
            check_pages(tally, options.site, works, ours)
        check_bibtex(tally, items, ours, folder)
        check_ris(tally, items, ours, folder)
        check_csl(tally, items, ours, folder, options.csl_schema)
    known = {item['id'] for item in items}
    for item, style in differences:
        if options.site:
            tally.expect(item in known, f'differences.tsv names {item}, which is neither a case nor a work of the site')
    print(f'{len(cases)} cases and {len(works)} works of the site; differences: '
          + ', '.join(f'{rule} {sum(rule in rules for rules in differences.values())}' for rule in RULES))
    tally.finish()


if __name__ == '__main__':
    main()
