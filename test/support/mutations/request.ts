import { gzipSync } from 'node:zlib';

import type { GraphQLSchema } from 'graphql';

import { oddNames, oddObject, oddValue } from './odd-values.js';
import type { Random } from './random.js';
import { changeCharacters, changeTokens } from './text.js';
import { changeTree, growTree } from './tree.js';
import type { ValidRequest } from './valid-requests.js';

/** A request as it is sent. */
export interface MutatedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether what it says of its length is true. */
  readonly isFramed: boolean;
}

type Body = Record<string, unknown>;

/** A header and what it may be. */
type Header = readonly [string, readonly string[]];

/** A valid request that is changed in some way that the seed decides. */
export function mutate(valid: readonly ValidRequest[], schema: GraphQLSchema, random: Random): MutatedRequest {
  const { query, variables } = random.pick(valid);
  const body: Body = { query, variables };
  if (random.below(10) < 7) {
    body['query'] = changeDocument(query, valid, schema, random);
  } else if (random.oneIn(2)) {
    body['variables'] = changeVariables(variables, random);
  } else {
    return changeTransport(body, random);
  }
  return random.oneIn(10) ? changeTransport(body, random) : post(body);
}

function post(body: unknown): MutatedRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(body)),
    isFramed: true,
  };
}

function changeDocument(query: string, valid: readonly ValidRequest[], schema: GraphQLSchema, random: Random): string {
  switch (random.below(8)) {
    case 0:
      return changeTokens(query, random);
    case 1:
      return changeCharacters(query, random);
    case 2:
      return `${query}\n${random.pick(valid).query}`;
    case 3:
    case 4:
    case 5:
      return changeTree(query, schema, random);
    default:
      return growTree(query, schema, random);
  }
}

function changeVariables(variables: object, random: Random): unknown {
  const entries = Object.entries(variables) as [string, unknown][];
  switch (random.below(5)) {
    case 0:
      return oddValue(random);
    case 1:
      return Object.fromEntries(entries.slice(1));
    case 2:
      return Object.fromEntries([...entries, [random.pick(oddNames), oddValue(random)]]);
    case 3:
      return Object.fromEntries([...entries, ...Object.entries(oddObject(random))]);
    default:
      return Object.fromEntries(entries.map(([name, value]) => [name, random.oneIn(2) ? oddValue(random) : value]));
  }
}

function changeTransport(body: Body, random: Random): MutatedRequest {
  const sent = post(body);
  switch (random.below(9)) {
    case 0:
      return { ...sent, body: Buffer.from(changeCharacters(JSON.stringify(body), random)) };
    case 1:
      return { ...sent, body: changeBytes(sent.body, random) };
    case 2:
      return post(changeMembers(body, random));
    case 3:
      return { ...sent, headers: { ...sent.headers, ...oddHeaders(random) } };
    case 4:
      return get(body, random);
    case 5:
      return { ...sent, method: random.pick(oddMethods), path: random.pick(oddPaths) };
    case 6:
      return compressed(sent, random);
    case 7:
      return { ...sent, body: Buffer.from(JSON.stringify(random.pick([[body], [body, body], oddValue(random)]))) };
    default:
      return {
        ...sent,
        headers: { ...sent.headers, 'content-length': String(random.pick([0, 1, 100, 10 ** 6, 10 ** 12])) },
        isFramed: false,
      };
  }
}

function changeBytes(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let times = random.below(20); times >= 0; times -= 1) {
    changed[random.below(changed.length)] = random.pick([0, 0x80, 0xc0, 0xed, 0xff, random.below(256)]);
  }
  return random.oneIn(4) ? changed.subarray(0, random.below(changed.length)) : changed;
}

function changeMembers(body: Body, random: Random): Body {
  const hash = { version: 1, sha256Hash: random.pick(['', 'x', 'a'.repeat(64), '0'.repeat(10_000)]) };
  const persistedQuery = random.pick([hash, { ...hash, version: 2 }, { ...hash, sha256Hash: 7 }, oddValue(random)]);
  const more: [string, unknown][] = [
    ['operationName', random.pick(['Unknown', '', '\0', oddValue(random)])],
    ['extensions', { persistedQuery }],
    ['extensions', oddValue(random)],
    ['variables', oddValue(random)],
    ['query', oddValue(random)],
    [random.pick(oddNames), oddValue(random)],
    ['http', { headers: 'x' }],
    ['document', { kind: 'Document' }],
  ];
  const given = Object.entries(body).filter(() => !random.oneIn(3));
  return Object.fromEntries([...given, random.pick(more), ...(random.oneIn(2) ? [random.pick(more)] : [])]);
}

function oddHeaders(random: Random): Record<string, string> {
  const odd: [Header, ...Header[]] = [
    ['content-type', oddContentTypes],
    ['accept', ['text/html', 'image/png', '*/*;q=0', 'application/graphql-response+json', 'multipart/mixed', ';;', '']],
    ['content-encoding', ['gzip', 'br', 'deflate', 'zstd', 'identity', 'gzip, gzip', 'x', '', '__proto__']],
    ['x-request-id', ['', 'x'.repeat(5_000), '__proto__', '" onload="']],
    ['x-require-complete', ['true', 'TRUE', 'x']],
    ['apollo-query-plan-experimental', ['1', 'true']],
    ['apollo-query-plan-experimental-format', ['internal', 'x', '__proto__']],
    ['apollo-require-preflight', ['', 'true']],
    ['expect', ['100-continue']],
    ['origin', ['null', 'http://elsewhere.invalid', 'x']],
    ['cookie', ['a=b; '.repeat(500), '__proto__=x', '=;=;']],
    ['range', ['bytes=0-1', 'bytes=99-1']],
    ['if-none-match', ['*', '"x"']],
    ['x-forwarded-for', ['x', '1.1.1.1, '.repeat(200)]],
    ['host', ['elsewhere.invalid', 'a b', '']],
    ['traceparent', ['00-x', `00-${'0'.repeat(32)}-${'0'.repeat(16)}-01`]],
  ];
  const [name, values] = random.oneIn(3) ? odd[0] : random.pick(odd);
  return { [name]: random.pick(values) };
}

const oddContentTypes = [
  ...['', 'x', '/', 'text/plain', 'application/graphql', 'application/x-www-form-urlencoded', 'message/http'],
  ...[
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
    'application/json; charset',
    'application/vnd.x+json',
  ],
  ...[
    'utf-7',
    'utf-7-imap',
    'utf-16',
    'utf-16be',
    'utf-32',
    'utf-8-x',
    'utf-',
    'base64',
    'hex',
    '__proto__',
    '"utf-16"',
  ].map((charset) => `application/json; charset=${charset}`),
  `application/json; ${'charset=utf-8; '.repeat(200)}`,
  `application/json; charset=utf-${'8'.repeat(2_000)}`,
];

const oddMethods = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'QUERY', 'PROPFIND', 'SEARCH', 'POST'];
const oddPaths = [
  '/graphql',
  '/graphql/',
  '/graphql?',
  '/graphql/%E0',
  '/graphql/x',
  '/GRAPHQL',
  '/graphql?query=%7B',
  '/graphql#',
];

function get({ query, variables }: Body, random: Random): MutatedRequest {
  const parameters = new URLSearchParams({ query: String(query), variables: JSON.stringify(variables) });
  switch (random.below(5)) {
    case 0:
      parameters.append('query', '{ __typename }');
      break;
    case 1:
      parameters.set('variables', random.pick(['', 'x', '[]', '1', '{"__proto__": 1}', '{', 'null']));
      break;
    case 2:
      parameters.set('extensions', random.pick(['', '{"persistedQuery": 1}', '{"persistedQuery":{"version":1}}', '[']));
      break;
    case 3:
      parameters.set(random.pick([...oddNames, 'operationName', 'explorer']), random.pick(['', 'x', 'sandbox']));
      break;
  }
  const text = random.oneIn(4) ? changeCharacters(parameters.toString(), random) : parameters.toString();
  return {
    method: random.pick(['GET', 'GET', 'GET', 'HEAD']),
    path: `/graphql?${text.slice(0, 12_000).replace(/[^!-~]/g, '%')}`,
    headers: {
      'apollo-require-preflight': random.pick(['true', 'true', '']),
      ...(random.oneIn(3) ? oddHeaders(random) : {}),
    },
    body: Buffer.alloc(0),
    isFramed: true,
  };
}

function compressed(sent: MutatedRequest, random: Random): MutatedRequest {
  const bytes = gzipSync(random.oneIn(4) ? Buffer.alloc(20 * 2 ** 20, ' ') : sent.body);
  return {
    ...sent,
    headers: { ...sent.headers, 'content-encoding': random.pick(['gzip', 'gzip', 'deflate', 'br', 'zstd']) },
    body: random.oneIn(2) ? bytes : changeBytes(bytes, random),
  };
}
