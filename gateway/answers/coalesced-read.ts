import { setImmediate } from 'node:timers/promises';

/**
 * Reads a value once for many callers, each of which gets a read that began after its call: callers of one turn of the
 * event loop share a read, and callers during a read share the next one.
 */
export class CoalescedRead<Value> {
  private running: Promise<Value> | null = null;
  private next: Promise<Value> | null = null;

  constructor(private readonly read: () => Promise<Value>) {}

  get(): Promise<Value> {
    const begin = (): Promise<Value> => this.begin();
    this.next ??= this.running ? this.running.then(begin, begin) : setImmediate().then(begin);
    return this.next;
  }

  private begin(): Promise<Value> {
    this.next = null;
    const running = this.read();
    const end = (): void => {
      this.running = null;
    };
    this.running = running;
    running.then(end, end);
    return running;
  }
}
