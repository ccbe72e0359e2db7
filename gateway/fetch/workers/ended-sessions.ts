const size = 2 ** 16;

/**
 * Sessions that have ended while a worker may still execute a fetch of theirs, in memory that all threads share: a worker
 * reads it within a statement, where no message reaches it. It has room for the last 65,536 sessions.
 */
export class EndedSessions {
  private readonly numbers: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(size * Int32Array.BYTES_PER_ELEMENT)) {
    this.numbers = new Int32Array(memory);
  }

  add(session: number): void {
    Atomics.store(this.numbers, session % size, session);
  }

  has(session: number): boolean {
    return Atomics.load(this.numbers, session % size) === session;
  }
}
