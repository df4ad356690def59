// Results as elements, for the list under the search box and the search page.

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function makeMarked(parts) {
  return parts.map(({ text, isMarked }) => (isMarked ? make('mark', {}, text) : text));
}

export function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// What a search did besides looking for the words as they were typed.
export function notesOf(result, words) {
  const notes = result.corrections.map(({ from, to }) => fill(words.searchInstead, { typed: from, word: to }));
  for (const concept of result.concepts) {
    if (concept.words.length > 1) notes.push(fill(words.searchAlike, { words: concept.words.join(' = ') }));
  }
  if (result.isPartial && result.ranked.length > 0) notes.push(words.searchPartial);
  return notes;
}

// The lines under a result's title: kind and date, why it was found, the words where they stand.
export function detailsOf(shown, words) {
  const why = { text: words.searchInText, label: words.searchInLabel }[shown.reason];
  return [
    make('p', { class: 'result-meta' }, ...[shown.kind.one, shown.date, why].filter(Boolean)
      .map((text) => make('span', {}, text))),
    shown.name ? make('p', { class: 'result-name' }, make('span', { class: 'result-label' }, words.searchName), ' ',
      ...makeMarked(shown.name)) : null,
    shown.term ? make('p', { class: 'result-name' }, make('span', { class: 'result-label' }, words.searchTerm), ' ',
      `${shown.term.concept.label} = ${shown.term.word}`) : null,
    shown.text.length > 0 ? make('p', { class: 'result-text' }, ...makeMarked(shown.text)) : null,
  ].filter(Boolean);
}
