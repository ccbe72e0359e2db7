/**
 * Reads a value for many at once, so that each gets what was so after it asked: who asks while a read is under way,
 * which may have begun before, gets the next.
 */
export class FreshRead<Value> {
  private running: Promise<Value> | null = null;
  private next: Promise<Value> | null = null;

  constructor(private readonly read: () => Promise<Value>) {}

  get(): Promise<Value> {
    if (!this.running) {
      return this.begin();
    }
    const begin = (): Promise<Value> => this.begin();
    this.next ??= this.running.then(begin, begin);
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
