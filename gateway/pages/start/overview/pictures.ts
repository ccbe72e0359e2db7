import { element, present } from '../element.js';
import { say } from '../language.js';
import type { Place } from '../lists/list-view.js';
import { queryBox } from '../query-box.js';
import { cutNotice, missingText } from '../records/table.js';
import { takeAlong } from '../take-along/take-along.js';
import { askBands, measureText, type Bands, type Places } from './ask-bands.js';
import { bandTable, leftOutTable } from './band-table.js';
import { drawn, type Band, type DrawnBand } from './bands.js';
import { askUnconfirmed, type Unconfirmed } from './confirmed.js';
import { dayOf } from './filters.js';
import { flowPicture } from './flow-picture.js';
import { matrix } from './matrix.js';
import type { Picture, Shown } from './picture.js';
import { pathOf, type OverviewState } from './state.js';
import { tileMap } from './tile-map.js';

/** The bands of a state as a picture and a table. What is last confirmed before the day is marked when it is known. */
export async function pictureOf(
  state: OverviewState,
  places: Places,
  place: Place,
  open: (path: string) => void,
): Promise<Shown> {
  const { signal } = place;
  const found = await askBands(state, places, signal);
  const content = element('section', { class: 'who' });
  const show = (bands: readonly Band[], apart: Unconfirmed | null): void => {
    content.replaceChildren(...shown(found, bands, apart, state, place, open));
  };
  if (found.bands) {
    const { bands } = found;
    show(bands, null);
    void askUnconfirmed(state, places, bands, signal).then(
      (apart) => {
        if (!signal.aborted && apart && apart.count > 0) {
          show(apart.bands, apart);
        }
      },
      () => undefined,
    );
  } else {
    content.replaceChildren(missingText('unavailable'));
  }
  const { name, query, variables, csv, missing } = found;
  const tables = [{ name: measureText(state.measure), path: csv }];
  return { content, after: [takeAlong({ name, variables, tables }), queryBox(query, variables)], missing };
}

function shown(
  found: Bands,
  bands: readonly Band[],
  apart: Unconfirmed | null,
  state: OverviewState,
  place: Place,
  open: (path: string) => void,
): (Node | string)[] {
  const alone = (band: DrawnBand): string => pathToBand(band, state);
  const own = drawn(bands);
  const sorting = new URLSearchParams(place.search).get('sort') ?? '';
  const sorted = (next: string): void => {
    const search = new URLSearchParams(place.search);
    search.set('sort', next);
    place.replace(`?${search.toString()}`);
  };
  const on = dayOf(state);
  return present([
    element('p', { class: 'count', role: 'status' }, countText(found, state)),
    found.isPartial && element('p', { class: 'quiet' }, say('partialLists')),
    found.undated > 0 &&
      element(
        'p',
        { class: 'quiet' },
        say('undatedMore', found.undated),
        element('a', { href: pathOf(state, { day: null }) }, say('anyTime')),
      ),
    apart && on !== null && element('p', { class: 'quiet apart' }, say('unconfirmed', apart.count, on)),
    own.length > 0
      ? element(
          'figure',
          {},
          picture(own, state, { open, pathOf: alone, signal: place.signal }),
          element('figcaption', { class: 'quiet' }, say('widthKey', measureText(state.measure))),
        )
      : element('p', { class: 'notice' }, say(state.measure === 'pairings' ? 'noPairings' : 'noFigures')),
    leftOutTable(bands),
    own.length > 0 && bandTable(own, measureText(state.measure), alone, sorting, sorted),
    cutNotice(found.bands?.length ?? 0, state.level === null ? found.groups : 0),
    element('p', {}, element('a', { href: found.csv }, say('asCsv'))),
  ]);
}

function picture(bands: readonly DrawnBand[], state: OverviewState, how: Picture): HTMLElement {
  switch (state.view) {
    case 'matrix':
      return matrix(bands, how);
    case 'map':
      return tileMap(bands, state, how);
    default:
      return flowPicture(bands, how);
  }
}

/** How much there is, and of when. */
function countText({ all }: Bands, state: OverviewState): string {
  const amount = all ?? say('unavailable');
  if (state.measure === 'pairings') {
    const on = dayOf(state);
    const when = on ?? (typeof state.year === 'number' ? String(state.year) : say('anyTime'));
    return say('countOn', amount, when);
  }
  const when =
    state.year === null
      ? say('yearAllTogether')
      : typeof state.year === 'number'
        ? String(state.year)
        : say('yearEach');
  return say('amountOf', measureText(state.measure), amount, when);
}

/** The path of what one place gives another, with both opened. */
function pathToBand({ donor, recipient }: DrawnBand, state: OverviewState): string {
  const view = state.view === 'map' ? 'flow' : state.view;
  return pathOf(state, { from: donor.id, to: recipient.id, view });
}
