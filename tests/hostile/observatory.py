"""The observatory that hostile content is put into: things of every type of field, works that can be cited."""

import json
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]

SITE = '''title: {en: Things, ar: أشياء}
base_url: https://things.example/
languages:
  en: {tag: en, label: English}
  ar: {tag: ar, label: العربية, direction: rtl}
'''

THING = '''kind: thing
folder: things
label: {en: {one: Thing, many: Things}, ar: {one: شيء, many: أشياء}}
fields:
  title: {type: text, localized: true, required: true}
  summary: {type: text, localized: true}
  names: {type: text, many: true}
  name_at_home: {type: text, any_language: true}
  remark: {type: markdown, localized: true}
  colour: {type: choice, facet: true, options: {red: {en: Red, ar: أحمر}, blue: {en: Blue, ar: أزرق}}}
  size: {type: number, min: 0, max: 9000, unit: cm, sourced: true}
  made: {type: date, timeline: true}
  loud: {type: boolean}
  shop: {type: url, many: true}
  picture: {type: file}
  code: {type: text, pattern: '[A-Z]{2}'}
  near: {type: ref, to: [thing], many: true, facet: true, inverse: {en: Near, ar: قرب}}
  work: {type: ref, to: [work], inverse: {en: Described, ar: موصوف}}
  steps:
    type: group
    many: true
    fields:
      what: {type: text, required: true}
      when: {type: date, timeline: true, sourced: true}
      who: {type: ref, to: [thing]}
'''

WORK = '''kind: work
folder: works
cite: true
label: {en: {one: Work, many: Works}, ar: {one: عمل, many: أعمال}}
fields:
  title: {type: text, localized: true, required: true}
  authors: {type: text, many: true}
  date: {type: date}
  publisher: {type: text}
  container: {type: text}
  volume: {type: text}
  pages: {type: text}
  place: {type: text}
  edition: {type: text}
  doi: {type: text}
  url: {type: url}
'''

FILES = {
    'content/site.yaml': SITE,
    'content/schema/thing.yaml': THING,
    'content/schema/work.yaml': WORK,
    'content/things/plain.yaml': 'title: {en: Plain, ar: بسيط}\n',
    'content/works/book.yaml': 'title: {en: Book, ar: كتاب}\nauthors: [A B]\n',
}


class Link:
    """A symbolic link in place of a file."""

    def __init__(self, target):
        self.target = target


def write(folder, files):
    """Lays out an observatory: `files` (name to text, bytes, Link or None for none) over FILES. Names may be bytes."""
    folder = pathlib.Path(folder)
    for name, held in {**FILES, **files}.items():
        path = folder / (name if isinstance(name, str) else name.decode('utf-8', 'surrogateescape'))
        if held is None:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(held, Link):
            path.symlink_to(held.target)
        else:
            path.write_bytes(held if isinstance(held, bytes) else held.encode('utf-8', 'surrogatepass'))


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)


def quoted(text):
    """A text in YAML's double quotes, as JSON writes them; every language's word for it is the same."""
    return json.dumps(text, ensure_ascii=False)


def in_both(text):
    return f'{{en: {quoted(text)}, ar: {quoted(text)}}}'
