// The box "cite": the day on which the reader looks, and buttons that copy a reference or a file.

function fillAccessDates(box) {
  const today = new Date();
  const iso = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10); // the reader's day
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", calendar: "gregory" });
  for (const gap of box.querySelectorAll(".access-date")) {
    gap.textContent = gap.dataset.form === "iso" ? iso : words.format(today);
  }
}

// A button behind `place` that calls `copy`, and says so for a moment.
function addCopyButton(box, place, name, copy) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite-copy";
  button.dataset.scriptOnly = "";
  button.textContent = box.dataset.copy;
  button.setAttribute("aria-label", `${box.dataset.copy}: ${name}`);
  const status = document.createElement("span");
  status.className = "cite-status";
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await copy();
      status.textContent = box.dataset.copied;
      setTimeout(() => { status.textContent = ""; }, 3000);
    } catch {
      status.textContent = "";
    }
  });
  place.after(" ", button, status);
}

// A reference keeps its italics in programs that know them.
function copyReference(element) {
  const plain = element.textContent.trim();
  if (!window.ClipboardItem) return navigator.clipboard.writeText(plain);
  const italics = element.cloneNode(true);
  for (const part of italics.querySelectorAll("a, span")) part.replaceWith(...part.childNodes);
  const as = (type, text) => new Blob([text], { type });
  return navigator.clipboard.write([
    new ClipboardItem({ "text/plain": as("text/plain", plain), "text/html": as("text/html", italics.innerHTML) }),
  ]);
}

// data:TYPE,FILE
const textOfFile = (link) => decodeURIComponent(link.getAttribute("href").replace(/^[^,]*,/, ""));

for (const box of document.querySelectorAll(".cite")) {
  fillAccessDates(box);
  if (!navigator.clipboard) continue;
  for (const text of box.querySelectorAll(".cite-text")) {
    addCopyButton(box, text, text.previousElementSibling.textContent, () => copyReference(text));
  }
  for (const link of box.querySelectorAll(".cite-files a")) {
    addCopyButton(box, link, link.textContent, () => navigator.clipboard.writeText(textOfFile(link)));
  }
}
