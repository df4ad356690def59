"""Whether what was published is provably harmless: pages read as browsers read them, and every other file by its format.

Everything is told by lists of what may stand there, never by lists of what may not.
"""

import csv
import io
import json
import os
import re
import sqlite3
import urllib.parse
import xml.etree.ElementTree

import html5lib

SVG = '{http://www.w3.org/2000/svg}'
ELEMENTS = set(
    'a abbr article aside b bdi blockquote body br button caption cite code col colgroup dd del details dfn dialog div dl dt em '
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html i img input ins kbd label legend li link '
    'main mark menu meta meter nav noscript ol optgroup option output p picture pre progress q s samp script search '
    'section select small span strong sub summary sup table tbody td template tfoot th thead time title tr u ul var wbr'.split())
SVG_ELEMENTS = set('a circle defs desc ellipse g line path polygon polyline rect svg text title tspan use'.split())
ATTRIBUTES = set(
    'action alt aria-atomic aria-controls aria-current aria-describedby aria-expanded aria-haspopup aria-hidden aria-label '
    'aria-labelledby aria-live aria-pressed autocapitalize autocomplete charset checked class cols colspan content crossorigin '
    'datetime decoding dir disabled download enterkeyhint for headers height hidden href hreflang http-equiv id inputmode lang '
    'list loading max maxlength media method min multiple name open pattern placeholder property readonly rel required reversed role '
    'rowspan rows scope selected size sizes spellcheck src start step tabindex target title translate type value width'.split())
SVG_ATTRIBUTES = set(
    'aria-hidden aria-label aria-labelledby class cx cy d dir dx dy fill focusable height href id lang points r role rx ry stroke '
    'tabindex text-anchor title transform viewBox width x x1 x2 y y1 y2'.split())
ADDRESSES = ('href', 'src', 'action')
# Elements that fetch: their addresses stay on the site.
FETCHING = ('script', 'img', 'form', 'source')
SCHEMES = ('', 'http', 'https', 'mailto')
DATA_SCRIPTS = ('application/ld+json', 'application/json')
CALENDAR_LINES = ('BEGIN', 'CALSCALE', 'CATEGORIES', 'COLOR', 'DESCRIPTION', 'DTEND', 'DTSTAMP', 'DTSTART', 'END',
                  'LAST-MODIFIED', 'METHOD', 'NAME', 'PRODID', 'REFRESH-INTERVAL', 'SOURCE', 'SUMMARY', 'TRANSP', 'UID',
                  'URL', 'VERSION', 'X-WR-CALDESC', 'X-WR-CALNAME')


def scheme_of(address):
    """As the URL standard reads it: white space around and line ends within an address do not count."""
    bare = re.sub(r'[\t\n\r]', '', address.strip(''.join(map(chr, range(0x21)))))
    found = re.match(r'([a-zA-Z][a-zA-Z0-9+.-]*):', bare)
    return found.group(1).lower() if found else ''


def leaves_the_site(address):
    return scheme_of(address) != '' or re.match(r'[\s\x00-\x1f]*[/\\][\s\x00-\x1f]*[/\\]', address) is not None


def is_saved(element, key, address):
    """A reference for a reference manager stands in its link, which saves it and shows nothing."""
    return (element.tag == 'a' and key == 'href' and 'download' in element.attrib
            and re.match(r'data:(application/x-bibtex|application/x-research-info-systems|'
                         r'application/vnd\.citationstyles\.csl\+json)[;,]', address) is not None)


def judge_saved(address):
    media_type, _, data = address.partition(',')
    judge = judge_bibtex if 'bibtex' in media_type else judge_json if 'json' in media_type else judge_ris
    for found in judge(urllib.parse.unquote(data)):
        yield f'in a reference to save: {found}'


def judge_element(element, inside_svg):
    """What is active about one element of a parsed page."""
    name = element.tag.removeprefix(SVG)
    is_svg = element.tag != name
    if name not in (SVG_ELEMENTS if is_svg else ELEMENTS):
        yield f'an element <{element.tag}>'
    for key, value in element.attrib.items():
        if key not in (SVG_ATTRIBUTES if is_svg else ATTRIBUTES) and not re.fullmatch('data-[a-z-]+', str(key)):
            yield f'an attribute {key}="{value[:40]}" of <{name}>'
        if key in ADDRESSES:
            if scheme_of(value) not in SCHEMES and not is_saved(element, key, value):
                yield f'the address {value[:60]!r} of <{name}>'
            if name in FETCHING and leaves_the_site(value):
                yield f'<{name}> fetches {value[:60]!r}'
    if is_saved(element, 'href', element.get('href', '')):
        yield from judge_saved(element.get('href'))
    if name == 'script':
        if element.get('type') in DATA_SCRIPTS:
            try:
                json.loads(element.text or '')
            except ValueError:
                yield 'a block of data that is not JSON'
        elif not element.get('src') or (element.text or '').strip():
            yield 'a script of its own'
    if name == 'meta' and element.get('http-equiv', '').lower() == 'refresh':
        address = element.get('content', '').partition('url=')[2]
        if leaves_the_site(address):
            yield f'a redirection to {address!r}'
    elif name == 'meta' and element.get('http-equiv', 'Content-Security-Policy') != 'Content-Security-Policy':
        yield f'a meta element {element.attrib}'
    if name == 'link' and element.get('rel') in ('stylesheet', 'modulepreload', 'preload', 'icon', 'manifest'):
        if leaves_the_site(element.get('href', '')):
            yield f'a {element.get("rel")} from {element.get("href")!r}'


def judge_tree(tree):
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from judge_element(element, False)


def judge_page(text):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder('etree'), namespaceHTMLElements=False)
    tree = parser.parse(text)
    findings = [f'{line}:{column}: not HTML: {code}' for (line, column), code, _ in parser.errors[:3]]
    return tree, findings + list(judge_tree(tree))


def judge_xml(text):
    try:
        tree = xml.etree.ElementTree.fromstring(text)
    except xml.etree.ElementTree.ParseError as error:
        return [f'not XML: {error}']
    findings = []
    for element in tree.iter():
        for key, value in element.attrib.items():
            if key.rpartition('}')[2] in ('href', 'src', 'template') and scheme_of(value) not in SCHEMES:
                findings.append(f'the address {value[:60]!r}')
        if element.get('type') == 'html' and element.text:
            tree = html5lib.parseFragment(element.text, namespaceHTMLElements=False)
            findings += [f'in {element.tag.rpartition("}")[2]}: {found}' for found in judge_tree(tree)]
    return findings


def judge_json(text):
    try:
        json.loads(text)
    except ValueError as error:
        return [f'not JSON: {error}']
    return []


def judge_lines_of_json(text):
    return [found for line in text.splitlines() for found in judge_json(line)]


def judge_table(text):
    """No cell is a formula for a spreadsheet."""
    return [f'the cell {cell[:40]!r}' for row in csv.reader(io.StringIO(text)) for cell in row
            if re.match(r'[=+\-@\t\r]', cell) and not re.fullmatch(r'-?[0-9.]+', cell)]


def judge_calendar(text):
    findings, depth = [], []
    for line in re.sub(r'\r\n[ \t]', '', text).split('\r\n')[:-1]:
        name, _, value = re.sub(r'"[^"]*"', '', line).partition(':')
        name = name.partition(';')[0]
        if name not in CALENDAR_LINES:
            findings.append(f'the line {line[:60]!r}')
        if name == 'BEGIN':
            depth.append(value)
        if name == 'END' and (not depth or depth.pop() != value):
            findings.append(f'an end of {value!r}')
        if name == 'URL' and scheme_of(line.partition(':')[2]) not in SCHEMES:
            findings.append(f'the address {value!r}')
    return findings + [f'no end of {name}' for name in depth]


def judge_ris(text):
    tags = [line[:2] for line in text.splitlines() if re.match('[A-Z][A-Z0-9]  - ', line)]
    findings = [f'the line {line!r}' for line in text.splitlines() if line and not re.match('[A-Z][A-Z0-9]  - ', line)]
    if [tag for tag in tags if tag in ('TY', 'ER')] != ['TY', 'ER'] * tags.count('TY') or tags[-1:] != ['ER'] * bool(tags):
        findings.append('references that do not end')
    findings += [f'the line {line!r}' for line in text.splitlines()
                 if line.startswith('UR  - ') and scheme_of(line[6:]) not in ('http', 'https')]
    return findings


def judge_bibtex(text):
    """Entries that begin at the start of a line and end there; BibTeX counts every brace, also behind a backslash."""
    findings = []
    depth = 0
    for line in text.splitlines():
        if (line.startswith('@') and not re.match(r'@[a-z]+\{[a-z0-9-]+,$', line)) or (depth == 0) != (line[:1] in ('@', '')):
            findings.append(f'the line {line[:60]!r}')
        depth += line.count('{') - line.count('}')
    if depth != 0:
        findings.append('braces that do not match')
    findings += [f'the command {found!r}' for found in re.findall(r'\\(?:write|input|include|openin|def)\w*', text)]
    return findings


def judge_headers(text):
    names = {line.strip().partition(':')[0] for line in text.splitlines() if line.startswith(' ')}
    allowed = {'Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy',
               'Cross-Origin-Opener-Policy', 'Cache-Control', 'Content-Disposition', 'Content-Type'}
    findings = [f'the header {name}' for name in names - allowed]
    policies = [line for line in text.splitlines() if 'Content-Security-Policy' in line]
    if any('*' in line or 'unsafe' in line for line in policies):
        findings.append(f'the policies {policies}')
    return findings


def judge_database(path):
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as database:
        if database.execute('pragma integrity_check').fetchone() != ('ok',):
            return ['a broken database']
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'trigger'")]
        return [f'the trigger {name}' for name in names]


FORMATS = {'.json': judge_json, '.jsonld': judge_json, '.jsonl': judge_lines_of_json, '.xml': judge_xml,
           '.svg': judge_xml, '.csv': judge_table, '.ics': judge_calendar, '.ris': judge_ris, '.bib': judge_bibtex}


def judge_file(path):
    """(path, findings, text of the body, text of the first heading); the texts only of pages."""
    ending = os.path.splitext(path)[1]
    if ending == '.sqlite':
        return path, judge_database(path), '', ''
    if ending != '.html' and ending not in FORMATS and os.path.basename(path) != '_headers':
        return path, [], '', ''
    with open(path, encoding='utf-8', newline='') as file:
        text = file.read()
    if os.path.basename(path) == '_headers':
        return path, judge_headers(text), '', ''
    if ending != '.html':
        return path, FORMATS[ending](text), '', ''
    tree, findings = judge_page(text)
    heading = next(iter(tree.iter('h1')), None)
    return path, findings, plain(tree.find('body')), plain(heading)


def plain(element):
    return '' if element is None else ' '.join(''.join(element.itertext()).split())
