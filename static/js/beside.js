// Two languages of one record beside each other: opened by ?beside=LANG. Without scripts the link leads to the record's
// page in that language.

const wanted = new URLSearchParams(location.search).get("beside");
const page = document.querySelector("article.record");
const links = [...document.querySelectorAll("[data-beside]")];
const twinAddress = links.find((link) => link.dataset.beside === wanted)?.href;
for (const link of links) link.href = `${location.pathname}?beside=${link.dataset.beside}`;
if (twinAddress) open(twinAddress).catch(() => {}); // the page stays as it is

async function open(address) {
  const url = new URL(address);
  url.search = "";
  const response = await fetch(url);
  if (!response.ok) return;
  const other = new DOMParser().parseFromString(await response.text(), "text/html");
  const twin = other.querySelector("article.record");
  if (!twin) return;
  for (const each of twin.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const each of twin.querySelectorAll("[aria-labelledby]")) each.removeAttribute("aria-labelledby");
  const { lang, dir } = other.documentElement;
  document.body.classList.add("is-beside");
  pair(page.querySelector("h1"), twin.querySelector("h1"), lang, dir);
  pair(page.querySelector(".lead"), twin.querySelector(".lead"), lang, dir);
  pairFacts(twin, lang, dir);
  pairText(page.querySelector(".record-text > .prose"), twin.querySelector(".record-text > .prose"), lang, dir);
  closeWith(links.find((link) => link.dataset.beside === wanted));
}

// The twin's words behind the page's own, in the second column. A second h1 would be a second title of the page.
function pair(own, twin, lang, dir) {
  if (!own || !twin) return;
  const row = document.createElement("div");
  row.className = "beside-row";
  own.replaceWith(row);
  const copy = twin.matches("h1") ? document.createElement("p") : twin;
  if (copy !== twin) copy.append(...twin.childNodes);
  copy.classList.add("beside-twin", ...(copy === twin ? [] : ["beside-title"]));
  copy.lang = lang;
  copy.dir = dir;
  row.append(own, copy);
}

function pairFacts(twin, lang, dir) {
  const facts = new Map([...twin.querySelectorAll(".fact[data-field]")].map((fact) => [fact.dataset.field, fact]));
  for (const own of page.querySelectorAll(".fact[data-field]")) {
    const value = facts.get(own.dataset.field)?.querySelector("dd");
    const mine = own.querySelector("dd");
    if (!value || textOf(value) === textOf(mine)) continue;
    const copy = document.createElement("dd");
    copy.className = "beside-twin";
    copy.lang = lang;
    copy.dir = dir;
    copy.append(...value.childNodes);
    mine.after(copy);
  }
}

// The words without the sources that stand behind them.
function textOf(part) {
  const copy = part.cloneNode(true);
  for (const each of copy.querySelectorAll(".evidence")) each.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

// Paragraph by paragraph where both texts have as many blocks of the same kinds; as a whole otherwise.
function pairText(own, twin, lang, dir) {
  if (!own || !twin) return;
  const mine = [...own.children];
  const theirs = [...twin.children];
  const match = mine.length === theirs.length && mine.every((each, i) => each.tagName === theirs[i].tagName);
  if (!match) {
    pair(own, twin, lang, dir);
    return;
  }
  mine.forEach((each, i) => pair(each, theirs[i], lang, dir));
  own.classList.add("beside-text");
}

function closeWith(link) {
  link.href = location.pathname;
  link.classList.add("is-current");
  link.setAttribute("aria-current", "true");
}
