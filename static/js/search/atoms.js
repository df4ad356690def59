// Texts cut into what can be searched for: the rule of generator/search/atoms.h, which tests hold this one to.

const LONGEST_WORD = 32; // characters

// Accents; points of Hebrew; vowel marks and the tatweel of Arabic.
const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const UNSPACED = new RegExp('[\\u0e01-\\u0e4e\\u0e81-\\u0ecd\\u1000-\\u103f\\u1780-\\u17d3\\u3005-\\u3007\\u3041-\\u3096' +
  '\\u30a1-\\u30fe\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{323af}]', 'u');
// With the voicing mark that half-width kana have behind them.
const CHARACTER = /.[\uff9e\uff9f\u3099\u309a]?/gsu;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const RESPELT = { ß: 'ss', æ: 'ae', ð: 'd', ø: 'o', þ: 'th', đ: 'd', ħ: 'h', ı: 'i', ł: 'l', œ: 'oe', ŧ: 't', ς: 'σ' };

function foldCharacter(character) {
  const parts = character.normalize('NFKD').replace(DROPPED, '').normalize('NFC');
  let out = '';
  for (const one of parts) {
    const letter = one.toLowerCase();
    out += RESPELT[letter] ?? letter;
  }
  return out;
}

// [{text, isUnspaced, isJoined, start, end}]: `text` folded, start and end in the text as it was given. `simplified` maps
// traditional Han characters to simplified ones, where it is known.
export function splitAtoms(text, simplified = null) {
  const atoms = [];
  let word = null; // the atom being read
  let length = 0;
  let canJoin = false;
  let at = 0;
  for (const character of text.match(CHARACTER) ?? []) {
    const start = at;
    at += character.length;
    const isPlain = character.length === 1 && character < '\u0080';
    for (const one of isPlain ? character.toLowerCase() : foldCharacter(character)) {
      if (UNSPACED.test(one)) {
        atoms.push({ text: simplified?.get(one) ?? one, isUnspaced: true, isJoined: canJoin, start, end: at });
        word = null;
        canJoin = true;
      } else if (WORD.test(one)) {
        if (!word) {
          word = { text: '', isUnspaced: false, isJoined: false, start, end: at };
          length = 0;
          atoms.push(word);
        }
        canJoin = false;
        length += 1;
        if (length <= LONGEST_WORD) word.text += one;
        word.end = at;
      } else {
        word = null;
        canJoin = false;
      }
    }
  }
  return atoms;
}
