import { useSyncExternalStore } from 'react';

import type { Plan } from './plan.js';

/** The operation that was run last, with its query plan; a refused one has none. */
export type LastRun =
  | { readonly kind: 'none' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'planned'; readonly operation: string; readonly plan: Plan };

let current: LastRun = { kind: 'none' };
const listeners = new Set<() => void>();

/** Set by the fetcher. */
export const lastRun = {
  set(run: LastRun): void {
    current = run;
    listeners.forEach((listener) => {
      listener();
    });
  },
};

/** The last run; the component renders again when it changes. */
export function useLastRun(): LastRun {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
