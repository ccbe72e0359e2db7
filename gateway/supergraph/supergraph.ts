import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { UserError } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import { addressesIn, type Addresses } from './addresses.js';
import { reasonOf } from './fault.js';
import type { SupergraphSource } from './source.js';

/** Why what the source has is not served, and since when. */
export interface Refusal {
  readonly at: Date;
  readonly reason: string;
}

/** What is served, from where and since when, and whether the source has something that is not served. */
export interface SupergraphState {
  /** A path, or an address without its password: for operators, not for the public. */
  readonly source: string;
  readonly loadedAt: Date;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  /** Null while the source has what is served. */
  readonly refused: Refusal | null;
}

/** Puts a supergraph in place of the one that is served; throws, and leaves that one, when it cannot be served. */
export type Take = (sdl: string) => Promise<void>;

type SupergraphLog = Pick<Log, 'info' | 'warn'>;

interface Served {
  readonly hash: string;
  readonly at: Date;
  readonly addresses: Addresses;
}

/** A supergraph that is watched while it is served. */
export class Supergraph {
  private served: Served;
  /** What was last read and could not be served. */
  private unfit: (Refusal & { readonly hash: string }) | null = null;
  /** Why the source cannot be read now. */
  private unreadable: Refusal | null = null;
  private readonly ended = new AbortController();

  private constructor(
    private readonly source: SupergraphSource,
    private readonly overrides: Addresses,
    private readonly first: string,
    private readonly log: SupergraphLog,
  ) {
    this.served = this.check(first);
  }

  /** Reads a supergraph, or throws a `UserError` that says why there is none and what to do. */
  static async open(source: SupergraphSource, overrides: Addresses, log: SupergraphLog): Promise<Supergraph> {
    try {
      return new Supergraph(source, overrides, await readFirst(source, log), log);
    } catch (error) {
      throw unusable(source, error);
    }
  }

  get state(): SupergraphState {
    const { hash, at } = this.served;
    const refused = this.unreadable ?? this.unfit;
    return {
      source: this.source.name,
      loadedAt: at,
      hash,
      refused: refused && { at: refused.at, reason: refused.reason },
    };
  }

  /** Where the subgraphs of what is served are. */
  get addresses(): Addresses {
    return this.served.addresses;
  }

  /** Has `take` put in place what was read, then whatever comes, until `stop`. */
  async serve(take: Take): Promise<void> {
    try {
      await take(this.first);
    } catch (error) {
      throw unusable(this.source, error);
    }
    void this.watch(take);
  }

  /** Looks no more. */
  stop(): void {
    this.ended.abort();
  }

  private async watch(take: Take): Promise<void> {
    const { signal } = this.ended;
    while (await pause(this.source.interval, signal)) {
      await this.look(take);
    }
  }

  private async look(take: Take): Promise<void> {
    let text: string | null;
    try {
      text = await this.source.read();
    } catch (error) {
      const reason = reasonOf(error);
      if (this.unreadable?.reason !== reason) {
        this.unreadable = { at: new Date(), reason };
        this.log.warn(`The supergraph at ${this.source.name} cannot be read: ${reason} The one loaded before serves.`);
      }
      return;
    }
    if (this.unreadable) {
      this.unreadable = null;
      this.log.info(`The supergraph at ${this.source.name} can be read again.`);
    }
    if (text !== null) {
      await this.consider(text, take);
    }
  }

  private async consider(text: string, take: Take): Promise<void> {
    const hash = digest(text);
    if (hash === this.served.hash) {
      this.unfit = null;
    }
    if (hash === this.served.hash || hash === this.unfit?.hash) {
      return;
    }
    try {
      const checked = this.check(text);
      await take(text);
      this.served = checked;
      this.unfit = null;
      this.log.info(`The supergraph at ${this.source.name} is served as of now: ${hash.slice(0, 12)}.`);
    } catch (error) {
      const reason = reasonOf(error);
      this.unfit = { at: new Date(), reason, hash };
      this.log.warn(`The supergraph at ${this.source.name} is refused: ${reason} The one loaded before serves.`);
    }
  }

  private check(text: string): Served {
    return { hash: digest(text), at: new Date(), addresses: addressesIn(text, this.overrides) };
  }
}

async function readFirst(source: SupergraphSource, log: SupergraphLog): Promise<string> {
  const end = Date.now() + source.patience;
  for (;;) {
    try {
      const text = await source.read();
      if (text !== null) {
        return text;
      }
    } catch (error) {
      if (Date.now() >= end) {
        throw error;
      }
      log.info(`Waiting for the supergraph at ${source.name}. ${reasonOf(error)}`);
    }
    await setTimeout(Math.min(source.interval, 1_000));
  }
}

/** False when it was cut short. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return setTimeout(milliseconds, true, { signal, ref: false }).catch(() => false);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function unusable(source: SupergraphSource, error: unknown): UserError {
  return new UserError(
    `The supergraph at ${source.name} cannot be served. ${reasonOf(error)}\n` +
      'Set SUPERGRAPH_PATH to the file or the http(s) address of a composed supergraph.',
  );
}
