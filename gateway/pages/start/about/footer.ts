import { element } from '../element.js';
import { say } from '../language.js';
import { bibtex, plainCitation, type Cited } from './citation.js';
import { askDataSets } from './data-sets.js';

/** The footer of a page: the data sets, their version, where more is said of them, and how to cite the page. */
export async function renderFooter(footer: HTMLElement, title: string, signal: AbortSignal): Promise<void> {
  const known = await askDataSets(signal);
  if (signal.aborted) {
    return;
  }
  const sets = known?.sets.map(({ id }) => id).join(', ') ?? say('unavailable');
  const address = new URL(location.href);
  address.hash = '';
  const cited = {
    title,
    address: address.href,
    version: known?.version ?? null,
    day: new Date().toISOString().slice(0, 10),
  };
  footer.replaceChildren(
    element(
      'p',
      {},
      `${say('dataSets')}: ${sets} · ${say('dataVersion')}: ${known?.version ?? say('unavailable')} · `,
      element('a', { href: '/about' }, say('about')),
    ),
    citation(cited),
  );
}

/** How to cite a page; made when it is opened. */
function citation(cited: Cited): HTMLElement {
  const details = element('details', { class: 'cite' }, element('summary', {}, say('citePage')));
  details.addEventListener(
    'toggle',
    () => {
      details.append(
        element('p', {}, plainCitation(cited)),
        element('pre', { tabindex: 0, role: 'region', 'aria-label': 'BibTeX' }, element('code', {}, bibtex(cited))),
      );
    },
    { once: true },
  );
  return details;
}
