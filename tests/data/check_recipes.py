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
    if shutil.which('duckdb'):
        with tempfile.TemporaryDirectory() as folder:
            for name in ('records.csv', 'relations.csv', 'records.jsonl'):
                shutil.copy(data / name, folder)
            ended = run(['duckdb'], folder, input=recipes['duckdb'])
            tally.expect(ended.returncode == 0 and (pathlib.Path(folder) / 'relations.parquet').exists(), ended.stderr)
    else:
        print('DuckDB is not installed: its recipe was not run')
    tally.finish()


if __name__ == '__main__':
    main()
