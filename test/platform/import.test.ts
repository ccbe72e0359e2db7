import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import type { Database, Engine } from '../../platform/database.js';
import { filesAt, type Files } from '../../platform/import/folder-entries.js';
import { importFiles, importFolder } from '../../platform/import/import-folder.js';
import { ImportError } from '../../platform/import/import-error.js';
import { incompleteImports, resumeImports } from '../../platform/import/interrupted-imports.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('the importer', (engine) => {
  let opened: TestGraph;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
  });

  afterEach(async () => {
    await opened.close();
  });

  const database = (name: string): Database => {
    const found = opened.graph.find(({ subgraph }) => subgraph.name === name);
    if (!found) {
      throw new Error(`There is no ${name}.`);
    }
    return found.database;
  };
  const funds = async (): Promise<{ id: string; dataset: string; low: string }[]> =>
    database('finance')
      .read<{ fund: { id: string; dataset: string; low: string } }>()
      .selectFrom('fund')
      .select(['id', 'dataset', 'low'])
      .where('dataset', '!=', 'articles')
      .orderBy('id')
      .execute();
  const problems = async (folder: string): Promise<unknown> => {
    try {
      return await importFolder(opened.graph, folder);
    } catch (error) {
      return error instanceof ImportError ? error.message.split('\n').slice(1) : error;
    }
  };

  test('adds a data set to the others, and replaces its former content', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
    expect(await importFolder(opened.graph, folder)).toMatchObject({ dataset: 'own' });
    expect((await funds()).map(({ id, low }) => [id, Number(low)])).toEqual([['gift', 125]]);

    writeFileSync(join(folder, 'funds.csv'), tableLines('funds.csv', [{ ...gift, id: 'present' }]).join('\n'));
    await importFolder(opened.graph, folder);
    expect((await funds()).map(({ id }) => id)).toEqual(['present']);
  });

  test('reports its progress up to the last row', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
    const reported: [number, number][] = [];
    const { rows } = await importFolder(opened.graph, folder, (done, total) => reported.push([done, total]));
    const [, total] = reported.at(0) ?? [];
    expect(reported.at(0)).toEqual([0, total]);
    expect(reported.at(-1)).toEqual([total, total]);
    // The data set and the fund; a row of a table is several of the databases.
    expect([rows, Number(total) > rows]).toEqual([2, true]);
  });

  if (engine === 'postgresql') {
    test('updates the planner statistics of PostgreSQL', async () => {
      const unknown = await database('finance').orm.driver.execute(
        `select relname from pg_class join pg_namespace n on n.oid = relnamespace
          where nspname = 'finance' and relkind = 'r' and reltuples < 0 and relname not like 'mikro%'`,
      );
      expect(unknown).toEqual([]);
    });
  }

  test('refuses what it does not understand, names file, line and column, and changes nothing', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      'funds.csv': [
        ...tableLines('funds.csv', [
          gift,
          { ...gift, id: 'a', value: '1.255', kind: 'GIFT' },
          {
            ...gift,
            id: 'b',
            pairings: 'nobody',
            status: 'FINISHED',
            from: '2019-13',
            donor: 'org-nobody',
            sources: 's9#1',
          },
          { ...gift, id: 'c', sources: '' },
          { ...gift, to: '2019', includedIn: 'c' },
        ]),
        'd,xihu-xuanen,1',
      ],
      'gifts.csv': ['id'],
    });
    expect(await problems(folder)).toEqual([
      'funds.csv:3 value: found "1.255", expected a number up to 9000000000000 with at most two decimals, or a range such as 3..5',
      expect.stringMatching(/^funds\.csv:3 kind: found "GIFT", expected one of FISCAL, SOCIAL, /),
      expect.stringMatching(/^funds\.csv:4 status: found "FINISHED", expected one of ACTUAL, COMMITTED, /),
      'funds.csv:4 from: found "2019-13", expected a date such as 2018-04-19, 2016-12, 2018-H1, 2018, 1990s or unknown',
      'funds.csv:4 pairings: found "nobody", which is unknown, expected an id of pairings.csv',
      'funds.csv:4 sources: found "s9", which is unknown, expected an id of documents.csv',
      'funds.csv:4 donor: found "org-nobody", which is unknown, expected an id, code or name of regions.csv or an id of organisations.csv',
      'funds.csv:5 sources: found nothing, expected a place in a document such as s1#10',
      'funds.csv:6 to: found "2019-01-01", expected a date after 2019-01-01; the end is not included',
      'funds.csv:6: found "gift", which funds.csv:2 has, expected an id that is once in funds.csv, projects.csv, sales.csv, enterprises.csv, facilities.csv',
      'funds.csv:7: found 3 cells, expected 28, as the header has',
      expect.stringMatching(/^gifts\.csv: found what is none of the tables, expected one of dataset\.csv, /),
    ]);
    expect(await funds()).toEqual([]);
  });

  test.each([
    [
      'no dataset.csv',
      { 'funds.csv': tableLines('funds.csv', []) },
      ['dataset.csv: found no data set, or several, expected one row that names it'],
    ],
    [
      'a wrong delimiter',
      { 'dataset.csv': ['id;title', 'own;Own'] },
      ['dataset.csv:1: found columns separated by ";", expected commas'],
    ],
    [
      'a missing and a stray column',
      { 'dataset.csv': ['id,name', 'own,Own'] },
      expect.arrayContaining([
        'dataset.csv:1 title: found no such column, expected the columns id, title; visibility, pairings, basis, from, to, status, sources may be left out',
        'dataset.csv:1 name: found the column "name", expected the columns id, title; visibility, pairings, basis, from, to, status, sources may be left out',
      ]),
    ],
    [
      'an id that another data set has',
      {
        'dataset.csv': datasetFile('own'),
        'funds.csv': tableLines('funds.csv', [{ ...gift, id: 'xihu-xuanen-funds-2018' }]),
      },
      [
        'funds.csv:2: found "xihu-xuanen-funds-2018", which funds.csv of the data set "articles" has, expected an id of its own',
      ],
    ],
    [
      'regions above themselves',
      {
        'dataset.csv': datasetFile('own'),
        'regions.csv': [
          'id,code,name,nameEn,pinyin,aliases,kind,level,parent',
          'a,,甲,,,,ADMINISTRATIVE,COUNTY,b',
          'b,,乙,,,,ADMINISTRATIVE,PREFECTURE,a',
        ],
      },
      [
        'regions.csv:2 parent: found "a" above itself, expected a row that is not below it',
        'regions.csv:3 parent: found "b" above itself, expected a row that is not below it',
      ],
    ],
    [
      'an open quote',
      { 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [{ ...gift, id: '"gift' }]) },
      [expect.stringMatching(/^funds\.csv:\d+: found .*, expected CSV with commas and double quotes$/)],
    ],
  ])('refuses %s', async (_name, files, expected) => {
    expect(await problems(dataFolder(files as Record<string, string[]>))).toEqual(expected);
  });

  test('refuses bytes that are not UTF-8, and names the line', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own') });
    writeFileSync(
      join(folder, 'funds.csv'),
      Buffer.concat([Buffer.from(`${tableLines('funds.csv', []).join()}\ng`), Buffer.from([0xb9, 0xe3])]),
    );
    expect(await problems(folder)).toEqual([
      'funds.csv:2: found bytes that are not UTF-8, perhaps GBK or Big5, expected UTF-8: save it as "CSV UTF-8 (comma delimited)"',
    ]);
  });

  test('leaves every subgraph as it was when one of them fails', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
    await database('training').orm.driver.execute(
      engine === 'sqlite' ? 'drop table course' : 'drop table training.course cascade',
    );
    await expect(importFolder(opened.graph, folder)).rejects.toThrow();
    expect(await funds()).toEqual([]);
  });

  test('finishes an import that ended between the commits of two subgraphs', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
    await importFolder(opened.graph, folder);
    await database('finance')
      .write()
      .transactional(async (em) => {
        await em.execute(
          engine === 'sqlite'
            ? "delete from fund where dataset = 'own'"
            : "delete from finance.fund where dataset = 'own'",
        );
        await em.execute(
          engine === 'sqlite' ? "delete from dataset where id = 'own'" : "delete from finance.dataset where id = 'own'",
        );
      });
    expect(await resumeImports(opened.graph)).toEqual([]);
    expect((await funds()).map(({ id }) => id)).toEqual(['gift']);
  });

  test('puts back what was uploaded, and was interrupted, since there is no folder to read it from', async () => {
    const lines = (value: string): string[] => tableLines('funds.csv', [{ ...gift, value }]);
    const uploaded = (value: string): Files => ({
      ...filesAt(dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': lines(value) })),
      folder: null,
    });
    const finance = database('finance').orm.driver;
    const interrupted = async (value: string): Promise<void> => {
      for (const statement of refuseAtCommit[engine]) {
        await finance.execute(statement);
      }
      await expect(importFiles(opened.graph, uploaded(value))).rejects.toThrow('in training, labour and not in');
      for (const statement of forgetRefusal[engine]) {
        await finance.execute(statement);
      }
    };
    const databases = opened.graph.map((each) => each.database);
    await interrupted('1');
    expect(await resumeImports(opened.graph)).toEqual([]);
    expect([await incompleteImports(databases), await funds()]).toEqual([[], []]);
    await importFiles(opened.graph, uploaded('1'));
    const before = await funds();
    await interrupted('2');
    expect(await resumeImports(opened.graph)).toEqual([]);
    expect([await incompleteImports(databases), await funds()]).toEqual([[], before]);
  });

  test('says that a data set is incomplete when one subgraph has committed and the next cannot, and a rerun completes it', async () => {
    const folder = dataFolder({ 'dataset.csv': datasetFile('own'), 'funds.csv': tableLines('funds.csv', [gift]) });
    const finance = database('finance').orm.driver;
    const databases = opened.graph.map((each) => each.database);
    for (const statement of refuseAtCommit[engine]) {
      await finance.execute(statement);
    }
    await expect(importFolder(opened.graph, folder)).rejects.toThrow(
      /^The data set own is in training, labour and not in pairings, finance, where the last step failed: .*\nRun the same import again to complete it\.$/i,
    );
    const incomplete = [
      'The data set own is in some parts of the graph only: its import was interrupted. Import it again: npm run import -- <folder>',
    ];
    expect(await incompleteImports(databases)).toEqual(incomplete);
    expect(await resumeImports(opened.graph)).toEqual([
      expect.stringMatching(
        /^The import of the data set own was interrupted and cannot be finished\. The data set own is/,
      ),
    ]);
    expect(await funds()).toEqual([]);

    await finance.execute(refuseNoMore[engine]);
    await importFolder(opened.graph, folder);
    expect(await incompleteImports(databases)).toEqual([]);
    expect((await funds()).map(({ id }) => id)).toEqual(['gift']);
  });
});

/** Lets the data set "own" be written to finance, and fails when that is to be committed. */
const refuseAtCommit: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [
    'create table allowed (id text primary key)',
    'create table refused (id text references allowed (id) deferrable initially deferred)',
    "create trigger refuse after insert on dataset when new.id = 'own' begin insert into refused values (new.id); end",
  ],
  postgresql: [
    'create table finance.allowed (id text primary key)',
    "insert into finance.allowed values ('register'), ('articles')",
    'alter table finance.dataset add constraint refuse foreign key (id) references finance.allowed deferrable initially deferred not valid',
  ],
};
const refuseNoMore: Readonly<Record<Engine, string>> = {
  sqlite: 'drop trigger refuse',
  postgresql: 'alter table finance.dataset drop constraint refuse',
};
const forgetRefusal: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: [refuseNoMore.sqlite, 'drop table refused', 'drop table allowed'],
  postgresql: [refuseNoMore.postgresql, 'drop table finance.allowed'],
};
