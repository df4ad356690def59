#!/usr/bin/env python3
"""test_calls.py BINARY [--full]: every call of a build to the disk fails in turn.

Either the build ends with status 3, a sentence that names the file, the old site as it was and nothing left beside it;
or it could do without the call, and the new site is right to the byte. --full tries each call, else one of each sort.
"""

import errno
import re
import sys

from faulty import Bench, KnowingBench, Tally, error_name, name_of

# What each call is made to say. "short" is half of what was to be read or written, which is no failure; nor is EINTR.
FAULTS = {
    'open': [errno.EACCES, errno.EMFILE, errno.EIO], 'create': [errno.ENOSPC, errno.EROFS], 'openat': [errno.EMFILE],
    'read': [errno.EIO, errno.EINTR, 'short'], 'write': [errno.ENOSPC, errno.EIO, errno.EINTR, 'short'],
    'close': [errno.EIO], 'fstat': [errno.EIO], 'stat': [errno.EIO, errno.EACCES], 'lstat': [errno.EIO],
    'mkdir': [errno.ENOSPC, errno.EACCES], 'link': [errno.EMLINK, errno.ENOSPC], 'renameat2': [errno.EIO, errno.EINVAL],
    'rename': [errno.EIO], 'unlink': [errno.EIO], 'unlinkat': [errno.EIO], 'remove': [errno.EBUSY], 'rmdir': [errno.EIO],
    'flock': [errno.ENOLCK, errno.EINTR], 'fdopendir': [errno.ENOMEM], 'opendir': [errno.EMFILE],
    'readdir': [errno.EIO], 'realpath': [errno.EIO], 'readlink': [errno.EIO], 'getcwd': [errno.ENOENT],
    'syncfs': [errno.EIO], 'fsync': [errno.EIO], 'pthread_create': [errno.EAGAIN],
}
HARMLESS = {errno.EINTR, 'short'}
REMOVING = {'unlink', 'unlinkat', 'remove', 'rmdir', 'openat', 'fdopendir', 'readdir', 'close', 'lstat', 'stat'}
DISK_FULL = 'create,write,mkdir,link'


def names_the_file(message, path):
    """Whether the message names what the call was about, or what it was part of."""
    if path in ('', '.', '/proc/self/exe'):
        return True
    quoted = re.findall(r"'([^']+)'", message)
    path = path.rstrip('/')
    return any((path + '/').startswith(name + '/') or name.startswith(path + '/') for name in quoted)


def one_of_each_sort(calls):
    """The numbers of the last call of each name in each folder."""
    last = {(name, path.rsplit('/', 1)[0]): number for number, (name, path) in enumerate(calls, 1)}
    return sorted(last.values())


def judge(tally, bench, run, what, *, path, may_leave, harmless=False):
    """What must hold after a build with a fault."""
    said = f'{what}: {name_of(run.returncode)}, {run.stderr.strip()[-400:]!r}'
    if run.returncode == 3 and not harmless:
        lines = run.stderr.splitlines()
        sentences = [line for line in lines if line.startswith('armillary: ')]  # after what there is to say of the content
        is_clear = sentences == lines[-1:] and names_the_file(lines[-1], path)
        tally.expect(is_clear, f'{said}: not one sentence that names the file')
        stays = 'the new site is in its place' in lines[-1] and bench.is_new()  # the disk lets nothing be taken back
        untouched = tally.expect(stays or bench.is_untouched(), f'{said}: the old site is not what it was') and not stays
    else:
        tally.expect(run.returncode == 0, f'{said}: neither 0 nor 3')
        untouched = not tally.expect(run.returncode == 0 and bench.is_new(), f'{said}: the new site is not right')
    strays = bench.strays()
    if strays and may_leave:
        again = bench.build()
        tally.expect(again.returncode == 0 and bench.is_new() and not bench.strays(),
                     f'{said}: the next build ends with {again.returncode}, {bench.strays()} beside the site')
        untouched = False
    else:
        tally.expect(not strays, f'{said}: {strays} are left')
    if not untouched or strays:
        bench.restore()


def fail_each(tally, bench, everything, names=None, **always):
    """Each call once, alone; of those with certain names."""
    calls = bench.record(**always)
    numbers = range(1, len(calls) + 1) if everything else one_of_each_sort(calls)
    runs = 0
    for number in numbers:
        name, path = calls[number - 1]
        if names is not None and name not in names and not everything:
            continue
        every = everything or name in ('read', 'write', 'renameat2', 'flock')
        for error in FAULTS[name] if every else FAULTS[name][:1]:
            run = bench.build(at=number, error=error, **always)
            runs += 1
            # Where removing fails, what should have gone stays until the next build.
            is_beside = path.startswith(str(bench.output) + '.')
            judge(tally, bench, run, f'call {number}, {name} {path}, {error_name(error)}', path=path,
                  may_leave=name in REMOVING and is_beside, harmless=error in HARMLESS)
    print(f'{runs} builds, in each of which one of {len(calls)} calls fails')


def fill_disk(tally, bench, everything):
    """From a call on, nothing more can be written; removing still works."""
    calls = bench.record()
    numbers = [number for number, (name, _) in enumerate(calls, 1) if name in DISK_FULL.split(',')]
    for number in numbers if everything else numbers[::max(len(numbers) // 10, 1)]:
        name, path = calls[number - 1]
        run = bench.build(at=number, error=errno.ENOSPC, **{'from': 1}, only=DISK_FULL)
        # A link that cannot be made is a copy, which cannot be made either: the sentence is about that. What cannot be kept
        # for the next build is nobody's concern: the sentence is about what comes then.
        is_told = name != 'link' and not path.startswith(str(bench.cache))
        judge(tally, bench, run, f'no space from call {number} on, {name} {path}', path=path if is_told else '',
              may_leave=False)
    print(f'a full disk from {len(numbers)} calls on')


def break_disk(tally, bench, everything):
    """From a call on every one fails, also those that would clean up: the next build does."""
    calls = bench.record()
    for number in range(1, len(calls) + 1, 1 if everything else max(len(calls) // 25, 1)):
        name, path = calls[number - 1]
        run = bench.build(at=number, error=errno.EIO, **{'from': 1})
        judge(tally, bench, run, f'all fails from call {number} on, {name} {path}', path='', may_leave=True)


def begin_from_leftovers(tally, bench, everything):
    """A build was killed before: what it left must not get into a site, also where it cannot be removed."""
    def leave():
        for ending in ('.next', '.old'):
            folder = bench.output.with_name('site' + ending) / 'en'
            folder.mkdir(parents=True)
            (folder / 'stray.html').write_text('from a killed build')
        bench.output.with_name('site.lock').touch()

    bench.restore()
    leave()
    log = bench.work / 'leftovers'
    run = bench.build(log=log)
    tally.expect(run.returncode == 0 and bench.is_new() and not bench.strays(), f'leftovers: {run.stderr}')
    calls = [line.split(' ', 2)[1:] for line in log.read_text('utf-8').splitlines()]
    beside = [number for number, (name, path) in enumerate(calls, 1) if '/site.' in path and name in REMOVING]
    first = [number for number in beside if 'stray' in calls[number - 1][1]] + beside[:20]
    for number in beside if everything else first:
        name, path = calls[number - 1]
        bench.restore()
        leave()
        run = bench.build(at=number, error=FAULTS[name][0])
        judge(tally, bench, run, f'leftovers, call {number}, {name} {path}', path='', may_leave=True)
    bench.restore()


def find_no_threads(tally, bench):
    """A machine that gives no thread, or no second one: the work is done all the same."""
    for number in (1, 2, 3):
        for more in ({}, {'from': 1}):
            run = bench.build(options=('--jobs', '4'), at=number, error=errno.EAGAIN, only='pthread_create', **more)
            judge(tally, bench, run, f'no thread at call {number}', path='', may_leave=False)
    calls = bench.build(options=('--jobs', '4'), at=1, error=errno.EAGAIN, only='pthread_create', **{'from': 1})
    tally.expect(calls.returncode == 0, f'without threads a build ends with {calls.returncode}: {calls.stderr}')
    bench.restore()


def main():
    everything = '--full' in sys.argv
    tally = Tally()
    with Bench(sys.argv[1]) as bench:
        fail_each(tally, bench, everything)
        fill_disk(tally, bench, everything)
        break_disk(tally, bench, everything)
        begin_from_leftovers(tally, bench, everything)
        find_no_threads(tally, bench)
        # File systems that cannot exchange two names, or have no hard links.
        fail_each(tally, bench, everything, {'rename', 'syncfs', 'fsync', 'remove'}, always=f'renameat2:{errno.EINVAL}')
        fail_each(tally, bench, everything, {'create', 'write', 'mkdir'}, always=f'link:{errno.EPERM}')
    with KnowingBench(sys.argv[1]) as bench:
        pages = bench.build(options=('--jobs', '1', '--timings'), always='nothing:0').stderr
        tally.expect('pages kept' in pages, f'no page is kept: {pages}')
        bench.restore()
        fail_each(tally, bench, everything, {'open', 'create', 'read', 'write', 'close', 'mkdir', 'link', 'lstat', 'rename'})
    tally.finish()


if __name__ == '__main__':
    main()
