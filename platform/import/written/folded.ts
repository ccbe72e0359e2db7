import { loadSimplified } from '../../simplified.js';

let toSimplified: (text: string) => string = (text) => text;

/** Loads the tables of traditional characters, which `foldedWord` needs. */
export async function loadFolding(): Promise<void> {
  toSimplified = await loadSimplified();
}

/** A text without what input methods add: full-width forms become plain, dashes and quotes of one kind each. */
export const plainForms = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−﹣－─]+/g, '-')
    .replace(/[~∼〜～]/g, '~')
    .replace(/[‘’`´]/g, "'")
    .trim();

/** A text in plain forms and simplified characters. */
export const plainChinese = (text: string): string => toSimplified(plainForms(text));

/** A word to be compared: simplified, in lower case, without spaces, hyphens, underscores and final colons. */
export const foldedWord = (text: string): string =>
  plainChinese(text)
    .toLowerCase()
    .replace(/[\s_-]|[:：*]+$/g, '');
