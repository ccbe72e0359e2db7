import { execute, parse, type DocumentNode } from 'graphql';

import type { Database } from '../platform/database.js';
import type { Graph } from '../platform/graph.js';
import { importFiles } from '../platform/import/import-folder.js';
import { buildSubgraph, createSubgraphContext } from '../platform/subgraph.js';
import type { Audience } from '../platform/visibility/audience.js';
import { VersionedRead } from '../platform/versioned-read.js';
import { compare } from './compare.js';
import { table } from './table.js';

const operations = [
  ['pairings', 'search', '{ search(text: "重庆 酉阳") { kind matched } }'],
  ['pairings', 'a list with its sides', '{ pairings(first: 100) { nodes { id periods { from { text } } } } }'],
  ['finance', 'a total', '{ fundGroups(kind: FISCAL) { total { min max count excluded { reason count } } } }'],
  ['finance', 'groups', '{ fundGroups(kind: FISCAL, groupBy: [RECIPIENT_PROVINCE, YEAR]) { total { min count } } }'],
] as const;

const rounds = 200;

/**
 * Operations of a reader of whom it is looked what may be seen, next to the same without that: where all data sets are
 * public, and where one is not that this reader may not see.
 */
export async function benchVisibility(graph: Graph): Promise<string> {
  const rows: string[][] = [];
  const measure = async (state: string): Promise<void> => {
    // Readers begin at the version that was read last.
    await Promise.all(graph.map(({ database }) => database.version()));
    for (const [name, what, query] of operations) {
      const found = graph.find(({ subgraph }) => subgraph.name === name);
      if (!found) {
        throw new TypeError(`The graph has no subgraph ${name}.`);
      }
      const { subgraph, database } = found;
      const { schema } = buildSubgraph(subgraph);
      const run = async (of: Database, document: DocumentNode): Promise<void> => {
        const { errors } = await execute({ schema, document, contextValue: createSubgraphContext(subgraph, of) });
        if (errors) {
          throw new Error(errors.map(({ message }) => message).join('\n'));
        }
      };
      const document = parse(query);
      const asReader = async (audience: Audience): Promise<void> => {
        const of = database.until(new AbortController().signal, null, audience);
        const reading = await VersionedRead.begin(of);
        await run(of, document);
        await reading.dataVersion();
      };
      const asBefore = async (): Promise<void> => {
        await database.knownVersion();
        await run(database, document);
        await database.version();
      };
      const { p50, baselineP50, ratio } = await compare(
        what,
        () => asReader([]),
        { name: 'without', work: asBefore },
        rounds,
      );
      rows.push([state, what, p50.toFixed(3), baselineP50.toFixed(3), ratio.toFixed(2)]);
    }
  };
  await measure('all is public');
  await importFiles(graph, hidden);
  await measure('a data set is hidden');
  return table(['data', `operation, ${graph[0]?.database.engine ?? ''}`, 'p50 ms', 'without, ms', 'ratio'], rows, [
    'data',
    `operation, ${graph[0]?.database.engine ?? ''}`,
  ]);
}

const file = (name: string, text: string) => ({ file: name, bytes: Buffer.from(text), problem: null });

/** A data set with one document, for some only. */
const hidden = {
  path: 'hidden',
  folder: null,
  entries: [
    file('dataset.csv', 'id,title,visibility\nhidden,Hidden,prov-a\n'),
    file('documents.csv', 'id,kind,title\nhidden-paper,ARTICLE,Hidden\n'),
  ],
};
