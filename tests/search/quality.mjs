// quality.mjs SITE [--all] [--queries FILE]: whether the queries of queries.tsv (or of another file of that form) find what
// they should among the first three results, and what a search moves. `--all` prints every query that does not.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { idOf, openSite } from './site_engine.mjs';

const SHOWN = 7; // results in the list under the search box
const WANTED = 97; // in a hundred
const FIRST_LIMIT = 60 * 1024;
const LATER_LIMIT = 30 * 1024;

export async function readQueries(file = 'queries.tsv') {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [language, query, ids] = line.split('\t');
    return { language, query, ids: ids.split(' ') };
  });
}

export const ranks = (found, wanted) => found.findIndex((id) => wanted.includes(id)) + 1;

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

async function main(words) {
  const { values, positionals: [site] } = parseArgs({ args: words, allowPositionals: true,
    options: { all: { type: 'boolean' }, queries: { type: 'string', default: 'queries.tsv' } } });
  const queries = await readQueries(values.queries);
  const first = [];
  const later = [];
  const times = [];
  const missed = [];
  const warm = new Map();
  for (const { language, query, ids } of queries) {
    const cold = openSite(site, language);
    const started = performance.now();
    const result = await cold.engine.search(query);
    await cold.engine.show(result, result.ranked.slice(0, SHOWN));
    times.push(performance.now() - started);
    first.push(cold.moved.bytes);
    if (!warm.has(language)) warm.set(language, openSite(site, language));
    const { engine, moved } = warm.get(language);
    await engine.open(); // the first search has brought the manifest
    moved.bytes = 0;
    const again = await engine.search(query);
    const shown = await engine.show(again, again.ranked.slice(0, SHOWN));
    later.push(moved.bytes);
    if (values.all && moved.bytes > LATER_LIMIT) console.log(`${language} ${query}: moves ${moved.bytes} bytes`);
    const rank = ranks(shown.map((one) => idOf(one.address)), ids);
    if (rank < 1 || rank > 3) missed.push({ language, query, ids, rank, got: shown.slice(0, 3).map((one) => idOf(one.address)) });
  }
  if (values.all) {
    for (const one of missed) console.log(`${one.language} ${one.query}: ${one.ids.join(' ')} is ${one.rank || 'missing'}; ${one.got.join(', ')}`);
  }
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
  const success = 100 * (queries.length - missed.length) / queries.length;
  console.log(`among the first three: ${queries.length - missed.length} of ${queries.length} (${success.toFixed(1)} %)`);
  console.log(`moved by the first search: median ${kilobytes(quantile(first, 0.5))}, most ${kilobytes(Math.max(...first))}`);
  console.log(`by each later one: median ${kilobytes(quantile(later, 0.5))}, most ${kilobytes(Math.max(...later))}`);
  console.log(`time in node: median ${quantile(times, 0.5).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms`);
  expect(success >= WANTED, `${success.toFixed(1)} % are found, of ${WANTED}`);
  expect(Math.max(...first) <= FIRST_LIMIT, `a first search moves ${Math.max(...first)} bytes, of ${FIRST_LIMIT}`);
  expect(Math.max(...later) <= LATER_LIMIT, `a later one moves ${Math.max(...later)} bytes, of ${LATER_LIMIT}`);
  finish();
}

if (process.argv[1] === new URL(import.meta.url).pathname) await main(wordsOf('quality.mjs SITE [--all] [--queries FILE]'));
