// Results as the reader types, under the search box: a combobox with a list (WAI-ARIA APG, "editable combobox with list").
import { detailsOf, fill, make, makeMarked, notesOf } from './results.js';

const MOST = 7; // results in the list
const PAUSE = 40; // milliseconds without a key

export function attachList(form, input, engine) {
  const words = form.dataset;
  const list = make('div', { class: 'search-list', role: 'listbox', id: 'page.search-list', 'aria-label': words.search });
  const notes = make('div', { class: 'search-notes' });
  const panel = make('div', { class: 'search-panel', hidden: '' }, notes, list);
  const status = make('div', { class: 'visually-hidden', role: 'status' });
  let active = -1;
  let newest = 0;
  let timer = 0;

  const options = () => [...list.querySelectorAll('[role="option"]')];

  function activate(place) {
    const all = options();
    active = all.length === 0 ? -1 : Math.max(-1, Math.min(place, all.length - 1));
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    if (active < 0) {
      input.removeAttribute('aria-activedescendant');
    } else {
      input.setAttribute('aria-activedescendant', all[active].id);
      all[active].scrollIntoView({ block: 'nearest' });
    }
  }

  function open(isOpen) {
    panel.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) activate(-1);
  }

  function addressOfAll() {
    return `${form.action}?q=${encodeURIComponent(input.value.trim())}`;
  }

  function draw(result, shown) {
    list.replaceChildren(...shown.map((one, i) => make('a', { role: 'option', id: `page.search-option-${i}`, tabindex: '-1',
      'aria-selected': 'false', href: words.root + one.address, class: 'result' },
    make('span', { class: 'result-title', lang: one.lang }, ...makeMarked(one.title)), ...detailsOf(one, words))));
    const total = result.ranked.length;
    if (total > 0) {
      const kinds = result.kinds.map(({ kind, count }) => `${kind.many} ${count}`).join(' · ');
      list.append(make('a', { role: 'option', id: 'page.search-option-all', tabindex: '-1', 'aria-selected': 'false',
        href: addressOfAll(), class: 'result result-all' }, make('span', { class: 'result-title' },
        fill(words.searchAll, { n: total })), make('span', { class: 'result-kinds' }, kinds)));
    }
    const said = notesOf(result, words);
    if (total === 0) said.unshift(fill(words.searchNone, { q: input.value.trim() }));
    notes.replaceChildren(...said.map((note) => make('p', {}, note)));
    status.textContent = [fill(words.searchResults, { n: total }), ...said].join(' ');
    open(true);
    activate(-1);
  }

  async function search() {
    const typed = input.value;
    newest += 1;
    const own = newest;
    if (typed.trim() === '') {
      open(false);
      status.textContent = '';
      return;
    }
    try {
      const result = await engine.search(typed);
      const shown = await engine.show(result, result.ranked.slice(0, MOST));
      if (own === newest) draw(result, shown);
    } catch {
      if (own !== newest) return;
      list.replaceChildren();
      notes.replaceChildren(make('p', {}, words.searchFailed));
      status.textContent = words.searchFailed;
      open(true);
    }
  }

  function pressKey(event) {
    if (event.isComposing) return; // of an input method: Enter and arrows are its own
    const all = options();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (all.length === 0) return;
      event.preventDefault();
      open(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = all.length + 1; // beside the options, the box itself
      activate(((active + 1 + step + count) % count) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      all[active].click();
    } else if (event.key === 'Escape' && !panel.hidden) {
      event.preventDefault();
      open(false);
    }
  }

  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox',
    'aria-expanded': 'false', 'aria-controls': list.id })) input.setAttribute(name, value);
  form.append(panel, status);
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  input.addEventListener('keydown', pressKey);
  input.addEventListener('focus', () => { if (options().length > 0 && input.value.trim() !== '') open(true); });
  form.addEventListener('focusout', (event) => { if (!form.contains(event.relatedTarget)) open(false); });
  panel.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
  engine.open().catch(() => {}); // the manifest, while the reader begins to type
  if (input.value.trim() !== '') search();
}
