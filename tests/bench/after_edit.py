#!/usr/bin/env python3
"""after_edit.py [--records N] [--runs R] [--corpus FOLDER]: what a build takes after one edit, beside a full one, and a server.

Medians of seconds on a memory file system, in turn: a full build into a folder that is not there, with and without what
it keeps for the next one, a build after one word of a text was added, and one after a fact in a front matter was changed.
In the end the site is compared with a clean build's. Then milliseconds from the save of a text to the last byte of its page
from `armillary serve`. Fails where an edit takes more than 60 % of a full build, or the server more than 300 ms on a
machine that is not busy. FOLDER holds an observatory of make_corpus.py, which is copied.
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from run import REPOSITORY, Tally, memory_folder

sys.path.insert(0, str(REPOSITORY / 'tests/serve'))
from serving import Events, Serving  # noqa: E402  the checkers' folder is no package
from timing import measure  # noqa: E402

MOST = 0.6
MOST_TO_PAGE = 300  # milliseconds
CHECK = 8  # seconds in which a server has checked all pages of so many records
PROGRAM = REPOSITORY / 'build/release/armillary'


class Times:
    """Seconds that a kind of build took, by the clock and of processors."""

    def __init__(self):
        self.clock, self.processors = [], []

    def __str__(self):
        return f'{statistics.median(self.clock):6.2f} s, {statistics.median(self.processors):6.2f} s of processors'


def build(work, times, name='site', *options):
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    run = subprocess.run([PROGRAM, 'build', '--root', work / 'root', '--output', work / name, *options],
                         env={**os.environ, 'XDG_CACHE_HOME': str(work / 'cache')}, capture_output=True, text=True,
                         check=False)
    times.clock.append(time.monotonic() - started)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    times.processors.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    if run.returncode != 0:
        sys.exit(f'armillary ended with {run.returncode}:\n{run.stderr[-2000:]}')
    return run.stdout


def edit_text(text, number):
    text.write_text(f'{text.read_text("utf-8")}\nWord {number}.\n', 'utf-8')


def edit_fact(record, number):
    standing = ('adopted', 'ended')[number % 2]
    record.write_text(re.sub('(?m)^standing: .*$', f'standing: {standing}', record.read_text('utf-8')), 'utf-8')


def serve(root, edits, tally):
    with Serving(PROGRAM, root) as served:
        events = Events(served)
        time.sleep(5)
        times = measure(served, events, 'content/reports/report-1.md', '/zh/reports/report-1/', edits, CHECK)
    if not tally.expect(len(times) == edits, 'served: a save did not arrive'):
        return
    median, load = statistics.median(times), os.getloadavg()[0] / (os.cpu_count() or 1)
    print(f'served, from save to page: median {median:.0f} ms of {edits}; {load:.1f} programs wait for each processor')
    tally.expect(median <= MOST_TO_PAGE or load > 1.5, f'served: more than {MOST_TO_PAGE} ms')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--records', type=int, default=10000)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--corpus', type=pathlib.Path)
    arguments = parser.parse_args()
    kinds = ('full build, nothing kept', 'full build', 'after an edited text', 'after an edited fact')
    times = {kind: Times() for kind in kinds}
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        work = pathlib.Path(name)
        corpus = arguments.corpus
        if corpus is None:
            maker = REPOSITORY / 'tests/bench/make_corpus.py'
            subprocess.run([sys.executable, maker, str(arguments.records), work / 'corpus', 'armillary'], check=True,
                           stdout=subprocess.DEVNULL)
            corpus = work / 'corpus/armillary'
        shutil.copytree(corpus, work / 'root')
        shutil.rmtree(work / 'corpus', ignore_errors=True)
        record = work / 'root/content/reports/report-1.md'
        for number in range(arguments.runs):
            for kind, options in ((kinds[0], ('--no-cache',)), (kinds[1], ())):
                shutil.rmtree(work / 'site', ignore_errors=True)
                build(work, times[kind], 'site', *options)
            edit_text(record, number)
            said = build(work, times[kinds[2]])
            tally.expect(' 1 files written' in said, f'after an edited text: {said}')
            edit_fact(record, number)
            build(work, times[kinds[3]])
        build(work, Times(), 'clean', '--no-cache')
        same = subprocess.run(['diff', '-rq', work / 'site', work / 'clean'], capture_output=True, text=True, check=False)
        tally.expect(same.returncode == 0, f'not as a clean build: {same.stdout[:1000]}')
        for site in ('site', 'clean'):
            shutil.rmtree(work / site)
        serve(work / 'root', 2 * arguments.runs + 1, tally)
    for kind in kinds:
        print(f'{kind:26} {times[kind]}')
    for kind in kinds[2:]:
        clock, processors = (statistics.median(getattr(times[kind], what)) / statistics.median(getattr(times[kinds[1]], what))
                             for what in ('clock', 'processors'))
        print(f'{kind:26} {100 * clock:.0f} % of the time of a full build, {100 * processors:.0f} % of its processors')
        tally.expect(clock <= MOST, f'{kind}: more than {100 * MOST:.0f} % of a full build')
    tally.finish()


if __name__ == '__main__':
    main()
