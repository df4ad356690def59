// Reads the index that generator/search/ writes, piece by piece; its README.md has the format.

const DIGEST = 8; // characters

const decoder = new TextDecoder();

// By code points, which is the order of the terms' bytes.
function compareTerms(a, b) {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i += 1) {
    if (left[i] !== right[i]) return left[i].codePointAt(0) - right[i].codePointAt(0);
  }
  return left.length - right.length;
}

// The last entry that is not behind `term`.
function placeOf(firsts, term) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareTerms(firsts[middle], term) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// [{term, count, entries, flags}] of a piece; entries and flags are read when they are asked for.
function decodeTerms(buffer) {
  const bytes = new Uint8Array(buffer);
  const terms = [];
  const current = [];
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at];
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    current.length = number();
    for (let rest = number(); rest > 0; rest -= 1, at += 1) current.push(bytes[at]);
    const count = number();
    const length = number();
    terms.push({ term: decoder.decode(Uint8Array.from(current)), count, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return terms;
}

// Calls visit(entry, parts, strength) for each posting of a term.
export function forEachPosting(term, visit) {
  let entry = 0;
  let at = 0;
  while (at < term.bytes.length) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = term.bytes[at];
      at += 1;
      gap += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    entry += gap;
    visit(entry, term.bytes[at] & 0x1f, term.bytes[at] >> 5);
    at += 1;
  }
}

// How many of a term's postings the index holds: fewer than `count` for the commonest terms.
export function isCut(term) {
  return term.count > 4096;
}

// Numbers from the distances between them.
export function fromGaps(gaps) {
  let last = 0;
  return gaps.map((gap) => (last += gap));
}

export class IndexReader {
  // `base` is the address of the folder with index.json, a slash at its end. `get` fetches, for tests.
  constructor(base, get = (address) => fetch(address)) {
    this.base = base;
    this.get = get;
    this.pieces = new Map();
  }

  async open() {
    this.opening ??= this.read('index.json', 'json').then((manifest) => this.take(manifest));
    return this.opening;
  }

  take(manifest) {
    this.manifest = manifest;
    this.count = manifest.count;
    let first = 0;
    this.kinds = manifest.kinds.map(([name, many, one, count, importance]) => {
      const kind = { name, many, one, first, count, importance };
      first += count;
      return kind;
    });
    this.facets = manifest.facets.map(([path, label, names, number, digest]) =>
      ({ path, label, names, file: `f${number}-${digest}.json` }));
    this.misspellable = new Map(manifest.words.map(([letter, digest], i) => [letter, `v${i}-${digest}.txt`]));
    return this;
  }

  read(name, type) {
    if (!this.pieces.has(name)) {
      const reading = this.get(this.base + name).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return type === 'json' ? response.json() : type === 'text' ? response.text() : response.arrayBuffer();
      });
      reading.catch(() => this.pieces.delete(name)); // so that the next search tries again
      this.pieces.set(name, reading);
    }
    return this.pieces.get(name);
  }

  kindOf(entry) {
    return this.kinds.find((kind) => entry < kind.first + kind.count);
  }

  // 0 for an entry that no other refers to, 1 for one, 2 for two, 3 for four, and so on.
  importanceOf(entry, kind) {
    let level = 0;
    while (level < kind.importance.length && entry - kind.first < kind.importance[level]) level += 1;
    return level;
  }

  // The name of piece `number` of a list.
  async pieceName(letter, list, number, ending) {
    if (list.fan === 0) return `${letter}${number}-${list.digests.substr(number * DIGEST, DIGEST)}${ending}`;
    const upper = Math.floor(number / list.fan);
    const part = await this.read(`${letter}l${upper}-${list.digests.substr(upper * DIGEST, DIGEST)}.json`, 'json');
    return `${letter}${number}-${part.digests.substr((number % list.fan) * DIGEST, DIGEST)}${ending}`;
  }

  async numberOfTermPiece(term) {
    const list = this.manifest.terms;
    const place = placeOf(list.firsts, term);
    if (list.fan === 0 || place < 0) return place;
    const part = await this.read(`tl${place}-${list.digests.substr(place * DIGEST, DIGEST)}.json`, 'json');
    return place * list.fan + placeOf(part.firsts, term);
  }

  async termPiece(number) {
    const name = await this.pieceName('t', this.manifest.terms, number, '.bin');
    const key = `decoded ${name}`;
    if (!this.pieces.has(key)) this.pieces.set(key, this.read(name, 'bytes').then(decodeTerms));
    return this.pieces.get(key);
  }

  // The term, or null.
  async find(term) {
    const number = await this.numberOfTermPiece(term);
    if (number < 0) return null;
    return (await this.termPiece(number)).find((one) => one.term === term) ?? null;
  }

  // The terms that begin with a text, from at most `most` pieces.
  async findBeginningWith(start, most) {
    const list = this.manifest.terms;
    const last = await this.numberOfTermPiece(`${start}\u{10ffff}`);
    const first = Math.max(0, await this.numberOfTermPiece(start));
    const numbers = [];
    for (let i = first; i <= Math.min(last, first + most - 1); i += 1) numbers.push(i);
    const found = await Promise.all(numbers.map((number) => this.termPiece(number)));
    return list ? found.flat().filter((one) => one.term.startsWith(start)) : [];
  }

  // Words of the index that begin with this character.
  async wordsWith(first) {
    const name = this.misspellable.get(first);
    return name ? (await this.read(name, 'text')).split('\n') : [];
  }

  // Traditional characters, each with its simplified form.
  async simplifiedForms() {
    const characters = [...await this.read(`h0-${this.manifest.traditional}.txt`, 'text')];
    const forms = new Map();
    for (let i = 0; i + 1 < characters.length; i += 2) forms.set(characters[i], characters[i + 1]);
    this.forms = forms; // for whoever compares texts from now on
    return forms;
  }

  // {address, title, lang, names, summary, date, text}
  async entry(number) {
    const per = this.manifest.perPiece;
    const name = await this.pieceName('e', this.manifest.entries, Math.floor(number / per), '.json');
    return (await this.read(name, 'json'))[number % per];
  }

  async textOf(entry) {
    if (!entry.text) return '';
    const [number, digest, place] = entry.text;
    return (await this.read(`x${number}-${digest}.json`, 'json'))[place];
  }

  // [{id, label, entries}] of a facet.
  async optionsOf(facet) {
    const options = await this.read(facet.file, 'json');
    return options.map(([id, label, gaps]) => ({ id, label, entries: fromGaps(gaps) }));
  }

  // [{year, entries}]
  async years() {
    if (!this.manifest.years) return [];
    const years = await this.read(`y0-${this.manifest.years}.json`, 'json');
    return years.map(([year, gaps]) => ({ year, entries: fromGaps(gaps) }));
  }
}
