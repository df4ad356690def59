#!/usr/bin/env python3
"""test_killed.py BINARY [--full]: kill -9, at random moments and before certain calls, and two builds at once.

What is found afterwards is the old site or the new one, never a mixture, and the next build makes the new one and
leaves nothing beside it. --full kills at 500 moments and before each call.
"""

import errno
import random
import signal
import subprocess
import sys
import time

from faulty import Bench, Tally, contents

MOMENTS = 30
ALL_MOMENTS = 500
TOGETHER = 5


def check_left(tally, bench, what):
    """The site that a killed build left; then the next build. Returns which it is."""
    found = contents(bench.output)
    which = 'old' if found == bench.old else 'new' if found == bench.new else 'neither'
    tally.expect(which != 'neither', f'{what}: what is there is neither the old site nor the new')
    run = bench.build()
    tally.expect(run.returncode == 0 and bench.is_new(), f'{what}: the next build ends with {run.returncode}: {run.stderr}')
    tally.expect(not bench.strays(), f'{what}: the next build leaves {bench.strays()}')
    bench.restore()
    return which


def kill_at_moments(tally, bench, moments):
    chance = random.Random(9)
    started = time.monotonic()
    bench.build()
    whole = time.monotonic() - started
    bench.restore()
    ends = {'old': 0, 'new': 0, 'neither': 0}
    for step in range(moments):
        # Most moments lie where the site is put in its place, near the end.
        after = whole * (chance.random() if step % 2 else chance.uniform(0.6, 1.1))
        with subprocess.Popen([bench.binary, 'build', '--root', bench.work / 'new', '--output', bench.output],
                              env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(after)
            process.send_signal(signal.SIGKILL)
        ends[check_left(tally, bench, f'killed after {after * 1000:.1f} of {whole * 1000:.0f} ms')] += 1
    print(f'{moments} builds killed at random moments: {ends["old"]} left the old site, {ends["new"]} the new one')


def kill_before_calls(tally, bench, everything):
    calls = bench.record()
    changing = {'create', 'write', 'mkdir', 'link', 'renameat2', 'rename', 'syncfs', 'fsync', 'unlink', 'unlinkat', 'remove'}
    numbers = [number for number, (name, _) in enumerate(calls, 1) if name in changing]
    swap = next(number for number, (name, _) in enumerate(calls, 1) if name == 'renameat2')
    if not everything:
        numbers = sorted({*numbers[::20], *range(swap - 2, swap + 4)})
    ends = {'old': 0, 'new': 0, 'neither': 0}
    for number in numbers:
        bench.build(at=number, error='kill')
        ends[check_left(tally, bench, f'killed before call {number}, {" ".join(calls[number - 1])}')] += 1
    print(f'{len(numbers)} builds killed before a call: {ends["old"]} left the old site, {ends["new"]} the new one')


def kill_between_two_renamings(tally, bench, everything):
    """Where two names cannot be exchanged there is a moment without a site; the next build puts the old one back first."""
    always = f'renameat2:{errno.EINVAL}'
    calls = bench.record(always=always)
    renamings = [number for number, (name, path) in enumerate(calls, 1)
                 if name == 'rename' and path.startswith(str(bench.output))]
    tally.expect(len(renamings) == 2, f'there are {len(renamings)} renamings, not two')
    for number in range(renamings[0] - 1, len(calls) + 1 if everything else renamings[1] + 5):
        bench.build(at=number, error='kill', always=always)
        what = f'killed without exchange before call {number}, {" ".join(calls[number - 1])}'
        if renamings[0] < number <= renamings[1]:
            tally.expect(contents(bench.output) is None, f'{what}: there is a site')
            # Even a build that fails puts it back.
            full = bench.build(at=1, error=errno.ENOSPC, only='create,write,mkdir', **{'from': 1})
            tally.expect(full.returncode == 3, f'{what}: a build onto a full disk ends with {full.returncode}')
        full = bench.build(at=1, error=errno.ENOSPC, only='write,link', **{'from': 1})
        tally.expect(full.returncode in (0, 3), f'{what}: a build onto a full disk ends with {full.returncode}')
        check_left(tally, bench, what)


def build_together(tally, bench, times):
    """Two builds into one folder: one waits for the other, and the site is that of the last."""
    for _ in range(times):
        pair = [subprocess.Popen([bench.binary, 'build', '--root', bench.work / which, '--output', bench.output],
                                 env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for which in ('old', 'new')]
        for process in pair:
            said = process.communicate(timeout=60)[1]
            tally.expect(process.returncode == 0, f'one of two builds at once ends with {process.returncode}: {said[-300:]}')
        tally.expect(contents(bench.output) in (bench.old, bench.new), 'two builds at once made a mixture')
        tally.expect(not bench.strays(), f'two builds at once leave {bench.strays()}')
    bench.restore()
    # A build whose machine stands still holds the folder; the other waits, and both end well.
    with subprocess.Popen([bench.binary, 'build', '--root', bench.work / 'old', '--output', bench.output],
                          env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as first:
        while first.poll() is None and not bench.output.with_name('site.lock').exists():
            pass
        first.send_signal(signal.SIGSTOP)
        with subprocess.Popen([bench.binary, 'build', '--root', bench.work / 'new', '--output', bench.output],
                              env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as second:
            time.sleep(0.5)
            if first.poll() is None:
                tally.expect(second.poll() is None, 'the second build does not wait for one that holds the folder')
            first.send_signal(signal.SIGCONT)
            tally.expect(second.wait(60) == 0 and first.wait(60) == 0, 'two builds do not both end well')
    tally.expect(bench.is_new() and not bench.strays(), 'after two builds the site is not that of the second')
    bench.restore()
    print(f'{times + 1} times two builds at once')


def main():
    everything = '--full' in sys.argv
    tally = Tally()
    with Bench(sys.argv[1]) as bench:
        kill_at_moments(tally, bench, ALL_MOMENTS if everything else MOMENTS)
        kill_before_calls(tally, bench, everything)
        kill_between_two_renamings(tally, bench, everything)
        build_together(tally, bench, 10 * TOGETHER if everything else TOGETHER)
    tally.finish()


if __name__ == '__main__':
    main()
