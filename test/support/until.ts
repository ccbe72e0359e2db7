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
