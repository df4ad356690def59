// On every page: a list of the keyboard's shortcuts, which can be turned off, and a language switch that keeps the place.

const OFF = 'armillary-shortcuts-off';
const PLACE = 'armillary-place';

// Private windows may refuse to remember.
const remember = (store, key, value) => {
  try {
    if (value === null) store.removeItem(key);
    else store.setItem(key, value);
  } catch { /* then the choice lasts as long as the page */ }
};
const recall = (store, key) => {
  try {
    return store.getItem(key);
  } catch {
    return null;
  }
};

// --- the place, kept over a change of language ---

// Where each part with an id begins; the same ids stand in every language, except for headings of the text.
function anchors() {
  return [...document.querySelectorAll('main [id]')].map((element) => (
    [element.id, Math.round(element.getBoundingClientRect().top + scrollY)]));
}

function keepPlace(link) {
  const target = new URL(link.href);
  target.search = location.search;
  link.href = target.href;
  if (scrollY < 100) return;
  const place = { path: target.pathname, top: scrollY, height: document.documentElement.scrollHeight, anchors: anchors() };
  remember(sessionStorage, PLACE, JSON.stringify(place));
}

// Between two parts that both pages have, as far along as it was there.
function findPlace() {
  const text = recall(sessionStorage, PLACE);
  remember(sessionStorage, PLACE, null);
  if (!text) return;
  const place = JSON.parse(text);
  if (place.path !== location.pathname || location.hash) return;
  const here = new Map(anchors());
  const shared = [[0, 0], ...place.anchors.filter(([id]) => here.has(id)).map(([id, top]) => [top, here.get(id)]),
    [place.height, document.documentElement.scrollHeight]].sort(([a], [b]) => a - b);
  const after = shared.findIndex(([top]) => top > place.top);
  const [[from, fromHere], [to, toHere]] = [shared[after - 1], shared[after]];
  scrollTo({ top: fromHere + (toHere - fromHere) * (place.top - from) / (to - from), behavior: 'instant' });
}

for (const link of document.querySelectorAll('.language-switch a')) {
  link.addEventListener('click', () => keepPlace(link));
}
findPlace();

// --- shortcuts ---

const dialog = document.querySelector('.shortcuts');
const isTyping = (element) => element.matches?.('input:not([type="checkbox"]), select, textarea, [contenteditable]');
const follow = (selector) => document.querySelector(selector)?.click();
const keys = {
  '?': () => dialog.showModal(),
  '/': () => {
    const search = document.querySelector('.search-box input[type="search"]');
    search?.focus();
    search?.select();
  },
  f: () => document.querySelector('.filter-query input')?.focus(),
  l: () => follow('.language-switch a'),
  h: () => follow('.site-name'),
  '[': () => follow('a[rel="prev"]'),
  ']': () => follow('a[rel="next"]'),
};

if (dialog) {
  const use = dialog.querySelector('input');
  use.checked = recall(localStorage, OFF) === null;
  use.addEventListener('change', () => remember(localStorage, OFF, use.checked ? null : '1'));
  for (const button of document.querySelectorAll('[data-shortcuts]')) {
    button.addEventListener('click', () => dialog.showModal());
  }
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.defaultPrevented;
    if (!isPlain || !use.checked || dialog.open || isTyping(event.target) || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}
