// What a page moves over the wire, compressed as web servers do.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from '../tools/tally.mjs';

const MOST_SCRIPT = { record: 12 * 1024, other: 16 * 1024 };
const MOST_OF_RECORD = 40 * 1024;

// Notes what a tab loads: page, styles, scripts, pictures. Resolves, once they are there, to {all, script} in bytes.
export function weighTab(tab) {
  const sizes = { all: 0, script: 0 };
  const reads = [];
  tab.on('response', (response) => reads.push(response.body().then((body) => {
    const size = gzipSync(body).length;
    sizes.all += size;
    if (response.request().resourceType() === 'script') sizes.script += size;
  }).catch(() => {}))); // it came when all was measured and the page has gone
  return async () => {
    await Promise.all(reads);
    return sizes;
  };
}

export function expectLight(sizes, { path, type }) {
  const mostScript = type === 'record' ? MOST_SCRIPT.record : MOST_SCRIPT.other;
  expect(sizes.script <= mostScript, `${path}: ${sizes.script} bytes of script, of ${mostScript}`);
  if (type === 'record') expect(sizes.all <= MOST_OF_RECORD, `${path}: ${sizes.all} bytes, of ${MOST_OF_RECORD}`);
}

// What a page names to be loaded: its styles, scripts and pictures.
const PARTS = /<(?:link rel="(?:stylesheet|icon)"|script type="module"|img)[^>]*? (?:href|src)="([^"]+)"/g;
const IMPORTS = /^import [^;]*?from ["']([^"']+)["'];|^import ["']([^"']+)["'];/gm;

class Weigher {
  #parts = new Map(); // file: {size, script} with all that it imports

  async part(file) {
    if (!this.#parts.has(file)) this.#parts.set(file, this.#weigh(file));
    return this.#parts.get(file);
  }

  async #weigh(file) {
    const bytes = await readFile(file);
    const size = gzipSync(bytes).length;
    const files = new Map([[file, size]]);
    if (!file.endsWith('.js')) return files;
    for (const [, named, bare] of bytes.toString().matchAll(IMPORTS)) {
      for (const [other, weight] of await this.part(join(file, '..', named ?? bare))) files.set(other, weight);
    }
    return files;
  }

  async page(file) {
    const bytes = await readFile(file);
    const files = new Map();
    for (const [, named] of bytes.toString().matchAll(PARTS)) {
      for (const [other, weight] of await this.part(join(file, '..', named))) files.set(other, weight);
    }
    const sum = (some) => some.reduce((all, [, weight]) => all + weight, 0);
    const scripts = [...files].filter(([name]) => name.endsWith('.js'));
    return { size: gzipSync(bytes).length + sum([...files]), script: sum(scripts) };
  }
}

// Every record's page, without a browser.
export async function checkAllWeights(site, languages) {
  const weigher = new Weigher();
  let [heaviest, count] = [{ size: 0 }, 0];
  for (const language of languages) {
    for (const file of await readdir(join(site, language), { recursive: true })) {
      if (!/^[^/]+\/[^/]+\/index\.html$/.test(file)) continue;
      const path = join(site, language, file);
      if (!(await readFile(path, 'utf8')).includes('<body class="page-record">')) continue;
      const { size, script } = await weigher.page(path);
      expect(size <= MOST_OF_RECORD && script <= MOST_SCRIPT.record, `${language}/${file}: ${size} bytes, ${script} of script`);
      if (size > heaviest.size) heaviest = { size, script, file: `${language}/${file}` };
      count += 1;
    }
  }
  console.log(`${count} records weighed; the heaviest is ${heaviest.file}: ${heaviest.size} bytes, ${heaviest.script} of script`);
}
