#!/usr/bin/env python3
"""Every message that the generator can give: declared once, listed, reported, and met in a test.

A message is `inline constexpr Message kName{Severity, "code", …}` in a header ROOM_messages.h, which lists them all in an
array `k…Messages`. The names of the folders under tests/cases/diagnostics begin with the code they are about.

Each file of templates/messages says all of them in another language, with the same places.
"""

import pathlib
import re

import yaml

from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
GENERATOR = REPOSITORY / 'generator'
TESTS = REPOSITORY / 'tests'
DECLARATION = re.compile(r'constexpr Message (k\w+)\s*\{\s*Severity::\w+,\s*"([^"]+)",((?:\s*"(?:[^"\\]|\\.)*")+)\s*\}')


def declared():
    """(header, constant, code, text) of every message."""
    for path in sorted(GENERATOR.glob('*/*_messages.h')):
        source = path.read_text('utf-8')
        assert source.count('constexpr Message ') == len(DECLARATION.findall(source)), f'{path} has unreadable messages'
        for name, code, literals in DECLARATION.findall(source):
            yield path, name, code, ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def listed(path):
    """The constants in the header's array."""
    arrays = re.findall(r'constexpr std::array\w*(?:<[^;{]*>)? k\w*Messages\s*=?\s*\{(.*?)\};',
                        path.read_text('utf-8'), re.S)
    return [name for array in arrays for name in re.findall(r'&(k\w+)', array)]


def is_met(code, folders, tests):
    pattern = re.compile(rf'(?<![\w-]){re.escape(code)}(?![\w-])')
    return any(folder == code or folder.startswith(code + '-') for folder in folders) or pattern.search(tests)


def places_of(text):
    """How many places an English text has; doubled braces are none."""
    return len(re.findall(r'\{\}', re.sub(r'\{\{|\}\}(?!\})', '', text.replace('{{{}', '{{ {}'))))


def check_translation(tally, path, texts):
    told = yaml.safe_load(path.read_text('utf-8'))
    here = path.relative_to(REPOSITORY)
    for code, text in texts.items():
        if not tally.expect(code in told['messages'], f"{here}: no text for '{code}'"):
            continue
        expected = {str(i + 1) for i in range(places_of(text))}
        found = re.findall(r'\{(\d+)\}', told['messages'][code])
        tally.expect(set(found) == expected and len(found) == len(expected),
                     f"{here}: '{code}' has the places {sorted(found)}, not {sorted(expected)}")
    for code in sorted(set(told['messages']) - set(texts)):
        tally.expect(False, f"{here}: no message has the code '{code}'")
    for english, text in told['phrases'].items():
        expected = {str(i + 1) for i in range(english.count('{}'))}
        tally.expect(set(re.findall(r'\{(\d+)\}', text)) == expected, f"{here}: '{english}' has other places")


def main():
    tally = Tally()
    sources = {path: path.read_text('utf-8') for path in GENERATOR.rglob('*') if path.suffix in ('.h', '.cpp')}
    tests = '\n'.join(path.read_text('utf-8') for path in TESTS.rglob('*_test.cpp'))
    tests += '\n'.join(path.read_text('utf-8') for path in TESTS.glob('cases/*/*/expected.txt'))
    tests += '\n'.join(path.read_text('utf-8') for path in TESTS.glob('cases/templating/*.txt'))
    folders = [path.name for path in TESTS.glob('cases/diagnostics/*')]
    places = {}
    texts = {}
    for path, name, code, text in declared():
        here = f'{path.relative_to(REPOSITORY)}: {name}'
        tally.expect(code not in places, f"{here}: the code '{code}' belongs to {places.get(code)} already")
        places.setdefault(code, name)
        texts[code] = text
        tally.expect(re.fullmatch(r'[a-z0-9]+(-[a-z0-9]+)*', code), f"{here}: '{code}' is no code")
        tally.expect(not text.endswith('.'), f'{here}: a message has no full stop')
        tally.expect(listed(path).count(name) == 1, f'{here}: stands {listed(path).count(name)} times in its array')
        reporters = [other for other, source in sources.items()
                     if other != path and re.search(rf'\b{name}\b', source)]
        tally.expect(reporters, f'{here}: is reported nowhere')
        tally.expect(is_met(code, folders, tests), f"{here}: no test mentions '{code}'")
    tally.expect(len(places) > 100, f'only {len(places)} messages were found')
    translations = sorted((REPOSITORY / 'templates' / 'messages').glob('*.yaml'))
    tally.expect(translations, 'there is no translation of the messages')
    for path in translations:
        check_translation(tally, path, texts)
    tally.finish()


if __name__ == '__main__':
    main()
