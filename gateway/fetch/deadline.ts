/**
 * Does work under a signal that aborts when its time is over or `outer` aborts, and does not wait for work that goes on
 * in spite of it: then it throws the reason of the signal.
 */
export async function withDeadline<Value>(
  { milliseconds, reason }: { readonly milliseconds: number; readonly reason: () => Error },
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
    return await unlessAborted(ending.signal, work(ending.signal));
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', end);
  }
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
