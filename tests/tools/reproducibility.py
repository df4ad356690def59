#!/usr/bin/env python3
"""The same input gives the same bytes, nothing changed rewrites nothing, and failure changes nothing.

Builds copies of the repository's own observatory in a temporary folder, in memory where there is room; changes nothing
outside that, and editors may go on while it runs.
"""

import hashlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BINARY = REPOSITORY / 'build/release/armillary'
KILLS = 12


def build(root, output, *options, **environment):
    command = [BINARY, 'build', '--root', root, '--output', output, *options]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def copy_sources(origin, folder):
    """Only what a build reads, in another place."""
    for name in ('content', 'templates', 'static'):
        shutil.copytree(origin / name, folder / name)
    return folder


def digests(folder):
    """What a site is to its readers: the name and the bytes of every file."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).digest()
            for path in folder.rglob('*') if path.is_file()}


def different_names(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def identities(folder):
    """What a rewritten file could not keep: inode and time of change."""
    states = {path: path.stat() for path in folder.rglob('*') if path.is_file()}
    return {path: (state.st_ino, state.st_mtime_ns) for path, state in states.items()}


def names_beside(site):
    return sorted(path.name for path in site.parent.iterdir() if path.name.startswith(site.name + '.'))


def check_same_bytes(tally, work, sources):
    """Returns the site, or None where there is none to go on with."""
    here, there = work / 'one', work / 'two'
    copy = copy_sources(sources, work / 'a copy of the sources')
    first = build(sources, here, '--jobs', '1', TZ='Pacific/Kiritimati', LC_ALL='C')
    second = build(copy, there, '--jobs', '2', TZ='America/Adak', LC_ALL='C.UTF-8', LANG='zh_CN.UTF-8')
    for run in (first, second):
        if not tally.expect(run.returncode == 0, f'build ended with {run.returncode}: {run.stderr[-2000:]}'):
            return None
    found = different_names(digests(here), digests(there))
    tally.expect(not found, f'other jobs, zone, locale and place give other bytes: {found[:10]}')
    print(f'{len(digests(here))} files are the same bytes on 1 and 2 jobs, in other time zones, locales and places')
    return here


def check_nothing_rewritten(tally, sources, site):
    before = identities(site)
    run = build(sources, site)
    tally.expect(run.returncode == 0 and ' 0 files written' in run.stdout, f'a second build says: {run.stdout!r}')
    tally.expect(identities(site) == before, 'a second build over the same content replaced files')
    tally.expect(not names_beside(site), f'a build leaves {names_beside(site)} behind')


def check_one_change(tally, work, sources):
    """One record changes: the pages that show it are written, all others keep their identity."""
    copy = copy_sources(sources, work / 'edited')
    shown = work / 'changed'
    build(copy, shown)
    before = identities(shown)
    record = first_record(copy)
    record.write_text(record.read_text(encoding='utf-8') + '\n一句新的话。\n', encoding='utf-8')
    run = build(copy, shown)
    after = identities(shown)
    kept = sum(after.get(path) == identity for path, identity in before.items())
    tally.expect(run.returncode == 0 and kept < len(before), f'a changed record changed no page: {run.stderr[-500:]}')
    tally.expect(kept > len(before) * 0.8, f'a sentence more in one record kept only {kept} of {len(before)} files')
    print(f'a sentence more in one record: {kept} of {len(before)} files keep their identity')


def first_record(root):
    """A record with a body in the first language."""
    bodies = [path for path in sorted((root / 'content/declarations').glob('*.md')) if path.name.count('.') == 1]
    return bodies[0]


def check_failure_changes_nothing(tally, work, sources, site):
    broken = copy_sources(sources, work / 'broken')
    record = first_record(broken)
    sound = record.read_text(encoding='utf-8')
    record.write_text(sound.replace('---\n', '---\nno_such_field: 1\n', 1), encoding='utf-8')
    before = identities(site)
    run = build(broken, site)
    tally.expect(run.returncode == 1, f'a broken record ends with {run.returncode}, not 1')
    tally.expect('no_such_field' in run.stderr, f'the broken field is not named: {run.stderr[-500:]!r}')
    tally.expect(identities(site) == before, 'a failed build changed the site')
    tally.expect(not names_beside(site), f'a failed build leaves {names_beside(site)} behind')
    record.write_text(sound, encoding='utf-8')
    template = broken / 'templates/record.html'  # met only when pages are rendered: some are written by then
    text = template.read_text(encoding='utf-8')
    template.write_text(text.replace('{{ record.title }}', '{{ record.title }}{{ record.no_such_name }}', 1),
                        encoding='utf-8')
    run = build(broken, site)
    tally.expect(run.returncode == 1 and 'no_such_name' in run.stderr,
                 f'a broken template ends with {run.returncode}, not 1: {run.stderr[-500:]}')
    tally.expect(identities(site) == before, 'a broken template changed the site')
    tally.expect(not names_beside(site), f'a failed build leaves {names_beside(site)} behind')


def check_killed_build(tally, work, sources, site):
    """kill -9 at many moments of a build that changes every page: the old site or the new one, never a mix."""
    copy = copy_sources(sources, work / 'killed')
    base = copy / 'templates/base.html'
    base.write_text(base.read_text(encoding='utf-8') + '<!-- a new site -->\n', encoding='utf-8')
    started = time.monotonic()
    tally.expect(build(copy, work / 'new').returncode == 0, 'the changed observatory does not build')
    whole = time.monotonic() - started
    old_files, new_files = digests(site), digests(work / 'new')
    tally.expect(old_files != new_files, 'the changed observatory gives the same site')
    target = work / 'target'
    ends = {'old': 0, 'new': 0}
    for step in range(KILLS):
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(site, target)
        with subprocess.Popen([BINARY, 'build', '--root', copy, '--output', target], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(whole * step / (KILLS - 3))  # the last ones when all is done, or nearly
            process.send_signal(signal.SIGKILL)
        found = digests(target)
        end = 'old' if found == old_files else 'new' if found == new_files else ''
        if tally.expect(end, f'killed after {step}/{KILLS - 3} of a build: neither the old site nor the new'):
            ends[end] += 1
        run = build(copy, target)
        tally.expect(run.returncode == 0 and digests(target) == new_files, 'the build after a killed one fails')
        tally.expect(not names_beside(target), f'the build after a killed one leaves {names_beside(target)}')
    print(f'{KILLS} builds killed: {ends["old"]} left the old site, {ends["new"]} the new one')


def memory_folder():
    """A folder in memory with room for some sites, else the usual one: disks make this take minutes."""
    shared = '/dev/shm'
    if os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > 2 * 2**30:
        return shared
    return None


def main():
    if not BINARY.exists():
        sys.exit('reproducibility.py: run ./armillary --version first')
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        work = pathlib.Path(name)
        sources = copy_sources(REPOSITORY, work / 'sources')
        site = check_same_bytes(tally, work, sources)
        if site is not None:
            check_nothing_rewritten(tally, sources, site)
            check_one_change(tally, work, sources)
            check_failure_changes_nothing(tally, work, sources, site)
            check_killed_build(tally, work, sources, site)
    tally.finish()


if __name__ == '__main__':
    main()
