#!/usr/bin/env python3
"""The editors' guide shows what the program does: its example of a new record passes `check --strict`, the message that it
explains and the ten of its table are the program's own, in both languages."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / 'build' / 'release' / 'armillary'
GUIDES = {'zh': 'editors-guide.md', 'en': 'editors-guide.en.md'}
BLOCK = re.compile(r'^```(\w*)\n(.*?)^```$', re.M | re.S)
MESSAGE = re.compile(r'^\| `(.*)` \| [^|]*\|$', re.M)
SUMMARY = 'summary: {zh: 甲, en: A}\n'
TITLE = 'title: {zh: 甲, en: A}\n' + SUMMARY

# The slips of the table, each in a file of its own.
SLIPS = {
    'slip-id.yaml': TITLE + 'jurisdictions: [untied-kingdom]\n',
    'slip-colon.yaml': TITLE.replace('{zh: 甲, en: A}\n', '\n  zh: 甲\n  en: one: two\n', 1),
    'slip-comma.yaml': 'title: {zh: 甲, en: who, what and why}\n' + SUMMARY,
    'slip-full-width.yaml': TITLE + 'level：national\n',
    'slip-tab.yaml': TITLE + 'events:\n\t- type: adopted\n',
    'slip-key.yaml': TITLE.replace('summary', 'sumary'),
    'slip-date.yaml': TITLE + 'published: 2023-11-1\n',
    'slip-title.yaml': 'title: 甲\n' + SUMMARY,
    'slip-status.yaml': TITLE + 'status: in-force\n',
    'slip-cited.md': f'---\n{TITLE}---\n\n[@bletchley-declaration]\n',
}


def check(root, language, *options):
    command = [PROGRAM, 'check', '--root', root, '--messages', language, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def make_slips(root):
    for name, text in SLIPS.items():
        (root / 'content' / 'laws' / name).write_text(text, 'utf-8')
    record = root / 'content' / 'declarations' / 'bletchley-declaration.md'
    text = record.read_text('utf-8')
    record.write_text(text.replace('{party: united-kingdom,', '{party: untied-kingdom,'), 'utf-8')


def without_line(text):
    """Records grow: the line's number is an example."""
    return re.sub(r'(?m)^(\S+?):\d+:(\d+): ', r'\1:LINE:\2: ', text)


def main():
    tally = Tally()
    guides = {language: (REPOSITORY / 'content' / 'pages' / name).read_text('utf-8') for language, name in GUIDES.items()}
    blocks = {language: BLOCK.findall(text) for language, text in guides.items()}
    records = {language: [text for kind, text in found if kind == 'yaml'][1] for language, found in blocks.items()}
    tally.expect(records['zh'] == records['en'], 'both guides have the same example of a new record')
    with tempfile.TemporaryDirectory(prefix='armillary-guide-') as name:
        root = pathlib.Path(name)
        shutil.copytree(REPOSITORY / 'content', root / 'content')
        example = root / 'content' / 'laws' / 'ai-basic-law-example.yaml'
        example.write_text(records['en'], 'utf-8')
        said = check(root, 'en', '--strict')
        tally.expect(said == '', f'the example of a new record is sound: {said}')
        example.unlink()
        make_slips(root)
        for language, guide in guides.items():
            said = check(root, language)
            shown = next(text for _, text in blocks[language] if 'untied-kingdom' in text)
            tally.expect(without_line(shown) in without_line(said), f'{language}: the message explained is {shown}')
            messages = MESSAGE.findall(guide.partition(shown)[2])
            tally.expect(len(messages) == len(SLIPS), f'{language}: {len(messages)} messages in the table')
            for message in messages:
                tally.expect(f' error: {message} [' in said, f'{language}: nothing says {message}')
    tally.finish()


if __name__ == '__main__':
    main()
