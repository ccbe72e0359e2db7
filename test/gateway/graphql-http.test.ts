import { expect, test } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';

import { servedGraph } from '../support/gateway.js';

/** A request that cannot be run is answered 400 also where the answer is application/json: 200 passes for success. */
const refusedWith400 = [
  'warn 572B SHOULD use 200 status code on document parsing failure when accepting application/json',
  'warn 7B9B SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
  'warn FDE2 SHOULD use 200 status code on document validation failure when accepting application/json',
];

/** A GET with no header that only a page of ours could have set is refused: any page of the web could have sent it. */
const guardedAgainstOtherPages = [
  'notice 5A70 MAY accept application/x-www-form-urlencoded formatted GET requests',
  'notice 6A70 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
  'notice D6D5 MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
];

const gateway = servedGraph('sqlite');

const told = ({ status, id, name }: AuditResult): string => `${status} ${id} ${name}`;

test('speaks GraphQL over HTTP as its specification says', async () => {
  const results = await auditServer({ url: `${gateway.url}/graphql`, fetchFn: fetch });
  expect(results).toHaveLength(61);
  expect(results.filter(({ status }) => status === 'error').map(told)).toEqual([]);
  expect(
    results
      .filter(({ status }) => status === 'warn' || status === 'notice')
      .map(told)
      .sort(),
  ).toEqual([...guardedAgainstOtherPages, ...refusedWith400]);
});

test('accepts the GET requests among them with a header that only our own pages can set', async () => {
  const fetchFn = (url: string, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers);
    headers.set('apollo-require-preflight', 'true');
    return fetch(url, { ...init, headers });
  };
  const results = await auditServer({ url: `${gateway.url}/graphql`, fetchFn });
  expect(
    results
      .filter(({ status }) => status !== 'ok')
      .map(told)
      .sort(),
  ).toEqual(refusedWith400);
});
