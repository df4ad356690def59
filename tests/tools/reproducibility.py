#!/usr/bin/env python3
"""The same input gives the same bytes, nothing changed rewrites nothing, and failure changes nothing.

Builds the repository's own content, and copies of it, in a temporary folder; changes nothing outside that.
"""

import filecmp
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


def build(root, output, *options, **environment):
    command = [BINARY, 'build', '--root', root, '--output', output, *options]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def copy_sources(folder):
    """Only what a build reads, in another place."""
    for name in ('content', 'templates', 'static'):
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


def files_of(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob('*') if path.is_file())


def differences(one, other):
    """Names of files that one folder lacks or that hold other bytes."""
    names, other_names = files_of(one), files_of(other)
    found = sorted(set(names) ^ set(other_names))
    return found + [name for name in names if name not in found
                    and not filecmp.cmp(one / name, other / name, shallow=False)]


def identities(folder):
    """What a rewritten file could not keep: inode and time of change."""
    states = {path: path.stat() for path in folder.rglob('*') if path.is_file()}
    return {path: (state.st_ino, state.st_mtime_ns) for path, state in states.items()}


def names_beside(site):
    return sorted(path.name for path in site.parent.iterdir() if path.name.startswith(site.name + '.'))


def check_same_bytes(tally, work):
    here, there = work / 'one', work / 'two'
    copy = copy_sources(work / 'a copy of the sources')
    first = build(REPOSITORY, here, '--jobs', '1', TZ='Pacific/Kiritimati', LC_ALL='C')
    second = build(copy, there, '--jobs', '2', TZ='America/Adak', LC_ALL='C.UTF-8', LANG='zh_CN.UTF-8')
    for run in (first, second):
        if not tally.expect(run.returncode == 0, f'build ended with {run.returncode}: {run.stderr[-2000:]}'):
            return None
    found = differences(here, there)
    tally.expect(not found, f'other jobs, zone, locale and place give other bytes: {[str(name) for name in found[:10]]}')
    print(f'{len(files_of(here))} files are the same bytes on 1 and 2 jobs, in other time zones, locales and places')
    return here


def check_nothing_rewritten(tally, site):
    before = identities(site)
    run = build(REPOSITORY, site)
    tally.expect(run.returncode == 0 and ' 0 files written' in run.stdout, f'a second build says: {run.stdout!r}')
    tally.expect(identities(site) == before, 'a second build over the same content replaced files')
    tally.expect(not names_beside(site), f'a build leaves {names_beside(site)} behind')


def check_one_change(tally, work, site):
    """One record changes: the pages that show it are written, all others keep their identity."""
    copy = work / 'a copy of the sources'
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
    tally.expect(not differences(site, shown) or kept < len(before), 'the changed site equals the old one')


def first_record(root):
    """A record with a body in the first language."""
    bodies = [path for path in sorted((root / 'content/declarations').glob('*.md')) if path.name.count('.') == 1]
    return bodies[0]


def check_failure_changes_nothing(tally, work, site):
    broken = work / 'broken'
    copy_sources(broken)
    record = first_record(broken)
    record.write_text(record.read_text(encoding='utf-8').replace('---\n', '---\nno_such_field: 1\n', 1),
                      encoding='utf-8')
    before = identities(site)
    run = build(broken, site)
    tally.expect(run.returncode == 1, f'a broken record ends with {run.returncode}, not 1')
    tally.expect('no_such_field' in run.stderr, f'the broken field is not named: {run.stderr[-500:]!r}')
    tally.expect(identities(site) == before, 'a failed build changed the site')
    tally.expect(not names_beside(site), f'a failed build leaves {names_beside(site)} behind')
    template = broken / 'templates/record.html'
    shutil.copy(REPOSITORY / 'content' / record.relative_to(broken / 'content'), record)
    template.write_text(template.read_text(encoding='utf-8') + '{{ no_such_name }}\n{% if %}', encoding='utf-8')
    run = build(broken, site)
    tally.expect(run.returncode == 1, f'a broken template ends with {run.returncode}, not 1: {run.stderr[-500:]}')
    tally.expect(identities(site) == before, 'a broken template changed the site')


def check_killed_build(tally, work, site):
    """kill -9 at many moments of a build that would change every page: the old site or the new one, never a mix."""
    copy = work / 'killed'
    copy_sources(copy)
    strings = copy / 'templates/base.html'
    strings.write_text(strings.read_text(encoding='utf-8') + '<!-- a new site -->\n', encoding='utf-8')
    new_site = work / 'new'
    started = time.monotonic()
    tally.expect(build(copy, new_site).returncode == 0, 'the changed content does not build')
    whole = time.monotonic() - started
    steps = 12
    for step in range(steps):
        target = work / 'target'
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(site, target)
        with subprocess.Popen([BINARY, 'build', '--root', copy, '--output', target], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            time.sleep(whole * step / (steps - 2))
            process.send_signal(signal.SIGKILL)
        is_old, is_new = not differences(site, target), not differences(new_site, target)
        tally.expect(is_old or is_new, f'killed after {step}/{steps - 2} of a build: neither the old site nor the new')
        run = build(copy, target)
        tally.expect(run.returncode == 0 and not differences(new_site, target), 'the build after a killed one fails')
        tally.expect(not names_beside(target), f'the build after a killed one leaves {names_beside(target)}')


def main():
    if not BINARY.exists():
        sys.exit('reproducibility.py: run ./armillary --version first')
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        site = check_same_bytes(tally, work)
        if site is not None:
            check_nothing_rewritten(tally, site)
            check_one_change(tally, work, site)
            check_failure_changes_nothing(tally, work, site)
            check_killed_build(tally, work, site)
    tally.finish()


if __name__ == '__main__':
    main()
