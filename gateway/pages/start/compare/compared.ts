import type { ComparedKind } from './measures.js';

/** How many may be compared at once. */
export const mostCompared = 4;

/** What an address asks to compare; pairings come first where it has both. */
export function comparedIn(values: URLSearchParams): { readonly kind: ComparedKind; readonly ids: readonly string[] } {
  const kind = values.has('pairings') || !values.has('regions') ? 'pairings' : 'regions';
  const ids = values.getAll(kind).flatMap((text) => text.split(','));
  return { kind, ids: [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))] };
}

/** The path of the comparison of some, with the year and the measure that an address has. */
export function comparedPath(kind: ComparedKind, ids: readonly string[], from = new URLSearchParams()): string {
  const kept = ['year', 'measure'].flatMap((name) => {
    const value = from.get(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `/compare?${[`${kind}=${ids.map(encodeURIComponent).join(',')}`, ...kept].join('&')}`;
}
