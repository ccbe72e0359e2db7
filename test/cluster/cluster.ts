import { chmodSync, chownSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import pg from 'pg';

import { projectRoot } from '../../platform/config.js';
import { freePort } from '../../scripts/free-port.js';
import { subgraphs } from '../../subgraphs/index.js';
import { untilFound } from '../support/until.js';
import { answersAt, Part } from './part.js';
import { postgresFolder, postgresUser, programOf } from './programs.js';

/** One of the two PostgreSQL servers with its Patroni. */
export interface DatabaseNode {
  readonly name: string;
  readonly patroni: Part;
  /** Its address of Patroni. */
  readonly rest: string;
  /** Ends PostgreSQL at once, as a crash would. */
  readonly killPostgres: (signal: NodeJS.Signals) => void;
  readonly query: (statement: string) => Promise<readonly Record<string, unknown>[]>;
}

/** The processes of deploy/compose.cluster.yml on this machine. */
export interface Cluster {
  /** The address for clients, without a path. */
  readonly url: string;
  /** The database, as who may write. */
  readonly writer: string;
  readonly nodes: readonly DatabaseNode[];
  readonly gateways: readonly Part[];
  /** Two of each subgraph. */
  readonly subgraphs: readonly (readonly Part[])[];
  readonly haproxy: Part;
  readonly leader: () => Promise<DatabaseNode>;
  /** The node that is not the leader, once it has all that the leader has. */
  readonly follower: () => Promise<DatabaseNode>;
  /** What the first replicas of the subgraphs tell of the replicas of the database: answers from them, and again on the primary. */
  readonly replicaReads: () => Promise<{ readonly answers: number; readonly again: number }>;
  readonly stop: () => Promise<void>;
}

const password = 'secret';

/** Deadlines are no part of what is tested: a machine that is busy must not reach them. */
const common = { SUBGRAPH_TIMEOUT_MS: '20000', OPERATION_TIMEOUT_MS: '25000', RATE_LIMIT: '0', LOG_LEVEL: 'silent' };

/** Starts everything, and stops what is started where something fails. `load` fills the database before the subgraphs start. */
export async function startCluster(load: (writer: string) => Promise<void>): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-cluster-'));
  const started: Part[] = [];
  const stop = async (): Promise<void> => {
    for (const part of started.toReversed()) {
      await part.end('SIGKILL');
    }
    for (const pid of globSync(join(folder, '*/data/postmaster.pid'))) {
      kill(pid, 'SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await startIn(folder, started, load)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startIn(
  folder: string,
  started: Part[],
  load: (writer: string) => Promise<void>,
): Promise<Omit<Cluster, 'stop'>> {
  const begin = async (...parts: readonly Part[]): Promise<void> => {
    started.push(...parts);
    await Promise.all(parts.map((part) => part.start()));
  };
  const user = postgresUser();
  chmodSync(folder, 0o755);

  const [etcdClients, etcdPeers, redis] = await Promise.all([freePort(), freePort(), freePort()]);
  await begin(etcdPart(folder, etcdClients, etcdPeers), redisPart(folder, redis));
  const nodes = await Promise.all(
    ['postgres-1', 'postgres-2'].map((name) => databaseNode(folder, name, etcdClients, user)),
  );
  started.push(...nodes.map(({ patroni }) => patroni));
  await Promise.all(nodes.map(({ patroni }) => patroni.start()));

  const ports = {
    graph: await freePort(),
    primary: await freePort(),
    gateways: await freePorts(2),
    subgraphs: await Promise.all(
      subgraphs.map(async ({ name }) => ({ name, bind: await freePort(), at: await freePorts(2) })),
    ),
  };
  const haproxy = haproxyPart(ports, nodes);
  await begin(haproxy);
  const at = (role: string, port: number): string => `postgres://${role}:${password}@127.0.0.1:${port}/jiedui`;
  const writer = at('jiedui', ports.primary);
  await untilFound(() => answersTo(writer));
  await load(writer);

  const environment = {
    DATABASE_URL: at('jiedui_reader', ports.primary),
    REPLICA_URLS: nodes.map(({ port }) => at('jiedui_reader', port)).join(','),
    ...common,
  };
  const services = ports.subgraphs.map(({ name, at: own }) =>
    own.map((port, place) => nodePart(`${name}-${place + 1}`, ['subgraphs/main.js', name], port, environment)),
  );
  await begin(...services.flat());
  const gateways = ports.gateways.map((port, place) =>
    nodePart(`gateway-${place + 1}`, ['gateway/main.js'], port, {
      ...common,
      TRUST_PROXY: '1',
      REDIS_URL: `redis://127.0.0.1:${redis}`,
      SUBGRAPH_URLS: ports.subgraphs.map(({ name, bind }) => `${name}=http://127.0.0.1:${bind}/graphql`).join(),
    }),
  );
  await begin(...gateways);

  const inRole = (path: string) => async (): Promise<DatabaseNode> =>
    untilFound(async () => {
      const found = await Promise.all(nodes.map(({ rest }) => answersAt(`${rest}${path}`).catch(() => false)));
      const node = nodes[found.indexOf(true)];
      // Patroni has better things to do than to answer.
      await (node ?? setTimeout(100));
      return node;
    });
  return {
    url: `http://127.0.0.1:${ports.graph}`,
    writer,
    nodes,
    gateways,
    subgraphs: services,
    haproxy,
    leader: inRole('/primary'),
    follower: inRole('/synchronous'),
    replicaReads: () => replicaReads(ports.subgraphs.flatMap((each) => each.at)),
  };
}

/** Sends a signal to the process of a file, if it is there. */
function kill(file: string, signal: NodeJS.Signals): void {
  try {
    process.kill(Number(readFileSync(file, 'utf8').split('\n', 1)[0]), signal);
  } catch {
    // It has ended.
  }
}

const freePorts = (count: number): Promise<readonly number[]> => Promise.all(Array.from({ length: count }, freePort));

function etcdPart(folder: string, clients: number, peers: number): Part {
  const own = `http://127.0.0.1:${clients}`;
  const peer = `http://127.0.0.1:${peers}`;
  return new Part({
    name: 'etcd',
    program: programOf('etcd'),
    args: [
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${own}`,
      `--advertise-client-urls=${own}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
    ],
    isReady: () => answersAt(`${own}/health`),
  });
}

function redisPart(folder: string, port: number): Part {
  return new Part({
    name: 'redis',
    program: programOf('redis-server'),
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    isReady: () => Promise.resolve(true),
  });
}

async function databaseNode(
  folder: string,
  name: string,
  etcd: number,
  user: ReturnType<typeof postgresUser>,
): Promise<DatabaseNode & { readonly port: number; readonly restPort: number }> {
  const [port, restPort] = await Promise.all([freePort(), freePort()]);
  const own = join(folder, name);
  mkdirSync(own);
  if (user) {
    chownSync(own, user.uid, user.gid);
  }
  const data = join(own, 'data');
  const rest = `http://127.0.0.1:${restPort}`;
  const patroni = new Part({
    name,
    program: programOf('patroni'),
    args: [join(projectRoot, 'deploy/cluster/patroni.yml')],
    cwd: join(projectRoot, 'deploy/cluster'),
    user,
    env: {
      PATRONI_NAME: name,
      PATRONI_ETCD3_HOSTS: `127.0.0.1:${etcd}`,
      PATRONI_RESTAPI_LISTEN: `127.0.0.1:${restPort}`,
      PATRONI_RESTAPI_CONNECT_ADDRESS: `127.0.0.1:${restPort}`,
      PATRONI_POSTGRESQL_LISTEN: `127.0.0.1:${port}`,
      PATRONI_POSTGRESQL_CONNECT_ADDRESS: `127.0.0.1:${port}`,
      PATRONI_POSTGRESQL_BIN_DIR: postgresFolder(),
      PATRONI_POSTGRESQL_DATA_DIR: data,
      PATRONI_POSTGRESQL_PGPASS: join(own, 'pgpass'),
      PATRONI_SUPERUSER_USERNAME: 'postgres',
      PATRONI_SUPERUSER_PASSWORD: password,
      PATRONI_REPLICATION_USERNAME: 'replicator',
      PATRONI_REPLICATION_PASSWORD: password,
      JIEDUI_PASSWORD: password,
      JIEDUI_READER_PASSWORD: password,
    },
    isReady: () => answersAt(`${rest}/health`),
  });
  return {
    name,
    patroni,
    rest,
    port,
    restPort,
    killPostgres: (signal) => {
      kill(join(data, 'postmaster.pid'), signal);
    },
    query: async (statement) => {
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'jiedui' });
      await client.connect();
      const { rows } = await client.query<Record<string, unknown>>(statement);
      await client.end();
      return rows;
    },
  };
}

interface Ports {
  readonly graph: number;
  readonly primary: number;
  readonly gateways: readonly number[];
  readonly subgraphs: readonly { readonly name: string; readonly bind: number; readonly at: readonly number[] }[];
}

function haproxyPart(
  { graph, primary, gateways, subgraphs: services }: Ports,
  nodes: readonly { readonly port: number; readonly restPort: number }[],
): Part {
  const local = (port: number): string => `127.0.0.1:${port}`;
  const numbered = (name: string, values: readonly string[]): [string, string][] =>
    values.map((value, place) => [`${name}_${place + 1}`, value]);
  const env = Object.fromEntries([
    ['GRAPH_BIND', local(graph)],
    ['PRIMARY_BIND', local(primary)],
    ...numbered('GATEWAY', gateways.map(local)),
    ...services.flatMap(({ name, bind, at }): [string, string][] => [
      [`${name.toUpperCase()}_BIND`, local(bind)],
      ...numbered(name.toUpperCase(), at.map(local)),
    ]),
    ...numbered(
      'POSTGRES',
      nodes.map(({ port }) => local(port)),
    ),
    ...numbered(
      'PATRONI',
      nodes.map(({ restPort }) => String(restPort)),
    ),
  ]) as Record<string, string>;
  return new Part({
    name: 'haproxy',
    program: programOf('haproxy'),
    args: ['-W', '-db', '-f', join(projectRoot, 'deploy/cluster/haproxy.cfg')],
    env,
    isReady: () => Promise.resolve(true),
  });
}

function nodePart(
  name: string,
  [file = '', ...args]: readonly string[],
  port: number,
  env: Record<string, string>,
): Part {
  return new Part({
    name,
    program: process.execPath,
    args: [join(projectRoot, 'dist', file), ...args],
    cwd: projectRoot,
    env: { NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(projectRoot, 'dist/.compiled'), PORT: String(port), ...env },
    isReady: () => answersAt(`http://127.0.0.1:${port}/health/ready`),
  });
}

async function answersTo(url: string): Promise<true | undefined> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function replicaReads(ports: readonly number[]): Promise<{ readonly answers: number; readonly again: number }> {
  const sum = { answers: 0, again: 0 };
  for (const port of ports) {
    const { replicas } = (await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()) as {
      readonly replicas: Readonly<Record<string, typeof sum>>;
    };
    for (const { answers, again } of Object.values(replicas)) {
      sum.answers += answers;
      sum.again += again;
    }
  }
  return sum;
}
