/** How long something may take, and what is said when it took longer. */
export interface Deadline {
  readonly milliseconds: number;
  readonly reason: () => Error;
}

/** Does work under a signal that aborts when its time is over or `outer` aborts, and waits for its end. */
export async function underDeadline<Value>(
  { milliseconds, reason }: Deadline,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const ending = new AbortController();
  const end = (): void => {
    ending.abort(outer.reason);
  };
  const timer = setTimeout(() => {
    ending.abort(reason());
  }, milliseconds);
  outer.addEventListener('abort', end, { once: true });
  if (outer.aborted) {
    end();
  }
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', end);
  }
}

/** The same, but does not wait for work that goes on in spite of the signal: then it throws its reason. */
export async function withDeadline<Value>(
  deadline: Deadline,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return underDeadline(deadline, outer, (signal) => unlessAborted(signal, work(signal)));
}

/** What a promise gives, or the reason of the signal if that aborts first. */
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
