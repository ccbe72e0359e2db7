import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { RunningServer } from '../../platform/http-server.js';
import { ask } from '../support/client.js';
import { readDocuments } from '../support/documents.js';
import { describeEachEngine } from '../support/engines.js';
import { gatewayInProcess } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';

describeEachEngine('the graph answers', (engine) => {
  let opened: TestGraph;
  let gateway: RunningServer;

  beforeAll(async () => {
    opened = await shippedGraph(engine);
    gateway = await gatewayInProcess(opened.graph);
  });

  afterAll(async () => {
    await gateway.stop();
    await opened.close();
  });

  test.each([...readDocuments('.'), ...readDocuments('questions')])(
    '$name: $question',
    async ({ query, variables, answer }) => {
      expect(await ask(gateway.url, query, variables)).toEqual({ data: answer });
    },
  );
});
