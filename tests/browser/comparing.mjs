// Records compared field by field, and two languages of one record beside each other: all by keyboard.
import { expect } from '../tools/tally.mjs';
import { PHONE, readUntil, tabTo, until } from './support.mjs';

const rowsOf = (tab) => tab.evaluate(() => [...document.querySelectorAll('.compare-table > tbody > tr')].map((row) => ({
  field: row.querySelector('th').firstChild.textContent,
  texts: [...row.querySelectorAll(':scope > td')].map((cell) => {
    const copy = cell.cloneNode(true);
    for (const source of copy.querySelectorAll('.evidence')) source.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  }),
  differs: row.classList.contains('differs'),
})));

const query = (tab) => new URL(tab.url()).searchParams;
const hasColumns = (columns) => document.querySelectorAll('.compare-table > thead th').length === columns + 1;

const chosenBoxes = (tab) => tab.locator('.compare-box:checked').count();
const focusIs = (tab, selector) => until(tab, (wanted) => document.activeElement.matches(wanted), selector);

async function tick(tab, id) {
  await tabTo(tab, `tr[data-id="${id}"] .compare-box`);
  await tab.keyboard.press('Space');
}

// The first three records of a kind are ticked with the space bar, which leaves the lists as they are; the button compares
// them. The address says which.
async function choose(tab, path) {
  const ids = await tab.locator('.compare-kind').first().locator('tr[data-id]')
    .evaluateAll((rows) => rows.slice(0, 4).map((row) => row.dataset.id));
  const go = tab.locator('.compare-go');
  await tick(tab, ids[0]);
  expect(await go.isDisabled(), `${path}: one record alone can be compared`);
  await tick(tab, ids[1]);
  await tick(tab, ids[2]);
  const ticked = ids.slice(0, 3).join(',');
  const named = await readUntil(tab, () => query(tab).get('ids'), (found) => found === ticked);
  expect(named === ticked, `${path}: the address names ${named}, not ${ticked}`);
  await tab.waitForTimeout(300);
  expect(await tab.locator('.compare-kind').first().isVisible() && await tab.locator('.compare-table').count() === 0,
    `${path}: ticking a record puts a table in the place of the lists`);
  expect(/[3٣]/.test(await go.textContent()) && /[3٣]/.test(await tab.locator('.compare-choice [role=status]').textContent()),
    `${path}: the bar does not say that three are chosen`);
  const box = await tab.locator('.compare-choice').boundingBox();
  expect(box.y > -1 && box.y < tab.viewportSize().height, `${path}: the bar goes out of sight`);
  await go.focus();
  await tab.keyboard.press('Enter');
  await until(tab, hasColumns, 3);
  await focusIs(tab, '.compare-result h2');
  await addFourth(tab, path, ids);
}

// Back to the lists with all that was chosen, for one more; then two are taken away again.
async function addFourth(tab, path, ids) {
  await tabTo(tab, '.compare-change');
  await tab.keyboard.press('Enter');
  await focusIs(tab, '.compare-choice [role=status]');
  expect(await chosenBoxes(tab) === 3, `${path}: what was chosen is forgotten when others are added`);
  await tab.reload();
  await until(tab, () => document.querySelector('.compare-box') !== null);
  expect(await chosenBoxes(tab) === 3 && await tab.locator('.compare-table').count() === 0,
    `${path}: an unfinished choice does not come back by its address`);
  await tick(tab, ids[3]);
  expect(await tab.locator('.compare-box:not(:checked):enabled').count() === 0, `${path}: a fifth record can be chosen`);
  await tab.locator('.compare-go').click();
  await until(tab, hasColumns, 4);
  await tab.goBack();
  await until(tab, () => !document.querySelector('.is-comparing'));
  await tab.goForward();
  await until(tab, hasColumns, 4);
  for (const left of [3, 2]) {
    await tab.locator('.compare-remove').last().press('Enter');
    await until(tab, hasColumns, left);
    await focusIs(tab, '.compare-result h2');
  }
  expect(query(tab).get('ids') === ids.slice(0, 2).join(','), `${path}: the address names ${query(tab).get('ids')}`);
}

// The words of the rows' heads that stand on more than one line; longer ones may be divided.
function findDivided() {
  return [...document.querySelectorAll('.compare-table > tbody > tr > th')].flatMap((head) => {
    const text = head.firstChild;
    return [...text.data.matchAll(/[\p{L}]+/gu)].filter(([word]) => /^\p{Script=Latin}{2,11}$/u.test(word)).filter(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    }).map(([word]) => word);
  });
}

// On a telephone nothing but the page itself scrolls up and down, and words are whole.
async function checkOnPhone(tab, path) {
  const size = tab.viewportSize();
  await tab.setViewportSize(PHONE);
  const divided = await tab.evaluate(findDivided);
  expect(divided.length === 0, `${path}: words divided in heads: ${divided.join(', ')}`);
  const traps = await tab.evaluate(() => [...document.querySelectorAll('.compare .table-scroll')]
    .filter((box) => getComputedStyle(box).maxHeight !== 'none').length);
  expect(traps === 0, `${path}: ${traps} lists scroll inside the page on a telephone`);
  await tab.setViewportSize(size);
}

// Rows that differ are marked, and only they; the box leaves them alone.
async function checkDifferences(tab, path) {
  const rows = await rowsOf(tab);
  expect(rows.length > 2, `${path}: only ${rows.length} fields are compared`);
  for (const row of rows) {
    const isSame = new Set(row.texts).size === 1;
    expect(row.differs === !isSame, `${path}: "${row.field}" is ${isSame ? 'the same' : 'different'} and marked otherwise`);
  }
  await tabTo(tab, '[data-option="differs"]');
  await tab.keyboard.press('Space');
  const differing = rows.filter((row) => row.differs).length;
  await until(tab, (wanted) => document.querySelectorAll('.compare-table > tbody > tr').length === wanted, differing);
  expect(query(tab).get('differs') === '1', `${path}: the address does not say that only differences are shown`);
}

export async function checkCompare({ tab, troubles }, address, { path }) {
  troubles.length = 0;
  await tab.goto(address + path);
  await until(tab, () => document.querySelector('.compare-box') !== null);
  await choose(tab, path);
  await checkOnPhone(tab, path);
  await checkDifferences(tab, path);
  await tabTo(tab, '[data-option="both"]');
  await tab.keyboard.press('Space');
  await until(tab, () => document.querySelector('.compare-value[lang]') !== null);
  const shared = tab.url();
  const shown = await tab.locator('.compare-table').innerText();
  await tab.goto(shared);
  await until(tab, hasColumns, 2);
  await until(tab, () => document.querySelector('.compare-value[lang]') !== null);
  expect(await tab.locator('.compare-table').innerText() === shown, `${path}: the address does not bring the comparison back`);
  await tab.emulateMedia({ media: 'print' });
  expect(await tab.locator('.compare-table').isVisible() && await tab.locator('.compare-bar:visible').count() === 0,
    `${path}: the comparison is not printed, or its tools are`);
  await tab.emulateMedia({ media: 'screen' });
  await tabTo(tab, '.compare-remove');
  await tab.keyboard.press('Enter');
  await until(tab, () => document.querySelector('.compare-table') === null);
  expect(await chosenBoxes(tab) === 1, `${path}: the record that is left is no longer chosen`);
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
}

// A record with texts in two languages is read in both, and alone again.
export async function checkBeside({ tab, troubles }, address, { path }) {
  await tab.goto(address + path);
  if (!await tab.locator('[data-beside]').count()) return;
  troubles.length = 0;
  const title = await tab.locator('h1').innerText();
  await tabTo(tab, '[data-beside]');
  await Promise.all([tab.waitForURL(/[?]beside=/), tab.keyboard.press('Enter')]);
  await until(tab, () => document.querySelector('.is-beside .beside-title') !== null);
  expect(await tab.locator('h1').innerText() === title, `${path}: the record's own title has gone`);
  const own = await tab.evaluate(() => document.documentElement.lang);
  const other = await tab.locator('.beside-title').getAttribute('lang');
  expect(other && other !== own, `${path}: both titles are in one language`);
  expect(await tab.locator('.beside-row .prose, .prose .beside-row').count() > 0, `${path}: no text beside the text`);
  const twice = await tab.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  });
  expect(twice.length === 0, `${path}: ids that stand twice: ${twice.join(', ')}`);
  await tabTo(tab, '[data-beside]');
  await Promise.all([tab.waitForURL((url) => url.search === ''), tab.keyboard.press('Enter')]);
  expect(await tab.locator('.is-beside').count() === 0, `${path}: it stays beside`);
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
}
