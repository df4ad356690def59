"""A tiny observatory, and builds of it in which a call to the disk or a request for memory fails."""

import errno
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally  # noqa: F401  for the tests

HERE = pathlib.Path(__file__).resolve().parent
PATIENCE = 120  # seconds for a build that takes a twentieth of one

SITE_FILE = '''title: {zh: 茶, en: Tea}
base_url: https://tea.example/
languages: {zh: {tag: zh-Hans, label: 中文}, en: {tag: en, label: English}}
without: [search, data, feeds]
'''
SCHEMA = '''kind: tea
folder: teas
label: {zh: {one: 茶, many: 茶}, en: {one: tea, many: teas}}
fields:
  title: {type: text, localized: true, required: true}
  leaf: {type: file}
'''


def record(title, text, *lines):
    return '\n'.join(['---', f'title: {{zh: {title}, en: {title}}}', *lines, '---', text, ''])


# The observatory of the old site, and that of the new one: a page changes, one goes, one comes, the rest stays.
OLD = {'site.yaml': SITE_FILE, 'schema/tea.yaml': SCHEMA, 'teas/keemun.md': record('Keemun', 'Black.'),
       'teas/keemun.en.md': 'Black.\n', 'teas/puer.md': record('Puer', 'Dark.', 'leaf: leaf.txt'),
       'teas/puer.en.md': 'Dark.\n', 'teas/leaf.txt': 'a leaf\n', 'teas/gone.md': record('Gone', 'Old.'),
       'teas/gone.en.md': 'Old.\n'}
NEW = {**OLD, 'teas/keemun.md': record('Keemun', 'From Anhui.'), 'teas/come.md': record('Come', 'New.'),
       'teas/come.en.md': 'New.\n'}
del NEW['teas/gone.md'], NEW['teas/gone.en.md']
# The old one after an edit that leaves all pages but one as they are.
EDITED = {**OLD, 'teas/keemun.md': record('Keemun', 'Red.')}


def write_observatory(root, files):
    for name, text in files.items():
        path = root / 'content' / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')


def contents(folder):
    """What a site is to its readers: the name and the bytes of every file; None where there is no site."""
    if not folder.is_dir():
        return None
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


def identities(folder):
    """What a file that was written again could not keep."""
    states = {str(path.relative_to(folder)): path.stat() for path in folder.rglob('*')}
    return {name: (state.st_ino, state.st_mtime_ns, state.st_size, state.st_mode) for name, state in states.items()}


class Bench:
    """`with Bench(binary) as bench`: the observatories, their two sites, and a folder for the one that is tried."""

    def __init__(self, binary, folder=None):
        self.binary = str(pathlib.Path(binary).resolve())
        self.folder = folder or ('/dev/shm' if os.access('/dev/shm', os.W_OK) else None)

    def __enter__(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix='armillary-faults-', dir=self.folder))
        self.library = self.work / 'fail_call.so'
        subprocess.run(['gcc', '-std=gnu11', '-O1', '-fPIC', '-shared', '-fexceptions', '-fno-builtin', '-Wall', '-Wextra',
                        '-Werror', HERE / 'fail_call.c', '-o', self.library], check=True)
        write_observatory(self.work / 'old', OLD)
        write_observatory(self.work / 'new', NEW)
        write_observatory(self.work / 'edited', EDITED)
        self.cache = self.work / 'cache'
        self.environment = {**os.environ, 'XDG_CACHE_HOME': str(self.cache)}
        self.output = self.work / 'out' / 'site'
        self.output.parent.mkdir()
        self.old = self.make_reference('old')
        self.new = self.make_reference('new')
        self.restore()
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.work, ignore_errors=True)

    def make_reference(self, which):
        run = self.build(which, output=self.work / f'{which}-site')
        if run.returncode != 0:
            sys.exit(f'the tiny observatory does not build: {run.stderr}')
        return contents(self.work / f'{which}-site')

    def build(self, which='new', output=None, options=('--jobs', '1'), command=(), timeout=PATIENCE, **fault):
        """Builds the old or the new observatory; the keywords become FAULT_… for the library."""
        if 'at' in fault:
            self.settle()
        environment = {**self.environment, **{'FAULT_' + name.upper(): str(value) for name, value in fault.items()}}
        if fault:
            environment['LD_PRELOAD'] = str(self.library)
        line = [*command, self.binary, 'build', '--root', self.work / which, '--output', output or self.output, *options]
        return subprocess.run(line, env=environment, capture_output=True, text=True, errors='replace', timeout=timeout,
                              check=False)

    def settle(self):
        """What is known of builds as it was when calls were counted."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def record(self, **fault):
        """The calls of a build of the new observatory over the old site, (name, path), in their order."""
        log = self.work / 'calls'
        log.unlink(missing_ok=True)
        self.restore()
        run = self.build(log=log, **fault)
        if run.returncode != 0:
            sys.exit(f'the build fails when its calls are only counted: {run.stderr}')
        self.restore()
        lines = [line.split(' ', 2) for line in log.read_text('utf-8').splitlines()]
        return [(name, path) for _, name, path in lines]

    def restore(self):
        """The old site, and nothing beside it; nothing is known of the build that made it."""
        shutil.rmtree(self.output.parent)
        self.output.parent.mkdir()
        shutil.rmtree(self.cache, ignore_errors=True)
        shutil.copytree(self.work / 'old-site', self.output)
        self.before = identities(self.output)

    def is_untouched(self):
        return self.output.is_dir() and identities(self.output) == self.before and contents(self.output) == self.old

    def is_new(self):
        return contents(self.output) == self.new

    def strays(self):
        return sorted(path.name for path in self.output.parent.iterdir() if path != self.output)


class KnowingBench(Bench):
    """The same where the build that made the old site is known, and the new site is the old one after an edit."""

    def make_reference(self, which):
        return super().make_reference('edited' if which == 'new' else which)

    def build(self, which='edited', **options):
        return super().build(which, **options)

    def settle(self):
        self.restore()

    def restore(self):
        shutil.rmtree(self.output.parent)
        self.output.parent.mkdir()
        shutil.rmtree(self.cache, ignore_errors=True)
        super().build('old', always='nothing:0')  # with the library: it counts as a part of the program
        self.before = identities(self.output)


def name_of(status):
    return signal.Signals(-status).name if status < 0 else f'exit status {status}'


def error_name(error):
    return errno.errorcode[error] if isinstance(error, int) else error
