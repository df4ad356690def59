// html.mjs SITE [largest]: every page of a built site, or the largest of each type in each language, is what the HTML
// standard allows. The last line is `N passed, M failed`.
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { counts, expect, finish, wordsOf } from '../tools/tally.mjs';
import { choosePages } from './pages.mjs';
import { checkValidity } from './validity.mjs';

const allOf = async (site) => (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html')).sort();

const largestOf = async (site) => (await choosePages(site)).filter((page) => page.isSample).map(({ path }) => `${path}index.html`);

async function checkAll(site, choose) {
  const files = await choose(site);
  if (!files.length) throw new Error(`there are no pages in ${site}`);
  const workers = Math.min(files.length, availableParallelism());
  await Promise.all(Array.from({ length: workers }, (_, first) => new Promise((resolve, reject) => {
    const own = files.filter((_file, place) => place % workers === first);
    const worker = new Worker(new URL(import.meta.url), { workerData: { site, files: own } });
    worker.on('message', ({ passed, failed }) => {
      counts.passed += passed;
      counts.failed += failed;
      resolve();
    });
    worker.on('error', reject);
  })));
  expect(counts.passed + counts.failed === files.length, `${counts.passed + counts.failed} of ${files.length} pages were read`);
}

if (isMainThread) {
  const [site, which] = wordsOf('html.mjs SITE [largest]');
  await checkAll(site, which === 'largest' ? largestOf : allOf).catch((error) => expect(false, error.stack));
  finish();
} else {
  for (const file of workerData.files) await checkValidity(workerData.site, { path: file });
  parentPort.postMessage(counts);
}
