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

MARKS = re.compile(b'\xee\x80[\x80\x81]')  # U+E000, U+E001
TEXT_ALONE = {'script', 'style', 'title', 'option', 'textarea', 'desc', 'code'}


def english_texts(path):
    """What stands between the places that are filled."""
    words = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
    forms = [form for word in words.values() for form in (word.values() if isinstance(word, dict) else [word])]
    texts = {text.strip(' .,:;()') for form in forms for text in re.split(r'\{[^}]*\}', form)}
    return {text for text in texts if re.search('[A-Za-z]{3}', text)}


def shown_texts(element, language=''):
    """Each text of a page with the language that it is said to be in."""
    language = element.get('lang', language)
    if plain_name(element.tag) not in TEXT_ALONE | {''}:
        yield element.text, language
        for child in element:
            yield from shown_texts(child, language)
            yield child.tail, language


def main():
    folder, strings, key = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    tally = Tally()
    english = english_texts(strings)
    seen = set()
    for path in sorted((folder / key).rglob('*.html')):
        tree = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
        texts = [(text.strip(' \n.,:;()'), language) for text, language in shown_texts(tree) if text]
        unmarked = sorted({text for text, language in texts if text in english and language != 'en'})
        marked = {text for text, language in texts if text in english and language == 'en'}
        tally.expect(marked and not unmarked, f'{path.relative_to(folder)}: not marked as English: {unmarked}')
        seen |= marked
    tally.expect(len(seen) > 100, f'only {len(seen)} English words seen')
    for path in sorted(folder.rglob('*')):
        if path.suffix in {'.html', '.json', '.jsonl', '.jsonld', '.xml', '.csv', '.ics', '.txt', '.bib', '.ris', '.sqlite'}:
            tally.expect(not MARKS.search(path.read_bytes()), f'{path.relative_to(folder)}: a mark is left')
    tally.finish()


if __name__ == '__main__':
    main()
