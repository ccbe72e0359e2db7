import { rmSync } from 'node:fs';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';

import { traceHeaders } from '../../platform/tracing.js';
import { answerOf } from '../support/client.js';
import { shippedFolder } from '../support/data-folder.js';
import { run, type RunningProcess } from '../support/process.js';
import { traceReceiver, type TraceReceiver } from '../support/trace-receiver.js';
import { untilFound } from '../support/until.js';

const names = ['pairings', 'finance'];
const query = 'query Story($id: ID!) { fund(id: $id) { id recipient { id } pairings { level } } }';

let dataDir: string;
let processes: RunningProcess[];
let receiver: TraceReceiver;

beforeAll(() => {
  dataDir = shippedFolder();
});

beforeEach(async () => {
  processes = [];
  receiver = await traceReceiver();
});

afterEach(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL');
    await ended();
  }
  await receiver.stop();
});

afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

/** A gateway over the subgraphs. */
async function begin(env: Readonly<Record<string, string>>): Promise<string> {
  const start = (
    file: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): RunningProcess => {
    const begun = run(file, { args, env: { DATA_DIR: dataDir, ...env, ...more } });
    processes.push(begun);
    return begun;
  };
  const addresses = await Promise.all(
    names.map(async (name) => `${name}=${(await start('subgraphs/main.js', [name]).prints(/is at (\S+)/))[1] ?? ''}`),
  );
  const gateway = start('gateway/main.js', [], { SUBGRAPH_URLS: addresses.join(',') });
  return (await gateway.prints(/is at (\S+)/))[1] ?? '';
}

const ask = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { id: 'xihu-xuanen-funds-2018' } }),
  });
  return answerOf(response);
};

const answer = {
  data: { fund: { id: 'xihu-xuanen-funds-2018', recipient: { id: '422825' }, pairings: expect.anything() } },
};

test('a request is one trace over the processes that answer it, and its lines in their logs have one id', async () => {
  const url = await begin({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const sent = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, baggage: 'secret=1', 'x-request-id': 'story' };
  expect(await ask(url, sent)).toEqual(answer);

  const spans = await untilFound(() => {
    const found = receiver.spans.filter((span) => span.traceId === traceId);
    const isWhole = ['jiedui-gateway', 'jiedui-pairings', 'jiedui-finance'].every((service) =>
      found.some((span) => span.service === service && span.name.endsWith(' request')),
    );
    return isWhole ? found : undefined;
  });
  const nameOf = (id: string | undefined): string | undefined => spans.find(({ spanId }) => spanId === id)?.name;
  const requests = spans.filter(({ name }) => name.endsWith(' request'));
  expect(requests.map(({ service, parentSpanId }) => [service, nameOf(parentSpanId)]).sort()).toEqual([
    ['jiedui-finance', 'gateway.fetch'],
    ['jiedui-gateway', undefined],
    ['jiedui-pairings', 'gateway.fetch'],
  ]);
  const whole = requests.find(({ service }) => service === 'jiedui-gateway');
  expect(whole).toMatchObject({
    parentSpanId: 'b7ad6b7169203331',
    attributes: { 'graphql.operation.name': 'Story', 'http.response.status_code': 200 },
  });
  expect(JSON.stringify(receiver.spans)).not.toMatch(/xihu|secret/);

  for (const { child } of processes) {
    child.kill('SIGTERM');
  }
  const logs = await Promise.all(processes.map(async ({ ended, output }) => ended().then(output)));
  expect(logs.map((log) => log.match(/"requestId":"story","operationName":"[^"]*"/g))).toEqual([
    [expect.stringMatching(/"requestId":"story","operationName":"Q\w+__pairings__1"/)],
    [expect.stringMatching(/"requestId":"story","operationName":"Q\w+__finance__0"/)],
    ['"requestId":"story","operationName":"Story"'],
  ]);
});

test('an unreachable receiver costs no answer, and is logged', async () => {
  await receiver.stop();
  const url = await begin({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_BSP_SCHEDULE_DELAY: '50' });
  expect(await ask(url)).toEqual(answer);
  const gateway = processes.at(-1);
  gateway?.child.kill('SIGTERM');
  expect(await gateway?.ended()).toBe(0);
  expect(gateway?.output()).toMatch(/"level":"(warn|error)".*ECONNREFUSED/);
});

test('without a receiver no trace headers are sent', () => {
  expect(traceHeaders()).toEqual({});
});
