import { setImmediate } from 'node:timers/promises';

/**
 * Reads a value for many at once, so that each gets what was so after it asked: a read begins when all that is there
 * has asked, and who asks while one is under way, which began before, gets the next.
 */
export class FreshRead<Value> {
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
