import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { projectRoot } from '../platform/config.js';
import type { DatabaseTarget } from '../platform/database.js';
import { subgraphs } from '../subgraphs/index.js';

/** A server in separate processes. */
export interface ServerProcess {
  /** Its GraphQL endpoint. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** The graph in one process, as in `npm start`. */
export async function startInOneProcess(target: DatabaseTarget): Promise<ServerProcess> {
  return startProcess('gateway/start.js', { env: environment(target), nodeArgs: startFlags });
}

/** The graph in five processes, as in docker-compose.yml. */
export async function startInFiveProcesses(target: DatabaseTarget): Promise<ServerProcess> {
  const services = await startSubgraphs(target);
  const gateway = await startGateway(services);
  return {
    ...gateway,
    stop: async () => {
      await gateway.stop();
      await services.stop();
    },
  };
}

/** Starts a gateway over subgraphs. */
export function startGateway({ urls }: Pick<SubgraphProcesses, 'urls'>): Promise<ServerProcess> {
  return startProcess('gateway/main.js', { env: { SUBGRAPH_URLS: addresses(urls).join(',') } });
}

/** Running subgraphs by name. */
export interface SubgraphProcesses {
  readonly urls: ReadonlyMap<string, string>;
  readonly stop: () => Promise<void>;
}

/** Starts each subgraph in a process. */
export async function startSubgraphs(target: DatabaseTarget): Promise<SubgraphProcesses> {
  const env = environment(target);
  const services = await Promise.all(
    subgraphs.map(async ({ name }) => ({
      name,
      server: await startProcess('subgraphs/main.js', { args: [name], env }),
    })),
  );
  return {
    urls: new Map(services.map(({ name, server }) => [name, server.url])),
    stop: async () => {
      await Promise.all(services.map(({ server }) => server.stop()));
    },
  };
}

/** A relay before the subgraphs, with flags of `relay.ts`. */
export async function startRelay({ urls }: SubgraphProcesses, flags: readonly string[]): Promise<SubgraphProcesses> {
  const relay = await startProcess('bench/relay.js', { args: [...flags, ...addresses(urls)] });
  const { origin } = new URL(relay.url);
  return { urls: new Map(Array.from(urls.keys(), (name) => [name, `${origin}/${name}/graphql`])), stop: relay.stop };
}

/** Addresses of subgraphs in the form of SUBGRAPH_URLS and of the relay's arguments. */
export const addresses = (urls: ReadonlyMap<string, string>): string[] =>
  Array.from(urls, ([name, url]) => `${name}=${url}`);

/** node:http that serialises an answer to JSON at each request. */
export function startJsonBaseline(answer: string): Promise<ServerProcess> {
  return startBaseline('bench/json-baseline.js', answer);
}

/** An answer: its headers as alternating names and values, and its body. */
export interface AnswerBytes {
  readonly headers: readonly string[];
  readonly body: string;
}

/** node:http that sends the bytes of an answer. */
export function startBytesBaseline(answer: AnswerBytes): Promise<ServerProcess> {
  return startBaseline('bench/bytes-baseline.js', JSON.stringify(answer));
}

async function startBaseline(script: string, answer: string): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-baseline-'));
  const file = join(folder, 'answer.json');
  writeFileSync(file, answer);
  const baseline = await startProcess(script, { args: [file] });
  rmSync(folder, { recursive: true });
  return baseline;
}

/** The flags that `npm start` gives to Node. */
export const startFlags: readonly string[] = (
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  }
).scripts.start
  .split(' ')
  .filter((word) => word.startsWith('--'));

/** The environment variables of a database. */
export function environment(target: DatabaseTarget): Readonly<Record<string, string>> {
  return target.engine === 'sqlite'
    ? { DATA_DIR: target.folder }
    : { DATABASE_URL: target.url, ...(target.replicas ? { REPLICA_URLS: target.replicas.join() } : {}) };
}

/** Starts a compiled file, relative to dist/ or absolute, and waits until it prints its address. */
export async function startProcess(
  file: string,
  {
    args = [],
    env = {},
    nodeArgs = [],
    stderr = 'pipe',
  }: {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly nodeArgs?: readonly string[];
    /** `ignore` for servers that log each request. */
    readonly stderr?: 'pipe' | 'ignore';
  } = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeArgs, resolve(projectRoot, 'dist', file), ...args], {
    cwd: projectRoot,
    env: { ANSWER_CACHE_MB: '0', PORT: '0', LOG_LEVEL: 'error', RATE_LIMIT: '0', ...env },
    stdio: ['ignore', 'pipe', stderr, 'ipc'],
  });
  const url = await printedUrl(child);
  return {
    url: new URL(url).pathname === '/' ? `${url}/graphql` : url,
    child,
    stop: async () => {
      const ended = once(child, 'exit');
      // Otherwise a process with a message listener would not end.
      child.disconnect();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** CPU time of a process in microseconds; NaN where the system does not provide it. */
export function cpuTime({ child }: Pick<ServerProcess, 'child'>): number {
  return cpuTimeOf(child.pid ?? 0);
}

/** The same by the process id. */
export function cpuTimeOf(pid: number): number {
  if (process.platform !== 'linux') {
    return Number.NaN;
  }
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // User and system time, in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** The address that a server prints. Later output is discarded: failures under load show in the answers. */
async function printedUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) {
    throw new TypeError('The process has no output to read its address from.');
  }
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => (stderr = `${stderr}${chunk.toString()}`.slice(-4096)));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:[\w:./-]+/.exec(line)?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`The process ended before it printed its address:\n${stderr}`);
}
