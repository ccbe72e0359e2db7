import { LRUCache } from 'lru-cache';

import type { CachedAnswer, Encoding } from './cached-answer.js';

/** What a request asks: its operation's key in the answer cache, and its operation's name; null where that has none. */
export interface CacheKey {
  readonly operationKey: string;
  readonly operationName: string | null;
}

/** A cached answer, as one request asks for it. */
export interface CacheEntry extends CacheKey {
  readonly answer: CachedAnswer;
}

/** Bytes that an answer takes beside its bodies. */
const overhead = 1_000;

/** The answer cache of this process: as many answers as fit into a number of bytes. It evicts the least recently used. */
export class LocalAnswers {
  private readonly answers: LRUCache<string, CachedAnswer>;
  /** What requests ask, by request key. */
  private readonly keys = new LRUCache<string, CacheKey>({ max: 20_000 });

  constructor(maxBytes: number) {
    this.answers = new LRUCache({
      // LRUCache takes 0 for no limit.
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: ({ size }) => size + overhead,
    });
  }

  /** The answer to a request. */
  find(requestKey: string): CacheEntry | undefined {
    const key = this.keys.get(requestKey);
    const answer = key && this.answers.get(key.operationKey);
    return answer && { answer, operationKey: key.operationKey, operationName: key.operationName };
  }

  /** The answer to an operation. */
  findOperation(operationKey: string): CachedAnswer | undefined {
    return this.answers.get(operationKey);
  }

  store(requestKey: string, { answer, operationKey, operationName }: CacheEntry): void {
    this.answers.set(operationKey, answer);
    this.keys.set(requestKey, { operationKey, operationName });
  }

  /** The body in an encoding, which is cached with the answer. */
  async encode({ operationKey, answer }: CacheEntry, encoding: Encoding): Promise<Buffer> {
    const known = answer.inEncoding(encoding);
    if (known) {
      return known;
    }
    const body = await answer.encode(encoding);
    if (this.answers.peek(operationKey) === answer) {
      // Counts its size anew.
      this.answers.delete(operationKey);
      this.answers.set(operationKey, answer);
    }
    return body;
  }

  /** How many there are, and their bytes. */
  get size(): { readonly answers: number; readonly bytes: number } {
    return { answers: this.answers.size, bytes: this.answers.calculatedSize };
  }
}
