import { describe, expect, test } from '@jest/globals';

import type { GraphQLAnswer } from '../support/client.js';
import { servedGraph } from '../support/gateway.js';

describe('the gateway', () => {
  const gateway = servedGraph('sqlite');
  const { ask } = gateway;

  test.each([
    ['{ pairing(id: "unknown") { donor { label } } }', { pairing: null }],
    ['{ region(id: "000000") { name fundsReceived { totalCount } } }', { region: null }],
    ['{ fund(id: "") { kind } }', { fund: null }],
    ['{ course(id: "x\' or 1=1 --") { title } }', { course: null }],
    [
      '{ pairings(filter: {recipient: {within: "unknown"}}) { totalCount nodes { id } } }',
      { pairings: { totalCount: 0, nodes: [] } },
    ],
    ['{ funds(filter: {pairing: {eq: "unknown"}}) { nodes { id } } }', { funds: { nodes: [] } }],
  ])('answers what is unknown with null or an empty list: %s', async (query, data) => {
    expect(await ask(query)).toEqual({ data });
  });

  test.each([
    [
      '{ pairings(first: 501) { totalCount } }',
      'first',
      'Argument "first": expected a page size from 0 to 500, found 501.',
    ],
    [
      '{ pairings(first: -1) { totalCount } }',
      'first',
      'Argument "first": expected a page size from 0 to 500, found -1.',
    ],
    [
      '{ pairings(after: "x") { totalCount } }',
      'after',
      'Argument "after": expected a cursor that a list of Pairing gave, found "x".',
    ],
    [
      '{ funds(after: "UGFpcmluZzp4aWh1LXh1YW5lbg") { totalCount } }',
      'after',
      'Argument "after": expected a cursor that a list of Fund gave, found "UGFpcmluZzp4aWh1LXh1YW5lbg".',
    ],
    [
      '{ pairings(asOf: "2018-02-30") { totalCount } }',
      'asOf',
      'Argument "asOf": expected a calendar day, YYYY-MM-DD, found "2018-02-30".',
    ],
    [
      '{ pairings(asOf: 2018) { totalCount } }',
      'asOf',
      'Argument "asOf": expected a calendar day, YYYY-MM-DD, found "2018".',
    ],
    [
      '{ pairings(asOf: {}) { totalCount } }',
      'asOf',
      'Argument "asOf": expected a calendar day, YYYY-MM-DD, found "{}".',
    ],
    [
      '{ pairings(asOf: []) { totalCount } }',
      'asOf',
      'Argument "asOf": expected a calendar day, YYYY-MM-DD, found "[]".',
    ],
    [
      '{ pairings(filter: {heldThroughout: {from: "1996-08", to: "2017-06-30"}}) { totalCount } }',
      'filter.heldThroughout.from',
      'Argument "filter.heldThroughout.from": expected a calendar day, YYYY-MM-DD, found "1996-08".',
    ],
    [
      '{ pairings(filter: {not: {heldThroughout: {from: "2017-06-30", to: "1996-12-31"}}}) { totalCount } }',
      'filter.not.heldThroughout.to',
      'Argument "filter.not.heldThroughout.to": expected a day not before 2017-06-30, where the span begins, found "1996-12-31".',
    ],
    [
      '{ pairingChanges(from: "2005-06-31", to: "2015-06-30") { totalCount } }',
      'from',
      'Argument "from": expected a calendar day, YYYY-MM-DD, found "2005-06-31".',
    ],
    [
      '{ pairingChanges(from: "2015-06-30", to: "2005-06-30") { totalCount } }',
      'to',
      'Argument "to": expected a day not before 2015-06-30, where the span begins, found "2005-06-30".',
    ],
    [
      '{ pairingChanges(from: "2005-06-30", to: "2015-06-30", kinds: []) { totalCount } }',
      'kinds',
      'Argument "kinds": expected a list with at least one value, found [].',
    ],
    [
      '{ pairingChanges(from: "2005-06-30", to: "2015-06-30", after: "x") { totalCount } }',
      'after',
      'Argument "after": expected a cursor that a list of PairingChange gave, found "x".',
    ],
    [
      '{ funds(filter: {from: {gte: "last year"}}) { totalCount } }',
      'filter.from.gte',
      'Argument "filter.from.gte": expected a calendar day, YYYY-MM-DD, found "last year".',
    ],
    [
      '{ funds(filter: {value: {gte: 1e13}}) { totalCount } }',
      'filter.value.gte',
      'Argument "filter.value.gte": expected a number up to 9000000000000, found 10000000000000.',
    ],
    [
      '{ funds(filter: {value: {gte: 5, lte: 3}}) { totalCount } }',
      'filter.value',
      'Argument "filter.value": expected gte to be no more than lte, found {"lte":3,"gte":5}.',
    ],
    [
      '{ funds(filter: {kind: {}}) { totalCount } }',
      'filter.kind',
      'Argument "filter.kind": expected at least one operator, found {}.',
    ],
    [
      '{ funds(filter: {kind: {in: []}}) { totalCount } }',
      'filter.kind.in',
      'Argument "filter.kind.in": expected a list with at least one value, found [].',
    ],
    [
      '{ funds(filter: {kind: {eq: null}}) { totalCount } }',
      'filter.kind.eq',
      'Argument "filter.kind.eq": expected a value (use isNull to ask for a missing value), found null.',
    ],
    [
      '{ funds(filter: {kind: {isNull: true, eq: FISCAL}}) { totalCount } }',
      'filter.kind',
      'Argument "filter.kind": expected isNull: true to stand alone, found {"eq":"FISCAL","isNull":true}.',
    ],
    [
      '{ funds(filter: {or: []}) { totalCount } }',
      'filter.or',
      'Argument "filter.or": expected at least one filter, found [].',
    ],
    [
      '{ funds(filter: {and: [{not: {kind: {}}}]}) { totalCount } }',
      'filter.and[0].not.kind',
      'Argument "filter.and[0].not.kind": expected at least one operator, found {}.',
    ],
  ])('refuses what cannot be answered, and names the argument: %s', async (query, argument, message) => {
    const { data, errors } = await ask(query);
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(errors).toEqual([
      {
        message,
        path: [expect.any(String)],
        extensions: { code: 'BAD_USER_INPUT', argument, subgraph: expect.any(String) },
      },
    ]);
  });

  test('refuses a bad argument below a list once for each place, and answers what is beside it', async () => {
    const { data, errors } = await ask(
      '{ pairing(id: "xihu-xuanen") { level funds(first: 1000) { totalCount } placements { totalCount } } }',
    );
    expect(data).toEqual({ pairing: { level: 'COUNTY', funds: null, placements: { totalCount: 0 } } });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', argument: 'first', subgraph: 'finance' },
    ]);
  });

  test('does not disclose internal errors', async () => {
    const labour = gateway.graph.find(({ subgraph }) => subgraph.name === 'labour');
    await labour?.database.orm.driver.execute('alter table placement rename column id to other');
    const query = '{ pairing(id: "xihu-xuanen") { level placements { nodes { id } } } }';
    const { data, errors } = await ask(query);
    expect(data).toEqual({ pairing: { level: 'COUNTY', placements: null } });
    expect(errors).toEqual([
      {
        message: 'The labour subgraph failed at this part of its answer, which is null.',
        path: ['pairing', 'placements', 'nodes'],
        extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'labour', requestId: expect.any(String) },
      },
    ]);
  });

  test.each([
    ['that the document does not have', 'query Known { __typename }', 'Unknown', /no operation named "Unknown"/],
    ['of several that is not named', 'query One { __typename } query Other { __typename }', undefined, /several/],
  ])('refuses an operation %s, as the client’s mistake', async (_name, query, operationName, message) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        errors: [{ message: expect.stringMatching(message), extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
        extensions: {
          completeness: {
            complete: false,
            missing: [{ subgraph: null, code: 'OPERATION_RESOLUTION_FAILURE', paths: [] }],
          },
        },
      },
    ]);
  });

  const status = async (body: object): Promise<[number, unknown]> => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { data, errors } = (await response.json()) as GraphQLAnswer;
    return [response.status, data ?? errors];
  };

  test.each([
    [{ version: 2, sha256Hash: 'x' }, 'Unsupported persisted query version'],
    [{ version: 1, sha256Hash: 'x' }, 'provided sha does not match query'],
    [true, 'Unsupported persisted query version'],
  ])('refuses an invalid persisted query, %j, as the client’s mistake', async (persistedQuery, message) => {
    expect(await status({ query: '{ __typename }', extensions: { persistedQuery } })).toEqual([
      400,
      [{ message, extensions: { code: 'BAD_REQUEST' } }],
    ]);
  });

  test.each(['__typename', '__proto__', '__schema', '__isNode', '__a0', '_entities', 'id__alias_0'])(
    'takes the alias %s, whatever it is called elsewhere',
    async (alias) => {
      const query = (name: string): string =>
        `{ pairings(first: 1) { ${name}: totalCount nodes { ${name}: level funds { totalCount } } } }`;
      const [, data] = await status({ query: query('x') });
      const { pairings } = data as { pairings: { x: number; nodes: { x: string; funds: object }[] } };
      const nodes = pairings.nodes.map(({ x, funds }) => ({ [alias]: x, funds }));
      expect(await status({ query: query(alias) })).toEqual([200, { pairings: { [alias]: pairings.x, nodes } }]);
    },
  );

  test('takes an alias that is the name of the field', async () => {
    expect(await status({ query: '{ __typename: __typename }' })).toEqual([200, { __typename: 'Query' }]);
  });

  test.each([
    ['in a literal', '{ pairing(id: "a\\u0000b") { level } }', {}],
    ['in a variable', 'query ($id: ID!) { pairing(id: $id) { level } }', { id: 'a\0b' }],
    [
      'deep in a variable',
      'query ($filter: PairingsFilter) { pairings(filter: $filter) { totalCount } }',
      { filter: { or: [{ programme: { in: ['\0'] } }] } },
    ],
  ])('refuses the character U+0000 %s, which PostgreSQL has not', async (_where, query, variables) => {
    expect(await status({ query, variables })).toEqual([
      400,
      [
        {
          message: 'A text has the character U+0000, which no text here can have.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    ]);
  });
});
