import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Config } from './config.js';
import { Database, type DatabaseTarget } from './database.js';
import { UserError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import type { Subgraph } from './subgraph.js';

/** Every subgraph with its database. */
export type Graph = readonly { readonly subgraph: Subgraph; readonly database: Database }[];

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

/** Does something with the graph that the configuration names, which is opened for it and closed after. */
export async function withGraph<Result>(
  subgraphs: readonly Subgraph[],
  where: Where,
  use: (graph: Graph) => Promise<Result>,
): Promise<Result> {
  const { target, release } = takeTarget(where);
  try {
    const graph = await openGraph(subgraphs, target);
    try {
      return await use(graph);
    } finally {
      await closeGraph(graph);
    }
  } finally {
    release();
  }
}

/**
 * Opens the databases that the configuration names for reading alone, also beside a process that has the folder. Where
 * there is no folder yet, it is an empty graph. What brings tables up to date is left to those who write.
 */
export async function openGraphToRead(
  subgraphs: readonly Subgraph[],
  where: Where,
): Promise<{ readonly graph: Graph; readonly close: () => Promise<void> }> {
  const target = targetOf(where);
  if (target.engine === 'sqlite' && !subgraphs.every(({ name }) => existsSync(join(target.folder, `${name}.sqlite`)))) {
    const folder = mkdtempSync(join(tmpdir(), 'jiedui-empty-'));
    const graph = await openGraph(subgraphs, { engine: 'sqlite', folder });
    return {
      graph,
      close: async () => {
        await closeGraph(graph);
        rmSync(folder, { recursive: true });
      },
    };
  }
  const graph = await Promise.all(
    subgraphs.map(async (subgraph) => ({ subgraph, database: await Database.open(subgraph, target) })),
  );
  const areCurrent = await Promise.all(graph.map(({ database }) => database.isMigrated()));
  if (areCurrent.includes(false)) {
    await closeGraph(graph);
    throw new UserError(
      'The databases have no tables yet, or those of another version. A start or an import brings them up to date.',
    );
  }
  return { graph, close: () => closeGraph(graph) };
}
