import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { lockTarget } from '../platform/database-target.js';
import { closeGraph, openGraph } from '../platform/graph.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run migrate
  Brings the tables of all subgraphs up to date, and makes those that are missing. Loads no data. Several may run at once.
  A start and an import do the same. Run it before a start whose DATABASE_URL may only read.
  DATABASE_URL      the PostgreSQL database, which must exist; its user must be allowed to create schemas or own them
  DATA_DIR (.data)  folder of the databases, where there is no DATABASE_URL`;

runCommand(help, async () => {
  const { target, release } = lockTarget(readConfig());
  try {
    const graph = await openGraph(subgraphs, target, ({ name }, migrations) => {
      console.log(`${name}: ${migrations.length === 0 ? 'up to date' : `ran ${migrations.join(', ')}`}`);
    });
    await closeGraph(graph);
  } finally {
    release();
  }
});
