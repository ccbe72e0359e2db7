import type { Database } from '../../platform/database.js';
import { anyOf, type AnyTables } from '../../platform/sql.js';
import type { Reported } from '../record/reported.js';
import { judgeGroups } from '../total/related-records.repository.js';
import { judgedColumns, judgedRecord, type JudgedRow } from '../total/rules/judged-record.js';
import { columnsOf } from '../total/total-spec.js';
import type { RowReader } from './row-page.js';

/** What a total over everything does with a record. */
type Marks = Pick<Reported, 'exclusion' | 'excludedBy'>;

/**
 * What a total over everything that a reader may see does with records of a table, for one who does not see all; else
 * nothing, since the rows have it. Two statements.
 */
export const verdictsOf = (table: string): RowReader<Reported, Marks> => ({
  read: async ({ database }, rows) => {
    const clusters = [...new Set(rows.flatMap(({ cluster }) => (cluster === null ? [] : [String(cluster)])))];
    return database.seesAll || clusters.length === 0 ? new Map() : judgedAnew(database, table, clusters);
  },
});

type Member = JudgedRow & { readonly cluster: number | string; readonly kind: string | null };

/** The records of clusters, judged among those that may be seen. */
async function judgedAnew(
  database: Database,
  table: string,
  clusters: readonly string[],
): Promise<ReadonlyMap<string, readonly Marks[]>> {
  const members = (await database
    .read<AnyTables>()
    .selectFrom(`${table} as row`)
    .innerJoin('facet', 'facet.id', 'row.facet')
    .select(columnsOf('row', 'cluster', ...judgedColumns))
    .select('facet.kind')
    .where(anyOf(database, 'row.cluster', clusters))
    .execute()) as Member[];
  const groups = Map.groupBy(members, ({ cluster, kind }) => JSON.stringify([String(cluster), kind]));
  const judged = await judgeGroups(
    database,
    Array.from(groups, ([of, same]) => ({ of, records: same.map((row) => judgedRecord(row)) })),
  );
  return new Map(
    judged.flatMap(({ verdicts }) =>
      verdicts.map(({ record, exclusion, by }) => [record.id, [{ exclusion, excludedBy: by }]] as const),
    ),
  );
}
