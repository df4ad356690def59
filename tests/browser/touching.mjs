// The timeline under fingers: one pans, two zoom, the first tap tells and the second opens.
import { expect } from '../tools/tally.mjs';
import { openTab, PHONE, until } from './support.mjs';

const scrolled = (tab) => tab.locator('.timeline-scroll').evaluate((box) => box.scrollLeft);
const widthOf = (tab) => tab.locator('.timeline-chart').evaluate((chart) => chart.getBoundingClientRect().width);

// Fingers go from one place each to another.
async function move(session, from, to) {
  const at = (share) => from.map(({ x, y }, id) => ({ x: x + (to[id].x - x) * share, y: y + (to[id].y - y) * share, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 8; step += 1) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 8) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

// Two fingers go apart around a point, by `by` pixels each.
function pinch(session, { x, y }, by) {
  const fingers = (distance) => [{ x: x - 30 - distance, y }, { x: x + 30 + distance, y }];
  return move(session, fingers(0), fingers(by));
}

// The middle of a mark in the window, of those that open a record.
const findMark = () => {
  const box = document.querySelector('.timeline-scroll').getBoundingClientRect();
  for (const mark of document.querySelectorAll('.timeline-chart a[data-name]')) {
    const place = mark.getBoundingClientRect();
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    const isInside = x > box.left + 5 && x < box.right - 5 && y > 0 && y < innerHeight;
    if (isInside && mark.contains(document.elementFromPoint(x, y))) return { x, y, name: mark.dataset.name };
  }
  return null;
};

export async function checkTouch(browser, address, { path }) {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
  const { tab, troubles } = await openTab(context, address);
  await tab.goto(address + path);
  await tab.locator('.timeline-scroll').evaluate((box) => box.scrollIntoView({ block: 'start' }));
  const session = await context.newCDPSession(tab);
  const box = await tab.locator('.timeline-scroll').boundingBox();
  const middle = { x: Math.round(box.x + box.width / 2), y: Math.round(Math.max(box.y, 0) + Math.min(60, box.height / 2)) };
  const before = await scrolled(tab);
  await move(session, [{ ...middle, x: middle.x - 80 }], [{ ...middle, x: middle.x + 80 }]);
  await until(tab, (start) => Math.abs(document.querySelector('.timeline-scroll').scrollLeft - start) > 60, before);
  await pinch(session, middle, 20); // the drawing becomes the reader's own
  const width = await widthOf(tab);
  await pinch(session, middle, 60);
  expect(await widthOf(tab) > width * 1.3, `${path}: two fingers make ${width} px into ${await widthOf(tab)}`);
  expect(await tab.evaluate(() => visualViewport.scale) === 1, `${path}: two fingers zoom the page instead of the drawing`);
  expect(new URL(tab.url()).searchParams.has('zoom'), `${path}: the zoom by fingers is not in the address`);
  await tab.locator('.timeline-chart a[data-name]').last().evaluate((mark) => mark.scrollIntoView({ block: 'center', inline: 'center' }));
  const mark = await tab.evaluate(findMark);
  if (expect(mark, `${path}: no mark in sight to tap on`)) {
    const place = tab.url();
    await tab.touchscreen.tap(mark.x, mark.y);
    await until(tab, (name) => document.querySelector('.chart-info').textContent === name, mark.name);
    expect(tab.url() === place, `${path}: the first tap already opens ${tab.url()}`);
    await Promise.all([tab.waitForURL((url) => url.href !== place), tab.touchscreen.tap(mark.x, mark.y)]); // it has not moved
  }
  expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
  await context.close();
}
