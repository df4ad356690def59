// The timeline and the matrix, by keyboard alone.
import { expect } from '../tools/tally.mjs';
import { narrowBy, tabTo, until } from './support.mjs';

const widthOf = (tab) => tab.locator('.timeline-chart').evaluate((chart) => chart.getBoundingClientRect().width);
const focused = (tab) => tab.evaluate(() => {
  const { localName, dataset, href } = document.activeElement;
  return { name: localName, text: dataset.name ?? '', address: href?.baseVal ?? '' };
});
const lanes = (tab) => tab.locator('.timeline-chart .timeline-label').count();
const marks = (tab) => tab.locator('.timeline-chart a.mark, .timeline-chart [data-name]').count();

// From mark to mark, zoom to years that are counted and back, lanes by another facet, only what the filter leaves.
export async function checkTimeline({ tab, troubles }, address, { path }) {
  troubles.length = 0;
  await tab.goto(address + path);
  const steps = await tab.locator('.timeline-list .step').count();
  await tabTo(tab, '.timeline-scroll');
  await tab.keyboard.press('Home');
  const first = await focused(tab);
  await tab.keyboard.press('ArrowRight');
  const second = await focused(tab);
  expect(first.text && second.text && first.text !== second.text, `${path}: the arrow keys go from "${first.text}" to "${second.text}"`);
  await tab.keyboard.press('ArrowLeft');
  expect((await focused(tab)).text === first.text, `${path}: the left arrow does not go back`);
  expect(await tab.locator('.chart-info').innerText() === first.text, `${path}: the mark with the focus is not told`);
  await tab.keyboard.press('ArrowUp');
  if ((await focused(tab)).text === first.text) await tab.keyboard.press('ArrowDown'); // it was the first lane
  expect((await focused(tab)).text !== first.text || await lanes(tab) < 2, `${path}: up and down stay in the lane`);
  expect(await marks(tab) === steps, `${path}: ${await marks(tab)} marks for ${steps} steps`);
  expect(await tab.locator('.timeline-chart .timeline-today').count() === 1, `${path}: today is not marked`);
  await checkTold(tab, path);
  await checkZoom(tab, path);
  await checkLanes(tab, path);
  await checkNarrowed(tab, path);
  await tab.goto(address + path);
  await tabTo(tab, '.timeline-scroll');
  await tab.keyboard.press('End');
  const last = await focused(tab);
  await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
  expect(tab.url() === new URL(last.address, address + path).href, `${path}: Enter leads to ${tab.url()}, not ${last.address}`);
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
}

// In the lowest lane too, the name of the mark is in the window and does not cover it, on the way down and up.
async function checkTold(tab, path) {
  for (const key of ['ArrowDown', 'ArrowUp']) {
    for (let lane = await lanes(tab); lane > 0; lane -= 1) {
      await tab.keyboard.press(key);
      const [info, mark] = await tab.evaluate(() => [document.querySelector('.chart-info'), document.activeElement]
        .map((element) => element.getBoundingClientRect()).map(({ top, bottom, height }) => ({ top, bottom, height })));
      const isInSight = info.height > 0 && info.top >= 0 && mark.bottom <= await tab.evaluate(() => innerHeight);
      expect(isInSight && mark.top >= info.bottom, `${path}: ${key}: the name at ${info.top}, its mark at ${mark.top}`);
    }
  }
}

async function checkZoom(tab, path) {
  const before = await widthOf(tab);
  await tab.keyboard.press('+');
  const wider = await widthOf(tab);
  expect(wider > before * 1.3, `${path}: + makes ${before} px into ${wider}`);
  for (let press = 0; press < 14; press += 1) await tab.keyboard.press('-');
  expect(await tab.locator('.timeline-chart [role="button"]').count() > 0, `${path}: far away nothing is counted`);
  const narrow = await widthOf(tab);
  await tab.keyboard.press('End');
  await tab.keyboard.press('Enter');
  expect(await widthOf(tab) > narrow, `${path}: a bar that counts does not open`);
  expect(new URL(tab.url()).searchParams.has('zoom'), `${path}: the zoom is not in the address`);
  await tab.reload();
  expect(await tab.locator('.timeline-scroll.is-live').count() === 1, `${path}: the address, opened again, is not drawn`);
  await tab.locator('.chart-zoom input').focus();
  await tab.keyboard.press('End');
  expect(await tab.locator('.timeline-chart .timeline-year').count() > 12, `${path}: no months at the nearest`);
}

async function checkLanes(tab, path) {
  const select = tab.locator('.chart-lanes');
  const options = await select.locator('option').count();
  const before = await tab.locator('.timeline-chart .timeline-label').allInnerTexts();
  if (options < 2) return;
  await select.focus();
  await tab.keyboard.press('End');
  await until(tab, () => location.search.includes('lanes='));
  const after = await tab.locator('.timeline-chart .timeline-label').allInnerTexts();
  expect(after.length > 0 && after.length <= 13 && after.join() !== before.join(), `${path}: the lanes do not change: ${after.join(', ')}`);
}

async function checkNarrowed(tab, path) {
  const title = (await tab.locator('.timeline-list .step a').last().textContent()).trim();
  await narrowBy(tab, tab.locator('.filter-query input'), title);
  const shown = await tab.locator('.timeline-list .step:not([hidden])').count();
  const names = await tab.locator('.timeline-chart [data-name]').evaluateAll((all) => new Set(all.map((mark) => mark.dataset.name)).size);
  expect(shown > 0 && names > 0 && names <= shown, `${path}: "${title}" leaves ${shown} steps and ${names} marks`);
  expect(await lanes(tab) > 0, `${path}: no lane is left`);
}

// A letter that the text of each element has, or none.
async function letterOfAll(tab, selector) {
  const [first, ...others] = (await tab.locator(selector).allTextContents()).map((text) => text.toLowerCase());
  return [...first].find((letter) => /\p{L}/u.test(letter) && others.every((text) => text.includes(letter)));
}

// Rows without a mark are folded away until they are asked for, by the box or by their name.
async function checkEmptyRows(tab, path) {
  const folded = await tab.locator('.matrix-empty-row').count();
  if (!folded) return;
  const inSight = () => tab.locator('.matrix tbody tr:visible').count();
  const all = await tab.locator('.matrix tbody tr').count();
  expect(await inSight() === all - folded, `${path}: of ${all} rows, ${folded} empty, ${await inSight()} are in sight`);
  await tabTo(tab, '.matrix-unfold input');
  await tab.keyboard.press('Space');
  expect(await inSight() === all, `${path}: the empty rows do not unfold`);
  await tab.keyboard.press('Space');
  const clear = async () => {
    await tab.locator('.filter-clear').first().focus();
    await tab.keyboard.press('Enter');
    await until(tab, () => !location.search.includes('q='));
  };
  const name = (await tab.locator('.matrix-empty-row a').first().textContent()).trim();
  await narrowBy(tab, tab.locator('.filter-query input').first(), name);
  expect(await tab.locator('.matrix-empty-row:visible').count() > 0, `${path}: the empty row "${name}" is not found`);
  await clear();
  const letter = await letterOfAll(tab, '.matrix tbody tr');
  if (!letter) return;
  await narrowBy(tab, tab.locator('.filter-query input').first(), letter);
  expect(await inSight() === all, `${path}: of ${all} rows that have "${letter}", ${await inSight()} are in sight`);
  await clear();
}

// Rows and columns by words, rows by count or by title; what is counted is counted again.
export async function checkMatrix({ tab, troubles }, address, { path }) {
  troubles.length = 0;
  await tab.goto(address + path);
  const rows = () => tab.locator('.matrix tbody tr:not([hidden])').evaluateAll((all) => all.map((row) => ({
    name: row.cells[0].textContent.trim(), told: row.cells[1].textContent.trim(),
    marks: [...row.cells].filter((cell) => !cell.hidden && cell.querySelector('.mark')).length })));
  const columns = () => tab.locator('.matrix thead th[data-terms]:not([hidden])').allTextContents();
  const zero = (await tab.locator('html').getAttribute('data-zero') ?? '0').codePointAt(0);
  const told = (text) => Number([...text].map((digit) => digit.codePointAt(0) - zero).join(''));
  const holds = (all) => all.every((row) => told(row.told) === row.marks);
  expect(holds(await rows()), `${path}: a row's count is not that of its marks`);
  const isByCount = (all) => all.every((row, index) => index === 0 || all[index - 1].marks >= row.marks);
  expect(isByCount(await rows()), `${path}: the rows do not begin with those that have most`);
  await checkEmptyRows(tab, path);
  const [inputRows, inputColumns] = await tab.locator('.filter-query input').all();
  const column = (await tab.locator('.matrix thead th[data-terms] a').first().textContent()).trim();
  await narrowBy(tab, inputColumns, column, 'columns.q');
  expect((await columns()).length < 1 + (await tab.locator('.matrix thead th[data-terms]').count()) / 2 && (await columns()).length > 0,
    `${path}: "${column}" leaves ${(await columns()).length} columns`);
  expect(holds(await rows()), `${path}: counts do not follow the columns`);
  expect(isByCount(await rows()), `${path}: the order of the rows does not follow the columns`);
  await tab.locator('.filter-bar select').focus();
  await tab.keyboard.press('ArrowDown');
  await until(tab, () => location.search.includes('sort=title'));
  const collator = new Intl.Collator(await tab.locator('html').getAttribute('lang'), { numeric: true });
  const titles = (await rows()).map((row) => row.name);
  expect(titles.every((title, index) => index === 0 || collator.compare(titles[index - 1], title) <= 0),
    `${path}: rows are not sorted by title: ${titles.slice(0, 9)}`);
  const name = titles[0];
  await narrowBy(tab, inputRows, name);
  const left = await rows();
  expect(left.length > 0 && left[0].name === name, `${path}: "${name}" leaves ${left.map((row) => row.name).join(', ')}`);
  const total = await tab.locator('.matrix tfoot td:not([hidden])').nth(1).innerText();
  expect(told(total) === left.filter((row) => row.marks > 0).length || (await columns()).length > 1, `${path}: the total says ${total}`);
  await tab.locator('.matrix-scroll').focus();
  expect(await tab.evaluate(() => document.activeElement.matches('.matrix-scroll')), `${path}: the matrix cannot be scrolled by keyboard`);
  const isSticky = await tab.locator('.matrix thead th').last().evaluate((head) => getComputedStyle(head).position === 'sticky');
  expect(isSticky, `${path}: the heads do not stay`);
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
}
