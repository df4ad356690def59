// run.mjs SITE: Lighthouse's marks, in a simulated slow telephone, for the largest record, index, timeline and home of each
// language: 100 for accessibility, best practices and search engines, 99 for performance. The last line is
// `N passed, M failed`.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { choosePages } from '../browser/pages.mjs';
import { serve } from '../browser/server.mjs';

const LEAST = { performance: 0.99, accessibility: 1, 'best-practices': 1, seo: 1 };
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

const [site] = process.argv.slice(2);
if (!site) throw new Error('usage: run.mjs SITE');
const server = await serve(site);
const chrome = await launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: FLAGS });
const pages = (await choosePages(site)).filter((page) => page.isSample && /^(record|kind|view-timeline|home)$/.test(page.type));
let [passed, failed] = [0, 0];
for (const { path } of pages) {
  const { lhr } = await lighthouse(server.address + path,
    { port: chrome.port, logLevel: 'error', onlyCategories: Object.keys(LEAST) });
  for (const { id, score } of Object.values(lhr.categories)) {
    if (score >= LEAST[id]) passed += 1;
    else {
      failed += 1;
      const lost = lhr.categories[id].auditRefs.map((audit) => lhr.audits[audit.id])
        .filter((audit) => audit.score !== null && audit.score < 1).map((audit) => `${audit.title} ${audit.displayValue ?? ''}`);
      console.log(`FAILED: ${path}: ${id} ${Math.round(score * 100)}: ${lost.join('; ')}`);
    }
  }
}
await chrome.kill();
server.close();
console.log(`${pages.length} pages`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
