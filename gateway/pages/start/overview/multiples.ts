import query from '../../../../documents/pages/overview-rounds.graphql?raw';
import { Listing } from '../../../../schema/labels.json';
import type { StartOverviewRoundsQuery } from '../../generated/graphql.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, nameOf, say } from '../language.js';
import { csvAddress } from '../lists/csv-address.js';
import type { Place } from '../lists/list-view.js';
import { sortedTable, type Column } from '../lists/sorted-table.js';
import { programmePath } from '../paths.js';
import { queryBox } from '../query-box.js';
import { takeAlong } from '../take-along/take-along.js';
import { missingText } from '../records/table.js';
import { askBands, type Bands } from './ask-bands.js';
import { drawn } from './bands.js';
import type { Shown } from './picture.js';
import { smallMap } from './tile-map.js';
import { pathOf, type OverviewState } from './state.js';

type Round = NonNullable<StartOverviewRoundsQuery['rounds']>['nodes'][number];

/** A small map for each round, of its pairings between provinces, and a table of the rounds. */
export async function multiples(state: OverviewState, place: Place): Promise<Shown> {
  const { data, missing } = await ask<StartOverviewRoundsQuery>(query, {}, place.signal);
  const rounds = (data.rounds?.nodes ?? []).filter(
    ({ programme }) => state.programme === null || programme?.id === state.programme,
  );
  const cards = await Promise.all(rounds.map((round) => cardOf(round, state, place.signal)));
  cards.sort((one, other) => yearOf(one).localeCompare(yearOf(other)));
  const csv = csvAddress('overview-rounds');
  const tables = [{ name: say('rounds'), path: csv }];
  const content = data.rounds
    ? element(
        'section',
        {},
        element('p', { class: 'quiet' }, say('roundsKey')),
        element('ul', { class: 'multiples' }, ...cards.map(card)),
        roundTable(cards, place),
        element('p', {}, element('a', { href: csv }, say('asCsv'))),
      )
    : missingText('unavailable');
  return {
    content,
    after: [takeAlong({ name: 'overview-rounds', variables: {}, tables }), queryBox(query, {})],
    missing,
  };
}

interface Card {
  readonly round: Round;
  readonly path: string;
  readonly bands: Bands;
}

const yearOf = ({ round }: Card): string => /\d{4}/.exec(round.id)?.[0] ?? '';

async function cardOf(round: Round, state: OverviewState, signal: AbortSignal): Promise<Card> {
  const own = {
    ...state,
    measure: 'pairings',
    round: round.id,
    from: null,
    to: null,
    year: null,
    view: 'map',
  } as const;
  return { round, path: pathOf(own), bands: await askBands(own, { from: null, to: null }, signal) };
}

function card({ round, path, bands: { bands, all } }: Card): HTMLElement {
  const name = nameOf(round);
  return element(
    'li',
    {},
    bands ? smallMap(drawn(bands), say('roundPicture', name)) : missingText('unavailable'),
    element('a', { href: path }, name),
    element('span', { class: 'block' }, all ?? say('unavailable')),
  );
}

function roundTable(cards: readonly Card[], { search, replace }: Place): HTMLElement {
  const columns: Column<Card>[] = [
    {
      name: 'round',
      head: say('round'),
      cell: ({ round, path }) => element('a', { href: path }, nameOf(round)),
      key: ({ round }) => nameOf(round),
    },
    {
      name: 'programme',
      head: say('programme'),
      cell: ({ round: { programme } }) =>
        programme && element('a', { href: programmePath(programme.id) }, nameOf(programme)),
      key: ({ round: { programme } }) => programme && nameOf(programme),
    },
    {
      name: 'listing',
      head: say('listing'),
      cell: ({ round }) => capitalised(label(Listing, round.listing)),
      key: ({ round }) => round.listing,
    },
    {
      name: 'amount',
      head: say('pairings'),
      cell: ({ bands: { all } }) => all ?? say('unavailable'),
      key: ({ bands: { all } }) => (all === null ? null : parseInt(all)),
    },
  ];
  const values = new URLSearchParams(search);
  return sortedTable(say('asTable'), columns, cards, values.get('sort') ?? '', (sorting) => {
    values.set('sort', sorting);
    replace(`?${values.toString()}`);
  });
}
