// What holds for every page: it answers, fits the screen, switches language, has visible focus, reads without scripts,
// and axe finds nothing.
import { expect } from '../tools/tally.mjs';
import { DESK, PHONE } from './support.mjs';

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

// A page at both widths, loaded once.
export async function lookAt({ tab, troubles }, address, page) {
  troubles.length = 0;
  await tab.setViewportSize(PHONE);
  await tab.goto(address + page.path, { waitUntil: 'load' });
  expect(troubles.length === 0, `${page.path}: ${troubles.join('; ')}`);
  for (const size of [PHONE, DESK]) {
    await tab.setViewportSize(size);
    const wide = await tab.evaluate(findWide);
    expect(wide.length === 0, `${page.path} at ${size.width} px: ${wide.join()}`);
  }
  expect(page.type === 'language-choice' || await tab.locator('h1').first().isVisible(), `${page.path}: no visible h1`);
}

export async function checkLanguageSwitch({ tab }, address, page) {
  await tab.goto(address + page.path);
  const links = await tab.locator('.language-switch a').evaluateAll((all) => all.map((link) => link.hreflang));
  for (const [place, language] of links.entries()) {
    if (place > 0) await tab.goto(address + page.path);
    await tab.locator(`.language-switch a[hreflang="${language}"]`).focus();
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    const rest = (path) => path.split('/').slice(2).join('/');
    const path = tab.url().slice(address.length);
    expect(rest(path) === rest(page.path) && await tab.locator('html').getAttribute('lang') === language,
      `${page.path}: the switch to ${language} leads to ${path}`);
  }
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

// Where in the frame the focus is: line by line, within a line in the order of reading.
const findPlace = () => {
  const element = document.activeElement;
  if (!element.closest('.site-header')) return null;
  const box = element.getBoundingClientRect();
  const isLeftToRight = getComputedStyle(document.documentElement).direction === 'ltr';
  return { top: box.top, bottom: box.bottom, along: isLeftToRight ? box.left : -box.right };
};

// Presses Tab so many times from the top of the page on: in the frame the focus must not go back. `look` is called after
// each and says whether to go on.
async function walk(tab, address, path, size, steps, look = () => true) {
  await tab.setViewportSize(size);
  await tab.goto(address + path);
  let last = null;
  for (let step = 0; step < steps; step += 1) {
    await tab.keyboard.press('Tab');
    const place = step > 0 ? await tab.evaluate(findPlace) : null; // the first is the skip link
    if (last && place) {
      const isBelow = place.top >= last.bottom - 8;
      expect(isBelow || place.along > last.along, `${path} at ${size.width} px: Tab ${step + 1} goes back in the frame`);
    }
    last = place;
    if (!await look(step)) return;
  }
}

export async function checkKeyboard({ tab }, address, page) {
  const path = page.path;
  await walk(tab, address, path, PHONE, 13);
  await walk(tab, address, path, DESK, 16, async (step) => {
    const focus = await tab.evaluate(describeFocus);
    if (step > 0 && focus.isBody) return false; // past the last one
    if (step === 0) expect(focus.isSkipLink, `${path}: the first Tab reaches ${focus.name}, not the skip link`);
    expect(focus.isMarked && focus.isOnScreen, `${path}: no visible focus on ${focus.name}`);
    return true;
  });
  await tab.goto(address + path);
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  const isInside = await tab.evaluate(() => location.hash === '#page.main' && document.activeElement.id === 'page.main');
  expect(isInside, `${path}: the skip link does not move the focus to the content`);
}

// Links and text of the content, without what only scripts need and what stands in for them.
function readContent() {
  const main = document.querySelector('main').cloneNode(true);
  for (const tool of main.querySelectorAll('.filter-bar, .facets, .chart-bar, [data-script-only], noscript')) tool.remove();
  return { links: main.querySelectorAll('a[href]').length, text: main.textContent.replace(/\s+/g, ' ').length };
}

export async function checkWithoutScripts({ tab }, still, address, page) {
  await tab.goto(address + page.path);
  const withScripts = await tab.evaluate(readContent);
  still.troubles.length = 0;
  await still.tab.goto(address + page.path);
  expect(still.troubles.length === 0, `${page.path} without JavaScript: ${still.troubles.join('; ')}`);
  const without = await still.tab.evaluate(readContent);
  expect(without.text > 0 && without.text >= withScripts.text * 0.99 && without.links >= withScripts.links,
    `${page.path} without JavaScript: ${without.text} of ${withScripts.text} characters, ${without.links} of ` +
    `${withScripts.links} links are there`);
  const dead = await still.tab.locator('.filter-bar:visible, .chart-bar:visible, [data-script-only]:visible').count();
  expect(dead === 0, `${page.path} without JavaScript: ${dead} controls are shown that do nothing`);
}

// All rules at both widths; in the dark those of colours, which alone may differ.
export async function checkAccessibility({ tab }, address, page, axe) {
  await tab.goto(address + page.path);
  await tab.evaluate(axe);
  for (const [size, colorScheme, runOnly] of [[DESK, 'light'], [PHONE, 'light'], [DESK, 'dark', ['color-contrast']]]) {
    await tab.setViewportSize(size);
    await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = await tab.evaluate(async (only) => (
      await window.axe.run(document, { resultTypes: ['violations'], ...(only && { runOnly: only }) })).violations
      .map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)} ` +
        one.nodes[0].failureSummary.replace(/\s+/g, ' ').slice(0, 200)), runOnly);
    expect(faults.length === 0, `${page.path} at ${size.width} px in ${colorScheme}: ${faults.join('\n  ')}`);
  }
  await tab.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}

// An address that is not there gives the site's own 404 page, whole at any depth.
export async function checkNotFound({ tab, troubles }, address, language) {
  troubles.length = 0;
  await tab.goto(`${address}/${language}/no/such/page/`);
  expect(troubles.every((text) => text.includes('404')), `404 page: ${troubles.join('; ')}`);
  expect(await tab.locator('h1').first().isVisible(), '404 page: no visible h1');
  const isStyled = await tab.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0));
  expect(isStyled, '404 page: its style sheet is not found from a deep address');
}
