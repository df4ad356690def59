"""Edits that people make to an observatory between two builds, each drawn at random: what they may do to the content,
to what pages are made with, and to what the last build left.

An edit takes a `Desk` and returns what it did, in words, or None where there was nothing to do.
"""

import os
import re
import shutil

WORDS = 'lantern tower keeper tide granite reef beacon harbour fog storm lens oil wick stair'.split()
FOLDERS = ('mers', 'ingenieurs', 'phares', 'ouvrages')
PNG = 'phares/cordouan.png'


class Desk:
    """What edits work on: the observatory, the built site, the file that the last build left, the options in force."""

    def __init__(self, rng, root, site, cache):
        self.rng, self.root, self.site, self.cache = rng, root, site, cache
        self.options, self.environment = set(), {}
        self.number = 0

    def fresh(self, prefix='n'):
        self.number += 1
        return f'{prefix}{self.number}'

    def content(self):
        return self.root / 'content'

    def texts(self):
        return sorted(self.content().glob('*/*.md'))

    def fronts(self):
        """Records' main files, with a body or without."""
        return sorted(path for folder in FOLDERS for path in (self.content() / folder).iterdir()
                      if path.suffix in ('.md', '.yaml') and path.name.count('.') == 1)

    def some_text(self):
        return self.rng.choice(self.texts())

    def ids(self):
        return [path.stem for path in self.fronts()]

    def built(self):
        return sorted(path for path in self.site.rglob('*') if path.is_file())

    def memories(self):
        return sorted((self.cache / 'armillary/builds').glob('*'))


def parts_of(path):
    """(front matter with its dashes, body); of a file of fields all and nothing."""
    text = path.read_text('utf-8')
    if path.suffix != '.md':
        return text, ''
    found = re.match(r'---\n.*?\n---\n', text, re.S)
    return (found[0], text[found.end():]) if found else ('', text)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def append(desk, path, words):
    with path.open('a', encoding='utf-8') as file:
        file.write(words)
    return f'{path.relative_to(desk.root)}: + {words.strip()!r}'


# --- what only the text's own page shows ------------------------------------------------------------------------------


def words_of_a_body(desk):
    return append(desk, desk.some_text(), '\n' + ' '.join(desk.rng.choices(WORDS, k=5)) + '.\n')


def one_word_of_a_body(desk):
    path = desk.some_text()
    front, body = parts_of(path)
    found = re.findall(r'(?<=[ \n])[a-zéà]{4,}(?=[ .,])', body)
    if not found:
        return None
    word = desk.rng.choice(found)
    write(path, front + re.sub(rf'(?<=[ \n]){word}(?=[ .,])', desk.rng.choice(WORDS), body, count=1))
    return f'{path.name}: another word for {word}'


def label_of_a_link(desk):
    return substitute(desk, r'\[\[([a-z0-9-]+)(?:\|[^\]]*)?\]\]', lambda found: f'[[{found[1]}|{desk.fresh("label ")}]]')


def locator_of_a_citation(desk):
    return substitute(desk, r'\[@([a-z0-9-]+)(?:, [^\]]*)?\]', lambda found: f'[@{found[1]}, p. {desk.fresh("")}]')


def code_table_and_note(desk):
    number = desk.fresh()
    return append(desk, desk.some_text(), f'\n`{number}`[^{number}]\n\n| a | b |\n|---|---|\n| {number} | 2 |\n\n[^{number}]: Here.\n')


def lines_at_the_beginning(desk):
    """Every place in the text moves."""
    path = desk.some_text()
    front, body = parts_of(path)
    write(path, f'{front}\n{desk.fresh("Now ")}.\n\n{body}')
    return f'{path.name}: a line before all others'


# --- what others see of a body ----------------------------------------------------------------------------------------


def replace_one(desk, paths, part, pattern, by):
    """Another text for one place where the pattern is found in that of the two parts of a file."""
    paths = [path for path in paths if re.search(pattern, parts_of(path)[part])]
    if not paths:
        return None
    path = desk.rng.choice(paths)
    parts = list(parts_of(path))
    found = desk.rng.choice(list(re.finditer(pattern, parts[part])))
    new = by(found)
    parts[part] = parts[part][:found.start()] + new + parts[part][found.end():]
    write(path, ''.join(parts))
    return f'{path.name}: {found[0]!r} becomes {new!r}'


def substitute(desk, pattern, by):
    """In a body."""
    return replace_one(desk, desk.texts(), 1, pattern, by)


def substitute_in_front(desk, pattern, by):
    """Before a body, or in a record without one."""
    return replace_one(desk, desk.fronts(), 0, pattern, by)


def new_link(desk):
    return append(desk, desk.some_text(), f'\nSee [[{desk.rng.choice(desk.ids())}]].\n')


def link_taken_away(desk):
    return substitute(desk, r'\[\[[^\]]*\]\]', lambda found: 'it')


def link_elsewhere(desk):
    return substitute(desk, r'\[\[[a-z0-9-]+\]\]', lambda found: f'[[{desk.rng.choice(desk.ids())}]]')


def new_citation(desk):
    return append(desk, desk.some_text(), f'\nSo it is said [@{desk.rng.choice(["fresnel-1822", "stevenson-1824"])}].\n')


def new_heading(desk):
    return append(desk, desk.some_text(), f'\n## {desk.rng.choice(WORDS).title()} {desk.fresh("")}\n\nWords.\n')


def heading_renamed(desk):
    return substitute(desk, r'(?m)^## .*$', lambda found: f'## {desk.fresh("Heading ")}')


def heading_taken_away(desk):
    return substitute(desk, r'(?m)^## .*\n', lambda found: '\n')


def link_to_a_heading(desk):
    """A heading that may come and go; where it is missing, the link leads to the page, and a warning says so."""
    path = desk.some_text()
    heading = desk.rng.choice(['une-tour-et-ses-étages', 'heading-1', 'heading-2', 'tower-3'])
    return append(desk, path, f'\nSee [[{desk.rng.choice(["cordouan", "augustin-fresnel"])}#{heading}]].\n')


def view_in_a_text(desk):
    return append(desk, desk.some_text(), '\n```view table kinds=phare columns=mer sort=portee\n```\n')


def relative_link(desk):
    return append(desk, desk.some_text(), f'\n[here](../../{desk.rng.choice(["hauteurs/", "nowhere/", "chronologie/"])})\n')


def body_comes_or_goes(desk):
    path = desk.some_text()
    front, body = parts_of(path)
    write(path, front + ('' if body.strip() else '\nThere is a text again.\n'))
    return f'{path.name}: the body {"goes" if body.strip() else "comes"}'


def title_in_a_body(desk):
    """A warning that must be told again by every build."""
    return append(desk, desk.some_text(), f'\n# {desk.fresh("Second title ")}\n')


# --- everything else that is read -------------------------------------------------------------------------------------


def fact(desk):
    path = desk.content() / 'phares' / desk.rng.choice(['ar-men.md', 'cordouan.md', 'hercule.yaml', 'bell-rock.yaml'])
    text = path.read_text('utf-8')
    if 'portee:' not in text:
        return None
    write(path, re.sub(r'portee: \S+', f'portee: {desk.rng.randint(5, 50)}', text))
    return f'{path.name}: portee'


def summary(desk):
    path = desk.content() / 'ingenieurs/augustin-fresnel.md'
    write(path, re.sub(r'summary: \{fr: [^,]*', f'summary: {{fr: {desk.fresh("Résumé ")}', path.read_text('utf-8')))
    return f'{path.name}: summary'


def number_of_a_fact(desk):
    return substitute_in_front(desk, r'\d', lambda found: str(desk.rng.randrange(10)))


def reference_of_a_fact(desk):
    ids = desk.ids()
    names = '|'.join(sorted(map(re.escape, ids), key=len, reverse=True))
    return substitute_in_front(desk, rf'(?<=[ \[])({names})(?=[],}}\n])', lambda found: desk.rng.choice(ids))


def choice_of_a_fact(desk):
    """Another of the words that stand in its place in some record."""
    key = desk.rng.choice(['materiau', 'fait', 'role', 'mer'])
    pattern = rf'(?<={key}: )\[?[a-z][a-z-]*\]?'
    found = {word for path in desk.fronts() for word in re.findall(pattern, parts_of(path)[0])}
    return substitute_in_front(desk, pattern, lambda _: desk.rng.choice(sorted(found))) if found else None


def words_of_a_fact(desk):
    return substitute_in_front(desk, r'(?<=fr: )[A-ZÉ][^,}\n]*', lambda _: desk.fresh(desk.rng.choice('ABCXYZ') + ' '))


def entry_taken_away(desk):
    return substitute_in_front(desk, r'\n  - \{[^\n]*', lambda _: '')


def entry_again(desk):
    return substitute_in_front(desk, r'\n  - \{[^\n]*', lambda found: found[0] + found[0])


def verified_again(desk):
    day = f'{desk.rng.randint(2023, 2026)}-{desk.rng.randint(1, 12):02}-{desk.rng.randint(1, 28):02}'
    return substitute_in_front(desk, r'(?<=\nverified: )\S+', lambda _: day)


def withdrawal(desk):
    path = desk.rng.choice(desk.fronts())
    text = path.read_text('utf-8')
    if 'withdrawn:' in text:
        write(path, re.sub(r'\nwithdrawn: .*', '', text))
        return f'{path.name}: no longer withdrawn'
    of_kind = [one.name.split('.')[0] for one in desk.fronts() if one.parent == path.parent and one != path]
    words = f'withdrawn: {{reason: {{fr: Double, ar: A, ja: J}}, replaced_by: {desk.rng.choice(of_kind)}}}'
    write(path, text.replace('\n---', f'\n{words}\n---', 1) if path.suffix == '.md' else f'{text}\n{words}\n')
    return f'{path.name}: withdrawn'


def new_record(desk):
    name = desk.fresh('amer-')
    body = f'\nNear [[cordouan]].\n\n## Heading {name[-1]}\n\nWords.\n'
    draft = 'draft: true\n' if desk.rng.random() < 0.3 else ''
    image = ''
    if desk.rng.random() < 0.5:
        write(desk.content() / f'phares/{name}.txt', 'beside it\n')
        image = f'image: {{path: {name}.txt, alt: {{fr: Note}}}}\n'
    write(desk.content() / f'phares/{name}.md',
          f'---\ntitle: {{fr: Amer {name}, ar: A {name}, ja: J {name}}}\nmer: atlantique\n{image}{draft}---\n{body}')
    return f'new record {name} {draft.strip()}'


def record_taken_away(desk):
    mains = [path for path in (desk.content() / 'phares').glob('amer-*.md') if path.name.count('.') == 1]
    if not mains:
        return None
    name = desk.rng.choice(sorted(mains)).stem
    for path in (desk.content() / 'phares').glob(f'{name}.*'):
        path.unlink()
    return f'{name} goes'


def translation_comes_or_goes(desk):
    mains = [path for path in desk.texts() if path.name.count('.') == 1]
    main = desk.rng.choice(mains)
    path = main.with_suffix(f'.{desk.rng.choice(["ar", "ja"])}.md')
    if path.exists():
        path.unlink()
        return f'{path.name} goes'
    write(path, f'---\ntranslation: {{state: draft}}\n---\n\nTranslated: [[cordouan]].\n\n## {desk.fresh("T ")}\n')
    return f'{path.name} comes'


def attachment(desk):
    notes = sorted((desk.content() / 'phares').glob('amer-*.txt'))
    return append(desk, desk.rng.choice(notes), desk.fresh('more ') + '\n') if notes else None


def template(desk):
    name = desk.rng.choice(['record-phare.html', 'language-choice.html'])
    return append(desk, desk.root / 'templates' / name, f'{{# {desk.fresh()} #}}<!-- {desk.fresh()} -->\n')


def interface_word(desk):
    path = desk.root / 'templates/strings/fr.yaml'
    text = path.read_text('utf-8')
    write(path, re.sub(r'(?m)^home: .*$', f'home: {desk.fresh("Accueil ")}', text))
    return 'a word of the interface'


def static_file(desk):
    name = desk.rng.choice(['css/own.css', 'note.txt'])
    write(desk.root / 'static' / name, f'/* {desk.fresh()} */\n')
    return f'static/{name}'


def site_file(desk):
    path = desk.content() / 'site.yaml'
    write(path, re.sub(r'(?m)^  fr: .*\n', f'  fr: {desk.fresh("Devise ")}\n', path.read_text('utf-8'), count=1))
    return 'the tagline'


def vocabulary(desk):
    path = desk.content() / 'vocabularies/materiaux.yaml'
    write(path, re.sub(r'fr: \w+', f'fr: {desk.fresh("matiere")}', path.read_text('utf-8'), count=1))
    return 'a term of a vocabulary'


def schema(desk):
    path = desk.content() / 'schema/mer.yaml'
    write(path, re.sub(r'fr: \{one: [^,]*', f'fr: {{one: {desk.fresh("Mer ")}', path.read_text('utf-8'), count=1))
    return 'a label of the schema'


def release(desk):
    folder = desk.root / 'releases' / desk.fresh('2027-')
    shutil.copytree(desk.root / 'releases/2026-01', folder)
    return f'a release {folder.name}'


# --- what the last build left -----------------------------------------------------------------------------------------


def pages_of(desk):
    return [path for path in desk.built() if path.suffix == '.html']


def page_tampered_with(desk):
    path = desk.rng.choice(pages_of(desk))
    with path.open('ab') as file:
        file.write(b'<!-- tampered -->')
    return f'site: {path.relative_to(desk.site)} is longer'


def page_tampered_with_in_secret(desk):
    """Same length, same time of change, same inode."""
    path = desk.rng.choice(pages_of(desk))
    state = path.stat()
    text = path.read_bytes()
    with path.open('r+b') as file:
        file.write(text.replace(b'e', b'a'))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    return f'site: {path.relative_to(desk.site)} has other bytes'


def page_replaced(desk):
    """Another file with the same length and time of change."""
    path = desk.rng.choice(pages_of(desk))
    state = path.stat()
    other = path.with_name('other')
    other.write_bytes(path.read_bytes().replace(b'a', b'e'))
    os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
    other.rename(path)
    return f'site: {path.relative_to(desk.site)} is another file'


def file_deleted(desk):
    path = desk.rng.choice(desk.built())
    if path.name == 'sitemap.xml':  # without it this is no site, and the build refuses to replace it
        return None
    path.unlink()
    return f'site: {path.relative_to(desk.site)} is gone'


def stray_file(desk):
    (desk.site / desk.fresh('stray-')).write_text('not of the site')
    return 'site: a stray file'


def memory_broken(desk):
    for path in desk.memories():
        bytes_of = bytearray(path.read_bytes())
        if desk.rng.random() < 0.5:
            del bytes_of[desk.rng.randrange(len(bytes_of)):]
        else:
            bytes_of[desk.rng.randrange(len(bytes_of))] ^= 1 << desk.rng.randrange(8)
        path.write_bytes(bytes_of)
    return 'memory: broken'


def memory_gone(desk):
    shutil.rmtree(desk.cache, ignore_errors=True)
    return 'memory: gone'


def memory_of_another_day(desk):
    """What an earlier build left comes back, as from a backup; the next time this is drawn."""
    kept = desk.cache.with_name('kept')
    if kept.exists():
        shutil.rmtree(desk.cache, ignore_errors=True)
        kept.rename(desk.cache)
        return 'memory: an earlier one'
    if desk.cache.exists():
        shutil.copytree(desk.cache, kept)
    return 'memory: kept for later'


# --- options ----------------------------------------------------------------------------------------------------------


def option(desk):
    name = desk.rng.choice(['--drafts', '--compress', '--base-url=https://elsewhere.example/', '--strict', '--jobs=1'])
    desk.options ^= {name}
    return f'options: {sorted(desk.options)}'


def another_day(desk):
    desk.environment['SOURCE_DATE_EPOCH'] = str(desk.rng.choice([0, 1_000_000_000, 1_700_000_000]))
    return f'day: {desk.environment}'


def nothing(_):
    return 'nothing'


# What only a text's own page shows is drawn most often: the others have each edit once.
HIDDEN = [words_of_a_body, one_word_of_a_body, label_of_a_link, locator_of_a_citation, code_table_and_note,
          lines_at_the_beginning]
OTHERS = [new_link, link_taken_away, link_elsewhere, new_citation, new_heading, heading_renamed, heading_taken_away,
          link_to_a_heading, view_in_a_text, relative_link, body_comes_or_goes, title_in_a_body, fact, summary, new_record,
          record_taken_away, translation_comes_or_goes, attachment, template, interface_word, static_file, site_file,
          vocabulary, schema, release, page_tampered_with, page_tampered_with_in_secret, page_replaced, file_deleted,
          stray_file, memory_broken, memory_gone, memory_of_another_day, option, another_day, nothing]


# What the pages of other records may show.
SEEN = [fact, summary, number_of_a_fact, reference_of_a_fact, choice_of_a_fact, words_of_a_fact, entry_taken_away,
        entry_again, verified_again, withdrawal, new_link, link_taken_away, link_elsewhere, new_citation, new_heading,
        heading_renamed, heading_taken_away, link_to_a_heading, body_comes_or_goes]


def draw(rng, count):
    """The edits of so many builds, in their order; of fewer than there are sorts of edits, some are left out."""
    drawn = [*rng.sample(OTHERS, min(len(OTHERS), 2 * count // 3))]
    drawn += rng.choices(HIDDEN, k=count - len(drawn))
    rng.shuffle(drawn)
    return drawn


def draw_seen(rng, count):
    return [edit for _ in range(count // len(SEEN) + 1) for edit in rng.sample(SEEN, len(SEEN))][:count]
