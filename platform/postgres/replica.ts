import { KnownVersions } from '../version-reader.js';
import { clientOptions } from './client-options.js';
import { addressOf, parseConnectionUrl } from './connection-url.js';
import { PostgresReads } from './reads.js';
import { PostgresVersionReader } from './version-reader.js';

/** Milliseconds after which a replica that is used is looked at again, and that a look may take. */
const [lookInterval, lookTimeout] = [250, 500];

/** Milliseconds for which a replica that did not answer is left alone: at first, and at most. */
const [firstRest, longestRest] = [250, 4_000];

/** What a replica is to reads: it has the rows of the primary, or had not lately, or does not answer. */
type ReplicaState = 'current' | 'behind' | 'away';

/** What a replica has done since the start. */
export interface ReplicaReport {
  readonly state: ReplicaState;
  /** Answers from its rows. */
  readonly answers: number;
  /** Answers that were read again on the primary. */
  readonly again: number;
}

/** A replica for the reads of one request. */
export interface ReplicaUse {
  readonly reads: PostgresReads;
  readonly versions: KnownVersions;
  /** Aborts with that of the request, and where the replica no longer answers. */
  readonly signal: AbortSignal;
  /** Runs a part of the request, which is ended where the replica no longer answers. Gives null where it is not to be used. */
  readonly answer: <Answer>(read: () => Promise<Answer | null>) => Promise<Answer | null>;
}

interface Server {
  readonly reads: PostgresReads;
  readonly versions: KnownVersions;
}

/** A standby that has the rows of the primary a little later. It is looked at while there are requests, and only then. */
export class Replica {
  private server: Promise<Server> | null = null;
  /** Null until it has answered, and after a look that it did not answer. */
  private answering: Server | null = null;
  private readonly uses = new Set<AbortController>();
  private isLooking = false;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private rest = 0;
  private answers = 0;
  private again = 0;

  /** `timeout` is that of a read in milliseconds. */
  constructor(
    private readonly url: string,
    private readonly schema: string,
    private readonly timeout: number,
  ) {}

  /** The host and the port. */
  get address(): string {
    return addressOf(this.url);
  }

  /** Whether it has a data version as far as is known. Looks again in the background where it has not, or at times. */
  has(version: string): boolean {
    const isIt = this.answering?.versions.known === version;
    this.look(isIt ? lookInterval : 0);
    return isIt;
  }

  /** For the reads of a request; null where it does not answer. */
  use(outer: AbortSignal): ReplicaUse | null {
    if (!this.answering) {
      return null;
    }
    const ending = new AbortController();
    const end = (): void => {
      ending.abort(outer.reason);
    };
    outer.addEventListener('abort', end, { once: true });
    if (outer.aborted) {
      end();
    }
    return {
      ...this.answering,
      signal: ending.signal,
      answer: async (read) => {
        this.uses.add(ending);
        const looks = setInterval(() => {
          this.look(lookInterval);
        }, lookInterval);
        try {
          const answer = await read();
          this[answer === null ? 'again' : 'answers'] += 1;
          return answer;
        } finally {
          clearInterval(looks);
          this.uses.delete(ending);
        }
      },
    };
  }

  report(version: string | null): ReplicaReport {
    const { answering, answers, again } = this;
    const state = !answering ? 'away' : answering.versions.known === version ? 'current' : 'behind';
    return { state, answers, again };
  }

  async close(): Promise<void> {
    const server = await this.server?.catch(() => null);
    await server?.reads.close();
  }

  private look(interval: number): void {
    const pause = this.rest > 0 ? this.rest : interval;
    if (this.isLooking || performance.now() < this.lookedAt + pause) {
      return;
    }
    this.isLooking = true;
    this.readVersion()
      .then(
        (server) => {
          this.answering = server;
          this.rest = 0;
        },
        () => {
          this.lose();
        },
      )
      .finally(() => {
        this.isLooking = false;
        this.lookedAt = performance.now();
      });
  }

  private async readVersion(): Promise<Server> {
    this.server ??= this.open();
    const server = await this.server.catch((error: unknown) => {
      this.server = null;
      throw error;
    });
    await server.versions.read(AbortSignal.timeout(lookTimeout));
    return server;
  }

  private async open(): Promise<Server> {
    const reads = await PostgresReads.open(await clientOptions(parseConnectionUrl(this.url)), this.timeout, 'replica');
    return { reads, versions: new KnownVersions(new PostgresVersionReader(reads, this.schema), reads) };
  }

  /** Leaves it alone for a while, and ends what requests read from it: they then read on the primary. */
  private lose(): void {
    this.answering = null;
    this.rest = Math.min(longestRest, Math.max(firstRest, this.rest * 2));
    for (const use of this.uses) {
      use.abort(new Error(`The replica ${this.address} does not answer.`));
    }
  }
}
