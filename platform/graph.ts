import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Database, type DatabaseTarget } from './database.js';
import { lockTarget, targetOf, type DatabaseConfig } from './database-target.js';
import { say } from './import/message.js';
import { SaidError } from './import/said-error.js';
import type { Subgraph } from './subgraph.js';

/** Every subgraph with its database. */
export type Graph = readonly { readonly subgraph: Subgraph; readonly database: Database }[];

/** Opens and migrates the database of every subgraph. `migrated` is called with the migrations that were run. */
export async function openGraph(
  subgraphs: readonly Subgraph[],
  target: DatabaseTarget,
  migrated?: (subgraph: Subgraph, migrations: readonly string[]) => void,
): Promise<Graph> {
  return openAll(subgraphs, async (subgraph) => {
    const database = await Database.open(subgraph, target);
    try {
      const migrations = await database.migrate();
      migrated?.(subgraph, migrations);
    } catch (error) {
      await database.close();
      throw error;
    }
    return { subgraph, database };
  });
}

/** Opens all, or none: where one fails, closes the others. */
async function openAll(
  subgraphs: readonly Subgraph[],
  open: (subgraph: Subgraph) => Promise<Graph[number]>,
): Promise<Graph> {
  const results = await Promise.allSettled(subgraphs.map(open));
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await closeGraph(opened);
    throw failed.reason;
  }
  return opened;
}

/** Opens the database of every subgraph as it is, without migrating it. */
export async function openUnmigrated(subgraphs: readonly Subgraph[], target: DatabaseTarget): Promise<Graph> {
  return openAll(subgraphs, async (subgraph) => ({
    subgraph,
    database: await Database.open(subgraph, target),
  }));
}

export async function closeGraph(graph: Graph): Promise<void> {
  await Promise.all(graph.map(({ database }) => database.close()));
}

/** Opens the configured databases, calls `use`, and closes them. */
export async function withGraph<Result>(
  subgraphs: readonly Subgraph[],
  config: DatabaseConfig,
  use: (graph: Graph) => Promise<Result>,
): Promise<Result> {
  const { target, release } = lockTarget(config);
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
 * Opens the configured databases for reads, also while another process has locked the folder. Without databases in the
 * folder it gives a temporary graph, which `fill` may fill. Does not migrate: throws a `UserError` where migrations are
 * pending.
 */
export async function openGraphToRead(
  subgraphs: readonly Subgraph[],
  config: DatabaseConfig,
  fill: (graph: Graph) => Promise<unknown> = () => Promise.resolve(),
): Promise<{ readonly graph: Graph; readonly close: () => Promise<void> }> {
  const target = targetOf(config);
  if (target.engine === 'sqlite' && !subgraphs.every(({ name }) => existsSync(join(target.folder, `${name}.sqlite`)))) {
    const folder = mkdtempSync(join(tmpdir(), 'jiedui-empty-'));
    const graph = await openGraph(subgraphs, { engine: 'sqlite', folder });
    await fill(graph);
    return {
      graph,
      close: async () => {
        await closeGraph(graph);
        rmSync(folder, { recursive: true });
      },
    };
  }
  const graph = await openUnmigrated(subgraphs, target);
  const areCurrent = await Promise.all(graph.map(({ database }) => database.isMigrated()));
  if (areCurrent.includes(false)) {
    await closeGraph(graph);
    throw new SaidError(
      say(
        'The databases have no tables yet, or those of another version. Run "npm run migrate": it brings them up to date.',
        '数据库还没有表，或者是另一版本的表。请运行 "npm run migrate" 更新。',
      ),
    );
  }
  return { graph, close: () => closeGraph(graph) };
}
