import levenshtein from 'damerau-levenshtein';

import { wordsOf } from '../../../platform/text-index.js';
import type { SearchForm, SearchMatch } from './search-form.entity.js';
import { alikeSound } from './sounds.js';

/** A search form that matches a text, and its distance: 0 where they are equal, more for weaker matches. */
export interface Match {
  readonly form: SearchForm;
  readonly distance: number;
}

/** The distances of hits by how they match, the best first. docs/search.md describes them. */
export const ranks = {
  /** The whole form, or all of it but the kind of unit: 西湖 for 西湖区. */
  equal: 0,
  /** A pairing by a short name of both sides, 粤桂, and the regions by their part of it. */
  shortPairing: 0.5,
  shortName: 0.6,
  /** A pairing by the names of both sides. */
  pairing: 1,
  beginning: 2,
  /** The beginning and the end: 东西部协作 for 东西部扶贫协作. */
  ends: 3.5,
  inside: 4,
  /** Another kind of unit, or a kind too many: 恩施地区 for 恩施州. */
  otherKind: 4.5,
  /** The same sound, written with other characters: 贵洲. */
  sameSound: 5,
  /** A sound that many do not tell apart: 兰京 for 南京. */
  alikeSound: 6,
  /** Typing errors, each of which adds 1. */
  typos: 6,
  /** Another reading of the same characters. */
  otherReading: 7.5,
  /** A part of a word or number. */
  insideWord: 8,
  /** Its words, or its characters in their order, with others between. */
  scattered: 8.5,
  /** A name inside a longer text. */
  part: 10,
} satisfies Readonly<Record<string, number>>;

/** What is added to the distance for a kind of form: people mean names first. */
const penalties: Readonly<Partial<Record<SearchMatch, number>>> = {
  FORMER_NAME: 1,
  FORMER_CODE: 1,
  INITIALS: 1,
  PINYIN: 1,
};

/** What is added for the titles of records: they are sentences, with the names of other things in them. */
const titlePenalty = 2;
const titled: ReadonlySet<SearchForm['kind']> = new Set(['PROVISION', 'PROJECT']);

/** The match of a form at a distance. */
export const matchAt = (form: SearchForm, distance: number): Match => ({
  form,
  distance: distance + (penalties[form.match] ?? 0) + (titled.has(form.kind) ? titlePenalty : 0),
});

/** The match of a text, given as its words, with a form as it stands; null where there is none. */
export function matchOf(form: SearchForm, words: readonly string[]): Match | null {
  const text = words.join('');
  if (form.text === text || form.stem === text) {
    return isSpeltIn(form, words) ? { form, distance: ranks.equal } : matchAt(form, ranks.equal);
  }
  if (form.text.startsWith(text)) {
    return matchAt(form, ranks.beginning);
  }
  if (!form.text.includes(text)) {
    return null;
  }
  return matchAt(form, isHan(text) || beginsWord(form, text) ? ranks.inside : ranks.insideWord);
}

/** Whether a word or a syllable of a form begins with a text: `enshe` is not that in Wensheng. */
const beginsWord = ({ form }: SearchForm, text: string): boolean => {
  const words = wordsOf(form);
  return words.some((_, place) => words.slice(place).join('').startsWith(text));
};

/** Whether several words are the syllables of a form: `ji an shi` is 吉安市 and not 建始. */
const isSpeltIn = ({ match, form }: SearchForm, words: readonly string[]): boolean =>
  words.length > 1 && match === 'PINYIN' && words.every((word, place) => wordsOf(form)[place] === word);

/** The match of a text with a form that it resembles; null where it does not. Digits are never mistyped. */
export function resemblance(form: SearchForm, words: readonly string[]): Match | null {
  const text = words.join('');
  if (digitsOf(text) !== '' && digitsOf(text) !== digitsOf(form.text)) {
    return null;
  }
  if (hasEndsOf(form, text)) {
    return matchAt(form, ranks.ends);
  }
  const typos = Math.min(...[form.text, form.stem].map((meant) => typosBetween(text, meant)));
  if (typos <= allowedTypos(text)) {
    return matchAt(form, ranks.typos + typos);
  }
  return hasParts(form, words) ? matchAt(form, ranks.scattered) : null;
}

/** The match of what a text sounds like, pinyin without tones, with a form; null where they sound unlike. */
export function soundMatch(form: SearchForm, sound: string): Match | null {
  const key = alikeSound(sound);
  const isAlike = /^[a-z]+$/.test(form.text) && [form.text, form.stem].some((each) => alikeSound(each) === key);
  return isAlike ? matchAt(form, ranks.alikeSound) : null;
}

const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim();

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** How many typing errors are allowed: letters added, left out, wrong or swapped. */
const allowedTypos = ({ length }: string): number => (length < 2 ? 0 : length < 8 ? 1 : 2);

function typosBetween(text: string, meant: string): number {
  const difference = Math.abs(text.length - meant.length);
  if (difference > allowedTypos(text) || meant.length < 2) {
    return Infinity;
  }
  // Of two characters, both must be there: 张港 may be 张家港, but any name may have one other character.
  const isTooShort = text.length < 3 && !(isHan(text) && Array.from(text).every((each) => meant.includes(each)));
  return isTooShort ? Infinity : levenshtein(text, meant).steps;
}

/** Whether a form has the text but for something in its middle. */
function hasEndsOf(form: SearchForm, text: string): boolean {
  const least = isHan(text) ? 2 : 4;
  const begins = commonBeginning(text, form.text);
  const rest = text.slice(begins);
  return begins >= least && rest.length >= least && form.text.length > text.length && form.text.endsWith(rest);
}

function commonBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  return length;
}

/** Whether a form has the characters of a Chinese text in their order, or the words of another. */
function hasParts({ form, text: whole }: SearchForm, words: readonly string[]): boolean {
  const text = words.join('');
  if (!isHan(text)) {
    const all = wordsOf(form);
    return words.length > 1 && words.every((word) => all.includes(word));
  }
  const parts = Array.from(text);
  let place = 0;
  for (const each of whole) {
    place += each === parts[place] ? 1 : 0;
  }
  return place === parts.length && parts.length >= 4;
}

/** The best match of each record, by kind and id. */
export function bestOf(matches: readonly Match[]): ReadonlyMap<string, Match> {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const key = keyOf(match.form);
    const known = best.get(key);
    if (!known || match.distance < known.distance) {
      best.set(key, match);
    }
  }
  return best;
}

/** Identifies what a form belongs to. */
export const keyOf = ({ kind, record }: Pick<SearchForm, 'kind' | 'record'>): string => `${kind} ${record}`;
