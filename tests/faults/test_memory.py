#!/usr/bin/env python3
"""test_memory.py BINARY [--full]: a build that gets no memory, at one request or from one on.

It ends with status 3, a sentence that says so, the old site as it was and nothing beside it; or, where a library can do
without, with the right new site.
"""

import errno
import signal
import subprocess
import sys

from faulty import Bench, Tally, name_of

SAMPLES = 300  # of some seventy thousand requests
ALL_SAMPLES = 5000
MEGABYTES = range(52, 112, 2)  # bounds of the address space, from what the libraries take to what a build needs


def judge(tally, bench, run, what):
    said = f'{what}: {name_of(run.returncode)}, {run.stderr.strip()[-400:]!r}'
    if run.returncode == 3:
        sentences = [line for line in run.stderr.splitlines() if line.startswith('armillary: ')]
        tally.expect(len(sentences) == 1 and 'memory' in sentences[0].lower(), f'{said}: it is not said clearly')
        is_untouched = tally.expect(bench.is_untouched(), f'{said}: the old site is not what it was')
    elif run.returncode == -signal.SIGABRT and run.stderr.startswith('[cmark]'):
        # cmark-gfm enters its table syntax, once in a run, with an allocator that ends the program.
        is_untouched = tally.expect(bench.is_untouched(), f'{said}: the old site is not what it was')
    else:
        tally.expect(run.returncode == 0 and bench.is_new(), f'{said}: neither status 3 nor the right site')
        is_untouched = False
    strays = bench.strays()
    if strays:  # removing needs some memory, too
        again = bench.build()
        tally.expect(again.returncode == 0 and bench.is_new() and not bench.strays(), f'{said}: the next build fails')
    if not is_untouched or strays:
        bench.restore()
    return run.returncode == 3


def spread(count, samples):
    """Numbers from 1 to `count`: the first few, the last few and evenly between."""
    few = min(20, count)
    return sorted({*range(1, few + 1), *range(count - few + 1, count + 1), *range(1, count + 1, max(count // samples, 1))})


def fail_requests(tally, bench, samples):
    count = len(bench.record(count='memory'))
    numbers = spread(count, samples)
    told = sum(judge(tally, bench, bench.build(count='memory', at=number, error=errno.ENOMEM), f'request {number}')
               for number in numbers)
    print(f'{len(numbers)} of {count} requests for memory refused: {told} builds said so, the others did without')
    return numbers


def fail_from_there_on(tally, bench, numbers):
    for number in numbers:
        run = bench.build(count='memory', at=number, error=errno.ENOMEM, **{'from': 1})
        judge(tally, bench, run, f'no memory from request {number} on')
    print(f'no memory at all from {len(numbers)} requests on')


def bound_address_space(tally, bench, everything):
    """As the kernel refuses it: a bound on the address space, rising until the build succeeds."""
    least = None
    for megabytes in MEGABYTES if everything else MEGABYTES[::4]:
        bound = ('prlimit', f'--as={megabytes << 20}')
        starts = subprocess.run([*bound, bench.binary, '--version'], capture_output=True, check=False)
        if starts.returncode != 0:
            continue  # not even its libraries have room
        run = bench.build(command=bound)
        judge(tally, bench, run, f'{megabytes} MB of address space')
        if run.returncode == 0 and least is None:
            least = megabytes
    print(f'a build fits into {least} MB of address space')


def main():
    everything = '--full' in sys.argv
    tally = Tally()
    with Bench(sys.argv[1]) as bench:
        numbers = fail_requests(tally, bench, ALL_SAMPLES if everything else SAMPLES)
        fail_from_there_on(tally, bench, numbers)
        bound_address_space(tally, bench, everything)
    tally.finish()


if __name__ == '__main__':
    main()
