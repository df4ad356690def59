// browser.mjs SITE: opens every page of the site that run_hostile.py --site made in Debian's chromium, without our content
// policy, so that nothing but the pages themselves keeps what strangers wrote from running. A dialog, a message in the
// console, a request to another host or a call of `hostile` is a failure. Then the texts are searched for and put into
// addresses, which our own scripts read. The last line is `N passed, M failed`.
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serve } from '../browser/server.mjs';
import { inTurn, launch, openTab } from '../browser/support.mjs';
import { expect, finish, wordsOf } from '../tools/tally.mjs';

const AT_ONCE = 3; // tabs
const TEXTS = ['<img src=x onerror=hostile()>', '"><script>hostile()</script>', "' onfocus='hostile()' autofocus='",
  'javascript:hostile()', '</script><svg onload=hostile()>', '{{ 7 * 191 }}', '__proto__', 'constructor'];

async function pagesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replace(/index\.html$/, '')).sort();
}

async function openGuardedTab(context, address) {
  const { tab, troubles } = await openTab(context, address);
  tab.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return { tab, troubles };
}

async function visit({ tab, troubles }, address, path, settle) {
  await tab.goto(`${address}/${path}`, { waitUntil: 'load' });
  if (settle) await tab.waitForTimeout(settle); // what scripts make of an address comes after loading
  expect(!(await tab.evaluate(() => window.wasHostile)), `/${path}: what strangers wrote has run`);
  const found = troubles.splice(0);
  expect(found.length === 0, `/${path}: ${found.slice(0, 3).join('; ')}`);
}

async function main() {
  const [site] = wordsOf('browser.mjs SITE');
  const server = await serve(site);
  const browser = await launch();
  const context = await browser.newContext({ bypassCSP: true });
  await context.addInitScript(() => {
    window.hostile = () => { window.wasHostile = true; };
  });
  const left = (await pagesOf(site)).map((path) => ({ path }));
  const number = left.length;
  for (const text of TEXTS.map(encodeURIComponent)) {
    for (const path of ['en/search/', 'en/things/', 'en/v0/', 'en/v1/', 'en/v4/', 'ar/gadgets/']) {
      left.push({ path: `${path}?q=${text}&kind=${text}&near=${text}&sort=${text}&records=${text}`, settle: 300 });
      left.push({ path: `${path}#${text}`, settle: 50 });
    }
  }
  await inTurn(Array.from({ length: AT_ONCE }, () => async () => {
    const tab = await openGuardedTab(context, server.address);
    for (let page = left.shift(); page; page = left.shift()) {
      await visit(tab, server.address, page.path, page.settle).catch((error) => expect(false, `/${page.path}: ${error.message}`));
    }
  }), AT_ONCE);
  await browser.close();
  server.close();
  console.log(`${number} pages`);
}

await main().catch((error) => expect(false, error.stack));
finish();
