// Narrows a list, a table or a timeline: as the reader types, by facets, several at once; sorts it; shows it as a table
// or a list. What is chosen stands in the address. The page is whole without this script.
//
// A root is an element with data-filter, the selector of its entries, which may lie outside it. It holds a
// `.filter-bar` and, where there are facets, `[data-facet]` with `li[data-option]` (templates/parts/filter.html). An
// entry has data-terms ("binding=binding topics=safety") and data-date, as the content writes it. data-prefix
// goes before the root's names in the address. After every change the root gets the event `narrowed` with
// detail.shown, the entries that are left. data-order says by what the page itself has sorted them, if it is to hold for
// what the entries count anew.

import { number } from './numbers.js';

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

// Letters without accents and case, so that "cote" finds "Côte".
const plain = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLocaleLowerCase();

function readEntry(element, order) {
  const title = element.querySelector('a')?.textContent.trim() ?? '';
  return {
    element, order, title, text: plain(element.textContent), date: element.dataset.date ?? '',
    terms: new Set((element.dataset.terms ?? '').split(' ')),
  };
}

// The entries of another part of a long list, with links that hold here.
async function fetchPart(address, selector) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...part.querySelectorAll(selector)].map((element) => {
    for (const link of element.querySelectorAll('a[href]')) {
      link.href = new URL(link.getAttribute('href'), answer.url).href;
    }
    return document.adoptNode(element);
  });
}

class Filter {
  constructor(root) {
    this.root = root;
    this.prefix = root.dataset.prefix ?? '';
    this.bar = root.querySelector('.filter-bar');
    this.query = this.bar.querySelector('input');
    this.sort = this.bar.querySelector('select');
    this.form = this.bar.querySelector('.filter-form');
    this.clear = this.bar.querySelector('.filter-clear');
    this.status = this.bar.querySelector('.filter-status');
    this.pagination = document.querySelector('.pagination');
    this.own = [...document.querySelectorAll(root.dataset.filter)].map(readEntry);
    this.all = this.own;
    this.list = this.own[0]?.element.parentElement;
    this.isOneList = this.own.every((entry) => entry.element.parentElement === this.list);
    const panel = root.querySelector('.facets');
    this.pickedOfAll = panel ? this.addPicked(panel) : null;
    this.facets = [...root.querySelectorAll('[data-facet]')].map((element) => this.readFacet(element));
    this.columns = this.list?.localName === 'tbody' ? this.readColumns(this.list.closest('table')) : [];
    this.column = '';
    this.readAddress();
    this.listen();
    this.update();
  }

  // Makes each option a box to tick.
  readFacet(element) {
    const facet = { name: element.dataset.facet, element, options: new Map() };
    for (const item of element.querySelectorAll('[data-option]')) {
      const shown = item.querySelector('.term');
      const count = item.querySelector('.count');
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      label.title = shown.title;
      label.append(box, ' ', ...shown.childNodes);
      shown.replaceWith(label);
      facet.options.set(item.dataset.option, { item, box, label, count, first: count.textContent });
    }
    facet.picked = this.addPicked(element);
    return facet;
  }

  // Where a head tells how many of its options are ticked.
  addPicked(details) {
    const picked = document.createElement('span');
    picked.className = 'facet-picked';
    details.querySelector('summary').append(' ', picked);
    return picked;
  }

  // Heads of a table become buttons that sort by them.
  readColumns(table) {
    return [...table.querySelectorAll('thead th[data-column]')].map((head) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort-button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const name = head.dataset.column;
        this.column = this.column === name ? `-${name}` : name;
        this.update();
      });
      return { name: head.dataset.column, head, index: head.cellIndex };
    });
  }

  listen() {
    let timer = 0;
    this.query.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.update(), 120);
    });
    this.sort?.addEventListener('change', () => this.update());
    this.form?.addEventListener('click', () => {
      this.form.ariaPressed = this.form.ariaPressed === 'true' ? 'false' : 'true';
      this.update();
    });
    this.clear.addEventListener('click', () => {
      this.query.value = '';
      for (const { box } of this.boxes()) box.checked = false;
      this.update();
      this.query.focus();
    });
    for (const { box } of this.boxes()) box.addEventListener('change', () => this.update());
  }

  * boxes() {
    for (const facet of this.facets) yield* facet.options.values();
  }

  readAddress() {
    const found = new URLSearchParams(location.search);
    const get = (name) => found.get(this.prefix + name) ?? '';
    this.query.value = get('q');
    if (this.sort && [...this.sort.options].some((option) => option.value === get('sort'))) this.sort.value = get('sort');
    if (this.columns.some((column) => column.name === get('sort').replace(/^-/, ''))) this.column = get('sort');
    if (this.form && get('as') === this.form.dataset.form) this.form.ariaPressed = 'true';
    for (const facet of this.facets) {
      for (const id of get(facet.name).split(',')) {
        if (!facet.options.has(id)) continue;
        facet.options.get(id).box.checked = true;
        facet.element.open = true;
      }
    }
  }

  writeAddress(picked) {
    const address = new URL(location.href);
    const set = (name, value) => {
      if (value) address.searchParams.set(this.prefix + name, value);
      else address.searchParams.delete(this.prefix + name);
    };
    set('q', this.query.value.trim());
    set('sort', this.column || this.sort?.value);
    set('as', this.form?.ariaPressed === 'true' ? this.form.dataset.form : '');
    for (const facet of this.facets) set(facet.name, picked.get(facet.name)?.join(','));
    address.search = address.search.replaceAll('%2C', ',');
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }

  // Ids by facet, only of facets with any.
  picked() {
    const out = new Map();
    for (const facet of this.facets) {
      const ids = [...facet.options].filter(([, option]) => option.box.checked).map(([id]) => id);
      if (ids.length) out.set(facet.name, ids);
      facet.picked.textContent = ids.length ? number.format(ids.length) : '';
    }
    if (this.pickedOfAll) this.pickedOfAll.textContent = out.size ? number.format([...out.values()].flat().length) : '';
    return out;
  }

  // All entries of the list, also those on its other pages.
  load() {
    this.loading ??= (async () => {
      const parts = [...this.pagination.querySelectorAll('li > :is(a:not([rel]), [aria-current])')];
      const entries = await Promise.all(parts.map((part) => (
        part.localName === 'a' ? fetchPart(part.href, this.root.dataset.filter) : this.own.map((entry) => entry.element))));
      const known = new Map(this.own.map((entry) => [entry.element, entry]));
      this.all = entries.flat().map((element, order) => Object.assign(known.get(element) ?? readEntry(element), { order }));
    })().catch(() => { this.isPartial = true; });
    return this.loading;
  }

  async update() {
    const picked = this.picked();
    this.writeAddress(picked);
    const isTable = this.form?.ariaPressed === 'true';
    const isNarrowed = this.query.value.trim() !== '' || picked.size > 0;
    const isWhole = !isNarrowed && !isTable && !this.sort?.value && !this.column;
    this.clear.disabled = !isNarrowed;
    const turn = this.turn = (this.turn ?? 0) + 1;
    if (this.pagination && !isWhole) await this.load();
    if (turn !== this.turn) return; // the reader went on meanwhile
    const words = plain(this.query.value).split(/\s+/).filter(Boolean);
    const shown = isWhole ? this.own : this.choose(words, picked, isNarrowed);
    if (isWhole) this.resetCounts();
    if (!isWhole || this.isChanged) this.show(this.sorted(shown), isTable);
    this.isChanged = true;
    if (this.pagination) this.pagination.hidden = !isWhole && !this.isPartial;
    this.tell(shown.length, isNarrowed);
    this.root.dispatchEvent(new CustomEvent('narrowed', { detail: { shown: shown.map((entry) => entry.element) } }));
  }

  // An option counts the entries that it would leave: those that pass everything but its own facet.
  choose(words, picked, isNarrowed) {
    const counts = new Map();
    const shown = [];
    for (const entry of this.all) {
      if (!words.every((word) => entry.text.includes(word))) continue;
      const failing = [...picked].filter(([name, ids]) => !ids.some((id) => entry.terms.has(`${name}=${id}`)));
      if (failing.length === 0) shown.push(entry);
      if (failing.length > 1) continue;
      for (const term of entry.terms) {
        const isOfOther = failing.length === 1 && !term.startsWith(`${failing[0][0]}=`);
        if (!isOfOther) counts.set(term, (counts.get(term) ?? 0) + 1);
      }
    }
    if (isNarrowed) {
      for (const facet of this.facets) {
        for (const [id, option] of facet.options) {
          const count = counts.get(`${facet.name}=${id}`) ?? 0;
          option.count.textContent = number.format(count);
          option.item.classList.toggle('is-empty', count === 0);
        }
      }
    } else this.resetCounts();
    return shown;
  }

  resetCounts() {
    for (const option of this.boxes()) {
      option.count.textContent = option.first;
      option.item.classList.remove('is-empty');
    }
  }

  sorted(entries) {
    const byDate = (a, b, sign) => {
      if (!a.date || !b.date) return (a.date ? 0 : 1) - (b.date ? 0 : 1);
      return a.date < b.date ? -sign : Number(a.date > b.date) * sign;
    };
    const orders = {
      date: (a, b) => byDate(a, b, -1), oldest: (a, b) => byDate(a, b, 1),
      title: (a, b) => collator.compare(a.title, b.title), count: (a, b) => b.element.dataset.count - a.element.dataset.count,
    };
    const order = this.column ? this.columnOrder() : orders[this.sort?.value || this.root.dataset.order];
    return [...entries].sort((a, b) => order?.(a, b) || a.order - b.order);
  }

  // By what the cells say; empty cells last, whichever way.
  columnOrder() {
    const sign = this.column.startsWith('-') ? -1 : 1;
    const { index } = this.columns.find((column) => column.name === this.column.replace(/^-/, ''));
    const key = ({ element }) => element.cells[index].dataset.sort ?? element.cells[index].textContent.trim();
    return (a, b) => {
      const [left, right] = [key(a), key(b)];
      if (!left || !right) return (left ? 0 : 1) - (right ? 0 : 1);
      return sign * (left - right || collator.compare(left, right));
    };
  }

  show(entries, isTable) {
    const chosen = new Set(entries);
    if (this.isOneList && (this.sort || this.columns.length)) {
      this.list.append(...entries.map((entry) => entry.element)); // moves what stands elsewhere
    }
    for (const entry of this.all) entry.element.hidden = !chosen.has(entry);
    if (!this.isOneList) {
      for (const section of new Set(this.own.map((entry) => entry.element.closest('section')))) {
        if (section) section.hidden = !section.querySelector(`${this.root.dataset.filter}:not([hidden])`);
      }
    }
    for (const { name, head } of this.columns) {
      if (name === this.column.replace(/^-/, '')) head.ariaSort = this.column.startsWith('-') ? 'descending' : 'ascending';
      else head.removeAttribute('aria-sort');
    }
    if (this.form?.dataset.form === 'list') this.list.closest('table').classList.toggle('is-list', isTable);
    else if (this.form) this.showTable(entries, isTable);
  }

  showTable(entries, isTable) {
    this.list.hidden = isTable;
    if (isTable && !this.table) {
      this.table = this.root.querySelector('.filter-table').content.cloneNode(true).firstElementChild;
      const heads = this.facets.map((facet) => {
        const head = document.createElement('th');
        head.scope = 'col';
        head.textContent = facet.element.querySelector('summary').firstChild.textContent.trim();
        return head;
      });
      this.table.querySelector('thead tr').append(...heads);
      this.list.before(this.table);
    }
    if (!this.table) return;
    this.table.hidden = !isTable;
    if (!isTable) return;
    const rows = entries.map((entry) => this.tableRow(entry));
    this.table.querySelector('tbody').replaceChildren(...rows);
    for (const head of this.table.querySelectorAll('thead th')) {
      const cells = rows.map((row) => row.cells[head.cellIndex]);
      const isEmpty = cells.every((cell) => cell.textContent === '');
      for (const cell of [head, ...cells]) cell.hidden = isEmpty;
    }
  }

  tableRow({ element, terms }) {
    const row = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.append(element.querySelector('a').cloneNode(true));
    const part = (selector) => element.querySelector(selector)?.textContent.trim() ?? '';
    const labels = this.facets.map((facet) => [...facet.options].filter(([id]) => terms.has(`${facet.name}=${id}`))
      .map(([, option]) => option.label.textContent.trim()).join(' · '));
    row.append(head, ...[part('.entry-date'), part('.badge'), ...labels].map((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      return cell;
    }));
    return row;
  }

  tell(count, isNarrowed) {
    const { found, none, partial } = this.bar.dataset;
    const total = this.isPartial ? this.own.length : Number(this.bar.dataset.total);
    const said = count === 0 ? none : found.replace('{n}', number.format(count)).replace('{total}', number.format(total));
    this.status.textContent = this.isPartial ? `${said} ${partial}` : isNarrowed ? said : '';
  }
}

for (const root of document.querySelectorAll('[data-filter]')) {
  if (root.querySelector('.filter-bar') && document.querySelector(root.dataset.filter)) new Filter(root);
}
