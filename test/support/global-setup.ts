import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DatabaseTarget } from '../../platform/database.js';
import { closeGraph, openGraph } from '../../platform/graph.js';
import { importShipped } from '../../platform/import/shipped.js';
import { startPostgres } from '../../scripts/postgres.js';
import { subgraphs } from '../../subgraphs/index.js';
import { administer, folderVariable, postgresUrl, postgresVariable, templateDatabase } from './built-databases.js';

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
  const starting = engines.includes('postgresql') ? startPostgres() : null;
  await build({ engine: 'sqlite', folder });
  process.env[folderVariable] = folder;

  const postgres = await starting;
  globalThis.removeDatabasesOfTests = async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true });
  };
  if (postgres) {
    process.env[postgresVariable] = postgres.url;
    await administer(`create database ${templateDatabase}`);
    await build({ engine: 'postgresql', url: postgresUrl(templateDatabase) });
    await administer(`alter database ${templateDatabase} allow_connections false`);
  }
}

async function build(target: DatabaseTarget): Promise<void> {
  const graph = await openGraph(subgraphs, target);
  await importShipped(graph);
  await closeGraph(graph);
}
