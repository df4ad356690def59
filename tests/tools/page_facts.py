"""Reads one HTML page into the facts that check_site.py judges: plain values, which pass between processes."""

import dataclasses
import re

import html5lib

HAN = re.compile('[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]')
LINK_ATTRIBUTES = {'href', 'src', 'action', 'poster', 'cite', 'data', 'formaction', 'xlink:href'}
# What the browser fetches by itself when it shows the page.
RESOURCES = {('script', 'src'), ('img', 'src'), ('img', 'srcset'), ('source', 'src'), ('source', 'srcset'),
             ('iframe', 'src'), ('audio', 'src'), ('video', 'src'), ('video', 'poster'), ('embed', 'src'),
             ('object', 'data'), ('track', 'src'), ('use', 'href'), ('use', 'xlink:href'), ('image', 'href'),
             ('image', 'xlink:href')}
FETCHING_RELATIONS = {'stylesheet', 'icon', 'preload', 'modulepreload', 'prefetch', 'manifest', 'apple-touch-icon'}
TEXT_ATTRIBUTES = {'title', 'alt', 'aria-label', 'aria-description', 'placeholder', 'content', 'label'}
DATA_SCRIPTS = {'application/ld+json', 'application/json'}


@dataclasses.dataclass
class PageFacts:
    """One page as it stands; addresses as they are written."""
    name: str = ''
    parse_errors: list = dataclasses.field(default_factory=list)     # texts with line and column
    language: str = ''                                               # of <html>
    direction: str = ''
    titles: list = dataclasses.field(default_factory=list)
    headings: list = dataclasses.field(default_factory=list)         # (level, text, language)
    ids: list = dataclasses.field(default_factory=list)
    links: list = dataclasses.field(default_factory=list)            # (element, attribute, address, is_resource)
    alternates: list = dataclasses.field(default_factory=list)       # (hreflang, address)
    canonicals: list = dataclasses.field(default_factory=list)
    refresh: str = ''                                                # where a redirect goes
    is_unlisted: bool = False                                        # robots noindex
    inline_code: list = dataclasses.field(default_factory=list)      # what a strict content policy forbids
    stray_han: list = dataclasses.field(default_factory=list)        # Han outside a Chinese or Japanese element
    data_blocks: list = dataclasses.field(default_factory=list)      # the texts of scripts that are JSON-LD
    has_fallback_notice: bool = False
    foreign_blocks: list = dataclasses.field(default_factory=list)   # languages of <div>, <section>, <article> in <main>


def is_han_language(tag):
    return tag.split('-')[0] in ('zh', 'ja', 'ko', 'yue', 'wuu', 'lzh')


def plain_name(name):
    """'{namespace}a' as 'a'; the names of SVG and HTML do not clash in what is asked here."""
    if not isinstance(name, str):
        return ''  # a comment
    if name.startswith('{http://www.w3.org/1999/xlink}'):
        return 'xlink:' + name.rpartition('}')[2]
    return name.rpartition('}')[2]


def read_page(path, name):
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder('etree'), namespaceHTMLElements=False)
    with open(path, 'rb') as file:
        tree = parser.parse(file.read(), override_encoding='utf-8')
    facts = PageFacts(name=name)
    for (line, column), code, values in parser.errors:
        detail = ' '.join(str(value) for value in values.values()) if isinstance(values, dict) else ''
        facts.parse_errors.append(f'{line}:{column}: {code} {detail}'.rstrip())
    facts.language = tree.get('lang', '')
    facts.direction = tree.get('dir', '')
    walk(tree, facts.language, False, facts)
    return facts


def text_of(element):
    return re.sub(r'\s+', ' ', ''.join(element.itertext())).strip()


def note_han(text, language, where, facts):
    if where == '<code>':
        return  # patterns and addresses are in no language
    if text and not is_han_language(language) and HAN.search(text):
        facts.stray_han.append(f'{where}: {text.strip()[:60]}')


def walk(element, language, in_main, facts):
    name = plain_name(element.tag)
    if not name:
        return
    outer = language
    language = element.get('lang', language)
    in_main = in_main or name == 'main'
    for attribute, value in element.items():
        read_attribute(element, name, plain_name(attribute), value, language, facts)
    read_element(element, name, language, facts)
    if in_main and language != outer and name in ('div', 'section', 'article'):
        facts.foreign_blocks.append(language)
    if name not in ('script', 'style'):
        note_han(element.text, language, f'<{name}>', facts)
    for child in element:
        walk(child, language, in_main, facts)
        note_han(child.tail, language, f'<{name}>', facts)


def read_attribute(element, name, attribute, value, language, facts):
    if attribute == 'id':
        facts.ids.append(value)
    elif attribute == 'style':
        facts.inline_code.append(f'<{name} style="{value[:40]}">')
    elif attribute.startswith('on'):
        facts.inline_code.append(f'<{name} {attribute}="{value[:40]}">')
    elif attribute in ('srcset', 'imagesrcset'):
        for candidate in value.split(','):
            facts.links.append((name, attribute, candidate.split()[0] if candidate.split() else '', True))
    elif attribute in LINK_ATTRIBUTES:
        relations = set(element.get('rel', '').lower().split())
        fetched = (name, attribute) in RESOURCES or (name == 'link' and bool(relations & FETCHING_RELATIONS))
        if name != 'link' or not relations & {'alternate', 'canonical'} or element.get('type'):
            facts.links.append((name, attribute, value, fetched))
    # <a title> in the language of the link's text; hreflang speaks of the target.
    if attribute in TEXT_ATTRIBUTES and not element.get('name', '').startswith('citation_'):  # data for catalogues
        note_han(value, language, f'<{name} {attribute}>', facts)


def read_element(element, name, language, facts):
    if name == 'title' and element.get('lang') is None and not facts.titles:
        facts.titles.append(text_of(element))
    elif re.fullmatch('h[1-6]', name):
        facts.headings.append((int(name[1]), text_of(element), language))
    elif name == 'style':
        facts.inline_code.append('<style>')
    elif name == 'script' and element.get('src') is None and element.get('type') not in DATA_SCRIPTS:
        facts.inline_code.append('<script> without src')
    elif name == 'script' and element.get('type') == 'application/ld+json':
        facts.data_blocks.append(''.join(element.itertext()))
    elif name == 'link':
        relations = element.get('rel', '').lower().split()
        if 'canonical' in relations:
            facts.canonicals.append(element.get('href', ''))
        if 'alternate' in relations and element.get('hreflang'):
            facts.alternates.append((element.get('hreflang'), element.get('href', '')))
    elif name == 'meta':
        if element.get('http-equiv', '').lower() == 'refresh':
            facts.refresh = element.get('content', '').partition('url=')[2]
        if element.get('name', '').lower() == 'robots' and 'noindex' in element.get('content', ''):
            facts.is_unlisted = True
    if 'notice-fallback' in element.get('class', '').split():
        facts.has_fallback_notice = True
