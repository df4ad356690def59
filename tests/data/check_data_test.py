#!/usr/bin/env python3
"""Plants faults in a copy of a site's open data: check_data.py must find each.

    check_data_test.py SITE
"""

import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally  # noqa: E402

CHECKER = pathlib.Path(__file__).with_name('check_data.py')


def replace(path, old, new):
    data = path.read_bytes()
    assert old in data, (path, old)
    path.write_bytes(data.replace(old, new, 1))


def first_record(data):
    return min((data / 'records').glob('*.json'))


def another_kind(data):
    path = first_record(data)
    kind = json.loads(path.read_text(encoding='utf-8'))['kind']
    replace(path, f'"kind":"{kind}"'.encode(), b'"kind":"nothing"')


def lost_relation(data):
    lines = (data / 'relations.csv').read_bytes().split(b'\r\n')
    (data / 'relations.csv').write_bytes(b'\r\n'.join(lines[:1] + lines[2:]))


def formula(data):
    replace(data / 'records.csv', b'https://', b'=https://')


def lost_row(data):
    with sqlite3.connect(data / 'observatory.sqlite') as database:
        database.execute('DELETE FROM records WHERE id = (SELECT min(id) FROM records)')


def unknown_field(data):
    for path in (data / 'records.json', data / 'records.jsonl', first_record(data)):
        replace(path, b'"fields":{', b'"fields":{"surely-no-field":1,')


def broken_catalog(data):
    replace(data / 'catalog.jsonld', b'"dcat:byteSize":{"@value":"', b'"dcat:byteSize":{"@value":"9')


def another_version(data):
    replace(min(data.parent.glob('*/data/index.html')), b'"version":"', b'"version":"1')


def another_citation(data):
    for path in sorted(data.parent.glob('*/*/*/index.html')):
        end = f'" download="{path.parent.name}-work.bib"'.encode()
        if end in path.read_bytes():
            return replace(path, end, b'%0A' + end)
    raise AssertionError('no page offers a work to reference managers')


def lost_list(data):
    min(data.parent.glob('*/**/index.csv')).write_bytes(b'\xef\xbb\xbfid,kind\r\n')


FAULTS = {another_kind: 'differs from records.json', lost_relation: 'relations.csv and incoming differ',
          formula: 'takes for formulas', lost_row: 'rows in the database', unknown_field: 'does not keep to its schema',
          broken_catalog: 'bytes said', lost_list: 'entries',
          another_version: 'says version', another_citation: 'is not what data/citations/'}


def main():
    site = pathlib.Path(sys.argv[1])
    tally = Tally()
    for plant, expected in FAULTS.items():
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / 'site'
            shutil.copytree(site, copy)
            plant(copy / 'data')
            said = subprocess.run([sys.executable, CHECKER, copy], capture_output=True, text=True, check=False)
            tally.expect(said.returncode == 1 and expected in said.stdout,
                         f'{plant.__name__} is not found; the checker says: {said.stdout[-500:]}{said.stderr[-500:]}')
    tally.finish()


if __name__ == '__main__':
    main()
