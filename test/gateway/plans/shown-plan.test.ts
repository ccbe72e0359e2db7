import { describe, expect, test } from '@jest/globals';

import { servedGraph } from '../../support/gateway.js';

describe('a plan that is asked for', () => {
  const gateway = servedGraph('sqlite');

  async function extensionsOf(headers: Record<string, string>): Promise<Record<string, unknown>> {
    const query = `query ($id: ID!, $isMoney: Boolean!) {
      pairing(id: $id) { level funds(first: 1) @include(if: $isMoney) { totalCount } }
    }`;
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

  test('is not in the answer unless it is asked for', async () => {
    expect(await extensionsOf({})).not.toHaveProperty('__queryPlanExperimental');
  });
});
