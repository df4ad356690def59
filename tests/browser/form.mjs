// form.mjs SITE BINARY: the form for records, in Debian's chromium: records of two kinds are composed as an editor would, in
// each language of the page, and the files must pass `armillary check` among the real content. By keyboard, on a
// telephone in the dark and at a desk; axe finds nothing; mistakes are told at their fields; without JavaScript the
// page says what else to do. Made for the observatory itself. The last line is `N passed, M failed`.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { serve } from './server.mjs';
import { DESK, launch, openTab, PHONE, readUntil, tabTo, until } from './support.mjs';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const LABELS = {
  en: { zh: '中文', en: 'English', name: 'Name', summary: 'Summary', further: 'Further fields', held: 'Held', type: 'Type',
    hosts: 'Hosts', add: 'Add', id: 'Id', text: 'Text', sources: 'Sources', record: 'Record', published: 'Published',
    source: 'Source', place: 'Place in the source' },
  zh: { zh: '中文', en: 'English', name: '名称', summary: '摘要', further: '其他字段', held: '举行', type: '类型', hosts: '主办方',
    add: '添加', id: '标识', text: '正文', sources: '来源', record: '记录', published: '出版日期', source: '来源', place: '在来源中的位置' },
};

const group = (tab, label) => tab.locator(`xpath=//fieldset[starts-with(normalize-space(legend), "${label}")]`).first();

async function writeLocalized(tab, label, zh, en) {
  const box = group(tab, label);
  await box.getByLabel('中文', { exact: true }).fill(zh);
  await box.getByLabel('English', { exact: true }).fill(en);
}

async function choose(tab, kind) {
  await tab.locator('#form\\.kind').selectOption(kind);
  await tab.locator(`[data-form-fields="${kind}"]`).waitFor();
}

const state = (tab) => tab.locator('[data-form-state]').textContent();
const problems = (tab) => tab.locator('.form-problems li').count();

async function filesOf(tab) {
  await tab.waitForTimeout(1000); // the preview follows the keys at a distance
  return tab.locator('.form-file').evaluateAll((boxes) =>
    boxes.map((box) => ({ path: box.querySelector('code').textContent, text: box.querySelector('pre').textContent })));
}

const word = (tab, name) => tab.locator('[data-form]').evaluate((form, wanted) => JSON.parse(form.dataset.words)[wanted], name);
const errors = (tab) => tab.locator('.form-error').evaluateAll((all) => all.map((one) => one.textContent).filter(Boolean));

// Nothing is told before something was written and left; a title from which no id comes is told at the id; all is told
// when the files are asked for.
async function checkTelling(tab, words) {
  const where = tab.url();
  expect(await problems(tab) === 0 && (await errors(tab)).length === 0, `${where}: mistakes are told before anything was written`);
  expect(await state(tab) === await word(tab, 'unfinished'), `${where}: an empty form is “${await state(tab)}”`);
  const title = group(tab, words.name).getByLabel('中文', { exact: true });
  await title.pressSequentially('示例');
  await tab.waitForTimeout(400);
  expect((await errors(tab)).length === 0, `${where}: mistakes are told while the title is written`);
  await group(tab, words.summary).getByLabel('中文', { exact: true }).focus();
  const said = await errors(tab);
  expect(said.length === 1 && said[0] === await word(tab, 'error_no_id'), `${where}: of a title that gives no id is said: ${said}`);
  expect(await problems(tab) === 1, `${where}: ${await problems(tab)} mistakes are told where one was left`);
  await tab.locator('.form-file button').last().click();
  expect(await problems(tab) > 1, `${where}: not all is told when the files are asked for`);
  await title.fill('');
}

// An event with a date that has a source, a host, a text in both languages.
async function composeEvent(tab, words) {
  await choose(tab, 'event');
  await checkTelling(tab, words);
  await writeLocalized(tab, words.name, '示例会议：2025', 'Example Meeting: "2025"');
  await writeLocalized(tab, words.summary, '一次示例会议。\n两天。', 'A meeting, as an example.\nTwo days.');
  await tab.locator('.form-further > summary').click();
  const held = tab.getByLabel(words.held, { exact: true }).first();
  await held.fill('2025/11/1');
  await held.blur();
  expect(await held.getAttribute('aria-invalid') === 'true', `${tab.url()}: a date written wrong is not told at its field`);
  await held.fill('2025-11-01/2025-11-02');
  const isTold = await readUntil(tab, () => held.getAttribute('aria-invalid'), (told) => told === null);
  expect(isTold === null, `${tab.url()}: a date written right is still told wrong`);
  await tab.locator('details.form-source > summary', { hasText: words.held }).click();
  const source = tab.locator('details.form-source[open]').first();
  await source.getByLabel(words.source, { exact: true }).fill('bletchley-declaration');
  await source.getByLabel(words.place, { exact: true }).fill('p. 1');
  const hosts = group(tab, words.hosts);
  await hosts.getByRole('button', { name: words.add }).click();
  expect(await tab.evaluate(() => document.activeElement.matches('.form-item input')), `${tab.url()}: the focus is not in the new entry`);
  await tab.keyboard.type('united-kingdom');
  const texts = group(tab, words.text);
  await texts.getByLabel('中文', { exact: true }).fill('## 经过\n\n见 [[united-kingdom]]。');
  await texts.getByLabel('English', { exact: true }).fill('## What happened\n\nSee [[united-kingdom]].');
  const complete = await word(tab, 'complete');
  const isComplete = await readUntil(tab, async () => await problems(tab) === 0 && await state(tab) === complete, Boolean);
  expect(isComplete,
    `${tab.url()}: problems are left: ${await tab.locator('.form-problems').textContent()}`);
  return filesOf(tab);
}

// A publication: facts only, with an address as its source.
async function composePublication(tab, words) {
  await choose(tab, 'publication');
  await writeLocalized(tab, words.name, '示例报告', 'Example report');
  await writeLocalized(tab, words.summary, '一份示例报告。', 'A report, as an example.');
  await tab.locator('label', { hasText: words.type }).first().locator('xpath=../select').selectOption('report');
  await tab.getByLabel(words.id, { exact: true }).fill('eu-ai-act');
  await tab.getByLabel(words.id, { exact: true }).blur();
  const count = await readUntil(tab, () => problems(tab), (number) => number === 1);
  expect(count === 1, `${tab.url()}: an id that is taken is not told`);
  await tab.getByLabel(words.id, { exact: true }).fill('an-example-report');
  await tab.locator('.form-further > summary').click();
  await tab.getByLabel(words.published, { exact: true }).first().fill('2024-05~');
  const sources = group(tab, words.sources);
  await sources.getByRole('button', { name: words.add }).click();
  await sources.getByLabel(words.record, { exact: true }).fill('un-ga-resolution-78-265');
  await sources.getByLabel(words.record, { exact: true }).blur();
  const [record] = await filesOf(tab);
  if (await problems(tab) > 0) { // no such record after all: an address is a source, too
    await sources.getByLabel(words.record, { exact: true }).fill('');
    await sources.locator('input[type="url"]').fill('https://example.org/report');
  }
  expect(record.path === 'content/publications/an-example-report.yaml', `${tab.url()}: the file is ${record.path}`);
  return filesOf(tab);
}

async function judge(files, binary, where) {
  const folder = await mkdtemp(join(tmpdir(), 'armillary-form-'));
  try {
    await cp(join(REPOSITORY, 'content'), join(folder, 'content'), { recursive: true });
    for (const name of ['templates', 'static']) await symlink(join(REPOSITORY, name), join(folder, name));
    for (const file of files) await writeFile(join(folder, file.path), file.text);
    const said = (() => {
      try {
        execFileSync(binary, ['check', '--root', folder], { stdio: 'pipe' });
        return '';
      } catch (error) {
        return String(error.stderr);
      }
    })();
    expect(said === '', `${where}: check says\n${said}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function checkPage(browser, address, language, scheme, viewport, binary, axe) {
  const context = await browser.newContext({ viewport, colorScheme: scheme });
  const { tab, troubles } = await openTab(context, address);
  const path = `/${language}/contribute/`;
  await tab.goto(address + path);
  // Fields that are long in coming, as on a slow line: what goes wrong meanwhile is among the troubles.
  await tab.route(/\/form\/.*\.json/, async (route) => {
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    await route.continue();
  }, { times: 2 });
  const words = LABELS[language];
  const event = await composeEvent(tab, words);
  expect(event.length === 2 && event[0].path === 'content/events/example-meeting-2025.md', `${path}: ${event.map(({ path: name }) => name)}`);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide <= 0, `${path}: ${wide} pixels too wide`);
  await context.newCDPSession(tab).then((session) => session.send('Page.setBypassCSP', { enabled: true }));
  expect(await until(tab, () => document.querySelectorAll('.form-file').length === 2), `${path}: no preview`);
  const found = await tab.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`).catch((error) => ({ violations: [{ id: error.message, nodes: [] }] }));
  for (const violation of found.violations) {
    expect(false, `${path}: ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html).join(' ')}`);
  }
  tab.on('dialog', (dialog) => dialog.accept());
  const publication = await composePublication(tab, words);
  await judge([...event, ...publication], binary, path);
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
  expect((await state(tab)).length > 0, `${path}: the state is not said`);
  await context.close();
}

async function checkWithoutScripts(browser, address, language) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(`${address}/${language}/contribute/`);
  expect(await tab.locator('noscript').count() === 1 && !await tab.locator('#form\\.kind').isVisible(),
    `/${language}/contribute/: a form that does not work is shown`);
  expect(await tab.locator('a[href*="/pages/editors-guide/"]').first().isVisible(), `/${language}/contribute/: no guide`);
  await context.close();
}

async function main() {
  const [site, binary] = wordsOf('form.mjs SITE BINARY', 2);
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const server = await serve(site);
  const browser = await launch();
  await checkPage(browser, server.address, 'zh', 'dark', PHONE, resolve(binary), axe);
  await checkPage(browser, server.address, 'en', 'light', DESK, resolve(binary), axe);
  for (const language of ['zh', 'en']) await checkWithoutScripts(browser, server.address, language);
  const tab = await browser.newPage();
  await tab.goto(`${server.address}/en/contribute/`);
  expect(await tabTo(tab, '#form\\.kind'), 'the form is not reached by Tab');
  await browser.close();
  server.close();
  finish();
}

await main();
