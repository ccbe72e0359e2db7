import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';

import { eb, rowsWhere, type AnyTables } from '../platform/sql.js';
import { loadWithProgress } from '../scripts/load.js';
import type { Graph } from '../platform/graph.js';
import { compare, type Comparison } from './compare.js';
import { subgraphOf } from './graph.js';

const fundCount = 100_000;
const province = '520000';

/** A page of the funds of a province among 100,000, and their number, next to the same SQL written by hand. */
export async function benchWithin(graph: Graph): Promise<readonly Comparison[]> {
  const { database, ask } = subgraphOf(graph, 'finance');
  const counties = await rowsWhere<{ id: string }>(database, 'regionRef', 'dataset', ['register'], 'id');
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-funds-'));
  writeFileSync(join(folder, 'dataset.csv'), 'id,title\nbench,Generated funds\n');
  writeFileSync(
    join(folder, 'funds.csv'),
    stringify(generatedFunds(counties.map(({ id }) => id).filter((id) => !id.endsWith('00'))), { header: true }),
  );
  await loadWithProgress(graph, folder);
  rmSync(folder, { recursive: true });

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

/** Funds of all counties in turn. Their ids are in another order than the counties. */
function generatedFunds(counties: readonly string[]): object[] {
  return Array.from({ length: fundCount }, (_, number) => ({
    id: `fund-${String((number * 7919) % fundCount).padStart(6, '0')}`,
    pairings: '',
    value: (number % 1000) + 1,
    unit: 'YUAN',
    bound: 'EXACT',
    status: 'ACTUAL',
    basis: 'ANNUAL',
    from: 2015 + (number % 8),
    to: 2016 + (number % 8),
    kind: 'FISCAL',
    donor: '330106',
    recipient: counties[number % counties.length] ?? '',
    sources: 's0',
  }));
}
