#!/usr/bin/env python3
"""search_index.py [--records N] [--runs R] [--no-peer]: what the search index adds to a build, beside Pagefind's own program.

Builds the same records with and without search, in turn, and has Pagefind (npm, see tests/search/package.json) index the
HTML of the same record pages. Prints medians, the ratio, peak memory, and what searches of three words move. Fails where
Pagefind is not so many times as slow as LEAST_RATIO says, or such a search moves more than MOST_MOVED.
"""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

from make_corpus import LEFT_OUT
from run import REPOSITORY, Contender, Tally, armillary, memory_folder
from site_file import set_without

LEAST_RATIO = 50
MOST_MOVED = 200  # kilobytes
PAGEFIND = REPOSITORY / 'tests/search/node_modules/pagefind/lib/runner/bin.cjs'


def with_search(corpus, folder):
    shutil.copytree(corpus, folder)
    set_without(folder, [part for part in LEFT_OUT if part != 'search'])
    return folder


def copy_record_pages(site, folder):
    """The pages of records, as /LANG/FOLDER/ID/: what our own index holds."""
    for page in site.glob('*/*/*/index.html'):
        if page.parts[-3] not in ('years', 'by', 'pages'):
            target = folder / page.relative_to(site)
            target.parent.mkdir(parents=True)
            shutil.copyfile(page, target)


def moved_by_searches(site):
    done = subprocess.run(['node', REPOSITORY / 'tests/bench/three_words.mjs', site], capture_output=True, text=True,
                          check=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--records', type=int, default=2000)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--no-peer', action='store_true')
    arguments = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory(dir=memory_folder()) as name:
        work = pathlib.Path(name)
        subprocess.run([sys.executable, REPOSITORY / 'tests/bench/make_corpus.py', str(arguments.records),
                        work / 'corpus', 'armillary'], check=True, stdout=subprocess.DEVNULL)
        plain = armillary('plain', work, work / 'corpus/armillary')
        searched = armillary('searched', work, with_search(work / 'corpus/armillary', work / 'corpus/searched'))
        contenders = [plain, searched]
        if not arguments.no_peer:
            plain.run()
            copy_record_pages(plain.output, work / 'pages')
            contenders.append(Contender('pagefind', ['node', PAGEFIND, '--site', work / 'pages', '--output-path',
                                                     work / 'pagefind'], work / 'pagefind'))
            plain.seconds.clear()
        for contender in contenders * arguments.runs:
            status, said = contender.run()
            if not tally.expect(status == 0, f'{contender.name} ended with {status}:\n{said[-2000:]}'):
                tally.finish()
        added = statistics.median(b - a for a, b in zip(plain.seconds, searched.seconds))
        print(f'{arguments.records} records in two languages: the index adds {added:.2f} s to a build of '
              f'{plain.median():.2f} s, and {(searched.peak - plain.peak) / 1e6:.0f} MB to its peak of {plain.peak / 1e6:.0f} MB')
        if not arguments.no_peer:
            pagefind = contenders[-1]
            ratio = pagefind.median() / added
            print(f'Pagefind takes {pagefind.median():.2f} s and {pagefind.peak / 1e6:.0f} MB: {ratio:.0f} times as long')
            tally.expect(ratio >= LEAST_RATIO, f'Pagefind takes {ratio:.0f} times as long, not {LEAST_RATIO}')
        moved = moved_by_searches(searched.output)
        print(f'{moved["searches"]} searches of three words move {moved["median"]:.0f} KB (median), {moved["most"]:.0f} KB '
              'at most, the first of a reader each')
        tally.expect(moved['most'] <= MOST_MOVED, f'a search of three words moves {moved["most"]:.0f} KB')
    tally.finish()


if __name__ == '__main__':
    main()
