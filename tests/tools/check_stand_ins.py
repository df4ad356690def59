"""In a language without its strings file the interface has English words: each that a page shows as text is marked as
English, and what marks it on its way through the generator stands in no file.

check_stand_ins.py FOLDER STRINGS LANGUAGE: the built site, templates/strings/en.yaml, and the language by its key."""

import pathlib
import re
import sys

import html5lib
import yaml

from page_facts import plain_name
from tally import Tally

MARKS = re.compile(rb'\xee\x80[\x80\x81]|%EE%80%8[01]|\\ue00[01]')  # U+E000, U+E001
BINARY = {'.png', '.woff2', '.ico'}
TEXT_ALONE = {'script', 'style', 'title', 'option', 'textarea', 'desc', 'code'}
EDGES = ' \n.,:;()0123456789'


def english_texts(path):
    """What stands between the places that are filled."""
    words = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
    forms = [form for word in words.values() for form in (word.values() if isinstance(word, dict) else [word])]
    texts = {text.strip(EDGES) for form in forms for text in re.split(r'\{[^}]*\}', form)}
    return {text for text in texts if re.search('[A-Za-z]{3}', text)}


def shown_texts(element, language=''):
    """Each text of a page with the language that it is said to be in, without the numbers that it begins or ends with."""
    language = element.get('lang', language)
    if plain_name(element.tag) not in TEXT_ALONE | {''}:
        yield (element.text or '').strip(EDGES), language
        for child in element:
            yield from shown_texts(child, language)
            yield (child.tail or '').strip(EDGES), language


def check_page(path, name, english, wanted, tally):
    """Returns the English texts that are marked; those in languages that have all their words are not looked at."""
    texts = list(shown_texts(html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)))
    marked = {text for text, language in texts if text in english and language == 'en'}
    unmarked = sorted({text for text, language in texts if text in english and language == wanted})
    tally.expect(not unmarked, f'{name}: not marked as English: {unmarked}')
    tally.expect(marked, f'{name}: no English words')
    return marked


def check_stand_ins(folder, english, language, tally):
    seen = set()
    for path in sorted((folder / language).rglob('*.html')) + [folder / '404.html']:
        seen |= check_page(path, path.relative_to(folder), english, language, tally)
    for path in sorted(folder.rglob('*')):
        if path.is_file() and path.suffix not in BINARY:
            tally.expect(not MARKS.search(path.read_bytes()), f'{path.relative_to(folder)}: a mark is left')
    return seen


def main():
    folder, strings, language = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    tally = Tally()
    seen = check_stand_ins(folder, english_texts(strings), language, tally)
    tally.expect(len(seen) > 100, f'only {len(seen)} English words seen')
    for counted in ('records', 'entries', 'about'):
        tally.expect(counted in seen, f'"{counted}", of a word with a place to fill, is not seen')
    tally.finish()


if __name__ == '__main__':
    main()
