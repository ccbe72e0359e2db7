import type { Database } from '../../platform/database.js';
import type { AnyTables } from '../../platform/sql.js';
import type { JudgedSpec } from './total-spec.js';
import { verdictCode, verdictOf } from './verdict-code.js';

/** The facets of a type of record, as a total looks at them. */
export interface JudgedFacets {
  /** The code of the verdict on the records of each by themselves. */
  readonly codes: ReadonlyMap<string, number>;
  /** Those whose records may be added, and stand to others in some way. */
  readonly related: readonly number[];
  /** Those whose records are added, and stand to no other. */
  readonly added: readonly number[];
}

export async function readFacets(database: Database, spec: JudgedSpec): Promise<JudgedFacets> {
  const rows = await database
    .read<AnyTables>()
    .selectFrom('facet')
    .select(['facet.id', 'facet.alone'])
    .select(verdictCode(spec).as('code'))
    .where('facet.type', '=', spec.table)
    .execute();
  const added = rows.filter(({ code }) => verdictOf(code).isAdded);
  const idsOf = (of: typeof rows): readonly number[] => of.map(({ id }) => Number(id));
  return {
    codes: new Map(rows.map(({ id, code }) => [String(id), code])),
    related: idsOf(added.filter(({ alone }) => !alone)),
    added: idsOf(added.filter(({ alone }) => Boolean(alone))),
  };
}
