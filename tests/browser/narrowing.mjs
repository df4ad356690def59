// Lists and tables that readers narrow, sort and show otherwise, all by keyboard. What must come out is counted here
// from the pages as they were built.
import { expect } from '../tools/tally.mjs';
import { readUntil, tabTo, until } from './support.mjs';

// The entries of a list with all its parts, as they stand in the HTML.
async function readEntries(tab, address, selector) {
  return tab.evaluate(async ([start, wanted]) => {
    const read = async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    const first = await read(start);
    const links = [...first.querySelectorAll('.pagination li > a:not([rel])')].map((link) => (
      new URL(link.getAttribute('href'), start).href));
    const parts = [first, ...await Promise.all(links.map(read))];
    return parts.flatMap((part) => [...part.querySelectorAll(wanted)]).map((element) => ({
      title: element.querySelector('a').textContent.trim(), terms: (element.dataset.terms ?? '').split(' '),
      date: element.dataset.date ?? '', text: element.textContent.toLowerCase(),
    }));
  }, [address, selector]);
}

const shownTitles = (tab, selector) => tab.locator(`${selector}:not([hidden])`).evaluateAll((all) => (
  all.filter((element) => element.checkVisibility()).map((element) => element.querySelector('a').textContent.trim())));

// Waits until exactly these titles are shown.
async function expectTitles(tab, selector, titles, text) {
  const sorted = (all) => [...all].sort().join('|');
  const isWanted = (shown) => sorted(shown) === sorted(titles);
  const shown = await readUntil(tab, () => shownTitles(tab, selector), isWanted);
  return expect(isWanted(shown), `${text}: ${shown.length} are shown instead of ${titles.length}`);
}

async function openFacet(tab, name) {
  for (const selector of ['.facets', `[data-facet="${name}"]`]) {
    const summary = tab.locator(`${selector} > summary`).first();
    if (await summary.isVisible() && !await tab.locator(selector).first().evaluate((element) => element.open)) {
      await summary.focus();
      await tab.keyboard.press('Enter');
    }
  }
}

async function pick(tab, facet, option) {
  await openFacet(tab, facet);
  await tab.locator(`[data-facet="${facet}"] [data-option="${option}"] input`).focus();
  await tab.keyboard.press('Space');
}

// The two options, of different facets, that leave the fewest entries but some.
function choosePair(entries) {
  let best = null;
  const terms = [...new Set(entries.flatMap((entry) => entry.terms))].filter((term) => !term.startsWith('kind='));
  for (const one of terms) {
    for (const other of terms) {
      if (one.split('=')[0] >= other.split('=')[0]) continue;
      const both = entries.filter((entry) => entry.terms.includes(one) && entry.terms.includes(other)).length;
      if (both > 0 && (!best || both < best.both)) best = { one, other, both };
    }
  }
  return best;
}

// A list by words, by two facets, by date, as a table, and again from its address.
export async function checkList({ tab, troubles }, address, page, selector) {
  const path = page.path;
  troubles.length = 0;
  await tab.goto(address + path);
  const entries = await readEntries(tab, address + path, selector);
  await tabTo(tab, '.filter-query input');
  const word = entries.at(-1).title.toLowerCase().split(' ')[0];
  await tab.keyboard.type(word);
  const plain = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '');
  const having = entries.filter((entry) => plain(entry.text).includes(plain(word)));
  await expectTitles(tab, selector, having.map((entry) => entry.title), `${path}: the words "${word}"`);
  await until(tab, () => location.search.startsWith('?q='));
  expect(/\p{Nd}/u.test(await tab.locator('.filter-status').innerText()), `${path}: the number found is not told`);
  await tab.locator('.filter-clear').focus();
  await tab.keyboard.press('Enter');
  await until(tab, () => location.search === '');

  const pair = choosePair(entries);
  if (pair) {
    for (const term of [pair.one, pair.other]) await pick(tab, ...term.split('='));
    const both = entries.filter((entry) => [pair.one, pair.other].every((term) => entry.terms.includes(term)));
    await expectTitles(tab, selector, both.map((entry) => entry.title), `${path}: ${pair.one} and ${pair.other}`);
    const [facet, option] = pair.other.split('=');
    const count = await tab.locator(`[data-facet="${facet}"] [data-option="${option}"] .count`).innerText();
    const zero = (await tab.locator('html').getAttribute('data-zero') ?? '0').codePointAt(0);
    const number = String(both.length).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
    expect(count === number, `${path}: ${pair.other} counts ${count}, not ${number}`);
    const search = new URL(tab.url()).search;
    expect(search.includes(pair.one) && search.includes(pair.other), `${path}: the choice is not in ${search}`);
    await tab.reload();
    await expectTitles(tab, selector, both.map((entry) => entry.title), `${path}${search}: the address, opened again`);
  }
  await tab.goto(address + path);
  await checkOrder(tab, path, selector, entries);
  await checkForm(tab, path, entries);
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
}

async function checkOrder(tab, path, selector, entries) {
  const dated = entries.map((entry) => entry.date).filter(Boolean).sort();
  if (!dated.length || !await tab.locator('.filter-bar select').count()) return;
  await tabTo(tab, '.filter-bar select');
  await tab.keyboard.press('ArrowDown');
  await until(tab, () => location.search === '?sort=date');
  const newest = dated.at(-1);
  const first = await readUntil(tab, () => tab.locator(`${selector}:not([hidden])`).first().getAttribute('data-date'),
    (date) => date === newest);
  expect(first === newest, `${path}: the newest first begins with ${first}, not ${newest}`);
}

async function checkForm(tab, path, entries) {
  if (!await tab.locator('.filter-form[data-form="table"]').count()) return;
  await tab.locator('.filter-form').focus();
  await tab.keyboard.press('Enter');
  const rows = tab.locator('.records-table tbody tr');
  await rows.first().waitFor();
  expect(await rows.count() === entries.length, `${path}: the table has ${await rows.count()} rows, not ${entries.length}`);
  await tab.keyboard.press('Enter');
  expect(await tab.locator('.records-table').isHidden(), `${path}: the list does not come back`);
}

// A table view: its columns sort, upwards and downwards, and it shows itself as a list.
export async function checkTable({ tab, troubles }, address, page) {
  troubles.length = 0;
  await tab.goto(address + page.path);
  const columns = await tab.locator('th[data-column]').evaluateAll((heads) => heads.map((head) => head.dataset.column));
  const column = columns.at(-1);
  const texts = () => tab.locator('.records-table tbody tr').evaluateAll((rows) => (
    rows.map((row) => row.cells[row.cells.length - 1].textContent.trim())));
  const before = await texts();
  await tabTo(tab, `th[data-column="${column}"] button`);
  await tab.keyboard.press('Enter');
  await until(tab, (name) => location.search === `?sort=${name}`, column);
  const up = await texts();
  expect([...up].sort().join() === [...before].sort().join(), `${page.path}: sorting loses rows`);
  await tab.keyboard.press('Enter');
  await until(tab, (name) => location.search === `?sort=-${name}`, column);
  const down = (await texts()).filter(Boolean);
  expect(down.join() !== up.filter(Boolean).join() || new Set(down).size < 2, `${page.path}: the second press does not turn the order`);
  expect(await tab.locator(`th[data-column="${column}"]`).getAttribute('aria-sort') === 'descending', `${page.path}: aria-sort`);
  const gap = up.indexOf('');
  expect(gap < 0 || up.slice(gap).every((text) => text === ''), `${page.path}: empty cells are not last`);
  await tab.locator('.filter-form').focus();
  await tab.keyboard.press('Enter');
  expect(await tab.locator('.records-table.is-list').count() === 1, `${page.path}: no list`);
  expect(troubles.length === 0, `${page.path}: ${troubles.join('; ')}`);
}
