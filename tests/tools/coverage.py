#!/usr/bin/env python3
"""coverage.py BUILD [FILE…]: how much of the generator ran, by room; of each FILE (a part of its path) what did not.

Branches that only an exception takes are left out, and those that cannot be taken: the compiler makes most of them.
What ran is what left its counts in BUILD, a build folder of the preset `coverage`.
"""

import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]


def measure(build):
    """What gcovr says of each file of the generator."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / 'coverage.json'
        subprocess.run(['gcovr', '--root', REPOSITORY, '--filter', f'{REPOSITORY}/generator/', '--exclude-throw-branches',
                        '--exclude-unreachable-branches', '--json', out, '-j', '2', build / 'CMakeFiles'], check=True)
        return json.loads(out.read_text(encoding='utf-8'))['files']


def counts(file):
    """Lines that ran and all lines, branches that were taken and all branches."""
    lines = [line for line in file['lines'] if not line.get('gcovr/noncode')]
    branches = [branch for line in lines for branch in line['branches']]
    return (sum(line['count'] > 0 for line in lines), len(lines),
            sum(branch['count'] > 0 for branch in branches), len(branches))


def row(name, figures):
    ran, lines, taken, branches = figures
    return (f'{name:12} {ran:6} of {lines:6} lines {100 * ran / max(lines, 1):6.1f} % '
            f'{taken:6} of {branches:6} branches {100 * taken / max(branches, 1):6.1f} %')


def show_missed(file):
    source = (REPOSITORY / file['file']).read_text(encoding='utf-8').splitlines()
    for line in file['lines']:
        missed = [branch for branch in line['branches'] if branch['count'] == 0]
        if line.get('gcovr/noncode') or (line['count'] > 0 and not missed):
            continue
        what = 'never' if line['count'] == 0 else f'{len(missed)} of {len(line["branches"])}'
        print(f'{file["file"]}:{line["line_number"]}: {what}: {source[line["line_number"] - 1].strip()}')


def main():
    if len(sys.argv) < 2:
        sys.exit('usage: coverage.py BUILD [FILE…]')
    tally = Tally()
    rooms = collections.defaultdict(lambda: (0, 0, 0, 0))
    for file in measure(pathlib.Path(sys.argv[1])):
        room = pathlib.Path(file['file']).parts[1]
        rooms[room] = tuple(map(sum, zip(rooms[room], counts(file))))
        if any(name in file['file'] for name in sys.argv[2:]):
            show_missed(file)
    for room, figures in sorted(rooms.items()):
        print(row(room, figures))
        tally.expect(figures[0] > 0, f'nothing of {room} ran')
    print(row('all', tuple(map(sum, zip(*rooms.values())))))
    tally.finish()


if __name__ == '__main__':
    main()
