import type { Config } from './config.js';
import { Database, type DatabaseTarget } from './database.js';
import { lockFolder } from './folder-lock.js';
import type { Importing } from './import/import-folder.js';
import type { Subgraph } from './subgraph.js';

/** Every subgraph with its database. */
export type Graph = readonly (Importing & { readonly subgraph: Subgraph })[];

/** The databases that the configuration names. A folder is this process's alone until it is released. */
export function takeTarget({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): {
  readonly target: DatabaseTarget;
  readonly release: () => void;
} {
  return databaseUrl === null
    ? { target: { engine: 'sqlite', folder: dataDir }, ...lockFolder(dataDir) }
    : { target: { engine: 'postgresql', url: databaseUrl }, release: () => undefined };
}

/** Opens the database of every subgraph and brings its tables to the state of the entities. */
export async function openGraph(subgraphs: readonly Subgraph[], target: DatabaseTarget): Promise<Graph> {
  return Promise.all(
    subgraphs.map(async (subgraph) => {
      const database = await Database.open(subgraph, target);
      await database.migrate();
      return { subgraph, database };
    }),
  );
}

export async function closeGraph(graph: Graph): Promise<void> {
  await Promise.all(graph.map(({ database }) => database.close()));
}
