import type { DatabaseTarget } from '../../../platform/database.js';
import type { ErrorLink } from '../../../platform/error-chain.js';
import type { Audience } from '../../../platform/visibility/audience.js';
import type { SubgraphQuery } from '../subgraph-execution.js';

/** What a worker thread is started with. */
export interface WorkerSettings {
  readonly target: DatabaseTarget;
  /** Whether it migrates, loads the shipped data and resumes imports before it is ready. */
  readonly prepares: boolean;
  /** Milliseconds that the statements of one fetch may take together, on SQLite; null for no limit. */
  readonly statementTime: number | null;
  /** The memory of `EndedSessions`, which all threads share. */
  readonly ended: SharedArrayBuffer;
  /** One number: the session of the fetch that the worker executes; 0 while it waits; `several` where fetches take turns. */
  readonly current: SharedArrayBuffer;
}

/** In place of the current session: on PostgreSQL, whose statements block nothing, a worker executes fetches in turns. */
export const several = -1;

/** A fetch, within a session: all fetches of an operation from a subgraph. */
export interface FetchRequest extends SubgraphQuery {
  readonly subgraph: string;
  readonly session: number;
  /** For whom it is: the same for all of a session. */
  readonly audience: Audience;
}

/** What the main thread sends to a worker. */
export type ToWorker =
  | {
      readonly kind: 'fetch';
      readonly id: number;
      readonly fetch: FetchRequest;
      /** Sessions that are over. */
      readonly over: readonly number[];
    }
  /** The fetches of a session are to end. */
  | { readonly kind: 'end'; readonly session: number }
  | { readonly kind: 'problems' | 'tableSizes'; readonly id: number }
  | { readonly kind: 'stop' };

/** How a request to a worker ended. */
export type Reply =
  /** The answer to a fetch, as JSON; of each of its errors that is unexpected, its causes. */
  | { readonly kind: 'answer'; readonly text: string; readonly causes: readonly (readonly ErrorLink[] | null)[] }
  /** What prevents complete answers. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] }
  /** About how many rows tables have, by type. */
  | { readonly kind: 'tableSizes'; readonly sizes: ReadonlyMap<string, number> }
  /** The statements of the fetch took too long for this worker. */
  | { readonly kind: 'slow' }
  /** The session had ended. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: readonly ErrorLink[] };

/** What a worker sends to the main thread. */
export type FromWorker =
  | {
      readonly kind: 'ready';
      /** Lines for people about what it has loaded. */
      readonly loaded: readonly string[];
      /** Imports that it could not resume. */
      readonly problems: readonly string[];
    }
  | { readonly kind: 'unusable'; readonly isUserError: boolean; readonly error: readonly ErrorLink[] }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply };
