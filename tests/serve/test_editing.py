#!/usr/bin/env python3
"""test_editing.py BINARY: what an editor does to the files, and what the pages hear of it."""

import os
import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from serving import REPOSITORY, Events, Serving
from tally import Tally

RECORD = 'content/phares/bell-rock.yaml'
PAGE = '/fr/phares/bell-rock/'
DRAFT_NOTICE = 'Cette fiche est un brouillon'
QUIET = 1.5  # seconds in which nothing may happen


def is_after(version):
    return lambda state: state['version'] != version and not state['problems']


class Editing:
    def __init__(self, tally, served):
        self.tally = tally
        self.served = served
        self.events = Events(served)
        self.text = self.read(RECORD)

    def path(self, name):
        return self.served.folder / name

    def read(self, name):
        return self.path(name).read_text('utf-8')

    def write(self, name, text):
        self.path(name).write_text(text, 'utf-8')

    def version(self):
        return self.events.newest()['version']

    def expect_new_version(self, act, what):
        before = self.version()
        act()
        self.tally.expect(self.events.wait(is_after(before)), f'{what}: no new version was told')

    def expect_problem(self, act, code, what):
        before = self.version()
        act()
        found = self.events.wait(lambda state: any(problem['code'] == code for problem in state['problems']))
        self.tally.expect(found, f'{what}: {code} was not told')
        self.tally.expect(self.version() == before, f'{what}: the pages have changed')

    def expect_silence(self, act, what):
        count = len(self.events.states)
        act()
        time.sleep(QUIET)
        self.tally.expect(len(self.events.states) == count, f'{what}: the pages were told {self.events.newest()}')

    def expect_shown(self, words, what):
        self.tally.expect(words in self.served.get(PAGE)[2], f"{what}: '{words}' is not on the page")

    def restore(self):
        self.expect_new_version(lambda: self.write(RECORD, self.text), 'the record as it was')


def titled(text, words):
    """The record with another French title."""
    lines = [f'title: {{fr: {words}, ar: {words}, ja: {words}}}' if line.startswith('title:') else line
             for line in text.splitlines()]
    return '\n'.join(lines) + '\n'


def test_save(edit):
    edit.expect_new_version(lambda: edit.write(RECORD, titled(edit.text, 'Enregistré')), 'a save')
    edit.expect_shown('Enregistré', 'a save')

    def replace():
        edit.write('content/phares/.bell-rock.yaml.new', titled(edit.text, 'Remplacé'))
        os.rename(edit.path('content/phares/.bell-rock.yaml.new'), edit.path(RECORD))

    edit.expect_new_version(replace, 'a new file in the place of the old one')
    edit.expect_shown('Remplacé', 'a new file in the place of the old one')

    def as_vim_does():
        edit.write('content/phares/4913', '')
        os.remove(edit.path('content/phares/4913'))
        os.rename(edit.path(RECORD), edit.path(RECORD + '~'))
        time.sleep(0.03)  # on a slow disk
        edit.write(RECORD, titled(edit.text, 'Vim'))
        os.remove(edit.path(RECORD + '~'))

    edit.expect_new_version(as_vim_does, "Vim's save")
    edit.expect_shown('Vim', "Vim's save")
    edit.restore()


def test_broken(edit):
    edit.expect_new_version(lambda: edit.write(RECORD, titled(edit.text, 'Bon')), 'a good state')
    edit.expect_problem(lambda: edit.write(RECORD, titled(edit.text, 'Mauvais') + 'mer: nulle-part\n'), 'duplicate-key',
                        'a wrong line')
    problem = edit.events.newest()['problems'][0]
    lines = edit.read(RECORD).splitlines()
    edit.tally.expect((problem['path'], problem['line'], problem['column'], problem['source']) ==
                      (RECORD, len(lines), 1, lines[-1]), f'the problem has another place, or is not the first: {problem}')
    edit.expect_shown('Bon', 'a broken state')
    edit.restore()
    edit.tally.expect(not edit.events.newest()['problems'], 'a mended state still has problems')


def test_temporary(edit):
    for name in ('.bell-rock.yaml.swp', 'bell-rock.yaml~', '#bell-rock.yaml#', '.#bell-rock.yaml', '4913',
                 'bell-rock.yaml.tmp', 'bell-rock.yaml___jb_tmp___'):
        edit.expect_silence(lambda name=name: edit.write(f'content/phares/{name}', 'x'), f'the temporary file {name}')
    edit.expect_new_version(lambda: edit.write(RECORD, titled(edit.text, 'Malgré')), 'a save beside temporary files')
    edit.restore()


def test_gone(edit):
    new = 'content/phares/nouveau.yaml'
    edit.expect_new_version(lambda: edit.write(new, titled(edit.text, 'Nouveau')), 'a new record')
    edit.tally.expect(edit.served.get('/fr/phares/nouveau/')[0] == 200, 'a new record has no page')
    edit.expect_new_version(lambda: os.rename(edit.path(new), edit.path('content/phares/autre.yaml')), 'a renamed record')
    edit.tally.expect(edit.served.get('/fr/phares/nouveau/')[0] == 404, 'the old name of a record answers')
    edit.tally.expect(edit.served.get('/fr/phares/autre/')[0] == 200, 'the new name of a record does not answer')
    edit.expect_new_version(lambda: os.remove(edit.path('content/phares/autre.yaml')), 'a removed record')
    edit.tally.expect(edit.served.get('/fr/phares/autre/')[0] == 404, 'a removed record answers')


def test_draft(edit):
    edit.expect_new_version(lambda: edit.write(RECORD, edit.text + 'draft: true\n'), 'a draft')
    status, _, page = edit.served.get(PAGE)
    edit.tally.expect(status == 200, 'a draft is not shown')
    edit.tally.expect(DRAFT_NOTICE in page, 'a draft is not marked')
    edit.restore()


def test_burst(edit):
    count = len(edit.events.states)

    def burst():
        for i in range(200):
            edit.write(f'content/phares/rafale-{i % 20}.yaml', titled(edit.text, f'Rafale {i}'))

    edit.expect_new_version(burst, 'a burst of 200 saves')
    end = time.monotonic() + 30
    while time.monotonic() < end and 'Rafale 199' not in edit.served.get('/fr/phares/rafale-19/')[2]:
        time.sleep(0.1)
    edit.tally.expect('Rafale 199' in edit.served.get('/fr/phares/rafale-19/')[2], 'the last save of a burst is not shown')
    told = len(edit.events.states) - count
    edit.tally.expect(told < 40, f'a burst of 200 saves was told {told} times')
    before = edit.version()
    for i in range(20):
        os.remove(edit.path(f'content/phares/rafale-{i}.yaml'))
    edit.tally.expect(edit.events.wait(is_after(before)), 'the end of the burst was not told')


def test_templates(edit):
    source = (REPOSITORY / 'templates/page.html').read_text('utf-8')

    def make():
        edit.path('templates').mkdir(exist_ok=True)
        edit.write('templates/page.html', source.replace('<article', '<!-- own --><article'))

    edit.expect_new_version(make, "a template in the installed one's place")
    edit.tally.expect('<!-- own -->' in edit.served.get('/fr/pages/a-propos/')[2], 'a new template is not used')
    edit.expect_problem(lambda: edit.write('templates/page.html', '{% if page %}'), 'unclosed-tag', 'a wrong template')
    edit.expect_new_version(lambda: os.remove(edit.path('templates/page.html')), 'the installed template again')


def test_folders(edit):
    os.rename(edit.path('content'), edit.path('content-away'))
    found = edit.events.wait(lambda state: state['problems'])
    edit.tally.expect(found, 'content that has gone is not told')
    edit.expect_shown('Bell Rock', 'content that has gone')
    before = edit.version()
    os.rename(edit.path('content-away'), edit.path('content'))
    edit.tally.expect(edit.events.wait(is_after(before)), 'content that has come back is not told')
    edit.expect_new_version(lambda: edit.write(RECORD, titled(edit.text, 'Revenu')), 'a save after that')
    edit.expect_shown('Revenu', 'a save after that')
    edit.restore()


def main():
    tally = Tally()
    with Serving(sys.argv[1]) as served:
        edit = Editing(tally, served)
        tests = (test_save, test_broken, test_temporary, test_gone, test_draft, test_burst, test_templates, test_folders)
        for test in tests:
            test(edit)
            tally.expect(served.is_alive(), f'{test.__name__}: the server is gone')
        tally.expect(not any(state['problems'] for _, state in edit.events.states[-1:]), 'problems are left')
        if tally.failed:
            print(served.output()[-4000:])
    tally.finish()


if __name__ == '__main__':
    main()
