#!/usr/bin/env python3
"""make_corpus.py N FOLDER [GENERATOR…]: the same N records in Chinese and English for Armillary, for Hugo and for Eleventy.

FOLDER/armillary is an observatory, FOLDER/hugo and FOLDER/eleventy are sites of the same pages; README.md says what they
have in common.
N and the code decide every byte.
"""

import pathlib
import shutil
import sys

import yaml

from prose import Chance, make_body

HERE = pathlib.Path(__file__).resolve().parent
LANGUAGES = ('zh', 'en')
LEFT_OUT = ('search', 'data', 'feeds', 'status', 'form')  # Hugo's site has none of them

# Of a hundred records: so many of each kind.
KINDS = {
    'instrument': (50, 'instruments', {'zh': '文书', 'en': 'Instrument'}),
    'meeting': (20, 'meetings', {'zh': '会议', 'en': 'Meeting'}),
    'report': (20, 'reports', {'zh': '报告', 'en': 'Report'}),
    'body': (10, 'bodies', {'zh': '机构', 'en': 'Body'}),
}
STANDINGS = {'draft-text': ('草案', 'Draft'), 'adopted': ('已通过', 'Adopted'), 'in-force': ('生效', 'In force'),
             'ended': ('已失效', 'Ended')}
SUBJECTS = {'safety': ('安全', 'Safety'), 'trade': ('贸易', 'Trade'), 'data': ('数据', 'Data'),
            'labour': ('劳动', 'Labour'), 'health': ('卫生', 'Health'), 'climate': ('气候', 'Climate'),
            'education': ('教育', 'Education'), 'standards': ('标准', 'Standards')}
STEPS = {'proposed': ('提出', 'Proposed'), 'adopted': ('通过', 'Adopted'), 'reviewed': ('审议', 'Reviewed')}


def both(words):
    return dict(zip(LANGUAGES, words))


def make_records(count):
    """Records as plain values; what refers to bodies is spread so that each body is met by many."""
    records = []
    for kind, (share, folder, label) in KINDS.items():
        for number in range(1, count * share // 100 + 1):
            records.append({'id': f'{kind}-{number}', 'kind': kind, 'folder': folder, 'number': number,
                            'title': {'zh': f'{label["zh"]}第{number}号：关于{number % 37 + 2}国合作的安排',
                                      'en': f'{label["en"]} {number} on cooperation between {number % 37 + 2} states'}})
    bodies = [record for record in records if record['kind'] == 'body']
    for index, record in enumerate(records):
        fill(record, records, bodies, Chance(index + 1))
    return records


def fill(record, records, bodies, chance):
    record['summary'] = {'zh': f'{record["title"]["zh"]}的要点、各方立场与实施情况。',
                         'en': f'{record["title"]["en"]}: what it says, who holds what, how it is applied.'}
    record['standing'] = chance.one_of(sorted(STANDINGS))
    record['subjects'] = sorted({chance.one_of(sorted(SUBJECTS)) for _ in range(2)})
    record['issuers'] = sorted({chance.one_of(bodies)['id'] for _ in range(2)} - {record['id']})
    record['related'] = sorted({chance.one_of(records)['id'] for _ in range(3)} - {record['id']})
    years = sorted(1990 + chance.below(36) for _ in range(3))
    record['events'] = [{'type': step, 'date': f'{year}-{1 + chance.below(12):02}-{1 + chance.below(28):02}'}
                        for step, year in zip(('proposed', 'adopted', 'reviewed'), years)]
    linked = [chance.one_of(records) for _ in range(6)]
    record['linked'] = sorted({one['id'] for one in linked} - {record['id']})
    size = 3000 + chance.below(5000)
    record['body'] = lambda language, link: make_body(
        language, size, bodies[record['number'] % len(bodies)]['title'][language], [link(one) for one in linked],
        Chance(record['number'] * 7 + len(language)))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def double_brackets(record):
    return f'[[{record["id"]}]]'


def as_yaml(value):
    return yaml.dump(value, allow_unicode=True, sort_keys=False, width=1000)


# --- Armillary --------------------------------------------------------------------------------------------------------


def field(kind, words, **more):
    return {'type': kind, 'label': both(words), **more}


def schema_of(kind):
    _, folder, label = KINDS[kind]
    options = {name: both(words) for name, words in STANDINGS.items()}
    subjects = {name: both(words) for name, words in SUBJECTS.items()}
    steps = {name: both(words) for name, words in STEPS.items()}
    return {'kind': kind, 'folder': folder,
            'label': {'zh': {'one': label['zh'], 'many': label['zh']}, 'en': {'one': label['en'], 'many': f'{folder.title()}'}},
            'fields': {
                'title': field('text', ('标题', 'Title'), localized=True, required=True),
                'summary': field('text', ('摘要', 'Summary'), localized=True, required=True),
                'standing': field('choice', ('状态', 'Standing'), facet=True, options=options),
                'subjects': field('choice', ('主题', 'Subjects'), many=True, facet=True, options=subjects),
                'issuers': field('ref', ('发布方', 'Issued by'), to=['body'], many=True,
                                 inverse=both(('发布的文件', 'Issued'))),
                'related': field('ref', ('相关', 'Related'), many=True, inverse=both(('被引用', 'Referred to by'))),
                'events': field('group', ('进程', 'History'), many=True, fields={
                    'type': field('choice', ('类型', 'Step'), required=True, options=steps),
                    'date': field('date', ('日期', 'Date'), required=True, timeline=True)})}}


def write_armillary(records, folder):
    shutil.copytree(HERE / 'templates', folder / 'templates')
    write(folder / 'content/site.yaml', as_yaml({
        'title': {'zh': '合作文书集', 'en': 'Instruments of Cooperation'}, 'base_url': 'https://bench.example/',
        'languages': {'zh': {'tag': 'zh-Hans', 'label': '中文'}, 'en': {'tag': 'en', 'label': 'English'}},
        'without': list(LEFT_OUT)}))
    for kind in KINDS:
        write(folder / f'content/schema/{kind}.yaml', as_yaml(schema_of(kind)))
    for record in records:
        facts = {key: record[key] for key in ('title', 'summary', 'standing', 'subjects', 'issuers', 'related', 'events')}
        place = folder / 'content' / record['folder']
        write(place / f'{record["id"]}.md', f'---\n{as_yaml(facts)}---\n{record["body"]("zh", double_brackets)}')
        write(place / f'{record["id"]}.en.md', record['body']('en', double_brackets))


# --- The peers --------------------------------------------------------------------------------------------------------


def facts_of(record, language):
    """A record's front matter for Hugo and Eleventy."""
    return {'title': record['title'][language], 'summary': record['summary'][language],
            'standing': [record['standing']], 'subjects': record['subjects'], 'issuers': record['issuers'],
            # The other direction, which Armillary finds by itself and these find through lists of their own.
            'referred': record['related'], 'mentioned': record['linked'],
            'events': record['events'], 'years': sorted({event['date'][:4] for event in record['events']})}


# --- Hugo -------------------------------------------------------------------------------------------------------------


def write_hugo(records, folder):
    shutil.copytree(HERE / 'hugo', folder)
    by_id = {record['id']: record for record in records}
    for language in LANGUAGES:
        for record in records:
            facts = {**facts_of(record, language),
                     'related': [f'/{by_id[one]["folder"]}/{one}' for one in record['related']]}
            link = lambda one: f'{{{{< record "/{one["folder"]}/{one["id"]}" >}}}}'
            write(folder / 'content' / language / record['folder'] / f'{record["id"]}.md',
                  f'---\n{as_yaml(facts)}---\n{record["body"](language, link)}')
        for _, kind_folder, label in KINDS.values():
            write(folder / 'content' / language / kind_folder / '_index.md', f'---\ntitle: {label[language]}\n---\n')
        for taxonomy, terms in (('standing', STANDINGS), ('subjects', SUBJECTS)):
            for name, words in terms.items():
                write(folder / 'content' / language / taxonomy / name / '_index.md',
                      f'---\ntitle: {both(words)[language]}\n---\n')


# --- Eleventy ---------------------------------------------------------------------------------------------------------


def write_eleventy(records, folder):
    shutil.copytree(HERE / 'eleventy', folder, ignore=shutil.ignore_patterns('node_modules'))
    (folder / 'node_modules').symlink_to(HERE / 'eleventy/node_modules')
    for language in LANGUAGES:
        for record in records:
            write(folder / 'content' / language / record['folder'] / f'{record["id"]}.md',
                  f'---\n{as_yaml(facts_of(record, language))}---\n{record["body"](language, double_brackets)}')


WRITERS = {'armillary': write_armillary, 'hugo': write_hugo, 'eleventy': write_eleventy}


def main():
    wanted = sys.argv[3:] or list(WRITERS)
    if len(sys.argv) < 3 or not sys.argv[1].isdigit() or not set(wanted) <= set(WRITERS):
        sys.exit(f'usage: make_corpus.py N FOLDER [{"|".join(WRITERS)}]…')
    folder = pathlib.Path(sys.argv[2])
    if folder.exists():
        sys.exit(f'make_corpus.py: {folder} is there already')
    records = make_records(int(sys.argv[1]))
    for name in wanted:
        WRITERS[name](records, folder / name)
    print(f'{len(records)} records in {len(LANGUAGES)} languages in {folder}')


if __name__ == '__main__':
    main()
