import { element } from '../element.js';
import { nameOf, say } from '../language.js';
import { missingText } from '../records/table.js';
import { colourOf } from './flows.js';
import { hasUnknownSum, type Letters, type OverviewPairing } from './pairings.js';

/** The meaning of the chart's letters, colours and widths. */
export function legend(pairings: readonly OverviewPairing[], letters: Letters): HTMLElement {
  const programmes = new Map(pairings.map(({ programme }) => [programme?.id ?? '', programme]));
  const items = [...letters].flatMap(([id, letter]) => {
    const programme = programmes.get(id);
    return programme ? [element('li', {}, programmeBadge(letter), ' ', nameOf(programme))] : [];
  });
  return element(
    'div',
    {},
    element('ul', { class: 'legend' }, ...items),
    element('p', { class: 'quiet' }, say('widthKey')),
    pairings.some(hasUnknownSum) ? missingText('sumsMissing') : null,
  );
}

/** The letter of a programme on its colour. */
export function programmeBadge(letter: string | undefined): HTMLElement {
  const badge = element('span', { class: 'badge' }, letter ?? '–');
  badge.style.setProperty('--colour', colourOf(letter));
  return badge;
}
