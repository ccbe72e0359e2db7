import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { UserError } from '../platform/errors.js';
import type { Graph } from '../platform/graph.js';
import { comparisonTable, type Comparison } from './compare.js';
import { benchCached } from './cached.js';
import { benchGateway } from './gateway.js';
import { createBenchTarget, withGraph, type BenchTarget } from './graph.js';
import { benchMemory } from './memory.js';
import { benchMisses } from './misses.js';
import { benchSearch } from './search.js';
import { benchServing } from './serving.js';
import { benchWithin } from './within.js';

const inProcess =
  (bench: (graph: Graph) => Promise<readonly Comparison[]>) =>
  async (target: BenchTarget): Promise<string> =>
    comparisonTable(await withGraph(target, bench));

const benchKept = async (target: BenchTarget): Promise<string> =>
  `${await benchCached(target)}\n\n${await benchMisses(target)}`;

/** The workloads by name; each gives its table. */
const workloads: Readonly<Record<string, (target: BenchTarget) => Promise<string>>> = {
  gateway: async (target) => `${await benchGateway(target)}\n\n${await benchKept(target)}`,
  serving: benchServing,
  search: inProcess(benchSearch),
  within: inProcess(benchWithin),
};

/** Those that are run only when they are named: a part of another, and one that takes too long. */
const namedWorkloads: typeof workloads = { cached: benchKept, memory: benchMemory };

const help = `npm run bench -- [workload ...]
  Times workloads, each beside what bounds it in the same run; all but the last two when none is named.
  gateway    ours, Apollo's as it comes and Hive Gateway over the same subgraphs, beside node:http with the answer at hand
  serving    requests over HTTP to the graph in one process and in five, beside node:http that sends the same rows
  search     search over the full register, beside the bare query of its index
  within     the funds of a province among 100,000, beside the same SQL by hand
  cached     of gateway, the answers that are kept, beside node:http with the same bytes and
             Apollo's cache of answers; and what a cache costs where none is kept
  memory     300,000 requests with documents of which no two are alike, and what memory the gateway takes; an hour
  --postgres  on a PostgreSQL server of its own in place of SQLite`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { postgres: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn({ ...workloads, ...namedWorkloads }, name));
  if (unknown.length > 0) {
    throw new UserError(`There is no workload ${unknown.join(', ')}.\n\n${help}`);
  }
  for (const [name, run] of Object.entries({ ...workloads, ...namedWorkloads })) {
    if (positionals.length === 0 ? name in workloads : positionals.includes(name)) {
      const target = await createBenchTarget(values.postgres ? 'postgresql' : 'sqlite');
      try {
        console.log(`\n${await run(target)}`);
      } finally {
        await target.remove();
      }
    }
  }
});
