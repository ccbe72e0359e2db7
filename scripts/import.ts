import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import type { LabelLanguage } from '../platform/enum-label.js';
import { UserError } from '../platform/errors.js';
import { openGraphToRead, withGraph, type Graph } from '../platform/graph.js';
import { knownTables } from '../platform/import/check-folder.js';
import { dryRun } from '../platform/import/dry-run.js';
import { ImportError } from '../platform/import/import-error.js';
import { checkRemoval, removeDataset, type Removal } from '../platform/import/remove-dataset.js';
import { writeTemplate } from '../platform/import/template.js';
import { subgraphs } from '../subgraphs/index.js';
import { dryRunText, loadText, removalText } from './import-texts.js';
import { loadWithProgress } from './load.js';

const help = `npm run import -- <folder> ...
  Loads the data set of a folder of CSV tables, and replaces its former content. Several folders are loaded one after
  another, so that a later one may refer to an earlier one.
  --dry-run  checks everything and writes nothing; prints the rows that would be replaced and the optional columns that
             are absent; works while a server runs
  --strict   treats warnings (what is odd and may be right: docs/data.md) as problems: nothing is written
  --language zh  messages in Chinese; without it where LANG is Chinese
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
      language: { type: 'string' },
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
  const language = languageOf(values.language);
  if ((values.remove === undefined) === (positionals.length === 0)) {
    throw new UserError(help);
  }
  try {
    if (values.remove !== undefined) {
      const removal = await remove(values.remove, isDry);
      console.log(values.json ? JSON.stringify(removal, null, 2) : removalText(removal, isDry, language));
    }
    for (const folder of positionals) {
      const result = isDry
        ? await besideServer((graph) => dryRun(graph, folder, { strict, language }))
        : await withGraph(subgraphs, readConfig(), (graph) =>
            loadWithProgress(graph, folder, !values.json, { strict, language }),
          );
      console.log(
        values.json
          ? JSON.stringify(result, null, 2)
          : 'rows' in result
            ? loadText(result, language)
            : dryRunText(result, language),
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

/** The language that is asked for, or that of LANG. */
function languageOf(asked: string | undefined): LabelLanguage {
  if (asked === undefined) {
    return readConfig().language;
  }
  if (!/^(?:zh|en)$/i.test(asked)) {
    throw new UserError(`--language is zh or en, not ${asked}.`);
  }
  return /^zh$/i.test(asked) ? 'ZH' : 'EN';
}

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
