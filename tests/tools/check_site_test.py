#!/usr/bin/env python3
"""A checker that finds nothing proves nothing: plants one fault at a time in a sound little site and wants it found."""

import pathlib
import tempfile

from check_site import Site, check_site
from tally import Tally

BASE = 'https://example.org/observatory/'

PAGE = '''<!doctype html>
<html lang="{tag}" dir="ltr">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{base}{key}/{path}">
<link rel="alternate" hreflang="zh-Hans" href="{base}zh/{path}">
<link rel="alternate" hreflang="en" href="{base}en/{path}">
<link rel="alternate" hreflang="x-default" href="{default}">
<link rel="stylesheet" href="{root}css/site.css">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"Law","url":"{base}{key}/{path}"}}]}}</script>
</head>
<body>
<main id="content">
<h1>{title}</h1>
<p><a href="{root}{key}/laws/one/#history">{title}</a> <span lang="zh-Hans">中文</span></p>
<h2 id="history">{title}</h2>
<svg viewBox="0 0 9 9"><a href="{root}{key}/"><text>1</text></a></svg>
</main>
</body>
</html>
'''


def page(key, path):
    tag, title = {'zh': ('zh-Hans', '法律'), 'en': ('en', 'Laws')}[key]
    root = '../' * (path.count('/') + 1)
    return PAGE.format(tag=tag, title=title, base=BASE, key=key, path=path, root=root,
                       default=BASE + ('zh/' + path if path else ''))


def sound_site():
    files = {'css/site.css': '@import "more.css";\nbody { background: url(../images/sky.svg) }\n', 'css/more.css': '',
             'images/sky.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
             'robots.txt': f'User-agent: *\nSitemap: {BASE}sitemap.xml\n'}
    for key in ('zh', 'en'):
        for path in ('', 'laws/one/'):
            files[f'{key}/{path}index.html'] = page(key, path)
    choice = '''<!doctype html><html lang="zh-Hans" dir="ltr"><head><title>站</title>
<link rel="canonical" href="%s"></head><body><h1>站</h1><a href="zh/">中文</a> <a href="en/">English</a></body></html>'''
    files['index.html'] = choice % BASE
    files['404.html'] = (choice % (BASE + '404.html')).replace('<title>', '<meta name="robots" content="noindex"><title>')
    files['en/laws/old/index.html'] = '''<!doctype html><html lang="en" dir="ltr"><head><title>Moved</title>
<meta http-equiv="refresh" content="0; url=../one/"></head><body><a href="../one/">Laws</a></body></html>'''
    listed = [''] + [f'{key}/{path}' for key in ('zh', 'en') for path in ('', 'laws/one/')]
    files['sitemap.xml'] = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + \
        ''.join(f'<url><loc>{BASE}{address}</loc></url>' for address in listed) + '</urlset>'
    return files


def parted_site():
    files = sound_site()
    head, *entries = files['sitemap.xml'].split('<url>')
    entries[-1] = entries[-1].removesuffix('</urlset>')
    parts = {'sitemap-1.xml': entries[:2], 'sitemap-2.xml': entries[2:]}
    for name, some in parts.items():
        files[name] = head + ''.join('<url>' + entry for entry in some) + '</urlset>'
    files['sitemap.xml'] = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' + \
        ''.join(f'<sitemap><loc>{BASE}{name}</loc></sitemap>' for name in parts) + '</sitemapindex>'
    return files


def findings_in(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        site = Site(folder)
        site.read()
        return [text for found in check_site(site)[1] for text in found]


RECORD = 'en/laws/one/index.html'
# (what is planted, file, text there, what takes its place, what a finding must say)
FAULTS = [
    ('a tag that is not closed', RECORD, '</h1>', '', 'well_formed'),
    ('an attribute twice', RECORD, '<h2 id="history">', '<h2 id="history" id="x">', 'well_formed'),
    ('a stray end tag', RECORD, '</main>', '</div></main>', 'well_formed'),
    ('no title', RECORD, '<title>Laws</title>', '<title></title>', 'no title'),
    ('two h1', RECORD, '<h2 id="history">Laws</h2>', '<h1 id="history">Laws</h1>', '2 h1'),
    ('a skipped level of headings', RECORD, '<h2 id="history">Laws</h2>', '<h4 id="history">Laws</h4>', 'h4 follows h1'),
    ('no language', RECORD, 'lang="en" dir', 'dir', 'lang=""'),
    ('no direction', RECORD, ' dir="ltr"', '', 'dir=""'),
    ('an id twice', RECORD, '<main id="content">', '<main id="history">', '"history" 2 times'),
    ('a dead link', RECORD, '../../../en/laws/one/#history', '../../../en/laws/two/', 'no such page'),
    ('a dead anchor', RECORD, '#history', '#future', 'no "future" there'),
    ('a dead link in a drawing', RECORD, '<svg viewBox="0 0 9 9"><a href="', '<svg viewBox="0 0 9 9"><a href="no/',
     'no such page'),
    ('a link without its slash', RECORD, 'en/laws/one/#history', 'en/laws/one#history', 'no such page'),
    ('a script address', RECORD, '../../../en/laws/one/#history', 'javascript:alert(1)', 'scheme'),
    ('a redirect to nowhere', 'en/laws/old/index.html', 'url=../one/', 'url=../gone/', 'redirects to'),
    ('a picture of another host', RECORD, '<main id', '<img alt="" src="https://elsewhere.example/a.png"><main id',
     'from another host'),
    ('a style sheet of another host', RECORD, 'href="../../../css/site.css"', 'href="//elsewhere.example/a.css"',
     'from another host'),
    ('a style attribute', RECORD, '<h1>', '<h1 style="color: red">', 'no_inline_code'),
    ('an event handler', RECORD, '<h1>', '<h1 onclick="f()">', 'no_inline_code'),
    ('a script in the page', RECORD, '</main>', '<script>f()</script></main>', 'no_inline_code'),
    ('JSON-LD that is no JSON', RECORD, '"@graph":[', '"@graph":', 'JSON-LD:'),
    ('JSON-LD of a dead address', RECORD, f'"url":"{BASE}en/', f'"url":"{BASE}fr/', 'does not answer'),
    ('JSON-LD without a type', RECORD, '"@type":"Law",', '', 'without @type'),
    ('Han that is not marked', RECORD, '<span lang="zh-Hans">', '<span>', 'Han outside'),
    ('Han in an attribute', RECORD, '<main id', '<main title="法律" id', 'Han outside'),
    ('no canonical address', RECORD, '<link rel="canonical"', '<link rel="license"', '0 canonical'),
    ('another page as canonical', RECORD, f'canonical" href="{BASE}en/laws/one/', f'canonical" href="{BASE}en/',
     'not a twin'),
    ('a fallback without notice', RECORD, f'canonical" href="{BASE}en/', f'canonical" href="{BASE}zh/', 'without a notice'),
    ('a notice on an original', RECORD, '<h2 id', '<p class="notice-fallback">In Chinese</p><h2 id', 'calls itself canonical'),
    ('no x-default', RECORD, 'hreflang="x-default"', 'hreflang="fr"', 'no hreflang="x-default"'),
    ('hreflang that is not returned', 'zh/laws/one/index.html', f'hreflang="en" href="{BASE}en/laws/one/"',
     f'hreflang="en" href="{BASE}en/"', 'not reciprocal'),
    ('hreflang with the wrong language', RECORD, 'hreflang="zh-Hans"', 'hreflang="zh-Hant"', 'leads to a page in'),
    ('a dead address in the sitemap', 'sitemap.xml', f'{BASE}en/laws/one/', f'{BASE}en/laws/gone/', 'does not answer'),
    ('a page that the sitemap lacks', 'sitemap.xml', f'<url><loc>{BASE}en/laws/one/</loc></url>', '', 'is missing'),
    ('an alias in the sitemap', 'sitemap.xml', f'{BASE}en/laws/one/', f'{BASE}en/laws/old/', 'own address'),
    ('robots.txt without the sitemap', 'robots.txt', 'Sitemap', 'Sitenap', 'does not name'),
    ('a dead address in a style sheet', 'css/site.css', 'sky.svg', 'sea.svg', 'does not answer'),
    ('a drawing that is no XML', 'images/sky.svg', '/>', '>', 'not well-formed XML'),
]

PARTED_FAULTS = [
    ('sitemap-2.xml', f'<url><loc>{BASE}en/laws/one/</loc></url>', '', 'is missing'),
    ('sitemap.xml', 'sitemap-2.xml', 'sitemap-3.xml', 'its part'),
]


def main():
    tally = Tally()
    found = findings_in(sound_site())
    tally.expect(not found, f'the sound site is blamed: {found}')
    found = findings_in(parted_site())
    tally.expect(not found, f'the site whose sitemap has parts is blamed: {found}')
    for name, old, new, expected in PARTED_FAULTS:
        files = parted_site()
        if tally.expect(old in files[name], f'"{old}" does not stand in {name}'):
            files[name] = files[name].replace(old, new, 1)
            found = findings_in(files)
            tally.expect(any(expected in text for text in found), f'{name} without "{old}": found was {found}')
    for what, name, old, new, expected in FAULTS:
        files = sound_site()
        if tally.expect(old in files[name], f'{what}: "{old}" does not stand in {name}'):
            files[name] = files[name].replace(old, new, 1)
            found = findings_in(files)
            tally.expect(any(expected in text for text in found), f'{what}: not found; found was {found}')
    tally.finish()


if __name__ == '__main__':
    main()
