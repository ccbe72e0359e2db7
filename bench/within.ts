import { sql } from 'kysely';

import { eb, type AnyTables } from '../platform/sql.js';
import type { Graph } from '../platform/graph.js';
import { compare, type Comparison } from './compare.js';
import { fundCount, loadFunds } from './funds.js';
import { subgraphOf } from './graph.js';

const province = '520000';

/** A page of the funds of a province among 100,000, and their number, next to the same SQL written by hand. */
export async function benchWithin(graph: Graph): Promise<readonly Comparison[]> {
  const { database, ask } = subgraphOf(graph, 'finance');
  await loadFunds(graph);
  const filter = `filter: {recipient: {within: "${province}"}}`;
  const page = ask(`{ funds(first: 50, ${filter}) { nodes { id } } }`);
  const count = ask(`{ funds(${filter}) { totalCount } }`);
  const ofProvince = eb.exists(
    eb
      .selectFrom('party as p')
      .innerJoin('regionRef as r', 'r.id', 'p.region')
      .select('p.record')
      .whereRef('p.record', '=', 'fund.id')
      .where('p.role', '=', 'RECIPIENT')
      .where('r.province', '=', province),
  );
  const read = database.read<AnyTables>();
  const { engine } = database;
  return [
    await compare(
      `50 of ${fundCount} funds, within ${province}, ${engine}`,
      () => page({}),
      {
        name: 'the same SQL',
        work: () => read.selectFrom('fund').selectAll().where(ofProvince).orderBy('id').limit(51).execute(),
      },
      300,
    ),
    await compare(
      `their number, ${engine}`,
      () => count({}),
      {
        name: 'the same SQL',
        work: () =>
          read
            .selectFrom('fund')
            .select(sql`count(*)`.as('count'))
            .where(ofProvince)
            .execute(),
      },
      30,
    ),
  ];
}
