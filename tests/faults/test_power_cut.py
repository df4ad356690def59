#!/usr/bin/env python3
"""test_power_cut.py BINARY [--full]: what a build has the disk keep, and in which order.

A power cut may lose whatever was not handed to the disk, and whatever was handed on later may have come through. So the
recorded calls must stand in this order: the files of the new site and their folders, the file system's word that it
keeps them, the exchange of the names, the word that the folder keeps its names, and only then the end of the old site.
--full also says what that costs, on the disk that holds this folder and in memory.
"""

import os
import pathlib
import sys
import tempfile
import time

from faulty import HERE, Bench, Tally

REPOSITORY = HERE.parents[1]
MAKING = {'create', 'write', 'mkdir', 'link', 'symlink', 'ftruncate'}
REMOVING = {'unlink', 'unlinkat', 'remove', 'rmdir'}
ROUNDS = 3


def places(calls, names, under):
    """The numbers of the calls of certain names about a folder or what lies in it."""
    return [number for number, (name, path) in enumerate(calls, 1)
            if name in names and (path == under or path.startswith(under + '/'))]


def check_order(tally, bench, what, exchange, calls):
    output, staging = str(bench.output), str(bench.output) + '.next'
    made = places(calls, MAKING, staging)
    kept = places(calls, {'syncfs'}, staging)
    swapped = [number for number, (name, path) in enumerate(calls, 1) if name == exchange and path.startswith(output)]
    named = places(calls, {'fsync'}, str(bench.output.parent))
    tally.expect(len(made) > 20, f'{what}: only {len(made)} calls made the new site')
    tally.expect(len(kept) == 1 and len(named) == 1, f'{what}: {len(kept)} syncfs, {len(named)} fsync')
    tally.expect(max(made) < kept[0], f'{what}: a file is made after the file system was asked to keep them')
    tally.expect(kept[0] < swapped[0], f'{what}: the new site gets its name before it is on the disk')
    tally.expect(swapped[-1] < named[0], f'{what}: the folder is asked to keep its names before they are changed')
    gone = [number for ending in ('.next', '.old') for number in places(calls, REMOVING, output + ending)]
    after = [number for number in gone if number > swapped[-1]]
    tally.expect(after and min(after) > named[0], f'{what}: the old site goes before the new one has its name for good')
    before = [number for number in gone if kept[0] < number < swapped[-1]]
    tally.expect(not before, f'{what}: something of the new site goes after it was kept')
    tally.expect(not places(calls, MAKING, output), f'{what}: something is written into the old site')


def measure(tally, bench, where):
    """What keeping costs: builds of the repository's own content, all of whose files are new, with and without."""
    times = {'kept': [], 'not kept': []}
    for number in range(ROUNDS):
        for name, always in (('kept', 'nothing:0'), ('not kept', 'syncfs:22')):  # EINVAL: taken for "no such thing"
            target = bench.work / f'whole-{number}-{name.replace(" ", "-")}'
            os.sync()
            started = time.monotonic()
            run = bench.build(REPOSITORY, output=target, options=(), always=always)
            times[name].append(time.monotonic() - started)
            tally.expect(run.returncode == 0, f'the repository does not build: {run.stderr[-300:]}')
            files = sum(1 for path in target.rglob('*') if path.is_file())
    best = {name: min(all_times) for name, all_times in times.items()}
    print(f'{where}: {files} new files in {best["kept"]:.2f} s, {best["not kept"]:.2f} s without syncfs')


def main():
    everything = '--full' in sys.argv
    tally = Tally()
    with Bench(sys.argv[1]) as bench:
        check_order(tally, bench, 'with exchange', 'renameat2', bench.record())
        check_order(tally, bench, 'without exchange', 'rename', bench.record(always='renameat2:22'))
        bench.restore()
        again = bench.work / 'again'
        bench.build('old', log=again)
        calls = [line.split(' ', 2)[1] for line in again.read_text('utf-8').splitlines()]
        tally.expect('syncfs' not in calls and 'renameat2' not in calls,
                     'a build with nothing changed exchanges sites or asks the disk to keep one')
        if everything:
            measure(tally, bench, 'in memory')
    if everything:
        (REPOSITORY / 'build').mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=REPOSITORY / 'build') as folder, Bench(sys.argv[1], folder) as bench:
            measure(tally, bench, f'on the disk of {pathlib.Path(folder).parent}')
    tally.finish()


if __name__ == '__main__':
    main()
