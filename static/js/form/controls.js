// The fields of a form from a JSON Schema: each field is {nodes, read, check}. `read` gives what is written, undefined where
// nothing is; `check` gives [{id, label, text, isTold}] of what is wrong, and tells it beside the field once that was left
// or the files were asked for.

const DATE = /^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?(\/[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)?~?$/;
const ADDRESS = /^https?:\/\/[^/\s]\S*$/;
const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const ABSENCES = [["not-stated", "not_stated"], ["not-checked", "not_checked"], ["none-found", "none_found"]];

let count = 0;
const newId = () => `form.${++count}`;

let isAsked = false; // whether the files were asked for, so that everything is told
export function tellAll() {
  isAsked = true;
}

export function element(name, attributes = {}, ...children) {
  const out = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) out.setAttribute(key, value);
  out.append(...children);
  return out;
}

export function button(text, act) {
  const out = element("button", { type: "button" }, text);
  out.addEventListener("click", act);
  return out;
}

const isEmpty = (value) => value === undefined || value.length === 0;

// One input with its label, help and error.
function labelled(input, label, { help = "", required = false, words }) {
  input.id = newId();
  const error = element("p", { class: "form-error", id: `${input.id}.error` });
  const nodes = [element("label", { for: input.id }, label)];
  if (required) nodes[0].append(" ", element("span", { class: "form-required" }, words.required));
  const described = [error.id];
  if (help) {
    nodes.push(element("p", { class: "form-help", id: `${input.id}.help` }, help));
    described.unshift(`${input.id}.help`);
  }
  if (required) input.setAttribute("aria-required", "true");
  input.setAttribute("aria-describedby", described.join(" "));
  nodes.push(input, error);
  let wasLeft = false;
  const isTold = () => wasLeft || isAsked;
  const say = (text, isForced = false) => {
    const shown = isTold() || isForced ? text : "";
    error.textContent = shown;
    if (shown) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  return { node: element("div", { class: "form-field" }, ...nodes), say, isTold, leave: (then) => input.addEventListener("blur", () => {
    wasLeft = true;
    then();
  }) };
}

// A field of one input: `problem` gives the text for what is written wrong.
function inputField(input, label, options, problem = () => "") {
  const { node, say, isTold, leave } = labelled(input, label, options);
  const read = () => input.value.normalize("NFC").trim() || undefined;
  const check = () => {
    const value = read();
    const text = value === undefined ? (options.required ? options.words.error_required : "") : problem(value);
    say(text);
    return text ? [{ id: input.id, label, text, isTold: isTold() }] : [];
  };
  leave(check);
  return { nodes: [node], read, check };
}

function fieldset(label, options, nodes) {
  const legend = element("legend", {}, label);
  if (options.required) legend.append(" ", element("span", { class: "form-required" }, options.words.required));
  const out = element("fieldset", { id: newId() }, legend);
  if (options.help) out.append(element("p", { class: "form-help" }, options.help));
  out.append(...nodes);
  return out;
}

const textInput = (isLong) => (isLong ? element("textarea", { rows: "3" }) : element("input", { type: "text", autocomplete: "off" }));

// A text in each language; one is enough.
function localizedField(schema, label, options, isLong) {
  const { languages, words } = options;
  const inputs = languages.map((language) => {
    const input = textInput(isLong);
    input.lang = language.tag;
    input.dir = language.direction;
    return { key: language.key, field: inputField(input, language.label, { words }), input };
  });
  const read = () => {
    const written = inputs.map(({ key, field }) => [key, field.read()]).filter(([, text]) => text !== undefined);
    return written.length > 0 ? Object.fromEntries(written) : undefined;
  };
  const box = fieldset(label, options, inputs.flatMap(({ field }) => field.nodes));
  const error = element("p", { class: "form-error" });
  box.append(error);
  let wasLeft = false;
  const isTold = () => wasLeft || isAsked;
  const check = () => {
    const text = options.required && read() === undefined ? words.error_required : "";
    error.textContent = isTold() ? text : "";
    return text ? [{ id: inputs[0].input.id, label, text, isTold: isTold() }] : [];
  };
  box.addEventListener("focusout", (event) => {
    wasLeft ||= !box.contains(event.relatedTarget);
    check();
  });
  return { nodes: [box], read, check, isTold };
}

// Texts keyed by any language's tag.
function taggedField(schema, label, options) {
  const pair = () => {
    const tag = inputField(element("input", { type: "text", size: "6", autocomplete: "off" }), options.words.tag, options, (value) =>
      (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? "" : options.words.error_pattern));
    const text = inputField(textInput(false), label, { words: options.words });
    return { nodes: [...tag.nodes, ...text.nodes], read: () => (tag.read() && text.read() ? [tag.read(), text.read()] : undefined),
      check: tag.check };
  };
  const list = listField(pair, label, { ...options, required: false });
  return { ...list, read: () => (isEmpty(list.read()) ? undefined : Object.fromEntries(list.read())) };
}

function selectField(values, label, options) {
  const select = element("select", {}, element("option", { value: "" }, "–"));
  for (const [value, text] of values) select.append(element("option", { value }, text));
  return inputField(select, label, options);
}

// The list of records that a reference may name, made once for each set of kinds.
function recordList(to, options) {
  const id = `form.records.${(to ?? []).join(".")}`;
  if (!document.getElementById(id)) {
    const list = element("datalist", { id });
    for (const [record, [kind, title]] of options.records) {
      if (!to || to.includes(kind)) list.append(element("option", { value: record, label: title }, title));
    }
    document.body.append(list);
  }
  return id;
}

function referenceField(to, label, options) {
  const input = element("input", { type: "text", autocomplete: "off", list: recordList(to, options) });
  const title = element("p", { class: "form-title" });
  input.addEventListener("input", () => {
    title.textContent = options.records.get(input.value.trim())?.[1] ?? "";
  });
  const field = inputField(input, label, options, (value) => {
    const known = options.records.get(value);
    return known && (!to || to.includes(known[0])) ? "" : options.words.error_ref;
  });
  return { ...field, nodes: [...field.nodes, title] };
}

function groupField(schema, label, options) {
  const inner = fieldsOf(schema, { ...options, help: "", required: false });
  const read = () => {
    const written = inner.map(({ name, field }) => [name, field.read()]).filter(([, value]) => value !== undefined);
    return written.length > 0 ? Object.fromEntries(written) : undefined;
  };
  // An entry that is empty as a whole is no entry: nothing of it is missing.
  const check = () => (read() === undefined && !options.required ? [] : inner.flatMap(({ field }) => field.check()));
  return { nodes: [fieldset(label, options, inner.flatMap(({ field }) => field.nodes))], read, check };
}

// Any number of what `make` makes.
function listField(make, label, options) {
  const items = [];
  const place = element("div", { class: "form-items" });
  const add = button(`${options.words.add}: ${label}`, () => {
    addItem();
    items.at(-1).node.querySelector("input, select, textarea")?.focus();
    options.changed();
  });
  const addItem = () => {
    const item = make();
    item.node = element("div", { class: "form-item" }, ...item.nodes, button(`${options.words.remove}: ${label}`, () => {
      items.splice(items.indexOf(item), 1);
      item.node.remove();
      add.focus();
      options.changed();
    }));
    items.push(item);
    place.append(item.node);
  };
  if (options.required) addItem();
  add.id = newId();
  let wasLeft = false;
  add.addEventListener("blur", () => {
    wasLeft = true;
  });
  const read = () => {
    const written = items.map((item) => item.read()).filter((value) => value !== undefined);
    return written.length > 0 ? written : undefined;
  };
  const check = () => {
    const problems = items.flatMap((item) => item.check());
    const isMissing = options.required && read() === undefined && problems.length === 0;
    return isMissing ? [{ id: add.id, label, text: options.words.error_required, isTold: wasLeft || isAsked }] : problems;
  };
  return { nodes: [place, element("p", { class: "form-buttons" }, add)], read, check };
}

// The value with where it comes from, or the word for why there is none.
function sourcedField(field, label, options, canBeAbsent) {
  const { words } = options;
  const inner = { words, records: options.records };
  const source = referenceField(null, words.source, inner);
  const place = inputField(textInput(false), words.place, inner);
  const note = element("details", { class: "form-source" }, element("summary", {}, `${words.source}: ${label}`), ...source.nodes, ...place.nodes);
  const absence = selectField(ABSENCES.map(([value, word]) => [value, words[word]]), words.absence, inner);
  if (canBeAbsent) note.append(...absence.nodes);
  const read = () => {
    if (canBeAbsent && absence.read()) return absence.read();
    const value = field.read();
    if (value === undefined || source.read() === undefined) return value;
    const out = { value, source: source.read() };
    if (place.read()) out.place = place.read();
    return out;
  };
  const check = () => (canBeAbsent && absence.read() ? [] : [...field.check(), ...source.check()]);
  return { nodes: [...field.nodes, note], read, check };
}

function oneField(schema, label, options) {
  const known = schema["x-field"];
  const value = known.many ? schema.items : schema;
  const { words } = options;
  switch (known.type) {
    case "text":
    case "markdown": {
      const isLong = known.type === "markdown" || (known.localized && options.name !== "title");
      if (known.anyLanguage) return taggedField(value, label, options);
      if (known.localized) return localizedField(value, label, options, isLong);
      const pattern = value.pattern && new RegExp(value.pattern, "u");
      return inputField(textInput(isLong), label, options, (text) => (!pattern || pattern.test(text) ? "" : words.error_pattern));
    }
    case "date":
      return inputField(element("input", { type: "text", autocomplete: "off", placeholder: "2025-01-31" }), label,
        { ...options, help: [options.help, words.date_help].filter(Boolean).join(" ") },
        (text) => (DATE.test(text) ? "" : words.error_date));
    case "number":
      return inputField(element("input", { type: "text", inputmode: "decimal", autocomplete: "off" }), label, options, (text) => {
        const isInside = !(Number(text) < value.minimum) && !(Number(text) > value.maximum);
        return NUMBER.test(text) && isInside ? "" : words.error_number;
      });
    case "url":
      return inputField(element("input", { type: "url", autocomplete: "off", placeholder: "https://" }), label, options,
        (text) => (ADDRESS.test(text) ? "" : words.error_url));
    case "choice":
      return selectField(value.enum.map((term, i) => [term, value.enumDescriptions[i]]).filter(([term]) => typeof term === "string"),
        label, options);
    case "boolean":
      return selectField([["true", words.yes], ["false", words.no]], label, options);
    case "ref":
      return referenceField(known.to, label, options);
    case "group":
      return groupField(value, label, options);
    default:
      return inputField(textInput(false), label, { ...options, help: [options.help, words.file_help].filter(Boolean).join(" ") });
  }
}

// [{name, field, required}] of an object's properties.
function fieldsOf(schema, options) {
  return Object.entries(schema.properties).map(([name, property]) => {
    const known = property["x-field"];
    const label = property.title;
    const own = { ...options, name, help: property.description ?? "", required: schema.required?.includes(name) ?? false };
    const canHaveSource = known.sourced && known.type !== "group";
    const one = (required, help) => {
      const field = oneField(property, label, { ...own, required, help });
      return canHaveSource ? sourcedField(field, label, own, !known.many) : field;
    };
    if (!known.many) return { name, required: own.required, field: one(own.required, own.help) };
    const list = listField(() => one(false, ""), label, own);
    const node = fieldset(label, own, list.nodes);
    node.classList.add("form-list");
    return { name, required: own.required, field: { ...list, nodes: [node] } };
  });
}

// The whole form: its nodes in order, the input of the id, the texts by language, and what is written.
export function makeFields(schema, options) {
  const { words, languages } = options;
  isAsked = false;
  const all = fieldsOf(schema, options);
  const title = all.find(({ name }) => name === "title")?.field;
  const id = element("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const named = labelled(id, words.id, { help: words.id_help, words });
  let idText = "";
  // The id is made from the title: what is wrong with it is told when that was left.
  const isIdTold = () => named.isTold() || (title?.read() !== undefined && (title.isTold?.() ?? false));
  named.leave(() => named.say(idText));
  const texts = Object.fromEntries(languages.map((language) => {
    const input = element("textarea", { rows: "8", lang: language.tag, dir: language.direction });
    return [language.key, { input, field: inputField(input, language.label, { words }) }];
  }));
  const nodesOf = (required) => all.filter((each) => each.required === required).flatMap(({ field }) => field.nodes);
  const further = nodesOf(false);
  return {
    nodes: [
      ...nodesOf(true), named.node,
      fieldset(words.text, { words, help: words.text_help }, Object.values(texts).flatMap(({ field }) => field.nodes)),
      element("details", { class: "form-further" }, element("summary", {}, words.further), ...further),
    ],
    id,
    texts: Object.fromEntries(Object.entries(texts).map(([key, { input }]) => [key, input])),
    read: () => Object.fromEntries(all.map(({ name, field }) => [name, field.read()]).filter(([, value]) => value !== undefined)),
    check: () => all.flatMap(({ field }) => field.check()),
    isIdTold,
    showIdError: (text) => {
      idText = text;
      named.say(text, isIdTold());
    },
  };
}
