import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../platform/config.js';
import { freePort } from '../scripts/free-port.js';
import { installPeers, peersFolder } from '../scripts/install-peers.js';
import { supergraphAt } from '../scripts/supergraph-at.js';
import { addresses, begin, type Serving } from './processes.js';

/** Gateways over the same subgraphs, each a process of its own, by name: ours, plain and Hive. */
export interface Gateways {
  readonly all: ReadonlyMap<string, Serving>;
  readonly stop: () => Promise<void>;
}

/** Our gateway over subgraphs at the addresses given. */
export async function serveOurs(urls: ReadonlyMap<string, string>, nodeArgs: readonly string[] = []): Promise<Serving> {
  return begin('gateway/main.js', {
    env: { NODE_ENV: 'production', SUBGRAPH_URLS: addresses(urls).join(',') },
    nodeArgs,
  });
}

/** Ours, Apollo's gateway as it comes, and Hive Gateway, over subgraphs at the addresses given. */
export async function serveGateways(urls: ReadonlyMap<string, string>): Promise<Gateways> {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphAt(readFileSync(readConfig({}).supergraphPath, 'utf8'), urls));
  const all = new Map([
    ['ours', await serveOurs(urls)],
    ['plain', await servePlain(file)],
    ['Hive', await serveHive(file)],
  ]);
  return {
    all,
    stop: async () => {
      await Promise.all(Array.from(all.values(), (gateway) => gateway.stop()));
      // Hive Gateway watches it.
      rmSync(folder, { recursive: true });
    },
  };
}

async function servePlain(supergraph: string): Promise<Serving> {
  const env = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
  return begin('bench/peers/plain-gateway.js', { args: [supergraph], env });
}

async function serveHive(supergraph: string): Promise<Serving> {
  const address = ['--host', '127.0.0.1', '--port', String(await freePort())];
  return begin(join(peersFolder, 'node_modules/@graphql-hive/gateway/dist/bin.js'), {
    args: ['supergraph', supergraph, '--jit', ...address],
    // It says at this level where it listens.
    env: { NODE_ENV: 'production', LOG_LEVEL: 'info' },
  });
}
