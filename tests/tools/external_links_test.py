#!/usr/bin/env python3
"""The report of dead links on a site of two pages and a server that answers some addresses."""

import http.server
import pathlib
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import external_links
from tally import Tally


class Answers(http.server.BaseHTTPRequestHandler):
    """/here answers, /head only to GET, /forbidden refuses machines, everything else is gone."""

    def do_HEAD(self):
        self.send_response({'/here': 200, '/head': 500, '/forbidden': 403}.get(self.path, 404))
        self.end_headers()

    def do_GET(self):
        self.send_response({'/here': 200, '/head': 200}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    tally = Tally()
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f'http://127.0.0.1:{server.server_port}'
    with tempfile.TemporaryDirectory() as name:
        site = pathlib.Path(name)
        (site / 'a.html').write_text(f'<a href="{here}/here">x</a><a href="{here}/gone#part">x</a><a href="b.html">x</a>'
                                     f'<link href="{here}/not-a-link">')
        (site / 'b.html').write_text(f'<a href="{here}/gone">x</a><a href="{here}/head">x</a>'
                                     f'<a href="{here}/forbidden">x</a><a href="mailto:a@b">x</a>')
        links = external_links.links_of(site)
        tally.expect(links == {f'{here}/here': ['a.html'], f'{here}/gone': ['a.html', 'b.html'],
                               f'{here}/head': ['b.html'], f'{here}/forbidden': ['b.html']}, f'the links are {links}')
        dead = external_links.ask_all(links)
        tally.expect(dead == {f'{here}/gone': 'HTTP 404'}, f'without an answer are {dead}')
        text = external_links.report(links, dead)
        tally.expect(f'- <{here}/gone>: HTTP 404; on a.html, b.html' in text, f'the report says {text}')
        tally.expect('4 addresses, 1 without an answer' in text, f'the report says {text}')
    server.shutdown()
    tally.finish()


if __name__ == '__main__':
    main()
