// A page that arrives at a telephone with nothing in its cache: what it moves over the wire, and whether anything that a
// reader sees of it moves while the rest comes.
import { expect } from '../tools/tally.mjs';
import { sendHeaderInPieces, serve } from './server.mjs';
import { PHONE } from './support.mjs';
import { expectLight, weighTab } from './weight.mjs';

const MOST_SHIFT = 0.001; // of the score of the Layout Instability API: a line's width on a telephone is more

// Milliseconds after which styles and scripts come. A browser shows nothing before the styles are there; until then it has
// read the page, so that what it shows first does not depend on how busy it is. Scripts come after that.
const DELAYS = { stylesheet: 200, script: 400 };

async function openWatched(context) {
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await tab.setViewportSize(PHONE);
  return tab;
}

async function expectStill(tab, what) {
  const shift = await tab.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
  expect(shift < MOST_SHIFT, `${what}: what is shown moves (${shift.toFixed(4)})`);
}

// When the scripts come after the page is shown.
export async function checkArrival(context, address, page) {
  const tab = await openWatched(context);
  const weigh = weighTab(tab);
  await tab.route('**/*.{css,js}', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, DELAYS[route.request().resourceType()] ?? 0));
    await route.continue();
  });
  await tab.goto(address + page.path, { waitUntil: 'networkidle' });
  expectLight(await weigh(), page);
  await expectStill(tab, page.path);
  await tab.close();
}

// When what stands above every page's content comes a few words at a time.
export async function checkHeader(browser, site, path) {
  const { address, close } = await serve(site, sendHeaderInPieces);
  const context = await browser.newContext();
  const tab = await openWatched(context);
  await tab.goto(address + path, { waitUntil: 'networkidle' });
  expect(await tab.locator('.site-header').isVisible(), `${path}: the header is not seen`);
  await expectStill(tab, `${path}, the header`);
  await context.close();
  close();
}
