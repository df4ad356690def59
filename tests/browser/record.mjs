// What a record's page offers: its standing, history and neighbourhood, relations by meaning, the source of a fact in its
// line, series, references, profile, paper. Checks get a tab, the page's address and its path for messages.
import { expect } from '../tools/tally.mjs';
import { tabTo, until } from './support.mjs';

const texts = async (tab, selector) => (await tab.locator(selector).allTextContents()).map((text) => text.trim());
const numberIn = (text) => Number(text.replace(/[^0-9]/g, ''));

export async function checkRecord(tab, address, path) {
  await tab.goto(address);
  for (const [name, selector] of [['its kind', '.record-kind'], ['a status', '.record-standing .badge'],
    ['since when', '.record-standing .since time'], ['the last verification', '.record-standing .verified time'],
    ['a summary', '.lead'], ['an editorial note', '.editorial-note h2'], ['official texts', '[data-field="official_texts"] [href]'],
    ['facts', '.facts .fact dd'], ['a way to its kind', '.breadcrumbs li:last-child a']]) {
    expect(await tab.locator(selector).first().isVisible(), `${path}: ${name} is not in sight (${selector})`);
  }
  const paper = (selector) => tab.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await paper('.editorial-note') !== await paper('body'), `${path}: the editorial note does not stand out`);
  const steps = await tab.locator('[data-field="events"] tbody tr').count();
  expect(steps > 1 && await tab.locator('.history .history-mark').count() === steps, `${path}: the history does not draw ${steps} steps`);
  await checkRelations(tab, path);
  await checkNeighbourhood(tab, path);
  await checkEvidence(tab, path);
  await checkHosts(tab, path);
  for (const target of await tab.locator('.section-links a').evaluateAll((links) => links.map((link) => link.hash))) {
    expect(await tab.locator(`[id="${target.slice(1)}"]`).count() === 1, `${path}: there is no section ${target}`);
  }
  const id = path.split('/').at(-2);
  const report = await tab.locator('.record-tools a[href^="mailto:"], .record-tools a[rel~="external"]').last().getAttribute('href');
  expect(report.includes(id), `${path}: a reported mistake does not say that it is about ${id}`);
  await tabTo(tab, '.tool-box summary');
  await tab.keyboard.press('Enter');
  const shared = await tab.locator('.tool-panel input').inputValue();
  expect(await tab.locator('.tool-panel').isVisible() && shared === await tab.locator('link[rel="canonical"]').getAttribute('href'),
    `${path}: what is offered to be shared is ${shared}`);
}

// Each group says how many it has, and has them.
async function checkRelations(tab, path) {
  const groups = await tab.locator('.relation-group').evaluateAll((all) => all.map((group) => ({
    label: group.querySelector('h3').textContent, count: group.querySelector('.count').textContent,
    entries: group.querySelectorAll('li').length })));
  expect(groups.length > 2, `${path}: relations are not grouped by meaning`);
  for (const { label, count, entries } of groups) {
    expect(numberIn(count) === entries, `${path}: "${label}" has ${entries} entries`);
  }
  const fold = tab.locator('.relation-group details.more').first();
  if (!await fold.count()) return;
  await tabTo(tab, '.relation-group details.more > summary');
  await tab.keyboard.press('Enter');
  expect(await fold.locator('li').last().isVisible(), `${path}: the rest of a long group does not unfold`);
}

async function checkNeighbourhood(tab, path) {
  const [drawn, listed] = await tab.evaluate(() => {
    const address = (link) => link.href.baseVal ?? link.getAttribute('href');
    const chart = [...document.querySelectorAll('.neighbourhood-chart a')].map(address);
    const rest = [...document.querySelectorAll('main a')].filter((link) => !link.closest('svg')).map(address);
    return [chart, rest];
  });
  expect(drawn.length > 2, `${path}: the neighbourhood has ${drawn.length} links`);
  for (const link of drawn) expect(listed.includes(link), `${path}: ${link} is drawn and nowhere listed`);
}

// A source that is no record of ours names the host that its title leads to.
async function checkHosts(tab, path) {
  const sources = await tab.locator('.source-list li').evaluateAll((all) => all.map((item) => (
    [item.querySelector('a').href, item.querySelector('.source-host')?.textContent])));
  const external = sources.filter(([, host]) => host !== undefined);
  expect(external.length > 0, `${path}: no source names its host`);
  for (const [link, host] of external) expect(host && new URL(link).host.endsWith(host), `${path}: ${link} is said to be on ${host}`);
}

// On a telephone: no drawing cut in half, no table to scroll, a label beside its value.
export async function checkNarrowRecord(tab, address, path) {
  await tab.goto(address);
  expect(await tab.locator('.neighbourhood').isHidden(), `${path}: the neighbourhood is drawn where it has no room`);
  const tables = await tab.locator('.record-section table').evaluateAll((all) => all.map((table) => {
    const cells = [...table.tBodies[0].querySelectorAll('td:not(:empty)')];
    return { columns: table.tHead.rows[0].cells.length, isStacked: getComputedStyle(cells[0]).display !== 'table-cell',
      lines: Math.min(...cells.map((cell) => cell.clientHeight / parseFloat(getComputedStyle(cell).lineHeight))) };
  }));
  for (const { columns, isStacked, lines } of tables.filter((table) => table.columns > 2)) {
    expect(isStacked && lines < 1.5, `${path}: a table of ${columns} columns: stacked ${isStacked}, the shortest entry takes ${lines} lines`);
  }
}

// The source of a fact opens where the fact stands and closes again.
async function checkEvidence(tab, path) {
  if (!await tab.locator('.evidence').count()) return;
  const text = tab.locator('.evidence').first().locator('.evidence-text');
  expect(await text.isHidden(), `${path}: the source of a fact is open already`);
  await tabTo(tab, '.evidence summary');
  const here = tab.url();
  await tab.keyboard.press('Enter');
  expect(await text.isVisible() && tab.url() === here, `${path}: the source of a fact does not open in its line`);
  await tab.keyboard.press('Enter');
  expect(await text.isHidden(), `${path}: the source of a fact does not close`);
}

// The records before and after it of its kind, by shortcut.
export async function checkSeries(tab, address, path) {
  await tab.goto(address);
  const next = await tab.locator('.series-next').getAttribute('href');
  const labels = await texts(tab, '.series-label');
  expect(labels.length === 2 && /^(较早|Earlier).*\d{4}/.test(labels[0]) && /^(较晚|Later).*\d{4}/.test(labels[1]),
    `${path}: what is earlier and later is called ${labels}`);
  await Promise.all([tab.waitForURL(new URL(next, address).href), tab.keyboard.press(']')]);
  await Promise.all([tab.waitForURL(address), tab.keyboard.press('[')]);
  expect(tab.url() === address, `${path}: [ does not lead back from the next one`);
}

// References in both styles; a button copies one, the day of access is today.
export async function checkCite(tab, address, path) {
  await tab.goto(address);
  expect(await tab.locator('.cite-reference').count() >= 2, `${path}: not every style of reference is there`);
  expect(await tab.locator('.cite-files a').count() >= 3, `${path}: no files for reference managers`);
  await tabTo(tab, '.cite-copy');
  await tab.keyboard.press('Enter');
  await until(tab, () => document.querySelector('.cite-status').textContent !== '');
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  const shown = (await tab.locator('.cite-text').first().textContent()).trim();
  expect(copied.replace(/\s+/g, ' ') === shown.replace(/\s+/g, ' '), `${path}: copied is "${copied}", shown is "${shown}"`);
  expect(copied.includes(String(new Date().getFullYear())), `${path}: the reference lacks the day of access: ${copied}`);
}

// What a state or an organisation issued, joined and hosted, and when.
export async function checkProfile(tab, address, path) {
  await tab.goto(address);
  const lanes = await tab.locator('.record-text .timeline-label').evaluateAll((labels) => [...new Set(labels.map((one) => one.textContent))]);
  const groups = await texts(tab, '.relation-group h3');
  expect(lanes.length > 4, `${path}: the profile has ${lanes.length} lanes`);
  for (const lane of lanes) {
    expect(groups.some((group) => group.startsWith(lane)), `${path}: the lane "${lane}" is nowhere listed`);
  }
  const seen = await tab.locator('.record-text .timeline-scroll').evaluate((box) => {
    const { left, right } = box.getBoundingClientRect();
    return [...box.querySelectorAll('.timeline-label, .timeline-again')].filter((label) => (
      label.getBoundingClientRect().right > left && label.getBoundingClientRect().left < right)).length;
  });
  expect(seen >= lanes.length, `${path}: of ${lanes.length} lanes ${seen} are named in sight`);
  const bars = await tab.locator('.timeline-count').count();
  expect(bars > 4 && bars === await tab.locator('.timeline-number').count(), `${path}: ${bars} bars do not all say their number`);
}

// A chart, the same numbers as a table under it, and as a file.
export async function checkIndicator(tab, address, path, shape) {
  await tab.goto(address);
  const drawn = await tab.locator(`.series-chart .series-${shape}`).count();
  const rows = tab.locator('[data-field="series"] tbody tr');
  expect(drawn > 1 && drawn === await rows.count(), `${path}: ${drawn} numbers are drawn, ${await rows.count()} stand in the table`);
  const shown = await texts(tab, '.series-chart .series-number');
  const cells = await rows.allTextContents();
  for (const number of shown) {
    expect(cells.some((row) => row.includes(number)), `${path}: ${number} is drawn and not in the table`);
  }
  const top = (selector) => tab.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
  expect(await top('.series-chart') < await top('[data-field="series"] table'), `${path}: the data are not under the chart`);
  const link = await tab.locator('.series-download a').getAttribute('href');
  const csv = await tab.evaluate(async (file) => (await fetch(file)).text(), link);
  const lines = csv.trim().split('\r\n');
  expect(lines.length === drawn + 1 && lines[0].includes('value'), `${path}: the file has ${lines.length} lines: ${lines[0]}`);
  for (const number of shown) {
    expect(lines.some((line) => line.split(',').includes(String(numberIn(number)))), `${path}: ${number} is not in the file`);
  }
}

// All that links to a record with very many of them.
export async function checkLinksPage(tab, address, path) {
  await tab.goto(address);
  const links = await tab.locator('a[href*="links/#"]').evaluateAll((all) => all.map((link) => link.href));
  expect(links.length > 2, `${path}: long lists do not lead to the page of all links`);
  const counts = await texts(tab, '.relation-group h3 .count');
  for (const link of links) {
    await tab.goto(link);
    expect(await tab.locator(`[id="${new URL(link).hash.slice(1)}"]`).isVisible(), `${path}: ${link} leads to no list`);
  }
  const entries = await tab.locator('.all-links li').count();
  const least = counts.reduce((sum, count) => sum + numberIn(count), 0);
  expect(entries > least, `${path}: all links are ${entries}, the groups alone ${least}`);
  expect(await tab.locator('.breadcrumbs li:last-child a').evaluate((link) => link.href) === address, `${path}: no way back to the record`);
}

// On paper: no frame, sources open, addresses written out, references, where it comes from.
export async function checkPaper(tab, address, path) {
  await tab.goto(address);
  await tab.emulateMedia({ media: 'print' });
  for (const selector of ['.site-navigation', '.search-box', '.record-tools', '.section-links', '.breadcrumbs', '.site-footer nav']) {
    expect(await tab.locator(selector).first().isHidden(), `${path}: ${selector} is printed`);
  }
  for (const selector of ['.feed-link', '.page-record .timeline']) {
    const shown = await tab.locator(`${selector}:visible`).count();
    expect(shown === 0, `${path}: ${shown} of ${selector} are printed`);
  }
  const widths = await tab.locator('td .evidence-text').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(widths.every((width) => width > 140), `${path}: sources of facts are printed ${Math.min(...widths)} px wide`);
  const sources = await tab.locator('.source-list a[rel~="external"]:not(.address)').evaluateAll((all) => all.map((link) => (
    [link.getAttribute('href'), getComputedStyle(link, '::after').content])));
  for (const [href, printed] of sources) expect(printed.includes(href), `${path}: ${href} is not printed`);
  const heights = await tab.locator('.evidence-text').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(heights.length > 0 && heights.every((height) => height > 10), `${path}: sources of facts are not printed`);
  const external = await tab.locator('a.address').evaluateAll((all) => all.map((link) => (
    [link.getAttribute('href'), getComputedStyle(link, '::after').content])));
  for (const [href, printed] of external) expect(printed === JSON.stringify(href), `${path}: ${href} is printed as ${printed}`);
  const canonical = await tab.locator('link[rel="canonical"]').getAttribute('href');
  expect((await tab.locator('.print-address').innerText()).includes(canonical), `${path}: the paper does not say where it comes from`);
  expect(await tab.locator('.references li').count() > 0, `${path}: no references on paper`);
  expect(await tab.locator('table.stacked').first().evaluate((table) => getComputedStyle(table).display) === 'table', `${path}: tables are lists on paper`);
  const pages = await tab.pdf({ format: 'A4' });
  expect(pages.length > 10000, `${path}: the paper is empty`);
  await tab.emulateMedia({ media: 'screen' });
}
