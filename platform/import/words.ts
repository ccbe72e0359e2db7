import { enumDocumentation } from '../described-enum.js';
import { foldedWord } from './written/folded.js';

/** Gives the values of an enumeration that a word may mean: several where it does not tell them apart. */
export type FindValues = (word: string) => readonly string[];

const found = new Map<object, FindValues>();

/** How the values of an enumeration are found by their names, labels and the Chinese terms of their descriptions. */
export function enumWords(values: object): FindValues {
  const known = found.get(values);
  if (known) {
    return known;
  }
  const own = new Map<string, Set<string>>();
  const terms = new Map<string, Set<string>>();
  const add = (words: Map<string, Set<string>>, word: string, value: string): void => {
    const folded = foldedWord(word);
    words.set(folded, (words.get(folded) ?? new Set()).add(value));
  };
  const documentation = enumDocumentation(values);
  for (const value of Object.keys(values)) {
    const { en = '', one = '', zh = '', measure = '' } = documentation?.labels[value] ?? {};
    for (const word of [value, en, one, zh, measure + zh].filter((each) => each !== '')) {
      add(own, word, value);
    }
    for (const term of [...chineseTerms(documentation?.values[value] ?? ''), ...(documentation?.also[value] ?? [])]) {
      add(terms, term, value);
    }
  }
  const find: FindValues = (word) => {
    const folded = foldedWord(word);
    return [...(own.get(folded) ?? terms.get(folded) ?? [])];
  };
  found.set(values, find);
  return find;
}

/** The Chinese terms in the brackets of a description: "Donations in money (捐款); part of SOCIAL". */
const chineseTerms = (description: string): readonly string[] =>
  Array.from(description.matchAll(/\(([^()]*)\)/g), ([, inside = '']) => inside.split(/[,、，;；]/))
    .flat()
    .map((term) => term.trim())
    .filter((term) => /^\p{Script=Han}+$/u.test(term));
