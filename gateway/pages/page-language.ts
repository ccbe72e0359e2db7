import type { Language } from './generated/graphql.js';

const key = 'jiedui.language';

/** The parameter of an address that names its language: en or zh. */
export const languageParameter = 'lang';

/** The language that an address names; null where it names none. */
export function languageOfAddress({ search }: Pick<Location, 'search'>): Language | null {
  const named = new URLSearchParams(search).get(languageParameter);
  return named === 'en' ? 'EN' : named === 'zh' ? 'ZH' : null;
}

/** The language in which a page opens: that of its address, else the one that the reader chose, else that of the browser. */
export function firstLanguage(): Language {
  return languageOfAddress(location) ?? stored() ?? (navigator.language.startsWith('zh') ? 'ZH' : 'EN');
}

/** Stores the reader's choice in this browser. */
export function storeLanguage(chosen: Language): void {
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // Without storage, the choice lasts until the page is closed.
  }
}

function stored(): Language | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'EN' || value === 'ZH' ? value : null;
  } catch {
    return null;
  }
}
