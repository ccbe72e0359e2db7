/** Random choices that a seed alone decides (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 that is less than `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Whether it happens, of so many times one. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of a list that has some. */
  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}
