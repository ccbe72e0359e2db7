import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import type { LabelLanguage } from '../platform/enum-label.js';
import { UserError } from '../platform/errors.js';
import { knownTables } from '../platform/import/check-folder.js';
import { RefusedImport } from '../platform/import/import-error.js';
import { datasetTable } from '../platform/import/dataset.js';
import { filesAt, isWorkbook } from '../platform/import/folder-entries.js';
import type { ImportJob, ResultOf } from '../platform/import/jobs.js';
import { inLanguage, say } from '../platform/import/message.js';
import { tableName } from '../platform/import/table-names.js';
import { telling } from '../platform/import/said-error.js';
import { chosenTables, writeTemplate } from '../platform/import/template.js';
import { subgraphs } from '../subgraphs/index.js';
import { runHere } from './import-here.js';
import { isServed, runAtServer } from './import-server.js';
import { dryRunText, historyText, loadText, removalText, undoText } from './import-texts.js';
import { withProgress } from './load.js';

const help = `npm run import -- <folder, workbook or zip file> ...
  Loads the data set of a folder of CSV tables, or of a workbook (.xlsx) with a sheet for each table, and replaces its
  former content; a zip file has one of the two. Several are loaded one after another, so that a later one may refer to an earlier one. Where there are
  no data yet, those that ship are loaded first.
  --dry-run  checks everything and writes nothing; prints the rows that would be replaced and the optional columns that
             are absent
  --strict   treats warnings (what is odd and may be right: docs/data.md) as problems: nothing is written
  --language zh  messages in Chinese; without it where LANG is Chinese
  --json     prints the result as JSON, its warnings among it; with problems, an array of {file, line, column, found,
             expected, cells}; docs/data.md describes them
npm run import -- --remove <data set>
  Removes a data set of this id whole. Refused while other data sets refer to its rows, and for those that ship.
  --dry-run  checks, and prints the rows that would be removed
  --json     as above
npm run import -- --history
  Prints which data sets were imported, removed or put back: when, by which key, and how many rows that changed.
npm run import -- --undo [<data set>]
  Puts the data set back to what it was before its last change, whole; without a name that which was changed last.
npm run import -- --template <workbook.xlsx or folder>
  Writes a workbook to fill in, with help, an example and lists to choose from in each sheet; or every table into the
  folder as a file with only a header. docs/data.md describes the columns.
  --tables funds,placements  these tables alone, by their English or Chinese names, and the one that names the data set
  --language zh              names, help and lists in Chinese

A server that runs in the data folder does it, and answers others meanwhile; without one the command does.
Ends with 0 when done, or when a dry run found no problem, with warnings or without; with 1 when refused: then nothing was written.

  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database instead of that folder`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      history: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      language: { type: 'string' },
      remove: { type: 'string' },
      strict: { type: 'boolean', default: false },
      tables: { type: 'string' },
      undo: { type: 'boolean', default: false },
      template: { type: 'string' },
    },
  });
  const language = languageOf(values.language);
  await telling(language, () => execute(values, positionals, language));
});

interface Options {
  readonly 'dry-run': boolean;
  readonly history: boolean;
  readonly json: boolean;
  readonly remove?: string | undefined;
  readonly strict: boolean;
  readonly tables?: string | undefined;
  readonly undo: boolean;
  readonly template?: string | undefined;
}

async function execute(values: Options, positionals: readonly string[], language: LabelLanguage): Promise<void> {
  if (values.template !== undefined) {
    await template(values.template, values.tables, language);
    return;
  }
  const config = readConfig();
  const isDry = values['dry-run'];
  const { strict, json } = values;
  const isOther = values.remove !== undefined || values.undo || values.history;
  if (isOther ? positionals.length > (values.undo ? 1 : 0) : positionals.length === 0) {
    throw new UserError(help);
  }
  const runJob = (await isServed(config)) ? runAtServer : runHere;
  /** Does a job, and prints its result. */
  const done = async <Job extends ImportJob>(job: Job, text: (result: ResultOf<Job>) => string): Promise<void> => {
    const result = await withProgress(!json, (progress) => runJob(config, job, { strict, language }, progress));
    console.log(json ? JSON.stringify(result, null, 2) : text(result));
  };
  try {
    if (values.history) {
      await done({ kind: 'history' }, (entries) => historyText(entries, language));
    } else if (values.undo) {
      const [dataset = null] = positionals;
      await done({ kind: 'undo', dataset }, (undone) => undoText(undone, language));
    } else if (values.remove !== undefined) {
      const kind = isDry ? 'checkRemoval' : 'remove';
      await done({ kind, dataset: values.remove }, (removal) => removalText(removal, isDry, language));
    }
    for (const path of isOther ? [] : positionals) {
      const files = filesAt(path);
      if (isDry) {
        await done({ kind: 'check', files }, (result) => dryRunText(result, language));
      } else {
        await done({ kind: 'load', files }, (result) => loadText(result, language));
      }
    }
  } catch (error) {
    if (!json || !(error instanceof RefusedImport)) {
      throw error;
    }
    console.log(JSON.stringify(error.problems, null, 2));
    process.exitCode = 1;
  }
}

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

async function template(path: string, names: string | undefined, language: LabelLanguage): Promise<void> {
  const known = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
  const tables = chosenTables(names, known);
  await writeTemplate(path, tables, language);
  const next = isWorkbook(path)
    ? say('Lines and sheets that begin with # are no data.', '以 # 开头的行和工作表不是数据。')
    : say('Delete the tables you do not need.', '不需要的表可以删去。');
  const wrote = say(
    `Wrote ${tables.length} tables into ${path}. Fill in ${tableName(datasetTable, language)} and the others.`,
    `已写入 ${path}：${tables.length} 张表。请填写“${tableName(datasetTable, language)}”和其他各表。`,
  );
  console.log(`${inLanguage(wrote, language)} ${inLanguage(next, language)}`);
}
