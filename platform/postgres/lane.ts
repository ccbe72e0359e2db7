import { unlessAborted } from '../deadline.js';

/** The reason of the signal of a statement that has to leave its lane for others. */
export const displaced = new Error('The statement left its place to others.');

interface Running {
  readonly since: number;
  readonly ending: AbortController;
}

/**
 * Lets a number of statements run at a time; others wait in order. With a `patience`, in milliseconds, statements that
 * have run for longer are displaced while others wait.
 */
export class Lane {
  private readonly running = new Set<Running>();
  private readonly waiting: (() => void)[] = [];
  private taken = 0;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly places: number,
    private readonly patience: number | null = null,
  ) {}

  /** Waits for a place. Gives the signal that aborts when the statement is displaced, and the function to leave. */
  async enter(signal: AbortSignal): Promise<{ readonly displaced: AbortSignal; readonly leave: () => void }> {
    if (this.taken < this.places) {
      this.taken += 1;
    } else {
      await this.wait(signal);
    }
    const own: Running = { since: performance.now(), ending: new AbortController() };
    this.running.add(own);
    return {
      displaced: own.ending.signal,
      leave: () => {
        this.running.delete(own);
        this.passOn();
      },
    };
  }

  private async wait(signal: AbortSignal): Promise<void> {
    let admit = (): void => undefined;
    const admitted = new Promise<void>((resolve) => {
      admit = resolve;
    });
    this.waiting.push(admit);
    this.displaceLater();
    try {
      await unlessAborted(signal, admitted);
    } catch (error) {
      const place = this.waiting.indexOf(admit);
      if (place < 0) {
        this.passOn();
      } else {
        this.waiting.splice(place, 1);
      }
      throw error;
    }
  }

  /** Gives a place to the next. */
  private passOn(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.taken -= 1;
    }
  }

  /** Displaces statements, the longest running first, until as many leave as others wait. */
  private displaceLater(): void {
    const { patience } = this;
    const [oldest] = this.staying();
    if (patience === null || this.timer !== null || this.surplus() <= 0 || !oldest) {
      return;
    }
    const delay = Math.max(0, oldest.since + patience - performance.now());
    this.timer = setTimeout(() => {
      this.timer = null;
      const slow = this.staying().filter(({ since }) => performance.now() - since >= patience);
      for (const { ending } of slow.slice(0, Math.max(0, this.surplus()))) {
        ending.abort(displaced);
      }
      this.displaceLater();
    }, delay);
  }

  /** Those that have not been displaced, the longest running first. */
  private staying(): readonly Running[] {
    return [...this.running].filter(({ ending }) => !ending.signal.aborted);
  }

  /** How many wait beyond those that leave. */
  private surplus(): number {
    return this.waiting.length - (this.running.size - this.staying().length);
  }
}
