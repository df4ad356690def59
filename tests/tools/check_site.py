#!/usr/bin/env python3
"""check_site.py FOLDER: judges a built site as browsers, search engines and readers will meet it.

Prints `page: what is wrong` for each finding; the last line is `N passed, M failed`, where each rule counts once for
each page (or other file) it was put to. Needs Debian's python3-html5lib. What the rules are: RULES, below.
"""

import collections
import json
import multiprocessing
import os
import posixpath
import re
import sys
import urllib.parse
import xml.etree.ElementTree

from page_facts import is_han_language, read_page

RIGHT_TO_LEFT = {'ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku-Arab', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'}
SITEMAP = '{http://www.sitemaps.org/schemas/sitemap/0.9}'
XHTML = '{http://www.w3.org/1999/xhtml}'


class Site:
    """The files of a built site, its pages read."""

    def __init__(self, folder):
        self.folder = folder
        self.files = set()
        for path, _, names in os.walk(folder):
            self.files.update(os.path.relpath(os.path.join(path, name), folder) for name in names)
        self.pages = {}
        self.base = ''
        self.ids_of_svg = {}
        self.twins = {}  # 'laws/gdpr/index.html' to the tags of the languages whose pages it is an original in

    def read(self):
        names = sorted(name for name in self.files if name.endswith('.html'))
        with multiprocessing.Pool() as pool:
            paths = [(os.path.join(self.folder, name), name) for name in names]
            self.pages = {page.name: page for page in pool.starmap(read_page, paths, chunksize=8)}
        self.base = self.find_base()
        for page in self.pages.values():
            rest = page.name.partition('/')[2]
            if rest and not page.refresh and not is_fallback(self, page):
                self.twins.setdefault(rest, set()).add(page.language)

    def find_base(self):
        """The site's address: the canonical one of the language choice, without what follows the host's folder."""
        choice = self.pages.get('index.html')
        return choice.canonicals[0] if choice and choice.canonicals else ''

    def url_of(self, name):
        return self.base + (name[:-len('index.html')] if posixpath.basename(name) == 'index.html' else name)

    def file_at(self, path):
        """The file that a server gives for a path of the site (percent-decoded, without a slash in front)."""
        if path == '' or path.endswith('/'):
            path += 'index.html'
        return path if path in self.files else None

    def resolve(self, page, address):
        """(is_internal, file or None, fragment) for an address as a page writes it."""
        whole = urllib.parse.urljoin(self.url_of(page), address)
        bare, _, fragment = whole.partition('#')
        bare = bare.partition('?')[0]
        if not self.base or not bare.startswith(self.base):
            return False, None, ''
        return True, self.file_at(urllib.parse.unquote(bare[len(self.base):])), urllib.parse.unquote(fragment)

    def has_anchor(self, name, fragment):
        if fragment in ('', 'top'):
            return True
        if name in self.pages:
            return fragment in self.pages[name].ids
        if name.endswith('.svg'):
            if name not in self.ids_of_svg:
                tree = xml.etree.ElementTree.parse(os.path.join(self.folder, name))
                self.ids_of_svg[name] = {element.get('id') for element in tree.iter()}
            return fragment in self.ids_of_svg[name]
        return False


def is_page(page):
    return not page.refresh and page.name != '404.html'


def language_key(name):
    return name.split('/')[0] if '/' in name else ''


# --- rules: each takes the site and a page and gives texts; None where the rule has nothing to ask -------------------


def well_formed(site, page):
    return page.parse_errors


def one_heading(site, page):
    if page.refresh:
        return None
    first = [text for level, text, _ in page.headings if level == 1]
    if page.name == '404.html':  # one page for all languages: a heading a language
        return [] if first and all(first) else ['no h1']
    if len(first) != 1:
        return [f'{len(first)} h1 elements, not one']
    return [] if first[0] else ['an empty h1']


def headings_in_order(site, page):
    levels = [level for level, _, _ in page.headings]
    return [f'h{one} follows h{other}' for other, one in zip(levels, levels[1:]) if one > other + 1] + \
        [f'an empty h{level}' for level, text, _ in page.headings if not text]


def title(site, page):
    return [] if page.titles and page.titles[0] else ['no title']


def language_and_direction(site, page):
    findings = []
    if not re.fullmatch('[a-z]{2,3}(-[A-Za-z0-9]{2,8})*', page.language):
        findings.append(f'lang="{page.language}" on <html>')
    expected = 'rtl' if page.language.split('-')[0] in RIGHT_TO_LEFT else 'ltr'
    if page.direction != expected:
        findings.append(f'dir="{page.direction}" with lang="{page.language}"')
    return findings


def unique_ids(site, page):
    return [f'id "{name}" {count} times' for name, count in collections.Counter(page.ids).items() if count > 1] + \
        [f'id "{name}"' for name in page.ids if name == '' or re.search(r'\s', name)]


def links_answer(site, page):
    findings = []
    for element, attribute, address, _ in page.links:
        parsed = urllib.parse.urlsplit(address.strip())
        if parsed.scheme in ('mailto', 'data'):
            continue
        if parsed.scheme not in ('', 'http', 'https'):
            findings.append(f'<{element} {attribute}="{address}">: scheme')
            continue
        is_internal, target, fragment = site.resolve(page.name, address.strip())
        if not is_internal:
            if not parsed.netloc:
                findings.append(f'<{element} {attribute}="{address}">: leads out of the site')
        elif target is None:
            findings.append(f'<{element} {attribute}="{address}">: no such page')
        elif not site.has_anchor(target, fragment):
            findings.append(f'<{element} {attribute}="{address}">: no "{fragment}" there')
    if page.refresh and site.resolve(page.name, page.refresh)[1] is None:
        findings.append(f'redirects to "{page.refresh}": no such page')
    return findings


def no_foreign_resources(site, page):
    return [f'<{element} {attribute}="{address}"> is fetched from another host'
            for element, attribute, address, is_resource in page.links
            if is_resource and not address.startswith('data:') and not site.resolve(page.name, address)[0]]


def no_inline_code(site, page):
    return page.inline_code


def linked_addresses(node):
    """The addresses of pages in a JSON-LD document: values of `url`, `item`, `contentUrl` …"""
    if isinstance(node, list):
        return [address for child in node for address in linked_addresses(child)]
    if not isinstance(node, dict):
        return []
    own = [value for key in ('url', 'item', 'mainEntityOfPage', 'contentUrl') for value in [node.get(key)] if isinstance(value, str)]
    return own + [address for child in node.values() for address in linked_addresses(child)]


def structured_data(site, page):
    if not is_page(page) or is_fallback(site, page) or language_key(page.name) == '':
        return None
    if len(page.data_blocks) != 1:
        return [f'{len(page.data_blocks)} blocks of JSON-LD, not one']
    try:
        data = json.loads(page.data_blocks[0])
    except ValueError as error:
        return [f'JSON-LD: {error}']
    findings = [] if data.get('@context') == 'https://schema.org' else ['JSON-LD without its @context']
    if not all(node.get('@type') for node in data.get('@graph', [{}])):
        findings.append('JSON-LD: a node without @type')
    return findings + [f'JSON-LD: "{address}" does not answer' for address in linked_addresses(data)
                       if site.base and address.startswith(site.base) and site.resolve(page.name, address)[1] is None]


def han_is_marked(site, page):
    if is_han_language(page.language):
        return None
    return [f'Han outside lang="zh", {text}' for text in page.stray_han]


def canonical(site, page):
    if page.refresh:
        return None
    if len(page.canonicals) != 1:
        return [f'{len(page.canonicals)} canonical links, not one']
    if page.canonicals[0] == site.url_of(page.name):
        return []
    target = site.resolve(page.name, page.canonicals[0])[1]
    if target is None or target not in site.pages:
        return [f'canonical "{page.canonicals[0]}": no such page']
    if target.partition('/')[2] != page.name.partition('/')[2]:
        return [f'canonical "{page.canonicals[0]}" is not a twin']
    if site.pages[target].canonicals != page.canonicals:
        return [f'canonical "{page.canonicals[0]}" says that another is canonical']
    return []


def is_fallback(site, page):
    return is_page(page) and page.canonicals[:1] != [site.url_of(page.name)]


def fallback_is_marked(site, page):
    if not is_page(page) or not page.canonicals:
        return None
    foreign = [tag for tag in page.foreign_blocks if tag.split('-')[0] != page.language.split('-')[0]]
    findings = []
    if is_fallback(site, page):
        if not page.has_fallback_notice:
            findings.append('shows another language without a notice')
        if not foreign:
            findings.append('shows another language without its lang')
        if page.alternates:
            findings.append('a fallback has hreflang links')
    elif page.has_fallback_notice:
        findings.append('a notice of another language, but the page calls itself canonical')
    return findings


def alternates(site, page):
    if not is_page(page) or is_fallback(site, page) or language_key(page.name) == '':
        return None
    findings = []
    tags = [tag for tag, _ in page.alternates]
    findings += [f'hreflang="{tag}" {count} times' for tag, count in collections.Counter(tags).items() if count > 1]
    if 'x-default' not in tags:
        findings.append('no hreflang="x-default"')
    if (page.language, site.url_of(page.name)) not in page.alternates:
        findings.append('hreflang does not name the page itself')
    expected = site.twins[page.name.partition('/')[2]]
    if set(tags) - {'x-default'} != expected:
        findings.append(f'hreflang names {sorted(tags)}, the page stands in {sorted(expected)}')
    for tag, address in page.alternates:
        other = site.pages.get(site.resolve(page.name, address)[1] or '')
        if other is None:
            findings.append(f'hreflang="{tag}" to "{address}": no such page')
        elif tag != 'x-default' and other.language != tag:
            findings.append(f'hreflang="{tag}" leads to a page in "{other.language}"')
        elif language_key(other.name) and sorted(other.alternates) != sorted(page.alternates):
            findings.append(f'hreflang="{tag}" is not reciprocal')
    return findings


RULES = [well_formed, title, one_heading, headings_in_order, language_and_direction, unique_ids, links_answer,
         no_foreign_resources, no_inline_code, structured_data, han_is_marked, canonical, fallback_is_marked, alternates]


# --- other files ------------------------------------------------------------------------------------------------------


def sitemap_entries(site, findings):
    """Of the sitemap, or of the parts that it is the index of."""
    root = xml.etree.ElementTree.parse(os.path.join(site.folder, 'sitemap.xml')).getroot()
    if root.tag != f'{SITEMAP}sitemapindex':
        yield from root
        return
    for part in root.iter(f'{SITEMAP}loc'):
        is_internal, name, _ = site.resolve('index.html', part.text)
        if is_internal and name in site.files:
            yield from xml.etree.ElementTree.parse(os.path.join(site.folder, name)).getroot()
        else:
            findings.append(f'sitemap.xml: its part "{part.text}" does not answer')


def check_sitemap(site):
    if 'sitemap.xml' not in site.files:
        return ['sitemap.xml: there is none']
    findings = []
    listed = {}
    for entry in sitemap_entries(site, findings):
        address = (entry.findtext(f'{SITEMAP}loc') or '').strip()
        if address in listed:
            findings.append(f'sitemap.xml: "{address}" twice')
        listed[address] = [(link.get('hreflang'), link.get('href')) for link in entry.iter(f'{XHTML}link')]
    for address, links in listed.items():
        is_internal, target, _ = site.resolve('index.html', address)
        if not is_internal or target not in site.pages:
            findings.append(f'sitemap.xml: "{address}" does not answer')
        elif site.pages[target].canonicals != [address] or site.pages[target].is_unlisted:
            findings.append(f'sitemap.xml: "{address}" is not a page\'s own address')
        elif set(links) - set(site.pages[target].alternates):
            findings.append(f'sitemap.xml: "{address}" names other languages than the page does')
    for page in site.pages.values():
        own = is_page(page) and not page.is_unlisted and not is_fallback(site, page)
        if own and site.url_of(page.name) not in listed:
            findings.append(f'sitemap.xml: "{site.url_of(page.name)}" is missing')
    return findings


def check_robots(site):
    if 'robots.txt' not in site.files:
        return ['robots.txt: there is none']
    with open(os.path.join(site.folder, 'robots.txt'), encoding='utf-8') as file:
        return [] if f'Sitemap: {site.base}sitemap.xml' in file.read() else ['robots.txt: does not name the sitemap']


def check_style_sheet(site, name):
    with open(os.path.join(site.folder, name), encoding='utf-8') as file:
        text = re.sub(r'/\*.*?\*/', '', file.read(), flags=re.S)
    findings = []
    for address in re.findall(r'url\(\s*["\']?([^"\')]+)["\']?\s*\)|@import\s+["\']([^"\']+)', text):
        address = address[0] or address[1]
        if not address.startswith(('data:', '#')) and site.resolve(name, address)[1] is None:
            findings.append(f'{name}: "{address}" does not answer')
    return findings


def check_xml(site, name):
    try:
        xml.etree.ElementTree.parse(os.path.join(site.folder, name))
        return []
    except xml.etree.ElementTree.ParseError as error:
        return [f'{name}: not well-formed XML: {error}']


def check_site(site):
    """(how many rules held, findings)"""
    passed = 0
    findings = []

    def take(found):
        nonlocal passed
        passed += not found
        findings.extend([found] if found else [])

    if not site.base:
        take(['index.html: no canonical address, so the site\'s own is unknown'])
    for page in site.pages.values():
        for rule in RULES:
            found = rule(site, page)
            if found is not None:
                take([f'{page.name}: {text} [{rule.__name__}]' for text in found])
    for name in sorted(site.files):
        if name.endswith('.css'):
            take(check_style_sheet(site, name))
        if name.endswith(('.svg', '.xml')):
            take(check_xml(site, name))
    for needed in ('index.html', '404.html'):
        take([] if needed in site.files else [f'{needed}: there is none'])
    take(check_robots(site))
    take(check_sitemap(site))
    return passed, findings


def main():
    if len(sys.argv) != 2 or not os.path.isdir(sys.argv[1]):
        sys.exit('usage: check_site.py FOLDER')
    site = Site(sys.argv[1])
    site.read()
    passed, findings = check_site(site)
    texts = [text for found in findings for text in found]
    shown = 200  # one slip in a template shows on every page
    for text in texts[:shown]:
        print(text)
    if len(texts) > shown:
        print(f'… and {len(texts) - shown} more')
    print(f'{len(site.pages)} pages, {sum(len(page.links) for page in site.pages.values())} links, '
          f'{len(site.files)} files')
    print(f'{passed} passed, {len(findings)} failed')
    sys.exit(1 if findings else 0)


if __name__ == '__main__':
    main()
