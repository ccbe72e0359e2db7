import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';

import type { RunningServer } from '../../platform/http-server.js';
import { projectRoot } from '../../platform/config.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { inProcess } from '../../gateway/fetch/in-process-data-source.js';
import { connectAgent, type TestAgent } from '../support/agent.js';
import { gatewayInProcess, servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite');
let agent: TestAgent;

beforeAll(async () => {
  agent = await connectAgent(gateway.url);
});
afterAll(() => agent.close());

/** An agent of a gateway with settings or parts of its own, for as long as it is used. */
async function withGateway<Found>(
  [environment, more]: [environment?: NodeJS.ProcessEnv, more?: Parameters<typeof gatewayInProcess>[2]],
  use: (own: TestAgent, url: string) => Promise<Found>,
): Promise<Found> {
  const server: RunningServer = await gatewayInProcess(gateway.graph, environment, more);
  const own = await connectAgent(server.url);
  try {
    return await use(own, server.url);
  } finally {
    await own.close();
    await server.stop();
  }
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('the tools', () => {
  test('are six that only read, in less than 8 KB', async () => {
    const { tools } = await agent.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'find',
      'describe',
      'total',
      'list_questions',
      'ask_question',
      'query',
    ]);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(bytes({ tools })).toBeLessThan(8_192);
  });

  test('know the values of the enumerations that they take', async () => {
    const { tools } = await agent.client.listTools();
    const schema = buildSchema(readFileSync(join(projectRoot, 'schema/api.graphql'), 'utf8'));
    const valuesOf = (name: string): string[] => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    };
    const given = (
      tool: string,
      argument: string,
    ): { readonly enum?: string[]; readonly items?: { readonly enum: string[] } } =>
      tools.find(({ name }) => name === tool)?.inputSchema.properties?.[argument] as object;
    expect(given('total', 'fundKind').enum).toEqual(valuesOf('FundKind'));
    expect(given('total', 'statuses').items?.enum).toEqual(valuesOf('FigureStatus'));
    expect(
      given('find', 'kinds')
        .items?.enum.map((kind) => kind.toUpperCase())
        .sort(),
    ).toEqual(valuesOf('SearchKind').sort());
  });

  test.each(['legacy', 'auto'] as const)('answer the same as content and as structured content: %s', async (era) => {
    const own = await connectAgent(gateway.url, { era });
    const { answer, text, isError } = await own.call('find', { text: '沿河', kinds: ['pairing'] });
    expect(isError).toBe(false);
    expect(JSON.parse(text)).toEqual(answer);
    expect(answer).toEqual({
      data: {
        search: [
          expect.objectContaining({ kind: 'PAIRING', node: expect.objectContaining({ id: 'zhangjiagang-yanhe' }) }),
        ],
      },
      complete: true,
      missing: [],
      sources: null,
      dataVersions: { pairings: expect.any(String) },
      nextCursor: null,
      asked: {
        question: 'brief-hits',
        variables: { text: '沿河', kinds: ['PAIRING'] },
        address: '/q/brief-hits?text=%E6%B2%BF%E6%B2%B3&kinds=PAIRING',
        cost: expect.any(Number),
      },
    });
    await own.close();
  });

  test.each(readNamedQueries('agents').map((each) => [each.name, each] as const))(
    'have an example that is found: %s',
    async (_name, { query, variables }) => {
      const { data, errors } = await gateway.ask(query, variables);
      expect([errors, Object.values(data as object)]).toEqual([undefined, [expect.anything()]]);
    },
  );

  test('describe each kind of thing by the ids that find gives', async () => {
    const found = new Map<string, string>();
    for (const text of ['沿河', '东西部扶贫协作', '宣恩县民宗局', 'Upgrading East-West', '贫困县', '饮水']) {
      const { answer } = await agent.call('find', { text, first: 30 });
      for (const { kind, node } of (answer.data as { search: { kind: string; node: { id: string } }[] }).search) {
        found.set(kind.toLowerCase(), node.id);
      }
    }
    expect([...found.keys()].sort()).toEqual([
      'document',
      'organisation',
      'pairing',
      'programme',
      'project',
      'provision',
      'region',
    ]);
    for (const [kind, id] of found) {
      const { answer } = await agent.call('describe', { kind, id, language: 'ZH' });
      expect([kind, answer.complete, (answer.data as Record<string, { id: string }>)[kind]?.id]).toEqual([
        kind,
        true,
        id,
      ]);
    }
  });

  test('say what does not exist, and where ids are found', async () => {
    const { answer, isError } = await agent.call('describe', { kind: 'region', id: 'nowhere' });
    expect([isError, answer.data, answer.missing]).toEqual([
      true,
      null,
      [
        {
          code: 'BAD_USER_INPUT',
          message: 'There is no region with the id "nowhere". The tool "find" gives ids.',
          subgraph: null,
          paths: [],
        },
      ],
    ]);
  });

  test('add up with sources', async () => {
    const { answer } = await agent.call('total', { kind: 'pairing', id: 'zhangjiagang-yanhe', what: 'funds' });
    expect(answer.data).toMatchObject({ pairing: { fundTotal: { text: '65.94 million yuan', value: 65_940_000 } } });
    expect(answer.sources).toContainEqual(
      expect.objectContaining({ document: 's1', paragraphs: expect.arrayContaining([10]) as unknown }),
    );
  });

  test('total names what can be added up of a kind of thing', async () => {
    const { answer } = await agent.call('total', { kind: 'programme', id: 'east-west', what: 'expertsSent' });
    expect(answer.missing[0]?.message).toBe(
      'Argument "what": expected of a programme one of funds, projects, sales, enterprises, facilities, jobOffers, placements, exchanges, courses, secondments, experts, found "expertsSent".',
    );
  });

  test('list questions page by page, and find them by words', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { answer } = await agent.call('list_questions', { first: 50, ...(after === null ? {} : { after }) });
      const { questions } = answer.data as { questions: { name: string }[] };
      expect(answer.complete).toBe(true);
      names.push(...questions.map(({ name }) => name));
      after = answer.nextCursor;
    } while (after !== null);
    const asked = ['.', 'questions', 'nation', 'tables'].flatMap((folder) => readNamedQueries(folder));
    expect(names.sort()).toEqual(asked.map(({ name }) => name).sort());
    const { answer } = await agent.call('list_questions', { text: 'startup leaders' });
    expect(JSON.stringify(answer.data)).toContain('"name":"startup-leaders"');
  });

  test('ask a question as its address does, and name the nearest where there is none', async () => {
    const [question] = readNamedQueries('questions').filter(({ name }) => name === 'supporters-fiscal-money');
    const { answer } = await agent.call('ask_question', { name: question?.name, variables: question?.variables });
    expect(answer.data).toEqual(question?.answer);
    const table = await agent.call('ask_question', { name: 'funds', variables: { first: 3 } });
    expect([table.answer.sources, table.answer.nextCursor]).toEqual([
      expect.arrayContaining([{ document: expect.stringMatching(/^s\d$/), paragraphs: [expect.any(Number)] }]),
      expect.any(String),
    ]);
    const unknown = await agent.call('ask_question', { name: 'supporters-fiscal-mony' });
    expect(unknown.answer.missing[0]).toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
      message: expect.stringContaining('supporters-fiscal-money'),
    });
    const wrong = await agent.call('ask_question', { name: question?.name, variables: { recipients: '1' } });
    expect(wrong.answer.missing[0]?.message).toContain('has no such variable; expected one of recipient, on');
  });

  test('query asks what is asked, and says what is wrong with it', async () => {
    const query = 'query Named($id: ID!) { region(id: $id) { name } }';
    const { answer } = await agent.call('query', { query, variables: { id: '520627' } });
    expect(answer).toMatchObject({
      data: { region: { name: '沿河土家族自治县' } },
      asked: { query, variables: { id: '520627' } },
    });
    const refused = await agent.call('query', { query: '{ regoin }' });
    expect([refused.isError, refused.answer.missing[0]]).toMatchObject([true, { code: 'GRAPHQL_VALIDATION_FAILED' }]);
  });
});

describe('an answer', () => {
  test('has 32 KB at most, and goes on after the rows that were cut', async () => {
    const ids: string[] = [];
    const given = { name: 'regions', variables: { first: 100 } };
    let after: string | null = null;
    let cuts = 0;
    do {
      const variables = { ...given.variables, ...(after === null ? {} : { after }) };
      const { answer, text } = await agent.call('ask_question', { ...given, variables });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(32 * 1024);
      const rows = (answer.data as { regionRows: { edges: { node: { id: string } }[] } }).regionRows.edges;
      ids.push(...rows.map(({ node }) => node.id));
      expect(answer.complete).toBe(answer.missing.length === 0);
      cuts += answer.missing.filter(({ code }) => code === 'ROWS_CUT').length;
      after = answer.nextCursor;
    } while (after !== null && ids.length < 250);
    expect(cuts).toBeGreaterThan(0);
    const { data } = await gateway.ask(`{ regionRows(first: ${ids.length}) { edges { node { id } } } }`);
    expect(ids).toEqual(
      (data as { regionRows: { edges: { node: { id: string } }[] } }).regionRows.edges.map(({ node }) => node.id),
    );
  });

  test('says what to do where a cut list cannot go on', async () => {
    const query =
      '{ regions(first: 500) { nodes { id name nameEn versions { name sources { paragraph document { id } } } } } }';
    const { answer, text } = await agent.call('query', { query });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(32 * 1024);
    expect([answer.complete, answer.nextCursor, answer.missing]).toEqual([
      false,
      null,
      [
        expect.objectContaining({
          code: 'ROWS_CUT',
          message: expect.stringMatching(
            /^Of \d+ rows \d+ are here: .* ask for \d+ with "first", or for fewer fields\.$/,
          ),
          paths: [['regions', 'nodes']],
        }),
      ],
    ]);
  });

  test('names what a subgraph that fails leaves out', async () => {
    const graph = inProcess(gateway.graph, 40_000);
    const dataSource: typeof graph = (subgraph) =>
      subgraph.name === 'finance' ? { process: () => Promise.reject(new Error('down')) } : graph(subgraph);
    await withGateway([{}, { dataSource }], async (own) => {
      const jobs = await own.call('total', { kind: 'pairing', id: 'zhangjiagang-yanhe', what: 'placements' });
      expect(jobs.answer.complete).toBe(true);
      const { answer, isError } = await own.call('describe', { kind: 'pairing', id: 'zhangjiagang-yanhe' });
      expect([isError, answer.complete]).toEqual([false, false]);
      expect(answer.missing).toContainEqual({
        code: expect.stringMatching(/^SUBGRAPH_/),
        message: expect.stringContaining('The finance subgraph'),
        subgraph: 'finance',
        paths: [['pairing']],
      });
      expect(answer.data).toMatchObject({ pairing: { fiscal: null, placements: { text: expect.any(String) } } });
    });
  });
});

test('any gateway answers the next request of an agent; with DOCUMENTS_ONLY there is no query', async () => {
  await withGateway([{ DOCUMENTS_ONLY: 'true' }], async (namedOnly, url) => {
    let asked = 0;
    const inTurns: typeof fetch = (address, init) => {
      asked += 1;
      const { pathname } = new URL(address instanceof Request ? address.url : address);
      return fetch(new URL(pathname, asked % 2 === 0 ? url : gateway.url), init);
    };
    const own = await connectAgent(gateway.url, { ask: inTurns });
    for (const [name, given] of [
      ['find', { text: 'Yanhe' }],
      ['describe', { kind: 'region', id: '520627' }],
      ['total', { kind: 'region', id: '520627', what: 'funds' }],
      ['list_questions', { text: 'funds' }],
      ['ask_question', { name: 'supporter', variables: { recipient: '422825' } }],
    ] as const) {
      const { answer } = await own.call(name, given);
      expect([name, answer.complete, answer.data]).toEqual([name, true, expect.anything()]);
      expect((await own.call(name, given)).answer).toEqual(answer);
    }
    expect(asked).toBeGreaterThanOrEqual(12);
    await own.close();

    const { tools } = await namedOnly.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['find', 'describe', 'total', 'list_questions', 'ask_question']);
    await expect(namedOnly.call('query', { query: '{ __typename }' })).rejects.toThrow('query');
  });
});

describe('the resources', () => {
  const read = async (uri: string): Promise<string> => {
    const { contents } = await agent.client.readResource({ uri });
    const [first] = contents;
    return first && 'text' in first ? first.text : '';
  };

  test('are listed, and each can be read', async () => {
    const { resources } = await agent.client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'jiedui://schema',
      'jiedui://vocabulary',
      'jiedui://datasets',
      'jiedui://limits',
    ]);
    for (const { uri } of resources) {
      expect(Buffer.byteLength(await read(uri))).toBeLessThan(32 * 1024);
    }
    expect(await read('jiedui://vocabulary')).toContain('FISCAL = fiscal');
    expect(JSON.parse(await read('jiedui://limits'))).toMatchObject({ cost: 100_000, depth: 40, answerBytes: 32_768 });
    expect(JSON.parse(await read('jiedui://datasets'))).toMatchObject({
      dataVersions: { finance: expect.any(String), pairings: expect.any(String) },
      imports: { complete: true },
    });
  });

  test('have each type of the schema, and complete its name', async () => {
    expect(await read('jiedui://schema/Figure')).toMatch(/^"""[^]*type Figure \{/);
    expect(await read('jiedui://schema/Query')).toContain('search(text: String!');
    await expect(read('jiedui://schema/Fugure')).rejects.toThrow('no type');
    const ref = { type: 'ref/resource' as const, uri: 'jiedui://schema/{type}' };
    const { completion } = await agent.client.complete({ ref, argument: { name: 'type', value: 'fund' } });
    expect(completion.values).toContain('FundConnection');
  });
});

test('the prompts say what to do with what is asked about', async () => {
  const { prompts } = await agent.client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(['compare_pairings', 'trace_figure', 'what_is_missing']);
  const { messages } = await agent.client.getPrompt({
    name: 'trace_figure',
    arguments: { figure: '65.94', of: '沿河' },
  });
  expect(JSON.stringify(messages)).toContain('Where does the figure \\"65.94\\" of');
});
