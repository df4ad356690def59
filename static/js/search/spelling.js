// Words that are nearly right, and names in pinyin.

// The number of letters to change, add, drop or swap with their neighbour, or more than `most`.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = null;
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      smallest = Math.min(smallest, row[j]);
    }
    if (smallest > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

// How many mistakes are forgiven in a word.
export function forgiven(word) {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

// How near two words are to being forms of one: 0.9 where an ending of two letters sets them apart (law, laws), 0.6 where
// most of their letters from the first on are the same (policy, policies), else 0.
export function kinship(a, b) {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared += 1;
  const rests = a.length + b.length - 2 * shared;
  if (shared >= 3 && rests <= 2 && shared === Math.min(a.length, b.length)) return 0.9;
  return shared >= 4 && rests <= 4 && shared >= 0.6 * Math.max(a.length, b.length) ? 0.6 : 0;
}

// Syllables by how they begin; ü is v.
const FINALS = {
  '': 'a ai an ang ao e ei en eng er o ou',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  d: 'a ai an ang ao e en eng i ian iao ie ing iu ong ou u uan ui un uo',
  f: 'a an ang ei en eng iao o ou u',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  t: 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo',
  w: 'a ai an ang ei en eng o u',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  y: 'a an ang ao e i in ing o ong ou u uan ue un',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  zh: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
};
const SYLLABLES = new Set(Object.entries(FINALS).flatMap(([first, finals]) => finals.split(' ').map((one) => first + one)));

// A word as syllables of pinyin, or null. The longest syllables are tried first. The last may be unfinished, where
// `isOpen`: then it is given with a `*`.
export function syllablesOf(word, isOpen) {
  if (word === '') return [];
  for (let length = Math.min(6, word.length); length > 0; length -= 1) {
    const head = word.slice(0, length);
    const isEnd = length === word.length;
    if (SYLLABLES.has(head)) {
      const rest = syllablesOf(word.slice(length), isOpen);
      if (rest) return [isEnd && isOpen ? `${head}*` : head, ...rest];
    } else if (isEnd && isOpen && head in FINALS) {
      return [`${head}*`];
    }
  }
  return null;
}
