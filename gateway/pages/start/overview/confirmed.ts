import query from '../../../../documents/pages/overview-confirmed.graphql?raw';
import type { StartOverviewConfirmedQuery, StartOverviewConfirmedQueryVariables } from '../../generated/graphql.js';
import { ask } from '../graph.js';
import { askBands, type Places } from './ask-bands.js';
import type { Band } from './bands.js';
import { dayOf, pairingsFilter } from './filters.js';
import type { OverviewState } from './state.js';

/** How many values a request may have in its lists. */
const mostIds = 4000;

/** The pairings that a day shows and that no source of that day or a later one does. */
export interface Unconfirmed {
  readonly count: number;
  /** The bands, each with how many of its pairings are such. */
  readonly bands: readonly Band[];
}

/** Counts the pairings of a day that are last confirmed before it; null where the graph does not tell. */
export async function askUnconfirmed(
  state: OverviewState,
  places: Places,
  bands: readonly Band[],
  signal: AbortSignal,
): Promise<Unconfirmed | null> {
  const on = dayOf(state);
  if (on === null || state.measure !== 'pairings') {
    return { count: 0, bands };
  }
  const ids = await unconfirmedOn(on, state, signal);
  if (ids === null || ids.length === 0 || ids.length > mostIds) {
    return ids && { count: ids.length, bands };
  }
  const own = await askBands(state, places, signal, ids);
  return (
    own.bands && {
      count: ids.length,
      bands: bands.map((band) => ({ ...band, unconfirmed: own.bands?.find(sameSides(band))?.amount ?? 0 })),
    }
  );
}

const sameSides =
  (one: Band) =>
  ({ donor, recipient }: Band): boolean =>
    donor?.id === one.donor?.id && recipient?.id === one.recipient?.id;

/** The ids of the pairings without a period that is known to have held on a day. */
async function unconfirmedOn(on: string, state: OverviewState, signal: AbortSignal): Promise<readonly string[] | null> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const variables: StartOverviewConfirmedQueryVariables = { on, filter: pairingsFilter(state), after };
    const { data }: { readonly data: StartOverviewConfirmedQuery } = await ask(query, variables, signal);
    if (!data.pairings) {
      return null;
    }
    const { nodes, pageInfo } = data.pairings;
    found.push(...nodes.filter(({ periods }) => !periods.some(({ confirmed }) => confirmed)).map(({ id }) => id));
    if (!pageInfo.hasNextPage) {
      return found;
    }
    after = pageInfo.endCursor;
  }
}
