import type { Database } from '../../platform/database.js';
import type { AnyTables } from '../../platform/sql.js';
import type { FacetEntity } from '../scope/scope.entity.js';
import type { JudgedSpec } from './total-spec.js';
import { verdictCode, verdictOf } from './verdict-code.js';

/** The facets of a type of record, as a total looks at them. */
export interface JudgedFacets {
  /** Of each, by its id, the code of the verdict on its records by themselves, and their kind. */
  readonly all: ReadonlyMap<string, { readonly code: number; readonly kind: string | null }>;
  /** Those whose records may be added, and stand to others in some way. */
  readonly related: readonly number[];
  /** Those whose records are added, and stand to no other. */
  readonly added: readonly number[];
  /** Those whose records are of pairings of programmes of which pairings are missing. */
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
    lacking: idsOf(rows.filter(({ isListingPartial }) => isListingPartial)),
  };
}
