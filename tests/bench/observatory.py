#!/usr/bin/env python3
"""observatory.py [--runs R]: what the observatory itself takes to build and to check, and the program to start.

Medians of seconds on a memory file system, in turn, after one round that is not counted: a full build into a folder that
is not there, the same again with nothing changed, a check of everything, a check after one word of a text was added, a
check and a build after a fact of the same record was changed, which many others name, and `armillary --version`. Fails, on a machine that is not busy, where one of them takes longer than MOST says.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from run import REPOSITORY, Tally, memory_folder

PROGRAM = REPOSITORY / 'build/release/armillary'
BUILD, AGAIN, CHECK, EDITED, CHECKED_FACT, BUILT_FACT, START = KINDS = (
    'full build', 'built again, nothing changed', 'check of everything', 'check after an edited text',
    'check after an edited fact', 'build after an edited fact', 'start')
MOST = {BUILD: 1, EDITED: 0.5, START: 0.03}  # seconds


def timed(times, kind, work, *arguments):
    started = time.monotonic()
    run = subprocess.run([PROGRAM, *arguments], env={**os.environ, 'XDG_CACHE_HOME': str(work / 'cache')},
                         capture_output=True, text=True, check=False)
    times[kind].append(time.monotonic() - started)
    if run.returncode != 0:
        sys.exit(f'armillary {" ".join(map(str, arguments))} ended with {run.returncode}:\n{run.stderr[-2000:]}')


def round_of(times, work, number):
    of_root, to_site = ('--root', work / 'root'), ('--output', work / 'site')
    shutil.rmtree(work / 'site', ignore_errors=True)
    timed(times, BUILD, work, 'build', *of_root, *to_site)
    timed(times, AGAIN, work, 'build', *of_root, *to_site)
    timed(times, CHECK, work, 'check', '--no-cache', *of_root, *to_site)
    text = work / 'root/content/declarations/bletchley-declaration.md'
    text.write_text(f'{text.read_text("utf-8")}\nWord {number}.\n', 'utf-8')
    timed(times, EDITED, work, 'check', *of_root, *to_site)
    text.write_text(re.sub('(?m)^  value: .*$', f'  value: {number + 30}', text.read_text('utf-8'), count=1), 'utf-8')
    timed(times, CHECKED_FACT, work, 'check', *of_root, *to_site)
    timed(times, BUILT_FACT, work, 'build', *of_root, *to_site)
    timed(times, START, work, '--version')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=9)
    arguments = parser.parse_args()
    times = {kind: [] for kind in KINDS}
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        work = pathlib.Path(name)
        for folder in ('content', 'templates', 'static'):
            shutil.copytree(REPOSITORY / folder, work / 'root' / folder)
        round_of({kind: [] for kind in KINDS}, work, 0)
        for number in range(arguments.runs):
            round_of(times, work, number + 1)
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    for kind in KINDS:
        median = statistics.median(times[kind])
        print(f'{kind:<30} {median:6.3f} s')
        tally.expect(median <= MOST.get(kind, median) or load > 1.5, f'{kind}: {median:.3f} s, not {MOST.get(kind)} s')
    print(f'medians of {arguments.runs}; {load:.1f} programs wait for each processor')
    tally.finish()


if __name__ == '__main__':
    main()
