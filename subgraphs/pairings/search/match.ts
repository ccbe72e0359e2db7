import levenshtein from 'damerau-levenshtein';

import type { SearchForm, SearchMatch } from './search-form.entity.js';

/** A form that a text is like, and how far it is from it: 0 is equal, and each step further is a weaker likeness. */
export interface Match {
  readonly form: SearchForm;
  readonly distance: number;
}

/** The distance of a text that stands somewhere in a form. */
export const partDistance = 4;

/** How far a form of a kind is from what people mean first. */
const penalties: Readonly<Partial<Record<SearchMatch, number>>> = { FORMER_NAME: 1, FORMER_CODE: 1, INITIALS: 1 };

/** How a folded text is like a form; null when it is not. */
export function matchOf(form: SearchForm, text: string): Match | null {
  const likeness = likenessOf(form, text);
  return likeness === null ? null : { form, distance: likeness + (penalties[form.match] ?? 0) };
}

function likenessOf({ text: whole, stem }: SearchForm, text: string): number | null {
  if (whole === text || stem === text) {
    return 0;
  }
  if (whole.startsWith(text)) {
    return 2;
  }
  if (whole.includes(text)) {
    return partDistance;
  }
  const slips = Math.min(slipsBetween(text, whole), slipsBetween(text, stem));
  return slips <= allowedSlips(text) ? 5 + slips : null;
}

/** How many slips of the finger are forgiven: letters too many, too few, wrong or swapped. */
const allowedSlips = ({ length }: string): number => (length < 3 ? 0 : length < 8 ? 1 : 2);

function slipsBetween(text: string, meant: string): number {
  const difference = Math.abs(text.length - meant.length);
  return difference > allowedSlips(text) ? difference : levenshtein(text, meant).steps;
}

/** The best match of each record, by kind and id. */
export function bestOf(matches: readonly Match[]): ReadonlyMap<string, Match> {
  const best = new Map<string, Match>();
  for (const match of matches) {
    const key = keyOf(match.form);
    const known = best.get(key);
    if (!known || match.distance < known.distance) {
      best.set(key, match);
    }
  }
  return best;
}

/** Tells what is found from all else that is. */
export const keyOf = ({ kind, record }: Pick<SearchForm, 'kind' | 'record'>): string => `${kind} ${record}`;
