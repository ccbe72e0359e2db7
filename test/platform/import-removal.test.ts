import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { dryRun } from '../../platform/import/dry-run.js';
import { interruptedImports } from '../../platform/import/dataset.js';
import { checkRemoval, removeDataset } from '../../platform/import/remove-dataset.js';
import { shippedFolders } from '../../platform/import/shipped-folders.js';
import { finance } from '../../subgraphs/finance/subgraph.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

/** A row of each table that rows of other data sets can refer to. */
const owned = {
  'regions.csv': { id: 'field', name: '水田', kind: 'ADMINISTRATIVE', level: 'VILLAGE', parent: '422825' },
  'organisations.csv': { id: 'school', name: '小学', kind: 'SCHOOL', sources: 'paper' },
  'documents.csv': { id: 'paper', kind: 'ARTICLE', title: '结对帮扶' },
  'programmes.csv': { id: 'plan', name: '结对帮扶' },
  'pairings.csv': {
    id: 'pair',
    programme: 'plan',
    level: 'COUNTY',
    scope: 'INTER_PROVINCIAL',
    evidence: 'STATED',
    donor: '330106',
    recipient: '422825',
    sources: 'paper',
  },
  'funds.csv': { ...gift, id: 'fund', pairings: 'pair', sources: 'paper' },
} as const;

const project = {
  id: 'project',
  status: 'ACTUAL',
  basis: 'ANNUAL',
  pairings: 'pair',
  sources: 'paper',
  fund: 'fund',
  place: 'field',
  donor: 'school',
} as const;

describeEachEngine('a data set that others refer to', (engine) => {
  let opened: TestGraph;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
    await importFolder(opened.graph, owner());
  });

  afterEach(async () => {
    await opened.close();
  });

  const folderOf = (id: string, tables: Readonly<Record<string, Readonly<Record<string, string>>>>): string =>
    dataFolder({
      'dataset.csv': datasetFile(id),
      ...Object.fromEntries(Object.entries(tables).map(([file, row]) => [file, tableLines(file, [row])])),
    });
  const owner = (): string => folderOf('owner', owned);
  const emptied = (): string => folderOf('owner', {});
  const messages = async (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => (error as Error).message.split('\n'));
  const lost = (file: string, id: string, from: string, dataset: string, first: string): string =>
    `${file}: found no row "${id}", which ${from} of the data set "${dataset}" refers to ("${first}"), ` +
    `expected that row as before; else first change the data set "${dataset}", or remove it with --remove ${dataset}`;

  test('keeps the rows that they refer to, in every subgraph, whether it is replaced or removed', async () => {
    await importFolder(opened.graph, folderOf('user', { 'projects.csv': project }));
    const expected = [
      lost('documents.csv', 'paper', 'projects.csv', 'user', 'project'),
      lost('funds.csv', 'fund', 'projects.csv', 'user', 'project'),
      lost('organisations.csv', 'school', 'projects.csv', 'user', 'project'),
      lost('pairings.csv', 'pair', 'projects.csv', 'user', 'project'),
      lost('regions.csv', 'field', 'projects.csv', 'user', 'project'),
    ];
    const folder = emptied();
    const refused = [`Nothing was imported from ${folder}: 5 problems.`, ...expected];
    expect(await messages(dryRun(opened.graph, folder))).toEqual(refused);
    expect(await messages(importFolder(opened.graph, folder))).toEqual(refused);
    const kept = ['The data set owner was not removed: 5 problems.', ...expected];
    expect(await messages(checkRemoval(opened.graph, 'owner'))).toEqual(kept);
    expect(await messages(removeDataset(opened.graph, 'owner'))).toEqual(kept);

    await removeDataset(opened.graph, 'user');
    expect(await importFolder(opened.graph, folder)).toMatchObject({ dataset: 'owner' });
  });

  test.each([
    [
      'pairings.csv',
      { ...owned['pairings.csv'], id: 'part', parent: 'pair', sources: 's0' },
      ['pairings.csv', 'programmes.csv'],
    ],
    [
      'pairing_periods.csv',
      { pairing: 'pair', from: '2020', basis: 'paper', sources: 's0' },
      ['documents.csv', 'pairings.csv'],
    ],
    ['regions.csv', { ...owned['regions.csv'], id: 'hamlet', parent: 'field' }, ['regions.csv']],
    [
      'organisations.csv',
      { ...owned['organisations.csv'], id: 'clinic', region: 'field', sources: 's0' },
      ['regions.csv'],
    ],
    ['documents.csv', { ...owned['documents.csv'], id: 'letter', publishers: 'school' }, ['organisations.csv']],
    ['funds.csv', { ...gift, includedIn: 'fund' }, ['funds.csv']],
    ['funds.csv', { ...gift, mayBeIncludedIn: 'fund' }, ['funds.csv']],
    ['region_versions.csv', { region: 'field', kind: 'ITSELF', name: '水田村', from: '1990' }, ['regions.csv']],
    [
      'outcomes.csv',
      { id: 'o', status: 'ACTUAL', basis: 'ANNUAL', indicator: 'POVERTY_INCIDENCE', region: 'field', sources: 's0' },
      ['regions.csv'],
    ],
    [
      'discrepancies.csv',
      {
        id: 'd',
        kind: 'SUM_MISMATCH',
        text: 'x',
        textZh: '某',
        region: 'field',
        between: 'Fund:fund;Pairing:pair',
        sources: 's0',
      },
      ['funds.csv', 'pairings.csv', 'pairings.csv', 'regions.csv'],
    ],
  ])('keeps what a row of %s refers to', async (file, row, files) => {
    await importFolder(opened.graph, folderOf('user', { [file]: row }));
    const [, ...problems] = (await messages(removeDataset(opened.graph, 'owner'))) as string[];
    expect(problems.map((line) => line.split(':')[0])).toEqual(files);
  });

  test('is removed with all its rows, in every table', async () => {
    expect(await checkRemoval(opened.graph, 'owner')).toEqual(await removeDataset(opened.graph, 'owner'));
    const left = await Promise.all(
      opened.graph.flatMap(({ subgraph, database }) =>
        subgraph.entities
          .filter((entity) => !subgraph.derivation.entities.includes(entity))
          .map(async (entity) => {
            const { tableName } = database.orm.getMetadata().get(entity as never);
            const column = tableName === 'dataset' ? 'id' : 'dataset';
            const rows = await database
              .read<Record<string, Record<string, string>>>()
              .selectFrom(tableName)
              .select(column)
              .where(column, '=', 'owner')
              .execute();
            return rows.length;
          }),
      ),
    );
    expect(left.filter((count) => count > 0)).toEqual([]);
    expect(await messages(removeDataset(opened.graph, 'owner'))).toEqual([
      'There is no data set "owner". There is none that can be removed.',
    ]);
  });

  test.each([...shippedFolders.keys()])('that ships, such as %s, is neither replaced nor removed', async (id) => {
    expect(await messages(removeDataset(opened.graph, id))).toEqual([
      `The data set ${id} ships with Jiedui and cannot be removed: each start would load it again.`,
    ]);
    const expected = `id: found "${id}", which is the id of a data set that ships, "${id}", expected an id that no other data set has`;
    expect(await messages(importFolder(opened.graph, folderOf(id, {})))).toContain(`dataset.csv ${expected}`);
    const [, line] = (await messages(dryRun(opened.graph, folderOf(id.toUpperCase(), {})))) as string[];
    expect(line).toContain(`found "${id.toUpperCase()}", which is the id of a data set that ships`);
  });

  test('differs from others in more than capitals', async () => {
    const [, line] = (await messages(importFolder(opened.graph, folderOf('Owner', {})))) as string[];
    expect(line).toBe(
      'dataset.csv id: found "Owner", which is but for capitals the id of the data set "owner", expected an id that no other data set has',
    );
  });

  test('of two imports at once that contradict each other, one alone succeeds', async () => {
    const user = folderOf('user', { 'projects.csv': project });
    const results = await Promise.allSettled([importFolder(opened.graph, emptied()), importFolder(opened.graph, user)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('whose import was interrupted is completed or removed before another is loaded', async () => {
    await databaseOf(opened, finance)
      .write()
      .transactional(async (em) => {
        const schema = engine === 'sqlite' ? '' : 'finance.';
        await em.execute(`delete from ${schema}dataset where id = 'owner'`);
        await em.execute(`delete from ${schema}fund where dataset = 'owner'`);
      });
    const user = folderOf('user', { 'funds.csv': gift });
    const [, line] = (await messages(importFolder(opened.graph, user))) as string[];
    expect(line).toMatch(
      /^dataset\.csv id: found another data set, "owner", in some parts of the graph only: its import was interrupted, expected that one imported again first, from \S+, or removed with --remove owner$/,
    );
    await removeDataset(opened.graph, 'owner');
    expect(await interruptedImports(opened.graph.map(({ database }) => database))).toEqual(new Map());
    await importFolder(opened.graph, user);
  });
});
