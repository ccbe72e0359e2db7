import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import { freePort } from '../scripts/free-port.js';
import { installPeers, peersFolder } from '../scripts/install-peers.js';
import { supergraphAt } from '../scripts/supergraph-at.js';
import { addresses, begin, environment, type Serving } from './processes.js';

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

/** With all that it does for a request in earnest, and a log that nobody reads; none of those who ask is refused. */
const guarded = { NODE_ENV: 'production', ANSWER_CACHE_MB: '128', RATE_LIMIT: '1000000000', LOG_LEVEL: 'info' };

/** Our gateway over subgraphs, guarded, keeping as many megabytes of answers as given. */
export async function serveGuarded(
  urls: ReadonlyMap<string, string>,
  megabytes = guarded.ANSWER_CACHE_MB,
): Promise<Serving> {
  const env = { ...guarded, ANSWER_CACHE_MB: megabytes, SUBGRAPH_URLS: addresses(urls).join(',') };
  return begin('gateway/main.js', { env, troubles: 'ignore' });
}

/** The whole graph in one process, guarded. */
export async function serveGuardedInOne(target: DatabaseTarget): Promise<Serving> {
  const env = { ...guarded, ...environment(target) };
  return begin('gateway/start.js', { env, nodeArgs: ['--max-semi-space-size=16'], troubles: 'ignore' });
}

/** Apollo's gateway with its cache of answers, over subgraphs at the addresses given. */
export async function serveResponseCache(urls: ReadonlyMap<string, string>): Promise<Serving> {
  const { folder, file } = writeSupergraph(urls);
  const env = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
  const serving = await begin('bench/peers/response-cache.js', { args: [file], env });
  rmSync(folder, { recursive: true });
  return serving;
}

/** Ours, Apollo's gateway as it comes, and Hive Gateway, over subgraphs at the addresses given. */
export async function serveGateways(urls: ReadonlyMap<string, string>): Promise<Gateways> {
  installPeers();
  const { folder, file } = writeSupergraph(urls);
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

/** The supergraph that ships, with other addresses, in a folder of its own. */
function writeSupergraph(urls: ReadonlyMap<string, string>): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphAt(readFileSync(readConfig({}).supergraphPath, 'utf8'), urls));
  return { folder, file };
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
