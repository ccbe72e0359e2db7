import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { resumeImports } from '../../platform/import/interrupted-imports.js';
import type { RunningServer } from '../../platform/http-server.js';
import { readNamedQueries, type NamedQuery } from '../../platform/named-queries.js';
import { ask, type GraphQLAnswer } from '../support/client.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { gatewayInProcess, gatewayOverHttp, servedGraph, type GatewayOverHttp } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { planCost } from '../support/plan-cost.js';

describe('the plan', () => {
  const gateway = servedGraph('sqlite');
  const costOf = ({ query, variables }: Pick<NamedQuery, 'query' | 'variables'>): ReturnType<typeof planCost> =>
    planCost(gateway.url, query, variables);

  test.each([
    ['', 'pairing-page', ['finance', 'labour', 'pairings', 'training'], 2],
    ['pages', 'overview', ['pairings'], 1],
    ['pages', 'overview-reported', ['finance', 'labour', 'pairings', 'training'], 1],
    ['pages', 'pairing', ['finance', 'labour', 'pairings', 'training'], 1],
    ['pages', 'region', ['finance', 'labour', 'pairings', 'training'], 1],
  ])('of %s/%s has one fetch from each subgraph', async (folder, name, fetches, rounds) => {
    const [named] = readNamedQueries(folder || '.').filter((each) => each.name === name) as [NamedQuery];
    expect(await costOf(named)).toEqual({ fetches, rounds });
  });

  test('goes on to pairings for what it alone knows of a document', async () => {
    const query = '{ funds(first: 1) { nodes { sources { document { title pairings { totalCount } } } } } }';
    expect(await costOf({ query, variables: {} })).toEqual({ fetches: ['finance', 'pairings'], rounds: 2 });
  });
});

const yearbook = {
  id: 'yearbook',
  kind: 'ARTICLE',
  title: '宣恩年鉴',
  titleEn: "Xuan'en Yearbook",
  number: 'No. 1',
  issue: '2020-1',
  url: 'https://example.org/yearbook?year=2019',
} as const;

const table = (file: string, row: Readonly<Record<string, string>>): Record<string, readonly string[]> => ({
  [file]: tableLines(file, [row]),
});

const persons = { ...gift, unit: 'PERSON', value: '3' };

/** A data set with a document, and a record of each subgraph that is printed in it. */
const own = (documents: readonly object[] = [yearbook]): Record<string, readonly string[]> => ({
  'dataset.csv': datasetFile('own'),
  'documents.csv': tableLines(
    'documents.csv',
    documents.map((each) => ({ ...each, publishers: 'pub-minzu; 422825', published: '2020-06' })),
  ),
  ...table('funds.csv', { ...gift, sources: 'yearbook#1; s0#22' }),
  ...table('placements.csv', { ...persons, id: 'job', stage: 'STABLE', worker: 'VILLAGER', sources: 'yearbook#2' }),
  ...table('courses.csv', { ...persons, id: 'course', kind: 'CLASS', counts: 'TRAINEES', sources: 'yearbook#3' }),
  ...table('outcomes.csv', { ...persons, id: 'out', indicator: 'PERSONS_STILL_POOR', sources: 'yearbook' }),
});

const fields = `id kind title titleEn number issue url published { text }
  publishers { __typename id name nameEn }`;

const yearbookAnswer = {
  ...yearbook,
  published: { text: 'June 2020' },
  publishers: [
    { __typename: 'Organisation', id: 'pub-minzu', name: '《民族大家庭》杂志', nameEn: 'Minzu Da Jiating magazine' },
    { __typename: 'Region', id: '422825', name: '宣恩县', nameEn: "Xuan'en County" },
  ],
};

/** Of records of three subgraphs, the documents that they are printed in. */
const ofRecords = `{
  fund(id: "gift") { figure { ...In } } placement(id: "job") { figure { ...In } } course(id: "course") { figure { ...In } }
}
fragment In on Figure { sources { paragraph document { ${fields} } } }`;

describeEachEngine('a source', (engine) => {
  let opened: TestGraph;
  let gateway: RunningServer;
  let folder: string;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
    gateway = await gatewayInProcess(opened.graph);
  });

  beforeEach(async () => {
    folder = dataFolder(own());
    await importFolder(opened.graph, folder);
  });

  afterAll(async () => {
    await gateway.stop();
    await opened.close();
  });

  const asked = (query: string): Promise<GraphQLAnswer> => ask(gateway.url, query);
  /** The documents of the sources of a record of each subgraph. */
  const documents = async (selection: string): Promise<unknown> => {
    const parts = ['fund(id: "gift")', 'placement(id: "job")', 'course(id: "course")', 'outcome(id: "out")'];
    const answer = await asked(
      `{ ${parts.map((part) => `${part} { sources { document { ${selection} } } }`).join(' ')} }`,
    );
    const records = answer.data as Readonly<Record<string, { sources: { document: unknown }[] }>>;
    return Object.values(records).map(({ sources: [first] }) => first?.document);
  };

  test('says the same of its document in every subgraph', async () => {
    expect(await documents(fields)).toEqual([yearbookAnswer, yearbookAnswer, yearbookAnswer, yearbookAnswer]);
    expect(await asked(`{ document(id: "yearbook") { ${fields} } }`)).toEqual({ data: { document: yearbookAnswer } });
  });

  test('of a document of another data set has what that says', async () => {
    const { data } = await asked('{ fund(id: "gift") { sources { paragraph document { titleEn } } } }');
    expect(data).toEqual({
      fund: {
        sources: [
          { paragraph: 1, document: { titleEn: yearbook.titleEn } },
          { paragraph: 22, document: { titleEn: "Xihu District's paired assistance to Xuan'en County" } },
        ],
      },
    });
  });

  test('of any number of records is read by two statements, the second only where more than the id is asked', async () => {
    const databases = opened.graph.map(({ database }) => database);
    const query = (selection: string): string =>
      `{ funds { nodes { sources { document { ${selection} } } figure { sources { document { ${selection} } } } } } }`;
    await expect(() => asked(query('id'))).toSendStatements(databases, 2);
    await expect(() => asked(query('id kind title titleEn number issue url published { text }'))).toSendStatements(
      databases,
      3,
    );
    // The names of publishers: those of regions, and those of organisations.
    await expect(() => asked(query('title publishers { name nameEn }'))).toSendStatements(databases, 5);
  });

  test('has the new title in every subgraph once an import changes it', async () => {
    const changed = { ...yearbook, title: '宣恩统计年鉴', url: '' };
    writeFileSync(join(folder, 'documents.csv'), (own([changed])['documents.csv'] ?? []).join('\n'));
    await importFolder(opened.graph, folder);
    const then = { id: 'yearbook', title: '宣恩统计年鉴', url: null };
    expect(await documents('id title url')).toEqual([then, then, then, then]);
  });

  test('has an address that can be followed: an import refuses any other', async () => {
    const urls = ['javascript:alert(1)', 'example.org/yearbook', 'https://example.org/a b'];
    const documents = urls.map((url, place) => ({ ...yearbook, id: `yearbook-${place}`, url }));
    const problems = urls.map(
      (url, place) =>
        `documents.csv:${place + 3} url: found ${JSON.stringify(url)}, expected an address such as https://example.org/article`,
    );
    await expect(importFolder(opened.graph, dataFolder(own([yearbook, ...documents])))).rejects.toThrow(
      problems.join('\n'),
    );
  });

  test('is known again after a migration that leaves the copies to the next import', async () => {
    for (const { subgraph, database } of opened.graph) {
      await database.write().transactional(async (em) => {
        const prefix = engine === 'sqlite' ? '' : `${subgraph.name}.`;
        await em.execute(`update ${prefix}dataset set content = ''`);
        if (subgraph.name !== 'pairings') {
          await em.execute(`delete from ${prefix}document_ref`);
        }
      });
    }
    expect(await resumeImports(opened.graph)).toEqual([]);
    const then = { title: yearbook.title };
    expect(await documents('title')).toEqual([then, then, then, then]);
  });

  test('is gone from every subgraph with the document that no data set has any more', async () => {
    const kept = async (): Promise<readonly number[]> =>
      Promise.all(
        opened.graph.map(async ({ subgraph, database }) => {
          const rows = await database
            .read<Record<string, { id: string }>>()
            .selectFrom(subgraph.name === 'pairings' ? 'document' : 'documentRef')
            .select('id')
            .where('id', 'in', ['yearbook', 'other'])
            .execute();
          return rows.length;
        }),
      );
    const files = own([yearbook, { ...yearbook, id: 'other' }]);
    writeFileSync(join(folder, 'documents.csv'), (files['documents.csv'] ?? []).join('\n'));
    await importFolder(opened.graph, folder);
    expect(await kept()).toEqual([2, 2, 2, 2]);
    writeFileSync(join(folder, 'documents.csv'), (own()['documents.csv'] ?? []).join('\n'));
    await importFolder(opened.graph, folder);
    expect(await kept()).toEqual([1, 1, 1, 1]);
  });
});

describeEachEngine('with pairings stopped, a figure', (engine) => {
  let gateway: GatewayOverHttp;

  beforeAll(async () => {
    gateway = await gatewayOverHttp(engine);
    await importFolder(gateway.graph, dataFolder(own()));
    await gateway.subgraphs.get('pairings')?.stop();
  });

  afterAll(async () => {
    await gateway.stop();
  });

  test('still says where it is printed', async () => {
    const s0 = expect.objectContaining({ id: 's0', issue: '2019-2', published: { text: '21 May 2019' } }) as unknown;
    const at = (paragraph: number): object => ({ paragraph, document: yearbookAnswer });
    expect(await ask(gateway.url, ofRecords)).toEqual({
      data: {
        fund: { figure: { sources: [at(1), { paragraph: 22, document: s0 }] } },
        placement: { figure: { sources: [at(2)] } },
        course: { figure: { sources: [at(3)] } },
      },
    });
  });

  test('lacks of its document only what pairings alone knows', async () => {
    const query = `{ fund(id: "gift") { sources { document {
      title pairings { totalCount } publishers { name ... on Organisation { kind } }
    } } } }`;
    const { data, errors } = await ask(gateway.url, query);
    expect(data).toEqual({
      fund: {
        sources: [
          { document: { title: yearbook.title, pairings: null, publishers: null } },
          { document: expect.objectContaining({ pairings: null, publishers: null }) as unknown },
        ],
      },
    });
    expect(errors).toHaveLength(1);
  });
});
