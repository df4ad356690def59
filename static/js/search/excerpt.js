// Which words of a text were searched for, and the part of a long text where they stand closest.
import { splitAtoms } from './atoms.js';
import { findConcepts } from './units.js';

// What to mark, from the units of a search: {words, pairs, concepts}.
export function makeMatcher(units) {
  const matcher = { words: new Set(), pairs: new Set(), concepts: [] };
  for (const unit of units) {
    if (unit.concept) matcher.concepts.push(unit.concept);
    for (const { term } of unit.terms) {
      if (unit.kind === 'pair' || unit.kind === 'phrase') matcher.pairs.add(term.term);
      if (unit.kind !== 'pair') matcher.words.add(term.term);
    }
  }
  return matcher;
}

// The matches in a text, by their place: [{start, end, what}]; `what` is the same for one word's matches.
export function findMatches(text, matcher) {
  const atoms = splitAtoms(text);
  const marks = [];
  atoms.forEach((atom, i) => {
    const next = atoms[i + 1];
    if (!atom.isUnspaced && matcher.words.has(atom.text)) marks.push({ start: atom.start, end: atom.end, what: atom.text });
    if (atom.isUnspaced && matcher.pairs.has(atom.text)) marks.push({ start: atom.start, end: atom.end, what: atom.text });
    if (next?.isJoined && matcher.pairs.has(atom.text + next.text)) {
      marks.push({ start: atom.start, end: next.end, what: atom.text + next.text });
    }
  });
  for (const { concept, begin, end } of findConcepts(matcher.concepts, atoms)) {
    marks.push({ start: atoms[begin].start, end: atoms[end - 1].end, what: `@${concept.id}`, concept });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

// The text as [{text, isMarked}], matches that touch joined.
export function markText(text, marks, start = 0, end = text.length) {
  const parts = [];
  let at = start;
  const add = (to, isMarked) => {
    if (to <= at) return;
    const last = parts[parts.length - 1];
    if (last && last.isMarked === isMarked) last.text += text.slice(at, to);
    else parts.push({ text: text.slice(at, to), isMarked });
    at = to;
  };
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= end) continue;
    add(Math.max(at, mark.start), false);
    add(Math.min(end, mark.end), true);
  }
  add(end, false);
  return parts;
}

const isWide = (text) => /[\u3400-\u9fff]/u.test(text);

const LONGEST_WORD = 40; // characters that are looked at behind a cut

// Where to end a part that would end at `end`: behind the last word that is whole, or behind a match that would be
// divided. What is written without spaces may end behind any character.
function endOfPart(text, marks, start, end) {
  const match = marks.find((mark) => mark.start < end && mark.end > end);
  if (match) return match.end;
  const divided = splitAtoms(text.slice(start, end + LONGEST_WORD))
    .find((atom) => start + atom.start < end && start + atom.end > end);
  const whole = text.slice(start, divided ? start + divided.start : end);
  return start + whole.replace(/[\s'’(\["“‘-]+$/u, '').length;
}

// A part of the text in which as many different words as can be stand together, with its matches marked.
export function excerpt(text, marks) {
  const length = isWide(text) ? 76 : 170;
  if (text.length <= length * 1.2) return markText(text, marks);
  let best = { from: 0, count: 0 };
  marks.forEach((first, i) => {
    const near = new Set();
    for (let j = i; j < marks.length && marks[j].end - first.start <= length; j += 1) near.add(marks[j].what);
    if (near.size > best.count) best = { from: first.start, count: near.size };
  });
  let start = Math.max(0, best.from - Math.floor(length / 4));
  if (start > 0) {
    const sentence = text.slice(start, best.from).search(/[。！？；.!?;\n]\s*/u);
    const word = text.slice(start, best.from).search(/[\s，、]/u);
    start += sentence >= 0 ? sentence + 1 : word >= 0 ? word + 1 : 0;
  }
  const end = start + length < text.length ? endOfPart(text, marks, start, start + length) : text.length;
  const parts = markText(text, marks, start, end);
  if (start > 0) parts.unshift({ text: '… ', isMarked: false });
  if (end < text.length) parts.push({ text: ' …', isMarked: false });
  return parts;
}
