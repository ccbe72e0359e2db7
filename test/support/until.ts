import { setTimeout } from 'node:timers/promises';

/** Waits until something is there, ten seconds at most, and gives it. */
export async function until<Found>(look: () => Found | undefined | Promise<Found | undefined>): Promise<Found> {
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
