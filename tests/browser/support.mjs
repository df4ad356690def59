// What every check shares: a browser, a tab that notes its troubles.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { expect } from '../tools/tally.mjs';

export const PHONE = { width: 375, height: 812 };
export const DESK = { width: 1280, height: 900 };

// Debian's packages of one browser, the one without windows first: it takes six tenths of the other's time.
const BROWSERS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? BROWSERS.find((file) => existsSync(file)),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
  });
}

// A tab, and what a reader with the console open would see since the last `troubles.splice(0)`: any message, any failed
// request, any request to another host.
export async function openTab(context, address) {
  const tab = await context.newPage();
  tab.setDefaultTimeout(90000); // a busy machine is no fault of the page
  const troubles = [];
  tab.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`));
  tab.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  tab.on('requestfailed', (request) => troubles.push(`request failed: ${request.url()}`));
  tab.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) {
      troubles.push(`request to another host: ${request.url()}`);
    }
  });
  tab.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return { tab, troubles };
}

// Presses Tab until the focus is on what the selector names, as a reader without a mouse does.
export async function tabTo(tab, selector, most = 400) {
  for (let step = 0; step < most; step += 1) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return true;
  }
  return expect(false, `${new URL(tab.url()).pathname}: ${most} times Tab do not reach ${selector}`);
}

// Reads something of the page again and again, at least five seconds long, until it is as wanted; resolves to what was
// read last.
export async function readUntil(tab, read, isWanted) {
  let seen = await read();
  for (let tries = 0; tries < 100 && !isWanted(seen); tries += 1) {
    await tab.waitForTimeout(50);
    seen = await read();
  }
  return seen;
}

// Waits until a function of the page holds; polled from here, because a strict policy forbids the page to be told code.
export async function until(tab, holds, argument) {
  const isSo = await readUntil(tab, () => tab.evaluate(holds, argument), Boolean);
  return isSo || expect(false, `${tab.url()}: it does not come about that ${holds}`);
}

// Types words into a filter's input and waits until the page is narrowed by all of them: by the first few letters it may be
// narrowed already while the others are typed. The filter keeps them in the address, under `name`.
export async function narrowBy(tab, input, words, name = 'q') {
  await input.focus();
  await tab.keyboard.type(words);
  await until(tab, ([key, value]) => new URLSearchParams(location.search).get(key) === value, [name, words]);
}

// Runs tasks, `width` at a time.
export async function inTurn(tasks, width) {
  const left = [...tasks];
  await Promise.all(Array.from({ length: width }, async () => {
    while (left.length) await left.shift()();
  }));
}
