import type {
  StartPairingDateFragment,
  StartPairingPartyFragment,
  StartPairingSourceFragment,
  StartRegionLineFragment,
  StartRegionQuery,
} from '../generated/graphql.js';

// Names for parts of the generated types that several files use. Null also means that the subgraph is down.

/** A date as precise as its source gives it. */
export type DateText = StartPairingDateFragment;

/** A region or an organisation. */
export type Party = StartPairingPartyFragment;

/** A paragraph of a document. */
export type Source = StartPairingSourceFragment;

/** A pairing in a list. */
export type PairingLine = StartRegionLineFragment;

/** A list with its length over all pages. */
export type List<Item> = { readonly totalCount: number; readonly nodes: readonly Item[] } | null;

/** An item of a list. */
export type ItemOf<Items extends List<unknown>> = NonNullable<Items>['nodes'][number];

export type Discrepancy = ItemOf<StartRegionQuery['discrepancies']>;

/** The records that the pages of a region and of a pairing both show. */
export type Records = Pick<
  StartRegionQuery,
  'projects' | 'jobFairs' | 'jobOffers' | 'placements' | 'courses' | 'secondments' | 'outcomes'
>;

export type Fund = ItemOf<StartRegionQuery['fundsReceived']>;
export type Project = ItemOf<Records['projects']>;
export type JobFair = ItemOf<Records['jobFairs']>;
export type Placement = ItemOf<Records['placements']>;
export type Course = ItemOf<Records['courses']>;
export type Secondment = ItemOf<Records['secondments']>;

/** What every kind of record has. */
export type ReportedRecord = Pick<
  Fund,
  'id' | 'note' | 'noteZh' | 'distinction' | 'distinctionZh' | 'status' | 'from' | 'to' | 'figure' | 'sources'
>;
