import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DatabaseTarget } from '../../platform/database.js';
import { closeGraph, openGraph } from '../../platform/graph.js';
import { importShipped } from '../../platform/import/shipped.js';
import { startPostgres } from '../../scripts/postgres.js';
import { subgraphs } from '../../subgraphs/index.js';
import {
  administer,
  folderVariable,
  postgresUrl,
  postgresVariable,
  templateDatabase,
  type Shipped,
} from './built-databases.js';

declare global {
  /** Removes what the tests have started and built once for all files. */
  var removeDatabasesOfTests: (() => Promise<void>) | undefined;
}

/** Builds the databases with the data sets that ship, once on each engine of the `globals` of jest's configuration. */
export default async function setUp(
  _all: unknown,
  { globals: { engines } }: { readonly globals: { readonly engines: readonly string[] } },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-shipped-'));
  const folderOf = (shipped: Shipped): string => join(folder, shipped);
  const starting = engines.includes('postgresql') ? startPostgres() : null;
  await build({ engine: 'sqlite', folder: folderOf('articles') }, 'articles');
  cpSync(folderOf('articles'), folderOf('nation'), { recursive: true });
  await build({ engine: 'sqlite', folder: folderOf('nation') }, 'nation');
  process.env[folderVariable] = folder;

  const postgres = await starting;
  globalThis.removeDatabasesOfTests = async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true });
  };
  if (postgres) {
    process.env[postgresVariable] = postgres.url;
    const [articles, nation] = (['articles', 'nation'] as const).map(templateDatabase) as [string, string];
    await administer(`create database ${articles}`);
    await build({ engine: 'postgresql', url: postgresUrl(articles) }, 'articles');
    await administer(`alter database ${articles} allow_connections false`);
    await administer(`create database ${nation} template ${articles}`);
    await build({ engine: 'postgresql', url: postgresUrl(nation) }, 'nation');
    await administer(`alter database ${nation} allow_connections false`);
  }
}

/** The ids of the data sets of a test. */
const dataSetsOf: Readonly<Record<Shipped, readonly string[]>> = {
  articles: ['register', 'articles'],
  nation: ['register', 'articles', 'rounds'],
};

async function build(target: DatabaseTarget, shipped: Shipped): Promise<void> {
  const graph = await openGraph(subgraphs, target);
  await importShipped(graph, dataSetsOf[shipped]);
  await closeGraph(graph);
}
