import { unlessAborted } from '../../platform/deadline.js';

interface SharedWork<Value> {
  readonly promise: Promise<Value>;
  readonly ending: AbortController;
  callers: number;
}

/** Runs equal work once for all who ask while it is in flight. It is aborted when all of them have given up. */
export class InFlight<Value> {
  private readonly works = new Map<string, SharedWork<Value>>();

  /** The result of the work in flight for `key`, else of `begin`; rejects with the reason of `signal` when that aborts. */
  async run(key: string, signal: AbortSignal, begin: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    const work = this.works.get(key) ?? this.begin(key, begin);
    work.callers += 1;
    try {
      return await unlessAborted(signal, work.promise);
    } finally {
      work.callers -= 1;
      if (work.callers === 0 && this.remove(key, work)) {
        work.ending.abort(signal.reason);
      }
    }
  }

  /** Whether work for a key is in flight. */
  has(key: string): boolean {
    return this.works.has(key);
  }

  private begin(key: string, begin: (signal: AbortSignal) => Promise<Value>): SharedWork<Value> {
    const ending = new AbortController();
    const promise = begin(ending.signal);
    const work: SharedWork<Value> = { promise, ending, callers: 0 };
    this.works.set(key, work);
    const remove = (): boolean => this.remove(key, work);
    promise.then(remove, remove);
    return work;
  }

  /** Whether the work was still there, so that it had not ended. */
  private remove(key: string, work: SharedWork<Value>): boolean {
    return this.works.get(key) === work && this.works.delete(key);
  }
}
