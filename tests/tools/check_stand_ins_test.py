#!/usr/bin/env python3
"""A checker that finds nothing proves nothing: plants one fault at a time in a sound little site and wants it found."""

import contextlib
import io
import pathlib
import tempfile

from check_stand_ins import check_stand_ins
from tally import Tally

ENGLISH = {'Home', 'records'}
PAGE = '<!doctype html><html lang="ja"><title>Home</title><p><span lang="en">Home</span> 3 <span lang="en">records</span></p>'
NOT_FOUND = ('<!doctype html><html lang="fr"><p>records</p><div lang="ja"><span lang="en">Home</span></div>')

# What is changed in which file, and what must be said.
FAULTS = [
    ('ja/index.html', '<span lang="en">Home</span>', 'Home', "not marked as English: ['Home']"),
    ('ja/index.html', '3 <span lang="en">records</span>', '3 records', "not marked as English: ['records']"),
    ('ja/index.html', 'lang="en"', 'lang="ja"', 'no English words'),
    ('404.html', '<span lang="en">Home</span>', 'Home', "404.html: not marked as English: ['Home']"),
    ('a.svg', '<svg/>', '<svg>\ue000</svg>', 'a.svg: a mark is left'),
    ('a.json', '{}', '{"a": "\\ue001"}', 'a.json: a mark is left'),
    ('ja/index.html', '<title>Home', '<title>%EE%80%80Home', 'ja/index.html: a mark is left'),
]


def findings_in(files):
    """What the checker prints."""
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()) as printed:
        folder = pathlib.Path(name)
        for path, text in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text)
        check_stand_ins(folder, ENGLISH, 'ja', Tally())
        return printed.getvalue()


def main():
    tally = Tally()
    sound = {'ja/index.html': PAGE, '404.html': NOT_FOUND, 'a.svg': '<svg/>', 'a.json': '{}'}
    tally.expect(findings_in(sound) == '', f'in a sound site: {findings_in(sound)}')
    for path, before, after, wanted in FAULTS:
        assert before in sound[path], before
        found = findings_in({**sound, path: sound[path].replace(before, after)})
        tally.expect(wanted in found, f'{path} with {after!r}: {found}')
    tally.finish()


if __name__ == '__main__':
    main()
