import type { Language } from '../generated/graphql.js';
import { firstLanguage, languageOfAddress, languageParameter, storeLanguage } from '../page-language.js';
import { words, type Word } from './words.js';

let current: Language = firstLanguage();

/** The current language of the page. */
export function language(): Language {
  return current;
}

/** Takes the language that the address names, if it names one: it comes before the stored choice. */
export function followAddress(): void {
  current = languageOfAddress(location) ?? current;
}

/** Whether the address names a language. */
export const namesLanguage = (): boolean => languageOfAddress(location) !== null;

/** A path of these pages with the language that the address of the page names, if it names one. */
export function keepLanguage(path: string): string {
  const own = languageOfAddress(location);
  const target = new URL(path, location.href);
  if (own === null || target.searchParams.has(languageParameter)) {
    return path;
  }
  target.searchParams.set(languageParameter, own.toLowerCase());
  return target.pathname + target.search + target.hash;
}

/** Sets the language for the next rendering, and stores it in this browser. */
export function setLanguage(chosen: Language): void {
  current = chosen;
  if (namesLanguage()) {
    const address = new URL(location.href);
    address.searchParams.set(languageParameter, chosen.toLowerCase());
    history.replaceState(history.state, '', address);
  }
  storeLanguage(chosen);
}

/** A text of the page, with `{0}`, `{1}` … replaced by the values. */
export function say(word: Word, ...values: readonly (string | number)[]): string {
  const [english, chinese] = words[word];
  return (current === 'EN' ? english : chinese).replace(/\{(\d)\}/g, (_, place: string) =>
    String(values[Number(place)] ?? ''),
  );
}

/** A text with a capital first letter, as it stands at the beginning of a cell or a heading. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name in the language of the page; the Chinese one where there is no English one. */
export function nameOf({ name, nameEn }: { readonly name: string; readonly nameEn: string | null }): string {
  return current === 'EN' ? (nameEn ?? name) : name;
}

/** A text that may be there in both languages, or in one: in that of the page if it can be; null where there is none. */
export function inEither(
  english: string | null,
  chinese: string | null,
): { readonly text: string; readonly lang: 'en' | 'zh' } | null {
  const [own, other] = current === 'EN' ? [english, chinese] : [chinese, english];
  const text = own ?? other;
  return text === null ? null : { text, lang: text === english ? 'en' : 'zh' };
}
