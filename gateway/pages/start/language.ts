import { words, type Word } from './words.js';

/** The languages of the page, as the API names them. */
export type Language = 'EN' | 'ZH';

const key = 'jiedui.language';

let current: Language = remembered() ?? (navigator.language.startsWith('zh') ? 'ZH' : 'EN');

/** The language that the page is shown in. */
export function language(): Language {
  return current;
}

/** Shows the page in another language from its next drawing on, and remembers it in this browser. */
export function setLanguage(chosen: Language): void {
  current = chosen;
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // Without storage, the choice holds until the page is closed.
  }
}

/** A word or sentence of the page, with `{0}`, `{1}` … replaced by what is given. */
export function say(word: Word, ...values: readonly (string | number)[]): string {
  return pick(words[word]).replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
}

/** Of an English and a Chinese text, the one in the language of the page. */
export function pick([english, chinese]: readonly [string, string]): string {
  return current === 'EN' ? english : chinese;
}

/** The name of something that has a Chinese one and perhaps an English one. */
export function nameOf({ name, nameEn }: { readonly name: string; readonly nameEn: string | null }): string {
  return current === 'EN' ? (nameEn ?? name) : name;
}

function remembered(): Language | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'EN' || stored === 'ZH' ? stored : null;
  } catch {
    return null;
  }
}
