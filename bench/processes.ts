import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { projectRoot } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import { subgraphs } from '../subgraphs/index.js';

/** A server in processes of its own. */
export interface Serving {
  /** Where it answers GraphQL. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** The whole graph in one process, as `npm start` runs it. */
export async function serveInOne(target: DatabaseTarget): Promise<Serving> {
  return begin('gateway/start.js', { env: environment(target), nodeArgs: ['--max-semi-space-size=16'] });
}

/** The graph as five processes, as docker-compose.yml runs them. */
export async function serveInFive(target: DatabaseTarget): Promise<Serving> {
  const services = await serveSubgraphs(target);
  const gateway = await begin('gateway/main.js', { env: { SUBGRAPH_URLS: addresses(services.urls).join(',') } });
  return {
    ...gateway,
    stop: async () => {
      await gateway.stop();
      await services.stop();
    },
  };
}

/** Subgraphs, each at its address. */
export interface ServingSubgraphs {
  readonly urls: ReadonlyMap<string, string>;
  readonly stop: () => Promise<void>;
}

/** The subgraphs as processes of their own. */
export async function serveSubgraphs(target: DatabaseTarget): Promise<ServingSubgraphs> {
  const env = environment(target);
  const services = await Promise.all(
    subgraphs.map(async ({ name }) => ({ name, serving: await begin('subgraphs/main.js', { args: [name], env }) })),
  );
  return {
    urls: new Map(services.map(({ name, serving }) => [name, serving.url])),
    stop: async () => {
      await Promise.all(services.map(({ serving }) => serving.stop()));
    },
  };
}

/** A relay before subgraphs, with the flags given (`relay.ts` tells which). */
export async function serveRelay({ urls }: ServingSubgraphs, flags: readonly string[]): Promise<ServingSubgraphs> {
  const relay = await begin('bench/relay.js', { args: [...flags, ...addresses(urls)] });
  const { origin } = new URL(relay.url);
  return { urls: new Map(Array.from(urls.keys(), (name) => [name, `${origin}/${name}/graphql`])), stop: relay.stop };
}

/** Subgraphs' addresses as commands and settings take them. */
export const addresses = (urls: ReadonlyMap<string, string>): string[] =>
  Array.from(urls, ([name, url]) => `${name}=${url}`);

/** What sends an answer, as fast as node:http can that makes JSON of it each time. */
export function serveLimit(answer: string): Promise<Serving> {
  return serveFile('bench/limit-server.js', answer);
}

/** A whole answer: names and values of its headers in turn, and its body. */
export interface AnswerBytes {
  readonly headers: readonly string[];
  readonly body: string;
}

/** What sends the bytes of an answer, as fast as node:http can. */
export function serveBytes(answer: AnswerBytes): Promise<Serving> {
  return serveFile('bench/bytes-server.js', JSON.stringify(answer));
}

async function serveFile(server: string, answer: string): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-limit-'));
  const file = join(folder, 'answer.json');
  writeFileSync(file, answer);
  const limit = await begin(server, { args: [file] });
  rmSync(folder, { recursive: true });
  return limit;
}

/** Where a server finds its databases. */
export function environment(target: DatabaseTarget): Readonly<Record<string, string>> {
  return target.engine === 'sqlite' ? { DATA_DIR: target.folder } : { DATABASE_URL: target.url };
}

/** Runs a compiled file of ours, or a file by its whole path, until it prints its address. */
export async function begin(
  file: string,
  {
    args = [],
    env = {},
    nodeArgs = [],
    troubles = 'pipe',
  }: {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly nodeArgs?: readonly string[];
    /** Where stderr goes: a log line for each request is nothing to read here. */
    readonly troubles?: 'pipe' | 'ignore';
  } = {},
): Promise<Serving> {
  const child = spawn(process.execPath, [...nodeArgs, resolve(projectRoot, 'dist', file), ...args], {
    cwd: projectRoot,
    env: { ANSWER_CACHE_MB: '0', PORT: '0', LOG_LEVEL: 'error', RATE_LIMIT: '0', ...env },
    stdio: ['ignore', 'pipe', troubles, 'ipc'],
  });
  const url = await printedUrl(child);
  return {
    url: new URL(url).pathname === '/' ? `${url}/graphql` : url,
    child,
    stop: async () => {
      const ended = once(child, 'exit');
      // One that listens to its parent would wait for it.
      child.disconnect();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The address that a server prints. What it says of troubles later is of the load, and told by the answers. */
async function printedUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) {
    throw new TypeError('The process has no output to read its address from.');
  }
  let troubles = '';
  child.stderr?.on('data', (chunk: Buffer) => (troubles = `${troubles}${chunk.toString()}`.slice(-4096)));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:[\w:./-]+/.exec(line)?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`The process ended before it said where it listens:\n${troubles}`);
}
