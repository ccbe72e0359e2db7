import { trace } from '@opentelemetry/api';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServerResponse } from 'node:http';

import { GatewayMetrics } from '../../gateway/observability/metrics.js';
import { overHttp } from '../../gateway/fetch/http-data-source.js';
import { readConfig } from '../../platform/config.js';
import type { Log } from '../../platform/log.js';
import { ask } from '../support/client.js';
import { gatewayInProcess } from '../support/gateway.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { keptLog } from '../support/log.js';
import { until } from '../support/until.js';

const query = '{ pairing(id: "xihu-xuanen") { level funds { totalCount } } }';
const fail = (): never => {
  throw new TypeError('the listener fails');
};

let opened: TestGraph;

beforeAll(async () => {
  opened = await shippedGraph('sqlite');
});

afterAll(() => opened.close());

afterEach(() => {
  trace.disable();
});

describe('a listener that throws ends neither the request nor the process', () => {
  test.each(['requestStarted', 'requestEnded', 'answered', 'fetchEnded', 'subgraph'] as const)(
    'of the metrics, at %s; the log has it',
    async (hook) => {
      const metrics = new GatewayMetrics();
      Object.assign(metrics, { [hook]: fail });
      const { log, lines } = keptLog();
      const gateway = await gatewayInProcess(opened.graph, {}, { metrics, log });
      const answers = [await ask(gateway.url, query), await ask(gateway.url, query), await ask(gateway.url, query)];
      await gateway.stop();
      expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
      const failures = (): boolean => lines.some(({ msg }) => String(msg).startsWith('A listener failed'));
      await until(failures, true);
    },
  );

  test('of the log, at any level', async () => {
    const log = Object.assign(keptLog().log, { trace: fail, debug: fail, info: fail, warn: fail, error: fail }) as Log;
    const gateway = await gatewayInProcess(opened.graph, {}, { log });
    expect((await ask(gateway.url, query)).errors).toBeUndefined();
    expect((await ask(gateway.url, '{ nothing }')).errors).toHaveLength(1);
    expect((await fetch(`${gateway.url}/regions/%E0%A4%A`)).status).toBe(400);
    expect((await ask(gateway.url, query)).errors).toBeUndefined();
    await gateway.stop();
  });

  test.each(['startSpan', 'setAttribute', 'end'])('of the traces, at %s', async (hook) => {
    const span = {
      setAttribute: () => span,
      setStatus: () => span,
      end: () => undefined,
      isRecording: () => true,
      spanContext: () => ({ traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 }),
      recordException: () => undefined,
    };
    const tracer = { startSpan: () => span };
    Object.assign(hook === 'startSpan' ? tracer : span, { [hook]: fail });
    const isOurs = (name: string): boolean => name === 'jiedui';
    const none = trace.getTracer('none');
    trace.setGlobalTracerProvider({ getTracer: (name) => (isOurs(name) ? (tracer as never) : none) });
    const { log, lines } = keptLog();
    const config = readConfig({ PORT: '0', RATE_LIMIT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://traces.invalid' });
    const gateway = await gatewayInProcess(opened.graph, {}, { config, log });
    expect((await ask(gateway.url, query)).errors).toBeUndefined();
    await gateway.stop();
    expect(lines.some(({ msg }) => String(msg).startsWith('A listener failed'))).toBe(true);
  });

  test('of a circuit breaker', async () => {
    const failures: object[] = [];
    const config = {
      subgraphTimeout: 500,
      subgraphSecrets: [],
      subgraphAnswerLimit: 1_000,
      subgraphUrls: new Map<string, string>(),
    };
    const { dataSource, close } = overHttp(config, fail, { error: (details) => failures.push(details) });
    const source = dataSource({ name: 'nobody', url: 'http://127.0.0.1:9/graphql' });
    const context = { id: 'test', signal: new AbortController().signal, forwarded: {}, state: {} };
    const fetchOnce = (): Promise<unknown> =>
      Promise.resolve(source.process({ request: { query: '{ x }' }, context } as never));
    for (let failed = 0; failed < 6; failed += 1) {
      await expect(fetchOnce()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    }
    expect(failures).toEqual([{ err: expect.any(TypeError) }]);
    await close();
  });

  test('of the cost that a response says', () => {
    const metrics = new GatewayMetrics();
    for (const cost of ['Infinity', '-Infinity', 'NaN', 'x']) {
      const response = { getHeader: () => cost } as unknown as ServerResponse;
      const record = { id: 'x', operationName: null, codes: new Set<string>(), complete: true };
      expect(() => {
        metrics.requestEnded(record, { status: 200, seconds: 1, response });
      }).not.toThrow();
    }
  });
});
