// compare.mjs SITE: this site's search beside Pagefind and MiniSearch over the same pages, those of records and the plain
// ones: how many of the queries of queries.tsv and held_out.tsv find what they should among the first three results, the
// size of the index, what a search moves, and the time to make the index. Ends with `N passed, M failed`: ours must be
// better than both.
//
// Pagefind indexes the HTML (its own program). MiniSearch gets title, description and text, words cut by Intl.Segmenter,
// prefix and fuzzy search as its documentation advises; all of its index is moved at once.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { idOf, openSite } from './site_engine.mjs';
import { ranks, readQueries } from './quality.mjs';

const SHOWN = 7;

// As `zh/laws/eu-ai-act/`.
function pagesOf(site, language) {
  const lines = readFileSync(join(site, 'data/records.jsonl'), 'utf8').trim().split('\n');
  const records = lines.map((line) => new URL(JSON.parse(line).page[language]).pathname.slice(1));
  const others = readdirSync(join(site, language, 'pages'), { withFileTypes: true }).filter((one) => one.isDirectory());
  return [...records, ...others.map((one) => `${language}/pages/${one.name}/`)];
}

function textOf(html) {
  const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? '';
  const plain = (text) => text.replace(/<[^>]+>/g, ' ').replace(/&#?\w+;/g, ' ').replace(/\s+/g, ' ').trim();
  return { title: plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(main)?.[1] ?? ''),
    summary: /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '', text: plain(main) };
}

function folderSize(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
  }, 0);
}

async function ours(site, queries) {
  const found = [];
  let moved = 0;
  for (const { language, query } of queries) {
    const opened = openSite(site, language);
    const result = await opened.engine.search(query);
    const shown = await opened.engine.show(result, result.ranked.slice(0, SHOWN));
    found.push(shown.map((one) => idOf(one.address)));
    moved += opened.moved.bytes;
  }
  return { name: 'ours', found, size: folderSize(join(site, 'search')), moved: moved / queries.length, seconds: null };
}

function minisearch(site, queries) {
  const started = performance.now();
  const indexes = new Map();
  let size = 0;
  for (const language of new Set(queries.map((one) => one.language))) {
    const cutter = new Intl.Segmenter(language, { granularity: 'word' });
    const tokenize = (text) => {
      const words = [];
      for (const one of cutter.segment(text)) if (one.isWordLike) words.push(one.segment);
      return words;
    };
    const index = new MiniSearch({ fields: ['title', 'summary', 'text'], tokenize,
      searchOptions: { boost: { title: 4, summary: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' } });
    index.addAll(pagesOf(site, language).map((page) =>
      ({ id: page, ...textOf(readFileSync(join(site, page, 'index.html'), 'utf8')) })));
    size += gzipSync(JSON.stringify(index)).length;
    indexes.set(language, index);
  }
  const seconds = (performance.now() - started) / 1000;
  const found = queries.map(({ language, query }) =>
    indexes.get(language).search(query).slice(0, SHOWN).map((one) => idOf(one.id)));
  return { name: 'MiniSearch', found, size, moved: size / indexes.size, seconds };
}

// A server for Pagefind's own script, which counts what it sends.
async function serve(folder, sent) {
  const server = createServer((request, response) => {
    try {
      const bytes = readFileSync(join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname)));
      sent.bytes += bytes.length; // Pagefind's pieces are compressed already
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function pagefind(site, queries) {
  const work = mkdtempSync('/tmp/pagefind-');
  const binary = fileURLToPath(new URL('node_modules/pagefind/lib/runner/bin.cjs', import.meta.url));
  const pages = join(work, 'site');
  for (const language of new Set(queries.map((one) => one.language))) {
    for (const page of pagesOf(site, language)) cpSync(join(site, page, 'index.html'), join(pages, page, 'index.html'));
  }
  const started = performance.now();
  const run = spawnSync(process.execPath, [binary, '--site', pages, '--output-path', join(work, 'pagefind')], { encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const sent = { bytes: 0 };
  const server = await serve(work, sent);
  const base = `http://127.0.0.1:${server.address().port}/pagefind/`;
  const found = [];
  let moved = 0;
  for (const { language, query } of queries) {
    sent.bytes = 0;
    globalThis.document = { querySelector: () => ({ getAttribute: () => (language === 'zh' ? 'zh-hans' : language) }),
      currentScript: null };
    // Of another origin than the index, whose address then stays whole.
    globalThis.window = { location: { origin: 'http://reader.example', href: 'http://reader.example/' } };
    globalThis.location = globalThis.window.location;
    const copy = join(work, `pagefind-${found.length}.mjs`);
    cpSync(join(work, 'pagefind/pagefind.js'), copy);
    const script = await import(pathToFileURL(copy).href);
    await script.options({ basePath: base, baseUrl: '/' });
    await script.init(language === 'zh' ? 'zh-hans' : language);
    const { results } = await script.search(query);
    const data = await Promise.all(results.slice(0, SHOWN).map((one) => one.data()));
    found.push(data.map((one) => idOf(one.url)));
    moved += sent.bytes;
    await script.destroy();
  }
  server.close();
  const size = folderSize(join(work, 'pagefind'));
  rmSync(work, { recursive: true });
  return { name: 'Pagefind', found, size, moved: moved / queries.length, seconds };
}

function success({ found }, queries, isCounted = () => true) {
  const counted = queries.map((one, i) => ({ ...one, found: found[i] })).filter((one) => isCounted(one));
  const good = counted.filter((one) => {
    const rank = ranks(one.found, one.ids);
    return rank >= 1 && rank <= 3;
  });
  return 100 * good.length / counted.length;
}

const [site] = wordsOf('compare.mjs SITE');
const queries = [...await readQueries('queries.tsv'), ...await readQueries('held_out.tsv')];
const contenders = [await ours(site, queries)];
for (const other of [minisearch, pagefind]) {
  try {
    contenders.push(await other(site, queries));
  } catch (error) {
    expect(false, `${other.name} cannot run here: ${error.stack}`);
  }
}
console.log(`${queries.length} queries, those in Chinese and English apart; first results of a new reader`);
console.log('                first three     zh      en   index on disk   moved a search   time to index');
for (const one of contenders) {
  const share = (isCounted) => `${success(one, queries, isCounted).toFixed(1)} %`;
  console.log(one.name.padEnd(14), share().padStart(12), share((q) => q.language === 'zh').padStart(8),
    share((q) => q.language === 'en').padStart(7), `${(one.size / 1e6).toFixed(2)} MB`.padStart(15),
    `${(one.moved / 1024).toFixed(1)} KB`.padStart(16), (one.seconds ? `${one.seconds.toFixed(1)} s` : 'in the build').padStart(15));
}
const [first, ...others] = contenders;
for (const one of others) {
  expect(success(first, queries) > success(one, queries), `ours finds no more than ${one.name}`);
}
finish();
