// node tests/data/validators/run_test.mjs SITE: plants faults in a copy of a sound site; run.mjs must find each. A round has one
// fault of each sort: they are found by different programs.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, finish, wordsOf } from '../../tools/tally.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const [site] = wordsOf('run_test.mjs SITE');
const PACKAGE = 'data/datapackage.json';
const CATALOG = 'data/catalog.jsonld';
const HOME = 'fr/index.html';
const CALENDAR = 'fr/calendar.ics';

// What is put in the place of what in which file, and what must be said of it.
const FAULTS = [
  [
    [PACKAGE, /"resources":\[/, '"resources":[],"former":[', 'datapackage.json:'], // a package without tables
    [PACKAGE, /"type":"date"/, '"type":"calendar"', '.csv:'],
    [PACKAGE, /"name":"kind"/, '"name":"sort"', '.csv:'], // a column that is not in the file
    ['data/steps.csv', /,\d{4}-\d\d-\d\d,/, ',2023-02-30,', 'steps.csv:'],
    ['data/records.csv', /\n([^,]*)(,[^\n]*\n)/, '\n$1$2$1$2', 'records.csv:'], // one id twice
    ['data/relations.csv', /\n[^,]*,/, '\nsurely-nothing,', 'relations.csv: from leads nowhere'],
  ],
  [
    [CATALOG, /"dct:title"/g, '"dct:abstract"', "DCAT-AP's shapes.ttl"],
    [CATALOG, /foaf:Agent/g, 'foaf:Image', "DCAT-AP's range.ttl"],
  ],
  [
    [HOME, /"@type":"WebSite"/, '"@type":"WebSight"', 'no type WebSight'],
    [HOME, /"isAccessibleForFree"/, '"isFree"', 'no property isFree'],
    [HOME, /"isAccessibleForFree"/, '"cookTime":"PT1H","isAccessibleForFree"', 'cookTime is no property of Dataset'],
    [HOME, /"creator":\{"@type":"Organization"/, '"creator":{"@type":"Country"', 'creator of Dataset cannot be'],
    [HOME, /"dateModified":"/, '"dateModified":"2020/', 'dateModified of Dataset cannot be'],
    [HOME, /"https:\/\/schema.org"/, '"https://schema.example"', 'https://schema.example'],
  ],
  [
    [CALENDAR, /DTSTART;VALUE=DATE:(\d+)/, 'DTSTART:$1T100000Z', 'calendar.ics:'],
    [CALENDAR, /(BEGIN:VEVENT.*?END:VEVENT\r\n)/s, '$1$1', 'two events of one UID'],
  ],
];

function run(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(HERE, 'run.mjs'), folder], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

const copy = join(mkdtempSync(join(tmpdir(), 'validators-')), 'site');
const others = ['ar', 'ja'].map((language) => join(site, language)); // the pages of one language are enough
cpSync(site, copy, { recursive: true, filter: (path) => !others.some((other) => path.startsWith(other)) });
const sound = run(copy);
expect(sound.status === 0, `a sound site is found fault with: ${sound.said.slice(-500)}`);
for (let round = 0; round < Math.max(...FAULTS.map((sort) => sort.length)); round += 1) {
  const planted = FAULTS.filter((sort) => sort.length > round).map((sort) => sort[round]);
  const before = planted.map(([file, old, put]) => {
    const text = readFileSync(join(copy, file), 'utf8');
    const faulty = text.replace(old, put);
    expect(faulty !== text, `there is no ${old} in ${file}`);
    writeFileSync(join(copy, file), faulty);
    return text;
  });
  const { status, said } = run(copy);
  for (const [, , put, expected] of planted) {
    expect(status === 1 && said.includes(expected), `${put} is not found: ${expected} is not in: ${said.slice(-800)}`);
  }
  planted.forEach(([file], i) => writeFileSync(join(copy, file), before[i]));
}
rmSync(dirname(copy), { recursive: true });
finish();
