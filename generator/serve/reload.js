// Served pages only (`armillary serve`): shows the page anew when its sources change, where the reader was, and says over
// it what is wrong with them.

const version = document.currentScript.dataset.version;
const PLACE = "armillary-place";

// --- where the reader is ---------------------------------------------------------------------------------------------

// A selector that finds the element again in the next version of the page.
function selectorOf(element) {
  const steps = [];
  let at = element;
  while (at && at !== document.body) {
    if (at.id) {
      steps.unshift(`#${CSS.escape(at.id)}`);
      return steps.join(" > ");
    }
    const place = [...at.parentElement.children].indexOf(at) + 1;
    steps.unshift(`${at.localName}:nth-child(${place})`);
    at = at.parentElement;
  }
  return ["body", ...steps].join(" > ");
}

const fields = () => [...document.querySelectorAll("input, textarea, select")];

function valueOf(field) {
  return field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
}

function rememberPlace() {
  const focused = document.activeElement;
  const hasFocus = focused && focused !== document.body;
  const place = {
    address: location.pathname + location.search,
    x: scrollX,
    y: scrollY,
    focus: hasFocus ? selectorOf(focused) : null,
    selection: hasFocus && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null,
    open: [...document.querySelectorAll("details")].map((details) => details.open),
    values: fields().map((field) => (field.type === "file" ? null : valueOf(field))),
  };
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  } catch {
    // A browser without storage goes to the top of the page.
  }
}

function takePlace() {
  try {
    const place = JSON.parse(sessionStorage.getItem(PLACE));
    sessionStorage.removeItem(PLACE);
    return place && place.address === location.pathname + location.search ? place : null;
  } catch {
    return null;
  }
}

// What was typed comes back only where the page still has the same fields.
function restoreFields(values) {
  const now = fields();
  if (now.length !== values.length) return;
  now.forEach((field, i) => {
    if (values[i] === null || valueOf(field) === values[i]) return;
    field[typeof values[i] === "boolean" ? "checked" : "value"] = values[i];
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

function restorePlace(place) {
  [...document.querySelectorAll("details")].forEach((details, i) => {
    if (i < place.open.length) details.open = place.open[i];
  });
  restoreFields(place.values);
  const focused = place.focus && document.querySelector(place.focus);
  if (focused) {
    focused.focus({ preventScroll: true });
    if (place.selection && place.selection[0] !== null) focused.setSelectionRange(...place.selection);
  }
  scrollTo({ left: place.x, top: place.y, behavior: "instant" });
}

const place = takePlace();
if (place) {
  restorePlace(place);
  // Pictures and the page's own scripts may have moved things since.
  addEventListener("load", () => scrollTo({ left: place.x, top: place.y, behavior: "instant" }), { once: true });
}

// --- what is wrong ---------------------------------------------------------------------------------------------------

const STYLE = `
  :host { all: initial; }
  section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
    box-sizing: border-box; padding: 0.75rem 1.25rem 1.25rem; background: #1d1a1a; color: #f5f1ee;
    border-top: 4px solid #e5484d; font: 15px/1.5 system-ui, sans-serif; }
  header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
  h2 { margin: 0; font-size: 1rem; }
  button { font: inherit; color: inherit; background: none; border: 1px solid #8b8380; border-radius: 4px;
    padding: 0.15rem 0.75rem; cursor: pointer; }
  button:focus-visible { outline: 3px solid #8ec5ff; outline-offset: 2px; }
  ol { margin: 0; padding: 0; list-style: none; }
  li { margin-top: 0.85rem; }
  .place { color: #a8d1ff; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
  .code { color: #b8afab; }
  .error { color: #ff9592; font-weight: 600; }
  .warning { color: #ffca76; font-weight: 600; }
  pre { margin: 0.2rem 0 0; padding: 0.35rem 0.6rem; background: #2a2625; font: 14px/1.45 ui-monospace, monospace;
    white-space: pre-wrap; overflow-wrap: anywhere; }
  mark { background: none; color: #ffca76; text-decoration: underline wavy #e5484d 1.5px; text-underline-offset: 3px; }
`;

function make(name, text = "", cssClass = "") {
  const element = document.createElement(name);
  element.textContent = text;
  if (cssClass) element.className = cssClass;
  return element;
}

function placeOf(problem) {
  return problem.line > 0 ? `${problem.path}:${problem.line}:${problem.column}` : problem.path;
}

// The line as it was written, its wrong part marked. Columns count characters, not UTF-16 units.
function sourceOf(problem) {
  const line = [...problem.source];
  const out = make("pre", line.slice(0, problem.column - 1).join(""));
  const end = Math.max(problem.end, problem.column + 1);
  out.append(make("mark", line.slice(problem.column - 1, end - 1).join("") || " "), line.slice(end - 1).join(""));
  return out;
}

function entryOf(problem) {
  const out = make("li");
  out.append(make("span", placeOf(problem), "place"), " ", make("span", problem.severity, problem.severity));
  out.append(`: ${problem.text} `, make("span", `[${problem.code}]`, "code"));
  if (problem.line > 0) out.append(sourceOf(problem));
  return out;
}

let overlay = null;

function hideProblems() {
  overlay?.remove();
  overlay = null;
}

function showProblems(state) {
  hideProblems();
  if (state.problems.length === 0) return;
  overlay = document.createElement("armillary-problems");
  const inside = overlay.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  inside.adoptedStyleSheets = [sheet];
  const section = make("section");
  section.setAttribute("role", "alert");
  section.lang = state.language;
  section.dir = state.language === "en" ? "ltr" : "auto";
  const header = make("header");
  const close = make("button", state.close);
  close.type = "button";
  close.addEventListener("click", hideProblems);
  header.append(make("h2", state.heading), close);
  const list = make("ol");
  list.append(...state.problems.map(entryOf));
  if (state.left_out) list.append(make("li", state.left_out));
  section.append(header, list);
  inside.append(section);
  document.body.append(overlay);
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideProblems();
});

// --- the server's news -----------------------------------------------------------------------------------------------

let stream = null;

function hear(event) {
  const state = JSON.parse(event.data);
  if (state.version !== version) {
    stream.close();
    rememberPlace();
    location.reload();
    return;
  }
  showProblems(state);
}

// A browser keeps only a few connections to one server: a page that is not seen does without.
function listen() {
  if (document.visibilityState === "hidden") {
    stream?.close();
    stream = null;
  } else if (stream === null) {
    stream = new EventSource("/__armillary/events");
    stream.addEventListener("message", hear);
  }
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => stream?.close());
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  stream = null;
  listen();
});
listen();
