import { describe, expect, test } from '@jest/globals';

import { servedGraph } from '../../support/gateway.js';

describe('a plan that is asked for', () => {
  const gateway = servedGraph('sqlite');

  const usual = `query ($id: ID!, $isMoney: Boolean!) {
    pairing(id: $id) { level funds(first: 1) @include(if: $isMoney) { totalCount } }
  }`;

  async function extensionsOf(headers: Record<string, string>, query = usual): Promise<Record<string, unknown>> {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables: { id: 'xihu-xuanen', isMoney: true } }),
    });
    const { extensions = {} } = (await response.json()) as { extensions?: Record<string, unknown> };
    return extensions;
  }

  test('is in the answer, with the names of the client’s variables', async () => {
    const headers = { 'apollo-query-plan-experimental': '1' };
    const { __queryPlanExperimental: text } = await extensionsOf(headers);
    expect(text).toMatch(/^QueryPlan {/);
    expect(text).toContain('pairing(id: $id)');
    const asJson = { ...headers, 'apollo-query-plan-experimental-format': 'internal' };
    const { __queryPlanExperimental: plan } = await extensionsOf(asJson);
    expect(plan).toMatchObject({
      kind: 'QueryPlan',
      node: { kind: 'Sequence', nodes: [{ kind: 'Fetch', serviceName: 'pairings' }, { condition: 'isMoney' }] },
    });
  });

  test('has the client’s names of fields', async () => {
    const query = usual.replace('pairing(', 'id: pairing(').replace('funds(', 'level__: funds(');
    const headers = { 'apollo-query-plan-experimental': '1', 'apollo-query-plan-experimental-format': 'internal' };
    const { __queryPlanExperimental: plan } = await extensionsOf(headers, query);
    expect(plan).toMatchObject({
      node: {
        nodes: [{ operation: expect.stringMatching(/\{id:pairing\(id:\$id\)\{/) }, { ifClause: { path: ['id'] } }],
      },
    });
    expect(JSON.stringify(plan)).toMatch(/level__:funds\(/);
    expect(JSON.stringify(plan)).not.toMatch(/__a\d/);
  });

  test('is not in the answer unless it is asked for', async () => {
    expect(await extensionsOf({})).not.toHaveProperty('__queryPlanExperimental');
  });
});
