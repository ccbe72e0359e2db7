import { sql } from 'kysely';

import type { Database } from '../platform/database.js';
import type { Graph } from '../platform/graph.js';
import { eb, type AnyTables } from '../platform/sql.js';
import { fundGroups } from '../subgraphs/finance/fund/fund.total.js';
import { keyedRecords } from '../vocabulary/total/group-records.js';
import { compare, type Comparison } from './compare.js';
import { fundCount, loadFunds } from './funds.js';
import { subgraphOf } from './graph.js';

const keys = ['PAIRING', 'DONOR', 'RECIPIENT', 'DONOR_PROVINCE', 'RECIPIENT_PROVINCE', 'YEAR', 'KIND'] as const;

/** What funds are grouped by: each key, and several. */
const groupings: readonly (readonly (typeof keys)[number][])[] = [
  ...keys.map((key) => [key]),
  ['DONOR', 'RECIPIENT', 'YEAR'],
  keys,
];

/** `fundGroups` of 100,000 funds by each key, next to the same joins and sums without the rules of totals. */
export async function benchGroups(graph: Graph): Promise<readonly Comparison[]> {
  await loadFunds(graph);
  return compareGroupings(graph, `${fundCount} funds`, 5);
}

/** `fundGroups` of the fiscal funds of one year each, by each key, next to the same joins and sums alone. */
export async function compareGroupings(graph: Graph, what: string, rounds: number): Promise<readonly Comparison[]> {
  const { database, ask } = subgraphOf(graph, 'finance');
  const comparisons: Comparison[] = [];
  for (const grouping of groupings) {
    const groups = ask(
      `{ fundGroups(kind: FISCAL, groupBy: [${grouping.join()}], basis: ANNUAL) { keys { year } total { value } } }`,
    );
    const name = `${what} by ${grouping.join()}, ${database.engine}`;
    const baseline = { name: 'the same joins and sums', work: () => plainGroups(database, grouping) };
    comparisons.push(await compare(name, () => groups({}), baseline, rounds));
  }
  return comparisons;
}

/** The first groups by their sums, as plain SQL has them: what overlaps is added. */
async function plainGroups(database: Database, grouping: readonly (typeof keys)[number][]): Promise<unknown> {
  const { records, keys: columns } = keyedRecords('fund', grouping, fundGroups);
  const rows = records
    .select(['row.low', 'row.high'])
    .where(
      eb.and([
        eb('row.unit', '=', 'YUAN'),
        eb('row.status', '=', 'ACTUAL'),
        eb('row.basis', '=', 'ANNUAL'),
        eb('row.kind', '=', 'FISCAL'),
      ]),
    );
  return database
    .read<AnyTables>()
    .selectFrom(rows.as('row'))
    .select([...columns])
    .select([sql`count(*)`.as('parts'), sql`sum(low)`.as('low'), sql`sum(high)`.as('high')])
    .groupBy([...columns])
    .orderBy('low', 'desc')
    .limit(50)
    .execute();
}
