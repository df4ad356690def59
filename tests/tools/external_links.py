#!/usr/bin/env python3
"""external_links.py SITE [--report FILE]: asks every address on other sites that the pages of a built site name.

Writes a report in Markdown: which addresses did not answer, and on which pages they stand. Always ends with 0 where the
site can be read: sites come back, and some refuse machines, so a person decides. No more than one request at a time goes to
one host.
"""

import argparse
import collections
import concurrent.futures
import html.parser
import pathlib
import urllib.error
import urllib.parse
import urllib.request

AGENT = 'Mozilla/5.0 (compatible; armillary-link-check)'
TIME_LIMIT = 20
# What a machine is told that a reader would not be: the address is there.
REFUSALS = {401, 403, 405, 406, 418, 429, 451, 503, 999}


class Links(html.parser.HTMLParser):
    """The addresses of a page's links to other sites."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attributes):
        address = dict(attributes).get('href') or ''
        if tag == 'a' and address.startswith(('http://', 'https://')):
            self.found.add(address.partition('#')[0])


def links_of(site):
    """Address to the pages that name it."""
    out = collections.defaultdict(list)
    for path in sorted(site.rglob('*.html')):
        page = Links()
        page.feed(path.read_text(encoding='utf-8'))
        for address in page.found:
            out[address].append(str(path.relative_to(site)))
    return out


def ask(address):
    """None where the address answers, else why not."""
    parts = urllib.parse.urlsplit(address)
    safe = urllib.parse.urlunsplit(parts._replace(path=urllib.parse.quote(parts.path, safe="/%:=&?~#+!$,;'@()*[]"),
                                                  query=urllib.parse.quote(parts.query, safe="/%:=&?~+!$,;'@()*[]")))
    reason = None
    for method in ('HEAD', 'GET'):
        request = urllib.request.Request(safe, method=method, headers={'User-Agent': AGENT})
        try:
            with urllib.request.urlopen(request, timeout=TIME_LIMIT):
                return None
        except urllib.error.HTTPError as error:
            if error.code in REFUSALS:
                return None
            reason = f'HTTP {error.code}'
        except (OSError, ValueError) as error:
            reason = str(getattr(error, 'reason', error)) or type(error).__name__
    return reason


def ask_all(addresses):
    """Address to why it does not answer; hosts side by side, the addresses of one host one after the other."""
    hosts = collections.defaultdict(list)
    for address in addresses:
        hosts[urllib.parse.urlsplit(address).netloc].append(address)
    with concurrent.futures.ThreadPoolExecutor(16) as pool:
        answers = pool.map(lambda group: [(address, ask(address)) for address in group], hosts.values())
        return {address: reason for group in answers for address, reason in group if reason is not None}


def report(links, dead):
    lines = [f'# External links\n\n{len(links)} addresses, {len(dead)} without an answer.\n']
    for address, reason in sorted(dead.items()):
        pages = links[address]
        more = f' and {len(pages) - 3} more' if len(pages) > 3 else ''
        lines.append(f'- <{address}>: {reason}; on {", ".join(pages[:3])}{more}\n')
    return '\n'.join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument('site', type=pathlib.Path)
    arguments.add_argument('--report', type=pathlib.Path)
    chosen = arguments.parse_args()
    links = links_of(chosen.site)
    text = report(links, ask_all(links))
    if chosen.report:
        chosen.report.write_text(text, encoding='utf-8')
    print(text)


if __name__ == '__main__':
    main()
