// search.mjs SITE: the search as readers use it, in Debian's chromium: the box in the header by keyboard and for screen
// readers, the search page with its filters and its address, without JavaScript, what it moves, how long it takes.
// Made for the observatory itself. The last line is `N passed, M failed`.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { openSite } from '../search/site_engine.mjs';
import { serve } from './server.mjs';
import { DESK, launch, PHONE, readUntil } from './support.mjs';

const FIRST_SEARCH = 60 * 1024; // bytes, compressed
const SLOWER = 4; // a telephone's processor beside this one
// Milliseconds from the last key to the results, once the pieces are there. Machines of continuous integration are shared.
const SOON = process.env.CI ? 500 : 100;
const BOX = 'form.search-box input[type="search"]';
// Words that stand in long texts; what is shown of them ends at a word's end.
const LONG = { zh: ['透明 transparency', 'safety'], en: ['transparency', 'safety', 'confidence-building'] };
const QUERIES = { zh: { text: '布莱切利', record: /bletchley-declaration\/$/, kind: 'declaration', results: '结果' },
  en: { text: 'bletchley', record: /bletchley-declaration\/$/, kind: 'declaration', results: 'Results' } };

async function open(context, address) {
  const tab = await context.newPage();
  const troubles = [];
  tab.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  tab.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  await tab.goto(address);
  return { tab, troubles };
}

const box = (tab, name) => tab.locator(BOX).first().getAttribute(name);

async function typeAndWait(tab, text) {
  await tab.keyboard.type(text, { delay: 20 });
  await tab.locator('[role="option"]').first().waitFor({ timeout: 15000 });
  // On a busy machine a key may come so late that the letters before it were looked up, too.
  let before;
  for (let shown = ''; shown !== before; shown = await tab.locator('[role="listbox"]').first().innerHTML()) {
    before = shown;
    await tab.waitForTimeout(250);
  }
}

async function checkBox(context, address, language) {
  const where = `/${language}/ search box`;
  const { text, record, results } = QUERIES[language];
  const { tab, troubles } = await open(context, `${address}/${language}/`);
  await tab.keyboard.press('/');
  expect(await tab.evaluate((selector) => document.activeElement.matches(selector), BOX), `${where}: / does not focus it`);
  await typeAndWait(tab, text);
  expect(await box(tab, 'role') === 'combobox' && await box(tab, 'aria-expanded') === 'true', `${where}: not an open combobox`);
  const list = await box(tab, 'aria-controls');
  expect(await tab.locator(`[id="${list}"][role="listbox"]`).isVisible(), `${where}: aria-controls leads to no listbox`);
  expect(await tab.locator('[role="option"] mark').count() > 0, `${where}: the words that match are not marked`);
  const isTold = (said) => said.startsWith(results) && /\d/.test(said);
  const status = await readUntil(tab, () => tab.locator('form.search-box [role="status"]').textContent(), isTold);
  expect(isTold(status), `${where}: said is only “${status}”`);
  await tab.keyboard.press('ArrowDown');
  const first = await box(tab, 'aria-activedescendant');
  expect(await tab.locator(`[id="${first}"]`).getAttribute('aria-selected') === 'true', `${where}: an arrow selects nothing`);
  await tab.keyboard.press('ArrowDown');
  expect(await box(tab, 'aria-activedescendant') !== first, `${where}: a second arrow does not go on`);
  await tab.keyboard.press('ArrowUp');
  await tab.keyboard.press('ArrowUp');
  expect(await box(tab, 'aria-activedescendant') === null, `${where}: arrows do not lead back to the box`);
  await tab.keyboard.press('Escape');
  expect(await box(tab, 'aria-expanded') === 'false', `${where}: Escape leaves the list open`);
  await tab.keyboard.press('ArrowDown');
  await Promise.all([tab.waitForURL(record), tab.keyboard.press('Enter')]).catch(() => {});
  expect(record.test(new URL(tab.url()).pathname), `${where}: Enter leads to ${tab.url()}`);
  expect(troubles.length === 0, `${where}: ${troubles.join('; ')}`);
  await tab.close();
}

// Choices of a filter: each box before its own words, which do not run below it; the box in sight.
async function checkChoices(tab, where) {
  const filter = tab.locator('#page\\.search-filters > details');
  if (await filter.getAttribute('open') === null) await filter.locator('summary').first().click();
  await tab.locator('.facet > summary').first().click();
  await tab.locator('.facet .choices input').first().waitFor({ timeout: 15000 });
  const faults = await tab.locator('.choices label').evaluateAll((labels) => labels.filter((label) => {
    const box = label.querySelector('input').getBoundingClientRect();
    const around = label.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(label);
    words.setStartAfter(label.querySelector('input'));
    const isInside = box.left >= around.left && box.top >= around.top && box.bottom <= around.bottom;
    return !isInside || [...words.getClientRects()].some(({ left, width }) => width > 4 && left < box.right);
  }).map((label) => label.textContent.trim()));
  expect(faults.length === 0, `${where}: boxes that are not beside their words: ${faults.slice(0, 4).join(', ')}`);
}

// The hint in the empty box is not cut off.
async function checkHint(tab, where) {
  const [words, room] = await tab.locator(BOX).first().evaluate((input) => {
    const style = getComputedStyle(input);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    return [pen.measureText(input.placeholder).width, input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)];
  });
  expect(words <= room, `${where}: the hint in the box needs ${Math.ceil(words)} pixels, of ${Math.floor(room)}`);
}

async function checkAccessibility(context, address, language, axe) {
  const faultsOf = async (tab) => {
    await tab.evaluate(axe);
    const found = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    return found.violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 150)}`);
  };
  const { tab } = await open(context, `${address}/${language}/`);
  await tab.locator(BOX).first().focus();
  await typeAndWait(tab, QUERIES[language].text);
  await tab.keyboard.press('ArrowDown');
  let faults = await faultsOf(tab);
  expect(faults.length === 0, `/${language}/ with the list open: ${faults.join('\n  ')}`);
  await tab.goto(`${address}/${language}/search/?q=${QUERIES[language].text}`);
  await tab.locator('.results .result').first().waitFor();
  faults = await faultsOf(tab);
  expect(faults.length === 0, `/${language}/search/ with results: ${faults.join('\n  ')}`);
  const wide = await tab.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `/${language}/search/ with results is ${wide} pixels too wide`);
  await tab.close();
}

// Where nothing was found: links that lead on, no filters but the chosen ones.
async function checkWaysOn(tab, address, where) {
  const ways = tab.locator('#page\\.ways-on');
  expect(await ways.isVisible() && await ways.locator('a[href$="/sitemap/"]').count() === 1
    && await ways.locator('.links-columns a').count() > 5, `${where}: no ways on where nothing was found`);
  expect(await tab.locator('#page\\.search-filters').isHidden(), `${where}: filters where there is nothing to filter`);
  await tab.goto(`${address}${where}?q=zzzzqqqq&kind=law`);
  await tab.locator('input[data-choice="kind:law"]').waitFor({ state: 'attached' });
  expect(await tab.locator('.facet, .facet-years').count() === 0 && await tab.locator('.choices label').count() === 1,
    `${where}: filters besides the chosen one where nothing was found`);
  await tab.goto(`${address}${where}?q=AI`);
  await tab.locator('.results .result').first().waitFor();
  expect(await ways.isHidden(), `${where}: ways on beside results`);
}

async function checkPage(context, address, language) {
  const where = `/${language}/search/`;
  const { text, kind } = QUERIES[language];
  const { tab: blank } = await open(context, address + where);
  await checkHint(blank, where);
  await blank.goto(`${address}/${language}/`);
  await checkHint(blank, `/${language}/`);
  await blank.setViewportSize(DESK);
  await blank.goto(address + where);
  await checkWidth(blank, where);
  await blank.close();
  const { tab, troubles } = await open(context, `${address}${where}?q=${encodeURIComponent(text)}`);
  await tab.locator('.results .result').first().waitFor();
  const groups = await tab.locator('.result-group').count();
  expect(groups > 1, `${where}: results are not grouped by kind`);
  expect(await tab.locator('.result-group h2 .count').count() === groups, `${where}: groups without counts`);
  const choice = tab.locator(`input[data-choice="kind:${kind}"]`);
  if (!await choice.isVisible()) await tab.locator('#page\\.search-filters > details > summary').click();
  await choice.check();
  await readUntil(tab, () => tab.locator('.result-group').count(), (count) => count === 1);
  expect(new URL(tab.url()).searchParams.get('kind') === kind, `${where}: the choice is not in the address`);
  expect(await tab.locator('.result-group').count() === 1, `${where}: other kinds are left`);
  const chosen = tab.url();
  await checkChoices(tab, where);
  await tab.goto(chosen);
  await tab.locator('.results .result').first().waitFor();
  expect(await tab.locator('.result-group').count() === 1, `${where}: the address does not bring the choice back`);
  await tab.goto(`${address}${where}?q=${encodeURIComponent('year:2023..2023 kind:declaration')}`);
  await tab.locator('.results .result').first().waitFor();
  const dates = await tab.locator('.result-meta').allTextContents();
  expect(dates.length > 2 && dates.every((one) => one.includes('2023') || one.includes('2024') || one.includes('2025')),
    `${where}: year:2023..2023 finds ${dates.slice(0, 3).join(' / ')}`);
  await tab.goto(`${address}${where}?q=zzzzqqqq`);
  await tab.locator('.search-note').first().waitFor();
  expect(await tab.locator('.results .result').count() === 0, `${where}: nonsense is found`);
  await checkWaysOn(tab, address, where);
  expect(troubles.length === 0, `${where}: ${troubles.join('; ')}`);
  await tab.close();
}

// The list by letter has the page's width where nothing stands beside it.
async function checkWidth(tab, where) {
  const { width } = await tab.locator('#page\\.by-letter').boundingBox();
  expect(width > DESK.width * 0.8, `${where}: the list by letter is ${width} pixels wide, of ${DESK.width}`);
}

async function checkWithoutScripts(browser, address, language) {
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const { tab } = await open(context, `${address}/${language}/`);
  await tab.locator(BOX).first().fill('x');
  await Promise.all([tab.waitForURL(/\/search\/\?q=x$/), tab.keyboard.press('Enter')]).catch(() => {});
  expect(tab.url().endsWith(`/${language}/search/?q=x`), `/${language}/: without JavaScript the box leads to ${tab.url()}`);
  const records = await tab.locator('.letter-group a').count();
  expect(records > 500, `/${language}/search/ without JavaScript lists ${records} records`);
  expect(await tab.locator('main .notice').isVisible(), `/${language}/search/ without JavaScript does not say that search needs it`);
  await tab.setViewportSize(DESK);
  await checkWidth(tab, `/${language}/search/ without JavaScript`);
  await context.close();
}

// What is shown of a long text, held to the text: it ends behind a whole word, or behind any
// character of what is written without spaces.
async function checkExcerpts(site, language) {
  const { engine } = openSite(site, language);
  const isDivided = (text, at) => /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1)) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(at - 1, at + 1));
  const divided = [];
  let count = 0;
  for (const query of LONG[language]) {
    const result = await engine.search(query);
    for (const [i, one] of (await engine.show(result, result.ranked)).entries()) {
      const shown = one.text.map(({ text }) => text).join('');
      if (!shown.endsWith('…')) continue;
      const data = await engine.index.entry(result.ranked[i].entry);
      const part = shown.replace(/^… /, '').replace(/ …$/, '');
      const whole = [data.summary ?? '', await engine.index.textOf(data)].find((text) => text.includes(part)) ?? '';
      count += 1;
      if (isDivided(whole, whole.indexOf(part) + part.length)) divided.push(part.slice(-20));
    }
  }
  expect(count > 10, `${language}: only ${count} parts of texts end before their text does`);
  expect(divided.length === 0, `${language}: ${divided.length} of ${count} parts of texts end inside a word: ${divided.slice(0, 5).join(' / ')}`);
}

// What is moved from the first look at the box to the results, scripts too; and how soon results follow a key later.
async function checkCost(browser, address, language) {
  const context = await browser.newContext({ viewport: PHONE });
  const { tab } = await open(context, `${address}/${language}/`);
  await tab.waitForLoadState('networkidle');
  const reads = [];
  tab.on('response', (response) => reads.push(response.body().then((body) => gzipSync(body).length, () => 0)));
  await tab.locator(BOX).first().focus();
  await typeAndWait(tab, QUERIES[language].text);
  await tab.waitForLoadState('networkidle');
  const moved = (await Promise.all(reads)).reduce((sum, size) => sum + size, 0);
  expect(moved <= FIRST_SEARCH, `/${language}/: the first search moves ${moved} bytes, of ${FIRST_SEARCH}`);
  const session = await context.newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await tab.evaluate((selector) => {
    const input = document.querySelector(selector);
    window.times = [];
    let typed = 0;
    input.addEventListener('input', () => { typed = performance.now(); }, true);
    new MutationObserver(() => window.times.push(performance.now() - typed))
      .observe(document.querySelector('[role="listbox"]'), { childList: true });
  }, BOX);
  for (let i = 0; i < 5; i += 1) {
    await tab.keyboard.press('Backspace');
    await tab.waitForTimeout(700);
    await tab.keyboard.type(QUERIES[language].text.slice(-1));
    await tab.waitForTimeout(700);
  }
  const times = (await tab.evaluate(() => window.times)).slice(2).sort((a, b) => a - b);
  const [fastest] = times;
  console.log(`/${language}/: the first search moves ${(moved / 1024).toFixed(1)} KB; results ${times.map((one) =>
    one.toFixed(0)).join(', ')} ms after a key on a processor ${SLOWER} times slower`);
  expect(fastest <= SOON, `/${language}/: results ${fastest} ms after a key at best, of ${SOON}`);
  await context.close();
}

async function main() {
  const [site] = wordsOf('search.mjs SITE');
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const server = await serve(site);
  const browser = await launch();
  for (const language of Object.keys(QUERIES)) {
    for (const [viewport, colorScheme] of [[PHONE, 'light'], [DESK, 'dark']]) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      await checkBox(context, server.address, language);
      await checkPage(context, server.address, language);
      await checkAccessibility(context, server.address, language, axe);
      await context.close();
    }
    await checkExcerpts(site, language);
    await checkWithoutScripts(browser, server.address, language);
    await checkCost(browser, server.address, language);
  }
  await browser.close();
  server.close();
}

await main().catch((error) => expect(false, error.stack));
finish();
