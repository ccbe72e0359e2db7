import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { openGraphToRead, withGraph } from '../platform/graph.js';
import { knownTables } from '../platform/import/check-folder.js';
import { dryRun, type DryRun } from '../platform/import/dry-run.js';
import { ImportError } from '../platform/import/problem.js';
import { writeTemplate } from '../platform/import/template.js';
import { subgraphs } from '../subgraphs/index.js';
import { loadText, loadWithProgress, overlapLines } from './load.js';

const help = `npm run import -- <folder> ...
  Loads the data set of a folder of CSV tables, and replaces its former content. Several folders are loaded one after
  another, so that a later one may refer to an earlier one.
  --dry-run  checks everything and writes nothing; prints the rows that would be replaced and the optional columns that
             are absent; works while a server runs
  --json     prints the result as JSON; with problems, an array of {file, line, column, found, expected}
npm run import -- --template <folder>
  Writes every table into the folder as a file with only a header. docs/data.md describes the columns.

  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database instead of that folder`;

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
      `Wrote ${tables.length} tables into ${values.template}. Fill in dataset.csv, and delete the tables you do not need.`,
    );
    return;
  }
  if (positionals.length === 0) {
    throw new UserError(help);
  }
  try {
    for (const folder of positionals) {
      const result = values['dry-run']
        ? await dryRunBesideServer(folder)
        : await withGraph(subgraphs, readConfig(), (graph) => loadWithProgress(graph, folder, !values.json));
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

/** The result of a dry run on the databases of `DATA_DIR`, which a server may have open. */
async function dryRunBesideServer(folder: string): Promise<DryRun> {
  const { graph, close } = await openGraphToRead(subgraphs, readConfig());
  try {
    return await dryRun(graph, folder);
  } finally {
    await close();
  }
}

function dryRunText({ dataset, isIn, tables, absentColumns, overlaps }: DryRun): string {
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
  return [...result, ...absences, ...overlapLines(overlaps)].join('\n');
}
