#!/usr/bin/env python3
"""run.py [--records N] [--runs R]: the time that `armillary build`, Hugo and Eleventy take for the same records, in turn.

And Armillary with what readers get besides pages: search, open data, feeds. Beside both stands the floor below which
nobody gets: cmark-gfm over the bodies alone, on all processors, and one copy of what was written. All read and write a
memory file system; every run writes into a folder that is not there. Prints medians, ratios, peak memory and what was written, and
the table for the README; fails where Armillary is not so many times as fast as LEAST_RATIO says (the aim is ten) or takes more
times the floor than MOST_FLOORS says.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from site_file import set_without

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / 'tests/tools'))
from tally import Tally  # noqa: E402  the checkers' folder is no package

LEAST_RATIO = 7
MOST_FLOORS = {'armillary': 2, 'everything': 3.5}


class Contender:
    def __init__(self, name, command, output):
        self.name = name
        self.command = command
        self.output = output
        self.seconds = []
        self.peak = 0  # bytes

    def run(self):
        shutil.rmtree(self.output, ignore_errors=True)
        started = time.monotonic()
        with subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            said = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.seconds.append(time.monotonic() - started)
        self.peak = max(self.peak, usage.ru_maxrss * 1024)
        return process.returncode, said.decode(errors='replace')

    def median(self):
        return statistics.median(self.seconds)

    def report(self):
        files = [path for path in self.output.rglob('*') if path.is_file()]
        pages = sum(path.suffix == '.html' for path in files)
        size = sum(path.stat().st_size for path in files)
        print(f'{self.name:<19} median {self.median():7.3f} s  of {", ".join(f"{one:.3f}" for one in self.seconds)};  '
              f'peak memory {self.peak / 1e6:.0f} MB;  {pages} pages, {size / 1e6:.1f} MB', flush=True)


def memory_folder():
    shared = '/dev/shm'
    if os.path.isdir(shared) and os.access(shared, os.W_OK):
        return shared
    print('there is no /dev/shm: reading and writing an ordinary temporary folder')
    return None


def write_bodies(corpus, folder):
    """The bodies of all records without their front matter, for cmark-gfm."""
    folder.mkdir()
    for path in (corpus / 'armillary/content').rglob('*.md'):
        text = path.read_text(encoding='utf-8')
        body = text.split('\n---\n', 1)[1] if text.startswith('---\n') else text
        (folder / path.name).write_text(body, encoding='utf-8')


def copying(name, work, bodies, site):
    """cmark-gfm over the bodies on all processors, and one copy of a finished site."""
    script = (f'find {bodies} -type f -print0 | xargs -0 -P {os.cpu_count()} -n 250 cmark-gfm -e table >/dev/null && '
              f'cp -r {site} {work / name}')
    return Contender(name, ['sh', '-c', script], work / name)


def armillary(name, work, root):
    program = REPOSITORY / 'build/release/armillary'
    return Contender(name, [program, 'build', '--root', root, '--output', work / name], work / name)


def contenders(work):
    corpus = work / 'corpus'
    write_bodies(corpus, work / 'bodies')
    everything = corpus / 'everything'
    shutil.copytree(corpus / 'armillary', everything)
    set_without(everything, [])
    return {'armillary': armillary('armillary', work, corpus / 'armillary'),
            'everything': armillary('everything', work, everything),
            'floor': copying('floor', work, work / 'bodies', work / 'armillary'),
            'floor-everything': copying('floor-everything', work, work / 'bodies', work / 'everything'),
            'hugo': Contender('hugo', ['hugo', '--quiet', '--source', corpus / 'hugo', '--destination', work / 'hugo',
                                       '--cacheDir', work / 'cache'], work / 'hugo'),
            'eleventy': eleventy(work, corpus / 'eleventy')}


def eleventy(work, site):
    """Its folders are relative to the one it is started in."""
    program = 'node --max-old-space-size=8192 node_modules/@11ty/eleventy/cmd.cjs --quiet'
    return Contender('eleventy', ['sh', '-c', f'cd {site} && exec {program} --output=../../eleventy'], work / 'eleventy')


def print_table(records, all_of_them):
    ours = all_of_them['armillary'].median()
    print(f'\n| {records:,} records | median | memory | Armillary is so many times as fast |\n| --- | --- | --- | --- |')
    for name, title in (('armillary', 'Armillary'), ('everything', 'with search, data and feeds'),
                        ('hugo', 'Hugo'), ('eleventy', 'Eleventy'), ('floor', 'cmark-gfm alone and one copy')):
        one = all_of_them[name]
        times = '' if name == 'armillary' else f'{one.median() / ours:.1f}'
        print(f'| {title} | {one.median():.2f} s | {one.peak / 1e6:,.0f} MB | {times} |')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--records', type=int, default=2000)
    parser.add_argument('--runs', type=int, default=5)
    arguments = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        work = pathlib.Path(name)
        subprocess.run([sys.executable, REPOSITORY / 'tests/bench/make_corpus.py', str(arguments.records),
                        work / 'corpus'], check=True)
        all_of_them = contenders(work)
        for contender in [*all_of_them.values()] * arguments.runs:
            status, said = contender.run()
            if not tally.expect(status == 0, f'{contender.name} ended with {status}:\n{said[-2000:]}'):
                tally.finish()
        for contender in all_of_them.values():
            contender.report()
        hugo, eleventy_took = all_of_them['hugo'].median(), all_of_them['eleventy'].median()
        print(f'{arguments.records} records in two languages, {os.cpu_count()} processors:')
        for one, floor in (('armillary', 'floor'), ('everything', 'floor-everything')):
            median, floor = all_of_them[one].median(), all_of_them[floor].median()
            print(f'{one:<19} {hugo / median:5.1f} times as fast as Hugo, {eleventy_took / median:5.1f} times as Eleventy, '
                  f'{median / floor:5.1f} times the floor')
            tally.expect(median <= MOST_FLOORS[one] * floor, f'{one}: {median / floor:.1f} times the floor')
        print_table(arguments.records, all_of_them)
        ratio = hugo / all_of_them['armillary'].median()
        tally.expect(ratio >= LEAST_RATIO, f'{ratio:.1f} times as fast as Hugo, not {LEAST_RATIO}')
    tally.finish()


if __name__ == '__main__':
    main()
