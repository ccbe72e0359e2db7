import { element } from '../element.js';
import { language, say } from '../language.js';
import { moveByArrows } from './arrow-keys.js';
import { shortAmount } from './amount.js';
import { placesOf, type DrawnBand } from './bands.js';
import { bandTitle, type Picture } from './picture.js';
import { colourAt, svg } from './svg.js';
import { pathOf, type OverviewState } from './state.js';
import { tiles, type Tile } from './tiles.js';

/** The provinces as equal tiles with arcs from who helps to who is helped; a tile opens its province. */
export function tileMap(bands: readonly DrawnBand[], state: OverviewState, picture: Picture): HTMLElement {
  const given = new Map(placesOf(bands, 'donor').map(([{ id }, sum]) => [id, sum]));
  const received = new Map(placesOf(bands, 'recipient').map(([{ id }, sum]) => [id, sum]));
  const links = tiles.map((tile) => tileLink(tile, given.get(tile[0]) ?? 0, received.get(tile[0]) ?? 0, state));
  const list = element('ul', { class: 'tiles' }, ...links.map((link) => element('li', {}, link)));
  moveByArrows(
    list,
    links,
    tiles.map(([, row, column]) => [row, column]),
  );
  const drawing = arcs(bands);
  const box = element('div', { class: 'tile-map' }, drawing, list);
  // What one points at, or has the focus, shows its own arcs alone.
  const choose = (id: string | null): void => {
    box.classList.toggle('chosen', id !== null);
    for (const arc of drawing.children) {
      arc.classList.toggle('own', arc.getAttribute('data-from') === id || arc.getAttribute('data-to') === id);
    }
  };
  links.forEach((link, place) => {
    const id = tiles[place]?.[0] ?? null;
    for (const [begin, end] of [
      ['mouseenter', 'mouseleave'],
      ['focus', 'blur'],
    ] as const) {
      link.addEventListener(begin, () => {
        choose(id);
      });
      link.addEventListener(end, () => {
        choose(null);
      });
    }
  });
  const others = bands.filter(({ donor, recipient }) => !isTile(donor.id) || !isTile(recipient.id));
  return element(
    'div',
    {},
    box,
    element('p', { class: 'quiet' }, say('mapKey')),
    others.length === 0
      ? null
      : element(
          'ul',
          { class: 'plain' },
          ...others.map((band) => element('li', {}, element('a', { href: picture.pathOf(band) }, bandTitle(band)))),
        ),
  );
}

/** The arcs alone over small squares, as a picture that a caption explains. */
export function smallMap(bands: readonly DrawnBand[], title: string): SVGElement {
  const squares = tiles.map(([, row, column]) =>
    svg('rect', { class: 'square', x: column - 0.94, y: row - 0.94, width: 0.88, height: 0.88, rx: 0.08 }),
  );
  return svg(
    'svg',
    { viewBox: '0 0 8 8', role: 'img', 'aria-label': title, class: 'small-map' },
    ...squares,
    arcs(bands),
  );
}

function arcs(bands: readonly DrawnBand[]): SVGElement {
  const most = Math.max(1, ...bands.map(({ amount }) => amount));
  const places = placesOf(bands, 'donor').map(([{ id }]) => id);
  const paths = bands.flatMap((band) => {
    const [from, to] = [band.donor, band.recipient].map(({ id }) => tiles.find(([each]) => each === id));
    if (!from || !to) {
      return [];
    }
    const isPale = band.unconfirmed >= band.amount;
    const path = svg(
      'path',
      {
        d: arc(from, to),
        class: isPale ? 'arc pale' : 'arc',
        stroke: colourAt(places.indexOf(band.donor.id)),
        'stroke-width': Math.max(0.02, 0.16 * Math.sqrt(band.amount / most)).toFixed(3),
        'data-from': band.donor.id,
        'data-to': band.recipient.id,
      },
      svg('title', {}, bandTitle(band)),
    );
    return [path];
  });
  return svg('svg', { viewBox: '0 0 8 8', class: 'arcs', 'aria-hidden': 'true' }, ...paths);
}

/** A curve from tile to tile, or a loop where both are the same. */
function arc([, row, column]: Tile, [, toRow, toColumn]: Tile): string {
  const [x0, y0, x1, y1] = [column - 0.5, row - 0.5, toColumn - 0.5, toRow - 0.5];
  if (x0 === x1 && y0 === y1) {
    return `M${x0 - 0.12} ${y0 + 0.3}a0.14 0.14 0 1 0 0.24 0`;
  }
  const [x, y] = [(x0 + x1) / 2 - (y1 - y0) * 0.18, (y0 + y1) / 2 + (x1 - x0) * 0.18];
  return `M${x0} ${y0}Q${x.toFixed(2)} ${y.toFixed(2)} ${x1} ${y1}`;
}

const isTile = (id: string): boolean => tiles.some(([each]) => each === id);

function tileLink(
  [id, row, column, chinese, english]: Tile,
  given: number,
  received: number,
  state: OverviewState,
): HTMLElement {
  const counts = [
    given > 0 ? say('sumGiven', shortAmount(given)) : '',
    received > 0 ? say('sumReceived', shortAmount(received)) : '',
  ].filter(Boolean);
  const isEnglish = language() === 'EN';
  const plain = english.replace('\u00ad', '');
  const names = isEnglish ? `${plain} ${chinese}` : `${chinese} ${plain}`;
  const title = `${names}: ${counts.join(', ') || say('tileNone')}`;
  const marks = [given > 0 ? `↑${shortAmount(given)}` : '', received > 0 ? `↓${shortAmount(received)}` : ''];
  const kind = received > 0 ? 'helped' : given > 0 ? 'helps' : 'none';
  const side = received > 0 || given === 0 ? { to: id, from: null } : { from: id, to: null };
  const link = element(
    'a',
    { href: pathOf(state, { ...side, view: 'flow' }), class: `tile ${kind}`, title },
    element('span', {}, isEnglish ? english : chinese),
    ...marks.filter(Boolean).flatMap((mark) => [' ', element('span', { class: 'marks' }, mark)]),
  );
  link.style.gridArea = `${row} / ${column}`;
  return link;
}
