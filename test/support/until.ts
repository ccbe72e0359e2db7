import { setTimeout } from 'node:timers/promises';

import { expect } from '@jest/globals';

/** Looks until what is found equals what is expected, and fails with the difference when it has not after 20 seconds. */
export async function until<T>(look: () => Promise<T> | T, expected: unknown): Promise<void> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    try {
      expect(found).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await setTimeout(50);
    }
  }
}

/** Waits until something is there, ten seconds at most, and gives it. */
export async function untilFound<Found>(look: () => Found | undefined | Promise<Found | undefined>): Promise<Found> {
  const end = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    if (performance.now() > end) {
      throw new Error('It was not there within ten seconds.');
    }
    await setTimeout(10);
  }
}
