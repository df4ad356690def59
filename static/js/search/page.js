// The search page: results grouped by kind, filters, and the whole state in the address. What searches is loaded when
// there is something to search for.
import { detailsOf, fill, make, makeMarked, notesOf } from './results.js';

const PER_GROUP = 5; // results of a kind, while several are shown
const PER_STEP = 20; // of one kind
const PAUSE = 40;

// A selector for what has the focus among the filters, to find it again when they have been made anew.
function focusIn(filters) {
  const element = document.activeElement;
  if (!filters.contains(element)) return '';
  if (element.dataset.choice) return `[data-choice="${CSS.escape(element.dataset.choice)}"]`;
  const facet = element.closest('summary')?.parentElement.dataset.facet;
  return facet ? `[data-facet="${CSS.escape(facet)}"] > summary` : '';
}

class SearchPage {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector('input[type="search"]');
    this.words = form.dataset;
    this.engine = null;
    this.results = document.getElementById('page.results');
    this.status = document.getElementById('page.search-status');
    this.filters = document.getElementById('page.search-filters');
    this.byLetter = document.getElementById('page.by-letter');
    this.waysOn = document.getElementById('page.ways-on');
    this.filters.querySelector('details').open = matchMedia('(min-width: 60rem)').matches;
    this.chosen = new Map(); // by name: the values
    this.openFacets = new Set();
    this.newest = 0;
  }

  start() {
    this.readAddress();
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.search();
    });
    let timer = 0;
    this.input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.search(), PAUSE);
    });
    this.input.addEventListener('focus', () => this.load().catch(() => {}), { once: true });
    window.addEventListener('popstate', () => {
      this.readAddress();
      this.search();
    });
    if (!this.isEmpty()) this.search();
  }

  async load() {
    if (this.engine) return;
    // All at once, for they import one another in steps.
    const [{ SearchEngine }] = await Promise.all([import('./engine.js'), import('./index_reader.js'), import('./units.js'),
      import('./atoms.js'), import('./rank.js'), import('./excerpt.js'), import('./query.js'), import('./spelling.js')]);
    this.engine ??= new SearchEngine(this.form.dataset.index);
    await this.engine.open();
  }

  isEmpty() {
    return this.input.value.trim() === '' && this.chosen.size === 0;
  }

  readAddress() {
    const state = new URLSearchParams(location.search);
    this.input.value = state.get('q') ?? '';
    this.chosen = new Map();
    for (const [name, value] of state) {
      if (name !== 'q' && value !== '') this.chosen.set(name, value.split(','));
    }
  }

  writeAddress() {
    const state = new URLSearchParams();
    if (this.input.value.trim() !== '') state.set('q', this.input.value.trim());
    for (const [name, values] of this.chosen) if (values.length > 0) state.set(name, values.join(','));
    const text = state.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
    history.replaceState(null, '', location.pathname + (text === '' ? '' : `?${text}`) + location.hash);
  }

  choose(name, values) {
    if (values.length > 0) this.chosen.set(name, values);
    else this.chosen.delete(name);
    this.search();
  }

  async search() {
    this.newest += 1;
    const own = this.newest;
    this.writeAddress();
    const isEmpty = this.isEmpty();
    this.byLetter.hidden = !isEmpty;
    this.waysOn.hidden = true;
    try {
      await this.load();
      const chosen = [...this.chosen].map(([name, values]) => ({ name, values }));
      const result = await this.engine.search(this.input.value, chosen);
      const groups = isEmpty ? [] : await this.groupsOf(result);
      if (own !== this.newest) return;
      this.drawResults(result, groups, isEmpty);
      await this.drawFilters(result, isEmpty);
    } catch {
      if (own !== this.newest) return;
      this.results.replaceChildren();
      this.status.textContent = this.words.searchFailed;
    }
  }

  // [{kind, count, shown, rest}] by the best result of each kind.
  async groupsOf(result) {
    const groups = new Map();
    for (const one of result.ranked) {
      if (!groups.has(one.kind)) groups.set(one.kind, []);
      groups.get(one.kind).push(one);
    }
    const most = groups.size > 1 ? PER_GROUP : PER_STEP;
    return Promise.all([...groups].map(async ([kind, all]) => ({ kind, all,
      shown: await this.engine.show(result, all.slice(0, most)) })));
  }

  makeEntry(one) {
    return make('li', { class: 'result' }, make('p', { class: 'result-title' }, make('a', { lang: one.lang,
      href: this.words.root + one.address }, ...makeMarked(one.title))), ...detailsOf(one, this.words));
  }

  makeGroup(result, { kind, all, shown }) {
    const list = make('ol', { class: 'results' }, ...shown.map((one) => this.makeEntry(one)));
    const group = make('section', { class: 'result-group' }, make('h2', {}, `${kind.many} `,
      make('span', { class: 'count' }, String(all.length))), list);
    let next = shown.length;
    if (next < all.length) {
      const more = make('button', { type: 'button', class: 'result-more' }, this.words.searchMore);
      more.addEventListener('click', async () => {
        const added = await this.engine.show(result, all.slice(next, next + PER_STEP));
        const entries = added.map((one) => this.makeEntry(one));
        list.append(...entries);
        next += added.length;
        entries[0].querySelector('a').focus();
        if (next >= all.length) more.remove();
      });
      group.append(more);
    }
    return group;
  }

  drawResults(result, groups, isEmpty) {
    const notes = isEmpty ? [] : notesOf(result, this.words);
    const isNothing = !isEmpty && result.ranked.length === 0;
    if (isNothing) notes.unshift(...this.notesOfNothing());
    this.waysOn.hidden = !isNothing;
    this.results.replaceChildren(...notes.map((note) => make('p', { class: 'search-note' }, note)),
      ...groups.map((group) => this.makeGroup(result, group)));
    this.status.textContent = isEmpty ? '' : fill(this.words.searchResults, { n: result.ranked.length });
  }

  notesOfNothing() {
    const typed = this.input.value.trim();
    return [typed === '' ? null : fill(this.words.searchNone, { q: typed }), this.chosen.size > 0 ? this.words.searchNarrow : null]
      .filter(Boolean);
  }

  makeChoice(name, value, label, count) {
    const values = this.chosen.get(name) ?? [];
    const box = make('input', { type: 'checkbox' });
    box.checked = values.includes(value);
    box.dataset.choice = `${name}:${value}`;
    box.addEventListener('change', () => {
      const others = (this.chosen.get(name) ?? []).filter((one) => one !== value);
      this.choose(name, box.checked ? [...others, value] : others);
    });
    return make('li', {}, make('label', {}, box, ' ', label, ' ', make('span', { class: 'count' }, String(count))));
  }

  makeFacet(name, label, choices, isLoaded) {
    const list = make('ul', { class: 'choices' }, ...choices);
    const facet = make('details', { class: 'facet' }, make('summary', {}, label), list);
    facet.dataset.facet = name;
    facet.open = this.openFacets.has(name) || this.chosen.has(name);
    facet.addEventListener('toggle', () => {
      const wasOpen = this.openFacets.has(name);
      if (facet.open) this.openFacets.add(name);
      else this.openFacets.delete(name);
      if (facet.open && !isLoaded && !wasOpen) this.drawFilters(this.last, this.lastIsEmpty);
    });
    return facet;
  }

  async choicesOf(result, facet) {
    if (!this.openFacets.has(facet.path) && !this.chosen.has(facet.path)) return null;
    const options = await this.engine.index.optionsOf(facet);
    const found = new Set(result.all.filter(({ entry }) => result.allows(entry, facet.path)).map(({ entry }) => entry));
    const chosen = this.chosen.get(facet.path) ?? [];
    return options.map((option) => ({ ...option, count: option.entries.filter((entry) => found.has(entry)).length }))
      .filter((option) => option.count > 0 || chosen.includes(option.id))
      .map((option) => this.makeChoice(facet.path, option.id, option.label, option.count));
  }

  makeYears() {
    const [value = ''] = this.chosen.get('year') ?? [];
    const [first = '', last = first] = value.split('..');
    const field = (label, year) => make('label', {}, `${label} `, make('input', { type: 'number', min: '1', max: '9999',
      inputmode: 'numeric', value: year }));
    const fields = [field(this.words.searchFrom, first), field(this.words.searchTo, last)];
    const years = make('div', { class: 'choice-years' }, ...fields);
    years.addEventListener('change', () => {
      const [from, to] = [...years.querySelectorAll('input')].map((input) => input.value);
      this.choose('year', from || to ? [from === to ? from : `${from}..${to}`] : []);
    });
    return years;
  }

  // Those that were found, and those that are chosen although nothing of them was.
  kindsOf(result, isEmpty) {
    if (isEmpty) return this.engine.index.kinds.map((kind) => ({ kind, count: kind.count }));
    const chosen = this.chosen.get('kind') ?? [];
    const counts = new Map(result.kinds.map(({ kind, count }) => [kind, count]));
    return this.engine.index.kinds.filter((kind) => counts.has(kind) || chosen.includes(kind.name))
      .map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
  }

  async drawFilters(result, isEmpty) {
    this.last = result;
    this.lastIsEmpty = isEmpty;
    const own = this.newest;
    const focused = focusIn(this.filters);
    const { index } = this.engine;
    const loaded = await Promise.all(index.facets.map((facet) => this.choicesOf(result, facet)));
    if (own !== this.newest) return;
    // Where nothing was found, only what was chosen is of use: to be taken away again.
    const isOfUse = (name) => isEmpty || result.all.length > 0 || this.chosen.has(name);
    const kinds = this.kindsOf(result, isEmpty);
    const facets = [];
    if (kinds.length > 0) {
      facets.push(make('fieldset', { class: 'facet-kinds' }, make('legend', {}, this.words.searchKind),
        make('ul', { class: 'choices' }, ...kinds.map(({ kind, count }) =>
          this.makeChoice('kind', kind.name, kind.many, count)))));
    }
    if (index.manifest.years && isOfUse('year')) {
      facets.push(make('fieldset', { class: 'facet-years' }, make('legend', {}, this.words.searchYears), this.makeYears()));
    }
    index.facets.forEach((facet, i) => {
      if (!isOfUse(facet.path)) return;
      facets.push(this.makeFacet(facet.path, facet.label, loaded[i] ?? [], loaded[i] !== null));
    });
    if (this.chosen.size > 0) {
      const clear = make('button', { type: 'button', class: 'clear-filters' }, this.words.searchClear);
      clear.addEventListener('click', () => {
        this.chosen = new Map();
        this.search();
        this.input.focus();
      });
      facets.push(clear);
    }
    this.filters.querySelector('.filters').replaceChildren(...facets);
    this.filters.hidden = facets.length === 0;
    if (focused) this.filters.querySelector(focused)?.focus();
  }
}

const form = document.querySelector('form.search-page-form');
if (form) new SearchPage(form).start();
