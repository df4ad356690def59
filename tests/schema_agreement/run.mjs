// node tests/schema_agreement/run.mjs BINARY: holds `armillary schema` to `armillary check`.
//
// Every record of every case of tests/cases/diagnostics is read as an editor's YAML support reads it and checked with ajv
// against the kind's JSON Schema. What check accepts must be accepted; what it refuses must be refused, unless all it says
// of the record is in CANNOT_SAY. The records of the repository's observatories must all be accepted.
// Prints the table of agreement; the last line is `N passed, M failed`.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';
import { expect, finish, wordsOf } from '../tools/tally.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const CASES = join(ROOT, 'tests/cases/diagnostics');

// Messages about a record that JSON Schema has no words for, and why.
const CANNOT_SAY = {
  'active-file': 'other files are not in view',
  'alias-hides-record': 'other records are not in view',
  'alias-twice': 'other records are not in view',
  'bad-record-id': "a file's name is not in view",
  'byte-order-mark': 'YAML allows it',
  'date-end-before-start': 'no arithmetic',
  'date-no-such-day': 'no calendar',
  'digest-mismatch': 'other files are not in view',
  'draft-record': 'drafts are offered, so that editors can name them before they are published',
  'duplicate-record': "other files' names are not in view",
  'file-missing': 'other files are not in view',
  'fullwidth-comma': 'to YAML it is a letter like any other',
  'lonely-record': 'other records are not in view; an error with --strict only',
  'missing-translation': 'allowed but with --strict',
  'reserved-id': "a file's name is not in view",
  'yaml-anchor': 'YAML allows it',
  'yaml-tag': 'YAML allows it',
};

const [binary] = wordsOf('run.mjs BINARY');
const table = new Map(); // code → {refused, accepted}

function* filesIn(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const status = lstatSync(path);
    if (status.isDirectory()) yield* filesIn(path);
    else if (status.isFile()) yield path;
  }
}

function layOut(from, to) {
  for (const path of filesIn(from)) {
    const target = join(to, relative(from, path));
    if (target.endsWith('.remove')) rmSync(target.slice(0, -'.remove'.length), { recursive: true, force: true });
    else cpSync(path, target);
  }
}

// The record's YAML, or null where the file has none.
function recordText(path) {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.yaml')) return text;
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  return found && text.startsWith('---') ? found[1] : null;
}

// Whether an editor would mark something: YAML that cannot be read, or a value that the schema does not allow.
function isRefused(text, validate) {
  const documents = parseAllDocuments(text, { version: '1.2', uniqueKeys: true });
  if (documents.length !== 1 || documents[0].errors.length > 0) return true;
  return !validate(documents[0].toJS());
}

// {kind: {folder, validate}} of an observatory, or null where the schema itself is wrong.
function validatorsOf(root) {
  const done = spawnSync(binary, ['schema', '--root', root], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) return null;
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  const kinds = JSON.parse(done.stdout).$defs;
  const folders = new Map();
  for (const path of filesIn(join(root, 'content/schema'))) {
    const text = readFileSync(path, 'utf8');
    const kind = /^kind:\s*(\S+)/m.exec(text)?.[1];
    const folder = /^folder:\s*(\S+)/m.exec(text)?.[1];
    if (kinds[kind]) folders.set(folder, ajv.compile(kinds[kind]));
  }
  return folders;
}

// The main files of records, which hold their facts: ID.yaml and ID.md.
function* recordsOf(root, folders) {
  for (const [folder, validate] of folders) {
    for (const path of filesIn(join(root, 'content', folder))) {
      if (dirname(path) !== join(root, 'content', folder) || !/^[^.]+\.(md|yaml)$/.test(basename(path))) continue;
      yield [path, validate];
    }
  }
}

// Codes of the errors that expected.txt tells about the facts of each file.
function errorsOf(folder, root) {
  const codes = new Map();
  const expected = join(folder, 'expected.txt');
  if (!existsSync(expected)) return codes;
  for (const line of readFileSync(expected, 'utf8').split('\n')) {
    const found = /^(content\/[^:]+):(?:(\d+):\d+:)? error: .* \[([a-z0-9-]+)\]$/.exec(line);
    if (!found) continue;
    const [, path, number, code] = found;
    const full = join(root, path);
    if (path.endsWith('.md') && existsSync(full) && number) {
      const facts = recordText(full);
      const last = facts === null ? 0 : facts.split('\n').length + 1;
      if (Number(number) > last) continue; // in the text
    }
    codes.set(full, [...(codes.get(full) ?? []), code]);
  }
  return codes;
}

// Cases that a script completes, and those that print no text, are left to the others of their code.
function isPlain(name) {
  const words = join(CASES, name, 'arguments');
  const hasFormat = existsSync(words) && readFileSync(words, 'utf8').includes('--format');
  return !hasFormat && !existsSync(join(CASES, name, 'prepare'));
}

function judgeCase(name) {
  const root = mkdtempSync(join(tmpdir(), 'armillary-schema-'));
  try {
    layOut(join(CASES, 'base'), root);
    layOut(join(CASES, name), root);
    if (!isPlain(name)) return;
    const folders = validatorsOf(root);
    if (folders === null) return; // the schema is the mistake
    const errors = errorsOf(join(CASES, name), root);
    for (const [path, validate] of recordsOf(root, folders)) judgeRecord(name, path, errors.get(path) ?? [], validate);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function judgeRecord(name, path, codes, validate) {
  const text = recordText(path);
  if (text === null) return;
  const refused = isRefused(text, validate);
  if (codes.length === 0) {
    expect(!refused, `${name}: ${basename(path)} has no error, but the schema refuses it: ${JSON.stringify(validate.errors)}`);
    return;
  }
  for (const code of codes) {
    const row = table.get(code) ?? { refused: 0, accepted: 0 };
    row[refused ? 'refused' : 'accepted'] += 1;
    table.set(code, row);
  }
  expect(refused || codes.every((code) => code in CANNOT_SAY),
    `${name}: ${basename(path)} has the error ${codes.join(', ')}, but the schema accepts it`);
}

// The editor settings that an observatory ships name the schema of every kind for the files of its folder.
function judgeSettings(root) {
  if (!existsSync(join(root, '.vscode/settings.json'))) return;
  const schemas = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'))['yaml.schemas'];
  for (const path of filesIn(join(root, 'content/schema'))) {
    const text = readFileSync(path, 'utf8');
    const [, kind] = /^kind:\s*(\S+)/m.exec(text) ?? [];
    const [, folder] = /^folder:\s*(\S+)/m.exec(text) ?? [];
    if (!kind) continue;
    expect(schemas[`.vscode/schema/${kind}.json`] === `content/${folder}/*.yaml`,
      `${relative(ROOT, root)}/.vscode/settings.json does not give content/${folder}/ the schema of ${kind}`);
  }
}

function judgeObservatory(root) {
  judgeSettings(root);
  for (const [path, validate] of recordsOf(root, validatorsOf(root) ?? [])) {
    const refused = isRefused(recordText(path) ?? '', validate);
    expect(!refused, `${relative(ROOT, path)} is refused: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  }
}

for (const name of readdirSync(CASES).sort()) {
  if (name !== 'base' && lstatSync(join(CASES, name)).isDirectory()) judgeCase(name);
}
for (const root of [ROOT, join(ROOT, 'templates/starter'), join(ROOT, 'tests/sites/lighthouses')]) judgeObservatory(root);
for (const [code, reason] of Object.entries(CANNOT_SAY)) {
  expect(table.get(code)?.accepted, `CANNOT_SAY names '${code}' (${reason}), but no case shows that the schema cannot say it`);
}
console.log('\nmessage                          refused  accepted  why JSON Schema cannot say it');
for (const [code, row] of [...table].sort()) {
  const counts = `${String(row.refused).padStart(7)} ${String(row.accepted).padStart(9)}`;
  console.log(`${code.padEnd(32)} ${counts}  ${CANNOT_SAY[code] ?? ''}`.trimEnd());
}
finish();
