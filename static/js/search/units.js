// A query's text as units: what an entry should have, each with the terms of the index that stand for it.
import { splitAtoms } from './atoms.js';
import { distance, forgiven, kinship, syllablesOf } from './spelling.js';

const MOST_PIECES = 3; // of the dictionary, for all words with one beginning
const MANY_PAIRS = 10; // each in a piece of its own
const SEAM = 3; // times rarer than the pairs beside it
const MOST_VARIANTS = 24;
const LONGEST_ENDING = 2;
const MOST_INITIALS = 8; // that the index has of a name, from each of its characters on

// The glossary of the manifest: [{id, label, words, forms: [atoms]}].
export function readGlossary(manifest) {
  return manifest.glossary.map(([id, label, ...words]) => {
    const all = [label, ...words];
    return { id, label, words: all, forms: all.map((word) => splitAtoms(word)).filter((atoms) => atoms.length > 0) };
  });
}

function standsAt(form, atoms, begin) {
  return form.every((wanted, i) => {
    const atom = atoms[begin + i];
    if (!atom || (wanted.isJoined && !atom.isJoined)) return false;
    if (atom.text === wanted.text) return true;
    const mayEnd = i + 1 === form.length && !wanted.isUnspaced && wanted.text.length >= 4;
    return mayEnd && atom.text.startsWith(wanted.text) && atom.text.length <= wanted.text.length + LONGEST_ENDING;
  });
}

// The terms of the glossary in a text, the longest at each place: [{concept, begin, end}].
export function findConcepts(glossary, atoms) {
  const found = [];
  for (let begin = 0; begin < atoms.length;) {
    let best = null;
    for (const concept of glossary) {
      for (const form of concept.forms) {
        if (form.length > (best ? best.end - best.begin : 0) && standsAt(form, atoms, begin)) {
          best = { concept, begin, end: begin + form.length };
        }
      }
    }
    if (best) found.push(best);
    begin = best ? best.end : begin + 1;
  }
  return found;
}

const pairAt = (atoms, i) => atoms[i].text + atoms[i + 1].text;
const joins = (atoms, i) => i + 1 < atoms.length && atoms[i + 1].isJoined;

// A word: itself, words that it begins, its other forms, and where there is none of these, words that it may have been
// meant for.
async function resolveWord(index, word, isOpen) {
  const isShort = word.length < 3;
  const isNumber = /^\p{N}/u.test(word);
  const stem = isShort || isNumber ? word : word.slice(0, Math.max(3, word.length - 3));
  const [exact, near] = await Promise.all([index.find(word),
    isShort && !isOpen ? [] : index.findBeginningWith(stem, MOST_PIECES)]);
  const terms = exact ? [{ term: exact, weight: 1 }] : [];
  for (const one of near) {
    if (one.term === word || splitAtoms(one.term).length !== 1) continue;
    const begun = isOpen && one.term.startsWith(word) ? 0.55 + 0.35 * (word.length / one.term.length) : 0;
    const weight = Math.max(begun, isNumber || isShort ? 0 : kinship(word, one.term));
    if (weight > 0) terms.push({ term: one, weight });
  }
  terms.sort((a, b) => b.weight - a.weight || b.term.count - a.term.count);
  return { exact, terms: terms.slice(0, MOST_VARIANTS) };
}

async function resolveMisspelt(index, word) {
  const most = forgiven(word);
  if (most === 0) return [];
  const lists = await Promise.all([...new Set([word[0], word[1]])].map((first) => index.wordsWith(first)));
  const near = [];
  for (const candidate of lists.flat()) {
    const far = distance(word, candidate, most);
    if (far <= most && far > 0) near.push({ candidate, far });
  }
  near.sort((a, b) => a.far - b.far);
  const closest = near.filter((one) => one.far === near[0].far).slice(0, 4);
  const terms = await Promise.all(closest.map((one) => index.find(one.candidate)));
  return terms.filter(Boolean).map((term) => ({ term, weight: 0.7 }));
}

// {kind, label, terms: [{term, weight}], isOptional, exact, corrected}
async function wordUnit(index, word, isOpen) {
  const { exact, terms } = await resolveWord(index, word, isOpen);
  const unit = { kind: 'word', label: word, terms, isOptional: false, isExact: Boolean(exact), corrected: null };
  if (terms.length === 0) {
    unit.terms = await resolveMisspelt(index, word);
    if (unit.terms.length > 0) unit.corrected = unit.terms[0].term.term;
  }
  return unit;
}

async function termUnit(index, kind, label, names, isOptional = false) {
  const found = await Promise.all(names.map(([name]) => index.find(name)));
  const terms = found.map((term, i) => ({ term, weight: names[i][1] })).filter((one) => one.term);
  return { kind, label, terms, isOptional, isExact: terms.length > 0, corrected: null };
}

// The units of a text's atoms. Pairs that lead across the border of a glossary's term need not be there.
async function unitsOfAtoms(index, glossary, atoms, isOpen) {
  const concepts = findConcepts(glossary, atoms);
  const inside = new Array(atoms.length).fill(-1);
  concepts.forEach((one, number) => inside.fill(number, one.begin, one.end));
  const units = concepts.map(({ concept, begin, end }) =>
    termUnit(index, 'concept', concept.label, [[`@${concept.id}`, 1]]).then(async (unit) => {
      // While a word is typed, it may yet become another one.
      const isTyped = isOpen && end === atoms.length && !atoms[end - 1].isUnspaced && end - begin === 1;
      const own = isTyped || unit.terms.length === 0 ? await resolveWord(index, atoms[end - 1].text, isTyped) : null;
      return { ...unit, concept, terms: [...unit.terms, ...own?.terms.filter((one) => one.weight < 1) ?? []] };
    }));
  const isPair = (i) => i >= 0 && atoms[i].isUnspaced && joins(atoms, i) && (inside[i] < 0 || inside[i] !== inside[i + 1]);
  const isLong = atoms.filter((_, i) => isPair(i)).length > MANY_PAIRS;
  let isSkipped = false;
  atoms.forEach((atom, i) => {
    // Of a long text every second pair tells enough: each character is in one, and each pair is a piece to fetch.
    isSkipped = isLong && !isSkipped && isPair(i - 1) && isPair(i) && isPair(i + 1);
    if (isSkipped) return;
    if (!atom.isUnspaced) {
      if (inside[i] < 0) units.push(wordUnit(index, atom.text, isOpen && i === atoms.length - 1));
      return;
    }
    const hasNext = joins(atoms, i);
    if (hasNext) {
      const crosses = inside[i] !== inside[i + 1];
      if (isPair(i)) units.push(pairUnit(index, pairAt(atoms, i), crosses, i));
    }
    const isLoose = inside[i] < 0 && !(hasNext && inside[i + 1] < 0) && !(atom.isJoined && inside[i - 1] < 0);
    if (isLoose) units.push(termUnit(index, 'pair', atom.text, [[atom.text, 1]], atom.isJoined || hasNext));
  });
  return loosenSeams(await Promise.all(units));
}

async function pairUnit(index, pair, isOptional, begin) {
  return { ...await termUnit(index, 'pair', pair, [[pair, 1]], isOptional), begin };
}

// Where two words meet, the pair of their characters is much rarer than the pairs beside it: an entry may have both
// words apart from each other, and need not have that pair.
function loosenSeams(units) {
  const counts = new Map(units.filter((unit) => unit.begin !== undefined)
    .map((unit) => [unit.begin, unit.terms[0]?.term.count ?? 0]));
  return units.map((unit) => {
    const beside = [counts.get(unit.begin - 1), counts.get(unit.begin + 1)];
    const isSeam = unit.begin !== undefined && !beside.includes(undefined)
      && counts.get(unit.begin) * SEAM < Math.min(...beside);
    return isSeam ? { ...unit, isOptional: true } : unit;
  });
}

// Units for a query in pinyin, in full or as first letters; null where it cannot be that.
async function soundUnits(index, words, isOpen) {
  if (!words.every((word) => /^[a-z]+$/.test(word))) return null;
  const parts = words.map((word, i) => syllablesOf(word, isOpen && i === words.length - 1));
  if (parts.every(Boolean)) {
    const syllables = parts.flat().map((one) => one.replace('lv', 'lu').replace('nv', 'nu'));
    if (syllables.length < 2) return null;
    const pairs = syllables.slice(1).map((one, i) => `'${syllables[i]}${one}`);
    const units = await Promise.all(pairs.map(async (pair) => {
      if (!pair.endsWith('*')) return termUnit(index, 'sound', pair.slice(1), [[pair, 1]]);
      const found = await index.findBeginningWith(pair.slice(0, -1), 1);
      const terms = found.slice(0, MOST_VARIANTS).map((term) => ({ term, weight: 0.9 }));
      return { kind: 'sound', label: pair.slice(1), terms, isOptional: false, isExact: true, corrected: null };
    }));
    if (units.every((unit) => unit.terms.length > 0)) return units;
  }
  if (words.length !== 1 || words[0].length < 2) return null;
  const found = await index.findBeginningWith(`!${words[0].slice(0, MOST_INITIALS)}`, 1);
  const terms = found.slice(0, MOST_VARIANTS).map((term) => ({ term, weight: 1 }));
  return terms.length === 0 ? null
    : [{ kind: 'initials', label: words[0], terms, isOptional: false, isExact: true, corrected: null }];
}

// A text's atoms as one text to compare, with terms of the glossary alike in all their words.
export function folded(glossary, atoms) {
  const concepts = new Map(findConcepts(glossary, atoms).map((one) => [one.begin, one]));
  const words = [];
  for (let i = 0; i < atoms.length; i = concepts.get(i)?.end ?? i + 1) {
    words.push(concepts.has(i) ? `@${concepts.get(i).concept.id}` : atoms[i].text);
  }
  return words.join(' ');
}

// {units, sounds}: `sounds` are other units that the same text may mean, or null.
export async function unitsOf(index, glossary, text, isOpen) {
  let atoms = splitAtoms(text);
  let units = await unitsOfAtoms(index, glossary, atoms, isOpen);
  if (units.some((unit) => unit.kind === 'pair' && unit.terms.length === 0)) {
    const simple = splitAtoms(text, await index.simplifiedForms());
    if (simple.some((atom, i) => atom.text !== atoms[i].text)) {
      atoms = simple;
      units = await unitsOfAtoms(index, glossary, atoms, isOpen);
    }
  }
  const isAllWords = atoms.length > 0 && atoms.every((atom) => !atom.isUnspaced);
  const mayBeSounds = isAllWords && units.some((unit) => unit.kind === 'word' && !unit.isExact);
  return { units, sounds: mayBeSounds ? await soundUnits(index, atoms.map((atom) => atom.text), isOpen) : null };
}

// Units that must all stand together: those of a phrase.
export async function phraseUnits(index, text) {
  const phrase = await unitsOfPhrase(index, splitAtoms(text));
  const isKnown = phrase.units.every((unit) => unit.terms.length > 0);
  const mayBeTraditional = !isKnown && phrase.atoms.some((atom) => atom.isUnspaced);
  return mayBeTraditional ? unitsOfPhrase(index, splitAtoms(text, await index.simplifiedForms())) : phrase;
}

async function unitsOfPhrase(index, atoms) {
  const names = [];
  atoms.forEach((atom, i) => {
    if (joins(atoms, i)) names.push(pairAt(atoms, i));
    else if (!atom.isUnspaced || !atom.isJoined) names.push(atom.text);
  });
  return { atoms, units: await Promise.all(names.map((name) => termUnit(index, 'phrase', name, [[name, 1]]))) };
}
