// What a page moves over the wire, compressed as web servers do, and whether anything on it moves after it is shown.
import { gzipSync } from 'node:zlib';
import { expect, PHONE } from './support.mjs';

const MOST_SCRIPT = { record: 12 * 1024, other: 16 * 1024 };
// The largest record page of a site is looked at; a usual one moves half as much.
const MOST_OF_RECORD = 52 * 1024;

// Page, styles, scripts, pictures, with nothing in the cache.
export async function checkWeight(context, address, { path, type }) {
  const tab = await context.newPage();
  const sizes = { all: 0, script: 0 };
  const reads = [];
  tab.on('response', (response) => reads.push(response.body().then((body) => {
    const size = gzipSync(body).length;
    sizes.all += size;
    if (response.request().resourceType() === 'script') sizes.script += size;
  })));
  await tab.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.setViewportSize(PHONE);
  await tab.goto(address + path, { waitUntil: 'networkidle' });
  await Promise.all(reads);
  const mostScript = type === 'record' ? MOST_SCRIPT.record : MOST_SCRIPT.other;
  expect(sizes.script <= mostScript, `${path}: ${sizes.script} bytes of script, of ${mostScript}`);
  if (type === 'record') {
    expect(sizes.all <= MOST_OF_RECORD, `${path}: ${sizes.all} bytes, of ${MOST_OF_RECORD}`);
  }
  const shift = await tab.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
  expect(shift < 0.001, `${path}: what is shown moves (${shift.toFixed(4)})`);
  await tab.close();
}
