/** What all clients of a load generator saw. */
export interface LoadReport {
  /** Answers that were not the expected ones. */
  readonly wrong: readonly string[];
  /** Codes of requests that failed in any other way than that no connection was taken. */
  readonly failures: readonly string[];
  /** Clients whose last request was refused a connection. */
  readonly refused: number;
}

/** Clients that each ask again and again, without a pause, until they are ended or refused a connection. */
export interface LoadGenerator {
  /** Answers so far. */
  readonly count: () => number;
  /** Ends the clients, and tells what they saw. */
  readonly end: () => Promise<LoadReport>;
  /** Waits until all are refused, and tells what they saw. */
  readonly refused: () => Promise<LoadReport>;
}

/**
 * Asks a gateway over a small graph for its field `xihu`, by an alias and with a header `x-asked` that no two requests
 * share. Where the header is forwarded, no two share a fetch.
 */
export function generateLoad(url: string, clients = 16): LoadGenerator {
  const wrong: string[] = [];
  const failures: string[] = [];
  let asked = 0;
  let answered = 0;
  let refused = 0;
  let isEnded = false;
  const ask = async (alias: string): Promise<void> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-asked': alias },
      body: JSON.stringify({ query: `{ ${alias}: xihu }` }),
    });
    const answer = await response.text();
    answered += 1;
    if (response.status !== 200 || !answer.includes(`"data":{"${alias}":"xihu"}`) || answer.includes('"errors"')) {
      wrong.push(`${response.status} ${answer}`);
    }
  };
  const client = async (): Promise<void> => {
    while (!isEnded) {
      try {
        await ask(`ask${(asked += 1)}`);
      } catch (error) {
        const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } };
        if (cause?.code === 'ECONNREFUSED') {
          refused += 1;
          return;
        }
        failures.push(cause?.code ?? message);
      }
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  const report = async (): Promise<LoadReport> => {
    await all;
    return { wrong, failures, refused };
  };
  return {
    count: () => answered,
    end: () => {
      isEnded = true;
      return report();
    },
    refused: report,
  };
}
