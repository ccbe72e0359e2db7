import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { removeDataset } from '../../platform/import/remove-dataset.js';
import { undo } from '../../platform/import/undo.js';
import { endingOf } from '../../platform/visibility/audience.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { dataFolder, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { databaseOf, shippedGraph, type TestGraph } from '../support/graph.js';

const paper = { id: 'paper', kind: 'ARTICLE', title: '结对帮扶' };

describeEachEngine('who may see a data set', (engine) => {
  let opened: TestGraph;

  beforeEach(async () => {
    opened = await shippedGraph(engine);
  });

  afterEach(() => opened.close());

  const load = (id: string, visibility: string, tables: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    importFolder(
      opened.graph,
      dataFolder({
        'dataset.csv': ['id,title,visibility', `${id},A data set,${visibility}`],
        ...Object.fromEntries(Object.entries(tables).map(([file, row]) => [file, tableLines(file, [row])])),
      }),
    );
  const own = (visibility: string) => load('own', visibility, { 'documents.csv': paper });
  const other = (visibility: string) => load('other', visibility, { 'funds.csv': { ...gift, sources: 'paper' } });
  const ending = async (): Promise<string> => endingOf(await databaseOf(opened, pairings).version());

  test('is public unless it says otherwise, and is in the data version from the first change on', async () => {
    expect(await ending()).toBe('');
    await own('public');
    expect(await ending()).toBe('');
    await own('prov-b;prov-a');
    expect(await ending()).toBe('.1:prov-a+prov-b');
    await other('prov-a');
    expect(await ending()).toBe('.2:prov-a+prov-b');
    await removeDataset(opened.graph, 'other');
    await undo(opened.graph, 'own');
    expect(await ending()).toBe('.4:');
    await own('公开');
    expect(await ending()).toBe('.4:');
  });

  test.each(['Prov A', 'prov_a', 'public;prov-a', '-a', 'editor!'])('is no role such as %s', async (visibility) => {
    await expect(own(visibility)).rejects.toThrow('roles of lower-case letters, digits and "-"');
  });

  test('is not less than of those who see a row that refers to it', async () => {
    await own('prov-a;prov-b');
    for (const visibility of ['public', 'prov-c', 'prov-a;prov-c']) {
      await expect(other(visibility)).rejects.toThrow(
        'funds.csv:2 sources: found "paper", a row of the data set "own", which is for prov-a, prov-b alone, expected a row that all may see who may see this data set; else visibility "prov-a;prov-b" or some of it in dataset.csv',
      );
    }
    await other('prov-b');
  });

  test('cannot become less while rows of those who see it refer to it', async () => {
    await own('public');
    await other('public');
    await expect(own('prov-a')).rejects.toThrow(
      'prov-a alone, while funds.csv of the data set "other", which is for everybody, refers to "paper" ("gift")',
    );
    await other('prov-a');
    await own('prov-a;prov-b');
    await expect(own('prov-b')).rejects.toThrow('first narrow the data set "other", or remove it');
    await own('public');
  });
});
