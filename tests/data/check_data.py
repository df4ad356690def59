#!/usr/bin/env python3
"""Everything under /data/ of a built site, and the files beside its lists, read with the tools of their readers.

    check_data.py SITE      the site's address is taken from its data package
"""

import collections
import csv
import datetime
import hashlib
import html
import io
import json
import pathlib
import re
import sqlite3
import sys
import urllib.parse

import jsonschema
import rdflib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally  # noqa: E402

SEPARATOR = ' | '
MARK = '\ufeff'
csv.field_size_limit(1 << 30)
FORMULA = re.compile('[=+\\-@\t\r＝＋－＠]')
DCAT = rdflib.Namespace('http://www.w3.org/ns/dcat#')
SPDX = rdflib.Namespace('http://spdx.org/rdf/terms#')


def raw_rows(path):
    """The cells as they stand in the file, without the mark of UTF-8."""
    text = path.read_bytes().decode('utf-8')
    assert text.startswith(MARK), path
    return list(csv.reader(io.StringIO(text[1:], newline=''), strict=True))


def read_csv(path):
    """Header and rows as they were meant: without the apostrophes against formulas."""
    header, *body = raw_rows(path)
    return header, [[cell[1:] if cell.startswith("'") else cell for cell in row] for row in body]


def read_tables(folder):
    return {path.stem: read_csv(path) for path in sorted(folder.glob('*.csv'))}


class Records:
    """All records and the schemas of their kinds."""

    def __init__(self, folder):
        whole = json.loads((folder / 'records.json').read_text(encoding='utf-8'))
        self.head = whole
        self.list = whole['records']
        self.by_id = {record['id']: record for record in self.list}
        self.schemas = {path.stem: json.loads(path.read_text(encoding='utf-8'))
                        for path in (folder / 'schema').glob('*.json')}
        self.languages = list(next(iter(self.schemas.values()))['$defs']['localized']['properties'])

    def fields(self, kind):
        return self.schemas[kind]['properties']['fields']['properties']


def check_schemas(tally, records):
    validators = {}
    for kind, schema in records.schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[kind] = jsonschema.Draft202012Validator(schema)
    for record in records.list:
        errors = [error.message[:200] for error in validators[record['kind']].iter_errors(record)]
        tally.expect(not errors, f'{record["id"]} does not keep to its schema: {errors[:3]}')


def check_same_records(tally, folder, records):
    """One record alone, the lines and the whole say the same."""
    lines = [json.loads(line) for line in (folder / 'records.jsonl').read_text(encoding='utf-8').splitlines()]
    tally.expect(lines == records.list, 'records.jsonl and records.json differ')
    alone = {path.stem for path in (folder / 'records').glob('*.json')}
    tally.expect(alone == set(records.by_id), f'records/ and records.json differ: {alone ^ set(records.by_id)}')
    for name in alone & set(records.by_id):
        own = json.loads((folder / 'records' / f'{name}.json').read_text(encoding='utf-8'))
        tally.expect(own == records.by_id[name], f'records/{name}.json differs from records.json')


def check_relations(tally, records, tables):
    """What leaves one record arrives at the other, in JSON and in the table."""
    arriving = collections.Counter((entry['from'], entry['field'], record['id'])
                                   for record in records.list for entry in record['incoming'])
    header, rows = tables['relations']
    tally.expect(header[:3] == ['from', 'relation', 'to'], f'relations.csv begins with {header[:3]}')
    leaving = collections.Counter(tuple(row[:3]) for row in rows)
    tally.expect(arriving == leaving, f'relations.csv and incoming differ: {list((arriving - leaving) + (leaving - arriving))[:3]}')


def values_of(schema, value):
    """The plain values of a field, whatever its form."""
    if 'oneOf' in schema:
        if 'absence' in value:
            return []
        return [item['value'] for item in value['values']] if 'values' in value else [value['value']]
    return value if schema.get('type') == 'array' else [value]


def is_date(value):
    return isinstance(value, dict) and set(value) == {'text', 'start', 'end', 'about'}


def plain(value):
    """A value as a cell has it."""
    if is_date(value):
        return value['text']
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, dict) and set(value) == {'language', 'text'}:
        return f'{value["language"]}: {value["text"]}'
    if isinstance(value, dict) and 'url' in value:
        return value['url']
    return str(value)


def check_kind_table(tally, records, kind, header, rows):
    """Each cell of a field says what the record's JSON says."""
    column = {name: i for i, name in enumerate(header)}
    members = [record for record in records.list if record['kind'] == kind]
    tally.expect([row[0] for row in rows] == [record['id'] for record in members], f'{kind}: other rows than records')
    for record, row in zip(members, rows):
        wrong = []
        for name, schema in records.fields(kind).items():
            values = values_of(schema, record['fields'][name]) if name in record['fields'] else []
            if f'{name}_count' in column:  # a group
                expected = {f'{name}_count': str(len(values)) if name in record['fields'] else ''}
            elif f'{name}_{records.languages[0]}' in column and name not in column:
                expected = {f'{name}_{key}': SEPARATOR.join(value[key] for value in values if key in value)
                            for key in records.languages}
            else:
                expected = {name: SEPARATOR.join(plain(value) for value in values)}
            wrong += [(key, row[column[key]], text) for key, text in expected.items() if row[column[key]] != text]
        tally.expect(not wrong, f'{record["id"]}: CSV and JSON differ: {wrong[:2]}')


def kind_tables(records, tables):
    """Kind to the name of its table: the one whose rows are of this kind only."""
    return {rows[0][1]: name for name, (header, rows) in tables.items()
            if header[:2] == ['id', 'kind'] and name != 'records' and rows}


def check_group_tables(tally, records, tables):
    """As many rows as entries, over all kinds."""
    entries = collections.Counter()
    for kind, table in kind_tables(records, tables).items():
        for name, schema in records.fields(kind).items():
            if f'{name}_count' not in tables[table][0]:
                continue
            entries[name] += sum(len(values_of(schema, record['fields'][name])) for record in records.list
                                 if record['kind'] == kind and name in record['fields'])
    tally.expect(entries, 'no kind has a group')
    for name, count in entries.items():
        header, rows = tables.get(f'{name}-entries') or tables[name]
        tally.expect(header[:3] == ['record', 'kind', 'entry'], f'{name}: no table of entries')
        tally.expect(len(rows) == count, f'{name}: {len(rows)} rows for {count} entries')


CASTS = {'string': str, 'number': float, 'date': datetime.date.fromisoformat,
         'boolean': lambda text: {'true': True, 'false': False}[text]}


def check_package(tally, folder, package, tables):
    ids = {row[0] for row in tables['records'][1]}
    named = {resource['name'] for resource in package['resources']}
    tally.expect(named == set(tables), f'the data package and the CSV files differ: {named ^ set(tables)}')
    for resource in package['resources']:
        name, bytes_ = resource['name'], (folder / resource['path']).read_bytes()
        header, rows = tables[name]
        fields = resource['schema']['fields']
        tally.expect(re.fullmatch('[a-z0-9._-]+', name), f'{name}: not a name of the data package')
        tally.expect([field['name'] for field in fields] == header, f'{name}: other columns than in the data package')
        tally.expect(len({column.lower() for column in header}) == len(header), f'{name}: two columns of one name')
        tally.expect(resource['bytes'] == len(bytes_), f'{name}: {resource["bytes"]} bytes said, {len(bytes_)} found')
        tally.expect(resource['hash'] == 'sha256:' + hashlib.sha256(bytes_).hexdigest(), f'{name}: another sum')
        for position, field in enumerate(fields):
            bad = [row[position] for row in rows if row[position] and not casts(field['type'], row[position])]
            tally.expect(not bad, f'{name}.{field["name"]}: no {field["type"]}: {bad[:3]}')
        for key in resource['schema']['foreignKeys']:
            position = header.index(key['fields'])
            lost = {row[position] for row in rows if row[position]} - ids
            tally.expect(not lost, f'{name}.{key["fields"]} names records that are not there: {sorted(lost)[:3]}')


def casts(kind, text):
    try:
        CASTS[kind](text)
    except (ValueError, KeyError):
        return False
    return True


def check_formulas(tally, folder):
    """No cell of text begins as a formula does; numbers may."""
    for path in sorted(folder.glob('*.csv')):
        bad = [cell for row in raw_rows(path) for cell in row
               if FORMULA.match(cell) and not re.fullmatch('-?[0-9.]+', cell)]
        tally.expect(not bad, f'{path.name}: cells that a spreadsheet takes for formulas: {bad[:3]}')


def check_database(tally, folder, records, tables):
    with sqlite3.connect(f'file:{folder / "observatory.sqlite"}?mode=ro', uri=True) as database:
        tally.expect(database.execute('PRAGMA integrity_check').fetchone() == ('ok',), 'the database is damaged')
        for name, (header, rows) in tables.items():
            table = name.replace('-', '_')
            count, = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()
            tally.expect(count == len(rows), f'{table}: {count} rows in the database, {len(rows)} in the CSV file')
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{table}")')]
            tally.expect(columns == [column.replace('-', '_') for column in header], f'{table}: other columns')
        texts = {(record, markdown) for record, markdown in database.execute('SELECT record, markdown FROM texts')}
        said = {(record['id'], text['markdown']) for record in records.list for text in record['texts'].values()}
        tally.expect(texts == said, 'the database and JSON have other texts')
        titles = dict(database.execute(f'SELECT id, "{tables["records"][0][-1]}" FROM records'))
        tally.expect(len(titles) == len(tables['records'][1]), 'ids in the database are not unique')


def check_sums(tally, folder):
    said = dict(reversed(line.split('  ', 1)) for line in (folder / 'SHA256SUMS').read_text().splitlines())
    there = {str(path.relative_to(folder)) for path in folder.rglob('*') if path.is_file()} - {'SHA256SUMS', 'index.html'}
    there = {name for name in there if not name.startswith('releases/')}  # they have sums of their own
    tally.expect(set(said) == there, f'SHA256SUMS and the files differ: {sorted(set(said) ^ there)[:5]}')
    wrong = [name for name in set(said) & there
             if hashlib.sha256((folder / name).read_bytes()).hexdigest() != said[name]]
    tally.expect(not wrong, f'other sums: {wrong[:5]}')


def check_catalog(tally, folder, base):
    graph = rdflib.Graph().parse(data=(folder / 'catalog.jsonld').read_text(encoding='utf-8'), format='json-ld')
    released = set(graph.objects(None, DCAT.hasVersion))
    datasets = [one for one in graph.subjects(rdflib.RDF.type, DCAT.Dataset) if one not in released]
    tally.expect(len(datasets) == 1, f'{len(datasets)} data sets in the catalogue')
    tally.expect(len(list(graph.subjects(rdflib.RDF.type, DCAT.Catalog))) == 1, 'no catalogue')
    distributions = [file for one in (datasets[0], *released) for file in graph.objects(one, DCAT.distribution)]
    tally.expect(len(distributions) > 5, 'hardly any distribution')
    for distribution in distributions:
        address = str(graph.value(distribution, DCAT.downloadURL))
        path = folder / address.removeprefix(base + 'data/')
        if not tally.expect(address.startswith(base) and path.is_file(), f'{address} is not there'):
            continue
        size = int(graph.value(distribution, DCAT.byteSize))
        tally.expect(size == path.stat().st_size, f'{address}: {size} bytes said')
        sum_ = graph.value(graph.value(distribution, SPDX.checksum), SPDX.checksumValue)
        tally.expect(str(sum_) == hashlib.sha256(path.read_bytes()).hexdigest(), f'{address}: another sum')


def check_versions(tally, folder, base):
    """The list of releases names each file that is kept, with its sum."""
    versions = json.loads((folder / 'versions.json').read_text(encoding='utf-8'))
    tally.expect(versions['current']['url'] == base + 'data/', f'versions.json: the data is at {versions["current"]}')
    said = {file['url'].removeprefix(base + 'data/'): file['sha256'] for release in versions['releases'] for file in release['files']}
    kept = {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.glob('releases/*/**/*') if path.is_file()}
    tally.expect(said == kept, f'versions.json and the releases differ: {sorted(set(said.items()) ^ set(kept.items()))[:3]}')


def check_one_version(tally, site, folder, package, records):
    """Whatever describes the data names one version: the package, the catalogue, the list of releases, the pages."""
    graph = rdflib.Graph().parse(data=(folder / 'catalog.jsonld').read_text(encoding='utf-8'), format='json-ld')
    one = next(graph.objects(None, DCAT.dataset))
    said = {'the catalogue': str(graph.value(one, DCAT.version)),
            'versions.json': json.loads((folder / 'versions.json').read_text(encoding='utf-8'))['current']['version'],
            'records.json': records.head['as_of']}
    for page in [*site.glob('*/index.html'), *site.glob('*/data/index.html')]:
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding='utf-8')):
            for node in json.loads(text)['@graph']:
                if node['@type'] == 'Dataset':
                    said[str(page.relative_to(site))] = node['version']
    tally.expect(len(said) == 3 + 2 * len(records.languages), f'the data set is described in {sorted(said)}')
    others = {name: version for name, version in said.items() if version != package['version']}
    tally.expect(not others, f'datapackage.json says version {package["version"]}, others {others}')


def check_lists(tally, site, records):
    """The files beside lists: JSON and CSV have the same entries, each record is there, the page links to both."""
    lists = sorted(path for path in site.glob('*/**/index.json') if path.relative_to(site).parts[0] != 'search')
    tally.expect(lists, 'no list has its data')
    for path in lists:
        name = str(path.relative_to(site).parent)
        data = json.loads(path.read_text(encoding='utf-8'))
        entries = next(data[key] for key in ('records', 'steps', 'entries') if key in data)
        header, rows = read_csv(path.with_suffix('.csv'))
        tally.expect(data['count'] == len(entries) == len(rows), f'{name}: {data["count"]}, {len(entries)}, {len(rows)} entries')
        key = 'row' if 'entries' in data else 'id'
        there = [entry[key] for entry in entries]
        tally.expect(there == [row[header.index(key)] for row in rows], f'{name}: CSV and JSON in another order')
        tally.expect(set(there) <= set(records.by_id), f'{name}: unknown records')
        page = (path.parent / 'index.html').read_text(encoding='utf-8')
        tally.expect('index.csv"' in page and 'index.json"' in page, f'{name}: its page does not lead to its data')


def check_citations(tally, site, records):
    """What reference managers take: lists of all works, and in each record's page what can be saved or copied."""
    lists = {language: {ending: (site / 'data/citations' / f'{language}.{ending}').read_bytes().decode()
                        for ending in ('bib', 'ris', 'json')}
             for language in records.languages if (site / 'data/citations').exists()}
    for language, forms in lists.items():
        items = forms['json'] = json.loads(forms['json'])
        ids = [item['id'] for item in items]
        tally.expect(ids and set(ids) <= set(records.by_id) and len(ids) == len(set(ids)), f'{language}: other works than records')
        tally.expect(re.findall(r'^@\w+{([\w-]+),', forms['bib'], re.MULTILINE) == ids, f'{language}.bib: other works than in JSON')
        tally.expect(re.findall(r'^ID  - (.*)\r$', forms['ris'], re.MULTILINE) == ids, f'{language}.ris: other works than in JSON')
    citable = {language: {item['id'] for item in forms['json']} for language, forms in lists.items()}
    for path in sorted(site.glob('*/*/*/index.html')):
        page = path.read_text(encoding='utf-8')
        files = re.findall(r'<a href="(data:[^"]+)" download="([^"]+)">', page)
        if '<section class="cite"' not in page:
            continue
        language, name = path.relative_to(site).parts[0], path.parent.name
        expected = [f'{name}-{part}.{ending}' for part in (['work'] if name in citable.get(language, ()) else [])
                    + ['cite'] for ending in ('bib', 'ris', 'json')]
        tally.expect([file for _, file in files] == expected, f'{path}: offers {[file for _, file in files]}')
        texts = {file: urllib.parse.unquote(html.unescape(address).split(',', 1)[1]) for address, file in files}
        for ending, collected in lists.get(language, {}).items():
            text = texts.get(f'{name}-work.{ending}', '')
            own = json.loads(text or '[]') if ending == 'json' else text
            tally.expect(all(item in collected for item in own) if ending == 'json' else own in collected,
                         f'{path}: {name}-work.{ending} is not what data/citations/{language}.{ending} says')
        entry = json.loads(texts[f'{name}-cite.json'])
        tally.expect([item['id'] for item in entry] == [name], f'{path}: {name}-cite.json is no entry of the page')


def main():
    site = pathlib.Path(sys.argv[1])
    folder = site / 'data'
    tally = Tally()
    package = json.loads((folder / 'datapackage.json').read_text(encoding='utf-8'))
    records = Records(folder)
    tables = read_tables(folder)
    check_schemas(tally, records)
    check_same_records(tally, folder, records)
    check_relations(tally, records, tables)
    for kind, name in kind_tables(records, tables).items():
        check_kind_table(tally, records, kind, *tables[name])
    check_group_tables(tally, records, tables)
    check_package(tally, folder, package, tables)
    check_formulas(tally, folder)
    check_database(tally, folder, records, tables)
    check_sums(tally, folder)
    check_catalog(tally, folder, package['homepage'])
    check_versions(tally, folder, package['homepage'])
    check_one_version(tally, site, folder, package, records)
    check_lists(tally, site, records)
    check_citations(tally, site, records)
    tally.finish()


if __name__ == '__main__':
    main()
