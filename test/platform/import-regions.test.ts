import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { dryRun } from '../../platform/import/dry-run.js';
import { ImportError } from '../../platform/import/import-error.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { rowsWhere } from '../../platform/sql.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('a region as people write it', (engine) => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
  });

  afterAll(async () => {
    await opened.close();
  });

  const folderOf = (rows: readonly Readonly<Record<string, string>>[]): string =>
    dataFolder({
      'dataset.csv': datasetFile('own'),
      'funds.csv': tableLines(
        'funds.csv',
        rows.map((row, place) => ({
          ...gift,
          pairings: '',
          donor: '',
          id: `r${place + 1000}`,
          basis: 'CUMULATIVE',
          ...row,
        })),
      ),
    });
  const refusal = async (folder: string): Promise<readonly string[]> => {
    try {
      await dryRun(opened.graph, folder);
      return [];
    } catch (error) {
      return error instanceof ImportError ? error.problems.map(({ found, expected }) => `${found}: ${expected}`) : [];
    }
  };

  test('is found where it can be one alone', async () => {
    const regions: Readonly<Record<string, string>> = {
      广西: '450000',
      广东: '440000',
      桂: '450000',
      雲南省: '530000',
      陝西省乾縣: '610424',
      宣恩: '422825',
      '西湖区 @ 浙江省': '330106',
      '西湖区 @ 杭州 @ 浙江': '330106',
      '西湖区＠杭州市': '330106',
      '西湖区@南昌': '360103',
      '西湖区（杭州市）': '330106',
      '西湖区(杭州)': '330106',
      浙江省杭州市西湖区: '330106',
      浙江杭州西湖: '330106',
      '浙江省 杭州市 西湖区': '330106',
      '浙江省 西湖区': '330106',
      '杭州市/西湖区': '330106',
      '浙江省-杭州市-西湖区': '330106',
      '浙江省·西湖区': '330106',
      江苏省张家港市: '320582',
      江苏省苏州市张家港: '320582',
      贵州省铜仁市沿河土家族自治县: '520627',
      '沿河 @ 贵州': '520627',
      '４５００００': '450000',
      四川省凉山州昭觉县: '513431',
      新疆: '650000',
      '"Xihu District, Hangzhou City"': '330106',
    };
    await importFolder(opened.graph, folderOf(Object.keys(regions).map((recipient) => ({ recipient }))));
    const rows = await rowsWhere<{ region: string }>(
      databaseOf(opened, finance),
      'party',
      'dataset',
      ['own'],
      'record',
    );
    expect(Object.fromEntries(Object.keys(regions).map((text, place) => [text, rows[place]?.region]))).toEqual(regions);
  });

  test('is that of the days of its row', async () => {
    const rows = [
      { recipient: '四川省成都市郫县', from: '2010', to: '2011' },
      { recipient: '成都郫都', from: '2019', to: '2020' },
      { recipient: '安徽省巢湖', from: '2019', to: '2020' },
    ];
    await importFolder(opened.graph, folderOf(rows));
    const parties = await rowsWhere<{ region: string }>(
      databaseOf(opened, finance),
      'party',
      'dataset',
      ['own'],
      'record',
    );
    expect(parties.map(({ region }) => region)).toEqual(['510117', '510117', '340181']);
  });

  test('is refused with what is near where it is none, and with what tells them apart where it is several', async () => {
    expect(await refusal(folderOf([{ recipient: '安徽省巢湖', from: '2009', to: '2010' }]))).toEqual([
      expect.stringMatching(/^"安徽省巢湖", which may be 340100 .* or 340200 .* or 340500 .*: the id of one of them$/),
    ]);
    const said = await refusal(
      folderOf(['昭角县', '江干区', '恩施', '浙江省西湖市', '火星'].map((recipient) => ({ recipient }))),
    );
    expect(said).toEqual([
      expect.stringMatching(/^"昭角县", which is unknown: .*; nearest are .*昭觉县 513431 \(四川省 凉山彝族自治州\)/),
      expect.stringMatching(
        /^"江干区", which may be 330102 \(江干区 @ 杭州市, .*; today 上城区 330102\) or 330114 \(江干区 @ 杭州市, .*; today 钱塘区 330114\): the id of one of them$/,
      ),
      expect.stringMatching(/^"恩施", which may be .*422800.* or .*422801/),
      expect.stringMatching(/^"浙江省西湖市", which is unknown: .*; nearest are .*西湖区 330106 \(浙江省 杭州市\)/),
      expect.stringMatching(/^"火星", which is unknown: /),
    ]);
  });
});
