#!/usr/bin/env python3
"""run.py FOLDER SECONDS [READER…]: runs the fuzzers of a build folder, one after the other.

Each begins with its seeds, with what it found before and with what the repository holds of its kind, and goes on from
its own collection in build/fuzz-corpus. What it finds lies in build/fuzz-found; made smaller, it belongs into
tests/fuzz/found/READER, where the unit tests read it from then on.
"""

import hashlib
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / 'tools'))
from tally import Tally

READERS = ('text', 'yaml', 'schema', 'site', 'record', 'markdown', 'brackets', 'template', 'date', 'request')
# What editors and template writers wrote, by reader.
WRITTEN = {'schema': ['content/schema/*.yaml', 'content/vocabularies/*.yaml', 'tests/sites/*/content/schema/*.yaml'],
           'site': ['content/site.yaml', 'tests/sites/*/content/site.yaml', 'tests/cases/build/*/content/site.yaml'],
           'record': ['tests/sites/*/content/*/*.md', 'tests/cases/*/*/content/*/*.md'],
           'yaml': ['tests/cases/*/*/content/*/*.yaml'], 'markdown': ['tests/cases/*/*/content/*/*.md'],
           'template': ['templates/*.html', 'templates/parts/*.html', 'tests/cases/*/*/templates/*.html']}
LARGEST = 4096  # bytes of an input
LONGEST = 10  # seconds for an input, with sanitizers


def collect(reader):
    """The reader's own collection, with all that there is to begin with."""
    folder = REPOSITORY / 'build/fuzz-corpus' / reader
    folder.mkdir(parents=True, exist_ok=True)
    sources = [path for name in ('seeds', 'found') for path in (HERE / name / reader).glob('*')]
    sources += [path for pattern in WRITTEN.get(reader, ()) for path in REPOSITORY.glob(pattern)]
    for path in sources:
        if path.is_file() and path.stat().st_size <= LARGEST:
            shutil.copyfile(path, folder / hashlib.sha1(path.read_bytes()).hexdigest())
    return folder


def processor_time():
    """Seconds that the fuzzers so far had; on a busy machine few of those that passed."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def fuzz(tally, programs, reader, seconds):
    corpus = collect(reader)
    found = REPOSITORY / 'build/fuzz-found' / reader
    found.mkdir(parents=True, exist_ok=True)
    dictionary = HERE / 'dictionaries' / f'{reader}.dict'
    options = [f'-dict={dictionary}'] if dictionary.exists() else []
    started, used = time.monotonic(), processor_time()
    run = subprocess.run([programs / f'fuzz_{reader}', f'-max_total_time={seconds}', f'-max_len={LARGEST}',
                          f'-timeout={LONGEST}', '-rss_limit_mb=3000', '-print_final_stats=1', '-verbosity=1',
                          f'-artifact_prefix={found}/', *options, corpus],
                         capture_output=True, text=True, errors='replace', check=False)
    seconds = round(time.monotonic() - started)  # less than was asked for where something was found
    executed = re.search(r'stat::number_of_executed_units:\s*(\d+)', run.stderr)
    covered = re.findall(r'cov: (\d+) ft: (\d+) corp: (\d+)', run.stderr)
    count = int(executed[1]) if executed else 0
    edges, _, kept = covered[-1] if covered else ('0', '0', '0')
    used = round(processor_time() - used)
    print(f'{reader}: {count} inputs in {seconds} s, {used} s of a processor, {edges} edges, {kept} inputs kept',
          flush=True)
    if run.returncode != 0:
        print(run.stderr[-6000:], flush=True)
    tally.expect(run.returncode == 0, f'{reader}: the fuzzer ended with {run.returncode}; see {found}')
    tally.expect(count > 0, f'{reader}: nothing was read')


def main():
    programs, seconds, *chosen = sys.argv[1:]
    tally = Tally()
    for reader in chosen or READERS:
        fuzz(tally, pathlib.Path(programs), reader, int(seconds))
    tally.finish()


if __name__ == '__main__':
    main()
