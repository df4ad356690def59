// run.mjs SITE: Lighthouse's marks, in a simulated slow telephone, for the largest record, index, timeline and home of each
// language: 100 for accessibility, best practices and search engines, 99 for performance. The last line is
// `N passed, M failed`.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { choosePages } from '../browser/pages.mjs';
import { serve } from '../browser/server.mjs';
import { expect, finish, wordsOf } from '../tools/tally.mjs';

const LEAST = { performance: 0.99, accessibility: 1, 'best-practices': 1, seo: 1 };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

const [site] = wordsOf('run.mjs SITE');
const server = await serve(site);
const chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: FLAGS });
const pages = (await choosePages(site)).filter((page) => page.isSample && /^(record|kind|view-timeline|home)$/.test(page.type));
for (const { path } of pages) {
  const { lhr } = await lighthouse(server.address + path,
    { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST) });
  for (const { id, score } of Object.values(lhr.categories)) {
    const lost = lhr.categories[id].auditRefs.map((audit) => lhr.audits[audit.id])
      .filter((audit) => audit.score !== null && audit.score < 1).map((audit) => `${audit.title} ${audit.displayValue ?? ''}`);
    expect(score >= LEAST[id], `${path}: ${id} ${Math.round(score * 100)}: ${lost.join('; ')}`);
  }
}
await chrome.kill();
server.close();
console.log(`${pages.length} pages`);
finish();
