import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import type { Graph } from '../platform/graph.js';
import { rowsWhere } from '../platform/sql.js';
import { loadWithProgress } from '../scripts/load.js';
import { subgraphOf } from './graph.js';

/** How many funds `loadFunds` loads. */
export const fundCount = 100_000;

/** Imports generated funds of all counties of the register. */
export async function loadFunds(graph: Graph): Promise<void> {
  const { database } = subgraphOf(graph, 'finance');
  const counties = await rowsWhere<{ id: string }>(database, 'regionRef', 'dataset', ['register'], 'id');
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-funds-'));
  writeFileSync(join(folder, 'dataset.csv'), 'id,title\nbench,Generated funds\n');
  writeFileSync(
    join(folder, 'funds.csv'),
    stringify(generatedFunds(counties.map(({ id }) => id).filter((id) => !id.endsWith('00'))), { header: true }),
  );
  await loadWithProgress(graph, folder);
  rmSync(folder, { recursive: true });
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
