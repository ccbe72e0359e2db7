/** What clients that asked without a pause saw, all told. */
export interface LoadReport {
  /** The whole answers, and how many there were of each. */
  readonly answers: ReadonlyMap<string, number>;
  /** Requests that failed in any other way than that no connection was taken. */
  readonly failures: readonly string[];
  /** Clients whose last request was refused a connection. */
  readonly refused: number;
}

/** Clients that each ask a query again and again, until they are ended or refused a connection. */
export interface SteadyLoad {
  /** Answers so far. */
  readonly count: () => number;
  /** Has the clients end, and tells what they saw. */
  readonly end: () => Promise<LoadReport>;
  /** Waits until all are refused, and tells what they saw. */
  readonly refused: () => Promise<LoadReport>;
}

export function steadyLoad(url: string, query: string, clients = 16): SteadyLoad {
  const answers = new Map<string, number>();
  const failures: string[] = [];
  let refused = 0;
  let count = 0;
  let isEnded = false;
  const client = async (): Promise<void> => {
    while (!isEnded) {
      try {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        const answer = `${response.status} ${await response.text()}`.trim();
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
        count += 1;
      } catch (error) {
        const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
        if (cause?.code === 'ECONNREFUSED') {
          refused += 1;
          return;
        }
        failures.push(`${String(error)} ${cause?.code ?? ''} ${cause?.message ?? ''}`);
      }
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  const report = async (): Promise<LoadReport> => {
    await all;
    return { answers, failures, refused };
  };
  return {
    count: () => count,
    end: () => {
      isEnded = true;
      return report();
    },
    refused: report,
  };
}
