// What helps on every page: shortcuts that can be turned off, a change of language that keeps the place.
import { expect } from '../tools/tally.mjs';
import { readUntil } from './support.mjs';

export async function checkShortcuts({ tab, troubles }, address, { path }) {
  troubles.length = 0;
  await tab.goto(address + path);
  const isOpen = () => tab.locator('.shortcuts').evaluate((dialog) => dialog.open);
  await tab.keyboard.press('?');
  expect(await isOpen(), `${path}: ? does not list the shortcuts`);
  await tab.keyboard.press('Escape');
  expect(!await isOpen(), `${path}: Escape does not close the list`);
  await tab.locator('[data-shortcuts]').focus();
  await tab.keyboard.press('Enter');
  expect(await isOpen(), `${path}: the button does not list the shortcuts`);
  await tab.locator('.shortcuts input').focus();
  await tab.keyboard.press('Space');
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('?');
  expect(!await isOpen(), `${path}: shortcuts that are turned off still work`);
  await tab.reload();
  await tab.keyboard.press('?');
  expect(!await isOpen(), `${path}: shortcuts are back on after a reload`);
  await tab.keyboard.press('/');
  expect(await tab.evaluate(() => !document.activeElement.matches('.search-box input')), `${path}: / searches although shortcuts are turned off`);
  await tab.evaluate(() => localStorage.clear());
  await tab.reload();
  const keys = await tab.locator('.shortcuts kbd').allTextContents();
  for (const key of ['/', '?', 'f', 'l', 'h', '[', ']']) {
    expect(keys.includes(key) || (key === '/' && !await tab.locator('.search-box').count()), `${path}: the shortcut ${key} is not listed`);
  }
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
}

// A long page, left in the middle: the part that stood at the top of the window stands there again.
export async function checkPlaceKept({ tab }, address, { path }) {
  await tab.goto(address + path);
  const link = tab.locator('.language-switch a').first();
  if (!await link.count()) return;
  const ids = await tab.evaluate(async () => {
    const twin = await (await fetch(document.querySelector('.language-switch a').href)).text();
    const other = new DOMParser().parseFromString(twin, 'text/html');
    const here = [...document.querySelectorAll('main [id]')].filter((element) => (
      other.getElementById(element.id) && element.getBoundingClientRect().top > innerHeight));
    return here.map((element) => element.id);
  });
  const id = ids[Math.floor(ids.length / 2)];
  if (!id) return;
  const top = () => tab.evaluate((wanted) => document.getElementById(wanted).getBoundingClientRect().top, id);
  await tab.evaluate((wanted) => document.getElementById(wanted).scrollIntoView(), id);
  const before = await top();
  await link.evaluate((element) => element.focus({ preventScroll: true }));
  await Promise.all([tab.waitForNavigation({ waitUntil: 'load' }), tab.keyboard.press('Enter')]);
  const isNear = (place) => Math.abs(place - before) < 60;
  const after = await readUntil(tab, top, isNear);
  expect(isNear(after), `${path}: in the other language #${id} stands ${Math.round(after - before)} px away`);
}
