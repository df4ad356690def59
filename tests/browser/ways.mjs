// Ways into the observatory: home, the tracker of mechanisms, the picture of who belongs to whom, the page of all pages.
import { expect } from '../tools/tally.mjs';
import { tabTo, until } from './support.mjs';

const addresses = (tab, selector) => tab.locator(selector).evaluateAll((links) => links.map((link) => link.href));
const numberIn = (text) => Number(text.replace(/[^0-9]/g, ''));

export async function checkHome(tab, address, path) {
  await tab.goto(address);
  expect((await tab.locator('.lead').innerText()).length > 10, `${path}: it does not say what this is`);
  expect((await addresses(tab, '.questions a')).length >= 5, `${path}: too few questions to begin with`);
  for (const section of ['#recent', '#upcoming']) {
    const steps = await tab.locator(`section[aria-labelledby="${section.slice(1)}"] .step`).evaluateAll((all) => (
      all.map((step) => [step.dataset.date, step.querySelector('time, .step-date')?.textContent, step.querySelector('a')?.href])));
    expect(steps.length > 1 && steps.every(([date, words, link]) => /^\d{4}/.test(date) && words && link), `${path}: ${section} lacks dated entries`);
  }
  expect(await tab.locator('.home-timeline .timeline-mark').count() > 100, `${path}: the field in time is not drawn`);
  const ways = await tab.locator('.facet-group h3 a').evaluateAll((links) => links.map((link) => link.href.split('/by/')[1]));
  for (const way of ['topics/', 'jurisdictions/', 'issuers/']) expect(ways.includes(way), `${path}: no way in by ${way}`);
  const labels = (await tab.locator('.facet-group h3').allTextContents()).map((label) => label.trim());
  expect(new Set(labels).size === labels.length, `${path}: two ways in have one name: ${labels.join(', ')}`);
  const open = await tab.locator('.facet-group:visible').count();
  expect(open === Math.min(6, labels.length), `${path}: ${open} of ${labels.length} ways in are open`);
  if (open < labels.length) {
    await tabTo(tab, '.more-ways > summary');
    await tab.keyboard.press('Enter');
    expect(await tab.locator('.facet-group:visible').count() === labels.length, `${path}: the other ways in do not unfold`);
  }
  const kinds = await tab.locator('.kind-tiles a').evaluateAll((links) => links.map((link) => [link.href, link.querySelector('.kind-count').textContent]));
  for (const [link, count] of kinds) {
    const listed = await tab.evaluate(async (list) => {
      const page = new DOMParser().parseFromString(await (await fetch(list)).text(), 'text/html');
      return page.querySelector('.filter-bar').dataset.total;
    }, link);
    expect(numberIn(count) === Number(listed), `${path}: ${count} of ${link} are ${listed} in their list`);
  }
  await tabTo(tab, '.search-box input');
  await tab.keyboard.type('UNESCO');
  await Promise.all([tab.waitForURL(/search\/\?q=UNESCO|unesco/), tab.keyboard.press('Enter')]);
}

// What exists of each mechanism is seen at a glance; what is said of it opens by keyboard.
export async function checkTracker(tab, address, path) {
  await tab.goto(address);
  const rows = await tab.locator('.records-table tbody tr').evaluateAll((all) => all.map((row) => ({
    id: row.dataset.id, isDrawn: row.querySelector('.strip-mark') !== null, entries: row.querySelectorAll('.compact-group li').length,
    isAbsent: row.querySelector('.absence') !== null })));
  expect(rows.length === 25, `${path}: ${rows.length} mechanisms`);
  for (const row of rows) {
    expect(row.isAbsent || row.entries > 0, `${path}: ${row.id} says neither what exists nor that nothing was found`);
  }
  expect(rows.filter((row) => row.isDrawn).length > 15, `${path}: what exists is not drawn over time`);
  expect(/\d/.test(await tab.locator('.table-tally').innerText()), `${path}: no sum of what exists`);
  const first = tab.locator('.compact-more').first();
  expect(await first.locator('.evidence-text').isHidden(), `${path}: what is said is open already`);
  await tabTo(tab, '.compact-more summary');
  await tab.keyboard.press('Enter');
  expect(await first.locator('.evidence-text').isVisible(), `${path}: what is said of an entry does not open`);
  const wide = await tab.locator('.cell-group').evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).length);
  expect(wide === 0, `${path}: ${wide} cells are wider than a telephone`);
}

// The United Nations and who belongs to it, legible on a telephone.
export async function checkDiagram(tab, address, path) {
  await tab.goto(address);
  const first = await tab.locator('.diagram-root > .diagram-box a').first().getAttribute('href');
  expect(first.endsWith('/united-nations/'), `${path}: it begins with ${first}`);
  expect(await tab.locator('.diagram-tree').first().locator('.diagram-nodes > li').count() > 15, `${path}: too few belong to it`);
  expect(await tab.locator('.diagram-parent .diagram-parent, .diagram-nodes .diagram-nodes').count() > 0, `${path}: nobody stands under another`);
  expect(await tab.locator('.diagram-relations a').count() > 20, `${path}: what they do is not linked`);
  const small = await tab.locator('.diagram-box').evaluateAll((boxes) => boxes.filter((box) => (
    box.getBoundingClientRect().width < 200 || parseFloat(getComputedStyle(box).fontSize) < 14)).length);
  expect(small === 0, `${path}: ${small} boxes are too small to read`);
  await tab.goto(new URL('../by-issuer/', address).href);
  const lanes = await tab.locator('.timeline-scroll .timeline-label').evaluateAll((labels) => new Set(labels.map((label) => label.textContent)).size);
  expect(lanes > 8, `${path}: the timeline of organisations has ${lanes} lanes`);
  const size = await tab.locator('.timeline-label').first().evaluate((label) => parseFloat(getComputedStyle(label).fontSize));
  expect(size >= 12, `${path}: its lanes are named in ${size} px`);
  await until(tab, () => document.querySelector('.chart-lanes')?.value === 'issuers');
}

export async function checkSitemap(tab, address, path) {
  await tab.goto(new URL('../', address).href);
  const wanted = await addresses(tab, '.site-navigation a, .kind-tiles a, .tile a, .facet-group h3 a');
  await tab.goto(address);
  const listed = new Set(await addresses(tab, '.sitemap a'));
  for (const link of wanted) expect(listed.has(link), `${path}: ${link} is not listed`);
}
