import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { UserError } from '../platform/errors.js';
import type { Graph } from '../platform/graph.js';
import { comparisonTable, type Comparison } from './compare.js';
import { benchCached } from './cached.js';
import { benchGateway } from './gateway.js';
import { createBenchTarget, withGraph, type BenchTarget } from './graph.js';
import { benchGroups } from './groups.js';
import { benchIsolation } from './isolation.js';
import { benchMemory } from './memory.js';
import { benchMisses } from './misses.js';
import { benchReplicas } from './replicas.js';
import { benchSearch } from './search.js';
import { benchServing } from './serving.js';
import { benchTotals } from './totals.js';
import { benchTables } from './tables.js';
import { benchVisibility } from './visibility.js';
import { benchWithin } from './within.js';

const inProcess =
  (bench: (graph: Graph, funds: number) => Promise<readonly Comparison[]>) =>
  async (target: BenchTarget): Promise<string> =>
    comparisonTable(await withGraph(target, (graph) => bench(graph, target.funds)));

const benchCache = async (target: BenchTarget): Promise<string> =>
  `${await benchCached(target)}\n\n${await benchMisses(target)}`;

/** The workloads by name; each returns a table. */
const workloads: Readonly<Record<string, (target: BenchTarget) => Promise<string>>> = {
  gateway: async (target) => `${await benchGateway(target)}\n\n${await benchCache(target)}`,
  serving: benchServing,
  search: inProcess(benchSearch),
  within: inProcess(benchWithin),
  groups: inProcess(benchGroups),
  totals: inProcess(benchTotals),
  isolation: benchIsolation,
  tables: benchTables,
  visibility: (target) => withGraph(target, benchVisibility),
};

/** Workloads that run only when named: one starts PostgreSQL servers, one is a part of another, one takes an hour. */
const namedWorkloads: typeof workloads = {
  replicas: benchReplicas,
  cached: benchCache,
  memory: benchMemory,
};

const help = `npm run bench -- [workload ...]
  Times workloads, each next to its baseline in the same run; without names, all but the last three.
  gateway    our gateway, Apollo's in its default configuration (plain) and Hive Gateway over the same subgraphs; baseline:
             node:http with a fixed answer; then the workload cached
  serving    HTTP requests to the graph in one process and in five; baseline: node:http with the same answer
  search     search in the full register; baseline: the query of its index alone
  within     the funds of a province among 100,000; baseline: the same SQL written by hand
  groups     fundGroups of 100,000 funds by each key; baseline: the same joins and sums
  totals     the import of 100,000 funds, apart and with overlaps of every kind, and groups of them; baseline: the same
             without the rules of totals
  tables     the table of 100,000 funds as CSV and Parquet; baseline: SQL and the same libraries; on SQLite alone
  visibility what it costs to look what a reader may see: with all public, and with a data set that is hidden; baseline:
             the same without it
  isolation  light requests while the heaviest ones run, in one process, next to the limits that they keep
  replicas   requests over one and two replicas of PostgreSQL, next to the primary alone
  cached     cached answers next to Apollo's response cache; baseline: node:http with the same bytes; and the overhead of
             the cache for answers that are not in it
  memory     300,000 different operations, and the memory of the gateway; takes an hour
  --funds <number>  how many funds totals has, 100000 by default
  --postgres  uses a temporary PostgreSQL server instead of SQLite`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { postgres: { type: 'boolean', default: false }, funds: { type: 'string', default: '100000' } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn({ ...workloads, ...namedWorkloads }, name));
  if (unknown.length > 0) {
    throw new UserError(`There is no workload ${unknown.join(', ')}.\n\n${help}`);
  }
  for (const [name, run] of Object.entries({ ...workloads, ...namedWorkloads })) {
    if (positionals.length === 0 ? name in workloads : positionals.includes(name)) {
      const target = await createBenchTarget(values.postgres ? 'postgresql' : 'sqlite', Number(values.funds));
      try {
        console.log(`\n${await run(target)}`);
      } finally {
        await target.remove();
      }
    }
  }
});
