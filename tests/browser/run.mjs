// run.mjs SITE [PICTURES]: opens pages of a built site in Debian's chromium, as readers do.
//
// Every chosen page (pages.mjs) on a telephone and a desk (look.mjs); the largest page of each type and language in
// depth, also its weight and whether it stands still while it arrives (arriving); what scripts do, by keyboard
// alone (narrowing, drawing, reading); how records are cited (citing). Pictures of the largest pages go to the folder PICTURES.
// The last line is `N passed, M failed`.
import { createRequire } from 'node:module';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { checkArrival, checkHeader } from './arriving.mjs';
import { checkCiting } from './citing.mjs';
import { checkBeside, checkCompare } from './comparing.mjs';
import { checkMatrix, checkTimeline } from './drawing.mjs';
import { checkAccessibility, checkKeyboard, checkLanguageSwitch, checkNotFound, checkWithoutScripts, lookAt } from './look.mjs';
import { checkList, checkTable } from './narrowing.mjs';
import { choosePages } from './pages.mjs';
import { checkPlaceKept, checkShortcuts } from './reading.mjs';
import { serve } from './server.mjs';
import { DESK, inTurn, launch, openTab, PHONE } from './support.mjs';
import { checkTouch } from './touching.mjs';

const AT_ONCE = 4; // tabs; they wait, too
const TALLEST_PICTURE = 6000; // pixels

async function checkSample(desk, still, address, page, axe) {
  await checkArrival(desk.tab.context(), address, page);
  await checkLanguageSwitch(desk, address, page);
  await checkKeyboard(desk, address, page);
  await checkWithoutScripts(desk, still, address, page);
  await checkAccessibility(desk, address, page, axe);
}

// What scripts add to a page of this type: in the first language on a telephone in the dark, in the others at a desk.
async function checkFeatures(desk, address, page, isFirstLanguage) {
  await desk.tab.setViewportSize(isFirstLanguage ? PHONE : DESK);
  await desk.tab.emulateMedia({ colorScheme: isFirstLanguage ? 'dark' : 'light' });
  await desk.tab.goto(address + page.path);
  const has = (selector) => desk.tab.locator(selector).count();
  if (await has('.index .filter-bar') && page.type !== 'field') {
    await checkList(desk, address, page, page.type === 'year' ? '.step' : '.entry');
  }
  if (await has('.view-table .filter-bar')) await checkTable(desk, address, page);
  if (await has('.timeline-tools')) {
    await checkTimeline(desk, address, page);
    await checkTouch(desk.tab.context().browser(), address, page);
  }
  if (await has('.matrix-tools')) await checkMatrix(desk, address, page);
  if (await has('.compare')) await checkCompare(desk, address, page);
  if (await has('.shortcuts')) await checkShortcuts(desk, address, page);
  if (page.type === 'record') {
    await checkPlaceKept(desk, address, page);
    await checkBeside(desk, address, page);
  }
}

async function takePictures(browser, address, page, folder) {
  for (const [name, viewport, colorScheme] of [['desk', DESK, 'light'], ['desk-dark', DESK, 'dark'],
    ['phone', PHONE, 'light']]) {
    const context = await browser.newContext({ viewport, colorScheme });
    const { tab } = await openTab(context, address);
    await tab.goto(address + page.path);
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    await tab.screenshot({ path: join(folder, `${page.language || 'all'}-${page.type}-${name}.png`), fullPage: true,
      clip: { x: 0, y: 0, width: viewport.width, height: Math.min(height, TALLEST_PICTURE) } });
    await context.close();
  }
}

async function main() {
  const [site, pictures] = wordsOf('run.mjs SITE [PICTURES]');
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const server = await serve(site);
  const { address } = server;
  const browser = await launch();
  const pages = await choosePages(site);
  const samples = pages.filter((page) => page.isSample);
  const left = [...pages, ...samples.map((page) => ({ ...page, isInDepth: true }))];
  const firstLanguage = samples.find((page) => page.language)?.language;
  const features = samples.filter((page) => /^(kind|option|year|view-|record)/.test(page.type));
  await inTurn(Array.from({ length: AT_ONCE }, () => async () => {
    const desk = await openTab(await browser.newContext({ viewport: DESK }), address); // with a memory of its own
    const still = await openTab(await browser.newContext({ viewport: DESK, javaScriptEnabled: false }), address);
    for (let page = left.shift(); page; page = left.shift()) {
      await (page.isInDepth ? checkSample(desk, still, address, page, axe) : lookAt(desk, address, page))
        .catch((error) => expect(false, `${page.path}: ${error.stack}`));
    }
    for (let page = features.shift(); page; page = features.shift()) {
      await checkFeatures(desk, address, page, page.language === firstLanguage).catch((error) => expect(false, `${page.path}: ${error.stack}`));
    }
  }), AT_ONCE);
  for (const page of samples.filter(({ type }) => type === 'record')) {
    await checkCiting(browser, address, page).catch((error) => expect(false, `${page.path}: ${error.stack}`));
  }
  for (const { path } of pages.filter(({ type }) => type === 'home')) await checkHeader(browser, site, path);
  await checkNotFound(await openTab(await browser.newContext(), address), address, pages.find((page) => page.type === 'home').path.split('/')[1]);
  if (pictures) {
    await mkdir(pictures, { recursive: true });
    for (const page of samples) await takePictures(browser, address, page, pictures);
  }
  await browser.close();
  server.close();
  console.log(`${pages.length} pages at two widths, ${samples.length} of them in depth`);
}

await main().catch((error) => expect(false, error.stack));
finish();
