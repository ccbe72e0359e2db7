import { element } from '../element.js';
import { say } from '../language.js';
import { shortAmount } from './amount.js';
import { moveByArrows, type Position } from './arrow-keys.js';
import { placesOf, type DrawnBand } from './bands.js';
import { bandTitle, type Picture } from './picture.js';

/** A table with a row for each who helps and a column for each who is helped; a cell is the darker, the more it is. */
export function matrix(bands: readonly DrawnBand[], { pathOf }: Picture): HTMLElement {
  const donors = placesOf(bands, 'donor');
  const recipients = placesOf(bands, 'recipient');
  const most = Math.max(...bands.map(({ amount }) => amount));
  const links: HTMLElement[] = [];
  const positions: Position[] = [];
  const rows = donors.map(([donor, sum], row) => {
    const cells = recipients.map(([recipient], column) => {
      const band = bands.find((each) => each.donor.id === donor.id && each.recipient.id === recipient.id);
      if (!band) {
        return element('td');
      }
      const title = bandTitle(band);
      const link = element('a', { href: pathOf(band), title, 'aria-label': title }, shortAmount(band.amount));
      links.push(link);
      positions.push([row, column]);
      const cell = element('td', { class: band.unconfirmed >= band.amount ? 'pale' : null }, link);
      cell.style.setProperty('--share', `${Math.round(12 + 58 * Math.sqrt(band.amount / most))}%`);
      return cell;
    });
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('a', { href: donor.path }, donor.name)),
      ...cells,
      element('td', { class: 'sum' }, shortAmount(sum)),
    );
  });
  const heads = recipients.map(([{ name, path }]) =>
    element('th', { scope: 'col' }, element('a', { href: path }, element('span', {}, name))),
  );
  const table = element(
    'table',
    { class: 'matrix' },
    element('caption', {}, say('matrixCaption')),
    element(
      'thead',
      {},
      element('tr', {}, element('td'), ...heads, element('th', { scope: 'col', class: 'sum' }, say('sum'))),
    ),
    element('tbody', {}, ...rows),
    element(
      'tfoot',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'row', class: 'sum' }, say('sum')),
        ...recipients.map(([, sum]) => element('td', { class: 'sum' }, shortAmount(sum))),
        element('td'),
      ),
    ),
  );
  moveByArrows(table, links, positions);
  return element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say('matrixCaption') }, table);
}
