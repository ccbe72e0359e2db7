import type { Config } from './config.js';
import { Database, type DatabaseTarget } from './database.js';
import { lockFolder } from './folder-lock.js';
import type { Importing } from './import/import-folder.js';
import type { Subgraph } from './subgraph.js';

/** Every subgraph with its database. */
export type Graph = readonly (Importing & { readonly subgraph: Subgraph })[];

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** The databases that the configuration names. */
export function targetOf({ databaseUrl, dataDir }: Where): DatabaseTarget {
  return databaseUrl === null ? { engine: 'sqlite', folder: dataDir } : { engine: 'postgresql', url: databaseUrl };
}

/** The databases that the configuration names, a folder being this process's alone until it is released. */
export function takeTarget(where: Where): { readonly target: DatabaseTarget; readonly release: () => void } {
  const { release } = where.databaseUrl === null ? lockFolder(where.dataDir) : { release: () => undefined };
  return { target: targetOf(where), release };
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
