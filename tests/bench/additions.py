#!/usr/bin/env python3
"""additions.py [--runs R]: what open data, feeds and search add to a build of the observatory itself.

Builds the repository's own content without them, with search, with search, data and feeds, in turn, on a memory file
system, each time into a folder that is not there. Prints medians, and fails where data and feeds add more than MOST_ADDED
of a build's time without them.
"""

import argparse
import pathlib
import shutil
import tempfile

from run import REPOSITORY, Tally, armillary, memory_folder
from site_file import set_without

MOST_ADDED = 1 / 3
SORTS = {'pages': ['search', 'data', 'feeds'], 'and search': ['data', 'feeds'], 'and data, feeds': []}


def observatory(work, name, without):
    root = work / 'roots' / name
    for folder in ('content', 'templates', 'static'):
        shutil.copytree(REPOSITORY / folder, root / folder)
    set_without(root, without)
    return armillary(name.replace(' ', '-'), work, root)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--runs', type=int, default=9)
    arguments = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        work = pathlib.Path(name)
        contenders = {sort: observatory(work, sort, without) for sort, without in SORTS.items()}
        for contender in [*contenders.values()] * arguments.runs:
            status, said = contender.run()
            if not tally.expect(status == 0, f'{contender.name} ended with {status}:\n{said[-2000:]}'):
                tally.finish()
        for sort, contender in contenders.items():
            print(f'{sort:<16} {contender.median():.3f} s, {contender.peak / 1e6:.0f} MB')
        without, whole = contenders['and search'].median(), contenders['and data, feeds'].median()
        added = whole / without - 1
        print(f'data and feeds add {100 * added:.0f} %')
        tally.expect(added <= MOST_ADDED, f'data and feeds add {100 * added:.0f} %, not {100 * MOST_ADDED:.0f} %')
    tally.finish()


if __name__ == '__main__':
    main()
