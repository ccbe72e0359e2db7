import { element } from '../element.js';
import type { Sum } from './measures.js';
import { hasAny } from './total-cell.js';

/** The longest bar of some totals, in their unit; 0 where none is known. */
export function scaleOf(sums: readonly (Sum | null)[]): number {
  return Math.max(0, ...sums.map((sum) => (sum ? (sum.max ?? sum.min ?? 0) : 0)));
}

/** A bar up to what is certain, and paler up to what may be; null where nothing is counted. For the eye alone: the text has the same. */
export function bar(sum: Sum | null, scale: number): HTMLElement | null {
  if (sum === null || !hasAny(sum) || scale === 0) {
    return null;
  }
  const certain = (sum.min ?? 0) / scale;
  const possible = (sum.max ?? sum.min ?? 0) / scale;
  const made = element('span', { class: sum.max === null ? 'bar open' : 'bar', 'aria-hidden': 'true' });
  made.style.setProperty('--certain', String(certain));
  made.style.setProperty('--possible', String(possible));
  return made;
}
