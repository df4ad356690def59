// run.mjs SITE SCREENSHOTS: opens pages of a built site in Debian's chromium, as readers do.
//
// Every chosen page (pages.mjs), on a telephone and on a desk: answers, no error in the console, no failed request,
// nothing wider than the screen. The largest page of each type and language besides: the language switch leads to the
// twin, the keyboard reaches the skip link first and its focus is seen, it reads without JavaScript, axe finds no
// serious fault in light or dark. Pictures of those go to SCREENSHOTS. The last line is `N passed, M failed`.
import { createRequire } from 'node:module';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { choosePages } from './pages.mjs';
import { serve } from './server.mjs';

const PHONE = { width: 375, height: 812 };
const DESK = { width: 1280, height: 900 };
const TALLEST_PICTURE = 6000; // pixels
const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
};

const counts = { passed: 0, failed: 0 };

function expect(holds, text) {
  if (holds) counts.passed += 1;
  else {
    counts.failed += 1;
    console.log(`FAILED: ${text}`);
  }
  return holds;
}

// A page with its troubles: what a reader with the console open would see.
async function open(context, address) {
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => troubles.push(`request failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, troubles };
}

// The elements that stick out of the screen and are not inside something that scrolls by itself.
function findWide() {
  const width = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const scrolls = (element) => {
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (outer !== document.body && /auto|scroll|hidden/.test(getComputedStyle(outer).overflowX)) return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return (box.right > width + 1 || box.left < -1) && !scrolls(element) && !element.closest('.skip-link');
  });
  const told = wide.slice(-3).map((element) => `<${element.tagName.toLowerCase()} class="${element.className}">`);
  return [`${document.scrollingElement.scrollWidth} px wide: ${told.join(', ')}`];
}

async function lookAt(context, address, page, size) {
  const { page: tab, troubles } = await open(context, address + page.path);
  const where = `${page.path} at ${size.width} px`;
  expect(troubles.length === 0, `${where}: ${troubles.join('; ')}`);
  const wide = await tab.evaluate(findWide);
  expect(wide.length === 0, `${where}: ${wide.join()}`);
  const heading = tab.locator('h1').first();
  expect(page.type === 'language-choice' || await heading.isVisible(), `${where}: no visible h1`);
  await tab.close();
}

async function checkLanguageSwitch(context, address, page) {
  const { page: tab } = await open(context, address + page.path);
  const links = await tab.locator('.language-switch a').evaluateAll((all) => all.map((link) => link.hreflang));
  for (const language of links) {
    await tab.goto(address + page.path);
    await tab.locator(`.language-switch a[hreflang="${language}"]`).click();
    await tab.waitForLoadState();
    const rest = (path) => path.split('/').slice(2).join('/');
    const path = new URL(tab.url()).pathname;
    expect(rest(path) === rest(page.path) && await tab.locator('html').getAttribute('lang') === language,
      `${page.path}: the switch to ${language} leads to ${path}`);
  }
  await tab.close();
}

// What has the focus, and whether a reader sees that it has.
function describeFocus() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isMarked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  return { name: `<${element.tagName.toLowerCase()}> "${element.textContent.trim().slice(0, 30)}"`,
    isBody: element === document.body, isMarked, isSkipLink: element.matches('a[href="#page.main"]'),
    isOnScreen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth };
}

async function checkKeyboard(context, address, page) {
  const { page: tab } = await open(context, address + page.path);
  for (let step = 0; step < 12; step += 1) {
    await tab.keyboard.press('Tab');
    await tab.waitForTimeout(step === 0 ? 350 : 0); // a skip link may slide in
    const focus = await tab.evaluate(describeFocus);
    if (step > 0 && focus.isBody) break; // past the last one
    if (step === 0) expect(focus.isSkipLink, `${page.path}: the first Tab reaches ${focus.name}, not the skip link`);
    expect(focus.isMarked && focus.isOnScreen, `${page.path}: no visible focus on ${focus.name}`);
  }
  await tab.goto(address + page.path);
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  const isInside = await tab.evaluate(() => location.hash === '#page.main' && document.activeElement.id === 'page.main');
  expect(isInside, `${page.path}: the skip link does not move the focus to the content`);
  await tab.close();
}

async function checkWithoutScripts(browser, address, page) {
  const texts = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ viewport: DESK, javaScriptEnabled });
    const { page: tab, troubles } = await open(context, address + page.path);
    expect(troubles.length === 0, `${page.path} without JavaScript: ${troubles.join('; ')}`);
    texts.push(await tab.locator('main').innerText());
    await context.close();
  }
  expect(texts[1].length > 0 && texts[1].length >= texts[0].length * 0.95,
    `${page.path} without JavaScript: ${texts[1].length} of ${texts[0].length} characters are there`);
}

async function checkAccessibility(browser, address, page, axe) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: DESK, colorScheme, reducedMotion: 'reduce' });
    const { page: tab } = await open(context, address + page.path);
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    const faults = found.violations.filter((one) => ['serious', 'critical'].includes(one.impact));
    const told = faults.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 120)} ` +
      `${one.nodes[0].failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`);
    expect(faults.length === 0, `${page.path} in ${colorScheme}: ${told.join('\n  ')}`);
    await context.close();
  }
}

async function takePictures(browser, address, page, folder) {
  for (const [name, viewport, colorScheme] of [['desk', DESK, 'light'], ['desk-dark', DESK, 'dark'],
    ['phone', PHONE, 'light']]) {
    const context = await browser.newContext({ viewport, colorScheme });
    const { page: tab } = await open(context, address + page.path);
    const height = await tab.evaluate(() => document.documentElement.scrollHeight);
    await tab.screenshot({ path: join(folder, `${page.language || 'all'}-${page.type}-${name}.png`), fullPage: true,
      clip: { x: 0, y: 0, width: viewport.width, height: Math.min(height, TALLEST_PICTURE) } });
    await context.close();
  }
}

// An address that is not there gives the site's own 404 page, whole at any depth.
async function checkNotFound(browser, address) {
  const context = await browser.newContext({ viewport: PHONE });
  const { page: tab, troubles } = await open(context, `${address}/zh/no/such/page/`);
  expect(troubles.every((text) => text.includes('404')), `404 page: ${troubles.join('; ')}`);
  expect(await tab.locator('h1').first().isVisible(), '404 page: no visible h1');
  const isStyled = await tab.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0));
  expect(isStyled, '404 page: its style sheet is not found from a deep address');
  await context.close();
}

async function main() {
  const [site, pictures] = process.argv.slice(2);
  if (!pictures) throw new Error('usage: run.mjs SITE SCREENSHOTS');
  await mkdir(pictures, { recursive: true });
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const server = await serve(site);
  const browser = await chromium.launch(LAUNCH);
  const pages = await choosePages(site);
  for (const size of [PHONE, DESK]) {
    const context = await browser.newContext({ viewport: size });
    for (const page of pages) await lookAt(context, server.address, page, size);
    await context.close();
  }
  const context = await browser.newContext({ viewport: DESK });
  for (const page of pages.filter((one) => one.isSample)) {
    await checkLanguageSwitch(context, server.address, page);
    await checkKeyboard(context, server.address, page);
    await checkWithoutScripts(browser, server.address, page);
    await checkAccessibility(browser, server.address, page, axe);
    await takePictures(browser, server.address, page, pictures);
  }
  await checkNotFound(browser, server.address);
  await browser.close();
  server.close();
  console.log(`${pages.length} pages at two widths, ${pages.filter((one) => one.isSample).length} of them in depth`);
}

await main().catch((error) => expect(false, error.stack));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed ? 1 : 0);
