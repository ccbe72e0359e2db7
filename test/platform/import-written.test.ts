import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { dryRun } from '../../platform/import/dry-run.js';
import { ImportError } from '../../platform/import/import-error.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { rowsWhere } from '../../platform/sql.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';
import { plainRow, writtenRow, type WrittenRow } from '../support/written-rows.js';

describeEachEngine('a folder as people write it', (engine) => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
  });

  afterAll(async () => {
    await opened.close();
  });

  const fundsOf = async (folder: string, dataset: string): Promise<Record<string, unknown>[]> => {
    await importFolder(opened.graph, folder);
    return rowsWhere(databaseOf(opened, finance), 'fund', 'dataset', [dataset], 'id');
  };
  const said = async (folder: string): Promise<readonly string[]> => {
    try {
      const { warnings } = await dryRun(opened.graph, folder);
      return warnings.map(({ file, line, found }) => `${file}:${line ?? ''} ${found}`);
    } catch (error) {
      if (error instanceof ImportError) {
        return error.message.split('\n').slice(1);
      }
      throw error;
    }
  };

  test('has headers, words, values and dates in Chinese, and keeps what the source prints', async () => {
    const folder = dataFolder({
      '数据集.csv': ['编号,标题', 'zh,试验'],
      '资金.csv': [
        '编号,结对,金额,状态,口径,时间,类别,援助方,受援方,来源',
        'a,xihu-xuanen,约2500余万元,已完成,当年,2019年,财政资金,西湖区 @ 杭州市,宣恩县,s0#22',
        'b,xihu-xuanen,２５００万元,已完成,累计,2017年3月至今,社会捐赠,,,s0第22段',
        'c,xihu-xuanen,3500多万元,已完成,当年,2019年,財政資金,,,s0#22；s1#10',
        ',,,,,,,,,',
      ],
    });
    expect(await said(folder)).toEqual([
      expect.stringMatching(/^资金\.csv:2 金额: found "约2500余万元", expected a number alone/),
    ]);
    writeFileSync(
      join(folder, '资金.csv'),
      [
        '编号,结对,金额,状态,口径,时间,类别,援助方,受援方,来源',
        'a,xihu-xuanen,约2500万元,已完成,当年,2019年,财政资金,西湖区 @ 杭州市,宣恩县,s0#22',
        'b,xihu-xuanen,２５００万元,已完成,累计,2017年3月至今,社会捐赠,,,s0第22段',
        'c,xihu-xuanen,3500多万元,已完成,当年,2019年,財政資金,,,s0#22；s1#10',
        ',,,,,,,,,',
      ].join('\n'),
    );
    const shown = ({ id, low, high, bound, asPrinted, kind, fromDate, toDate }: Record<string, unknown>): unknown[] => [
      id,
      low === null ? null : Number(low),
      high === null ? null : Number(high),
      bound,
      asPrinted,
      kind,
      fromDate,
      toDate,
    ];
    expect((await fundsOf(folder, 'zh')).map(shown)).toEqual([
      ['a', 2_500_000_000, 2_500_000_000, 'ABOUT', '约2500万元', 'FISCAL', '2019-01-01', '2020-01-01'],
      ['b', 2_500_000_000, 2_500_000_000, 'EXACT', '２５００万元', 'SOCIAL', '2017-03-01', null],
      ['c', 3_500_000_000, null, 'AT_LEAST', '3500多万元', 'FISCAL', '2019-01-01', '2020-01-01'],
    ]);
  });

  test('loads a thousand random rows as their plain form', async () => {
    const rows = fc.sample(writtenRow, { numRuns: 1000, seed: 20_261_126 });
    const folderOf = (of: (row: WrittenRow, place: number) => Record<string, string>, dataset: string): string =>
      dataFolder({
        'dataset.csv': datasetFile(dataset),
        'funds.csv': tableLines('funds.csv', rows.map(of)),
      });
    const plain = await fundsOf(
      folderOf((row, place) => plainRow(row, `p${place}`), 'rows'),
      'rows',
    );
    const written = await fundsOf(
      folderOf((row, place) => row.written(`p${place}`), 'rows'),
      'rows',
    );
    expect(plain).toHaveLength(1000);
    expect(written.map((row) => ({ ...row, asPrinted: null }))).toEqual(plain);
  });

  test('is read where its form can be told, and refused with one message where it cannot', async () => {
    const dataset = { 'dataset.csv': datasetFile('own') };
    const lines = tableLines('funds.csv', [gift]);
    const [header = '', row = ''] = lines;
    const funds = (...of: readonly string[]): string => dataFolder({ ...dataset, 'funds.csv': of });
    expect(await said(funds(header, row, ','.repeat(header.split(',').length - 1), '', ''))).toEqual([]);
    expect(await said(funds('sep=,', header, row))).toEqual([
      'funds.csv: the line "sep=," of Excel, which is passed over',
    ]);
    expect(await said(funds('sep=;', header.replaceAll(',', ';'), row.replaceAll(',', ';')))).toEqual([
      'funds.csv: the line "sep=;" of Excel, which is passed over',
    ]);
    expect(await said(funds(header.replaceAll(',', '\t'), row.replaceAll(',', '\t')))).toEqual([]);
    expect(await said(funds(header.replaceAll(',', '，'), row.replaceAll(',', '，')))).toEqual([
      'funds.csv:1: found columns separated by "，", expected commas',
    ]);
    expect(await said(funds(`${header},,`, `${row},,`))).toEqual([
      'funds.csv:1 2 columns without a name at the end, which are passed over',
    ]);
    expect(await said(funds(header, `${row},,`))).toEqual([]);
    expect(await said(funds(header, `${row},x`))).toEqual([
      expect.stringMatching(
        /^funds\.csv:2: found \d+ cells, expected \d+, as the header has; a cell that has a comma in it needs double quotes$/,
      ),
    ]);
    expect(await said(funds(header.replace('note', 'note,note'), row))).toEqual([
      expect.stringMatching(
        /^funds\.csv:1 note: found the column "note" twice \(columns \d+ and \d+\), expected each column once: delete one of them$/,
      ),
    ]);
    expect(await said(funds('2019年资金一览', '单位：元', header, row))).toEqual([
      'funds.csv:1 2 lines above the header, which are passed over',
    ]);
    expect(await said(funds('# 说明', header, '# 例', row))).toEqual([]);
    expect(await said(funds(row))).toEqual([
      expect.stringMatching(
        /^funds\.csv:1: found no line with the names of the columns; the first is "gift,.*", expected the columns id, /,
      ),
    ]);
    expect(await said(funds('编号,金额', 'a,1'))).toEqual([
      'funds.csv:1: found no columns status, basis, sources, kind, expected '.concat(
        'the columns id, status, basis, sources, kind; pairings, programme, value, unit, bound, asPrinted, from, to, ',
        'includedIn, mayBeIncludedIn, rank, confidence, distinction, distinctionZh, note, noteZh, tier, purpose, purposeZh, ',
        'donor, recipient, recipientCounted, items may be left out',
      ),
    ]);
  });

  test('may be in UTF-16, or in GBK where that is certain', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own') });
    const lines = tableLines('funds.csv', [{ ...gift, donor: '', recipient: '', note: '' }]);
    const write = (bytes: Uint8Array): void => {
      writeFileSync(join(folder, 'funds.csv'), bytes);
    };
    write(Buffer.from(`\uFEFF${lines.join('\r\n').replaceAll(',', '\t')}`, 'utf16le'));
    expect(await said(folder)).toEqual(['funds.csv: UTF-16, which was read as such']);
    // 广东省 in GBK.
    const [header = '', row = ''] = tableLines('funds.csv', [{ ...gift, pairings: '', donor: '?' }]);
    const [before = '', after = ''] = row.split('?');
    write(
      Buffer.concat([
        Buffer.from(`${header}\n${before}`),
        Buffer.from([0xb9, 0xe3, 0xb6, 0xab, 0xca, 0xa1]),
        Buffer.from(after),
      ]),
    );
    expect(await said(folder)).toEqual(['funds.csv: GBK, which was read as such']);
  });

  test('passes over what Excel and Windows leave in it', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      '~$funds.xlsx': [],
      'Thumbs.db': [],
      'desktop.ini': [],
      '.DS_Store': [],
    });
    expect(await said(folder)).toEqual([]);
  });

  test('says once what holds for all its rows, in the data set or in a row above them', async () => {
    const plain = dataFolder({
      'dataset.csv': datasetFile('standing'),
      'funds.csv': tableLines('funds.csv', [
        { ...gift, id: 's1', value: '25000000', kind: 'FISCAL', donor: '', recipient: '' },
        { ...gift, id: 's2', value: '30000000', kind: 'SOCIAL', donor: '', recipient: '' },
        { ...gift, id: 's3', value: '40000000', kind: 'SOCIAL', from: '2020', to: '2021', donor: '', recipient: '' },
        {
          ...gift,
          id: 's4',
          value: '50000000',
          kind: 'SOCIAL',
          basis: 'CUMULATIVE',
          from: '2019',
          to: '',
          donor: '',
          recipient: '',
          pairings: '',
        },
      ]),
    });
    const tablesOf = async (folder: string): Promise<unknown> => {
      await importFolder(opened.graph, folder);
      const tables = ['fund', 'recordPairing', 'source'] as const;
      const rows = await Promise.all(
        tables.map((table) =>
          rowsWhere<Record<string, unknown>>(
            databaseOf(opened, finance),
            table,
            'dataset',
            ['standing'],
            table === 'fund' ? 'id' : 'record',
          ),
        ),
      );
      return rows.map((each) => each.map((row) => ({ ...row, asPrinted: null })));
    };
    const expected = await tablesOf(plain);
    expect(
      await tablesOf(
        dataFolder({
          'dataset.csv': ['编号,标题,结对,口径,时间,状态,来源', 'standing,试验,xihu-xuanen,当年,2019年,已完成,s0#22'],
          'funds.csv': [
            '编号,数值,类别,时间,口径,结对',
            's1,2500万元,财政资金,,,',
            '*,,社会捐赠,,,',
            's2,3000万元,,,,',
            's3,4000万元,,2020年,,',
            's4,5000万元,,2019,累计,-',
          ],
        }),
      ),
    ).toEqual(expected);
  });

  test('counts the rows of its tables', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('counted'),
      'funds.csv': tableLines('funds.csv', [
        { ...gift, id: 'c1' },
        { ...gift, id: 'c2' },
      ]),
    });
    expect((await importFolder(opened.graph, folder)).rows).toBe(3);
  });
});
