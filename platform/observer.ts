/** Where the failure of a listener is logged. */
export interface FailureLog {
  error(details: object, message: string): void;
}

/**
 * A listener that only observes, so that it can end neither a request nor the process: what it throws is logged, and goes
 * no further.
 */
export function observer<Arguments extends readonly unknown[]>(
  log: FailureLog,
  listener: (...args: Arguments) => void,
): (...args: Arguments) => void {
  return (...args) => {
    try {
      listener(...args);
    } catch (error) {
      report(log, error);
    }
  };
}

function report(log: FailureLog, error: unknown): void {
  try {
    log.error({ err: error }, 'A listener failed. Requests are not affected.');
  } catch {
    // A log that fails cannot say so.
  }
}
