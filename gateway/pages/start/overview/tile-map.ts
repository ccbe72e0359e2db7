import { element } from '../element.js';
import { language, say } from '../language.js';
import { provincesOf, type OverviewPairing } from './pairings.js';
import { tiles, type Tile } from './tiles.js';

interface Counts {
  readonly helps: number;
  readonly helped: number;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The provinces as equal tiles with their numbers of pairings, linked to their pages; one tab stop, then arrow keys. */
export function tileMap(pairings: readonly OverviewPairing[]): HTMLElement {
  const links = tiles.map((tile, place) => tileLink(tile, countsOf(tile[0], pairings), place === 0));
  const list = element('ul', { class: 'tiles' }, ...links.map((link) => element('li', {}, link)));
  list.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const from = links.findIndex((link) => link === document.activeElement);
    const next = step && from >= 0 ? neighbour(from, step) : -1;
    if (step) {
      event.preventDefault();
    }
    links[next]?.focus();
  });
  list.addEventListener('focusin', ({ target }) => {
    for (const link of links) {
      link.tabIndex = link === target ? 0 : -1;
    }
  });
  return list;
}

function countsOf(id: string, pairings: readonly OverviewPairing[]): Counts {
  return {
    helps: pairings.filter(({ donor }) => provincesOf(donor).has(id)).length,
    helped: pairings.filter(({ recipient }) => provincesOf(recipient).has(id)).length,
  };
}

function tileLink([id, row, column, chinese, english]: Tile, { helps, helped }: Counts, first: boolean): HTMLElement {
  const counts = [helps ? say('tileHelps', helps) : '', helped ? say('tileHelped', helped) : ''].filter(Boolean);
  const names = language() === 'EN' ? `${english} ${chinese}` : `${chinese} ${english}`;
  const title = `${names}: ${counts.join(', ') || say('tileNone')}`;
  const marks = [helps ? `↑${helps}` : '', helped ? `↓${helped}` : ''].filter(Boolean);
  const kind = helped ? 'helped' : helps ? 'helps' : 'none';
  const link = element(
    'a',
    { href: `/regions/${id}`, class: `tile ${kind}`, title, 'aria-label': title, tabindex: first ? 0 : -1 },
    element('span', { lang: 'zh-CN' }, chinese),
    marks.length > 0 ? element('span', { class: 'marks' }, marks.join(' ')) : null,
  );
  link.style.gridArea = `${row} / ${column}`;
  return link;
}

/** The index of the nearest tile in a direction, those in line before those beside it; -1 at the edge. */
function neighbour(from: number, [down, right]: readonly [number, number]): number {
  const [, row, column] = tiles[from] ?? ['', 0, 0];
  const distances = tiles.map(([, otherRow, otherColumn]) => {
    const ahead = (otherRow - row) * down + (otherColumn - column) * right;
    const aside = Math.abs((otherRow - row) * right) + Math.abs((otherColumn - column) * down);
    return ahead > 0 ? ahead + aside * 3 : Infinity;
  });
  const nearest = Math.min(...distances);
  return nearest === Infinity ? -1 : distances.indexOf(nearest);
}
