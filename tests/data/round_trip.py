#!/usr/bin/env python3
"""An observatory made again from its open data alone: its records are the same, byte for byte.

    round_trip.py ARMILLARY ROOT SITE      SITE is built from ROOT

Schemas, vocabularies, pages, the site file and files beside records are taken as they are; every record is written anew
from its JSON.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally  # noqa: E402


class Plain(str):
    """A scalar that stands without quotation marks: a number, a word that is no text."""


def yaml(value):
    """Flow style: JSON's, but for plain scalars."""
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, dict):
        return '{' + ', '.join(f'{json.dumps(key)}: {yaml(inner)}' for key, inner in value.items()) + '}'
    if isinstance(value, list):
        return '[' + ', '.join(map(yaml, value)) + ']'
    return json.dumps(value, ensure_ascii=False)


EVIDENCE = ('source', 'url', 'place', 'stated', 'note')


def with_evidence(value, fact):
    evidence = {key: fact[key] for key in EVIDENCE if key in fact}
    return {'value': value, **evidence} if evidence else value


def written(schema, value):
    """A field's value as an editor would write it."""
    if 'oneOf' in schema:
        if 'absence' in value:
            return with_evidence(Plain(value['absence']), value)
        properties = schema['properties']
        if 'values' in value:
            inner = properties['values']['items']['properties']['value']
            items = [with_evidence(written(inner, item['value']), item) for item in value['values']]
            return with_evidence(tagged(inner, items), value)
        return with_evidence(written(properties['value'], value['value']), value)
    if schema.get('type') == 'array':
        return tagged(schema['items'], [written(schema['items'], item) for item in value])
    if schema.get('$ref') == '#/$defs/date':
        return value['text']
    if schema.get('$ref') == '#/$defs/file':
        return {'path': value['name'], **({'alt': value['alternative']} if 'alternative' in value else {})}
    if schema.get('type') == 'object' and 'properties' in schema and not is_tagged(schema):
        return {name: written(schema['properties'][name], inner) for name, inner in value.items()}
    return value


def is_tagged(schema):
    """Whether it is the form of a text with its language."""
    return set(schema.get('properties', {})) == {'language', 'text'} and schema.get('required') == ['language', 'text']


def tagged(schema, items):
    """Texts keyed by their language are one mapping."""
    return {item['language']: item['text'] for item in items} if is_tagged(schema) else items


def front_matter(schema, record):
    out = {name: written(schema['properties']['fields']['properties'][name], value)
           for name, value in record['fields'].items()}
    for key in ('published', 'verified'):
        if key in record:
            out[key] = record[key]['text']
    if record['sources']:
        out['sources'] = [{**entry, **{key: entry[key]['text'] for key in ('seen', 'dead') if key in entry}}
                          for entry in record['sources']]
    if record['changes']:
        out['changes'] = [{**entry, 'date': entry['date']['text']} for entry in record['changes']]
    for key in ('withdrawn', 'aliases', 'sort_key', 'draft'):
        if record.get(key):
            out[key] = record[key]
    return ''.join(f'{key}: {yaml(value)}\n' for key, value in out.items())


def write_record(folder, schema, record, languages):
    texts = record['texts']
    first = texts.get(languages[0])
    head = front_matter(schema, record)
    if first is None:
        (folder / f'{record["id"]}.yaml').write_text(head, encoding='utf-8')
    else:
        (folder / f'{record["id"]}.md').write_text(f'---\n{head}---\n{first["markdown"]}\n', encoding='utf-8')
    for language in languages[1:]:
        if language in texts:
            state = texts[language]['state']
            head = '' if state == 'original' else f'---\ntranslation: {{state: {state}}}\n---\n'
            (folder / f'{record["id"]}.{language}.md').write_text(head + texts[language]['markdown'] + '\n',
                                                                  encoding='utf-8')


def remake(root, data, records):
    """The content folder of a second observatory below `root`."""
    content = root / 'content'
    schemas = {path.stem: json.loads(path.read_text(encoding='utf-8')) for path in (data / 'schema').glob('*.json')}
    languages = list(next(iter(schemas.values()))['$defs']['localized']['properties'])
    for record in records:
        folder = content / record['page'][languages[0]].split('/')[-3]
        folder.mkdir(parents=True, exist_ok=True)
        write_record(folder, schemas[record['kind']], record, languages)


def copy_frame(old, new):
    """All that is no record: whole folders of the frame, and files beside records."""
    for path in sorted(old.rglob('*')):
        name = path.relative_to(old)
        is_frame = len(name.parts) == 1 or name.parts[0] in ('schema', 'vocabularies', 'pages')
        if path.is_file() and (is_frame or path.suffix not in ('.md', '.yaml')):
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, new / name)


def main():
    program, root, site = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    data = site / 'data'
    lines = (data / 'records.jsonl').read_bytes().splitlines()
    records = [json.loads(line, parse_float=Plain, parse_int=Plain) for line in lines]
    tally = Tally()
    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None) as folder:
        second = pathlib.Path(folder)
        copy_frame(root / 'content', second / 'content')
        remake(second, data, records)
        for name in ('templates', 'static'):
            if (root / name).is_dir():
                (second / name).symlink_to(root / name)
        built = subprocess.run([program, 'build', '--root', second], capture_output=True, text=True, check=False)
        if tally.expect(built.returncode == 0, f'the records made again do not build:\n{built.stderr[-3000:]}'):
            again = (second / 'site/data/records.jsonl').read_bytes().splitlines()
            tally.expect(len(again) == len(lines), f'{len(again)} records instead of {len(lines)}')
            for before, after in zip(lines, again):
                tally.expect(before == after, f'{before[:90]} came back otherwise: {difference(before, after)}')
    tally.finish()


def difference(before, after):
    place = next((i for i, (a, b) in enumerate(zip(before, after)) if a != b), min(len(before), len(after)))
    return (before[max(0, place - 60):place + 60] + b' / ' + after[max(0, place - 60):place + 60]).decode('utf-8', 'replace')


if __name__ == '__main__':
    main()
