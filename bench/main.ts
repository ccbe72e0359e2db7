import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { UserError } from '../platform/errors.js';
import { comparisonTable, type Comparison } from './compare.js';
import { openBenchGraph, type BenchGraph } from './graph.js';
import { benchSearch } from './search.js';
import { benchWithin } from './within.js';

/** The workloads by name. */
const workloads: Readonly<Record<string, (bench: BenchGraph) => Promise<readonly Comparison[]>>> = {
  search: benchSearch,
  within: benchWithin,
};

const help = `npm run bench -- [workload ...]
  Times workloads, each beside what bounds it in the same run: ${Object.keys(workloads).join(', ')}; all when none is named.
  --postgres  on a PostgreSQL server of its own in place of SQLite`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { postgres: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(workloads, name));
  if (unknown.length > 0) {
    throw new UserError(`There is no workload ${unknown.join(', ')}.\n\n${help}`);
  }
  const bench = await openBenchGraph(values.postgres ? 'postgresql' : 'sqlite');
  try {
    const comparisons: Comparison[] = [];
    for (const [name, run] of Object.entries(workloads)) {
      if (positionals.length === 0 || positionals.includes(name)) {
        comparisons.push(...(await run(bench)));
      }
    }
    console.log(comparisonTable(comparisons));
  } finally {
    await bench.close();
  }
});
