import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { buildSchema, isInputType, parseType, typeFromAST } from 'graphql';

import type { CatalogueEntry } from '../../gateway/documents/catalogue.js';
import type { JsonSchema } from '../../gateway/documents/json-schema.js';
import type { ListedQuery } from '../../gateway/documents/list.js';
import { readVariables } from '../../gateway/documents/variables.js';
import { projectRoot } from '../../platform/config.js';
import { readNamedQueries, type NamedQuery } from '../../platform/named-queries.js';
import { servedGraph } from '../support/gateway.js';
import { violations } from '../support/json-schema.js';

const queries = [...readNamedQueries('.'), ...readNamedQueries('questions')];

function namedQuery(name: string): NamedQuery {
  const found = queries.find((each) => each.name === name);
  if (!found) {
    throw new Error(`There is no named query ${name}.`);
  }
  return found;
}

const gateway = servedGraph('sqlite');
const namedOnly = servedGraph('sqlite', { environment: { DOCUMENTS_ONLY: 'true' } });

async function get(address: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await fetch(`${gateway.url}${address}`, { headers });
  return [response.status, await response.json()];
}

const listed = async (): Promise<readonly ListedQuery[]> => (await get('/q'))[1] as readonly ListedQuery[];

describe('a named query', () => {
  test.each(queries)('answers at its name: $name', async ({ name, variables, answer }) => {
    const search = new URLSearchParams(
      Object.entries(variables).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const [status, body] = await get(`/q/${name}?${search.toString()}`);
    expect([status, (body as { data: unknown }).data]).toEqual([200, answer]);
    expect(body).not.toHaveProperty('errors');
  });

  test('answers the bytes that POST answers, also to a browser', async () => {
    const { query, variables } = namedQuery('supporter');
    const posted = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const search = new URLSearchParams(variables as Record<string, string>);
    const named = await fetch(`${gateway.url}/q/supporter?${search.toString()}`, {
      headers: { accept: 'text/html,*/*;q=0.8', 'content-type': 'text/plain' },
    });
    expect(await named.text()).toBe(await posted.text());
    expect(named.headers.get('content-type')).toBe(posted.headers.get('content-type'));
    expect(named.headers.get('x-request-id')).toMatch(/^[\w-]+$/);
  });

  test.each([
    [
      '/q/visit',
      404,
      'DOCUMENT_NOT_FOUND',
      /^There is no named query "visit"\. The nearest are visits, \w+, \w+; all are listed/,
    ],
    ['/q/pairing-pag', 404, 'DOCUMENT_NOT_FOUND', /pairing-page/],
    ['/q/%E0%A4%A', 400, 'BAD_REQUEST', /^The address cannot be read\.$/],
    ['/q/__proto__', 404, 'DOCUMENT_NOT_FOUND', /"__proto__"/],
    ['/q/supporter', 400, 'BAD_USER_INPUT', /^Variable "recipient": expected an id, found nothing\.$/],
    [
      '/q/recipients?donor=330106&on=2018-02-30',
      400,
      'BAD_USER_INPUT',
      /^Variable "on": expected a calendar day, YYYY-MM-DD, found "2018-02-30"\.$/,
    ],
    [
      '/q/region?id=422825&language=FR',
      400,
      'BAD_USER_INPUT',
      /^Variable "language": expected one of \w+, \w+, found "FR"\.$/,
    ],
    [
      '/q/supporter?recipient=1&first=5',
      400,
      'BAD_USER_INPUT',
      /^Variable "first": supporter has no such variable; expected one of recipient, on\.$/,
    ],
    [
      '/q/supporter?recipient=1&recipient=2',
      400,
      'BAD_USER_INPUT',
      /^Variable "recipient": expected an id, found \["1","2"\]/,
    ],
    ['/q/supporter?recipient.x=1', 400, 'BAD_USER_INPUT', /^Variable "recipient": expected an id/],
  ])('is refused with what is wrong: %s', async (address, status, code, message) => {
    const [found, body] = await get(address);
    const { errors } = body as { errors: readonly { message: string; extensions: { code: string } }[] };
    expect([found, errors.length, errors[0]?.extensions.code]).toEqual([status, 1, code]);
    expect(errors[0]?.message).toMatch(message);
  });

  test('answers HEAD as GET, and no other method', async () => {
    const address = `${gateway.url}/q/supporter?recipient=422825`;
    const head = await fetch(address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await fetch(address, { method: 'POST' });
    expect([post.status, post.headers.get('allow'), await post.json()]).toEqual([
      405,
      'GET, HEAD',
      { errors: [{ message: 'Named queries answer GET and HEAD only.', extensions: { code: 'BAD_REQUEST' } }] },
    ]);
  });

  test('is listed with its variables and an address that answers', async () => {
    const list = await listed();
    const files = globSync('documents/**/*.graphql', { cwd: projectRoot });
    expect(new Set(list.map(({ name }) => name)).size).toBe(files.length);
    expect(list.find(({ name }) => name === 'supporter')).toEqual({
      name: 'supporter',
      description: 'Which region supports a county, and under which pairing of the prefecture?',
      variables: [
        { name: 'recipient', type: 'ID!', required: true },
        { name: 'on', type: 'Date', required: false },
      ],
      example: '/q/supporter?recipient=422825&on=2018-01-01',
    });
    for (const { example } of list) {
      const [status, body] = await get(example);
      expect([example, status, (body as { errors?: unknown }).errors]).toEqual([example, 200, undefined]);
    }
  });

  test('answers at each address of docs/named-queries.md', async () => {
    const guide = readFileSync(join(projectRoot, 'docs/named-queries.md'), 'utf8');
    const addresses = Array.from(guide.matchAll(/\/q\/[\w-]+\?[^'`\s]+/g), ([address]) => address);
    expect(addresses.length).toBe(3);
    for (const address of addresses) {
      expect([address, (await get(address))[0]]).toEqual([address, 200]);
    }
  });

  test('is on a page for people', async () => {
    const response = await fetch(`${gateway.url}/q`, { headers: { accept: 'text/html' } });
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('<a href="/q/supporter?recipient=422825&amp;on=2018-01-01">supporter</a>');
  });
});

describe('the OpenAPI description', () => {
  interface Description {
    readonly openapi: string;
    readonly paths: Readonly<
      Record<
        string,
        {
          readonly get: {
            readonly operationId: string;
            readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
            readonly responses: Readonly<
              Record<string, { readonly content: Record<string, { readonly schema: JsonSchema }> }>
            >;
          };
        }
      >
    >;
  }

  test('has each named query with its variables, and its answers are as described', async () => {
    const { openapi, paths } = (await get('/q/openapi.json'))[1] as Description;
    const list = await listed();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(list.flatMap(({ name }) => [`/q/${name}`, `/q/${name}.{format}`]));
    for (const { name, variables, example } of list) {
      const operation = paths[`/q/${name}`]?.get;
      expect(operation?.operationId).toBe(name);
      expect(operation?.parameters.map(({ name: of, in: where, required }) => [of, where, required])).toEqual(
        variables.map((variable) => [variable.name, 'query', variable.required]),
      );
      const data = operation?.responses['200']?.content['application/json']?.schema.properties?.['data'];
      const [, body] = await get(example);
      expect(violations(data ?? {}, (body as { data: unknown }).data)).toEqual([]);
    }
  });
});

test('the OpenAPI description is valid, and describes the rows of tables', async () => {
  const description = (await get('/q/openapi.json'))[1] as Record<string, unknown>;
  expect((await new Validator().validate(description)).errors).toBeUndefined();
  const { paths } = description as {
    paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: JsonSchema }> }> } }>;
  };
  const row = paths['/q/funds.{format}']?.get.responses['200']?.content['application/x-ndjson']?.schema;
  const response = await fetch(`${gateway.url}/q/funds.ndjson`);
  for (const line of (await response.text()).trimEnd().split('\n')) {
    expect(violations(row ?? {}, JSON.parse(line))).toEqual([]);
  }
});

describe('a gateway with DOCUMENTS_ONLY', () => {
  const { query } = namedQuery('find');

  test.each(['/q/find.csv?text=xihu', '/q/facts.csv', '/q/regions.csv'])('answers a table: %s', async (address) => {
    const response = await fetch(`${namedOnly.url}${address}`);
    expect([response.status, (await response.text()).split('\n').length > 3]).toEqual([200, true]);
  });

  test('answers a named query at its address', async () => {
    const response = await fetch(`${namedOnly.url}/q/find?text=xihu`);
    expect([response.status, await response.json()]).toMatchObject([200, { data: { search: expect.anything() } }]);
  });

  test.each([
    ['with other names', query.replaceAll('$text', '$words').replace('query Find', '# Other.\nquery Other')],
    ['with a literal for a variable', query.replace('text: $text', 'text: "xihu"').replace('$text: String!, ', '')],
  ])('answers the text of a named query %s', async (_name, text) => {
    const { data, errors } = await namedOnly.ask(text, text.includes('$words') ? { words: 'xihu' } : {});
    expect([errors, data]).toEqual([undefined, { search: expect.anything() }]);
  });

  test.each([
    ['another operation', '{ __typename }'],
    ['another field', query.replace('first: 3) {', 'first: 3) { __typename')],
    ['another literal', query.replace('first: 3', 'first: 4')],
    ['a variable for a literal', query.replace('$within: ID', '$within: ID, $n: Int').replace('first: 3', 'first: $n')],
  ])('refuses %s', async (_name, text) => {
    const response = await fetch(`${namedOnly.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables: { text: 'xihu', n: 3 } }),
    });
    expect([response.status, await response.json()]).toMatchObject([
      403,
      {
        errors: [
          {
            message: 'This server answers named queries only. They are listed at /q.',
            extensions: { code: 'DOCUMENT_NOT_ALLOWED' },
          },
        ],
      },
    ]);
  });
});

describe('a variable in an address', () => {
  const schema = buildSchema(`
    scalar Date
    enum Kind { FISCAL SOCIAL }
    input Range { gte: Float lte: Float }
    input Filter { kind: Kind kinds: [Kind!] value: Range }
    type Query { id: ID n: Int day: Date }
  `);

  function read(type: string, search: string): unknown {
    const parsed = typeFromAST(schema, parseType(type) as never);
    if (!isInputType(parsed)) {
      throw new Error(`${type} is no input type.`);
    }
    const variable = { name: 'v', type: parsed, isRequired: false, defaultValue: undefined };
    const entry = { name: 'any', variables: [variable] } as unknown as CatalogueEntry;
    return readVariables(entry, new URLSearchParams(search))['v'];
  }

  test.each([
    ['Int', 'v=-5', -5],
    ['Float', 'v=1.5e3', 1500],
    ['Boolean', 'v=false', false],
    ['ID!', 'v=007', '007'],
    ['String', 'v=', undefined],
    ['Date', 'v=2018-01-01T00:00:00Z', '2018-01-01'],
    ['String', 'v=%E8%A5%BF%E6%B9%96', '西湖'],
    ['Kind', 'v=FISCAL', 'FISCAL'],
    ['[Int!]', 'v=1&v=2', [1, 2]],
    ['[Int!]', 'v=[1,2]', [1, 2]],
    ['[Kind]', 'v=SOCIAL', ['SOCIAL']],
    ['Filter', 'v={"kind":"FISCAL"}', { kind: 'FISCAL' }],
    ['Filter', 'v.value.gte=5&v.kinds=FISCAL&v.kinds=SOCIAL', { value: { gte: 5 }, kinds: ['FISCAL', 'SOCIAL'] }],
    ['Int', '', undefined],
  ])('is read by its type: %s of %s', (type, search, value) => {
    expect(read(type, search)).toEqual(value);
  });

  test.each([
    ['Int', 'v=1.5', 'Variable "v": expected a whole number, found "1.5".'],
    ['Int', 'v=3000000000', 'Variable "v": expected a whole number, found "3000000000".'],
    ['Float', 'v=0x10', 'Variable "v": expected a number, found "0x10".'],
    ['Boolean', 'v=yes', 'Variable "v": expected true or false, found "yes".'],
    ['Filter', 'v={', 'Variable "v": expected a value of the type Filter, as JSON, found "{".'],
    ['Filter', 'v.other=1', 'Variable "v": expected a value of the type Filter, as JSON, found {"other":"1"}.'],
    [
      'Filter',
      'v.value.gte=x',
      'Variable "v.value.gte": expected a value of the type Filter, as JSON, found {"value":{"gte":"x"}}.',
    ],
  ])('is refused by its name: %s of %s', (type, search, message) => {
    expect(() => read(type, search)).toThrow(message);
  });
});
