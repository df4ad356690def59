// Chooses the pages to open: of every folder of a language its index, its largest page and its smallest. Large ones
// overflow and small ones look empty; what holds for both holds for those between.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

async function foldersOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

async function pageAt(site, path) {
  const file = join(site, path, 'index.html');
  const size = await stat(file).then((found) => found.size, () => 0);
  if (size === 0) return null;
  const text = await readFile(file, 'utf8');
  if (text.includes('http-equiv="refresh"')) return null; // a former address
  const frame = /<body class="page-([\w-]+)/.exec(text)?.[1] ?? 'page';
  const type = frame === 'view' ? /<article class="view (view-\w+)/.exec(text)?.[1] ?? frame : frame;
  return { path: path === '' ? '/' : `/${path}/`, size, type, language: /<html lang="([^"]+)"/.exec(text)?.[1] ?? '' };
}

async function pagesBelow(site, path) {
  const found = [];
  for (const name of await foldersOf(join(site, path))) {
    const page = await pageAt(site, `${path}/${name}`);
    if (page) found.push(page);
    else found.push(...await pagesBelow(site, `${path}/${name}`));
  }
  return found;
}

// {path, size, type, language, isSample}; samples are the largest page of each type in each language; views of
// different kinds are types of their own.
export async function choosePages(site) {
  const pages = [await pageAt(site, '')];
  for (const language of await foldersOf(site)) {
    const home = await pageAt(site, language);
    if (!home) continue; // css, images
    pages.push(home);
    for (const folder of await foldersOf(join(site, language))) {
      pages.push(await pageAt(site, `${language}/${folder}`));
      const below = (await pagesBelow(site, `${language}/${folder}`)).sort((one, other) => other.size - one.size);
      pages.push(below[0], below.length > 1 ? below[below.length - 1] : null);
    }
  }
  const chosen = pages.filter((page) => page);
  const largest = new Map();
  for (const page of chosen) {
    const key = `${page.language} ${page.type}`;
    if (!largest.has(key) || largest.get(key).size < page.size) largest.set(key, page);
  }
  return chosen.map((page) => ({ ...page, isSample: [...largest.values()].includes(page) }));
}
