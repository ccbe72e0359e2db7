import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { closeGraph, openGraph, openGraphToRead } from '../../platform/graph.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { dryRun } from '../../platform/import/dry-run.js';
import { ImportError } from '../../platform/import/import-error.js';
import { rowsWhere } from '../../platform/sql.js';
import { subgraphs } from '../../subgraphs/index.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { createTarget, describeEachEngine } from '../support/engines.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';

/** The columns that every record has. */
const record = Object.fromEntries(
  Object.entries(gift).filter(([column]) => !['kind', 'donor', 'recipient'].includes(column)),
);
const village = { kind: 'ADMINISTRATIVE', level: 'VILLAGE' } as const;

describeEachEngine('the importer', (engine) => {
  let opened: TestGraph;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
  });

  afterAll(async () => {
    await opened.close();
  });

  const problems = async (folder: string): Promise<unknown> => {
    try {
      return await importFolder(opened.graph, folder);
    } catch (error) {
      return error instanceof ImportError ? error.message.split('\n').slice(1) : error;
    }
  };
  const rowsOf = async (dataset: string): Promise<number> => {
    const counts = opened.graph.flatMap(({ database }) =>
      ['dataset', 'party', 'source', 'regionRef'].map(async (table) => {
        const rows = await rowsWhere(database, table, table === 'dataset' ? 'id' : 'dataset', [dataset]);
        return rows.length;
      }),
    );
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  };

  test('reports one problem of each kind in one run, and changes nothing', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      'regions.csv': tableLines('regions.csv', [
        { id: 'a', name: '甲', ...village, parent: 'b' },
        { id: 'b', name: '乙', ...village, parent: 'a' },
      ]),
      'organisations.csv': tableLines('organisations.csv', [{ id: 'a', name: '甲', kind: 'SCHOOL', sources: 's0' }]),
      'funds.csv': tableLines('funds.csv', [
        gift,
        { ...gift, id: 'negative', value: '-5' },
        { ...gift, id: 'over-the-limit', value: '9000000000001' },
        { ...gift, id: 'wrong-unit', unit: 'PERSON' },
        { ...gift, id: 'no-unit', unit: '' },
        { ...gift, id: 'two-numbers', value: '3..5' },
        { ...gift, id: 'dangling', pairings: 'nobody' },
        { ...gift, id: 'ambiguous', donor: '西湖区' },
        { ...gift, id: 'both-party-tables', donor: 'a' },
        { ...gift, id: 'no-source', sources: '' },
        { ...gift, id: 'twice', pairings: 'xihu-xuanen;xihu-xuanen' },
        { ...gift, id: 'twice-by-name', recipient: '宣恩县; 422825' },
        { ...gift, id: 'wrong-way-round', to: '2019' },
        { ...gift, id: 'not a word' },
        { ...gift, id: 'circle', includedIn: 'ring' },
        { ...gift, id: 'ring', includedIn: 'circle' },
        { ...gift, id: 'xihu-xuanen-projects' },
        { ...gift, id: 'negative' },
      ]),
      'projects.csv': tableLines('projects.csv', [{ ...record, place: '422825' }]),
      'sales.csv': [tableLines('sales.csv', []).join().replaceAll(',', ';')],
      'job_fairs.csv': [tableLines('job_fairs.csv', []).join().replace(',sources', '')],
      'job_offers.csv': [...tableLines('job_offers.csv', []), 'offer,xihu-xuanen'],
      'placements.csv': [...tableLines('placements.csv', []), '"placement,xihu-xuanen'],
      'stations.csv': [...tableLines('stations.csv', []), 'stat\0ion'],
      'courses.csv': [],
      'gifts.csv': ['id'],
      'funds.csv.bak': ['id'],
      'README.md': ['Not a table.'],
      '.hidden': [],
    });
    writeFileSync(join(folder, 'secondments.csv'), Buffer.from([0x69, 0x64, 0x0a, 0xb9, 0xe3]));
    writeFileSync(join(folder, 'courses.csv'), '');
    mkdirSync(join(folder, 'expert_exchanges.csv'));

    const ids = (kind: string): string => `an id that is once in ${kind}`;
    expect(await problems(folder)).toEqual([
      'courses.csv: found an empty file, expected a line with the names of the columns',
      'expert_exchanges.csv: found a folder, expected a file with the table, or nothing of this name',
      'funds.csv:3 value: found "-5", expected a number from 0, since it is in YUAN',
      'funds.csv:4 value: found "9000000000001", expected a number up to 9000000000000 with at most two decimals, or a range such as 3..5',
      'funds.csv:5 unit: found "PERSON", expected one of YUAN, PIECE, TONNE',
      'funds.csv:6 unit: found nothing, expected one, since there is a value',
      'funds.csv:7 bound: found "EXACT", expected RANGE for two numbers, and for them alone',
      'funds.csv:8 pairings: found "nobody", which is unknown, expected an id of pairings.csv',
      'funds.csv:9 donor: found "西湖区", which may be 330106 (西湖区 @ 杭州市) or 360103 (西湖区 @ 南昌市), expected an id, or a name with the name above it as in these',
      'funds.csv:10 donor: found "a", which is an id of regions.csv and of organisations.csv, expected an id that one of them alone has',
      'funds.csv:11 sources: found nothing, expected a place in a document such as s1#10',
      'funds.csv:12 pairings: found a value twice, expected each value once',
      'funds.csv:13 recipient: found a value twice, expected each value once',
      'funds.csv:14 to: found "2019-01-01", expected a date after 2019-01-01; the end is not included',
      'funds.csv:15 id: found "not a word", expected an id of letters, digits, ".", "-", "_" and "@"',
      'funds.csv:16 includedIn: found "circle" above itself, expected a row that is not below it',
      'funds.csv:17 includedIn: found "ring" above itself, expected a row that is not below it',
      'funds.csv:18: found "xihu-xuanen-projects", which projects.csv of the data set "articles" has, expected an id of its own',
      `funds.csv:19: found "negative", which funds.csv:3 has, expected ${ids('funds.csv, projects.csv, sales.csv, enterprises.csv, facilities.csv')}`,
      expect.stringMatching(/^funds\.csv\.bak: found what is none of the tables, expected one of dataset\.csv, /),
      expect.stringMatching(/^gifts\.csv: found what is none of the tables, expected one of dataset\.csv, /),
      expect.stringMatching(/^job_fairs\.csv:1 sources: found no such column, expected the columns id, /),
      expect.stringMatching(/^job_offers\.csv:2: found 2 cells, expected \d+, as the header has$/),
      expect.stringMatching(/^placements\.csv:2: found .*, expected CSV with commas and double quotes$/),
      `projects.csv:2: found "gift", which funds.csv:2 has, expected ${ids('funds.csv, projects.csv, sales.csv, enterprises.csv, facilities.csv')}`,
      'regions.csv:2 parent: found "a" above itself, expected a row that is not below it',
      'regions.csv:3 parent: found "b" above itself, expected a row that is not below it',
      'sales.csv:1: found columns separated by ";", expected commas',
      'secondments.csv:2: found bytes that are not UTF-8, perhaps GBK or Big5, expected UTF-8: save it as "CSV UTF-8 (comma delimited)"',
      'stations.csv:2: found a zero byte, expected UTF-8 text',
    ]);
    expect(await rowsOf('own')).toBe(0);
  });

  test('does not report references to a file that it cannot read', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      'pairings.csv': ['id;programme'],
      'funds.csv': tableLines('funds.csv', [{ ...gift, pairings: 'of-that-file' }]),
    });
    expect(await problems(folder)).toEqual(['pairings.csv:1: found columns separated by ";", expected commas']);
  });

  test('checks the tables of a folder that does not name its data set', async () => {
    const folder = dataFolder({ 'funds.csv': tableLines('funds.csv', [{ ...gift, kind: 'GIFT' }]) });
    expect(await problems(folder)).toEqual([
      'dataset.csv: found no data set, or several, expected one row that names it',
      expect.stringMatching(/^funds\.csv:2 kind: found "GIFT", expected one of /),
    ]);
  });

  test('accepts a byte order mark, columns in any order, and a negative rate', async () => {
    const folder = dataFolder({ 'dataset.csv': ['title,id', 'Marked,marked'] });
    const rate = { ...record, value: '-2.5', unit: 'PERCENT', indicator: 'POVERTY_INCIDENCE' };
    writeFileSync(join(folder, 'outcomes.csv'), `\uFEFF${tableLines('outcomes.csv', [rate]).join('\r\n')}`);
    expect(await dryRun(opened.graph, folder)).toEqual({
      dataset: 'marked',
      isIn: false,
      overlaps: [],
      tables: [{ table: 'outcomes.csv', now: 0, then: 1 }],
      changes: [{ table: 'outcomes.csv', added: 1, changed: 0, removed: 0 }],
      absentColumns: [],
      warnings: [],
    });
    expect(await rowsOf('marked')).toBe(0);
  });

  test('takes a table without its optional columns as if their cells were empty, and a dry run names them', async () => {
    const required = ['id', 'pairings', 'value', 'unit', 'bound', 'status', 'basis', 'kind', 'sources'] as const;
    const row = { ...gift, id: 'plain' };
    const cells = Object.fromEntries(required.map((column) => [column, row[column]]));
    const short = [required.join(','), required.map((column) => row[column]).join(',')];
    const finance = opened.graph.find(({ subgraph }) => subgraph.name === 'finance');
    if (!finance) {
      throw new Error('There is no finance.');
    }
    const imported = async (lines: readonly string[]): Promise<unknown> => {
      await importFolder(opened.graph, dataFolder({ 'dataset.csv': datasetFile('short'), 'funds.csv': lines }));
      const tables = ['fund', 'party', 'recordPairing', 'source', 'term'].map((table) =>
        rowsWhere(finance.database, table, 'dataset', ['short']),
      );
      return Promise.all(tables);
    };
    const full = await imported(tableLines('funds.csv', [cells]));
    const folder = dataFolder({ 'dataset.csv': datasetFile('short'), 'funds.csv': short });
    expect((await dryRun(opened.graph, folder)).absentColumns).toEqual([
      {
        table: 'funds.csv',
        columns: [
          'programme',
          'from',
          'to',
          'includedIn',
          'mayBeIncludedIn',
          'rank',
          'confidence',
          'distinction',
          'distinctionZh',
          'note',
          'noteZh',
          'tier',
          'purpose',
          'purposeZh',
          'donor',
          'recipient',
          'recipientCounted',
          'items',
        ],
      },
    ]);
    expect(await imported(short)).toEqual(full);
    expect(full).toMatchObject([[{ id: 'plain' }], [], [{ record: 'plain' }], [{ record: 'plain' }], []]);
  });

  test('refuses a table without a required column, or with one that is unknown or there twice', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      'programmes.csv': ['name,Name,namen,pinyin,pinyin', '甲,A,A,jia,jia'],
    });
    const expected = 'the columns id, name; nameEn, pinyin may be left out';
    expect(await problems(folder)).toEqual([
      `programmes.csv:1 id: found no such column, expected ${expected}`,
      'programmes.csv:1 name: found the column "name" twice (columns 1 and 2), expected each column once: delete one of them',
      `programmes.csv:1 namen: found the column "namen", expected ${expected}`,
      'programmes.csv:1 pinyin: found the column "pinyin" twice (columns 4 and 5), expected each column once: delete one of them',
    ]);
  });

  test('finds a region by id, code, name, or name and parent', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('named'),
      'regions.csv': tableLines('regions.csv', [
        { id: 'shop-lane', code: '330199', name: '店口', ...village, parent: '西湖区 @ 杭州市' },
        { id: 'north', name: '水田', ...village, parent: '店口 @ 西湖区' },
        { id: 'south', name: '水田', ...village, parent: '422825' },
      ]),
      'organisations.csv': tableLines('organisations.csv', [
        { id: 'school', name: '小学', kind: 'SCHOOL', region: '330199', sources: 's0' },
      ]),
      'pairings.csv': tableLines('pairings.csv', [
        {
          id: 'own-pairing',
          programme: 'east-west',
          level: 'VILLAGE',
          scope: 'INTER_PROVINCIAL',
          evidence: 'STATED',
          donor: '水田 @ 店口; school',
          recipient: '水田 @ 宣恩县',
          recipientCounted: '3 VILLAGE in 宣恩县',
          sources: 's0',
        },
      ]),
      'projects.csv': tableLines('projects.csv', [{ ...record, place: '330199', donor: '西湖区 @ 杭州市;330106' }]),
    });
    expect(await problems(folder)).toEqual(['projects.csv:2 donor: found a value twice, expected each value once']);

    writeFileSync(
      join(folder, 'projects.csv'),
      tableLines('projects.csv', [{ ...record, place: '330199', donor: '西湖区 @ 杭州市;school' }]).join('\n'),
    );
    await importFolder(opened.graph, folder);
    const [pairings, finance] = opened.graph.map(({ database }) => database);
    if (!pairings || !finance) {
      throw new Error('There are no pairings, or no finance.');
    }
    const named = async (table: string, ...columns: readonly string[]): Promise<unknown[][]> =>
      (await rowsWhere<Record<string, unknown>>(pairings, table, 'dataset', ['named'], columns[0])).map((row) =>
        columns.map((column) => row[column]),
      );
    expect(await named('region', 'id', 'parentId')).toEqual([
      ['north', 'shop-lane'],
      ['shop-lane', '330106'],
      ['south', '422825'],
    ]);
    expect(await named('organisation', 'id', 'regionId')).toEqual([['school', 'shop-lane']]);
    expect(await named('countedParties', 'record', 'regionId')).toEqual([['own-pairing', '422825']]);
    expect(await named('party', 'role', 'place', 'region', 'organisation')).toEqual([
      ['DONOR', 0, 'north', null],
      ['DONOR', 1, null, 'school'],
      ['RECIPIENT', 0, 'south', null],
    ]);
    const parties = await rowsWhere<Record<string, unknown>>(finance, 'party', 'dataset', ['named'], 'role');
    expect(parties.map(({ role, region, organisation }) => [role, region ?? organisation])).toEqual([
      ['DONOR', '330106'],
      ['DONOR', 'school'],
      ['PLACE', 'shop-lane'],
    ]);
  });

  test('opens a graph for reads without creating or changing its tables', async () => {
    const { target, remove } = await createTarget(engine);
    const where =
      target.engine === 'sqlite'
        ? { databaseUrl: null, dataDir: target.folder }
        : { databaseUrl: target.url, dataDir: '' };
    if (target.engine === 'sqlite') {
      const { graph, close } = await openGraphToRead(subgraphs, where);
      expect(graph.map(({ database }) => database.name)).toEqual(subgraphs.map(({ name }) => name));
      await close();
    } else {
      await expect(openGraphToRead(subgraphs, where)).rejects.toThrow(/^The databases have no tables yet, or those of/);
      await expect(openGraphToRead(subgraphs, where)).rejects.toThrow(/^The databases have no tables yet, or those of/);
    }
    await closeGraph(await openGraph(subgraphs, target));
    const { graph, close } = await openGraphToRead(subgraphs, where);
    expect(await Promise.all(graph.map(({ database }) => database.isMigrated()))).toEqual(subgraphs.map(() => true));
    await close();
    await remove();
  });
});
