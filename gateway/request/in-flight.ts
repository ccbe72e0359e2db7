import { unlessAborted } from './deadline.js';

interface Shared<Value> {
  readonly promise: Promise<Value>;
  readonly ending: AbortController;
  askers: number;
}

/** Equal work under way is done once. It ends early only when all who asked for it are gone. */
export class InFlight<Value> {
  private readonly shared = new Map<string, Shared<Value>>();

  /** What the work under way for `key` gives, or that which `begin` begins; throws the reason of `signal` when that aborts. */
  async run(key: string, signal: AbortSignal, begin: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    const work = this.shared.get(key) ?? this.begin(key, begin);
    work.askers += 1;
    try {
      return await unlessAborted(signal, work.promise);
    } finally {
      work.askers -= 1;
      if (work.askers === 0 && this.forget(key, work)) {
        work.ending.abort(signal.reason);
      }
    }
  }

  /** Whether work for a key is under way. */
  has(key: string): boolean {
    return this.shared.has(key);
  }

  private begin(key: string, begin: (signal: AbortSignal) => Promise<Value>): Shared<Value> {
    const ending = new AbortController();
    const promise = begin(ending.signal);
    const work: Shared<Value> = { promise, ending, askers: 0 };
    this.shared.set(key, work);
    const forget = (): boolean => this.forget(key, work);
    promise.then(forget, forget);
    return work;
  }

  /** Whether the work was still shared: it has not ended. */
  private forget(key: string, work: Shared<Value>): boolean {
    return this.shared.get(key) === work && this.shared.delete(key);
  }
}
