// Draws the timeline anew as the reader wishes: zoom from decades to months, a lane per kind or per any other facet,
// only what filter.js leaves. The steps are read from the list below the drawing. Until the reader touches a control or
// reaches the drawing by keyboard the page's own drawing stays; only its mark of today moves to the real today.

import { formats, inDigits, number } from './numbers.js';

const SVG = 'http://www.w3.org/2000/svg';
const DAY = 86400000;
const YEAR = 365.2425;
const [LEAST, MOST] = [4, 1500]; // pixels a year
const MARKS_FROM = 110; // below, years are counted; below DECADES_BELOW decades
const DECADES_BELOW = 22;
const MOST_LANES = 12;
const ROW = 14;
const RADIUS = 5;
const LABEL = 22;
const AXIS = 30;
const TALLEST = 84; // of a bar that counts
const NUMBER = 13; // above it

const monthName = new Intl.DateTimeFormat(formats, { month: 'short', timeZone: 'UTC' });

const dayOf = (year, month = 1, day = 1) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
};
const yearOf = (day) => new Date(day * DAY).getUTCFullYear();
const today = () => {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
};

// First and last day of "2023", "2023-11", "2023-11-01", a span of them, "~" at the end.
function readDate(text) {
  const points = text.replace('~', '').split('/').map((point) => point.split('-').map(Number));
  const [year, month, day] = points.at(-1);
  const last = day ? dayOf(year, month, day) : month ? dayOf(year, month + 1) - 1 : dayOf(year + 1) - 1;
  const isExact = points[0].length === 3 && !text.endsWith('~');
  return { first: dayOf(...points[0]), last, isExact, isPoint: points.length === 1 && points[0].length === 3 };
}

function readStep(element) {
  const text = (selector) => element.querySelector(selector)?.textContent.trim() ?? '';
  const link = element.querySelector('a');
  const name = [text('.step-date'), link.textContent.trim(), text('.step-caption')].filter(Boolean).join(' · ');
  const terms = element.dataset.terms.split(' ').map((term) => term.split('='));
  return { ...readDate(element.dataset.date), element, terms, name, address: link.href };
}

function make(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
}

class Timeline {
  constructor(tools) {
    this.tools = tools;
    this.scroller = document.querySelector('.timeline-scroll');
    this.drawn = this.scroller.querySelector('svg');
    this.legend = document.querySelector('.timeline .legend');
    this.info = document.querySelector('.chart-info');
    this.lanes = tools.querySelector('.chart-lanes');
    this.range = tools.querySelector('input[type="range"]');
    this.steps = [...document.querySelectorAll('.timeline-list .step')].map(readStep).sort((a, b) => a.first - b.first);
    this.shown = new Set(this.steps.map((step) => step.element).filter((element) => !element.hidden)); // filter.js was first
    this.labels = new Map([...tools.querySelectorAll('[data-option]')].map((item) => (
      [`${item.closest('[data-facet]').dataset.facet}=${item.dataset.option}`,
        item.querySelector('label, .term').textContent.trim()])));
    this.begin = dayOf(yearOf(this.steps[0].first));
    this.end = dayOf(yearOf(Math.max(today(), ...this.steps.map((step) => step.last))) + 1);
    this.scale = Math.max(MARKS_FROM, this.scroller.clientWidth / 9);
    this.moveToday();
    this.listen();
    this.readAddress();
  }

  readAddress() {
    const found = new URLSearchParams(location.search);
    const lanes = found.get('lanes');
    const scale = Number(found.get('zoom'));
    if ([...this.lanes.options].some((option) => option.value === lanes)) this.lanes.value = lanes;
    if (scale) this.scale = Math.min(MOST, Math.max(LEAST, scale));
    if (location.search) this.draw(today());
    this.showScale();
  }

  writeAddress() {
    const address = new URL(location.href);
    address.searchParams.set('zoom', Math.round(this.scale));
    if (this.lanes.selectedIndex > 0) address.searchParams.set('lanes', this.lanes.value);
    else address.searchParams.delete('lanes');
    address.search = address.search.replaceAll('%2C', ',');
    history.replaceState(history.state, '', address);
  }

  // In the page's own drawing, whose years begin at data-starts.
  moveToday() {
    const starts = this.drawn.dataset.starts?.split(' ').map(Number) ?? [];
    const year = yearOf(today());
    const index = year - Number(this.drawn.dataset.firstYear);
    const line = this.drawn.querySelector('.timeline-today');
    if (!line || !(index >= 0 && index + 1 < starts.length)) return;
    const part = (today() - dayOf(year)) / (dayOf(year + 1) - dayOf(year));
    const x = (starts[index] + (starts[index + 1] - starts[index]) * part).toFixed(1);
    line.setAttribute('x1', x);
    line.setAttribute('x2', x);
    this.drawn.querySelector('.timeline-today-word').setAttribute('x', Number(x) - 4);
    line.querySelector('title').textContent = new Date().toLocaleDateString(formats, { dateStyle: 'long' });
  }

  listen() {
    this.scroller.tabIndex = 0;
    this.scroller.setAttribute('role', 'group');
    this.scroller.setAttribute('aria-label', this.tools.dataset.name);
    this.scroller.setAttribute('aria-describedby', 'timeline.help');
    this.tools.addEventListener('narrowed', ({ detail }) => {
      this.shown = new Set(detail.shown);
      if (this.svg || detail.shown.length < this.steps.length) this.draw(this.centre());
    });
    this.lanes.addEventListener('change', () => { this.draw(this.centre()); this.writeAddress(); });
    this.range.addEventListener('input', () => this.zoom(LEAST * (MOST / LEAST) ** (this.range.value / 100)));
    for (const button of this.tools.querySelectorAll('[data-zoom]')) {
      button.addEventListener('click', () => this.zoom(this.scale * Number(button.dataset.zoom)));
    }
    this.tools.querySelector('.chart-today').addEventListener('click', () => this.draw(today()));
    this.scroller.addEventListener('focus', () => {
      if (!this.svg && this.scroller.matches(':focus-visible')) this.draw(today());
    });
    this.scroller.addEventListener('keydown', (event) => this.key(event));
    this.scroller.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(this.scale * (event.deltaY < 0 ? 1.25 : 0.8), this.dayAt(event.clientX));
    }, { passive: false });
    this.listenToFingers();
    for (const type of ['focusin', 'pointerover']) {
      this.scroller.addEventListener(type, (event) => this.tell(event.target.closest('[data-name]')));
    }
  }

  // Two fingers zoom; the first tap on a mark tells what it is, the second opens it.
  listenToFingers() {
    const fingers = new Map();
    const spread = () => {
      const [a, b] = [...fingers.values()];
      return Math.max(20, Math.abs(a.clientX - b.clientX));
    };
    let start = null;
    this.scroller.addEventListener('pointerdown', (event) => {
      if (event.pointerType !== 'touch') return;
      fingers.set(event.pointerId, event);
      if (fingers.size === 2) start = { spread: spread(), scale: this.scale, day: this.centre() };
    });
    this.scroller.addEventListener('pointermove', (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, event);
      if (start && fingers.size === 2) this.zoom(start.scale * spread() / start.spread, start.day);
    });
    for (const type of ['pointerup', 'pointercancel', 'pointerleave']) {
      this.scroller.addEventListener(type, (event) => {
        fingers.delete(event.pointerId);
        start = null;
      });
    }
    this.scroller.addEventListener('click', (event) => {
      const mark = event.target.closest('[data-name]');
      if (!mark) return;
      if (mark.dataset.from) this.openBar(mark);
      else if (event.pointerType === 'touch' && this.told !== mark) event.preventDefault();
      this.told = mark;
    });
  }

  tell(mark) {
    if (mark) this.info.textContent = mark.dataset.name;
  }

  // A bar that counts leads to the years that it counts.
  openBar(bar) {
    const [from, to] = [Number(bar.dataset.from), Number(bar.dataset.to)];
    this.zoom(Math.max(this.scale * 2, (this.scroller.clientWidth - 40) / ((to - from) / YEAR)), (from + to) / 2);
    this.scroller.focus();
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key === '+' || event.key === '=') this.zoom(this.scale * 1.6, this.focusedDay());
    else if (event.key === '-') this.zoom(this.scale / 1.6, this.focusedDay());
    else if (moves[event.key]) this.move(...moves[event.key]);
    else if (event.key === 'Home' || event.key === 'End') this.focusMark(this.marks.at(event.key === 'Home' ? 0 : -1));
    else if ((event.key === 'Enter' || event.key === ' ') && document.activeElement.dataset.from) this.openBar(document.activeElement);
    else return;
    event.preventDefault();
  }

  focusedDay() {
    return this.marks?.find((mark) => mark.element === document.activeElement)?.day ?? this.centre();
  }

  // Along a lane in time, or to the nearest mark of the next lane that has any.
  move(along, across) {
    if (!this.marks?.length) return;
    const now = this.marks.find((mark) => mark.element === document.activeElement);
    const nearest = (marks, day) => marks.reduce((best, mark) => (
      !best || Math.abs(mark.day - day) < Math.abs(best.day - day) ? mark : best), null);
    if (!now) return void this.focusMark(nearest(this.marks, this.centre()));
    if (along) {
      const lane = this.marks.filter((mark) => mark.lane === now.lane);
      return void this.focusMark(lane[lane.indexOf(now) + along]);
    }
    const lanes = [...new Set(this.marks.map((mark) => mark.lane))];
    const next = lanes[lanes.indexOf(now.lane) + across];
    this.focusMark(nearest(this.marks.filter((mark) => mark.lane === next), now.day));
  }

  focusMark(mark) {
    if (!mark) return;
    mark.element.focus({ preventScroll: true });
    mark.element.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  zoom(scale, day = this.centre()) {
    this.scale = Math.min(MOST, Math.max(LEAST, scale));
    this.draw(day);
    this.showScale();
    this.writeAddress();
  }

  showScale() {
    this.range.value = Math.round(100 * Math.log(this.scale / LEAST) / Math.log(MOST / LEAST));
  }

  x(day) { return 16 + (day - this.begin) / YEAR * this.scale; }

  dayAt(clientX) {
    if (!this.svg) return today();
    return this.begin + (clientX - this.svg.getBoundingClientRect().left - 16) / this.scale * YEAR;
  }

  centre() {
    const box = this.scroller.getBoundingClientRect();
    return this.dayAt(box.left + box.width / 2);
  }

  // [{label, steps}]: kinds in the page's order; of other facets the most frequent, then the rest.
  chooseLanes() {
    const facet = this.lanes.value;
    const lanes = new Map();
    const rest = [];
    for (const step of this.steps) {
      if (!this.shown.has(step.element)) continue;
      const ids = new Set(step.terms.filter(([name]) => name === facet).map(([, id]) => id));
      if (!ids.size) rest.push(step);
      for (const id of ids) lanes.set(id, [...lanes.get(id) ?? [], step]);
    }
    const order = [...this.labels.keys()];
    const place = (id) => order.indexOf(`${facet}=${id}`);
    const sorted = [...lanes].sort(([a, one], [b, other]) => (
      facet === 'kind' ? place(a) - place(b) : other.length - one.length || place(a) - place(b)));
    const out = sorted.slice(0, MOST_LANES).map(([id, steps]) => ({ label: this.labels.get(`${facet}=${id}`) ?? id, steps }));
    const others = [...new Set([...sorted.slice(MOST_LANES).flatMap(([, steps]) => steps), ...rest])];
    if (others.length) out.push({ label: this.tools.dataset.others, steps: others.sort((a, b) => a.first - b.first) });
    return out;
  }

  draw(day) {
    const width = Math.ceil(this.x(this.end) + 16);
    const svg = make('svg', { class: 'timeline-chart', width, role: 'group', 'aria-label': this.tools.dataset.name });
    const body = make('g', {});
    this.marks = [];
    let y = AXIS;
    const lanes = this.chooseLanes();
    this.most = Math.max(1, ...lanes.flatMap((lane) => [...this.countYears(lane).values()].map((steps) => steps.length)));
    for (const [index, lane] of lanes.entries()) {
      const label = make('text', { class: 'timeline-label', x: 0, y: y + LABEL - 8 }, body);
      label.textContent = `${lane.label} ${number.format(lane.steps.length)}`;
      y += LABEL;
      y += (this.scale >= MARKS_FROM ? this.drawMarks(body, lane, index, y) : this.drawCounts(body, lane, index, y)) + 10;
    }
    svg.setAttribute('height', y);
    this.drawAxis(svg, y);
    svg.append(body);
    const hadFocus = this.scroller.contains(document.activeElement);
    (this.svg ?? this.drawn).replaceWith(svg);
    if (hadFocus) this.scroller.focus({ preventScroll: true });
    this.svg = svg;
    this.scroller.classList.add('is-live');
    this.legend.hidden = this.lanes.value !== 'kind'; // the lanes' own names tell
    this.scroller.scrollLeft = this.x(day) - this.scroller.clientWidth / 2;
    this.placeLabels();
    this.scroller.onscroll = () => this.placeLabels();
  }

  // Names of lanes stay in sight.
  placeLabels() {
    for (const label of this.svg.querySelectorAll('.timeline-label')) label.setAttribute('x', this.scroller.scrollLeft + 10);
  }

  drawMarks(body, lane, index, top) {
    const ends = [];
    for (const step of lane.steps) {
      const left = step.isPoint ? this.x(step.first) - RADIUS : this.x(step.first);
      const right = step.isPoint ? left + 2 * RADIUS : Math.max(this.x(step.last + 1), left + 2 * RADIUS);
      let row = ends.findIndex((end) => end < left);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = right + 1;
      const middle = top + ROW * (row + 0.5);
      const link = make('a', { href: step.address, tabindex: -1, 'aria-label': step.name, 'data-name': step.name }, body);
      const kind = `timeline-mark timeline-lane-${index % 8 + 1}${step.isExact ? '' : ' timeline-imprecise'}` +
        `${step.first > today() ? ' timeline-future' : ''}`;
      if (step.isPoint) make('circle', { class: kind, cx: left + RADIUS, cy: middle, r: RADIUS }, link);
      else make('rect', { class: kind, x: left, y: middle - RADIUS, width: right - left, height: 2 * RADIUS, rx: RADIUS }, link);
      this.marks.push({ element: link, lane: index, day: (step.first + step.last) / 2 });
    }
    return ROW * ends.length;
  }

  // The steps of a lane by year or by decade.
  countYears(lane) {
    const size = this.yearsOfBar();
    return Map.groupBy(lane.steps, (step) => Math.floor(yearOf(step.first) / size) * size);
  }

  yearsOfBar() { return this.scale < DECADES_BELOW ? 10 : 1; }

  // All bars are on one scale, so that lanes can be compared.
  drawCounts(body, lane, index, top) {
    const size = this.yearsOfBar();
    const counts = this.countYears(lane);
    const heightOf = (steps) => Math.max(2, TALLEST * steps.length / this.most);
    const base = top + NUMBER + Math.max(...[...counts.values()].map(heightOf));
    for (const [year, steps] of counts) {
      const [from, to] = [dayOf(year), dayOf(year + size)];
      const height = heightOf(steps);
      const span = size === 1 ? inDigits(String(year)) : inDigits(`${year}–${year + size - 1}`);
      const name = `${lane.label}, ${span}: ${number.format(steps.length)}`;
      const bar = make('g', { role: 'button', tabindex: -1, 'aria-label': name, 'data-name': name, 'data-from': from, 'data-to': to }, body);
      make('rect', { class: `timeline-mark timeline-count timeline-lane-${index % 8 + 1}`, x: this.x(from) + 1,
        y: base - height, width: Math.max(2, this.x(to) - this.x(from) - 2), height }, bar);
      make('text', { class: 'timeline-number', x: (this.x(from) + this.x(to)) / 2, y: base - height - 3 }, bar)
        .textContent = number.format(steps.length);
      this.marks.push({ element: bar, lane: index, day: (from + to) / 2 });
    }
    return base - top;
  }

  drawAxis(svg, height) {
    const hasMonths = this.scale >= 420;
    const every = [1, 2, 5, 10, 20, 50].find((years) => years * this.scale >= 40) ?? 100;
    const line = (day, kind) => make('line', { class: kind, x1: this.x(day), x2: this.x(day), y1: AXIS - 8, y2: height }, svg);
    const text = (day, words) => {
      make('text', { class: 'timeline-year', x: this.x(day) + 3, y: 14 }, svg).textContent = words;
    };
    for (let year = yearOf(this.begin); dayOf(year) < this.end; year += 1) {
      if (year % every === 0) {
        line(dayOf(year), 'timeline-grid');
        text(dayOf(year), inDigits(String(year)));
      }
      for (let month = 2; hasMonths && month <= 12; month += 1) {
        line(dayOf(year, month), 'timeline-grid');
        text(dayOf(year, month), monthName.format(dayOf(year, month) * DAY));
      }
    }
    const mark = line(today(), 'timeline-today');
    make('title', {}, mark).textContent = new Date().toLocaleDateString(formats, { dateStyle: 'long' });
  }
}

for (const tools of document.querySelectorAll('.timeline-tools')) {
  if (document.querySelector('.timeline-list .step')) new Timeline(tools);
}
