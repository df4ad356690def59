#!/usr/bin/env python3
"""Identifiers have the form that those who give them out write: each field that holds one takes what is right, refuses what is
wrong, and says which form it wants."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'tools'))
from tally import Tally

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = REPOSITORY / 'build' / 'release' / 'armillary'

# field: (folder of a kind that has it, what is taken, what is refused)
IDENTIFIERS = {
    'wikidata': ('laws', ['Q1', 'Q117858722'], ['117858722', 'Q0', 'https://www.wikidata.org/wiki/Q1']),
    'document_number': ('laws', ['国发〔2017〕35号', 'Public Law 116-283'], ['国发[2017]35号', '国发（2017）35号', '国发［2017］ 35号']),
    'un_symbol': ('laws', ['A/RES/78/265', 'A/79/L.118', 'CCPR/C/GC/37'], ['A-RES-78-265', 'a/res/78/265', 'Resolution 78/265']),
    'celex': ('laws', ['32024R1689', '52021PC0206'], ['CELEX:32024R1689', '32024 R 1689']),
    'eli': ('laws', ['https://data.europa.eu/eli/reg/2024/1689/oj'], ['https://eur-lex.europa.eu/legal-content/1689', 'eli/reg/2024/1689']),
    'standard_number': ('frameworks', ['ISO/IEC 42001:2023', 'GB/T 45654-2025', 'ITU-T M.3080', 'IEEE Std 3404-2025'],
                        ['42001', 'iso/iec 42001', 'ISO/IEC42001:2023', 'GB/T 45654—2025']),
    'doi': ('publications', ['10.1017/S0020818300026400'], ['https://doi.org/10.1017/S0020818300026400', 'doi:10.1017/x', '10.1/x']),
    'isbn': ('publications', ['978-92-1-003283-4', '9789210032834', '0-306-40615-2', '043942089X'],
             ['978-92-1-003283', '978-92-1-003283-X', 'ISBN 978-92-1-003283-4', '92100328345']),
    'iso_alpha2': ('jurisdictions', ['CN'], ['cn', 'CHN', 'C1']),
    'iso_alpha3': ('jurisdictions', ['CHN'], ['CN', 'chn']),
    'm49': ('jurisdictions', ['156', '004'], ['4', '1560', 'CHN']),
}


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for part in ('schema', 'vocabularies'):
            shutil.copytree(REPOSITORY / 'content' / part, root / 'content' / part)
        shutil.copy(REPOSITORY / 'content/site.yaml', root / 'content')
        wrong = {}
        for field, (folder, good, bad) in IDENTIFIERS.items():
            (root / 'content' / folder).mkdir(exist_ok=True)
            for number, value in enumerate(good + bad):
                path = f'content/{folder}/{field.replace("_", "-")}-{number}.yaml'
                (root / path).write_text(f'title: {{zh: 甲, en: A}}\n{field}: {json.dumps(value, ensure_ascii=False)}\n', 'utf-8')
                wrong[path] = (field, value, number >= len(good))
        done = subprocess.run([PROGRAM, 'check', '--root', root, '--format', 'json'], capture_output=True, text=True, check=False)
        said = {message['path']: message for message in json.loads(done.stderr)
                if message['code'] in ('pattern-mismatch', 'unknown-key', 'not-an-address')}
    for path, (field, value, is_wrong) in wrong.items():
        message = said.get(path)
        tally.expect((message is not None) == is_wrong, f'{field}: {value!r} is {"taken" if is_wrong else "refused"}')
        if is_wrong and message:
            tally.expect(field in message['message'] or message['code'] == 'not-an-address', f'{field}: {value!r}: {message["message"]}')
    tally.finish()


if __name__ == '__main__':
    main()
