// three_words.mjs SITE: what searches of three words move on a built site, each by a reader who comes anew, as JSON. The
// words are those of titles, common and rare, from places all over the site.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSite } from '../search/site_engine.mjs';

const SHOWN = 7;
const SEARCHES = 25; // in each language

const [site] = process.argv.slice(2);
const sizes = [];
for (const language of readdirSync(join(site, 'search'))) {
  const known = openSite(site, language);
  await known.engine.open();
  const { index } = known.engine;
  for (let i = 0; i < SEARCHES; i += 1) {
    const { title } = await index.entry(Math.floor((i * index.count) / SEARCHES));
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(title)]
      .filter((one) => one.isWordLike).map((one) => one.segment).slice(0, 3);
    const reader = openSite(site, language);
    const result = await reader.engine.search(words.join(' '));
    await reader.engine.show(result, result.ranked.slice(0, SHOWN));
    sizes.push(reader.moved.bytes / 1024);
  }
}
sizes.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ searches: sizes.length, median: sizes[sizes.length >> 1], most: sizes.at(-1) }));
