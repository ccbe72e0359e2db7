import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { projectRoot } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import { subgraphs } from '../subgraphs/index.js';

/** A server in processes of its own. */
export interface Serving {
  /** Where it answers GraphQL. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The whole graph in one process, as `npm start` runs it. */
export async function serveInOne(target: DatabaseTarget): Promise<Serving> {
  return begin('gateway/start.js', [], environment(target), ['--max-semi-space-size=16']);
}

/** The graph as five processes, as docker-compose.yml runs them. */
export async function serveInFive(target: DatabaseTarget): Promise<Serving> {
  const env = environment(target);
  const services = await Promise.all(
    subgraphs.map(async ({ name }) => ({ name, serving: await begin('subgraphs/main.js', [name], env) })),
  );
  const urls = services.map(({ name, serving }) => `${name}=${serving.url}`).join(',');
  const gateway = await begin('gateway/main.js', [], { ...env, SUBGRAPH_URLS: urls });
  return {
    url: gateway.url,
    stop: async () => {
      await gateway.stop();
      await Promise.all(services.map(({ serving }) => serving.stop()));
    },
  };
}

/** What sends the answer in a file, as fast as node:http can. */
export async function serveLimit(file: string): Promise<Serving> {
  return begin('bench/limit-server.js', [file], {});
}

function environment(target: DatabaseTarget): Readonly<Record<string, string>> {
  return target.engine === 'sqlite' ? { DATA_DIR: target.folder } : { DATABASE_URL: target.url };
}

async function begin(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): Promise<Serving> {
  const child = spawn(process.execPath, [...nodeArgs, join(projectRoot, 'dist', file), ...args], {
    cwd: projectRoot,
    env: { ...env, PORT: '0', LOG_LEVEL: 'error', RATE_LIMIT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await printedUrl(child);
  return {
    url: url.endsWith('/graphql') ? url : `${url}/graphql`,
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function printedUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) {
    throw new TypeError('The process has no output to read its address from.');
  }
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('The process ended before it said where it listens.');
}
