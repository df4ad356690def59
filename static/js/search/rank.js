// Finds and ranks entries: by the part of the entry in which words stand, how much of a title they make up, how rare they
// are, and gently by how many others refer to the entry.
import { forEachPosting, isCut } from './index_reader.js';

const TITLE = 1;
const NAME = 2;
const SUMMARY = 4;
const LABEL = 8;
const RAREST = 2.5; // what a unit counts at most, when it is asked whether an entry has all
const SHARES = [0.05, 0.08, 0.12, 0.18, 0.26, 0.36, 0.55, 1]; // of a title or name, by strength

function weightOf(parts, strength) {
  if (parts & (TITLE | NAME)) {
    const more = (parts & SUMMARY ? 0.8 : 0) + (parts & 16 ? 0.3 : 0);
    return (parts & TITLE ? 10 : 9) * (0.45 + 0.55 * SHARES[strength]) + more;
  }
  if (parts & SUMMARY) return 3.2 + 0.1 * strength;
  if (parts & LABEL) return 3.4;
  return 1 + 0.12 * strength;
}

// Adds up units. An entry's coverage is how much of what was asked for it has, `whole` is all of it.
class Tally {
  constructor(count) {
    this.count = count;
    this.scores = new Float32Array(count);
    this.coverage = new Float32Array(count);
    this.whole = 0;
    this.common = 0;
    this.touched = new Set();
  }

  add(unit) {
    const best = new Map();
    let total = 0;
    let cut = false;
    for (const { term, weight } of unit.terms) {
      total += term.count;
      cut ||= isCut(term);
      forEachPosting(term, (entry, parts, strength) => {
        const value = weight * weightOf(parts, strength);
        if (value > (best.get(entry) ?? 0)) best.set(entry, value);
      });
    }
    const frequency = Math.min(this.count, Math.max(best.size, cut ? total : 0));
    // What nearly everything has tells nothing, and need not be there.
    const isCommon = frequency > 0.6 * this.count && this.count > 20;
    const rarity = Math.log(1 + this.count / (1 + frequency));
    const share = unit.isOptional ? 0.35 : 1;
    for (const [entry, value] of best) {
      this.scores[entry] += share * rarity * value;
      this.touched.add(entry);
    }
    if (unit.isOptional || isCommon) return;
    const weight = Math.min(rarity, RAREST);
    this.whole += weight;
    for (const entry of best.keys()) this.coverage[entry] += weight;
    if (cut) this.common += weight; // not all entries that have it are known
  }

  // [{entry, score, isWhole}]
  finish() {
    const out = [];
    for (const entry of this.touched) {
      const known = this.whole === 0 ? 1 : Math.min(1, (this.coverage[entry] + this.common) / this.whole);
      out.push({ entry, score: this.scores[entry] * known ** 3, share: known, isWhole: known > 0.999 });
    }
    return out;
  }
}

function rankUnits(index, units) {
  const tally = new Tally(index.count);
  for (const unit of units) tally.add(unit);
  return tally.finish();
}

// Entries in which all terms of a phrase stand in one part.
function entriesOfPhrase(units) {
  let common = null;
  for (const unit of units) {
    const own = new Map();
    for (const { term } of unit.terms) forEachPosting(term, (entry, parts) => own.set(entry, parts));
    if (common) {
      for (const [entry, parts] of common) {
        const both = parts & (own.get(entry) ?? 0);
        if (both) common.set(entry, both);
        else common.delete(entry);
      }
    } else {
      common = own;
    }
  }
  return common ?? new Map();
}

// Those that have all that was asked for; where they are few, also those that lack little.
function keepRelevant(ranked) {
  const whole = ranked.filter((one) => one.isWhole);
  if (whole.length === 0) {
    const best = Math.max(0, ...ranked.map((one) => one.share));
    return { kept: ranked.filter((one) => one.share >= 0.7 * best && one.share > 0.25), isPartial: ranked.length > 0 };
  }
  const top = whole.reduce((most, one) => Math.max(most, one.score), 0);
  const near = ranked.filter((one) => !one.isWhole && one.share >= 0.6 && one.score > 0.5 * top);
  return { kept: [...whole, ...near], isPartial: false };
}

// {ranked: [{entry, score}] best first, isPartial}: what `units`, or else `sounds`, and all phrases find, without what
// must not be there.
export function rank(index, { units, sounds, phrases, without }) {
  const asked = [...units, ...phrases.flat()];
  let ranked = asked.length > 0 ? rankUnits(index, asked) : [];
  if (sounds) {
    const sounded = rankUnits(index, [...sounds, ...phrases.flat()]).filter((one) => one.isWhole)
      .map((one) => ({ ...one, isSounded: true }));
    const inBoth = new Map(sounded.map((one) => [one.entry, one]));
    const isBetter = !ranked.some((one) => one.isWhole) || sounds.every((unit) => unit.kind === 'sound');
    if (sounded.length > 0 && isBetter) {
      ranked = [...ranked.filter((one) => one.isWhole && !inBoth.has(one.entry)), ...sounded];
    }
  }
  for (const phrase of phrases) {
    const having = entriesOfPhrase(phrase);
    ranked = ranked.filter((one) => having.has(one.entry));
  }
  for (const phrase of without) {
    const having = entriesOfPhrase(phrase);
    ranked = ranked.filter((one) => !having.has(one.entry));
  }
  const { kept, isPartial } = keepRelevant(ranked);
  for (const one of kept) {
    one.kind = index.kindOf(one.entry);
    one.score *= 1 + 0.035 * index.importanceOf(one.entry, one.kind);
  }
  kept.sort((a, b) => b.score - a.score || a.entry - b.entry);
  return { ranked: kept, isPartial };
}
