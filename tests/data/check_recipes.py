#!/usr/bin/env python3
"""The recipes of the data page, run as they stand there, where the engine is installed.

    check_recipes.py SITE
"""

import glob
import html
import json
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally  # noqa: E402


def recipes_of(site):
    """Recipe by name, from the page of the first language; all languages have the same."""
    pages = sorted(site.glob('*/data/index.html'))
    found = [{name: html.unescape(re.sub('<[^>]+>', '', text)) for name, text in
              re.findall(r'<pre id="recipe\.(\w+)"[^>]*>(.*?)</pre>', page.read_text(encoding='utf-8'), re.S)}
             for page in pages]
    return found[0], all(other == found[0] for other in found)


def run(command, folder, **options):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **options)


def check_shell(tally, name, script, data):
    ended = run(['bash', '-euc', script], data)
    tally.expect(ended.returncode == 0 and ended.stdout.strip(), f'{name}: {ended.stderr[:500]}')
    return ended.stdout


def check_sqlite(tally, script, data, records):
    lines = check_shell(tally, 'sqlite', script, data).splitlines()
    counts = {record['kind']: 0 for record in records}
    for record in records:
        counts[record['kind']] += 1
    tally.expect(lines[:len(counts)] == [f'{kind}|{counts[kind]}' for kind in sorted(counts)], 'SQLite counts otherwise')


def check_postgresql(tally, script, data, records):
    """In a cluster of its own, reached by a socket in a folder of its own; root may not run one and asks `postgres` to."""
    programs = sorted(glob.glob('/usr/lib/postgresql/*/bin'))
    if not programs:
        return False
    folder = pathlib.Path(tempfile.mkdtemp())
    as_user = []
    if os.getuid() == 0:
        owner = pwd.getpwnam('postgres')
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_user = ['runuser', '-u', 'postgres', '--']
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    control = [*as_user, f'{programs[-1]}/pg_ctl', '-D', str(folder / 'cluster'), '-w']
    try:
        made = run([*control, 'init', '-o', '--encoding=UTF8 --no-sync --auth=trust'], folder, env=environment)
        # What it says goes to a file: a server that holds the pipe would keep us waiting.
        started = run([*control, '-l', str(folder / 'log'), '-o', f"-k {folder} -c listen_addresses='' -c fsync=off",
                       'start'], folder, env=environment)
        if not tally.expect(started.returncode == 0, f'PostgreSQL does not start: {made.stderr}{started.stderr}'):
            return True
        for name in ('records.jsonl', 'relations.csv'):
            shutil.copy(data / name, folder / name)
            os.chmod(folder / name, 0o644)
        ended = run([*as_user, f'{programs[-1]}/psql', '-h', str(folder), '-d', 'postgres', '-X', '-q', '-At', '-v',
                     'ON_ERROR_STOP=1'], folder, input=script, env=environment)
        tally.expect(ended.returncode == 0, f'PostgreSQL: {ended.stderr[:500]}')
        counts = dict(line.split('|') for line in ended.stdout.splitlines() if '|' in line)
        expected = {}
        for record in records:
            if record['incoming']:
                expected[record['kind']] = expected.get(record['kind'], 0) + len(record['incoming'])
        tally.expect({kind: int(count) for kind, count in counts.items()} == expected, 'PostgreSQL counts otherwise')
    finally:
        run([*control, '-m', 'immediate', 'stop'], folder, env=environment)
        shutil.rmtree(folder, ignore_errors=True)
    return True


def check_opensearch(tally, script, data, records):
    """No Debian package has the engine: its mapping must be JSON, and the lines those of its bulk interface."""
    mapping = re.search(r"-d '(.*?)'", script, re.S).group(1)
    tally.expect(set(json.loads(mapping)) == {'mappings'}, f'OpenSearch: the mapping is {mapping}')
    lines_of = re.search(r'^jq .*?(?= \|$)', script, re.M).group(0)
    text = check_shell(tally, 'OpenSearch', lines_of, data)
    lines = [json.loads(line) for line in text.splitlines()]
    tally.expect(text.endswith('\n') and lines[0::2] == [{'index': {'_id': record['id']}} for record in records],
                 'OpenSearch: the lines do not say which record follows')
    tally.expect(lines[1::2] == records, 'OpenSearch: the lines do not hold the records')


def check_duckdb(tally, script, data, records):
    """With the program, or with the library that `npm ci --prefix tests/data` brings."""
    if (pathlib.Path(__file__).parent / 'node_modules').is_dir():
        command = ['node', str(pathlib.Path(__file__).with_name('run_duckdb.mjs'))]
    elif shutil.which('duckdb'):
        command = ['duckdb', '-csv', '-noheader']
    else:
        return False
    questions = "SELECT count(*) FROM whole; SELECT count(*) FROM 'relations.parquet';"
    with tempfile.TemporaryDirectory() as folder:
        for name in ('records.csv', 'relations.csv', 'records.jsonl'):
            shutil.copy(data / name, folder)
        ended = run(command, folder, input=script + questions)
        relations = sum(len(record['incoming']) for record in records)
        tally.expect(ended.returncode == 0 and ended.stdout.split() == [str(len(records)), str(relations)],
                     f'DuckDB: {ended.stdout[-200:]}{ended.stderr[-500:]}')
    return True


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    data = site / 'data'
    tally = Tally()
    recipes, is_same = recipes_of(site)
    tally.expect(is_same, 'the recipes differ between languages')
    tally.expect(set(recipes) == {'sqlite', 'duckdb', 'postgresql', 'opensearch', 'sums'}, f'recipes: {list(recipes)}')
    records = [json.loads(line) for line in (data / 'records.jsonl').read_text(encoding='utf-8').splitlines()]
    check_sqlite(tally, recipes['sqlite'], data, records)
    check_shell(tally, 'sums', recipes['sums'], data)
    if not check_postgresql(tally, recipes['postgresql'], data, records):
        print('PostgreSQL is not installed: its recipe was not run')
    check_opensearch(tally, recipes['opensearch'], data, records)
    if not check_duckdb(tally, recipes['duckdb'], data, records):
        print('DuckDB is not installed: its recipe was not run')
    tally.finish()


if __name__ == '__main__':
    main()
