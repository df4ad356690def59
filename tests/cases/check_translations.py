#!/usr/bin/env python3
"""check_translations.py BINARY: every mistake of the cases is told in each language of templates/messages as well.

The program speaks Chinese (say) on all cases of diagnostics/ and commands/: severity, place, code, source line and
status stay as in English, and no English words are left but what editors and programs write themselves. The same holds
of mistakes in the command line, of what the machine refuses and of what the commands print when all is well.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
import run_cases
from tally import Tally

MESSAGE = re.compile(r'(?P<place>(?:.+?: )?(?:error|warning): )(?P<text>.*) (?P<code>\[[a-z0-9-]+\])$')
# What stays as it is: quoted, in braces or brackets, an address, a list of words to write.
OWN = re.compile(r"“[^”']*”|\{.*?\}|\[.*?\]|\S*[./:_]\S*|U\+[0-9A-F]+ \([a-z -]+\)|BCP 47|text、json、github")
LONGER_SENTENCE = re.compile(r"([A-Za-z']{2,},? ){2}[A-Za-z']{2,}")  # names of options stand side by side
COMMAND = re.compile(r'^ {4}armillary ')
SENTENCE = re.compile(r"[A-Za-z']{2,} [A-Za-z']{2,}")


class Spoken:
    """What the program says on a case in a language."""

    def __init__(self, case, binary, language):
        run_cases.environment_of_tests = lambda: {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8',
                                                  'ARMILLARY_MESSAGES': language}
        result = run_cases.Result(case, binary)
        self.errors = result.text.splitlines()
        self.output = result.output.splitlines()


def is_translated(text):
    return SENTENCE.search(OWN.sub('', text)) is None


def compare(tally, case, english, other):
    if not tally.expect(len(english) == len(other), f'{case.name}: {len(english)} lines became {len(other)}'):
        return
    for before, after in zip(english, other):
        was, now = MESSAGE.match(before), MESSAGE.match(after)
        if was is None:
            is_for_people = before.startswith('armillary: ') or re.match(r'\d+ (error|warning)', before)
            if is_for_people:
                tally.expect(before != after and is_translated(after.removeprefix('armillary: ')),
                             f'{case.name}: {before!r} became {after!r}')
            else:
                tally.expect(before == after, f'{case.name}: {before!r} became {after!r}')
            continue
        if not tally.expect(now and was['place'] == now['place'] and was['code'] == now['code'],
                            f'{case.name}: {before!r} became {after!r}'):
            continue
        tally.expect(is_translated(now['text']) and was['text'] != now['text'],
                     f"{case.name}: English is left in {now['text']!r}")


def compare_output(tally, case, lines):
    """What stands on standard output: names of files and commands to type stay, sentences do not."""
    for line in lines:
        tally.expect(COMMAND.match(line) or is_translated(line), f'{case.name}: English is left in {line!r}')


def check_help(tally, binary, language):
    """--help of the program and of each of its commands."""
    def lines_of(*words, messages='en'):
        environment = {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'ARMILLARY_MESSAGES': messages}
        done = subprocess.run([binary, *words, '--help'], capture_output=True, text=True, env=environment, check=False)
        return done.stdout.splitlines()

    commands = [line.split()[0] for line in lines_of() if re.match(r'  [a-z]+ ', line)]
    tally.expect(len(commands) > 5, f'only the commands {commands} were found')
    for words in [[], *([command] for command in commands)]:
        for line in lines_of(*words, messages=language):
            tally.expect(LONGER_SENTENCE.search(line) is None, f'{words} --help: English is left in {line!r}')


def main():
    tally = Tally()
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    cases = [case for case in run_cases.all_cases()
             if case.parent.name in ('diagnostics', 'commands') and (case / 'expected.txt').is_file()
             and not re.search(r'--(format|messages)', run_cases.read(case / 'arguments'))]
    for path in sorted((run_cases.ROOT / 'templates' / 'messages').glob('*.yaml')):
        check_help(tally, binary, path.stem)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for case, spoken in zip(cases, pool.map(lambda case, language=path.stem: Spoken(case, binary, language), cases)):
                compare(tally, case, run_cases.read(case / 'expected.txt').splitlines(), spoken.errors)
                compare_output(tally, case, spoken.output)
    tally.finish()


if __name__ == '__main__':
    main()
