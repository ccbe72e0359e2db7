import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { openGraphToRead, withGraph } from '../platform/graph.js';
import { knownTables } from '../platform/import/check-folder.js';
import { previewFolder, type Preview } from '../platform/import/preview.js';
import { ImportError } from '../platform/import/problem.js';
import { writeTemplate } from '../platform/import/template.js';
import { subgraphs } from '../subgraphs/index.js';
import { loadText, loadWithProgress } from './load.js';

const help = `npm run import -- <folder> ...
  Loads the data set of a folder of CSV tables, in place of what the graph held of it; of several folders one after
  another, so that the later may refer to the earlier.
  --dry-run  checks everything and writes nothing; says which rows would be replaced, also while a server runs
  --json     prints the result for programs; with problems, an array of {file, line, column, found, expected}
npm run import -- --template <folder>
  Writes every table into the folder, each with its header alone. docs/data.md says what the columns hold.

  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database in place of that folder`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      template: { type: 'string' },
    },
  });
  if (values.template !== undefined) {
    const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
    writeTemplate(values.template, tables);
    console.log(
      `Wrote ${tables.length} tables into ${values.template}. Fill dataset.csv, and delete those you need not.`,
    );
    return;
  }
  if (positionals.length === 0) {
    throw new UserError(help);
  }
  try {
    for (const folder of positionals) {
      const result = values['dry-run']
        ? await preview(folder)
        : await withGraph(subgraphs, readConfig(), (graph) => loadWithProgress(graph, folder, !values.json));
      console.log(
        values.json ? JSON.stringify(result, null, 2) : 'rows' in result ? loadText(result) : dryText(result),
      );
    }
  } catch (error) {
    if (!values.json || !(error instanceof ImportError)) {
      throw error;
    }
    console.log(JSON.stringify(error.problems, null, 2));
    process.exitCode = 1;
  }
});

async function preview(folder: string): Promise<Preview> {
  const { graph, close } = await openGraphToRead(subgraphs, readConfig());
  try {
    return await previewFolder(graph, folder);
  } finally {
    await close();
  }
}

function dryText({ dataset, isIn, tables }: Preview): string {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const lines = tables.map(
    ({ table, now, then }) => `  ${table.padEnd(width)} ${String(now).padStart(7)} → ${String(then).padStart(7)}`,
  );
  return isIn
    ? `The data set ${dataset} is in already: an import would change nothing.`
    : [`No problems. Rows of the data set ${dataset}, now → after an import:`, ...lines].join('\n');
}
