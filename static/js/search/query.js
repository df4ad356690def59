// What a reader typed, taken apart: "phrases", -without, name:value, and the rest.

const PART = /(-)?(?:([\p{L}\p{N}_.-]+)[:：](?=\S))?(?:"([^"]*)"?|“([^”]*)”?|「([^」]*)」?|(\S+))/gu;

// {text, phrases, without, filters: [{name, value, isExcluded}]}. `isFilter(name)` tells which names ask for a filter;
// other words with a colon are ordinary text.
export function parseQuery(typed, isFilter) {
  const query = { text: '', phrases: [], without: [], filters: [] };
  const texts = [];
  for (const match of typed.normalize('NFC').matchAll(PART)) {
    const [whole, minus, name, ...values] = match;
    const isPhrase = values.slice(0, 3).some((value) => value !== undefined);
    const value = values.find((one) => one !== undefined) ?? '';
    if (name && isFilter(name)) query.filters.push({ name, value, isExcluded: Boolean(minus) });
    else if (minus && value) query.without.push(value);
    else if (isPhrase && value.trim()) query.phrases.push(value);
    else texts.push(whole);
  }
  query.text = texts.join(' ');
  // A word that is still being typed has no space behind it.
  query.isOpen = query.text !== '' && !/\s$/u.test(typed) && !/["”」]$/u.test(typed);
  return query;
}

// [first, last] of `2023`, `2023..2025`, `2023..`, `..2025`; null for anything else.
export function parseYears(text) {
  const match = /^(\d{1,4})?(?:(\.\.|-|–|～|~)(\d{1,4})?)?$/u.exec(text.normalize('NFKC'));
  if (!match || (!match[1] && !match[3])) return null;
  const first = match[1] ? Number(match[1]) : -Infinity;
  return [first, match[2] ? (match[3] ? Number(match[3]) : Infinity) : first];
}
