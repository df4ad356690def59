// The box "cite" of a record's page: the files for reference managers can be saved without scripts and copied with them.
import { readFile } from 'node:fs/promises';
import { expect } from '../tools/tally.mjs';
import { DESK, openTab, until } from './support.mjs';

const LINK = '.cite-files a[download$=".ris"]';

async function saved(browser, address, path) {
  const context = await browser.newContext({ viewport: DESK, javaScriptEnabled: false, acceptDownloads: true });
  const { tab } = await openTab(context, address);
  await tab.goto(address + path);
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.locator(LINK).first().click()]);
  const name = download.suggestedFilename();
  const text = await readFile(await download.path(), 'utf8');
  await context.close();
  return { name, text };
}

export async function checkCiting(browser, address, { path }) {
  const { name, text } = await saved(browser, address, path);
  expect(name.startsWith(path.split('/').at(-2)) && name.endsWith('.ris'), `${path}: the file is saved as ${name}`);
  expect(/^TY {2}- [A-Z]+\r\n(.*\r\n)*ER {2}- \r\n$/.test(text), `${path}: saved without scripts: ${text}`);
  const context = await browser.newContext({ viewport: DESK, permissions: ['clipboard-read', 'clipboard-write'] });
  const { tab, troubles } = await openTab(context, address);
  await tab.goto(address + path);
  const button = tab.locator(`${LINK} + button`).first();
  await button.click();
  await until(tab, () => document.querySelector('.cite-files .cite-status:not(:empty)') !== null);
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll('\r', '') === text.replaceAll('\r', ''), `${path}: copied is not what is saved: ${copied}`);
  expect(troubles.length === 0, `${path}: ${troubles}`);
  await context.close();
}
