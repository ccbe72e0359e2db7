import { askDataSets } from '../about/data-sets.js';
import { element } from '../element.js';
import { language, say } from '../language.js';

/** The parameter of an address whose page stands in another. */
const parameter = 'embed';

/** Whether the page stands in another: it has no header and no footer, and its links open beside it. */
export const isEmbedded = new URLSearchParams(location.search).has(parameter);

/** The address of this page, in its language, for readers. */
export function pageAddress(): string {
  const address = new URL(location.href);
  address.searchParams.delete(parameter);
  address.searchParams.set('lang', language().toLowerCase());
  return address.href;
}

/** The address of this page for a frame of another. */
export function embedAddress(): string {
  const address = new URL(pageAddress());
  address.hash = '';
  // Without a value, as one writes it by hand.
  return `${address.href}&${parameter}`;
}

/** The line below an embedded page: where it is from, and of which data. */
export async function sourceLine(footer: HTMLElement, title: string, signal: AbortSignal): Promise<void> {
  const known = await askDataSets(signal);
  if (signal.aborted) {
    return;
  }
  footer.replaceChildren(
    element(
      'p',
      {},
      `${say('embedSource')}: `,
      element('a', { href: pageAddress() }, `${title} · Jiedui 结对`),
      ` · ${say('dataVersion')}: ${known?.version ?? say('unavailable')}`,
    ),
  );
}

/** Opens links of an embedded page in a new tab: the frame stays what the other page shows. */
export function openLinksOutside(): void {
  const turn = (): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]:not([target])')) {
      const href = link.getAttribute('href') ?? '';
      if (!href.startsWith('#')) {
        link.target = '_blank';
        link.rel = 'noopener';
      }
    }
  };
  new MutationObserver(turn).observe(document.body, { childList: true, subtree: true });
  turn();
}

/** Opens a path from an embedded page: another state of the same page in place, any other page in a new tab. */
export function openOutside(path: string, openHere: (path: string) => void): void {
  const target = new URL(path, location.href);
  if (target.pathname === location.pathname) {
    target.searchParams.set(parameter, '');
    openHere(target.pathname + target.search + target.hash);
  } else {
    window.open(target, '_blank', 'noopener');
  }
}
