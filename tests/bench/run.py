#!/usr/bin/env python3
"""run.py [--records N] [--runs R]: the time that `armillary build` and Hugo take for the same records, in turn.

Both read and write a memory file system; every run writes into a folder that is not there. Prints medians, their ratio,
peak memory and what was written; fails where Armillary is not four times as fast. The aim is ten.
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

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / 'tests/tools'))
from tally import Tally  # noqa: E402  the checkers' folder is no package

LEAST_RATIO = 4


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
        print(f'{self.name:<10} median {self.median():7.3f} s  of {", ".join(f"{one:.3f}" for one in self.seconds)};  '
              f'peak memory {self.peak / 1e6:.0f} MB;  {pages} pages, {size / 1e6:.1f} MB', flush=True)


def memory_folder():
    shared = '/dev/shm'
    if os.path.isdir(shared) and os.access(shared, os.W_OK):
        return shared
    print('there is no /dev/shm: reading and writing an ordinary temporary folder')
    return None


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
        ours = Contender('armillary', [REPOSITORY / 'build/release/armillary', 'build', '--root',
                                       work / 'corpus/armillary', '--output', work / 'armillary'], work / 'armillary')
        hugo = Contender('hugo', ['hugo', '--quiet', '--source', work / 'corpus/hugo', '--destination', work / 'hugo',
                                  '--cacheDir', work / 'cache'], work / 'hugo')
        for contender in [ours, hugo] * arguments.runs:
            status, said = contender.run()
            if not tally.expect(status == 0, f'{contender.name} ended with {status}:\n{said[-2000:]}'):
                tally.finish()
        for contender in (ours, hugo):
            contender.report()
        ratio = hugo.median() / ours.median()
        print(f'{arguments.records} records in two languages, {os.cpu_count()} processors: '
              f'Armillary is {ratio:.1f} times as fast')
        tally.expect(ratio >= LEAST_RATIO, f'{ratio:.1f} times as fast as Hugo, not {LEAST_RATIO}')
    tally.finish()


if __name__ == '__main__':
    main()
