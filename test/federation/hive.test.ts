import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import type { RunningServer } from '../../platform/http-server.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { freePort } from '../../scripts/free-port.js';
import { supergraphAt } from '../../scripts/supergraph-at.js';
import { ask } from '../support/client.js';
import { startFaultyProxy, type FaultyProxy } from '../support/faulty-proxy.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { peerFile } from '../support/peers.js';
import { run, type RunningProcess } from '../support/process.js';

const folder = mkdtempSync(join(tmpdir(), 'jiedui-hive-'));
const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' });
const subgraphs: RunningServer[] = [];
/** In front of each subgraph, to count what it is asked. */
const proxies = new Map<string, FaultyProxy>();

let opened: TestGraph;
let hive: RunningProcess;
let url: string;

/** Our supergraph, with the addresses at which its subgraphs are served. */
async function writeSupergraph(): Promise<string> {
  const addresses = new Map<string, string>();
  for (const { subgraph, database } of opened.graph) {
    const server = await startSubgraph(subgraph, database, config);
    subgraphs.push(server);
    const proxy = await startFaultyProxy(`${server.url}/graphql`);
    proxies.set(subgraph.name, proxy);
    addresses.set(subgraph.name, proxy.url);
  }
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphAt(readFileSync(config.supergraphPath, 'utf8'), addresses));
  return file;
}

beforeAll(async () => {
  opened = await shippedGraph('sqlite');
  const port = String(await freePort());
  hive = run(peerFile('@graphql-hive/gateway/dist/bin.js'), {
    args: ['supergraph', await writeSupergraph(), '--jit', '--host', '127.0.0.1', '--port', port],
  });
  await hive.prints(/Listening on/);
  url = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  hive.child.kill('SIGTERM');
  await hive.ended();
  await Promise.all(Array.from(proxies.values(), (proxy) => proxy.stop()));
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  await opened.close();
  rmSync(folder, { recursive: true });
});

test.each([...readNamedQueries('.'), ...readNamedQueries('questions')])(
  'Hive Gateway, over our supergraph and subgraphs, answers as ours does: $name',
  async ({ query, variables, answer }) => {
    expect(await ask(url, query, variables)).toEqual({ data: answer });
  },
);

test('Hive Gateway too asks each subgraph once for the README’s query: sources need no further request', async () => {
  const [page] = readNamedQueries('.').filter(({ name }) => name === 'pairing-page');
  const counts = (): ReadonlyMap<string, number> =>
    new Map(Array.from(proxies, ([name, { requests }]) => [name, requests.length]));
  const before = counts();
  await ask(url, page?.query ?? '', page?.variables);
  const sent = Array.from(counts(), ([name, count]) => [name, count - (before.get(name) ?? 0)]);
  expect(Object.fromEntries(sent)).toEqual({ pairings: 1, finance: 1, labour: 1, training: 1 });
});
