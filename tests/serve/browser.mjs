// browser.mjs ADDRESS RECORD PAGE: a served page in Debian's chromium, while the record that it shows is edited. The page
// keeps its place and its focus, a mistake is shown over it, and it comes back when that is mended.
// `armillary serve` runs at ADDRESS; RECORD is the path of a record with a text, PAGE the path of its page.
import { readFile, writeFile } from 'node:fs/promises';
import { launch } from '../browser/support.mjs';
import { expect, finish, wordsOf } from '../tools/tally.mjs';

const [address, record, path] = wordsOf('browser.mjs ADDRESS RECORD PAGE', 3);
const PATIENCE = { timeout: 60_000 };
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 800, height: 400 } });
const troubles = [];
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
});
page.on('pageerror', (error) => troubles.push(error.message));

const text = await readFile(record, 'utf8');
const save = (added) => writeFile(record, `${text}\n${added}\n`);
const placeOfReader = () => page.evaluate(() => ({
  y: scrollY, focus: document.activeElement.href ?? document.activeElement.localName,
}));
const problems = () => page.locator('armillary-problems section');

try {
  await page.goto(address + path);
  await page.evaluate(() => {
    document.querySelectorAll('footer a')[1].focus();
    scrollTo({ top: 300, behavior: 'instant' });
  });
  const before = await placeOfReader();
  expect(before.y === 300, `the page cannot be scrolled to 300, only to ${before.y}`);

  await save('Premier ajout.');
  await page.getByText('Premier ajout.').first().waitFor({ ...PATIENCE, state: 'attached' });
  await page.waitForLoadState('load');
  const after = await placeOfReader();
  expect(after.y === before.y, `the page has moved from ${before.y} to ${after.y}`);
  expect(after.focus === before.focus, `the focus has moved from ${before.focus} to ${after.focus}`);

  await save('Une erreur : [[aucune-fiche]].');
  await problems().waitFor(PATIENCE);
  const said = await problems().innerText();
  expect(/content\/[^ ]+\.md:\d+:\d+ error: no record 'aucune-fiche'/.test(said.replaceAll('\n', ' ')),
    `the mistake is not told with its place: ${said}`);
  expect(await problems().locator('mark').first().innerText() === 'aucune-fiche', 'the wrong word is not marked');
  expect(await page.getByText('Premier ajout.').count() > 0, 'the last good page is gone');
  expect((await placeOfReader()).focus === before.focus, 'the overlay has taken the focus');
  expect((await placeOfReader()).y === before.y, 'the overlay has moved the page');
  if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE });
  await page.keyboard.press('Escape');
  expect(await problems().count() === 0, 'Escape does not close the overlay');

  await save('Deuxième ajout.');
  await page.getByText('Deuxième ajout.').first().waitFor({ ...PATIENCE, state: 'attached' });
  expect(await problems().count() === 0, 'the overlay stays over a mended page');

  expect(troubles.length === 0, `the console says: ${troubles.join('; ')}`);
} finally {
  await browser.close();
  await writeFile(record, text);
}
finish();
