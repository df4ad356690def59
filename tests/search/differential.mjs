// differential.mjs PRINT_ATOMS FOLDER: whether the browser's rule for words (static/js/search/atoms.js) and the generator's
// (generator/search/atoms.cpp) agree, on every line of the texts in a folder and on lines made up at random.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitAtoms } from '../../static/js/search/atoms.js';

const RANDOM_LINES = 4000;
const SAMPLES = ['a', 'Z', '9', ' ', '-', '·', '，', '（', '人', '工', '體', '々', 'é', 'İ', 'ß', 'Ł', 'σ', 'ς', 'Σ', 'ﬁ', '½', '①',
  'Ａ', '９', 'ｶ', 'ｶﾞ', 'が', 'カ', '한', '글', 'ไ', 'ท', 'ย', 'ا', 'َ', 'ـ', 'أ', 'ש', 'ָ', 'क', 'ि', '\u0301', '\u200d', '😀', '𠀀',
  '㈱', '\u00a0', '\u3000', '…', '№', 'ª', 'ⅷ', '豈', 'ŉ', 'Å', '\u0323'];

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return /\.(md|yaml)$/.test(entry.name) ? [path] : [];
  });
}

// The same numbers in every run.
function* randomNumbers(seed) {
  for (let state = seed; ; state = (Math.imul(state, 1664525) + 1013904223) >>> 0) yield state / 2 ** 32;
}

function randomLines() {
  const numbers = randomNumbers(7);
  const next = (limit) => Math.floor(numbers.next().value * limit);
  return Array.from({ length: RANDOM_LINES }, () =>
    Array.from({ length: 1 + next(30) }, () => SAMPLES[next(SAMPLES.length)]).join('').normalize('NFC'));
}

function simplifiedForms() {
  const source = readFileSync(new URL('../../generator/search/simplified_forms.h', import.meta.url), 'utf8');
  const characters = [...source.matchAll(/^ {4}"([^"]+)"/gm)].flatMap((match) => [...match[1]]);
  return new Map(characters.flatMap((one, i) => (i % 2 === 0 ? [[one, characters[i + 1]]] : [])));
}

const [printAtoms, folder] = process.argv.slice(2);
const lines = [...filesBelow(folder).sort().flatMap((file) => readFileSync(file, 'utf8').normalize('NFC').split('\n')),
  ...randomLines()];
const run = spawnSync(printAtoms, { input: `${lines.join('\n')}\n`, maxBuffer: 2 ** 30, encoding: 'utf8' });
const printed = run.stdout.split('\n');
const forms = simplifiedForms();
let failed = run.status === 0 && printed.length === lines.length + 1 ? 0 : 1;
lines.forEach((line, i) => {
  const ours = splitAtoms(line, forms).map((atom) =>
    atom.text + (atom.isUnspaced ? '+' : '') + (atom.isJoined ? '<' : '')).join('\t');
  if (ours === printed[i]) return;
  failed += 1;
  if (failed <= 20) console.log(`FAILED: ${JSON.stringify(line)}\n  browser:   ${ours}\n  generator: ${printed[i]}`);
});
console.log(`${lines.length - Math.min(failed, lines.length)} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
