import { keepLanguage, namesLanguage } from './language.js';
import { routeOf } from './router.js';

/** Makes links to these pages keep the language that the address names, also in a new tab. */
export function keepLanguageOfLinks(): void {
  const keep = (): void => {
    for (const link of namesLanguage() ? document.querySelectorAll('a') : []) {
      const path = link.getAttribute('href') ?? '';
      if (link.origin === location.origin && routeOf(link) && !path.startsWith('#')) {
        link.setAttribute('href', keepLanguage(path));
      }
    }
  };
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
}

/** The last part of a path, as text. */
export function lastPart(path: string): string {
  const part = path.split('/').findLast((each) => each !== '') ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
