import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import type { DatabaseTarget } from '../../platform/database.js';
import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import { historyOf } from '../../platform/import/history.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { importShipped } from '../../platform/import/shipped.js';
import { startPostgres, type ThrowawayPostgres } from '../../scripts/postgres.js';
import { systemPrograms } from '../../scripts/postgres-programs.js';
import { subgraphs } from '../../subgraphs/index.js';
import { administer, postgresUrl } from '../support/built-databases.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { gatewayInProcess } from '../support/gateway.js';
import { isTested, shippedTarget } from '../support/engines.js';

const own = (...ids: readonly string[]): string =>
  dataFolder({
    'dataset.csv': datasetFile('own'),
    'funds.csv': tableLines(
      'funds.csv',
      ids.map((id) => ({ ...gift, id })),
    ),
  });

/** What clients get of tables, of a question, of search, and of the history of imports, with the data versions. */
async function answersOf(graph: Graph): Promise<readonly unknown[]> {
  const gateway = await gatewayInProcess(graph);
  const addresses = [
    '/q/facts.csv',
    '/q/regions.csv',
    '/q/brief-pairing?id=xihu-xuanen',
    '/q/find?text=Xuanen',
    '/q/brief-imports',
  ];
  const answers: unknown[] = [];
  for (const address of addresses) {
    const response = await fetch(`${gateway.url}${address}`);
    answers.push([address, response.status, response.headers.get('x-data-version'), await response.text()]);
  }
  await gateway.stop();
  return answers;
}

/** Opens a copy, and expects that it answers as the original did, and takes an import. */
async function expectRestored(target: DatabaseTarget, answers: readonly unknown[]): Promise<void> {
  const graph = await openGraph(subgraphs, target);
  expect(await answersOf(graph)).toEqual(answers);
  await importFolder(graph, own('gift', 'other'));
  expect((await historyOf(graph)).map(({ dataset, added }) => [dataset, added])).toEqual([
    ['own', 1],
    ['own', 1],
  ]);
  await closeGraph(graph);
}

describe('a copy of SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-backup-'));
  let original: Awaited<ReturnType<typeof shippedTarget>>;
  let graph: Graph;
  let answers: readonly unknown[];

  beforeAll(async () => {
    original = await shippedTarget('sqlite');
    graph = await openGraph(subgraphs, original.target);
    await importFolder(graph, own('gift'));
    answers = await answersOf(graph);
  });
  afterAll(async () => {
    await closeGraph(graph);
    await original.remove();
    rmSync(folder, { recursive: true });
  });

  test('that is made while the server runs answers as the original', async () => {
    const from = original.target.engine === 'sqlite' ? original.target.folder : '';
    mkdirSync(join(folder, 'restored'));
    for (const { name } of subgraphs) {
      const database = new DatabaseSync(join(from, `${name}.sqlite`));
      database.exec(`vacuum into '${join(folder, 'restored', `${name}.sqlite`)}'`);
      database.close();
    }
    await expectRestored({ engine: 'sqlite', folder: join(folder, 'restored') }, answers);
  });
});

/** The folder above PostgreSQL's programs, with those of clients; null where the system has none, but not in CI. */
function findPrograms(): string | null {
  try {
    return systemPrograms(['initdb', 'postgres', 'pg_dump', 'pg_restore']);
  } catch (error) {
    if (readConfig().ci) {
      throw error;
    }
    console.warn('The system has no PostgreSQL with pg_dump: the test of a dump is skipped.');
    return null;
  }
}

const programs = isTested('postgresql') ? findPrograms() : null;

/** Runs a client program. */
const runProgram = (name: string, ...args: readonly string[]): Buffer =>
  execFileSync(join(programs ?? '', 'bin', name), args);

(programs === null ? describe.skip : describe)('a dump of PostgreSQL, by pg_dump and pg_restore of the system', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-dump-'));
  const restored = `restored_${process.pid}`;
  let postgres: ThrowawayPostgres;
  let graph: Graph;
  let answers: readonly unknown[];

  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
    graph = await openGraph(subgraphs, { engine: 'postgresql', url: postgres.url });
    await importShipped(graph, ['register', 'articles']);
    await importFolder(graph, own('gift'));
    answers = await answersOf(graph);
  });
  afterAll(async () => {
    await closeGraph(graph);
    await postgres.stop();
    await administer(`drop database if exists ${restored} with (force)`);
    rmSync(folder, { recursive: true });
  });

  test('that is made while the server runs answers as the original on a new server, of a later version too', async () => {
    const file = join(folder, 'jiedui.dump');
    runProgram('pg_dump', '--format=custom', `--file=${file}`, postgres.url);
    await administer(`create database ${restored}`);
    const url = postgresUrl(restored);
    runProgram('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${url}`, file);
    await expectRestored({ engine: 'postgresql', url }, answers);
  });
});
