import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { inProcess } from '../../gateway/fetch/in-process-data-source.js';
import { readConfig } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { closeGraph, openGraph } from '../../platform/graph.js';
import { importFolder } from '../../platform/import/import-folder.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { defineSubgraph, type Subgraph } from '../../platform/subgraph.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { fund as fundRecords } from '../../subgraphs/finance/fund/fund.record.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { subgraphs } from '../../subgraphs/index.js';
import type { VocabularyContext } from '../../vocabulary/context.js';
import { askWhole } from '../support/client.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { createTarget, describeEachEngine, type TestTarget } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('the data version', (engine) => {
  let opened: TestGraph;
  let folder: string;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
    folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
  });

  afterEach(async () => {
    await opened.close();
  });

  const versions = async (): Promise<readonly string[]> =>
    Promise.all(opened.graph.map(({ database }) => database.version()));
  const fund = '{ fund(id: "xihu-xuanen-funds-2018") { kind figure { sources { paragraph } } } }';
  const answered = { fund: { kind: 'FISCAL', figure: { sources: [{ paragraph: 22 }] } } };

  test('changes in every subgraph at each import with changes, and not at an import without', async () => {
    const all = [await versions()];
    await importFolder(opened.graph, folder);
    all.push(await versions());
    expect(await importFolder(opened.graph, folder)).toEqual({ dataset: 'own', rows: 0, overlaps: [], warnings: [] });
    expect(await versions()).toEqual(all[1]);
    writeFileSync(join(folder, 'funds.csv'), tableLines('funds.csv', []).join('\n'));
    await importFolder(opened.graph, folder);
    all.push(await versions());
    expect(new Set(all.flat()).size).toBe(3 * opened.graph.length);
  });

  test('does not change when an import is refused or rolled back', async () => {
    const before = await versions();
    writeFileSync(join(folder, 'funds.csv'), tableLines('funds.csv', [{ ...gift, pairings: 'nobody' }]).join('\n'));
    await expect(importFolder(opened.graph, folder)).rejects.toThrow('nobody');
    writeFileSync(join(folder, 'funds.csv'), tableLines('funds.csv', [gift]).join('\n'));
    const training = opened.graph.find(({ subgraph }) => subgraph.name === 'training')?.database;
    await training?.orm.driver.execute(
      engine === 'sqlite' ? 'drop table course' : 'drop table training.course cascade',
    );
    await expect(importFolder(opened.graph, folder)).rejects.toThrow('course');
    expect(await versions()).toEqual(before);
  });

  test('is visible only once the transaction that changes it commits', async () => {
    const database = databaseOf(opened, finance);
    const before = await database.version();
    await database.write().transactional(async (work) => {
      await database.advanceVersion(work);
      expect(await database.version()).toBe(before);
    });
    expect(await database.version()).not.toBe(before);
  });

  test('is not counted as a statement', async () => {
    const database = databaseOf(opened, finance);
    await expect(() => database.version()).toSendStatements(database, 0);
  });

  test('is in the answers of a server and at /version, and null in an answer during which an import commits', async () => {
    const database = databaseOf(opened, finance);
    const server = await startSubgraph(
      importingDuringRequest(),
      database,
      readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
    );
    const versionOf = async (): Promise<unknown> => {
      const response = await fetch(`${server.url}/version`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      return response.json();
    };
    try {
      const before = await versionOf();
      expect(await askWhole(server.url, fund)).toEqual({ data: answered, extensions: { dataVersion: null } });
      const after = await database.version();
      expect(before).not.toEqual({ version: after });
      expect(await askWhole(server.url, fund)).toEqual({ data: answered, extensions: { dataVersion: after } });
      expect(await versionOf()).toEqual({ version: after });
      expect(await askWhole(server.url, '{ nothing }')).not.toHaveProperty('extensions');
    } finally {
      await server.stop();
    }
  });

  test('is in the answers within one process, and null in an answer during which an import commits', async () => {
    const database = databaseOf(opened, finance);
    const source = inProcess([{ subgraph: importingDuringRequest(), database }], 60_000)({ name: 'finance' });
    const context = { signal: new AbortController().signal, forwarded: {}, state: {} };
    const process = async (): Promise<unknown> =>
      JSON.parse(JSON.stringify(await source.process({ request: { query: fund }, context } as never)));
    expect(await process()).toEqual({ data: answered, extensions: { dataVersion: null } });
    const after = { data: answered, extensions: { dataVersion: await database.version() } };
    expect(await process()).toEqual(after);
    expect(await process()).toEqual(after);
  });

  test('is null where an earlier fetch of the same request read rows of the version before', async () => {
    const database = databaseOf(opened, finance);
    const source = inProcess([{ subgraph: finance, database }], 60_000)({ name: 'finance' });
    const context = { signal: new AbortController().signal, forwarded: {}, state: {} };
    const process = async (): Promise<unknown> =>
      (await source.process({ request: { query: fund }, context } as never)).extensions;
    expect(await process()).toEqual({ dataVersion: await database.version() });
    await importFolder(opened.graph, folder);
    expect(await process()).toEqual({ dataVersion: null });
    expect(await process()).toEqual({ dataVersion: await database.version() });
  });

  /** Finance; an import commits during its first request, between the reads of a fund and of its sources. */
  function importingDuringRequest(): Subgraph {
    let imported: Promise<unknown> | undefined;
    return defineSubgraph({
      ...finance,
      createContext: (scope: RequestScope) => {
        const context = finance.createContext(scope) as VocabularyContext;
        const funds = context.rows.of(fundRecords);
        const byId = funds.byId.bind(funds);
        funds.byId = async (id) => {
          const row = await byId(id);
          imported ??= importFolder(opened.graph, folder);
          await imported;
          return row;
        };
        return context;
      },
    });
  }
});

describeEachEngine('the data version of databases', (engine) => {
  let place: TestTarget;

  beforeEach(async () => {
    place = await createTarget(engine);
  });

  afterEach(async () => {
    await place.remove();
  });

  const emptyVersions = async ({ target }: TestTarget): Promise<readonly string[]> => {
    const graph = await openGraph(subgraphs, target);
    const versions = await Promise.all(graph.map(({ database }) => database.version()));
    await closeGraph(graph);
    return versions;
  };

  test('exists in an empty one, and is the same after it is reopened', async () => {
    const versions = await emptyVersions(place);
    expect(versions).toEqual(subgraphs.map(() => expect.stringMatching(/^[0-9a-f]{12}\.1$/)));
    expect(await emptyVersions(place)).toEqual(versions);
  });

  test('differs between databases with the same rows', async () => {
    const other = await createTarget(engine);
    const versions = [...(await emptyVersions(place)), ...(await emptyVersions(other))];
    await other.remove();
    expect(new Set(versions).size).toBe(2 * subgraphs.length);
  });

  test('is the same for all connections', async () => {
    const [first] = await openGraph([finance], place.target);
    const second = await Database.open(finance, place.target);
    const database = first?.database;
    expect(await second.version()).toBe(await database?.version());
    await database?.write().transactional((work) => database.advanceVersion(work));
    expect(await second.version()).toBe(await database?.version());
    await second.close();
    await database?.close();
  });
});
