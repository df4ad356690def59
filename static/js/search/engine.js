// A search from what was typed to what is shown. Knows nothing of pages: box.js and page.js draw it.
import { splitAtoms } from './atoms.js';
import { excerpt, findMatches, makeMatcher, markText } from './excerpt.js';
import { IndexReader } from './index_reader.js';
import { parseQuery, parseYears } from './query.js';
import { rank } from './rank.js';
import { folded, phraseUnits, readGlossary, unitsOf } from './units.js';

const CLOSELY_RANKED = 10; // the first results, ordered once more by how closely their words stand

const fold = (text) => splitAtoms(text).map((atom) => atom.text).join(' ');

export class SearchEngine {
  constructor(base, get) {
    this.index = new IndexReader(base, get);
  }

  async open() {
    await this.index.open();
    this.glossary ??= readGlossary(this.index.manifest);
    return this;
  }

  // The facets that a name in a query means, `kind` and `year` among them: its own one, or all that go by it.
  facetsNamed(name) {
    const wanted = name.toLowerCase();
    if (wanted === 'kind' || wanted === 'year') return [{ path: wanted }];
    const goBy = (namesOf) => this.index.facets.filter((facet) => namesOf(facet).some((one) => one.toLowerCase() === wanted));
    const own = goBy(({ path, label }) => [path, path.split('.').pop(), label]);
    return own.length > 0 ? own : goBy(({ names }) => names);
  }

  // A test for the entries that one filter lets through.
  async entriesOf(name, value) {
    const tests = await Promise.all(this.facetsNamed(name).map((facet) => this.entriesOfFacet(facet, value)));
    return (entry) => tests.some((test) => test(entry));
  }

  async entriesOfFacet(facet, value) {
    const wanted = fold(value);
    if (facet.path === 'kind') {
      const kinds = this.index.kinds.filter((kind) => kind.name === value
        || [kind.name, kind.one, kind.many].some((one) => fold(one).startsWith(wanted)));
      const exact = kinds.filter((kind) => kind.name === value);
      return (entry) => (exact.length > 0 ? exact : kinds).includes(this.index.kindOf(entry));
    }
    if (facet.path === 'year') {
      const years = parseYears(value);
      const known = years ? await this.index.years() : [];
      const entries = new Set(known.filter(({ year }) => year >= years[0] && year <= years[1])
        .flatMap((one) => one.entries));
      return (entry) => entries.has(entry);
    }
    const options = await this.index.optionsOf(facet);
    const exact = options.filter((option) => option.id === value || fold(option.label) === wanted);
    const chosen = exact.length > 0 ? exact : options.filter((option) => fold(option.label).includes(wanted));
    const entries = new Set(chosen.flatMap((option) => option.entries));
    return (entry) => entries.has(entry);
  }

  // `chosen` are filters beside those in the text: [{name, values}], an entry needs one value of each. `apart` names one
  // that is left aside, for counting its own values.
  async allows(query, chosen) {
    const tests = [];
    for (const { name, value, isExcluded } of query.filters) {
      const test = await this.entriesOf(name, value);
      tests.push({ name, test: isExcluded ? (entry) => !test(entry) : test });
    }
    for (const { name, values } of chosen) {
      if (values.length === 0 || this.facetsNamed(name).length === 0) continue;
      const any = await Promise.all(values.map((value) => this.entriesOf(name, value)));
      tests.push({ name, test: (entry) => any.some((test) => test(entry)) });
    }
    return (entry, apart = null) => tests.every(({ name, test }) => name === apart || test(entry));
  }

  // {ranked: [{entry, score, kind}], all, kinds: [{kind, count}], corrections, concepts, isPartial}: `all` are the
  // matches before the filters.
  async search(typed, chosen = []) {
    await this.open();
    const query = parseQuery(typed, (name) => this.facetsNamed(name).length > 0);
    const [{ units, sounds }, phrases, without, allows] = await Promise.all([
      unitsOf(this.index, this.glossary, query.text, query.isOpen),
      Promise.all(query.phrases.map((phrase) => phraseUnits(this.index, phrase))),
      Promise.all(query.without.map((phrase) => phraseUnits(this.index, phrase))),
      this.allows(query, chosen)]);
    const unitsOfPhrases = phrases.map((phrase) => phrase.units);
    const found = units.length + phrases.length > 0
      ? rank(this.index, { units, sounds, phrases: unitsOfPhrases, without: without.map((phrase) => phrase.units) })
      : { ranked: this.everything(query, chosen), isPartial: false };
    const result = { typed, query, all: found.ranked, ranked: found.ranked.filter((one) => allows(one.entry)), allows,
      isPartial: found.isPartial, matcher: makeMatcher([...units, ...unitsOfPhrases.flat()]),
      corrections: units.filter((unit) => unit.corrected).map((unit) => ({ from: unit.label, to: unit.corrected })),
      concepts: units.filter((unit) => unit.concept).map((unit) => unit.concept) };
    await this.orderClosely(result);
    result.kinds = this.countKinds(result);
    return result;
  }

  // With filters alone, all entries.
  everything(query, chosen) {
    if (query.filters.length === 0 && chosen.every(({ values }) => values.length === 0)) return [];
    return this.index.kinds.flatMap((kind) => Array.from({ length: kind.count }, (_, i) => {
      const entry = kind.first + i;
      return { entry, kind, score: this.index.importanceOf(entry, kind) };
    })).sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  countKinds(result) {
    const counts = new Map();
    for (const { entry, kind } of result.all) {
      if (result.allows(entry, 'kind')) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => a.kind.first - b.kind.first);
  }

  // With simplified characters where a query has asked for them: both sides of a comparison alike.
  split(text) {
    return splitAtoms(text, this.index.forms);
  }

  // Whether a text is what was asked for, or begins with it, or has it inside.
  closeness(text, wanted) {
    const own = folded(this.glossary, this.split(text));
    if (own === wanted) return 1.5;
    if (` ${own} `.includes(` ${wanted} `)) return own.startsWith(wanted) ? 1.25 : 1.2;
    return 1;
  }

  async orderClosely(result) {
    const { text, phrases } = result.query;
    const wanted = folded(this.glossary, this.split([text, ...phrases].join(' ')));
    const first = result.ranked.slice(0, CLOSELY_RANKED);
    if (wanted === '' || first.length === 0) return;
    const data = await Promise.all(first.map((one) => this.index.entry(one.entry)));
    const kept = await Promise.all(first.map((one, i) => this.hasPhrases(data[i], phrases)));
    first.forEach((one, i) => {
      const { title, names = [], summary = '' } = data[i];
      const inName = Math.max(this.closeness(title, wanted), ...names.map((name) => this.closeness(name, wanted) * 0.97));
      const closer = { ...one, score: one.score * Math.max(inName, this.closeness(summary, wanted) > 1 ? 1.05 : 1) };
      first[i] = closer;
    });
    const rest = result.ranked.slice(first.length);
    const checked = first.filter((_, i) => kept[i]).sort((a, b) => b.score - a.score || a.entry - b.entry);
    if (checked.length < first.length) {
      const gone = new Set(first.filter((_, i) => !kept[i]).map((one) => one.entry));
      result.all = result.all.filter((one) => !gone.has(one.entry));
    }
    result.ranked = [...checked, ...rest];
  }

  // Whether each phrase stands in the entry, word by word.
  async hasPhrases(data, phrases) {
    const plain = (text) => ` ${this.split(text).map((atom) => atom.text).join(' ')} `;
    for (const phrase of phrases) {
      const wanted = plain(phrase);
      const has = (text) => plain(text).includes(wanted);
      const isNear = [data.title, ...data.names ?? [], data.summary ?? ''].some(has);
      if (!isNear && !has(await this.index.textOf(data))) return false;
    }
    return true;
  }

  // What to show of results: {address, title, lang, kind, date, name, text, reason}; title, name and text are
  // [{text, isMarked}]. `reason` is title, name, summary, text or label, or a word of the glossary that stood for another.
  async show(result, ranked) {
    return Promise.all(ranked.map(async ({ entry, kind, isSounded }) => {
      const data = await this.index.entry(entry);
      const inTitle = findMatches(data.title, result.matcher);
      const known = new Set(inTitle.map((mark) => mark.what));
      const named = (data.names ?? []).map((name) => ({ name, marks: findMatches(name, result.matcher) }))
        .find(({ marks }) => marks.some((mark) => !known.has(mark.what)));
      named?.marks.forEach((mark) => known.add(mark.what));
      let text = data.summary ?? '';
      let marks = findMatches(text, result.matcher);
      let reason = inTitle.length > 0 ? 'title' : named ? 'name' : marks.length > 0 ? 'summary' : 'label';
      if (isSounded) reason = 'title';
      if (reason === 'label' && data.text) {
        const body = await this.index.textOf(data);
        const inBody = findMatches(body, result.matcher);
        if (inBody.length > 0) [text, marks, reason] = [body, inBody, 'text'];
      }
      const typed = fold(result.query.text);
      const other = [...inTitle.map((mark) => [data.title, mark]), ...marks.map((mark) => [text, mark])]
        .find(([from, mark]) => mark.concept && !typed.includes(fold(from.slice(mark.start, mark.end))));
      return { address: data.address, title: markText(data.title, inTitle), lang: data.lang, kind, date: data.date,
        name: named ? markText(named.name, named.marks) : null, text: excerpt(text, marks), reason,
        term: other ? { word: other[0].slice(other[1].start, other[1].end), concept: other[1].concept } : null };
    }));
  }
}
