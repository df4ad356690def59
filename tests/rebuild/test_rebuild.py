#!/usr/bin/env python3
"""test_rebuild.py BINARY [STEPS [SEED]]: a build that knows of the last one makes, to the byte, what a clean build makes.

Makes random edits one after the other (edits.py) on the lighthouses of tests/sites, once with all outputs and once with
pages only; after each the site is built over the last one, and from nothing with --no-cache. Sites, messages and exit
status must be the same; so must what `check` says, with and without what it knows. It says how often pages were kept:
where they never are, nothing is shown.
"""

import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

import edits

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally

SITE = pathlib.Path(__file__).resolve().parents[1] / 'sites/lighthouses'
STEPS = 60
LOTS = 5  # of the same records, besides the first
TIMINGS = re.compile(r'^ +[\d.]+ ms  .*\n|^(\d+) of (\d+) pages kept from the last time\n', re.M)


class Bench:
    """An observatory, the folder of its site and the cache, all in one temporary folder."""

    def __init__(self, binary, work, without=(), copies=0):
        self.binary, self.work = str(pathlib.Path(binary).resolve()), work
        self.root, self.site, self.cache = work / 'root', work / 'out/site', work / 'cache'
        for name in ('content', 'templates', 'releases'):
            shutil.copytree(SITE / name, self.root / name)
        for number in range(copies):
            copy_records(self.root / 'content', f'-bis{number}')
        self.site.parent.mkdir()
        if without:
            with (self.root / 'content/site.yaml').open('a') as file:
                file.write(f'without: [{", ".join(without)}]\n')

    def build(self, *options, **settings):
        return self.run('build', *options, **settings)

    def run(self, command, *options, site=None, cache=True, **environment):
        """(status, what was said on standard error, how many pages were kept)."""
        own = {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', **environment}
        if cache:
            own['XDG_CACHE_HOME'] = str(self.cache)
        line = [self.binary, command, '--root', self.root, '--output', site or self.site, '--timings', *options]
        run = subprocess.run(line, env=own, capture_output=True, text=True, check=False)
        kept = re.search(r'^(\d+) of \d+ pages kept', run.stderr, re.M)
        return run.returncode, TIMINGS.sub('', run.stderr), int(kept[1]) if kept else 0

    def build_clean(self, *options, **environment):
        clean = self.work / 'clean'
        shutil.rmtree(clean, ignore_errors=True)
        return self.build('--no-cache', *options, site=clean, **environment), contents(clean)


def copy_records(content, ending):
    """All records once more, with this ending behind their ids: they name each other, not those that they are copies of."""
    files = [path for folder in edits.FOLDERS for path in sorted((content / folder).iterdir()) if '-bis' not in path.name]
    names = '|'.join(sorted({re.escape(path.name.split('.')[0]) for path in files}, key=len, reverse=True))
    for path in files:
        copy = path.with_name(re.sub(rf'^({names})', rf'\1{ending}', path.name))
        if path.suffix == '.png':
            shutil.copy(path, copy)
            continue
        text = re.sub(r'(?m)^aliases: .*\n', '', path.read_text('utf-8'))
        edits.write(copy, re.sub(rf'(?<=[\[@ ])({names})(?=[\]|,}}#.\n])', rf'\1{ending}', text))


def contents(folder):
    if not folder.is_dir():
        return None
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


def identities(folder):
    states = {str(path.relative_to(folder)): path.stat() for path in folder.rglob('*') if path.is_file()}
    return {name: (state.st_ino, state.st_mtime_ns) for name, state in states.items()}


def different(one, other):
    one, other = one or {}, other or {}
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def compare_checks(tally, bench, desk, told):
    """How many pages `check` kept; the options that say what becomes of a site are none of its own."""
    options = sorted(desk.options - {'--compress'})
    status, said, kept = bench.run('check', *options, **desk.environment)
    clean_status, clean_said, _ = bench.run('check', '--no-cache', *options, **desk.environment)
    tally.expect((status, said) == (clean_status, clean_said), f'after {told}: check ends with {status}, without what it '
                 f'knows with {clean_status}; it says\n{said}\nand\n{clean_said}')
    return kept


def take_steps(tally, bench, rng, drawn):
    """How many builds, and how many checks, kept pages."""
    desk = edits.Desk(rng, bench.root, bench.site, bench.cache)
    bench.build()
    short, short_checks = 0, 0
    history = []
    for step, edit in enumerate(drawn):
        before = bench.work / 'before'
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(bench.root, before)
        options, environment = set(desk.options), dict(desk.environment)
        history.append(f'{step}: {edit(desk)}')
        status, said, kept = bench.build(*sorted(desk.options), **desk.environment)
        (clean_status, clean_said, _), clean = bench.build_clean(*sorted(desk.options), **desk.environment)
        told = '; '.join(history[-4:])
        tally.expect((status, said) == (clean_status, clean_said),
                     f'after {told}: status {status}, a clean build {clean_status}; said\n{said}\nand\n{clean_said}')
        short_checks += compare_checks(tally, bench, desk, told) > 0
        if clean_status == 0:
            tally.expect(contents(bench.site) == clean, f'after {told}: not as a clean build: '
                         f'{different(contents(bench.site), clean)[:8]} ({kept} pages kept)')
            short += kept > 0
        else:  # the edit is undone, the site stays
            shutil.rmtree(bench.root)
            shutil.copytree(before, bench.root)
            desk.options, desk.environment = options, environment
        beside = [path.name for path in bench.site.parent.iterdir() if path != bench.site]
        tally.expect(not beside, f'after {told}: {beside} beside the site')
    return short, short_checks


def check_one_edit(tally, bench):
    """One word: one page is written, no other file is touched, and nothing is told otherwise."""
    bench.build()
    before = identities(bench.site)
    text = bench.root / 'content/phares/cordouan.ja.md'
    text.write_text(text.read_text('utf-8') + '\nMore.\n', 'utf-8')
    status, _, kept = bench.build()
    after = identities(bench.site)
    pages = sum(name.endswith('.html') for name in after)
    tally.expect(status == 0 and kept == pages - 1, f'one word: status {status}, {kept} of {pages} pages kept')
    tally.expect(different(before, after) == ['ja/phares/cordouan/index.html'],
                 f'one word: other files are {different(before, after)}')


def check_heading_of_another(tally, bench):
    """A link to a heading stands on another page; there it loses its anchor where one language has the heading no more."""
    heading, other = '\n## Une tour et ses étages\n', bench.root / 'content/phares/cordouan.ja.md'
    without = other.read_text('utf-8')
    page = bench.site / 'ja/phares/ar-men/index.html'
    for text, stands in ((without + heading, True), (without, False), (without + '\nMore.\n', False)):
        other.write_text(text, 'utf-8')
        bench.build()
        tally.expect(('cordouan/#une-tour' in page.read_text('utf-8')) == stands,
                     f'the link to a heading of another page {"lacks" if stands else "has"} its anchor')


def check_every_option(tally, bench):
    """Each that makes a difference, on and off again."""
    edits.write(bench.root / 'content/phares/amer.md',
                '---\ntitle: {fr: Amer, ar: A, ja: J}\nmer: atlantique\ndraft: true\n---\n\nNear [[cordouan]].\n')
    bench.build()
    for option, environment in (('--drafts', {}), ('--base-url=https://elsewhere.example/', {}), ('--compress', {}),
                                ('--jobs=1', {'SOURCE_DATE_EPOCH': '0'})):
        for options, day in (((option,), environment), ((), {})):
            status, said, _ = bench.build(*options, **day)
            (clean_status, clean_said, _), clean = bench.build_clean(*options, **day)
            tally.expect((status, said, contents(bench.site)) == (clean_status, clean_said, clean),
                         f'{options} {day}: not as a clean build: {different(contents(bench.site), clean)[:8]}')


def check_stale_translation(tally, bench):
    """The page about what is lacking looks into all texts: here an original changes whose translation says what it is of."""
    subprocess.run([bench.binary, 'status', '--stamp', '--root', bench.root], capture_output=True, check=True)
    bench.build()
    text = bench.root / 'content/phares/cordouan.md'
    text.write_text(text.read_text('utf-8') + '\nMore.\n', 'utf-8')
    status, _, kept = bench.build()
    clean = bench.build_clean()[1]
    page = 'fr/status/index.html'
    tally.expect(status == 0 and kept > 0, f'a stale translation: status {status}, {kept} pages kept')
    tally.expect(contents(bench.site) == clean, f'a stale translation: not as a clean build: {different(contents(bench.site), clean)}')
    text.write_text(text.read_text('utf-8').removesuffix('\nMore.\n'), 'utf-8')
    tally.expect(bench.build_clean()[1][page] != clean[page], 'a stale translation is not told of: this shows nothing')


def check_warnings_again(tally, bench):
    """A check that keeps pages tells again what it told of a text, and of what was found between texts."""
    text = bench.root / 'content/phares/cordouan.md'
    text.write_text(text.read_text('utf-8') + '\nOf [[ar-men]] #3.\n\n## Une\n\n## Une\n', 'utf-8')
    other = bench.root / 'content/phares/ar-men.md'
    first = bench.run('check')
    other.write_text(other.read_text('utf-8') + '\nMore.\n', 'utf-8')
    second = bench.run('check')
    tally.expect(second[2] > 0 and 'warning' in first[1] and second[:2] == first[:2],
                 f'a check that keeps pages says {second}, before {first}')


def check_where_it_is_kept(tally, bench):
    """The user's cache, and nothing where there is none."""
    home, mine = bench.work / 'home', bench.work / 'home/.cache/armillary/builds'
    home.mkdir()
    for environment in ({}, {'HOME': 'relative'}, {'XDG_CACHE_HOME': ''}, {'HOME': '/dev/null'}, {'HOME': '/proc/none'},
                        {'XDG_CACHE_HOME': str(bench.site / 'sitemap.xml')}):
        found = [bench.build(cache=False, **environment) for _ in range(2)]
        tally.expect(all(run[0] == 0 and run[2] == 0 for run in found), f'{environment}: {found}')
    bench.build('--no-cache', cache=False, HOME=str(home))
    tally.expect(not mine.exists(), '--no-cache keeps something')
    bench.build(cache=False, HOME=str(home))
    tally.expect(len(list(mine.iterdir())) == 1, f'kept is {list(mine.iterdir())}')
    size = next(mine.iterdir()).stat().st_size
    tally.expect(size < 40_000, f'{size} bytes are kept for some forty texts and two hundred files')
    tally.expect(bench.build(cache=False, HOME=str(home))[2] > 0, 'what is kept below HOME is not used')
    tally.expect(bench.build('--no-cache', cache=False, HOME=str(home))[2] == 0, '--no-cache uses what was kept')
    file = next(mine.iterdir())
    file.unlink()
    file.mkdir()
    tally.expect(bench.build(cache=False, HOME=str(home))[0] == 0, 'a folder in place of the file fails the build')
    file.rmdir()
    for number in range(60):
        (mine / f'{number}.next').touch()
    bench.build(cache=False, HOME=str(home))
    tally.expect(file.exists() and len(list(mine.iterdir())) == 51, f'{len(list(mine.iterdir()))} files are kept')


def check_after_a_killed_build(tally, bench):
    """Whatever a killed build leaves, the next one makes the right site."""
    rng = random.Random(4)
    text = bench.root / 'content/phares/cordouan.ja.md'
    for number in range(8):
        text.write_text(text.read_text('utf-8') + f'\nMore {number}.\n', 'utf-8')
        line = [bench.binary, 'build', '--root', bench.root, '--output', bench.site]
        with subprocess.Popen(line, env={'PATH': os.environ['PATH'], 'XDG_CACHE_HOME': str(bench.cache)},
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(rng.uniform(0, 0.08))
            process.kill()
        bench.build()
        tally.expect(contents(bench.site) == bench.build_clean()[1], 'after a killed build the site is not right')


class Facts:
    """Changes of facts, each compared with a clean build and with what pages showed before it."""

    def __init__(self, tally, bench):
        self.tally, self.bench = tally, bench
        bench.build()

    def change(self, name, old, new, told, *shown):
        """`new` for `old`; `shown` are French pages on which that is seen, so that the comparison shows something."""
        path = self.bench.root / 'content' / name
        text = path.read_text('utf-8')
        self.tally.expect(old in text, f'{told}: {name} has no {old!r}')
        edits.write(path, text.replace(old, new, 1))
        before = contents(self.bench.site)
        status, _, kept = self.bench.build()
        clean = self.bench.build_clean()[1]
        self.tally.expect(status == 0 and kept > 100, f'{told}: status {status}, {kept} pages kept')
        other = different(contents(self.bench.site), clean)
        self.tally.expect(not other, f'{told}: not as a clean build: {other[:8]}')
        for page in (f'fr/{address}/index.html' for address in shown):
            self.tally.expect(before[page] != clean[page], f'{told}: {page} shows nothing of it')

    def add(self, name, line, told, *shown):
        """The line before all others."""
        first = 'title: '
        self.change(name, first, line + first, told, *shown)


def check_who_sees_a_fact(tally, bench):
    """Each way in which a page shows something of another record, on lots of lighthouses that do not name each other."""
    facts = Facts(tally, bench)
    facts.change('ingenieurs/louis-de-foix-bis1.yaml', 'fr: Louis', 'fr: Maître Louis', 'the title of a record that is named',
                 'phares/cordouan-bis1')
    facts.change('ingenieurs/alan-stevenson-bis3.yaml', 'fr: ', 'fr: Sir ', 'the title of one of the same kind',
                 'ingenieurs/alan-stevenson-bis2')
    facts.change('phares/kannonzaki-bis1.yaml', 'jour: 1868', 'jour: 1850', 'a date that moves a record among its kind',
                 'phares/kannonzaki-bis0', 'phares/kannonzaki-bis2')
    source = 'signal: {value: Fl W 5s, source: fresnel-1822-bis1}\n'
    facts.add('phares/hercule-bis3.yaml', source, 'a source of a fact', 'ouvrages/fresnel-1822-bis1')
    facts.change('ouvrages/fresnel-1822-bis1.yaml', 'fr: Mémoire', 'fr: Le mémoire', 'the title of a source',
                 'phares/hercule-bis3', 'ingenieurs/augustin-fresnel-bis1')
    facts.change('phares/hercule-bis3.yaml', source, '', 'a source that is named no longer', 'ouvrages/fresnel-1822-bis1')
    builder = 'intervenants: [{personne: louis-de-foix-bis4, role: plans}]\n'
    facts.add('phares/djeddah-bis2.yaml', builder, 'a reference', 'ingenieurs/louis-de-foix-bis4')
    facts.change('phares/djeddah-bis2.yaml', 'fr: Phare', 'fr: Le phare', 'the title of a record that names',
                 'ingenieurs/louis-de-foix-bis4')
    facts.change('ingenieurs/louis-de-foix-bis0.yaml', 'fr: Louis', 'fr: Loïs', 'a title in a view that is embedded',
                 'phares/cordouan-bis0')
    facts.add('phares/bell-rock-bis2.yaml', 'withdrawn: {reason: {fr: Double, ar: A, ja: J}, replaced_by: djeddah-bis0}\n',
              'a successor')
    facts.change('phares/djeddah-bis0.yaml', 'fr: Phare', 'fr: Un phare', 'the title of a successor', 'phares/bell-rock-bis2')
    # Two steps away: a page draws those that its record names by how many name them.
    builders = 'intervenants: [{personne: louis-de-foix-bis3, role: plans}, {personne: alan-stevenson-bis3, role: plans}]\n'
    facts.add('phares/ar-men-bis3.md', builders, 'references', 'ingenieurs/alan-stevenson-bis3')
    facts.change('phares/ar-men-bis1.md', 'Voir aussi', 'Voir [[ar-men-bis3]],', 'a link in a text', 'phares/ar-men-bis3')
    builder = builder.replace('louis-de-foix-bis4', 'alan-stevenson-bis3')
    facts.add('phares/djeddah-bis0.yaml', builder, 'a reference', 'ingenieurs/alan-stevenson-bis3')
    facts.add('phares/djeddah-bis4.yaml', builder, 'a reference more', 'phares/ar-men-bis3')


PAGES_ONLY = ('search', 'data', 'feeds', 'status', 'form')


def check_promises(tally, binary):
    for check in (check_one_edit, check_heading_of_another, check_every_option, check_warnings_again,
                  check_where_it_is_kept, check_after_a_killed_build):
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            check(tally, Bench(binary, pathlib.Path(folder), PAGES_ONLY))
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        check_who_sees_a_fact(tally, Bench(binary, pathlib.Path(folder), PAGES_ONLY, LOTS))
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        check_stale_translation(tally, Bench(binary, pathlib.Path(folder)))


def check_random_edits(tally, binary, seed, steps):
    """Of the sorts that edits.py has; those that other records' pages may show on several lots of lighthouses, which do
    not name each other: on one alone nearly every page shows something of every record."""
    benches = (('pages only', PAGES_ONLY, 0, edits.draw, steps), ('all outputs', (), 0, edits.draw, steps // 3),
               ('what others see', PAGES_ONLY, LOTS, edits.draw_seen, steps // 2))
    for name, without, copies, draw, taken in benches:
        with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
            bench = Bench(binary, pathlib.Path(folder), without, copies)
            rng = random.Random(seed)
            short = take_steps(tally, bench, rng, draw(rng, taken))
        for what, count in zip(('builds', 'checks'), short):
            print(f'{name}: {count} of {taken} {what} kept pages')
            tally.expect(count >= taken // 6, f'{name}: only {count} of {taken} {what} kept pages: this shows nothing')


def memory_folder():
    return '/dev/shm' if os.access('/dev/shm', os.W_OK) else None


def main():
    tally = Tally()
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else STEPS
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    check_promises(tally, sys.argv[1])
    check_random_edits(tally, sys.argv[1], seed, steps)
    tally.finish()


if __name__ == '__main__':
    main()
