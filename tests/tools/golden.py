#!/usr/bin/env python3
"""golden.py BUILT [--accept]: compares each small observatory's built site with what was accepted.

BUILT holds a folder for every observatory of tests/sites. In tests/sites/NAME/expected, `addresses.txt` lists every
file of the site, and the other files are pages of it, byte for byte. To watch another page, create its file, empty,
and accept. With --accept what was built becomes what is expected: read `git diff` before committing it.
"""

import difflib
import pathlib
import sys

from tally import Tally

ADDRESSES = 'addresses.txt'
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


def watched_pages(expected):
    return sorted(files_of(expected) - {ADDRESSES})


def accept(expected, built):
    expected.mkdir(exist_ok=True)
    (expected / ADDRESSES).write_text(addresses_of(built), encoding='utf-8')
    for name in watched_pages(expected):
        (expected / name).write_bytes((built / name).read_bytes())


def addresses_of(built):
    return ''.join(f'{name}\n' for name in sorted(files_of(built)))


def compare(tally, expected, built, site):
    accepted = (expected / ADDRESSES).read_text(encoding='utf-8').splitlines()
    made = addresses_of(built).splitlines()
    for name in sorted(set(accepted) | set(made)):
        tally.expect(name in made, f'{site}: {name} is no longer built')
        tally.expect(name in accepted, f'{site}: {name} is new')
    for name in watched_pages(expected):
        if name in made and not tally.expect((expected / name).read_bytes() == (built / name).read_bytes(),
                                             f'{site}: {name} differs'):
            show_difference(expected / name, built / name, name)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != '--accept']
    if len(arguments) != 1:
        sys.exit('usage: golden.py BUILT [--accept]')
    tally = Tally()
    for root in sorted(path.parent.parent for path in SITES.glob('*/content/site.yaml')):
        built, expected = pathlib.Path(arguments[0]) / root.name, root / 'expected'
        if '--accept' in sys.argv:
            accept(expected, built)
        if tally.expect((expected / ADDRESSES).is_file(), f'{root.name}: nothing accepted yet; look at {built}, then --accept'):
            compare(tally, expected, built, root.name)
    if tally.failed:
        print(f'if the changes are meant: python3 tests/tools/golden.py {arguments[0]} --accept')
    tally.finish()


if __name__ == '__main__':
    main()
