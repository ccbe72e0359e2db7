import { rmSync } from 'node:fs';

import type { Graph } from '../platform/graph.js';
import { importFolder } from '../platform/import/import-folder.js';
import { compare, type Comparison } from './compare.js';
import { compareGroupings } from './groups.js';
import { writeFunds } from './overlapping-funds.js';

/** The import of funds, totals and groups of them, each next to the same without the rules of totals. */
export async function benchTotals(graph: Graph, count: number): Promise<readonly Comparison[]> {
  const unruled = graph.map(({ subgraph, database }) => ({
    database,
    subgraph: { ...subgraph, derivation: { ...subgraph.derivation, derive: plain } },
  }));
  const comparisons: Comparison[] = [];
  for (const overlaps of [false, true]) {
    const what = `${count} funds ${overlaps ? 'that overlap' : 'apart'}`;
    const folder = await writeFunds(graph, count, overlaps);
    const load = (into: Parameters<typeof importFolder>[0]) => async () => {
      await forget(graph);
      await importFolder(into, folder);
    };
    comparisons.push(
      await compare(`import of ${what}`, load(graph), { name: 'the same without scopes', work: load(unruled) }, 3),
    );
    await load(graph)();
    comparisons.push(...(await compareGroupings(graph, what, 5)));
    rmSync(folder, { recursive: true });
  }
  return comparisons;
}

const plain: Graph[number]['subgraph']['derivation']['derive'] = ({ rows }) =>
  Promise.resolve({ rows, updates: [], replaced: [], overlaps: [], findings: [] });

/** Lets the next import write the same content again. */
async function forget(graph: Graph): Promise<void> {
  for (const { database } of graph) {
    await database.write().nativeUpdate('DatasetEntity' as never, { id: 'bench' }, { content: '' });
  }
}
