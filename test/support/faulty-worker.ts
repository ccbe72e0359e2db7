import { parentPort, threadId, workerData } from 'node:worker_threads';

import { sql } from 'kysely';
import { Ctx, Int, Query, Resolver } from 'type-graphql';

import { serveFetches } from '../../gateway/fetch/workers/serve-fetches.js';
import type { FromWorker, WorkerSettings } from '../../gateway/fetch/workers/messages.js';
import { closeGraph, openGraph } from '../../platform/graph.js';
import type { RequestScope } from '../../platform/request-scope.js';
import type { AnyTables } from '../../platform/sql.js';
import { finance } from '../../subgraphs/finance/subgraph.js';

/** Finance, with fields that take long, hang or end their worker thread. */
@Resolver()
class FaultResolver {
  /** The thread that answers. */
  @Query(() => Int)
  thread(): number {
    return threadId;
  }

  /** A statement that reads so many rows. */
  @Query(() => Int)
  async read(@Ctx() scope: RequestScope): Promise<number> {
    return readRows(scope, 2_000_000);
  }

  /** A statement that would not end soon. */
  @Query(() => Int)
  async readForEver(@Ctx() scope: RequestScope): Promise<number> {
    return scope.database.engine === 'sqlite' ? readRows(scope, Number.MAX_SAFE_INTEGER) : sleep(scope);
  }

  @Query(() => Int)
  hang(): number {
    for (;;) {
      Math.random();
    }
  }

  @Query(() => Int)
  end(): number {
    process.exit(1);
  }

  @Query(() => Int)
  fail(): number {
    throw new RangeError('It fails.', { cause: new TypeError('It is the cause.') });
  }
}

async function sleep({ database }: RequestScope): Promise<number> {
  await database
    .read()
    .selectNoFrom(sql`pg_sleep(60)`.as('slept'))
    .execute();
  return 0;
}

async function readRows({ database }: RequestScope, count: number): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    with recursive numbers(number) as (
      select 1 union all select number + 1 from numbers where number < ${count} and tick(number)
    )
    select count(*) as count from numbers`.execute(database.read<AnyTables>());
  return rows[0]?.count ?? 0;
}

const settings = workerData as WorkerSettings;
const faulty = { ...finance, resolvers: [...finance.resolvers, FaultResolver] };
const graph = await openGraph([faulty], settings.target);
if (parentPort) {
  const stopped = serveFetches(parentPort, graph, settings);
  parentPort.postMessage({ kind: 'ready', loaded: [], problems: [] } satisfies FromWorker);
  await stopped;
  await closeGraph(graph);
  parentPort.close();
}
