import { setTimeout } from 'node:timers/promises';

import { expect } from '@jest/globals';

/** Looks until what is found equals what is expected, and fails with the difference when it has not after 1,000 looks. */
export async function until<T>(look: () => Promise<T> | T, expected: unknown): Promise<void> {
  for (let times = 1; ; times += 1) {
    const found = await look();
    try {
      expect(found).toEqual(expected);
      return;
    } catch (error) {
      if (times === 1_000) {
        throw error;
      }
      await setTimeout(50);
    }
  }
}

/** Looks until something is there, 5,000 times at most, and gives it. */
export async function untilFound<Found>(look: () => Found | undefined | Promise<Found | undefined>): Promise<Found> {
  for (let times = 1; times <= 5_000; times += 1) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await setTimeout(10);
  }
  throw new Error('It was not there after 5,000 looks.');
}
