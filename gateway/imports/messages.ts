import type { DatabaseTarget } from '../../platform/database.js';
import type { ErrorLink } from '../../platform/error-chain.js';
import type { ChangeSettings } from '../../platform/import/history.js';
import type { ImportJob, JobResults } from '../../platform/import/jobs.js';
import type { GatheredProblem } from '../../platform/import/problem.js';
import type { WarningSettings } from '../../platform/import/warnings.js';

/** A job as it was sent: files are packed. */
export type SentJob = (
  | {
      readonly kind: 'check' | 'load';
      readonly packed: Uint8Array<ArrayBuffer>;
      /** Whether they come from this machine, where their folder can be read again. */
      readonly isLocal: boolean;
    }
  | Exclude<ImportJob, { kind: 'check' | 'load' }>
) & { readonly settings: Pick<WarningSettings, 'strict' | 'language'> & Pick<ChangeSettings, 'by'> };

/** What a worker of the importer is started with. */
export interface ImportWorkerData {
  readonly target: DatabaseTarget;
  readonly job: SentJob;
}

/** How a job ended. */
export type ImportEnd =
  | { readonly kind: 'done'; readonly result: JobResults[ImportJob['kind']] }
  /** Nothing was written, or what the message says; `problems` are those of the files. */
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly GatheredProblem[] }
  | { readonly kind: 'failed'; readonly message: string };

/** What is told of a job: how many rows are written so far, and its end. */
export type ImportEvent = { readonly kind: 'progress'; readonly done: number; readonly total: number } | ImportEnd;

/** What a worker sends: of an unexpected failure, its causes. */
export type FromImportWorker =
  Exclude<ImportEvent, { kind: 'failed' }> | { readonly kind: 'failed'; readonly error: readonly ErrorLink[] };
