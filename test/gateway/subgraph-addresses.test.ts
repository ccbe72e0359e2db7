import { afterEach, expect, test } from '@jest/globals';

import { GatewayMetrics } from '../../gateway/observability/metrics.js';
import { gatewayOverHttp, type GatewayOverHttp } from '../support/gateway.js';
import { ask } from '../support/client.js';

let gateway: GatewayOverHttp;

afterEach(() => gateway.stop());

test.each([
  ['/graphql/', ''],
  ['/graphql', '?key=value'],
  ['/graphql/', '?key=value/x'],
])('answers of subgraphs at %s%s are kept, and given while they are current', async (path, search) => {
  const metrics = new GatewayMetrics();
  gateway = await gatewayOverHttp('sqlite', {
    through: (_name, url) => Promise.resolve(`${new URL(url).origin}${path}${search}`),
    more: { metrics },
  });
  const answers = [];
  for (let asked = 0; asked < 3; asked += 1) {
    answers.push(await ask(gateway.url, '{ pairing(id: "xihu-xuanen") { level funds { totalCount } } }'));
  }
  expect(answers[2]).toEqual(answers[0]);
  expect(answers[0]?.errors).toBeUndefined();
  expect(await metrics.registry.getSingleMetricAsString('jiedui_answer_origins_total')).toMatch(/origin="kept"} 2/);
});
