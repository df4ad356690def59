#!/usr/bin/env python3
"""golden.py BUILT [--accept]: compares each small observatory's built site, byte for byte, with the accepted one.

BUILT holds a folder for every observatory of tests/sites; what was accepted lies in tests/sites/NAME/expected. With
--accept the built files become the accepted ones: look at `git diff` before committing them.
"""

import difflib
import pathlib
import shutil
import sys

from tally import Tally

SITES = pathlib.Path(__file__).resolve().parents[1] / 'sites'


def files_of(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob('*') if path.is_file()}


def show_difference(expected, built, name):
    try:
        lines = [path.read_text(encoding='utf-8').splitlines() for path in (expected, built)]
    except UnicodeDecodeError:
        return
    for line in list(difflib.unified_diff(*lines, f'accepted/{name}', f'built/{name}', lineterm='', n=1))[:20]:
        print('  ' + line[:200])


def compare(tally, expected, built, site):
    accepted, made = files_of(expected), files_of(built)
    for name in sorted(accepted | made):
        if name not in made:
            tally.expect(False, f'{site}: {name} is no longer built')
        elif name not in accepted:
            tally.expect(False, f'{site}: {name} is new')
        elif not tally.expect((expected / name).read_bytes() == (built / name).read_bytes(), f'{site}: {name} differs'):
            show_difference(expected / name, built / name, name)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != '--accept']
    if len(arguments) != 1:
        sys.exit('usage: golden.py BUILT [--accept]')
    tally = Tally()
    for root in sorted(path.parent.parent for path in SITES.glob('*/content/site.yaml')):
        built, expected = pathlib.Path(arguments[0]) / root.name, root / 'expected'
        if '--accept' in sys.argv:
            shutil.rmtree(expected, ignore_errors=True)
            shutil.copytree(built, expected)
        if tally.expect(expected.is_dir(), f'{root.name}: nothing accepted yet; look at {built}, then --accept'):
            compare(tally, expected, built, root.name)
    if tally.failed:
        print(f'if the changes are meant: python3 tests/tools/golden.py {arguments[0]} --accept')
    tally.finish()


if __name__ == '__main__':
    main()
