import coursesQuery from '../../../../documents/pages/overview-courses.graphql?raw';
import fundsQuery from '../../../../documents/pages/overview-funds.graphql?raw';
import placementsQuery from '../../../../documents/pages/overview-placements.graphql?raw';
import pairingsQuery from '../../../../documents/pages/overview.graphql?raw';
import { FundKind, PlacementStage, Unit } from '../../../../schema/labels.json';
import type {
  PairingGroupKey,
  StartOverviewFundsQuery,
  StartOverviewQuery,
  StartOverviewQueryVariables,
} from '../../generated/graphql.js';
import { ask, type Missing } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, language, say } from '../language.js';
import { csvAddress } from '../lists/csv-address.js';
import type { Band } from './bands.js';
import { dayOf, pairingsFilter, recordsFilter, undatedFilter } from './filters.js';
import { depthIn, nodeOf, type Place, type SideName } from './places.js';
import type { MeasureName, OverviewState } from './state.js';

/** The bands of a state, and what is said of them as a whole. */
export interface Bands {
  /** Null while the graph does not have them. */
  readonly bands: readonly Band[] | null;
  /** How many pairings there are, or what all records come to; null while that is not known. */
  readonly all: string | null;
  /** How many pairings no day shows, since no source dates their beginning; 0 where no day is asked for. */
  readonly undated: number;
  /** Whether pairings are known to be missing. */
  readonly isPartial: boolean;
  /** How many groups there are; more than bands where only the largest were asked for. */
  readonly groups: number;
  readonly missing: Missing;
  /** The named query, its text, and its variables. */
  readonly name: string;
  readonly query: string;
  readonly variables: object;
  readonly csv: string;
}

/** The places that a state names, as far as there are such. */
export interface Places {
  readonly from: Place | null;
  readonly to: Place | null;
}

/** The groups of records have the same fields, whatever is added. */
type RecordGroups = StartOverviewFundsQuery;

interface RecordMeasure {
  readonly name: string;
  readonly query: string;
  readonly argument: Readonly<Record<string, string>>;
}

/** The measures that are totals of records: their named queries, and what these add. */
const recordMeasures: Readonly<Record<Exclude<MeasureName, 'pairings'>, RecordMeasure>> = {
  fiscal: { name: 'overview-funds', query: fundsQuery, argument: { kind: 'FISCAL' } },
  placed: { name: 'overview-placements', query: placementsQuery, argument: { stage: 'PLACED' } },
  stable: { name: 'overview-placements', query: placementsQuery, argument: { stage: 'STABLE' } },
  trained: { name: 'overview-courses', query: coursesQuery, argument: { unit: 'PERSON' } },
  trainings: { name: 'overview-courses', query: coursesQuery, argument: { unit: 'PERSON_TIME' } },
};

/** The name of a measure. */
export function measureText(measure: MeasureName): string {
  switch (measure) {
    case 'pairings':
      return say('pairings');
    case 'fiscal':
      return capitalised(label(FundKind, 'FISCAL'));
    case 'placed':
    case 'stable':
      return say('measureWork', label(PlacementStage, measure === 'placed' ? 'PLACED' : 'STABLE'));
    case 'trained':
    case 'trainings':
      return say('measureTrained', label(Unit, measure === 'trained' ? 'PERSON' : 'PERSON_TIME'));
  }
}

/** Asks for the bands of a state; of pairings for those of some alone, where their ids are given. */
export function askBands(
  state: OverviewState,
  places: Places,
  signal: AbortSignal,
  only: readonly string[] | null = null,
): Promise<Bands> {
  return state.measure === 'pairings'
    ? askPairings(state, places, signal, only)
    : askRecords(state, recordMeasures[state.measure], places, signal);
}

async function askPairings(
  state: OverviewState,
  places: Places,
  signal: AbortSignal,
  only: readonly string[] | null,
): Promise<Bands> {
  const on = dayOf(state);
  const filter = { ...pairingsFilter(state), ...(only === null ? {} : { pairing: { in: [...only] } }) };
  const groupBy = [keyOf('donor', places.from), keyOf('recipient', places.to)];
  const variables: StartOverviewQueryVariables = {
    on,
    filter,
    undated: undatedFilter(state),
    groupBy: groupBy as PairingGroupKey[],
  };
  const { data, missing } = await ask<StartOverviewQuery>(pairingsQuery, variables, signal);
  return {
    bands:
      data.groups?.nodes.flatMap(({ keys, count }) =>
        bandOf(keys, state, places, { amount: count, text: pairingsText(count), shared: 0 }),
      ) ?? null,
    all: data.all ? pairingsText(data.all.totalCount) : null,
    undated: on === null ? 0 : (data.undated?.totalCount ?? 0),
    isPartial: data.all?.listing === 'PARTIAL',
    groups: data.groups?.totalCount ?? 0,
    missing,
    name: 'overview',
    query: pairingsQuery,
    variables,
    csv: csvAddress('overview', filter, { ...(on === null ? {} : { on }), groupBy: JSON.stringify(groupBy) }),
  };
}

async function askRecords(
  state: OverviewState,
  { name, query, argument }: RecordMeasure,
  places: Places,
  signal: AbortSignal,
): Promise<Bands> {
  const filter = recordsFilter(state);
  const groupBy = [
    keyOf('donor', places.from),
    keyOf('recipient', places.to),
    ...(state.level === null ? [] : ['LEVEL']),
  ];
  const basis = state.year === null ? 'CUMULATIVE' : 'ANNUAL';
  const variables = { ...argument, basis, filter, groupBy, language: language() };
  const { data, missing } = await ask<RecordGroups>(query, variables, signal);
  return {
    bands:
      data.groups?.nodes
        .filter(({ keys }) => state.level === null || keys.level === state.level)
        .flatMap(({ keys, total: { value, min, text, shared, count } }) =>
          bandOf(keys, state, places, { amount: count === 0 ? 0 : (value ?? min), text, shared }),
        ) ?? null,
    all: data.all?.[0]?.total.text ?? null,
    undated: 0,
    isPartial: false,
    groups: data.groups?.totalCount ?? 0,
    missing,
    name,
    query,
    variables,
    csv: csvAddress(name, filter, { ...argument, basis, groupBy: JSON.stringify(groupBy), language: language() }),
  };
}

const pairingsText = (count: number): string => say(count === 1 ? 'countOne' : 'count', count);

/** The key by which groups are of the places of a side. */
function keyOf(side: SideName, place: Place | null): string {
  return [side, depthIn(place)].filter(Boolean).join('_').toUpperCase();
}

type Keys = NonNullable<StartOverviewQuery['groups']>['nodes'][number]['keys'];

/** The band of a group; none where one of its sides lies elsewhere. */
function bandOf(
  keys: Keys,
  state: OverviewState,
  { from, to }: Places,
  rest: Pick<Band, 'amount' | 'text' | 'shared'>,
): Band[] {
  const donor = nodeOf(keys[`donor${depthIn(from)}`], 'donor', from, state);
  const recipient = nodeOf(keys[`recipient${depthIn(to)}`], 'recipient', to, state);
  return donor === undefined || recipient === undefined ? [] : [{ donor, recipient, ...rest, unconfirmed: 0 }];
}
