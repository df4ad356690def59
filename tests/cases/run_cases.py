#!/usr/bin/env python3
"""run_cases.py BINARY [--accept] [NAME…]: runs the program on small observatories and compares what it makes and says.

Without NAMEs all cases of build/, commands/ and diagnostics/ run, and the observatories of tests/sites that say what
they expect; a NAME is a case's folder or a part of its name. What a case is made of: README.md. With --accept, what the program made
becomes what is expected: read `git diff` before committing it. The last line is `N passed, M failed`.
"""

import concurrent.futures
import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parent
SITES = CASES.parent / 'sites'
ROOT = CASES.parents[1]
# Of a case, not of its observatory.
OWN_FILES = {'arguments', 'bare', 'prepare', 'expected', 'expected.txt', 'output.txt'}
TIME_LIMIT = 120

# Rooms whose every message has a case here; those of the other rooms have tests of their own beside their sources.
ROOMS = ('load', 'link', 'schema', 'model', 'view', 'output')
# A message that no content can cause: it needs an installation that lost its own templates.
WITHOUT_CASE = {'missing-template', 'missing-english-strings'}
# How the name of a case without a message's code may begin.
OTHER_NAMES = ('fine-', 'usage-', 'machine-', 'several-')


def copy_over(source, target):
    """Copies a folder's files onto another, symbolic links as such; FILE.remove takes FILE away."""
    for entry in sorted(source.iterdir()):
        to = target / entry.name
        if entry.is_dir() and not entry.is_symlink():
            to.mkdir(exist_ok=True)
            copy_over(entry, to)
            continue
        gone = target / entry.name.removesuffix('.remove')
        if gone.is_dir() and not gone.is_symlink():
            shutil.rmtree(gone)
        elif gone.is_symlink() or gone.exists():
            gone.unlink()
        if not entry.name.endswith('.remove'):
            shutil.copy(entry, to, follow_symlinks=False)


def lay_out(case, folder):
    """The observatory of a case: its own files, for a diagnostic or a command over those of diagnostics/base/."""
    if case.parent.name in ('diagnostics', 'commands') and not (case / 'bare').exists():
        copy_over(CASES / 'diagnostics' / 'base', folder)
    copy_over(case, folder)
    for name in OWN_FILES:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()


def commands_of(case, binary):
    """`arguments` holds lines of a shell: NAME=value for the environment, then the words after `armillary`."""
    default = 'check' if case.parent.name == 'diagnostics' else 'build'
    for line in (read(case / 'arguments') or default).splitlines():
        words = shlex.split(line)
        environment = environment_of_tests()
        while words and re.match('[A-Z_]+=', words[0]):
            name, _, value = words.pop(0).partition('=')
            environment[name] = value
        yield [binary] + words, environment


def contents(folder):
    """Every file of a case's observatory but site/ and made/, with its bytes; a link with where it leads."""
    return {str(path.relative_to(folder)): path.readlink() if path.is_symlink() else path.read_bytes()
            for path in sorted(folder.rglob('*'))
            if (path.is_symlink() or path.is_file()) and path.relative_to(folder).parts[0] not in ('site', 'made')}


def environment_of_tests():
    return {'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8'}


def differing(before, after):
    """The names of files that came or changed, and NAME.absent of those that went."""
    changed = {name for name, found in after.items() if before.get(name) != found}
    return changed | {f'{name}.absent' for name in before if name not in after}


def read(path):
    return path.read_text(encoding='utf-8') if path.is_file() else ''


class Result:
    """What a case's program said, and the files it made that the case asks for."""

    def __init__(self, case, binary, more_environment=None):
        with tempfile.TemporaryDirectory(prefix='armillary-case-') as name:
            folder = pathlib.Path(name).resolve()
            lay_out(case, folder)
            if (case / 'prepare').is_file():
                here = {**environment_of_tests(), 'TEMPLATES': str(ROOT / 'templates')}
                subprocess.run(['sh', '-eu', case / 'prepare'], cwd=folder, env=here, check=True)
            changes_files = case.parent.name == 'commands'
            before = contents(folder) if changes_files else {}
            self.text, self.output = '', ''
            for command, environment in commands_of(case, binary):
                environment.update(more_environment or {})
                done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=TIME_LIMIT,
                                      check=False)
                text = done.stderr.decode('utf-8', 'backslashreplace').replace(str(folder), 'ROOT')
                self.text += text + ('' if text.endswith('\n') or not text else '\n')
                self.text += f'exit status {done.returncode}\n'
                self.output += done.stdout.decode('utf-8', 'backslashreplace').replace(str(folder), 'ROOT')
            looked_in = folder if changes_files else folder / 'site'
            self.files = {path: self.find(looked_in / path) for path in expected_files(case)}
            self.after = contents(folder) if changes_files else {}
            self.unexpected = differing(before, self.after) - set(self.files)

    @staticmethod
    def find(path):
        """A file's bytes; of NAME.absent whether NAME is not there."""
        if path.name.endswith('.absent'):
            return None if path.with_name(path.name.removesuffix('.absent')).exists() else b''
        return path.read_bytes() if path.is_file() else None


def expected_files(case):
    folder = case / 'expected'
    return sorted(str(path.relative_to(folder)) for path in folder.rglob('*') if path.is_file())


def difference(expected, found, name):
    lines = [text.decode('utf-8', 'backslashreplace').splitlines() for text in (expected, found)]
    return ''.join(f'  {line}\n' for line in difflib.unified_diff(*lines, 'expected', name, lineterm='', n=1))


def judge(case, result):
    """What differs, as a text; empty if nothing does."""
    out = ''
    expected = read(case / 'expected.txt')
    if set(expected.splitlines() or ['exit status 0']) == {'exit status 0'}:
        expected = result.text if set(result.text.splitlines()) == {'exit status 0'} else 'exit status 0\n'
    if result.text != expected:
        out += difference(expected.encode(), result.text.encode(), 'standard error')
    if case.parent.name == 'commands' and result.output != read(case / 'output.txt'):
        out += difference(read(case / 'output.txt').encode(), result.output.encode(), 'standard output')
    for name in sorted(result.unexpected):
        out += f'  {name.removesuffix(".absent")} was {"removed" if name.endswith(".absent") else "changed or made"}\n'
    for name, found in result.files.items():
        wanted = (case / 'expected' / name).read_bytes()
        if name.endswith('.absent'):
            out += f'  {name.removesuffix(".absent")} is there\n' if found is None else ''
        elif found is None:
            out += f'  {name} is not there\n'
        elif found != wanted:
            out += difference(wanted, found, name)
    return out


def accept(case, result):
    if set(result.text.splitlines()) != {'exit status 0'}:
        (case / 'expected.txt').write_text(result.text, encoding='utf-8')
    elif (case / 'expected.txt').exists():
        (case / 'expected.txt').unlink()
    if case.parent.name == 'commands' and result.output:
        (case / 'output.txt').write_text(result.output, encoding='utf-8')
    for name, found in {**result.files, **{name: result.after.get(name, b'') for name in result.unexpected}}.items():
        if found is not None:
            (case / 'expected' / name).parent.mkdir(parents=True, exist_ok=True)
            (case / 'expected' / name).write_bytes(found)


def codes_said(cases):
    text = ''.join(read(case / 'expected.txt') for case in cases)
    return set(re.findall(r'\[([a-z0-9-]+)\]$', text, flags=re.M))


def check_coverage(cases):
    """Messages without a case, and cases whose names say another code than their messages do."""
    findings = []
    diagnostics = [case for case in cases if case.parent.name == 'diagnostics']
    known = set()
    for room in ROOMS:
        header = ROOT / 'generator' / room / f'{room}_messages.h'
        known |= set(re.findall(r'Severity::\w+,\s*"([a-z0-9-]+)"', read(header)))
    said = codes_said(diagnostics)
    for code in sorted(known - said - WITHOUT_CASE):
        findings.append(f'no case for the message {code}')
    for case in diagnostics:
        codes = codes_said([case])
        if not case.name.startswith(OTHER_NAMES) and not any(case.name.startswith(code + '-') for code in codes):
            findings.append(f'diagnostics/{case.name} does not begin with the code of a message that it shows')
    return len(known) + len(diagnostics) - len(findings), findings


def all_cases():
    folders = [path for part in ('build', 'commands', 'diagnostics') for path in sorted((CASES / part).iterdir())]
    sites = [path.parent for path in sorted(SITES.glob('*/expected.txt'))]
    return [path for path in folders if path.is_dir() and path.name != 'base'] + sites


def main():
    names = [argument for argument in sys.argv[2:] if argument != '--accept']
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit('usage: run_cases.py BINARY [--accept] [NAME…]')
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    every = all_cases()
    cases = [case for case in every if not names or any(pathlib.Path(name).name in case.name for name in names)]
    passed, failed = 0, 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, result in zip(cases, pool.map(lambda case: Result(case, binary), cases)):
            if '--accept' in sys.argv:
                accept(case, result)
            found = judge(case, result)
            passed += not found
            failed += bool(found)
            if found:
                print(f'FAILED: {case.parent.name}/{case.name}\n{found}', end='', flush=True)
    if not names:
        held, findings = check_coverage(every)
        passed += held
        failed += len(findings)
        for finding in findings:
            print(f'FAILED: {finding}')
    print(f'{passed} passed, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
