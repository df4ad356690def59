// substrings.mjs SITE: whatever stands in a record finds it. Parts of Chinese titles, names, summaries and texts, from two
// characters on, and pairs of words from English ones, taken at random but the same in each run, must have their record among
// the results; so must the same as a phrase in quotation marks.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { idOf, openSite } from './site_engine.mjs';

const SAMPLES = 150; // of each sort
const HAN = /\p{Script=Han}{2,}/gu;
const WORDS = /[A-Za-z]{4,}(?: [A-Za-z]{4,})+/gu;

// The same numbers in each run (a linear congruence of 32 bits).
function makeRandom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function partOf(run, random) {
  const characters = [...run];
  const length = 2 + random(Math.min(9, characters.length - 1));
  const begin = random(characters.length - length + 1);
  return characters.slice(begin, begin + length).join('');
}

function twoWords(run, random) {
  const words = run.split(' ');
  const begin = random(words.length - 1);
  return words.slice(begin, begin + 2).join(' ');
}

const isFound = async (engine, query, id) => {
  const { ranked } = await engine.search(query);
  const entries = await Promise.all(ranked.map((one) => engine.index.entry(one.entry)));
  return entries.some((entry) => idOf(entry.address) === id);
};

const [site] = wordsOf('substrings.mjs SITE');
const records = readFileSync(join(site, 'data/records.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const textOf = {
  title: (record, language) => record.title[language],
  summary: (record, language) => record.fields.summary?.[language],
  name: (record, language) => record.fields.also_known_as?.map((one) => one[language]).find(Boolean),
  // Lines without Markdown's marks, which stand on the page as they are written.
  text: (record, language) => record.texts[language]?.markdown.split('\n').filter((line) => /^[^[*`|<#_\\~{]+$/.test(line)).join('\n'),
};
for (const [language, runs, cut] of [['zh', HAN, partOf], ['en', WORDS, twoWords]]) {
  const { engine } = openSite(site, language);
  await engine.open();
  for (const [sort, text] of Object.entries(textOf)) {
    const random = makeRandom(sort.length);
    const having = records.map((record) => ({ id: record.id, found: text(record, language)?.match(runs) })).filter((one) => one.found);
    for (let i = 0; i < SAMPLES && having.length > 0; i += 1) {
      const { id, found } = having[random(having.length)];
      const query = cut(found[random(found.length)], random);
      for (const typed of [query, `"${query}"`]) {
        expect(await isFound(engine, typed, id), `${language}: ${typed}, from the ${sort} of ${id}, does not find it`);
      }
    }
  }
}
finish();
