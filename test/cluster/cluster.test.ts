import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { closeGraph, openGraph, type Graph } from '../../platform/graph.js';
import { subgraphs } from '../../subgraphs/index.js';
import { NumberedImport } from '../support/numbered-import.js';
import { run } from '../support/process.js';
import { untilFound } from '../support/until.js';
import { startCluster, type Cluster } from './cluster.js';
import { failuresOf, Traffic, type Seen } from './traffic.js';

/** What requests get while a part of a cluster cannot answer. */
const failures = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'OPERATION_TIMEOUT', 'DATA_CHANGING'];

/** Some 33 requests in a second to the processes of deploy/compose.cluster.yml, and imports, while parts of it go away. */
describe('a cluster', () => {
  let cluster: Cluster;
  let graph: Graph;
  let traffic: Traffic;
  let numbered: NumberedImport;
  let imports = 0;

  beforeAll(async () => {
    print(['trial', 'asked', 'failed', 'how', 'wrong', 'slowest ms', 'imports', 'from replicas']);
    cluster = await startCluster(async (DATABASE_URL) => {
      const loading = run('scripts/import.js', { args: ['data/register', 'data/articles'], env: { DATABASE_URL } });
      if ((await loading.ended()) !== 0) {
        throw new Error(loading.output());
      }
    });
    graph = await openGraph(subgraphs, { engine: 'postgresql', url: cluster.writer });
    numbered = new NumberedImport(graph);
    traffic = new Traffic(cluster.url);
    traffic.check.committed(await numbered.next());
  });

  afterAll(async () => {
    await closeGraph(graph);
    await cluster.stop();
  });

  /** Imports again and again until it is told to end. One that loses the database is done again. */
  const keepImporting = (): (() => Promise<void>) => {
    const ended = { is: false };
    const importing = (async () => {
      while (!ended.is) {
        const number = await numbered.next().catch(() => null);
        if (number !== null) {
          traffic.check.committed(number);
          imports += 1;
        }
        await setTimeout(500);
      }
    })();
    return () => {
      ended.is = true;
      return importing;
    };
  };

  /** Asks before, during and after a change, and imports meanwhile, until there are answers of an import that followed it. */
  const trial = async (name: string, change: () => Promise<unknown>): Promise<Seen> => {
    const [importsBefore, readsBefore] = [imports, await cluster.replicaReads().catch(() => null)];
    const endImports = keepImporting();
    const seen = await traffic.during(async () => {
      await traffic.pass(30);
      await change();
      const done = imports;
      await untilFound(() => imports >= done + 2 || undefined);
      await endImports();
    });
    const reads = await cluster.replicaReads();
    print([
      name,
      String(seen.asked),
      String(failuresOf(seen)),
      Array.from(seen.failed, ([code, count]) => `${count} ${code}`).join(', '),
      String(seen.wrong.length),
      seen.slowest.toFixed(0),
      String(imports - importsBefore),
      readsBefore && reads.answers >= readsBefore.answers ? String(reads.answers - readsBefore.answers) : '–',
    ]);
    expect(seen.wrong).toEqual([]);
    expect(failures).toEqual(expect.arrayContaining([...seen.failed.keys()]));
    // All is well again.
    const after = await traffic.during(() => traffic.pass(20));
    expect({ wrong: after.wrong, failed: [...after.failed] }).toEqual({ wrong: [], failed: [] });
    return seen;
  };

  /** A trial in which no request may fail. */
  const unnoticed = async (name: string, change: () => Promise<unknown>): Promise<void> => {
    expect([...(await trial(name, change)).failed]).toEqual([]);
  };

  test('answers, also from the replica, while imports follow one another', async () => {
    const before = await cluster.replicaReads();
    await unnoticed('nothing', () => traffic.pass(100));
    expect((await cluster.replicaReads()).answers).toBeGreaterThan(before.answers);
  });

  test('denies metrics and the status page outside, however their paths are written', async () => {
    const paths = ['/metrics', '/status', '/METRICS', '/metrics/', '/%6detrics', '/status?x=1'];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${cluster.url}${path}`)).status));
    expect(statuses).toEqual(paths.map(() => 404));
    expect((await fetch(`${cluster.url}/health/ready`)).status).toBe(200);
  });

  test('a gateway is killed', async () => {
    const [gateway] = cluster.gateways;
    await unnoticed('gateway SIGKILL', async () => {
      await gateway?.end('SIGKILL');
      await gateway?.start();
    });
  });

  test('a subgraph is killed', async () => {
    const [finance] = cluster.subgraphs[1] ?? [];
    await unnoticed('subgraph SIGKILL', async () => {
      await finance?.end('SIGKILL');
      await finance?.start();
    });
  });

  test('a replica lags, and is then stopped', async () => {
    const follower = await cluster.follower();
    await unnoticed('replica behind', async () => {
      await follower.query('select pg_wal_replay_pause()');
      await traffic.pass(60);
      await follower.query('select pg_wal_replay_resume()');
    });
    await unnoticed('replica stopped', async () => {
      follower.killPostgres('SIGINT');
      await cluster.follower();
    });
  });

  test('a switchover is planned', async () => {
    // None fails where Patroni takes less than 4 seconds.
    const seen = await trial('planned switchover', async () => {
      const [leader, candidate] = [await cluster.leader(), await cluster.follower()];
      const asked = await fetch(`${leader.rest}/switchover`, {
        method: 'POST',
        body: JSON.stringify({ leader: leader.name, candidate: candidate.name }),
      });
      expect(asked.status).toBe(200);
      await untilFound(async () => ((await cluster.leader()) === candidate ? true : undefined));
      await cluster.follower();
    });
    expect(failuresOf(seen)).toBeLessThan(seen.asked / 2);
  });

  test('everything is restarted, one after another', async () => {
    await unnoticed('rolling restart', async () => {
      for (const place of [0, 1]) {
        await Promise.all(cluster.subgraphs.map(async (both) => both[place]?.restart()));
        await cluster.gateways[place]?.restart();
      }
    });
  });

  test('the PostgreSQL of the primary is killed', async () => {
    const seen = await trial('primary’s postgres SIGKILL', async () => {
      (await cluster.leader()).killPostgres('SIGKILL');
      await cluster.follower();
      await cluster.leader();
    });
    expect(failuresOf(seen)).toBeLessThan(seen.asked);
  });

  test('the machine of the primary is gone', async () => {
    const seen = await trial('primary’s machine gone', async () => {
      const [leader, follower] = [await cluster.leader(), await cluster.follower()];
      await leader.patroni.end('SIGKILL');
      leader.killPostgres('SIGKILL');
      await untilFound(async () => ((await cluster.leader()) === follower ? true : undefined));
      await leader.patroni.start();
      await cluster.follower();
    });
    expect(failuresOf(seen)).toBeLessThan(seen.asked);
  });
});

/** A row of the table of trials, which is printed as they end. */
function print(row: readonly string[]): void {
  process.stderr.write(`| ${row.join(' | ')} |\n`);
}
