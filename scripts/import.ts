import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { openGraphToRead, withGraph, type Graph } from '../platform/graph.js';
import { knownTables } from '../platform/import/check-folder.js';
import { dryRun, type DryRun } from '../platform/import/dry-run.js';
import { ImportError, warningText } from '../platform/import/import-error.js';
import { checkRemoval, removeDataset, type Removal } from '../platform/import/remove-dataset.js';
import { writeTemplate } from '../platform/import/template.js';
import { subgraphs } from '../subgraphs/index.js';
import { loadText, loadWithProgress, overlapLines } from './load.js';

const help = `npm run import -- <folder> ...
  Loads the data set of a folder of CSV tables, and replaces its former content. Several folders are loaded one after
  another, so that a later one may refer to an earlier one.
  --dry-run  checks everything and writes nothing; prints the rows that would be replaced and the optional columns that
             are absent; works while a server runs
  --strict   treats warnings (what is odd and may be right: docs/data.md) as problems: nothing is written
  --json     prints the result as JSON, its warnings among it; with problems, an array of {file, line, column, found,
             expected}
npm run import -- --remove <data set>
  Removes a data set of this id whole. Refused while other data sets refer to its rows, and for those that ship.
  --dry-run  checks, and prints the rows that would be removed
  --json     as above
npm run import -- --template <folder>
  Writes every table into the folder as a file with only a header. docs/data.md describes the columns.

Ends with 0 when done, or when a dry run found no problem, with warnings or without; with 1 when refused: then nothing was written.

  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database instead of that folder`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      remove: { type: 'string' },
      strict: { type: 'boolean', default: false },
      template: { type: 'string' },
    },
  });
  if (values.template !== undefined) {
    const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
    writeTemplate(values.template, tables);
    console.log(
      `Wrote ${tables.length} tables into ${values.template}. Fill in dataset.csv, and delete the tables you do not need.`,
    );
    return;
  }
  const isDry = values['dry-run'];
  const { strict } = values;
  if ((values.remove === undefined) === (positionals.length === 0)) {
    throw new UserError(help);
  }
  try {
    if (values.remove !== undefined) {
      const removal = await remove(values.remove, isDry);
      console.log(values.json ? JSON.stringify(removal, null, 2) : removalText(removal, isDry));
    }
    for (const folder of positionals) {
      const result = isDry
        ? await besideServer((graph) => dryRun(graph, folder, { strict }))
        : await withGraph(subgraphs, readConfig(), (graph) =>
            loadWithProgress(graph, folder, !values.json, { strict }),
          );
      console.log(
        values.json ? JSON.stringify(result, null, 2) : 'rows' in result ? loadText(result) : dryRunText(result),
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

/** Uses the databases of `DATA_DIR` for reads, which a server may have open. */
async function besideServer<Result>(use: (graph: Graph) => Promise<Result>): Promise<Result> {
  const { graph, close } = await openGraphToRead(subgraphs, readConfig());
  try {
    return await use(graph);
  } finally {
    await close();
  }
}

async function remove(dataset: string, isDry: boolean): Promise<Removal> {
  return isDry
    ? besideServer((graph) => checkRemoval(graph, dataset))
    : withGraph(subgraphs, readConfig(), (graph) => removeDataset(graph, dataset));
}

function removalText({ dataset, tables }: Removal, isDry: boolean): string {
  const result = isDry
    ? `No problems found, nothing written. The data set ${dataset} would be removed, with its rows:`
    : `Removed the data set ${dataset}, with its rows:`;
  const width = Math.max(...tables.map(({ table }) => table.length));
  return [result, ...tables.map(({ table, rows }) => `  ${table.padEnd(width)} ${String(rows).padStart(7)}`)].join(
    '\n',
  );
}

function dryRunText({ dataset, isIn, tables, absentColumns, overlaps, warnings }: DryRun): string {
  const width = Math.max(...tables.map(({ table }) => table.length));
  const changes = tables.map(
    ({ table, now, then }) => `  ${table.padEnd(width)} ${String(now).padStart(7)} → ${String(then).padStart(7)}`,
  );
  const absences = absentColumns.map(({ table, columns }) =>
    columns.length === 1
      ? `${table} has no column ${columns.join()}: it is taken as empty.`
      : `${table} has no columns ${columns.join(', ')}: they are taken as empty.`,
  );
  const result = isIn
    ? [`The data set ${dataset} is loaded already with this content: an import would change nothing.`]
    : [
        `No problems found, nothing written. An import would replace the data set ${dataset}; its rows, now → then:`,
        ...changes,
      ];
  return [...result, ...absences, ...warnings.map(warningText), ...overlapLines(overlaps)].join('\n');
}
