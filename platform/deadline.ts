/** How long something may take, and the error when it takes longer. */
export interface Deadline {
  readonly milliseconds: number;
  readonly reason: () => Error;
}

/** Runs `work` with a signal that aborts at the deadline, or when `outer` aborts, and waits until it ends by itself. */
export async function underDeadline<Value>(
  { milliseconds, reason }: Deadline,
  outer: AbortSignal | null,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort(outer?.reason);
  };
  const timer = setTimeout(() => {
    ending.abort(reason());
  }, milliseconds);
  outer?.addEventListener('abort', end, { once: true });
  if (outer?.aborted) {
    end();
  }
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', end);
  }
}

/** The same, but rejects with the signal's reason as soon as it aborts, even if the work goes on. */
export async function withDeadline<Value>(
  deadline: Deadline,
  outer: AbortSignal | null,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return underDeadline(deadline, outer, (signal) => unlessAborted(signal, work(signal)));
}

/** The value of a promise; rejects with the signal's reason if that aborts first. */
export async function unlessAborted<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) {
      end();
    }
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', end);
    });
  });
}
