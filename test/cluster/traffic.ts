import { setTimeout } from 'node:timers/promises';

import { FreshnessCheck, type WrongAnswer } from '../support/freshness-check.js';
import { questions } from '../support/readers.js';
import { untilFound } from '../support/until.js';

/** Milliseconds between two requests: some 33 in a second. */
const interval = 30;

/** What clients saw. */
export interface Seen {
  readonly asked: number;
  readonly wrong: readonly WrongAnswer[];
  /** Requests without a whole answer, by code of the error, status, or what became of the connection. */
  readonly failed: ReadonlyMap<string, number>;
  /** Milliseconds that the slowest took. */
  readonly slowest: number;
}

/** How many requests failed. */
export const failuresOf = ({ failed }: Seen): number =>
  Array.from(failed.values()).reduce((sum, each) => sum + each, 0);

/** Sends requests one after another in time, whether or not they are answered, and checks what comes. */
export class Traffic {
  readonly check = new FreshnessCheck();
  /** Requests that have ended. */
  private ended = 0;

  constructor(private readonly url: string) {}

  /** Sends requests until `work` is done and then until the last of them have ended. */
  async during(work: () => Promise<unknown>): Promise<Seen> {
    const wrongBefore = this.check.wrong.length;
    const failed = new Map<string, number>();
    let [asked, slowest] = [0, 0];
    const done = { is: false };
    const inFlight = new Set<Promise<void>>();
    const send = async (): Promise<void> => {
      const begun = performance.now();
      const failure = await this.ask(asked).catch((error: unknown) => causeOf(error));
      slowest = Math.max(slowest, performance.now() - begun);
      this.ended += 1;
      if (failure !== null) {
        failed.set(failure, (failed.get(failure) ?? 0) + 1);
      }
    };
    const sending = (async () => {
      while (!done.is) {
        const request = send();
        asked += 1;
        inFlight.add(request);
        void request.finally(() => inFlight.delete(request));
        await setTimeout(interval);
      }
    })();
    try {
      await work();
    } finally {
      done.is = true;
      await sending;
      await Promise.all(inFlight);
    }
    return { asked, wrong: this.check.wrong.slice(wrongBefore), failed, slowest };
  }

  /** Waits until this many more requests have ended. */
  async pass(requests: number): Promise<void> {
    const enough = this.ended + requests;
    await untilFound(() => this.ended >= enough || undefined);
  }

  /** Null for a whole answer, else why there is none. Every other question is one whose answer is in no cache. */
  private async ask(number: number): Promise<string | null> {
    const question = questions[number % questions.length];
    const { query = '', variables = {}, subgraphs = [] } = question ?? {};
    const text = number % 2 === 0 ? query : query.replace('{ note', `{ alias${number}: note`);
    const judge = this.check.request(subgraphs);
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
      signal: AbortSignal.timeout(60_000),
    });
    const answer = await response.text();
    if (response.status === 200 && response.headers.get('x-complete') === 'true') {
      judge(answer);
      return null;
    }
    return /"code":"(\w+)"/.exec(answer)?.[1] ?? `status ${response.status}`;
  }
}

function causeOf(error: unknown): string {
  const { cause, name } = error as Error & { readonly cause?: { readonly code?: string } };
  return cause?.code ?? name;
}
