import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { freePort } from '../../scripts/free-port.js';
import type { RunningServer } from '../../platform/http-server.js';
import { originsOf } from '../support/answer-origins.js';
import { gatewayInProcess } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { keptLog, type LogLine } from '../support/log.js';
import { describeWithRedis, startRedis, type RunningRedis } from '../support/redis.js';
import { startReaders } from '../support/readers.js';
import { FreshnessCheck } from '../support/freshness-check.js';
import { NumberedImport } from '../support/numbered-import.js';
import { until, untilFound } from '../support/until.js';

describeWithRedis('two gateways with a shared answer store', () => {
  let opened: TestGraph;
  let port: number;
  let redis: RunningRedis;
  let gateways: RunningServer[];
  let logs: readonly LogLine[][];

  beforeEach(async () => {
    opened = await shippedGraph('sqlite');
    port = await freePort();
    redis = await startRedis(port);
    const kept = [keptLog(), keptLog()];
    logs = kept.map(({ lines }) => lines);
    gateways = await Promise.all(
      kept.map(({ log }) => gatewayInProcess(opened.graph, { REDIS_URL: `redis://127.0.0.1:${port}` }, { log })),
    );
    await told('there');
  });

  afterEach(async () => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await redis.kill();
    await opened.close();
  });

  /** Waits until both gateways have logged last that the store is there, or that it is lost. */
  const told = (state: 'there' | 'lost'): Promise<void> =>
    until(
      () =>
        logs.map((lines) => {
          const last = lines.findLast(({ msg }) => String(msg).startsWith('The store'));
          return /there|lost/.exec(String(last?.['msg']))?.[0];
        }),
      [state, state],
    );

  const ask = async (place: number, alias: string): Promise<unknown> => {
    const response = await fetch(`${gateways[place]?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ ${alias}: fund(id: "xihu-xuanen-funds-2018") { kind } }` }),
    });
    return ((await response.json()) as { data: unknown }).data;
  };

  const fetchesOf = async (place: number): Promise<number> => {
    const metrics = await (await fetch(`${gateways[place]?.url}/metrics`)).text();
    const counts = [...metrics.matchAll(/^jiedui_subgraph_fetch_seconds_count\{.*\} (\d+)/gm)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };

  let asked = 0;
  /** Whether the second gateway answers what the first was asked, without a fetch. */
  const isShared = async (): Promise<boolean> => {
    const alias = `ask${(asked += 1)}`;
    const answer = { [alias]: { kind: 'FISCAL' } };
    expect(await ask(0, alias)).toEqual(answer);
    const before = await fetchesOf(1);
    expect(await ask(1, alias)).toEqual(answer);
    return (await fetchesOf(1)) === before;
  };

  test('the second sends no fetch for what the first was asked', async () => {
    await until(isShared, true);
  });

  test('when the store is killed under load and comes back, no answer fails or is wrong, and answers are shared again', async () => {
    const imports = new NumberedImport(opened.graph);
    const check = new FreshnessCheck();
    const importNext = async (): Promise<void> => {
      check.committed(await imports.next());
      const enough = check.answers + 100;
      await untilFound(() => check.answers >= enough || undefined);
    };
    check.committed(await imports.next());
    const readers = startReaders(
      check,
      gateways.map(({ url }) => url),
      { seed: 20_180_419 },
    );
    try {
      await importNext();
      await redis.kill();
      await told('lost');
      await importNext();
      redis = await startRedis(port);
      await told('there');
      await importNext();
    } finally {
      await readers.end();
    }
    expect([check.wrong, [...readers.refused]]).toEqual([[], []]);
    expect(Object.keys(await originsOf(gateways[0]?.url ?? ''))).toContain('kept');
    await until(isShared, true);
  });
});
