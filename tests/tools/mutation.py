#!/usr/bin/env python3
"""mutation.py BUILD: takes each message away in turn, and looks whether a test then fails.

BUILD is a build folder with tests: its programs never give the message whose code stands in ARMILLARY_WITHHELD_MESSAGE. Of each
message the cases whose expected text has its code are run, then the unit tests of the rooms whose sources mention it,
until one of them fails.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

import check_messages
from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / 'tests/cases'))
import run_cases  # noqa: E402  the cases' folder is no package

WITHHELD = 'ARMILLARY_WITHHELD_MESSAGE'
# What the case's runner says of a program that ended so is a failure too.
TIME_LIMIT = 300


def mentions(code, text):
    return re.search(rf'(?<![\w-]){re.escape(code)}(?![\w-])', text)


def a_case_fails(code, binary, cases):
    for case in cases:
        if f'[{code}]' not in run_cases.read(case / 'expected.txt'):
            continue
        try:
            if run_cases.judge(case, run_cases.Result(case, binary, {WITHHELD: code})):
                return f'{case.parent.name}/{case.name}'
        except subprocess.TimeoutExpired:
            return f'{case.parent.name}/{case.name}, which did not end'
    return None


def a_unit_test_fails(code, constant, build, sources):
    rooms = {path.parent.name for path, text in sources.items() if mentions(code, text) or mentions(constant, text)}
    for room in sorted(rooms):
        program = build / 'tests' / f'test_{room}'
        if not program.exists():
            continue
        done = subprocess.run([program, '--abort'], env={**os.environ, WITHHELD: code}, capture_output=True,
                              timeout=TIME_LIMIT, check=False)
        if done.returncode != 0:
            return f'the unit tests of {room}'
    return None


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: mutation.py BUILD')
    build = pathlib.Path(sys.argv[1]).resolve()
    binary = str(build / 'armillary')
    cases = [case for case in run_cases.all_cases() if case.parent.name == 'diagnostics']
    cases += [case for case in run_cases.all_cases() if case.parent.name != 'diagnostics']
    sources = {path: path.read_text('utf-8') for path in (REPOSITORY / 'tests').rglob('*_test.cpp')}

    def look(message):
        _, constant, code, _ = message
        return code, a_case_fails(code, binary, cases) or a_unit_test_fails(code, constant, build, sources)

    tally = Tally()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for code, failing in pool.map(look, check_messages.declared()):
            tally.expect(failing, f'without the message {code} no test fails')
    tally.finish()


if __name__ == '__main__':
    main()
