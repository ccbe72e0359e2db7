import levenshtein from 'damerau-levenshtein';

import type { SearchForm, SearchMatch } from './search-form.entity.js';

/** A search form that matches a text, and its distance: 0 where they are equal, more for weaker matches. */
export interface Match {
  readonly form: SearchForm;
  readonly distance: number;
}

/** The distance where the text is inside the form, not at its beginning. */
export const partDistance = 4;

/** What is added to the distance for a kind of form: people rarely mean former names first. */
const penalties: Readonly<Partial<Record<SearchMatch, number>>> = { FORMER_NAME: 1, FORMER_CODE: 1, INITIALS: 1 };

/** The match of a folded text with a form; null where there is none. */
export function matchOf(form: SearchForm, text: string): Match | null {
  const distance = distanceOf(form, text);
  return distance === null ? null : { form, distance: distance + (penalties[form.match] ?? 0) };
}

function distanceOf({ text: whole, stem }: SearchForm, text: string): number | null {
  if (whole === text || stem === text) {
    return 0;
  }
  if (whole.startsWith(text)) {
    return 2;
  }
  if (whole.includes(text)) {
    return partDistance;
  }
  const typos = Math.min(typosBetween(text, whole), typosBetween(text, stem));
  return typos <= allowedTypos(text) ? 5 + typos : null;
}

/** How many typing errors are allowed: letters added, left out, wrong or swapped. */
const allowedTypos = ({ length }: string): number => (length < 3 ? 0 : length < 8 ? 1 : 2);

function typosBetween(text: string, meant: string): number {
  const difference = Math.abs(text.length - meant.length);
  return difference > allowedTypos(text) ? difference : levenshtein(text, meant).steps;
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

/** Identifies what a form belongs to. */
export const keyOf = ({ kind, record }: Pick<SearchForm, 'kind' | 'record'>): string => `${kind} ${record}`;
