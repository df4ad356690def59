// Two to four records side by side, field by field. They are ticked in the lists, then compared. What is chosen stands in
// the address, so that it can be shared: ?ids=a,b&both=1&differs=1 is a comparison, with &choosing=1 a choice that is not
// yet finished. The facts come from the records' own pages: elements with data-field.

import { number } from "./numbers.js";

const root = document.querySelector(".compare");
const words = root.dataset;
const least = 2;
const most = Number(words.most);
const choice = root.querySelector(".compare-choice");
const result = root.querySelector(".compare-result");
const rows = new Map([...root.querySelectorAll("tr[data-id]")].map((row) => [row.dataset.id, row]));
const state = { ids: [], isComparing: false, both: false, differs: false };
const pages = new Map(); // address: a promise of a record as read() makes it

const counted = (text) => text.replace("{n}", number.format(state.ids.length)).replace("{most}", number.format(most));

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// --- the address ---

function readAddress() {
  const query = new URLSearchParams(location.search);
  const ids = (query.get("ids") ?? "").split(",").filter((id) => rows.has(id));
  state.ids = [...new Set(ids)].slice(0, most);
  state.isComparing = state.ids.length >= least && query.get("choosing") !== "1";
  state.both = query.get("both") === "1";
  state.differs = query.get("differs") === "1";
}

// From choosing to comparing and back is a step that the browser's own button takes back.
function writeAddress(isStep) {
  const query = [];
  if (state.ids.length) query.push(`ids=${state.ids.join(",")}`);
  if (state.ids.length && !state.isComparing) query.push("choosing=1");
  if (state.both) query.push("both=1");
  if (state.differs) query.push("differs=1");
  const address = location.pathname + (query.length ? `?${query.join("&")}` : "") + location.hash;
  history[isStep ? "pushState" : "replaceState"](null, "", address);
  for (const link of document.querySelectorAll(".language-switch a")) {
    link.href = link.href.split("?")[0] + location.search;
  }
}

// --- a record's page as facts ---

async function fetchPage(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// Takes what a page says apart from the page: addresses whole, nothing that another element refers to.
function detach(part, address) {
  for (const link of part.querySelectorAll("[href]")) link.href = new URL(link.getAttribute("href"), address).href;
  for (const each of part.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const each of part.querySelectorAll(".table-scroll")) each.removeAttribute("tabindex");
  return [...part.childNodes];
}

async function read(address) {
  const page = await fetchPage(address);
  const fields = new Map();
  for (const part of page.querySelectorAll("article [data-field]")) {
    const isFact = part.matches(".fact");
    const head = part.querySelector(isFact ? "dt" : "h2");
    const body = isFact ? part.querySelector("dd") : part;
    const label = part.dataset.label ?? head.firstChild.textContent.trim();
    if (!isFact) head?.remove();
    fields.set(part.dataset.field, { label, content: detach(body, address), text: textOf(body) });
  }
  return {
    address,
    title: page.querySelector("h1").textContent,
    language: page.documentElement.lang,
    direction: page.documentElement.dir,
    twins: [...page.querySelectorAll(".language-switch a")].map((a) => new URL(a.getAttribute("href"), address).href),
    fields,
  };
}

// What is compared: the words without the sources that stand behind them.
function textOf(part) {
  const copy = part.cloneNode(true);
  for (const each of copy.querySelectorAll(".evidence")) each.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function load(address) {
  if (!pages.has(address)) {
    pages.set(address, read(address));
    pages.get(address).catch(() => pages.delete(address)); // to be tried again
  }
  return pages.get(address);
}

async function chosenRecords() {
  const own = await Promise.all(state.ids.map((id) => load(rows.get(id).querySelector("th a").href)));
  if (!state.both) return own.map((record) => [record]);
  return Promise.all(own.map(async (record) => [record, ...(await Promise.all(record.twins.slice(0, 1).map(load)))]));
}

// --- the table ---

function valueOf(records, name) {
  const cell = element("td");
  for (const record of records) {
    const value = record.fields.get(name);
    const block = element("div", { className: "compare-value" });
    if (record.language !== document.documentElement.lang) {
      block.lang = record.language;
      block.dir = record.direction;
    }
    if (value) {
      block.append(...value.content.map((node) => node.cloneNode(true)));
    } else {
      block.append(element("span", { className: "absence", textContent: record === records[0] ? words.absent : "" }));
    }
    cell.append(block);
  }
  return cell;
}

function headOf(id, records) {
  const cell = element("th", { scope: "col" });
  for (const record of records) {
    const link = element("a", { href: record.address, textContent: record.title });
    if (record.language !== document.documentElement.lang) link.lang = record.language;
    cell.append(link);
  }
  const button = element("button", { type: "button", className: "compare-remove", textContent: words.remove });
  button.setAttribute("aria-label", `${words.remove}: ${records[0].title}`);
  button.addEventListener("click", () => remove(id));
  cell.append(button);
  return cell;
}

function fieldsOf(columns) {
  const names = new Map();
  for (const [record] of columns) {
    for (const [name, { label }] of record.fields) if (!names.has(name)) names.set(name, label);
  }
  return names;
}

function tableOf(columns) {
  const head = element("tr", {}, element("th", { scope: "col", textContent: words.field }));
  columns.forEach((records, i) => head.append(headOf(state.ids[i], records)));
  const body = element("tbody");
  for (const [name, label] of fieldsOf(columns)) {
    const texts = new Set(columns.map(([record]) => record.fields.get(name)?.text ?? ""));
    const differs = texts.size > 1;
    if (state.differs && !differs) continue;
    const title = element("th", { scope: "row", textContent: label });
    if (differs) title.append(element("span", { className: "visually-hidden", textContent: ` ${words.differs}` }));
    const row = element("tr", { className: differs ? "differs" : "" }, title);
    for (const records of columns) row.append(valueOf(records, name));
    body.append(row);
  }
  return element("table", { className: "compare-table" }, element("thead", {}, head), body);
}

function option(name, text) {
  const box = element("input", { type: "checkbox", checked: state[name] });
  box.addEventListener("change", () => {
    state[name] = box.checked;
    show(`[data-option="${name}"]`);
  });
  box.dataset.option = name;
  return element("label", { className: "compare-option" }, box, ` ${text}`);
}

function bar() {
  const change = element("button", { type: "button", className: "compare-change", textContent: words.change });
  change.addEventListener("click", () => turn(false));
  return element("div", { className: "compare-bar" }, option("differs", words.differences), option("both", words.both), change);
}

async function comparison() {
  const heading = element("h2", { id: "compare.result", tabIndex: -1, textContent: counted(words.compared) });
  try {
    const table = tableOf(await chosenRecords());
    const scroll = element("div", { className: "table-scroll", tabIndex: 0, role: "region" }, table);
    scroll.setAttribute("aria-labelledby", heading.id);
    return [heading, bar(), scroll];
  } catch {
    return [heading, bar(), element("p", { className: "notice", textContent: words.failed })];
  }
}

// Draws what the state says; `focused` names the element that has the focus then.
async function show(focused, isStep = false) {
  writeAddress(isStep);
  showChoice();
  const asked = JSON.stringify(state);
  const parts = state.isComparing ? await comparison() : [];
  if (asked !== JSON.stringify(state)) return; // something else was chosen meanwhile
  result.replaceChildren(...parts);
  root.classList.toggle("is-comparing", state.isComparing);
  if (focused) root.querySelector(focused)?.focus();
}

// --- choosing ---

// The boxes and the bar above the lists, which stays where it is, so that its words are said when they change.
function showChoice() {
  for (const [id, row] of rows) {
    const box = row.querySelector(".compare-box");
    box.checked = state.ids.includes(id);
    box.disabled = !box.checked && state.ids.length >= most;
  }
  const { length } = state.ids;
  const said = length > 0 ? counted(words.chosen) : words.choose;
  const status = choice.querySelector("[role=status]");
  if (status.textContent !== said) status.textContent = said;
  const go = choice.querySelector(".compare-go");
  go.textContent = counted(words.go);
  go.disabled = length < least;
  choice.querySelector(".compare-clear").disabled = length === 0;
}

function choose(id, isChosen) {
  state.ids = state.ids.filter((each) => each !== id);
  if (isChosen && state.ids.length < most) state.ids.push(id);
  return show();
}

// What is left beside a record that is taken out of the comparison; one alone is no comparison.
function remove(id) {
  state.ids = state.ids.filter((each) => each !== id);
  if (state.ids.length < least) return turn(false);
  return show(".compare-result h2");
}

// Between the lists and the table, with all that is chosen.
function turn(isComparing) {
  state.isComparing = isComparing;
  return show(isComparing ? ".compare-result h2" : ".compare-choice p", true);
}

function addButtons() {
  choice.querySelector(".compare-go").addEventListener("click", () => turn(true));
  choice.querySelector(".compare-clear").addEventListener("click", () => {
    state.ids = [];
    show(".compare-choice p");
  });
  addEventListener("popstate", () => {
    readAddress();
    show();
  });
}

function addBoxes() {
  for (const [id, row] of rows) {
    const head = row.querySelector("th");
    const link = head.querySelector("a");
    const box = element("input", { type: "checkbox", className: "compare-box" });
    box.setAttribute("aria-label", link.textContent);
    box.addEventListener("change", () => choose(id, box.checked));
    head.prepend(box);
  }
}

function addFilter() {
  const field = root.querySelector(".compare-find input");
  field.addEventListener("input", () => {
    const sought = field.value.trim().toLocaleLowerCase();
    for (const row of rows.values()) row.hidden = !row.textContent.toLocaleLowerCase().includes(sought);
  });
}

readAddress();
addBoxes();
addButtons();
addFilter();
show();
