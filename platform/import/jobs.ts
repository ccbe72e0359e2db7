import type { LabelLanguage } from '../enum-label.js';
import type { Graph } from '../graph.js';
import { knownTables } from './check-folder.js';
import { dryRunFiles, type DryRun } from './dry-run.js';
import type { Files } from './folder-entries.js';
import { historyOf, type ChangeSettings } from './history.js';
import type { ImportEntry } from './history.entity.js';
import { importFiles, type ImportResult, type Progress } from './import-folder.js';
import { checkRemoval, removeDataset, type Removal } from './remove-dataset.js';
import { telling } from './said-error.js';
import { chosenTables } from './template.js';
import { undo, type Undone } from './undo.js';
import type { WarningSettings } from './warnings.js';
import { regionChoices } from './workbook/region-choices.js';
import { workbookTemplate } from './workbook/template.js';

/** What the importer does. */
export type ImportJob =
  | { readonly kind: 'check' | 'load'; readonly files: Files }
  | { readonly kind: 'undo'; readonly dataset: string | null }
  | { readonly kind: 'remove' | 'checkRemoval'; readonly dataset: string }
  | { readonly kind: 'history' }
  /** A workbook to fill in, with tables by their names, divided by commas; all where none is named. */
  | { readonly kind: 'template'; readonly tables: string | undefined };

/** The result of each kind of job. */
export interface JobResults {
  readonly check: DryRun;
  readonly load: ImportResult;
  readonly undo: Undone;
  readonly remove: Removal;
  readonly checkRemoval: Removal;
  readonly history: readonly ImportEntry[];
  /** In Base64. */
  readonly template: string;
}

/** The result of a job. */
export type ResultOf<Job extends ImportJob> = JobResults[Job['kind']];

/** Does a job. Throws a `UserError` where it is refused: then nothing was written. */
export async function runJob<Job extends ImportJob>(
  graph: Graph,
  job: Job,
  settings: WarningSettings & ChangeSettings = {},
  progress?: Progress,
): Promise<ResultOf<Job>> {
  return (await telling(settings.language ?? 'EN', () => run(graph, job, settings, progress))) as ResultOf<Job>;
}

function run(
  graph: Graph,
  job: ImportJob,
  settings: WarningSettings & ChangeSettings,
  progress: Progress | undefined,
): Promise<JobResults[ImportJob['kind']]> {
  switch (job.kind) {
    case 'check':
      return dryRunFiles(graph, job.files, settings);
    case 'load':
      return importFiles(graph, job.files, progress, settings);
    case 'undo':
      return undo(graph, job.dataset, settings);
    case 'remove':
      return removeDataset(graph, job.dataset, settings);
    case 'checkRemoval':
      return checkRemoval(graph, job.dataset, settings.language);
    case 'history':
      return historyOf(graph);
    case 'template':
      return workbookOf(graph, job.tables, settings.language ?? 'EN');
  }
}

async function workbookOf(graph: Graph, names: string | undefined, language: LabelLanguage): Promise<string> {
  const tables = chosenTables(names, knownTables(graph));
  return Buffer.from(await workbookTemplate(tables, regionChoices(), language)).toString('base64');
}
