#!/usr/bin/env python3
"""tidy.py BUILD: clang-tidy over every source of the generator, two files at a time (as many as there are processors).

A file that was clean is not looked at again until it, a header of the repository that it includes, its compile command
or .clang-tidy changes; what was clean is kept in build/tidy under a digest of all of these.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
CLEAN = REPOSITORY / 'build/tidy'


def included_files(source, known):
    """The repository's own headers that a source includes, also through others."""
    if source not in known:
        known[source] = set()
        for name in re.findall(r'^#include "([^"]+)"', source.read_text(encoding='utf-8'), re.M):
            header = REPOSITORY / 'generator' / name
            if header.exists():
                known[source] |= {header} | included_files(header, known)
    return known[source]


def digest_of_rules():
    digest = hashlib.sha256((REPOSITORY / '.clang-tidy').read_bytes())
    digest.update(subprocess.run(['clang-tidy', '--version'], capture_output=True, check=True).stdout)
    return digest


def digest_of(source, command, rules, known):
    digest = rules.copy()
    digest.update(command.encode())
    for path in sorted({source} | included_files(source, known)):
        digest.update(str(path).encode() + b'\0' + path.read_bytes())
    return digest.hexdigest()


def read_commands(build):
    """How each source is compiled, without the headers that GCC has precompiled: clang cannot read them."""
    commands = json.loads((pathlib.Path(build) / 'compile_commands.json').read_text(encoding='utf-8'))
    for entry in commands:
        entry['command'] = re.sub(r' -Winvalid-pch -include \S+/cmake_pch\.hxx', '', entry['command'])
    (CLEAN / 'compile_commands.json').write_text(json.dumps(commands), encoding='utf-8')
    return commands


def tidy(source):
    run = subprocess.run(['clang-tidy', '--quiet', '-p', CLEAN, source], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + ('' if run.returncode == 0 else run.stderr)


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: tidy.py BUILD')
    tally = Tally()
    CLEAN.mkdir(parents=True, exist_ok=True)
    commands = read_commands(sys.argv[1])
    rules = digest_of_rules()
    known = {}
    waiting = {}
    for entry in commands:
        source = pathlib.Path(entry['file'])
        if not source.is_relative_to(REPOSITORY / 'generator'):
            continue
        digest = digest_of(source, entry['command'], rules, known)
        if (CLEAN / digest).exists():
            tally.passed += 1
        else:
            waiting[source] = digest
    print(f'{tally.passed} files are clean since the last time, {len(waiting)} to look at', flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = {pool.submit(tidy, source): source for source in waiting}
        for run in concurrent.futures.as_completed(runs):
            status, output = run.result()
            source = runs[run]
            if tally.expect(status == 0, f'{source.relative_to(REPOSITORY)}\n{output}'):
                (CLEAN / waiting[source]).touch()
    tally.finish()


if __name__ == '__main__':
    main()
