import { useSyncExternalStore } from 'react';

import type { Plan } from './plan.js';

/** What is known of the operation that was run last; one that is refused is never planned. */
export type LastRun =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'planned'; readonly operation: string; readonly plan: Plan };

let current: LastRun = { kind: 'none' };
const listeners = new Set<() => void>();

/** Where the fetcher leaves the last run for the panel. */
export const lastRun = {
  set(run: LastRun): void {
    current = run;
    listeners.forEach((listener) => {
      listener();
    });
  },
};

/** The last run, in a component that is drawn again with each. */
export function useLastRun(): LastRun {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
