import type { StatementLimit } from '../../../platform/statement-limit.js';
import type { EndedSessions } from './ended-sessions.js';

const { stackTraceLimit } = Error;

const sessionEnded = 'The session has ended.';

/** Ends the statements of a session when it has ended, or when those of one fetch take too long together. */
export class SessionLimit implements StatementLimit {
  private readonly ending = new AbortController();
  private spent = 0;
  private begun = 0;

  /** Why its statements were ended; null while they were not. */
  exceeded: 'slow' | 'ended' | null = null;

  /** `time` is that of the statements of one fetch in milliseconds; null for no limit. */
  constructor(
    private readonly session: number,
    private readonly ended: EndedSessions,
    private readonly time: number | null,
  ) {}

  /** Aborted when its statements were ended, so that no further one is sent. */
  get signal(): AbortSignal {
    return this.ending.signal;
  }

  /** Counts the time anew, for the next fetch. */
  restart(): void {
    this.spent = 0;
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** Ends the statements that run, where they do not block the thread. */
  stop(): void {
    this.exceeded ??= 'ended';
    this.ending.abort(new Error(sessionEnded));
  }

  begin(): void {
    this.begun = performance.now();
    this.check();
  }

  check(): void {
    if (this.ended.has(this.session)) {
      this.exceed('ended');
    }
    if (this.time !== null && this.spent + performance.now() - this.begun > this.time) {
      this.exceed('slow');
    }
  }

  end(): void {
    this.spent += performance.now() - this.begun;
  }

  private exceed(reason: 'slow' | 'ended'): never {
    this.exceeded = reason;
    const error = new Error(reason === 'slow' ? 'The statements take too long for this worker.' : sessionEnded);
    this.ending.abort(error);
    // Each of thousands of fields may fail with it now: their stacks would take longer than the statement.
    Error.stackTraceLimit = 0;
    throw error;
  }
}
