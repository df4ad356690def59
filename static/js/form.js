// The form in which a record is written without git: fields from the kind's JSON Schema, and the files that come of them.
// Nothing leaves the browser. form/controls.js makes the fields, form/yaml.js writes the files.

import { button, element, makeFields, tellAll } from "./form/controls.js";
import { lines } from "./form/yaml.js";

const form = document.querySelector("[data-form]");
const words = JSON.parse(form.dataset.words);
const languages = JSON.parse(form.dataset.languages);
const result = document.querySelector("[data-form-result]");
const kinds = form.querySelector("select");
const place = form.querySelector("[data-form-fields]");

let kind = null;     // {name, folder}
let fields = null;   // of makeFields
let records = null;  // Map from id to [kind, title]
let isChanged = false;

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

// "The Example Act 2025" gives the-example-act-2025, an empty text where nothing Latin is in it.
function idFrom(texts) {
  for (const text of Object.values(texts ?? {})) {
    const id = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    if (/[a-z]{2}/.test(id)) return id.slice(0, 60).replace(/-$/, "");
  }
  return "";
}

function chosenId() {
  return fields.id.value.trim() || idFrom(fields.read().title);
}

function idError() {
  const id = chosenId();
  if (!id && fields.read().title) return words.error_no_id;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return words.error_id;
  return records.has(id) || id === "pages" || id === "feed" ? words.error_taken : "";
}

// [{path, text}]: the record's file and those of its text in other languages.
function files() {
  const id = chosenId() || "id";
  const facts = lines(fields.read()).join("\n") + "\n";
  const [first, ...others] = languages.map((language) => [language.key, fields.texts[language.key].value.trim()]);
  const stem = `content/${kind.folder}/${id}`;
  const out = [first[1] ? { path: `${stem}.md`, text: `---\n${facts}---\n\n${first[1].normalize("NFC")}\n` }
    : { path: `${stem}.yaml`, text: facts }];
  for (const [key, text] of others) {
    if (!text) continue;
    const state = first[1] ? "---\ntranslation: {state: reviewed}\n---\n\n" : "";
    out.push({ path: `${stem}.${key}.md`, text: `${state}${text.normalize("NFC")}\n` });
  }
  return out;
}

function download(file) {
  const link = element("a", { href: URL.createObjectURL(new Blob([file.text], { type: "text/plain" })) });
  link.download = file.path.slice(file.path.lastIndexOf("/") + 1);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function fileBox(file) {
  const status = element("span", { role: "status" });
  const buttons = element("p", { class: "form-buttons" });
  if (navigator.clipboard) {
    buttons.append(button(`${words.copy}`, async () => {
      tellProblems();
      await navigator.clipboard.writeText(file.text);
      status.textContent = words.copied;
    }));
  }
  buttons.append(button(words.download, () => {
    tellProblems();
    download(file);
  }), status);
  const text = element("pre", { tabindex: "0" }, file.text);
  text.setAttribute("aria-label", file.path);
  return element("section", { class: "form-file" }, element("h3", {}, element("code", {}, file.path)), text, buttons);
}

// The mistakes of the fields as a list of links to them: of those that were left, of all when the files are asked for.
function showProblems() {
  const problems = fields.check();
  const error = idError();
  fields.showIdError(error);
  if (error) problems.unshift({ id: fields.id.id, label: words.id, text: error, isTold: fields.isIdTold() });
  const told = problems.filter(({ isTold }) => isTold);
  const list = result.querySelector("ul");
  list.replaceChildren(...told.map((problem) =>
    element("li", {}, element("a", { href: `#${problem.id}` }, problem.label), `: ${problem.text}`)));
  const state = problems.length === 0 ? words.complete : told.length === 0 ? words.unfinished
    : words.incomplete.replace("{n}", told.length);
  const status = result.querySelector("[data-form-state]");
  if (status.textContent !== state) status.textContent = state; // or it would be said again
}

function tellProblems() {
  tellAll();
  showProblems();
}

function show() {
  showProblems();
  result.querySelector("[data-form-files]").replaceChildren(...files().map(fileBox));
  const send = result.querySelector("[data-form-send]");
  if (send) send.href = send.dataset.formSend.replaceAll("{id}", encodeURIComponent(chosenId()));
}

let waiting = 0;
function showSoon() {
  isChanged = true;
  clearTimeout(waiting);
  waiting = setTimeout(show, 150);
}

async function begin() {
  const option = kinds.selectedOptions[0];
  result.hidden = true;
  place.replaceChildren();
  if (!option.value) return;
  try {
    const [schema, known] = await Promise.all([load(option.dataset.schema), records ?? load(form.dataset.records)]);
    records = known instanceof Map ? known : new Map(known.map(([id, ofKind, title]) => [id, [ofKind, title]]));
    kind = { name: option.value, folder: option.dataset.folder };
    fields = makeFields(schema, { words, languages, records, changed: showSoon });
    place.replaceChildren(...fields.nodes);
    place.dataset.formFields = kind.name;
    result.hidden = false;
    show();
    isChanged = false;
  } catch (error) {
    place.replaceChildren(element("p", { class: "notice", role: "alert" }, `${words.failed} (${error.message})`));
  }
}

// The choice of a kind is heard below; until its fields are there, there is nothing to show.
form.addEventListener("input", (event) => {
  if (event.target !== kinds) showSoon();
});
// Not on the way to the files: their buttons would move from under the pointer, and they tell everything themselves.
form.addEventListener("focusout", (event) => {
  if (!result.hidden && !result.contains(event.relatedTarget)) showProblems();
});
result.querySelector("[data-form-send]")?.addEventListener("click", tellProblems);
kinds.addEventListener("change", begin);
addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});
if (kinds.value) begin();
