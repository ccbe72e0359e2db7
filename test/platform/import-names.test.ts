import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { dryRun } from '../../platform/import/dry-run.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { rowsWhere } from '../../platform/sql.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('a name in a row', (engine) => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
  });

  afterAll(async () => {
    await opened.close();
  });

  const folderOf = (row: Readonly<Record<string, string>>, documents: readonly string[] = []): string =>
    dataFolder({
      'dataset.csv': datasetFile('own'),
      'funds.csv': tableLines('funds.csv', [{ ...gift, pairings: '', basis: 'CUMULATIVE', ...row }]),
      ...(documents.length === 0 ? {} : { 'documents.csv': documents }),
    });
  /** Ids of the regions that the names of a row mean, or what is said of them. */
  const recipient = async (row: Readonly<Record<string, string>>, documents?: readonly string[]): Promise<unknown> => {
    const folder = folderOf(row, documents);
    try {
      const { warnings } = await dryRun(opened.graph, folder);
      await importFolder(opened.graph, folder);
      const parties = await rowsWhere<Record<string, string>>(
        databaseOf(opened, finance),
        'party',
        'dataset',
        ['own'],
        'role',
      );
      const id = parties.find(({ role }) => role === 'RECIPIENT')?.['region'];
      return warnings.length === 0
        ? id
        : [id, ...warnings.map(({ found, expected }) => `${found}, expected ${expected}`)];
    } catch (error) {
      return (error as Error).message.split('\n').slice(1);
    }
  };
  const in2009 = { from: '2009', to: '2010' };

  test.each([
    ['a region had then', { recipient: '襄樊市', ...in2009 }, '420600'],
    ['a region has had since, and now means', { recipient: '巢湖市', from: '2019', to: '2020' }, '340181'],
    ['a region had then, with the prefecture that it was in', { recipient: '庐江县 @ 巢湖市', ...in2009 }, '340124'],
    ['a region has since and had then', { recipient: '宣恩县', ...in2009 }, '422825'],
  ])('that %s is that region', async (_name, row, expected) => {
    expect(await recipient(row)).toEqual(expected);
  });

  test('that several regions come from is refused, and tells them apart', async () => {
    const old = '2002-12-01 to 2011-01-01; today';
    expect(await recipient({ recipient: '巢湖市', ...in2009 })).toEqual([
      `funds.csv:2 recipient: found "巢湖市", which may be 340100 (巢湖市 @ 安徽省, ${old} 合肥市 340100) or 340200 (巢湖市 @ 安徽省, ${old} 芜湖市 340200) or 340500 (巢湖市 @ 安徽省, ${old} 马鞍山市 340500), expected the id of one of them`,
    ]);
  });

  test('that one has now and another had then as well is refused', async () => {
    expect(await recipient({ recipient: '清河区', ...in2009 })).toEqual([
      expect.stringMatching(
        /found "清河区", which may be 211204 \(.*\) or 320812 \(.*; today \S+ \d+\), expected an id/,
      ),
    ]);
    expect(await recipient({ recipient: '清河区', from: '2019', to: '2020' })).toEqual('211204');
  });

  test('that one had at another time alone is taken with a warning', async () => {
    expect(await recipient({ recipient: '襄阳市', ...in2009 })).toEqual([
      '420600',
      '"襄阳市", taken as 420600 (襄阳市 @ 湖北省), expected a name that it had from 2009-01-01 to 2009-12-31',
    ]);
  });

  test('of a row without a date has the date of its document', async () => {
    const documents = tableLines('documents.csv', [{ id: 'old', kind: 'ARTICLE', title: '帮扶', published: '2009' }]);
    const undated = { recipient: '巢湖市', from: '', to: '' };
    expect(await recipient(undated)).toEqual('340181');
    expect(await recipient({ ...undated, sources: 'old#1' }, documents)).toEqual([
      expect.stringContaining('which may be 340100 (巢湖市 @ 安徽省'),
    ]);
  });
});
