import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { dryRun } from '../../platform/import/dry-run.js';
import { historyOf } from '../../platform/import/history.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { runJob, type ImportJob } from '../../platform/import/jobs.js';
import { removeDataset } from '../../platform/import/remove-dataset.js';
import { undo } from '../../platform/import/undo.js';
import { rowsWhere } from '../../platform/sql.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('the history of imports', (engine) => {
  let opened: TestGraph;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
  });

  afterEach(async () => {
    await opened.close();
  });

  const folderOf = (...rows: readonly Readonly<Record<string, string>>[]): string =>
    dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', rows) });
  const funds = async (): Promise<unknown> => {
    const rows = await rowsWhere<Record<string, unknown>>(
      databaseOf(opened, finance),
      'fund',
      'dataset',
      ['own'],
      'id',
    );
    return rows.map(({ id, low }) => [id, Number(low)]);
  };
  const history = async (): Promise<unknown> =>
    (await historyOf(opened.graph)).map(({ kind, by, rows, added, changed, removed }) => [
      kind,
      by,
      rows,
      added,
      changed,
      removed,
    ]);

  test('has no data sets that ship, and each change with its rows', async () => {
    expect(await history()).toEqual([]);
    await importFolder(opened.graph, folderOf({ ...gift, id: 'a' }, { ...gift, id: 'b' }));
    const next = folderOf(
      { ...gift, id: 'a' },
      { ...gift, id: 'b', value: '2' },
      { ...gift, id: 'c' },
      { ...gift, id: 'd' },
    );
    expect((await dryRun(opened.graph, next)).changes).toEqual([
      { table: 'funds.csv', added: 2, changed: 1, removed: 0 },
    ]);
    await importFolder(opened.graph, next);
    await removeDataset(opened.graph, 'own', { by: 'Li' });
    expect(await history()).toEqual([
      ['REMOVAL', 'Li', 0, 0, 0, 4],
      ['IMPORT', null, 5, 2, 1, 0],
      ['IMPORT', null, 3, 2, 0, 0],
    ]);
    const [entry] = await historyOf(opened.graph);
    expect(entry).toMatchObject({ dataset: 'own', title: 'A data set of the tests', digest: null });
    expect(entry?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('puts back what was before, and takes that back', async () => {
    await importFolder(opened.graph, folderOf({ ...gift, id: 'a' }));
    await importFolder(opened.graph, folderOf({ ...gift, id: 'a', value: '3' }, { ...gift, id: 'b' }));
    expect(await undo(opened.graph, 'own')).toMatchObject({ kind: 'loaded', result: { dataset: 'own', rows: 2 } });
    expect(await funds()).toEqual([['a', 125]]);
    await undo(opened.graph, null);
    expect(await funds()).toEqual([
      ['a', 300],
      ['b', 125],
    ]);
    await removeDataset(opened.graph, 'own');
    await undo(opened.graph, null);
    expect(await funds()).toEqual([
      ['a', 300],
      ['b', 125],
    ]);
    expect(await history()).toEqual([
      ['UNDO', null, 3, 2, 0, 0],
      ['REMOVAL', null, 0, 0, 0, 2],
      ['UNDO', null, 3, 1, 1, 0],
      ['UNDO', null, 2, 0, 1, 1],
      ['IMPORT', null, 3, 1, 1, 0],
      ['IMPORT', null, 2, 1, 0, 0],
    ]);
  });

  test('removes what was not there before, unless other data sets refer to it', async () => {
    const owner = dataFolder({
      'dataset.csv': datasetFile('owner'),
      'programmes.csv': ['id,name', 'own-programme,结对'],
    });
    await importFolder(opened.graph, owner);
    await importFolder(opened.graph, folderOf({ ...gift, id: 'a', pairings: '', programme: 'own-programme' }));
    await expect(undo(opened.graph, 'owner')).rejects.toThrow(/^The data set owner was not removed: one problem\./);
    expect(await undo(opened.graph, 'own')).toMatchObject({ kind: 'removed' });
    expect(await undo(opened.graph, 'owner')).toMatchObject({ kind: 'removed' });
    expect(await rowsWhere(databaseOf(opened, pairings), 'programme', 'dataset', ['owner'])).toEqual([]);
  });

  test('has nothing to undo where nothing was changed', async () => {
    await expect(undo(opened.graph, null)).rejects.toThrow(
      'There is nothing to undo: no data set was imported or removed.',
    );
    await expect(undo(opened.graph, 'own')).rejects.toThrow(
      'There is nothing to undo: the data set "own" was not imported',
    );
  });

  test('jobs are refused in the language that is asked for', async () => {
    await importFolder(
      opened.graph,
      dataFolder({ 'dataset.csv': datasetFile('own'), 'programmes.csv': ['id,name,nameEn', 'own-programme,帮扶,Aid'] }),
    );
    await importFolder(
      opened.graph,
      dataFolder({
        'dataset.csv': datasetFile('user'),
        'funds.csv': tableLines('funds.csv', [{ ...gift, pairings: '', programme: 'own-programme' }]),
      }),
    );
    const refused = async (job: ImportJob, language: 'EN' | 'ZH' = 'ZH'): Promise<string> =>
      runJob(opened.graph, job, { language }).then(
        () => 'done',
        (error: unknown) => (error as Error).message.split('\n', 1).join(),
      );
    const english = 'There is nothing to undo: the data set "nobody" was not imported or removed.';
    expect(await refused({ kind: 'undo', dataset: 'nobody' }, 'EN')).toBe(english);
    expect(await refused({ kind: 'undo', dataset: 'nobody' })).toBe('没有可撤销的：数据集 "nobody" 没有导入或删除过。');
    expect(await refused({ kind: 'remove', dataset: 'nobody' })).toBe('没有数据集 "nobody"。可以删除的有：own、user。');
    expect(await refused({ kind: 'remove', dataset: 'articles' })).toBe(
      '数据集 articles 是自带的，不能删除：每次启动都会再导入它。',
    );
    expect(await refused({ kind: 'checkRemoval', dataset: 'own' })).toBe('数据集 own 没有删除：1 个问题。');
    expect(await refused({ kind: 'remove', dataset: 'own' })).toBe('数据集 own 没有删除：1 个问题。');
    expect(await refused({ kind: 'undo', dataset: 'own' })).toBe('数据集 own 没有删除：1 个问题。');
  });
});
