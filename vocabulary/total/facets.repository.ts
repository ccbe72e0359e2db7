import type { Database } from '../../platform/database.js';
import { eb, type AnyTables } from '../../platform/sql.js';
import { isOfPartialListing } from '../pairing/round-ref.js';
import type { FacetEntity } from '../scope/scope.entity.js';
import type { JudgedSpec, KeyedRecords } from './total-spec.js';
import { verdictCode, verdictOf } from './verdict-code.js';

/** The facets of a type of record, as a total looks at them. */
export interface JudgedFacets {
  /** Of each, by its id, the code of the verdict on its records by themselves, and their kind. */
  readonly all: ReadonlyMap<string, { readonly code: number; readonly kind: string | null }>;
  /** Those whose records may be added, and stand to others in some way. */
  readonly related: readonly number[];
  /** Those whose records are added, and stand to no other. */
  readonly added: readonly number[];
  /** Those whose records are, or for a reader who does not see all may be, of programmes of which pairings are missing. */
  readonly lacking: readonly number[];
}

/** A facet as the database gives it: a large number may come as text. */
interface FacetRow extends Pick<FacetEntity, 'kind' | 'alone' | 'isListingPartial'> {
  readonly id: number | string;
  readonly code: number;
}

export async function readFacets(database: Database, spec: JudgedSpec): Promise<JudgedFacets> {
  const rows = (await database
    .read<AnyTables>()
    .selectFrom('facet')
    .select(['facet.id', 'facet.kind', 'facet.alone', 'facet.isListingPartial'])
    .select(verdictCode(spec).as('code'))
    .where('facet.type', '=', spec.table)
    .execute()) as FacetRow[];
  const added = rows.filter(({ code }) => verdictOf(code).isAdded);
  const idsOf = (of: readonly FacetRow[]): readonly number[] => of.map(({ id }) => Number(id));
  return {
    all: new Map(rows.map(({ id, code, kind }) => [String(id), { code, kind }])),
    related: idsOf(added.filter(({ alone }) => !alone)),
    added: idsOf(added.filter(({ alone }) => alone)),
    // By the rounds of all data sets: `withVisibleRounds` asks those that a reader may see.
    lacking: idsOf(database.seesAll ? rows.filter(({ isListingPartial }) => isListingPartial) : rows),
  };
}

/** The records of a total, looked at as of a list that lacks pairings by the rounds that the reader may see. */
export const withVisibleRounds = ({ seesAll }: Database, keyed: KeyedRecords): KeyedRecords =>
  seesAll || keyed.isListed === undefined
    ? keyed
    : { ...keyed, isListed: eb.and([keyed.isListed, isOfPartialListing]) };
