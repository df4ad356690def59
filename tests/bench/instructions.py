#!/usr/bin/env python3
"""instructions.py [--accept]: how many instructions a build takes, counted by valgrind, which no busy machine disturbs.

Builds a small corpus on one thread, with what readers get besides pages and without it, and fails where a count is more
than a twentieth above the one in instructions.json. A change that is worth its price writes the new counts there with
--accept, and says why in its commit. Counts that fell so far are to be accepted too: else the gain could be lost unseen.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from site_file import set_without

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(REPOSITORY / 'tests/tools'))
from tally import Tally  # noqa: E402  the checkers' folder is no package

KNOWN = HERE / 'instructions.json'
RECORDS = 100
TOLERANCE = 0.05


def count(command):
    with tempfile.NamedTemporaryFile() as profile:
        done = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={profile.name}', *command],
                              capture_output=True, text=True, check=False)
    found = re.search(r'Collected : (\d+)', done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f'{" ".join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-2000:]}')
    return int(found[1])


def measure(work):
    subprocess.run([sys.executable, HERE / 'make_corpus.py', str(RECORDS), work / 'corpus'], check=True,
                   stdout=subprocess.DEVNULL)
    root = work / 'corpus/armillary'
    program = REPOSITORY / 'build/release/armillary'
    build = [program, 'build', '--no-cache', '--jobs', '1', '--root', root, '--output']
    counts = {'build of pages alone': count([*build, work / 'plain'])}
    set_without(root, [])
    counts['build with search, data and feeds'] = count([*build, work / 'full'])
    counts['check'] = count([program, 'check', '--no-cache', '--jobs', '1', '--root', root])
    return counts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--accept', action='store_true')
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = measure(pathlib.Path(folder))
    if arguments.accept:
        KNOWN.write_text(json.dumps(counts, indent=2) + '\n', encoding='utf-8')
    known = json.loads(KNOWN.read_text(encoding='utf-8'))
    tally = Tally()
    for name, found in counts.items():
        change = found / known[name] - 1
        print(f'{name:<36} {found / 1e6:8.1f} million instructions, {100 * change:+.1f} % of what is known')
        tally.expect(abs(change) <= TOLERANCE,
                     f'{name}: {found} instructions, {100 * change:+.1f} % (instructions.py --accept keeps the new count)')
    tally.finish()


if __name__ == '__main__':
    main()
