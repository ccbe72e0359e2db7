import { parseArgs } from 'node:util';

import { SingleBar } from 'cli-progress';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { closeGraph, openGraph, takeTarget } from '../platform/graph.js';
import { importFolder } from '../platform/import/import-folder.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run import -- <folder>
  Loads the data set of a folder of CSV tables, in place of what the graph held of it.
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database in place of that folder`;

runCommand(help, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    throw new UserError(help);
  }
  const { target, release } = takeTarget(readConfig());
  const graph = await openGraph(subgraphs, target);
  const bar = new SingleBar({
    format: 'Importing {bar} {value} of {total} rows',
    noTTYOutput: true,
    notTTYSchedule: 1000,
    hideCursor: true,
  });
  try {
    const { dataset, rows } = await importFolder(graph, folder, (done, total) => {
      if (done === 0) {
        bar.start(total, 0);
      }
      bar.update(done);
    });
    bar.stop();
    console.log(
      rows === 0
        ? `The data set ${dataset} is in already: nothing to do.`
        : `Imported the data set ${dataset}: ${rows} rows.`,
    );
  } finally {
    bar.stop();
    await closeGraph(graph);
    release();
  }
});
