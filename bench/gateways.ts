import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readConfig } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import { freePort } from '../scripts/free-port.js';
import { installPeers, peersFolder } from '../scripts/install-peers.js';
import { supergraphAt } from '../scripts/supergraph-at.js';
import { addresses, environment, startFlags, startProcess, type ServerProcess } from './processes.js';

/** Gateways over the same subgraphs, each in a process, by name: ours, plain (Apollo's), and Hive with either planner. */
export interface Gateways {
  readonly all: ReadonlyMap<string, ServerProcess>;
  readonly stop: () => Promise<void>;
}

/** Our gateway over the subgraphs, without cache, rate limit and request log. */
export async function startOurs(
  urls: ReadonlyMap<string, string>,
  nodeArgs: readonly string[] = [],
): Promise<ServerProcess> {
  return startProcess('gateway/main.js', {
    env: { NODE_ENV: 'production', SUBGRAPH_URLS: addresses(urls).join(',') },
    nodeArgs,
  });
}

/** The default configuration, with a rate limit that is counted and never reached. */
const full = { NODE_ENV: 'production', ANSWER_CACHE_MB: '128', RATE_LIMIT: '1000000000', LOG_LEVEL: 'info' };

/** Our gateway over the subgraphs in its default configuration, with an answer cache of the given megabytes. */
export async function startFull(
  urls: ReadonlyMap<string, string>,
  megabytes = full.ANSWER_CACHE_MB,
): Promise<ServerProcess> {
  const env = { ...full, ANSWER_CACHE_MB: megabytes, SUBGRAPH_URLS: addresses(urls).join(',') };
  return startProcess('gateway/main.js', { env, stderr: 'ignore' });
}

/** The whole graph in one process, in its default configuration. */
export async function startFullInOneProcess(target: DatabaseTarget): Promise<ServerProcess> {
  const env = { ...full, ...environment(target) };
  return startProcess('gateway/start.js', { env, nodeArgs: startFlags, stderr: 'ignore' });
}

/** Apollo's gateway with Apollo's response cache, over the subgraphs. */
export async function startResponseCache(urls: ReadonlyMap<string, string>): Promise<ServerProcess> {
  const { folder, file } = writeSupergraph(urls);
  const env = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
  const server = await startProcess('bench/peers/response-cache.js', { args: [file], env });
  rmSync(folder, { recursive: true });
  return server;
}

/** Our gateway, Apollo's in its default configuration, and Hive Gateway, over the subgraphs. */
export async function startGateways(urls: ReadonlyMap<string, string>): Promise<Gateways> {
  installPeers();
  const { folder, file } = writeSupergraph(urls);
  const all = new Map([
    ['ours', await startOurs(urls)],
    ['plain', await startPlain(file)],
    ['Hive', await startHive(file, '--jit')],
    ['Hive, Rust', await startHive(file, '--hive-router-runtime')],
  ]);
  return {
    all,
    stop: async () => {
      await Promise.all(Array.from(all.values(), (gateway) => gateway.stop()));
      // Only now, since Hive Gateway watches the file.
      rmSync(folder, { recursive: true });
    },
  };
}

/** Writes the supergraph that ships with other addresses into a temporary folder. */
function writeSupergraph(urls: ReadonlyMap<string, string>): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, supergraphAt(readFileSync(readConfig({}).supergraphPath, 'utf8'), urls));
  return { folder, file };
}

async function startPlain(supergraph: string): Promise<ServerProcess> {
  const env = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' };
  return startProcess('bench/peers/plain-gateway.js', { args: [supergraph], env });
}

async function startHive(supergraph: string, runtime: '--jit' | '--hive-router-runtime'): Promise<ServerProcess> {
  const address = ['--host', '127.0.0.1', '--port', String(await freePort())];
  return startProcess(join(peersFolder, 'node_modules/@graphql-hive/gateway/dist/bin.js'), {
    args: ['supergraph', supergraph, runtime, ...address],
    // It logs its address at this level.
    env: { NODE_ENV: 'production', LOG_LEVEL: 'info' },
  });
}
