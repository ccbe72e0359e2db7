import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { UserError } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import { addressesIn, parseSupergraph, type Addresses } from './addresses.js';
import { plannerFaults } from './planner-faults.js';
import type { SupergraphSource } from './supergraph-source.js';

/** Why the newest supergraph is not served, and since when. */
export interface Refusal {
  readonly at: Date;
  readonly reason: string;
}

/** The supergraph that is served, and whether the source has another. */
export interface SupergraphState {
  /** A path, or an address without its password. For operators, not for the public. */
  readonly source: string;
  readonly loadedAt: Date;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
  /** Null while the one in the source is served. */
  readonly refused: Refusal | null;
}

/** Replaces the supergraph that is served; throws, and keeps that one, when the new one cannot be served. */
export type Load = (sdl: string) => Promise<void>;

type SupergraphLog = Pick<Log, 'info' | 'warn'>;

interface Served {
  readonly hash: string;
  readonly at: Date;
  readonly addresses: Addresses;
}

/** A supergraph whose source is polled while it is served. */
export class Supergraph {
  private served: Served;
  /** The last one that could not be served. */
  private rejected: (Refusal & { readonly hash: string }) | null = null;
  /** Why the source cannot be read at present. */
  private unreadable: Refusal | null = null;
  private readonly stopping = new AbortController();

  private constructor(
    private readonly source: SupergraphSource,
    private readonly overrides: Addresses,
    private readonly first: string,
    private readonly log: SupergraphLog,
  ) {
    this.served = this.check(first);
  }

  /** Reads a supergraph; throws a `UserError` that says why it cannot be served, and what to do. */
  static async open(source: SupergraphSource, overrides: Addresses, log: SupergraphLog): Promise<Supergraph> {
    try {
      return new Supergraph(source, overrides, await readFirst(source, log), log);
    } catch (error) {
      throw unusable(source, error);
    }
  }

  get state(): SupergraphState {
    const { hash, at } = this.served;
    const refused = this.unreadable ?? this.rejected;
    return {
      source: this.source.name,
      loadedAt: at,
      hash,
      refused: refused && { at: refused.at, reason: refused.reason },
    };
  }

  /** The addresses of its subgraphs. */
  get addresses(): Addresses {
    return this.served.addresses;
  }

  /** Calls `load` with the supergraph that was read, and then with each new one until `stop`. */
  async serve(load: Load): Promise<void> {
    try {
      await load(this.first);
    } catch (error) {
      throw unusable(this.source, error);
    }
    void this.watch(load);
  }

  /** Stops polling. */
  stop(): void {
    this.stopping.abort();
  }

  private async watch(load: Load): Promise<void> {
    const { signal } = this.stopping;
    while (await pause(this.source.interval, signal)) {
      await this.poll(load);
    }
  }

  private async poll(load: Load): Promise<void> {
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
      await this.replace(text, load);
    }
  }

  private async replace(text: string, load: Load): Promise<void> {
    const hash = digest(text);
    if (hash === this.served.hash) {
      this.rejected = null;
    }
    if (hash === this.served.hash || hash === this.rejected?.hash) {
      return;
    }
    try {
      const checked = this.check(text);
      await load(text);
      this.served = checked;
      this.rejected = null;
      this.log.info(`The supergraph at ${this.source.name} is served as of now: ${hash.slice(0, 12)}.`);
    } catch (error) {
      const reason = reasonOf(error);
      this.rejected = { at: new Date(), reason, hash };
      this.log.warn(`The supergraph at ${this.source.name} is refused: ${reason} The one loaded before serves.`);
    }
  }

  private check(text: string): Served {
    const document = parseSupergraph(text);
    const addresses = addressesIn(document, this.overrides);
    const faults = plannerFaults(document);
    if (faults.length > 0) {
      throw new UserError(`Queries of it would be answered wrongly. ${faults.join(' ')}`);
    }
    return { hash: digest(text), at: new Date(), addresses };
  }
}

async function readFirst(source: SupergraphSource, log: SupergraphLog): Promise<string> {
  const end = Date.now() + source.startTimeout;
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

/** False when it was aborted. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return setTimeout(milliseconds, true, { signal, ref: false }).catch(() => false);
}

/** The message of an error, cut at 500 characters. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 500 ? `${text.slice(0, 499)}…` : text;
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
