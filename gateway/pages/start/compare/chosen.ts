import { mostCompared } from './compared.js';
import type { ComparedKind } from './measures.js';

/** A subject that was chosen, with the name that it was shown with. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
}

const keyOf = (kind: ComparedKind): string => `jiedui.compare.${kind}`;

const listeners = new Set<() => void>();

/** What was chosen to be compared, until the tab is closed. */
export function chosenOf(kind: ComparedKind): readonly Chosen[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(kind)) ?? '[]');
    return Array.isArray(stored) ? (stored as readonly Chosen[]).slice(0, mostCompared) : [];
  } catch {
    return [];
  }
}

/** Adds a subject to what is chosen, or takes it out. */
export function choose(kind: ComparedKind, subject: Chosen, isChosen: boolean): void {
  const others = chosenOf(kind).filter(({ id }) => id !== subject.id);
  store(kind, isChosen ? [...others, subject].slice(0, mostCompared) : others);
}

/** Chooses none. */
export function clear(kind: ComparedKind): void {
  store(kind, []);
}

/** Hears of each change. */
export function onChosen(listener: () => void): void {
  listeners.add(listener);
}

function store(kind: ComparedKind, chosen: readonly Chosen[]): void {
  try {
    sessionStorage.setItem(keyOf(kind), JSON.stringify(chosen));
  } catch {
    // Without storage nothing can be chosen; addresses of comparisons still work.
  }
  for (const listener of listeners) {
    listener();
  }
}
